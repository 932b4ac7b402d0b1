"use strict";
/* What is shown, filtered and selected; everything on the page follows from it. */
kg.state = (() => {
  const { things, facts, pairs } = kg.content;
  const { near, of, byId } = kg.index;
  const byPair = [];
  pairs.forEach((members, pair) => members.forEach((index) => { byPair[index] = pair; }));

  const state = {
    near, byId, byPair,
    shown: new Set(things.flatMap((thing, index) => (thing.shown ? [index] : []))),
    hiddenKinds: new Set(),
    hiddenRelations: new Set(),
    selected: null, // {thing}, {pair} or {path: [things]}
    matching: null, // Set of things while a search is typed
    year: null, // only what may have been so in this year
    view: "picture",
    whole: false, // everything at once, on islands; only a page for large graphs has that
  };
  const first = [...state.shown];
  const listeners = [];
  state.on = (listener) => listeners.push(listener);
  state.changed = (what) => { state.settle(); listeners.forEach((listener) => listener(what)); state.write(); };

  const within = (fact) => {
    if (state.year == null || kg.content.relations[fact.r].name === "part of") return true;
    const [first, last] = kg.time.possible(fact);
    return kg.time.stated(fact) && first < kg.time.day(state.year + 1) && last >= kg.time.day(state.year);
  };
  state.factShown = (index) => !state.hiddenRelations.has(facts[index].r) && within(facts[index]);
  const ties = (index) => state.factShown(index) && (state.year == null || kg.content.relations[facts[index].r].name !== "part of");
  /* Which things and pairs the filters leave; a thing that has lost all its facts to a filter goes with them. */
  state.settle = () => {
    const kindShown = (thing) => !state.hiddenKinds.has(things[thing].kind);
    state.visible = new Set();
    state.visiblePairs = new Set();
    for (const thing of state.shown) {
      if (!kindShown(thing)) continue;
      if (near[thing].some(ties) || (!near[thing].length && state.year == null)) state.visible.add(thing);
    }
    pairs.forEach((members, pair) => {
      const { s, t } = facts[members[0]];
      if (state.visible.has(s) && state.visible.has(t) && members.some(state.factShown)) state.visiblePairs.add(pair);
    });
  };

  state.hiddenOf = (thing) => [...of(thing)].filter((other) => !state.shown.has(other));
  state.select = (selected) => { state.selected = selected; state.changed("selection"); };
  state.clear = () => { state.selected = null; state.matching = null; state.changed("selection"); };
  /* Everything, or the part that was there at first. */
  state.unfold = (whole) => {
    state.whole = whole;
    state.shown = whole ? new Set(things.keys()) : new Set(first);
    state.changed("shown");
  };
  state.show = (list) => { list.forEach((thing) => state.shown.add(thing)); state.changed("shown"); };
  state.toggle = (set, value, only) => {
    if (only) {
      const all = set === state.hiddenKinds ? kg.content.kinds.map((kind) => kind.name) : kg.content.relations.map((_, index) => index);
      const alone = all.every((one) => set.has(one) !== (one === value));
      set.clear();
      if (!alone) all.filter((one) => one !== value).forEach((one) => set.add(one));
    } else if (!set.delete(value)) set.add(value);
    state.changed("filter");
  };

  /* What stands out: the selection with its neighbours, or what a search matches; null where nothing does. */
  state.focus = () => {
    if (state.matching) return state.matching;
    if (!state.selected) return null;
    if (state.selected.pair != null) {
      const { s, t } = facts[pairs[state.selected.pair][0]];
      return new Set([s, t]);
    }
    if (state.selected.path) return new Set(state.selected.path);
    return new Set([state.selected.thing, ...of(state.selected.thing)]);
  };

  /* The shortest way between two things over the facts that are not filtered out, a loose tie as long as two others;
     null where there is none. */
  state.way = (from, to) => {
    const before = new Map();
    const waiting = [[[from, null]]]; // by the length of the way so far
    for (let long = 0; long < waiting.length && !before.has(to); long += 1) {
      for (const [at, last] of waiting[long] || []) {
        if (before.has(at)) continue;
        before.set(at, last);
        for (const index of near[at]) {
          const other = facts[index].s === at ? facts[index].t : facts[index].s;
          const step = long + (kg.content.relations[facts[index].r].loose ? 2 : 1);
          if (!before.has(other) && state.factShown(index) && !state.hiddenKinds.has(things[other].kind)) (waiting[step] ||= []).push([other, at]);
        }
      }
    }
    if (!before.has(to)) return null;
    const path = [];
    for (let at = to; at != null; at = before.get(at)) path.unshift(at);
    return path;
  };

  state.write = () => {
    const { selected } = state;
    const pair = selected?.pair != null && facts[pairs[selected.pair][0]];
    kg.address.write({
      node: selected?.thing != null && things[selected.thing].id,
      edge: pair && `${things[pair.s].id} ${things[pair.t].id}`,
      way: selected?.path && `${things[selected.path[0]].id} ${things[selected.path.at(-1)].id}`,
      year: state.year,
      without: [...state.hiddenKinds].join(","),
      unsaid: [...state.hiddenRelations].map((index) => kg.content.relations[index].name).join(","),
      view: state.view === "table" && "table",
      all: state.whole && "yes",
    });
  };
  state.read = () => {
    const address = kg.address.read();
    const whole = Boolean(kg.content.islands && address.get("all"));
    if (whole !== state.whole) { state.whole = whole; state.shown = whole ? new Set(things.keys()) : new Set(first); }
    state.selected = null;
    const thing = byId.get(address.get("node"));
    if (thing != null) { state.selected = { thing }; state.shown.add(thing); }
    const ends = (address.get("edge") || "").split(" ").map((id) => byId.get(id));
    const pair = ends.length === 2 ? pairs.findIndex(([one]) => facts[one].s === ends[0] && facts[one].t === ends[1]) : -1;
    if (pair >= 0) { state.selected = { pair }; ends.forEach((end) => state.shown.add(end)); }
    const year = Number(address.get("year"));
    state.year = year > 1000 && year < 3000 ? year : null;
    const names = new Set(kg.content.kinds.map((kind) => kind.name));
    state.hiddenKinds = new Set((address.get("without") || "").split(",").filter((name) => names.has(name)));
    const unsaid = new Set((address.get("unsaid") || "").split(","));
    state.hiddenRelations = new Set(kg.content.relations.flatMap((relation, index) => (unsaid.has(relation.name) ? [index] : [])));
    state.view = address.get("view") === "table" ? "table" : "picture";
    const way = (address.get("way") || "").split(" ").map((id) => byId.get(id));
    const path = way.length === 2 && way.every((end) => end != null) && state.way(...way);
    if (path) { state.selected = { path }; path.forEach((thing) => state.shown.add(thing)); }
  };
  state.settle();
  return state;
})();
