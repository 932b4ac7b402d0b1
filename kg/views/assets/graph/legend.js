"use strict";
/* The legend: what colours and shapes mean, how many there are, and a switch for each. */
kg.legend = () => {
  const { things, facts, kinds, relations } = kg.content;
  const { state } = kg;
  const place = document.getElementById("legend");
  const kindCount = (name) => things.filter((thing, index) => thing.kind === name && state.shown.has(index)).length;
  const relationCount = (index) => facts.filter((fact) => fact.r === index && state.shown.has(fact.s) && state.shown.has(fact.t)).length;

  const section = (title, set, entries) => {
    if (!entries.length) return [];
    const all = kg.el("button", { type: "button", hidden: !set.size, on: { click: () => { set.clear(); state.changed("filter"); } } }, "all");
    return [
      kg.el("h2", {}, title, all),
      kg.el("ul", {}, entries.map(([value, sign, words, count]) => kg.el("li", {},
        kg.el("button", {
          type: "button", "aria-pressed": String(!set.has(value)), title: "Click to hide or show, Shift-click for this alone",
          on: { click: (event) => state.toggle(set, value, event.shiftKey) },
        }, sign, kg.el("span", {}, words), kg.el("b", {}, kg.number(count)))))),
    ];
  };
  const fold = kg.el("button", { type: "button", class: "fold", "aria-expanded": "false", on: { click: () => {
    fold.setAttribute("aria-expanded", String(place.classList.toggle("open")));
  } } }, "Legend and filter");
  return () => {
    const focused = document.activeElement?.closest("#legend li") && [...place.querySelectorAll("li button")].indexOf(document.activeElement);
    const shownKinds = kinds.map((kind) => [kind.name, kg.glyph(kind.name), kind.plural, kindCount(kind.name)]).filter(([, , , count]) => count);
    const shownRelations = relations.map((relation, index) => [index, kg.el("span", { class: `stroke ${kg.faint(relation.name) ? "faint" : ""}` }), relation.name, relationCount(index)])
      .filter(([, , , count]) => count).sort((a, b) => b[3] - a[3]);
    place.replaceChildren(fold, ...section("What", state.hiddenKinds, shownKinds), ...section("How", state.hiddenRelations, shownRelations));
    place.hidden = !shownKinds.length;
    if (focused != null && focused !== false && focused >= 0) place.querySelectorAll("li button")[focused]?.focus();
  };
};
