"use strict";
/* The picture: vis-network holds, hits and pans; we draw nodes and labels, and say which edges stand out. */
kg.picture = ({ choose, choosePair, clear, expand }) => {
  const { things, facts, pairs, part, picture } = kg.content;
  const { state } = kg;
  const place = document.getElementById("canvas");
  const fonts = Object.fromEntries(kg.content.kinds.map((kind) => [kind.name, kind.font]));
  const nodes = things.map((thing, id) => ({
    id, label: thing.label, text: picture.texts[id] || thing.label, kind: thing.kind, size: picture.sizes[id],
    font: fonts[thing.kind], degree: kg.index.of(id).size, more: 0, pinned: false, x: null, y: null, ...part.get(id),
  }));
  // Computed for a wide page; on a tall one the picture lies on its side. Ways between two run down on any page.
  if (!kg.content.ways && place.clientHeight > place.clientWidth * 1.2) for (const node of nodes) if (node.x != null) [node.x, node.y] = [node.y, node.x];
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

  const { directed, strong, brief, told, incident } = kg.ties;
  const long = (s, t) => Math.hypot(nodes[s].x - nodes[t].x, nodes[s].y - nodes[t].y) * network.getScale();
  const edgeLook = (pair, many) => {
    const { s, t } = facts[pairs[pair][0]];
    const lit = incident(pair);
    const dim = focus && !lit && !(state.matching && focus.has(s) && focus.has(t));
    const other = state.selected?.thing === s ? t : s;
    const weight = strong(pair);
    return {
      id: pair, from: s, to: t,
      color: { color: lit ? colours[things[other].kind] : colours.ink, opacity: lit ? 0.85 : dim ? 0.05 : weight ? 0.34 : 0.15 },
      width: lit ? 2 : weight ? 1.4 : 0.9,
      arrows: { to: { enabled: directed(pair), scaleFactor: 0.5 } },
      label: !lit || many ? " " : state.selected?.thing != null ? brief(pair, long(s, t)) : told(pair),
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
  const camera = {
    scale: () => network.getScale(),
    at: () => network.getViewPosition(),
    toView: ({ x, y }) => network.canvasToDOM({ x, y }),
    move: ({ x, y, scale, still }) => network.moveTo({ position: { x, y }, scale, animation: still ? false : motion() }),
  };
  const { fit, inView, centre } = kg.frame({ place, nodes, camera });

  network.on("click", ({ nodes: [node], edges: [edge] }) => { if (node != null) choose(node); else if (edge != null) choosePair(edge); else clear(); });
  network.on("doubleClick", ({ nodes: [node] }) => { if (node != null) expand(node); });
  network.on("hoverNode", ({ node }) => { hover = node; place.classList.add("over"); network.redraw(); });
  network.on("blurNode", () => { hover = null; place.classList.remove("over"); network.redraw(); });
  network.on("hoverEdge", ({ edge }) => { place.classList.add("over"); if (edgeSet.get(edge)) edgeSet.update({ id: edge, label: told(edge), color: { color: colours.accent, opacity: 0.9 } }); });
  network.on("blurEdge", ({ edge }) => { place.classList.remove("over"); if (edgeSet.get(edge)) refresh(); });
  network.on("dragEnd", ({ nodes: [node] }) => { if (node != null) { Object.assign(nodes[node], network.getPosition(node), { pinned: true }); network.redraw(); } });
  network.on("animationFinished", () => { if (state.selected) refresh(); }); // edge labels keep their size on the screen
  kg.onTheme(() => { readColours(); refresh(); });
  return {
    nodes, refresh, centre, inView, network, drawable: true, toView: camera.toView,
    fit: (list, still) => fit(list || nodeSet.getIds(), { still, whole: !list }),
    settleNear: kg.settling(nodes), colours: () => colours, canvases: () => [...place.querySelectorAll("canvas")],
    drawn: () => [...state.visiblePairs], unfold: () => {},
  };
};
