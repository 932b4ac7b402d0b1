"use strict";
/* Where each thing stands and how large it is: in the part shown first, laid out with its names, or on its island. */
kg.placed = () => {
  const { things, islands, part } = kg.content;
  const { state } = kg;
  const UNIT = 60; // pixels between neighbours on an island
  const kinds = Object.fromEntries(kg.content.kinds.map((kind) => [kind.name, kind]));
  const onIsland = { person: 0.42, organization: 0.44, unit: 0.4, project: 0.34 };
  const broken = (label) => {
    const lines = [""];
    for (const word of label.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (longer.length <= 20 || !lines.at(-1)) lines[lines.length - 1] = longer; else lines.push(word);
    }
    const short = lines.slice(0, 2).map((line) => (line.length > 24 ? `${line.slice(0, 23)}…` : line));
    return short.join("\n") + (lines.length > 2 ? "…" : "");
  };

  class Node {
    constructor(id) { Object.assign(this, { id, more: 0, pinned: false, x: null, y: null }); }
    get label() { return things[this.id].label; }
    get kind() { return things[this.id].kind; }
    get text() { return (this.lines ||= broken(this.label)); }
    get font() { return kinds[this.kind].font; }
    get degree() { return state.near[this.id].length; }
    get size() {
      if (state.whole) return (onIsland[this.kind] || 0.28) * UNIT * Math.min(1 + Math.sqrt(this.degree) / 14, 1.7);
      return Math.round(Math.min(kinds[this.kind].size * (0.9 + 0.16 * Math.sqrt(kg.index.of(this.id).size)), kinds[this.kind].size * 2.4));
    }
  }
  const nodes = things.map((_, id) => new Node(id));
  let whole = null;
  let kept = new Map(part);
  /* Everybody to their places, after the state has turned from the part to the whole or back. */
  const arrange = (tall) => {
    if (whole === state.whole) return false;
    if (whole === false) kept = new Map([...state.shown, ...kept.keys()].filter((id) => nodes[id].x != null).map((id) => [id, nodes[id]]).map(([id, { x, y }]) => [id, tall ? { x: y, y: x } : { x, y }]));
    whole = state.whole;
    for (const node of nodes) {
      const spot = whole ? islands[node.id] : kept.get(node.id);
      const unit = whole ? UNIT : 1;
      [node.x, node.y] = spot ? [spot.x * unit, spot.y * unit] : [null, null];
      if (tall && spot) [node.x, node.y] = [node.y, node.x]; // computed for a wide page
    }
    return true;
  };
  return { nodes, arrange, UNIT };
};
