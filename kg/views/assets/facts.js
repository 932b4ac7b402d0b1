"use strict";
/* Relations that tie loosely, drawn thinner and longer ways to go: there are many of them. */
kg.faint = (name) => Boolean(kg.content.relations.find((relation) => relation.name === name)?.loose);

/* A fact as people read it: in the words of its relation, with its time and the sentences that say so. */
kg.words = (fact, inverse) => {
  const relation = kg.content.relations[fact.r];
  if (inverse) return relation.inverse;
  return fact.now && relation.ongoing ? relation.ongoing : relation.name;
};

kg.quote = ([document, start, end, text]) =>
  kg.el("blockquote", {},
    text != null && kg.el("span", { dir: "auto" }, text),
    kg.el("cite", { title: `characters ${start} to ${end} of ${kg.content.documents[document]}` },
      kg.el("bdi", {}, kg.content.documents[document]), ` · ${kg.number(start)}–${kg.number(end)}`));

kg.nameButton = (thing, choose) =>
  kg.el("button", { type: "button", class: "other", on: { click: () => choose(thing) } },
    kg.glyph(kg.content.things[thing].kind), kg.el("bdi", {}, kg.content.things[thing].label, kg.content.things[thing].in && kg.el("small", {}, ` ${kg.content.things[thing].in}`)));

/* One fact seen from `thing` (or from outside, where `thing` is null) as a list item. */
kg.factItem = (fact, thing, choose, inverse = false) => {
  const when = kg.period(fact.when, fact.now);
  const other = fact.s === thing ? fact.t : fact.s;
  const place = fact.at && fact.at !== kg.content.things[other].label ? fact.at : "";
  const role = [fact.as, place && (fact.as ? `at ${place}` : place)].filter(Boolean).join(" ");
  return kg.el("li", {},
    thing == null ? kg.el("div", { class: "role" }, kg.el("strong", {}, kg.words(fact, inverse))) : kg.nameButton(other, choose),
    role && kg.el("div", { class: "role", dir: "auto" }, role),
    when && kg.el("div", { class: "when" }, when),
    fact.notes && kg.el("div", { class: "notes", dir: "auto" }, fact.notes.join(" · ")),
    (fact.quotes || []).map(kg.quote));
};

/* Newest first; what states no time comes last. */
kg.byTime = (one, other) => {
  const key = (fact) => (fact.now ? "9999" : (fact.when || "").split("/").filter((part) => part && part !== "..").pop() || "");
  return key(other).localeCompare(key(one)) || (other.when || "").localeCompare(one.when || "");
};
