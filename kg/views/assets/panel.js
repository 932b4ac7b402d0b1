"use strict";
/* The panel beside a picture: what is known of the selection, and which sentence says so.
   `expand` and `hiddenOf` where a picture can bring in more; `also(facts)` for what a view adds about a fact;
   `way(thing)` asks for a way from it, `walk(path)` goes one. */
kg.panel = ({ choose, close, expand = null, hiddenOf = () => [], also = () => null, way = null, walk = () => {} }) => {
  const { things, facts, relations } = kg.content;
  const { near } = kg.index;
  const place = document.getElementById("details");
  const OPEN = 14;

  const head = (words, glyph) => kg.el("div", { class: "kind" }, glyph, words,
    kg.el("button", { type: "button", class: "close", "aria-label": "Close", on: { click: close } }, "×"));

  const groups = (thing) => {
    const found = new Map();
    for (const index of near[thing]) {
      const fact = facts[index];
      const inverse = fact.s !== thing;
      const key = `${fact.r}${inverse}`;
      if (!found.has(key)) found.set(key, { fact, inverse, list: [] });
      found.get(key).list.push(fact);
    }
    let shown = 0;
    return [...found.values()].sort((a, b) => a.inverse - b.inverse || a.fact.r - b.fact.r).map(({ fact, inverse, list }) => {
      const open = shown === 0 || shown + list.length <= OPEN;
      shown += list.length;
      return kg.el("details", { class: "group", open },
        kg.el("summary", {}, inverse ? relations[fact.r].inverse : relations[fact.r].name, kg.el("b", {}, kg.number(list.length))),
        kg.el("ul", { class: "facts" }, list.sort(kg.byTime).map((one) => kg.factItem(one, thing, choose))));
    });
  };

  const ofThing = (index) => {
    const thing = things[index];
    const hidden = hiddenOf(index).length;
    return [
      head(thing.kind, kg.glyph(thing.kind)),
      kg.el("h2", { dir: "auto" }, thing.page ? kg.el("a", { href: thing.page }, thing.label) : thing.label),
      thing.names && kg.el("p", { class: "also", dir: "auto" }, `also: ${thing.names.join(" · ")}`),
      (thing.lines || []).map((line) => kg.el("p", { class: "also", dir: "auto" }, line)),
      thing.links && kg.el("ul", { class: "links" }, thing.links.map((link) => kg.el("li", {}, kg.link(link)))),
      (hidden > 0 || thing.beyond > 0 || way) && kg.el("div", { class: "actions" },
        way && kg.el("button", { type: "button", on: { click: () => way(index) } }, "Find the way to …"),
        hidden > 0 && kg.el("button", { type: "button", on: { click: () => expand(index) } }, `Bring in ${kg.count(hidden, "more neighbour")}`),
        thing.beyond > 0 && kg.el("span", { class: "also" }, `${kg.number(thing.beyond)} more are not in this file`)),
      near[index].length ? groups(index) : kg.el("p", { class: "unknown" }, "No document says more."),
    ];
  };

  const ofFacts = (list) => [
    head(kg.count(list.length, "fact")),
    kg.el("h2", {}, kg.nameButton(list[0].s, choose)),
    kg.el("p", { class: "also" }, "and"),
    kg.el("h2", {}, kg.nameButton(list[0].t, choose)),
    kg.el("div", { class: "group" }, kg.el("ul", { class: "facts" }, [...list].sort(kg.byTime).map((fact) => kg.factItem(fact, null, choose)))),
    also(list),
  ];

  const others = (path) => (kg.content.ways || []).filter((way) => way !== path && way[0] === path[0] && way.at(-1) === path.at(-1));
  const ofWay = (path) => [
    head(kg.count(path.length - 1, "step")),
    kg.el("h2", {}, kg.nameButton(path[0], choose)),
    path.slice(1).map((thing, index) => {
      const list = facts.filter((fact) => (fact.s === path[index] && fact.t === thing) || (fact.t === path[index] && fact.s === thing));
      return [
        kg.el("ul", { class: "facts step" }, list.sort(kg.byTime).slice(0, 4).map((fact) => kg.factItem(fact, null, choose, fact.s !== path[index]))),
        kg.el("h2", {}, kg.nameButton(thing, choose)),
      ];
    }),
    others(path).length && kg.el("details", { class: "group", open: true },
      kg.el("summary", {}, "other ways", kg.el("b", {}, kg.number(others(path).length))),
      kg.el("ul", { class: "facts" }, others(path).map((way) => kg.el("li", {},
        kg.el("button", { type: "button", class: "other", on: { click: () => walk(way) } }, kg.el("bdi", {}, `through ${way.slice(1, -1).map((thing) => things[thing].label).join(" · ") || "nobody else"}`)))))),
  ].flat(2);

  /* Show a thing (its number), some facts (a list), a way ({path}), or nothing (null). */
  return (selected) => {
    place.hidden = selected == null;
    document.body.classList.toggle("telling", selected != null);
    if (selected == null) { place.replaceChildren(); return; }
    const parts = selected.path ? ofWay(selected.path) : Array.isArray(selected) ? ofFacts(selected) : ofThing(selected);
    place.replaceChildren(...parts.flat().filter(Boolean));
    place.scrollTop = 0;
    if (selected.path) kg.say(`A way of ${kg.count(selected.path.length - 1, "step")}`);
    else kg.say(`${place.querySelector("h2").textContent}: ${kg.count(Array.isArray(selected) ? selected.length : near[selected].length, "fact")}`);
  };
};
