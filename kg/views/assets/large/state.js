"use strict";
/* What is filtered and chosen. Everything is there from the start; the graphics card draws it all. */
kg.state = (() => {
  const { things, facts, kinds, relations } = kg.content;
  const state = {
    shown: { has: () => true }, hiddenKinds: new Set(), hiddenRelations: new Set(), selected: null, matching: null, view: "picture",
  };
  const listeners = [];
  state.on = (listener) => listeners.push(listener);
  state.changed = (what) => { listeners.forEach((listener) => listener(what)); state.write(); };
  state.factShown = (index) => !state.hiddenRelations.has(facts[index].r);
  state.thingShown = (thing) => !state.hiddenKinds.has(things[thing].kind)
    && (!state.hiddenRelations.size || !kg.index.near[thing].length || kg.index.near[thing].some(state.factShown));
  state.toggle = (set, value, only) => {
    if (only) {
      const all = set === state.hiddenKinds ? kinds.map((kind) => kind.name) : relations.map((_, index) => index);
      const alone = all.every((one) => set.has(one) !== (one === value));
      set.clear();
      if (!alone) all.filter((one) => one !== value).forEach((one) => set.add(one));
    } else if (!set.delete(value)) set.add(value);
    state.changed("filter");
  };
  state.write = () => kg.address.write({
    node: state.selected != null && things[state.selected].id,
    without: [...state.hiddenKinds].join(","),
    view: state.view === "table" && "table",
  });
  state.read = () => {
    const address = kg.address.read();
    state.selected = kg.index.byId.get(address.get("node")) ?? null;
    const names = new Set(kinds.map((kind) => kind.name));
    state.hiddenKinds = new Set((address.get("without") || "").split(",").filter((name) => names.has(name)));
    state.view = address.get("view") === "table" ? "table" : "picture";
  };
  return state;
})();
