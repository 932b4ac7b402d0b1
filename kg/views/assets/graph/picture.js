"use strict";
/* The picture: vis-network holds, hits and pans; we draw nodes and labels, and say which edges stand out. */
kg.picture = ({ choose, choosePair, clear, expand }) => {
  const { things, facts, pairs, picture } = kg.content;
  const { state } = kg;
  const place = document.getElementById("canvas");
  const fonts = { person: 16, organization: 15, unit: 13 };
  const nodes = picture.nodes.map((node) => ({
    ...node, text: node.label, label: things[node.id].label, kind: things[node.id].kind,
    font: fonts[things[node.id].kind] || 12, degree: state.neighbours[node.id].size, more: 0, pinned: false,
  }));
  // Computed for a wide page; on a tall one the picture lies on its side.
  if (place.clientHeight > place.clientWidth * 1.2) for (const node of nodes) if (node.x != null) [node.x, node.y] = [node.y, node.x];
  const importance = (node) => node.degree + (node.kind === "person" ? 40 : node.kind === "organization" ? 30 : node.kind === "unit" ? 10 : 0);
  const ranked = [...nodes].sort((a, b) => importance(b) - importance(a) || a.id - b.id);
  let colours = {};
  let planned = new Map();
  let focus = null;
  let hover = null;

  const readColours = () => {
    colours = Object.fromEntries(["paper", "card", "ink", "muted", "line", "accent", ...kg.content.kinds.map((kind) => kind.name)].map((name) => [name, kg.colour(name)]));
    colours.soften = `color-mix(in srgb, ${colours.ink} 80%, ${colours.paper})`;
  };
  readColours();

  const renderer = ({ ctx, id, x, y }) => {
    const node = nodes[id];
    node.x = x;
    node.y = y;
    const look = () => ({
      colours, scale: network.getScale(), label: planned.get(id), dim: focus !== null && !focus.has(id) && hover !== id,
      selected: state.selected?.thing === id, hover: hover === id,
    });
    return {
      drawNode: () => kg.node.draw(ctx, node, look()),
      drawExternalLabel: () => kg.node.label(ctx, node, look()),
      nodeDimensions: { width: node.size * 2 + 4, height: node.size * 2 + 4 },
    };
  };

  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  const network = new vis.Network(place, { nodes: nodeSet, edges: edgeSet }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, selectConnectedEdges: false, hoverConnectedEdges: false, zoomSpeed: 0.6, tooltipDelay: 1e8 },
    nodes: { shape: "custom", ctxRenderer: renderer, chosen: false, size: 12 },
    edges: { chosen: false, smooth: { enabled: true, type: "curvedCW", roundness: 0.08 }, selectionWidth: 0, hoverWidth: 0 },
  });

  const communities = () => {
    const groups = [];
    for (const id of state.visible) {
      const group = things[id].group || 0;
      if (things[id].shown && nodes[id].x != null) (groups[group] ||= []).push(nodes[id]);
    }
    return groups.map((group) => group || []);
  };
  network.on("beforeDrawing", (context) => {
    if (!focus) kg.tint(context, communities(), kg.dark());
    const list = ranked.filter((node) => state.visible.has(node.id) && node.x != null && (!focus || focus.has(node.id) || hover === node.id));
    list.forEach((node) => { node.always = node.id === hover || node.id === state.selected?.thing; });
    list.sort((a, b) => b.always - a.always);
    planned = kg.labels.plan(list, network.getScale());
  });

  const directed = (pair) => pairs[pair].some((index) => ["advised by", "part of"].includes(kg.content.relations[facts[index].r].name)) || !kg.content.relations[facts[pairs[pair][0]].r].ongoing;
  /* What an edge of the selection says under it: one line, where there is room for it and something worth a line. */
  const brief = (pair) => {
    const { s, t } = facts[pairs[pair][0]];
    const long = Math.hypot(nodes[s].x - nodes[t].x, nodes[s].y - nodes[t].y) * network.getScale();
    const [first] = pairs[pair].map((index) => facts[index]).filter((fact) => fact.when || !kg.faint(kg.content.relations[fact.r].name));
    const words = first && [first.as || kg.words(first), kg.period(first.when, first.now)].filter(Boolean).join(", ");
    return words && long > words.length * 6 + 50 ? words : " ";
  };
  const told = (pair) => {
    const words = [...new Set(pairs[pair].filter(state.factShown).map((index) => {
      const fact = facts[index];
      return [fact.as || kg.words(fact), kg.period(fact.when, fact.now)].filter(Boolean).join(", ");
    }))];
    return words.slice(0, 2).join("\n") + (words.length > 2 ? `\n+${words.length - 2}` : "");
  };
  const incident = (pair) => {
    const { s, t } = facts[pairs[pair][0]];
    if (state.selected?.path) return state.selected.path.some((at, index, path) => (at === s && (path[index + 1] === t || path[index - 1] === t)));
    return state.selected?.pair === pair || (state.selected?.thing != null && (s === state.selected.thing || t === state.selected.thing));
  };
  const edgeLook = (pair, many) => {
    const { s, t } = facts[pairs[pair][0]];
    const lit = incident(pair);
    const dim = focus && !lit && !(state.matching && focus.has(s) && focus.has(t));
    const other = state.selected?.thing === s ? t : s;
    const strong = pairs[pair].some((index) => !kg.faint(kg.content.relations[facts[index].r].name));
    return {
      id: pair, from: s, to: t,
      color: { color: lit ? colours[things[other].kind] : colours.ink, opacity: lit ? 0.85 : dim ? 0.05 : strong ? 0.34 : 0.15 },
      width: lit ? 2 : strong ? 1.4 : 0.9,
      arrows: { to: { enabled: directed(pair), scaleFactor: 0.5 } },
      label: !lit || many ? " " : state.selected?.thing != null ? brief(pair) : told(pair),
      font: { size: Math.min(Math.max(11, 11.5 / network.getScale()), 40), color: colours.ink, strokeWidth: 4, strokeColor: colours.paper, face: kg.labels.family, align: "horizontal" },
    };
  };

  const refresh = () => {
    focus = state.focus();
    const many = state.selected?.thing != null && [...state.visiblePairs].filter(incident).length > 16;
    for (const node of nodes) node.more = state.hiddenOf(node.id).length + (things[node.id].beyond || 0);
    const wanted = [...state.visible].filter((id) => nodes[id].x != null);
    nodeSet.remove(nodeSet.getIds().filter((id) => !state.visible.has(id)));
    nodeSet.update(wanted.sort((a, b) => nodes[a].degree - nodes[b].degree).map((id) => ({ id, x: nodes[id].x, y: nodes[id].y, size: nodes[id].size })));
    edgeSet.remove(edgeSet.getIds().filter((pair) => !state.visiblePairs.has(pair)));
    edgeSet.update([...state.visiblePairs].map((pair) => edgeLook(pair, many)));
    network.redraw();
  };

  const motion = () => (kg.still() ? false : { duration: 450, easingFunction: "easeInOutCubic" });
  /* How much of each side lies under the legend, the panel and the notice. */
  const covered = () => {
    const [legend, details, notice] = ["legend", "details", "notice"].map((id) => document.getElementById(id));
    const wide = matchMedia("(min-width: 721px)").matches;
    return {
      left: wide && !legend.hidden ? legend.offsetLeft + legend.offsetWidth : 0,
      right: wide && !details.hidden ? details.offsetWidth : 0,
      top: notice.hidden ? 0 : 40,
      bottom: wide ? 44 : details.hidden ? 56 : details.offsetHeight,
    };
  };
  /* All of `list` (or of what is shown) in the part of the picture that no card covers. */
  const fit = (list, still) => {
    const chosen = (list || nodeSet.getIds()).map((id) => nodes[id]);
    if (!chosen.length || !place.clientWidth) return;
    const hid = covered();
    const edge = (pick, far) => Math[far](...chosen.map((node) => pick(node) + (far === "max" ? 1 : -1) * (node.size + 14)));
    const box = { left: edge((node) => node.x, "min") - 24, right: edge((node) => node.x, "max") + 24, top: edge((node) => node.y, "min"), bottom: edge((node) => node.y, "max") + 18 };
    const room = { x: place.clientWidth - hid.left - hid.right - (list ? 84 : 120), y: place.clientHeight - hid.top - hid.bottom - 44 };
    const scale = Math.min(room.x / (box.right - box.left), room.y / (box.bottom - box.top), 1.5);
    const shift = { x: (hid.left - hid.right) / 2 / scale, y: (hid.top - hid.bottom) / 2 / scale };
    network.moveTo({ position: { x: (box.left + box.right) / 2 - shift.x, y: (box.top + box.bottom) / 2 - shift.y }, scale, animation: still ? false : motion() });
  };
  const inView = (id) => {
    const hid = covered();
    const point = network.canvasToDOM({ x: nodes[id].x, y: nodes[id].y });
    return point.x > hid.left + 30 && point.y > 30 && point.x < place.clientWidth - hid.right - 30 && point.y < place.clientHeight - hid.bottom - 30;
  };
  const centre = (id) => {
    const hid = covered();
    const scale = network.getScale();
    const offset = { x: (hid.left - hid.right) / 2, y: (hid.top - hid.bottom) / 2 };
    network.moveTo({ position: { x: nodes[id].x, y: nodes[id].y }, offset, scale, animation: motion() });
  };

  /* A free place near `from` for each of `list`, on a spiral away from the middle of the picture. */
  const settleNear = (from, list) => {
    const taken = nodes.filter((node) => state.visible.has(node.id) && node.x != null);
    const box = (node) => ({ w: Math.max(kg.labels.width(node.text, 400) * node.font / 200, node.size) + 8, h: node.size + node.font * 1.3 });
    const turn = Math.atan2(nodes[from].y, nodes[from].x || 1);
    for (const id of list) {
      const node = nodes[id];
      if (node.x != null) { taken.push(node); continue; }
      const own = box(node);
      for (let step = 0; node.x == null; step += 1) {
        const reach = nodes[from].size + 55 + step * 4;
        const angle = turn + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * 0.42;
        const x = Math.round(nodes[from].x + Math.cos(angle) * reach * 1.2);
        const y = Math.round(nodes[from].y + Math.sin(angle) * reach);
        const free = taken.every((other) => { const b = box(other); return Math.abs(other.x - x) > own.w + b.w || Math.abs(other.y - y) > own.h + b.h; });
        if (free || step > 900) Object.assign(node, { x, y });
      }
      taken.push(node);
    }
  };

  network.on("click", ({ nodes: [node], edges: [edge] }) => { if (node != null) choose(node); else if (edge != null) choosePair(edge); else clear(); });
  network.on("doubleClick", ({ nodes: [node] }) => { if (node != null) expand(node); });
  network.on("hoverNode", ({ node }) => { hover = node; place.classList.add("over"); network.redraw(); });
  network.on("blurNode", () => { hover = null; place.classList.remove("over"); network.redraw(); });
  network.on("hoverEdge", ({ edge }) => { place.classList.add("over"); if (edgeSet.get(edge)) edgeSet.update({ id: edge, label: told(edge), color: { color: colours.accent, opacity: 0.9 } }); });
  network.on("blurEdge", ({ edge }) => { place.classList.remove("over"); if (edgeSet.get(edge)) refresh(); });
  network.on("dragEnd", ({ nodes: [node] }) => { if (node != null) { Object.assign(nodes[node], network.getPosition(node), { pinned: true }); network.redraw(); } });
  network.on("animationFinished", () => { if (state.selected) refresh(); }); // edge labels keep their size on the screen
  kg.onTheme(() => { readColours(); refresh(); });
  place.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
    const zoom = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
    if (!step && !zoom) return;
    event.preventDefault();
    const scale = network.getScale();
    const at = network.getViewPosition();
    network.moveTo({ position: step ? { x: at.x + step[0] / scale, y: at.y + step[1] / scale } : at, scale: scale * (zoom || 1) });
  });
  return { refresh, fit, centre, inView, settleNear, nodes, network, colours: () => colours };
};
