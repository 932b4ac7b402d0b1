"use strict";
/* A free place near `from` for each of `list`, on a spiral away from the middle of the picture. */
kg.settling = (nodes) => (from, list) => {
  const { state } = kg;
  if (list.every((id) => nodes[id].x != null)) return;
  const taken = [...state.visible].map((id) => nodes[id]).filter((node) => node.x != null);
  const box = (node) => ({ w: Math.max((kg.labels.width(node.text, 400) * node.font) / 200, node.size) + 8, h: node.size + node.font * 1.3 });
  const start = { x: nodes[from].x ?? 0, y: nodes[from].y ?? 0 };
  const turn = Math.atan2(start.y, start.x || 1);
  for (const id of list) {
    const node = nodes[id];
    if (node.x != null) { taken.push(node); continue; }
    const own = box(node);
    for (let step = 0; node.x == null; step += 1) {
      const reach = nodes[from].size + 55 + step * 4;
      const angle = turn + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * 0.42;
      const x = Math.round(start.x + Math.cos(angle) * reach * 1.2);
      const y = Math.round(start.y + Math.sin(angle) * reach);
      const free = taken.every((other) => { const b = box(other); return Math.abs(other.x - x) > own.w + b.w || Math.abs(other.y - y) > own.h + b.h; });
      if (free || step > 900) Object.assign(node, { x, y });
    }
    taken.push(node);
  }
};
