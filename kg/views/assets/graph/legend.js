"use strict";
/* The legend: what colours and shapes mean, how many there are, and a switch for each. */
kg.legend = () => {
  const { things, facts, kinds, relations } = kg.content;
  const { state } = kg;
  const place = document.getElementById("legend");
  /* How many of each are shown, in one pass: a large page holds many. */
  const counted = () => {
    const [ofKind, ofRelation] = [{}, relations.map(() => 0)];
    for (const thing of state.shown) ofKind[things[thing].kind] = (ofKind[things[thing].kind] || 0) + 1;
    for (const fact of facts) if (state.shown.has(fact.s) && state.shown.has(fact.t)) ofRelation[fact.r] += 1;
    return [ofKind, ofRelation];
  };

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
    const [ofKind, ofRelation] = counted();
    const shownKinds = kinds.map((kind) => [kind.name, kg.glyph(kind.name), kind.plural, ofKind[kind.name]]).filter(([, , , count]) => count);
    const shownRelations = relations.map((relation, index) => [index, kg.el("span", { class: `stroke ${kg.faint(relation.name) ? "faint" : ""}` }), relation.name, ofRelation[index]])
      .filter(([, , , count]) => count).sort((a, b) => b[3] - a[3]);
    place.replaceChildren(fold, ...section("What", state.hiddenKinds, shownKinds), ...section("How", state.hiddenRelations, shownRelations));
    place.hidden = !shownKinds.length;
    if (focused != null && focused !== false && focused >= 0) place.querySelectorAll("li button")[focused]?.focus();
  };
};
