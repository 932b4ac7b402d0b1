"use strict";
/* Which labels fit: the important ones first, never one on another, never too small to read. */
kg.labels = (() => {
  const LEAST = 11;
  const MOST = 24;
  const measure = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  const family = getComputedStyle(document.body).fontFamily;
  const weight = (kind) => (kind === "person" || kind === "organization" ? 600 : 400);

  /* The width of a text at 100 pixels, measured once. */
  const width = (text, bold) => {
    const key = bold + text;
    if (!widths.has(key)) {
      measure.font = `${bold} 100px ${family}`;
      widths.set(key, Math.max(...text.split("\n").map((line) => measure.measureText(line).width)));
    }
    return widths.get(key);
  };

  /* Where a label may stand: below if it can, else above, right, left. */
  const places = (x, y, r, half, high) => [
    ["below", { left: x - half, right: x + half, top: y + r + 3, bottom: y + r + 3 + high }],
    ["above", { left: x - half, right: x + half, top: y - r - 3 - high, bottom: y - r - 3 }],
    ["right", { left: x + r + 4, right: x + r + 4 + half * 2, top: y - high / 2, bottom: y + high / 2 }],
    ["left", { left: x - r - 4 - half * 2, right: x - r - 4, top: y - high / 2, bottom: y + high / 2 }],
  ];

  /* node → height of its label in pixels of the screen and its place, for those that have room; `nodes` come in falling importance. */
  const plan = (nodes, scale) => {
    const cell = 96;
    const grid = new Map();
    const cells = (box, visit) => {
      for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x += 1) {
        for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y += 1) if (visit(`${x} ${y}`)) return true;
      }
      return false;
    };
    const add = (box) => cells(box, (key) => { const known = grid.get(key); if (known) known.push(box); else grid.set(key, [box]); return false; });
    // A person's or an organization's name may cover small signs, never another name.
    const hits = (box, own, over) => cells(box, (key) => (grid.get(key) || []).some((other) =>
      other.own !== own && !(over && other.small) && box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top));
    for (const node of nodes) {
      const r = node.size * scale * 0.9;
      add({ own: node.id, small: weight(node.kind) < 600, left: node.x * scale - r, right: node.x * scale + r, top: node.y * scale - r, bottom: node.y * scale + r });
    }
    const planned = new Map();
    for (const node of nodes) {
      const height = Math.min(Math.max(node.font * scale, LEAST), Math.max(MOST, node.font));
      const half = (width(node.text, weight(node.kind)) * height) / 200 + 2;
      const high = node.text.split("\n").length * height * 1.18;
      const choice = places(node.x * scale, node.y * scale, node.size * scale, half, high);
      const free = choice.find(([, box]) => !hits(box, node.id, weight(node.kind) === 600)) || (node.always && choice[0]);
      if (!free) continue;
      add({ ...free[1], own: node.id });
      planned.set(node.id, { height, at: free[0] });
    }
    return planned;
  };
  return { plan, width, weight, family };
})();
