"use strict";
/* The graph page: state, picture, legend, panel, table and search, put together. */
(() => {
  const { state } = kg;
  const { things, facts } = kg.content;
  const by = (id) => document.getElementById(id);
  const PART = 30;
  const drawable = !kg.content.islands || Boolean(document.createElement("canvas").getContext("webgl2"));
  state.read();
  if (!drawable) state.view = "table";
  state.settle();

  const choose = (thing) => {
    bring([thing]);
    state.hiddenKinds.delete(things[thing].kind);
    state.select({ thing });
    // Later than a double click takes, whose second click must find the node where the first one did.
    clearTimeout(choose.later);
    choose.later = setTimeout(() => { if (state.view === "picture" && state.selected?.thing === thing && !picture.inView(thing)) picture.centre(thing); }, 350);
  };
  const around = (thing) => [thing, ...kg.index.of(thing)].filter((one) => state.visible.has(one) && picture.nodes[one].x != null);
  /* From a search or a list: go there, and see the neighbours whole. */
  const go = (thing) => { choose(thing); clearTimeout(choose.later); if (state.view === "picture") requestAnimationFrame(() => requestAnimationFrame(() => picture.fit(around(thing)))); };
  const clear = () => {
    if (by("search").value) by("search").value = "";
    state.clear();
  };
  const expand = (thing) => {
    const order = (other) => [...kg.index.of(other)].filter((one) => state.shown.has(one)).length * 100 + kg.index.of(other).size;
    const list = state.hiddenOf(thing).sort((a, b) => order(b) - order(a) || a - b).slice(0, PART);
    if (!list.length) { picture.fit(around(thing)); return; }
    picture.settleNear(thing, list);
    state.selected = { thing };
    state.show(list);
    const left = state.hiddenOf(thing).length;
    kg.say(`${kg.count(list.length, "neighbour")} brought in${left ? `, ${kg.number(left)} more` : ""}`);
    requestAnimationFrame(() => picture.fit([thing, ...list]));
  };

  /* Show things wherever they are, each beside a neighbour that is shown. */
  const bring = (list) => {
    for (const thing of list) {
      if (state.shown.has(thing) && picture.nodes[thing].x != null) continue;
      const near = [...kg.index.of(thing)].find((other) => state.shown.has(other) && picture.nodes[other].x != null);
      state.shown.add(thing);
      picture.settleNear(near ?? [...state.shown].find((other) => picture.nodes[other].x != null) ?? thing, [thing]);
    }
  };
  const way = (from) => kg.search.ask(`The way from ${things[from].label} to …`, (to) => {
    const path = state.way(from, to);
    if (!path || path.length < 2) { kg.say("There is no way"); by("nothing").hidden = false; by("nothing").textContent = `Nothing that is shown links ${things[from].label} with ${things[to].label}.`; setTimeout(() => { by("nothing").hidden = true; }, 3500); return; }
    walk(path);
  });
  const walk = (path) => {
    bring(path);
    state.selected = { path };
    state.changed("shown");
    requestAnimationFrame(() => requestAnimationFrame(() => picture.fit(path)));
  };

  const picture = kg.picture({ drawable, choose, choosePair: (pair) => state.select({ pair }), clear, expand });
  kg.test = picture; // what the tests look at
  const legend = kg.legend();
  const panel = kg.panel({ choose: go, close: clear, expand, hiddenOf: state.hiddenOf, way, walk });
  const details = () => {
    const { selected } = state;
    if (selected?.path) { panel(selected); return; }
    panel(selected?.pair != null ? kg.content.pairs[selected.pair].map((index) => facts[index]) : selected?.thing ?? null);
  };
  const table = kg.table({
    choose, sorted: facts.length < 20000,
    shown: () => facts.flatMap((fact, index) => (state.factShown(index) && !state.hiddenKinds.has(things[fact.s].kind) && !state.hiddenKinds.has(things[fact.t].kind)
      && (!state.matching || state.matching.has(fact.s) || state.matching.has(fact.t)) ? [index] : [])),
  });
  kg.saving({ picture });

  const unfold = (whole) => {
    state.unfold(whole);
    if (state.selected?.thing != null) bring([state.selected.thing]);
    state.changed("shown");
    picture.fit(null, true);
  };
  const notice = () => {
    const [shown, all] = [state.shown.size, kg.content.total].map(kg.number);
    const parts = [];
    if (!drawable) parts.push("This browser draws no WebGL: the table and the search hold everything.");
    else if (state.whole) parts.push(`All ${all}, on islands of those that hang together; ties between islands show for what you choose. `);
    else if (state.shown.size < kg.content.total) parts.push(`${kg.content.around != null || kg.content.ways ? `${shown} of ${all} shown` : `The ${shown} most connected of ${all}`}. Double-click one for its neighbours. `);
    if (drawable && kg.content.islands && (state.whole || state.shown.size < things.length)) {
      parts.push(kg.el("button", { type: "button", id: "unfold", on: { click: () => unfold(!state.whole) } }, state.whole ? "The most connected" : "Show all"));
    }
    by("notice").hidden = !parts.length;
    by("notice").replaceChildren(...parts.map((part) => (typeof part === "string" ? kg.el("span", {}, part) : part)));
    by("nothing").hidden = Boolean(state.visible.size);
    by("nothing").textContent = !things.length ? "The graph is empty: no document has been read yet." : state.year != null ? `No document says who was where in ${state.year}, as filtered. Press Esc for all years.` : "The filter hides everything. Press Esc to clear it.";
  };
  const years = kg.years();
  const showView = () => {
    const tabled = state.view === "table";
    by("picture").hidden = tabled;
    by("table").hidden = !tabled;
    by("as-picture").setAttribute("aria-pressed", String(!tabled));
    by("as-table").setAttribute("aria-pressed", String(tabled));
    document.body.classList.toggle("tabled", tabled);
    if (tabled) table();
  };
  const turn = (view) => { state.view = view; state.changed("view"); if (view === "picture") requestAnimationFrame(() => picture.fit()); };
  state.on((what) => {
    if (what !== "view") { picture.refresh(); details(); }
    if (what !== "selection") { legend(); notice(); years(); }
    if (what !== "selection" || state.view === "table") showView();
  });

  kg.search({ choose: go, matching: (set) => { if (set || state.matching) { state.matching = set; picture.refresh(); if (state.view === "table") table(); } } });
  by("as-picture").disabled = !drawable;
  by("as-png").hidden = !drawable;
  by("as-svg").hidden = !drawable;
  by("as-picture").addEventListener("click", () => turn("picture"));
  by("as-table").addEventListener("click", () => turn("table"));
  by("fit").addEventListener("click", () => picture.fit());
  document.addEventListener("keydown", (event) => {
    if (/^(INPUT|TEXTAREA)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "f") picture.fit();
    else if (event.key === "t" && drawable) turn(state.view === "table" ? "picture" : "table");
    else if (event.key === "Escape") {
      const filtered = state.hiddenKinds.size || state.hiddenRelations.size || state.year != null;
      if (!state.selected && filtered) { state.year = null; state.hiddenKinds.clear(); state.hiddenRelations.clear(); state.changed("filter"); } else clear();
    }
  });
  addEventListener("hashchange", () => { state.read(); state.changed("address"); if (state.selected?.thing != null) choose(state.selected.thing); });
  document.addEventListener("click", (event) => { if (!event.target.closest("#export")) by("export").open = false; });
  addEventListener("beforeprint", table);

  if (!state.selected) state.selected = kg.content.ways ? { path: kg.content.ways[0] } : kg.content.around != null ? { thing: kg.content.around } : null;
  const first = state.selected?.thing;
  bring(state.selected?.path || (first != null ? [first] : []));
  state.changed("start");
  picture.fit(state.selected?.path || (first != null ? around(first) : null), true);
  document.documentElement.dataset.ready = "yes";
})();
