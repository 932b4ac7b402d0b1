"use strict";
/* The picture, drawn by sigma.js on the graphics card: the part shown first, or everything on islands, where ties
   between islands show only for what is chosen. */
kg.picture = ({ drawable, choose, choosePair, clear, expand }) => {
  const { things, facts, pairs } = kg.content;
  const { state, ties } = kg;
  const place = document.getElementById("canvas");
  const { nodes, arrange, UNIT } = kg.placed();
  const tall = !kg.content.ways && place.clientHeight > place.clientWidth * 1.2;
  const REACH = 1000; // sigma's own frame holds this far around the middle; the camera goes where it likes
  const settleNear = kg.settling(nodes);
  arrange(tall);
  if (!drawable) {
    const nothing = () => {};
    return { nodes, settleNear, refresh: nothing, fit: nothing, centre: nothing, inView: () => true, colours: () => ({}), canvases: () => [], drawn: () => [] };
  }
  const importance = (id) => nodes[id].degree + ({ person: 40, organization: 30, unit: 10 }[things[id].kind] || 0);
  const ranked = { list: things.map((_, id) => id).sort((a, b) => importance(b) - importance(a) || a - b), place: [] };
  ranked.list.forEach((id, at) => { ranked.place[id] = at; });

  let colours = {};
  let focus = null;
  let lit = new Set();
  let [hover, hoverPair] = [null, null];
  const mix = (colour, share) => {
    const [one, other] = [colour, colours.paper].map((hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16)));
    return `#${one.map((part, index) => Math.round(part * share + other[index] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
  };
  const readColours = () => {
    const names = ["paper", "card", "ink", "muted", "line", "accent", ...kg.content.kinds.map((kind) => kind.name)];
    colours = Object.fromEntries(names.map((name) => [name, kg.colour(name)]));
    colours.dim = Object.fromEntries(kg.content.kinds.map((kind) => [kind.name, mix(colours[kind.name], 0.14)]));
    Object.assign(colours, { edge: mix(colours.ink, 0.24), faint: mix(colours.ink, 0.1), far: mix(colours.ink, 0.05), soften: mix(colours.ink, 0.8) });
  };
  readColours();
  const litColour = (pair) => {
    const [s, t] = ties.ends(pair);
    return colours[things[state.selected?.thing === s ? t : s].kind];
  };

  /* What sigma holds: all that is shown, and the ties that are drawn between them. */
  let graph = null;
  const joined = (pair) => { const [s, t] = ties.ends(pair); return s !== t && (!state.whole || things[s].island === things[t].island); };
  const addNode = (id) => graph.addNode(String(id), { x: nodes[id].x, y: -nodes[id].y, size: nodes[id].size });
  const addEdge = (pair) => {
    const ends = ties.ends(pair).map(String);
    if (ends.every((end) => graph.hasNode(end))) graph.addEdgeWithKey(String(pair), ...ends);
  };
  const filled = () => {
    graph = new webgl.Graph({ type: "undirected", multi: true });
    for (const id of state.shown) if (nodes[id].x != null) addNode(id);
    pairs.forEach((_, pair) => { if (joined(pair)) addEdge(pair); });
    return graph;
  };
  const grown = () => {
    const fresh = [...state.shown].filter((id) => nodes[id].x != null && !graph.hasNode(String(id)));
    fresh.forEach(addNode);
    const near = new Set(fresh.flatMap((id) => state.near[id].map((index) => state.byPair[index])));
    for (const pair of near) if (joined(pair) && !graph.hasEdge(String(pair))) addEdge(pair);
  };

  const renderer = new webgl.Picture(filled(), place, {
    allowInvalidContainer: true, renderLabels: false, stagePadding: 0, zIndex: true, minCameraRatio: null, maxCameraRatio: null,
    itemSizesReference: "positions", zoomToSizeRatioFunction: (ratio) => ratio, enableEdgeEvents: !state.whole,
    defaultNodeType: "shape", nodeProgramClasses: { shape: webgl.ShapeProgram },
    defaultEdgeType: "line", edgeProgramClasses: { line: webgl.EdgeLineProgram },
    defaultDrawNodeHover: () => {}, doubleClickZoomingRatio: 1,
    nodeReducer: (key, data) => {
      const id = Number(key);
      const { kind } = things[id];
      const out = focus && !focus.has(id);
      return { x: data.x, y: data.y, size: data.size, shape: kg.shape.of[kind], key, type: "shape", label: null, color: out ? colours.dim[kind] : colours[kind], hidden: !state.visible.has(id), zIndex: out ? 0 : 1 };
    },
    edgeReducer: (key) => {
      const pair = Number(key);
      const [s, t] = ties.ends(pair);
      const out = focus && !(state.matching && focus.has(s) && focus.has(t));
      const color = pair === hoverPair ? colours.accent : out ? colours.far : ties.strong(pair) ? colours.edge : colours.faint;
      return { key, type: "line", size: 1, color, hidden: !state.visiblePairs.has(pair) || lit.has(pair) || (out && state.whole), zIndex: 0 };
    },
  });
  renderer.setCustomBBox({ x: [-REACH, REACH], y: [-REACH, REACH] });
  renderer.createCanvasContext("under", { beforeLayer: "edges" });
  renderer.createCanvasContext("over", { beforeLayer: "mouse" });
  // Layers that stay empty, as we draw names and rings ourselves, would only cost a browser without a graphics card.
  for (const layer of ["edgeLabels", "labels", "hovers", "hoverNodes"]) renderer.getCanvases()[layer].hidden = true;
  renderer.resize(true);

  const lens = renderer.getCamera();
  const side = () => Math.min(place.clientWidth, place.clientHeight);
  const camera = {
    scale: () => side() / (2 * REACH * lens.ratio),
    at: () => ({ x: (lens.x - 0.5) * 2 * REACH, y: -(lens.y - 0.5) * 2 * REACH }),
    toView: ({ x, y }) => renderer.graphToViewport({ x, y: -y }),
    move: ({ x, y, scale, still }) => {
      const state = { x: x / (2 * REACH) + 0.5, y: -y / (2 * REACH) + 0.5, ratio: side() / (2 * REACH * scale), angle: 0 };
      if (still || kg.still()) lens.setState(state); else lens.animate(state, { duration: 450, easing: "cubicInOut" });
    },
  };
  const { fit, inView, centre } = kg.frame({ place, nodes, camera });

  const overlay = kg.overlay({ nodes, ranked, unit: UNIT });
  renderer.on("afterRender", () => {
    const [scale, origin] = [camera.scale(), camera.toView({ x: 0, y: 0 })];
    const reach = 60 / scale;
    const look = {
      colours, scale, focus, hover, hoverPair, lit: [...lit], litColour, drawn: (pair) => state.visiblePairs.has(pair) && ties.ends(pair).every((id) => nodes[id].x != null),
      box: { left: -origin.x / scale - reach, right: (place.clientWidth - origin.x) / scale + reach, top: -origin.y / scale - reach, bottom: (place.clientHeight - origin.y) / scale + reach },
    };
    const layers = renderer.getCanvases();
    layers.edgeLabels.hidden = !lit.size && hoverPair == null;
    // Bright lines stand over the pale ones and under the shapes, where sigma has its layer for words on edges.
    for (const [canvas, draw] of [[layers.under, overlay.ground], [layers.edgeLabels, overlay.lines], [layers.over, overlay.over]]) {
      const context = canvas.getContext("2d");
      const dense = canvas.width / Math.max(place.clientWidth, 1);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(scale * dense, 0, 0, scale * dense, origin.x * dense, origin.y * dense);
      draw(context, look);
    }
  });

  let whole = state.whole;
  const refresh = () => {
    focus = state.focus();
    if (arrange(tall) || whole !== state.whole) {
      whole = state.whole;
      renderer.setSetting("enableEdgeEvents", !whole);
      renderer.setGraph(filled());
    } else if (graph.order < state.shown.size) grown();
    lit = new Set(ties.lit()); // drawn by the page, wherever they lead
    if (!whole) for (const id of state.visible) nodes[id].more = state.hiddenOf(id).length;
    else for (const id of state.shown) nodes[id].more = 0;
    renderer.refresh({ schedule: true });
  };

  /* A node follows the pointer that holds it, and stays where it is let go. */
  let held = null;
  let dragged = false;
  renderer.on("downNode", ({ node }) => { held = Number(node); dragged = false; });
  renderer.on("moveBody", ({ event }) => {
    if (held == null) return;
    dragged = true;
    const { x, y } = renderer.viewportToGraph(event);
    Object.assign(nodes[held], { x, y: -y, pinned: true });
    graph.mergeNodeAttributes(String(held), { x, y });
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const release = () => { held = null; };
  renderer.on("upNode", release);
  renderer.on("upStage", release);
  renderer.on("clickNode", ({ node }) => { if (!dragged) choose(Number(node)); dragged = false; });
  renderer.on("clickEdge", ({ edge }) => choosePair(Number(edge)));
  renderer.on("clickStage", () => { if (!dragged) clear(); dragged = false; });
  renderer.on("doubleClickNode", (event) => { event.preventSigmaDefault(); expand(Number(event.node)); });
  renderer.on("doubleClickStage", (event) => event.preventSigmaDefault());
  const over = (on) => { place.classList.toggle("over", on); renderer.scheduleRender(); };
  renderer.on("enterNode", ({ node }) => { hover = Number(node); over(true); });
  renderer.on("leaveNode", () => { hover = null; over(false); });
  const point = (pair) => {
    const changed = [hoverPair, pair].filter((one) => one != null && graph.hasEdge(String(one))).map(String);
    hoverPair = pair;
    renderer.refresh({ partialGraph: { edges: changed }, skipIndexation: false });
    place.classList.toggle("over", pair != null);
  };
  renderer.on("enterEdge", ({ edge }) => point(Number(edge)));
  renderer.on("leaveEdge", () => point(null));
  kg.onTheme(() => { readColours(); renderer.refresh(); });

  return {
    nodes, refresh, centre, inView, settleNear, renderer, graph: () => graph, drawable, toView: camera.toView,
    fit: (list, still) => fit(list || [...state.visible].filter((id) => nodes[id].x != null), { still, whole: !list }),
    colours: () => colours, drawn: () => [...state.visiblePairs].filter((pair) => graph.hasEdge(String(pair)) || lit.has(pair)),
    canvases: () => { renderer.render(); return [...place.querySelectorAll("canvas")].filter((canvas) => canvas.width && canvas.checkVisibility()); },
  };
};
