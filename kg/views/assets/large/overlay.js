"use strict";
/* What stands over and under the shapes: names, rings, arrows, words on ties, tinted communities. */
kg.overlay = ({ nodes, ranked, unit }) => {
  const { things, facts } = kg.content;
  const { state, ties } = kg;
  const NAMES = 400; // names tried in one frame
  const LEAST = 3; // pixels of a node's radius from which on it may be named
  const FAR = 14; // pixels of an island's radius from which on its first may be

  const tinted = () => {
    const groups = [];
    for (const id of state.visible) if (things[id].shown && nodes[id].x != null) (groups[things[id].group] ||= []).push(nodes[id]);
    return Array.from(groups, (group) => group || []);
  };
  let discs = null;
  const islands = () => {
    if (discs) return discs;
    discs = [];
    for (const node of nodes) {
      const disc = (discs[things[node.id].island] ||= { x: 0, y: 0, count: 0 });
      disc.x += node.x; disc.y += node.y; disc.count += 1;
    }
    for (const disc of discs) Object.assign(disc, { x: disc.x / disc.count, y: disc.y / disc.count, reach: 0 });
    for (const node of nodes) {
      const disc = discs[things[node.id].island];
      disc.reach = Math.max(disc.reach, Math.hypot(node.x - disc.x, node.y - disc.y) + unit);
    }
    return discs;
  };
  /* The most important of each island, who is named from afar. */
  let known = null;
  const chiefs = () => {
    if (known) return known;
    const first = [];
    for (const id of ranked.list) first[things[id].island] ??= id;
    known = new Set(first);
    return known;
  };
  const readable = (node, look) => node.size * look.scale >= LEAST || (chiefs().has(node.id) && islands()[things[node.id].island].reach * look.scale > FAR);
  const line = (context, pair, colour, wide) => {
    const [from, to] = ties.ends(pair).map((thing) => nodes[thing]);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.strokeStyle = colour;
    context.lineWidth = wide;
    context.stroke();
  };
  const lines = (context, look) => {
    for (const pair of look.lit) if (look.drawn(pair)) line(context, pair, look.litColour(pair), 2 / look.scale);
    if (look.hoverPair != null && look.drawn(look.hoverPair)) line(context, look.hoverPair, look.colours.accent, 2 / look.scale);
  };
  const ground = (context, look) => {
    if (!state.whole) { if (!look.focus) kg.tint(context, tinted(), kg.dark()); return; }
    islands().forEach((disc, number) => {
      context.beginPath();
      context.arc(disc.x, disc.y, disc.reach, 0, 2 * Math.PI);
      context.fillStyle = `hsl(${(28 + number * 137.5) % 360} ${kg.dark() ? "45% 60% / .065" : "60% 45% / .06"})`;
      context.fill();
    });
  };

  const arrow = (context, pair, look, colour) => {
    const [from, to] = ties.ends(pair).map((thing) => nodes[thing]);
    const turn = Math.atan2(to.y - from.y, to.x - from.x);
    const long = Math.max(7, 5 / look.scale);
    const [x, y] = [to.x - Math.cos(turn) * (to.size + 3), to.y - Math.sin(turn) * (to.size + 3)];
    context.beginPath();
    context.moveTo(x, y);
    for (const side of [-0.42, 0.42]) context.lineTo(x - Math.cos(turn + side) * long, y - Math.sin(turn + side) * long);
    context.closePath();
    context.fillStyle = colour;
    context.fill();
  };
  const words = (context, pair, look, whole) => {
    const [from, to] = ties.ends(pair).map((thing) => nodes[thing]);
    const long = Math.hypot(from.x - to.x, from.y - to.y) * look.scale;
    const text = whole ? ties.told(pair) : ties.brief(pair, long);
    const height = 11.5 / look.scale;
    context.font = `${height}px ${kg.labels.family}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4 / look.scale;
    context.strokeStyle = look.colours.paper;
    context.fillStyle = look.colours.ink;
    text.split("\n").forEach((line, index) => {
      const at = [(from.x + to.x) / 2, (from.y + to.y) / 2 + index * height * 1.2];
      context.strokeText(line, ...at);
      context.fillText(line, ...at);
    });
  };
  /* Those in view that are large enough to be named, the important first. */
  const candidates = (look) => {
    const found = [];
    const { left, right, top, bottom } = look.box;
    const always = new Set([look.hover, state.selected?.thing, ...(state.selected?.path || [])]);
    for (const id of always) if (id != null && state.visible.has(id) && nodes[id].x != null) found.push(Object.assign(nodes[id], { always: true }));
    for (const id of look.focus ? [...look.focus].sort((a, b) => ranked.place[a] - ranked.place[b]) : ranked.list) {
      if (found.length >= NAMES) break;
      const node = nodes[id];
      if (node.x == null || always.has(id) || !state.visible.has(id)) continue;
      if (node.x < left || node.x > right || node.y < top || node.y > bottom) continue;
      if (state.whole && !look.focus && !readable(node, look)) continue;
      found.push(Object.assign(node, { always: false }));
    }
    return found;
  };
  const over = (context, look) => {
    if (!state.whole && state.visiblePairs.size < 2000) {
      for (const pair of state.visiblePairs) if (ties.directed(pair) && !look.focus && look.drawn(pair)) arrow(context, pair, look, look.colours.edge);
    }
    const tied = look.lit.filter(look.drawn);
    for (const pair of tied) if (ties.directed(pair)) arrow(context, pair, look, look.litColour(pair));
    if (tied.length <= 16) for (const pair of tied) words(context, pair, look, state.selected?.thing == null);
    if (look.hoverPair != null && look.drawn(look.hoverPair)) words(context, look.hoverPair, look, true);
    const list = candidates(look);
    const planned = kg.labels.plan(list, look.scale);
    for (const node of list) {
      const own = { colours: look.colours, scale: look.scale, label: planned.get(node.id), dim: false, selected: state.selected?.thing === node.id, hover: look.hover === node.id };
      kg.node.ring(context, node, own);
      kg.node.marks(context, node, own);
      kg.node.label(context, node, own);
    }
  };
  return { ground, lines, over };
};
