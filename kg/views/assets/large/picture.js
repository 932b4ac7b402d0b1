"use strict";
/* The picture, drawn by sigma.js: islands of shapes; ties between islands only for what is chosen. */
kg.largePicture = ({ choose, clear }) => {
  const { things, facts } = kg.content;
  const { state } = kg;
  const place = document.getElementById("canvas");
  const family = getComputedStyle(document.body).fontFamily;
  const size = { person: 0.42, organization: 0.44, unit: 0.4, project: 0.34 };
  let colours = {};
  let focus = null;
  let hover = null;
  const mix = (colour, share) => {
    const [one, other] = [colour, colours.paper].map((hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16)));
    return `#${one.map((part, index) => Math.round(part * share + other[index] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
  };
  const readColours = () => {
    const names = ["paper", "card", "ink", "muted", "line", ...kg.content.kinds.map((kind) => kind.name)];
    colours = Object.fromEntries(names.map((name) => [name, kg.colour(name)]));
    colours.card = /^#[0-9a-f]{6}$/i.test(colours.card) ? colours.card : "#ffffff";
    colours.dim = Object.fromEntries(kg.content.kinds.map((kind) => [kind.name, mix(colours[kind.name], 0.14)]));
    colours.edge = mix(colours.ink, 0.16);
  };
  readColours();

  const graph = new webgl.Graph({ type: "undirected", multi: false });
  things.forEach((thing, index) => {
    const degree = kg.index.near[index].length;
    graph.addNode(String(index), { x: thing.x, y: -thing.y, size: (size[thing.kind] || 0.28) * Math.min(1 + Math.sqrt(degree) / 14, 1.7), degree });
  });
  const crossing = [];
  facts.forEach(({ s, t }) => {
    if (s === t) return;
    if (things[s].group === things[t].group) graph.mergeEdge(String(s), String(t)); else crossing.push([s, t]);
  });

  const lines = (context, { x, y, size: radius, label, key }, height) => {
    const thing = things[Number(key)];
    const strong = thing.kind === "person" || thing.kind === "organization";
    context.font = `${strong ? 600 : 400} ${height}px ${family}`;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = colours.paper;
    context.fillStyle = colours.ink;
    context.strokeText(label, x, y + radius + 2);
    context.fillText(label, x, y + radius + 2);
  };
  const drawHover = (context, data) => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.strokeStyle = colours[things[Number(data.key)].kind];
    context.lineWidth = 2.5;
    context.stroke();
    if (data.label) lines(context, data, 14);
  };

  const renderer = new webgl.Sigma(graph, place, {
    defaultNodeType: "shape", nodeProgramClasses: { shape: webgl.ShapeProgram },
    defaultEdgeType: "line", edgeProgramClasses: { line: webgl.EdgeLineProgram },
    itemSizesReference: "positions", zoomToSizeRatioFunction: (ratio) => ratio, autoRescale: true, stagePadding: 40,
    labelDensity: 0.7, labelGridCellSize: 130, labelRenderedSizeThreshold: 3.2, labelFont: family, minCameraRatio: 0.002, maxCameraRatio: 1.6,
    defaultDrawNodeLabel: (context, data) => { if (data.label) lines(context, data, 12.5); },
    defaultDrawNodeHover: drawHover,
    nodeReducer: (key, data) => {
      const index = Number(key);
      const thing = things[index];
      const out = focus && !focus.has(index);
      return {
        x: data.x, y: data.y, size: data.size, shape: kg.shape.of[thing.kind], label: out ? null : thing.label, key,
        color: out ? colours.dim[thing.kind] : colours[thing.kind], hidden: !state.thingShown(index),
        highlighted: index === state.selected, forceLabel: Boolean(focus && focus.size < 40 && focus.has(index)), zIndex: out ? 0 : 1, type: "shape",
      };
    },
    edgeReducer: (edge, data) => ({
      ...data, color: data.lit ? colours[data.lit] : colours.edge, size: 1, type: "line",
      hidden: Boolean(focus && !data.lit), zIndex: data.lit ? 1 : 0,
    }),
    zIndex: true,
  });

  /* The ties of the selection, wherever they lead. */
  let drawn = [];
  const lightTies = () => {
    for (const { edge, temporary } of drawn) if (temporary) graph.dropEdge(edge); else graph.removeEdgeAttribute(edge, "lit");
    drawn = [];
    if (state.selected == null) return;
    for (const other of kg.index.of(state.selected)) {
      const ends = [String(state.selected), String(other)];
      if (other === state.selected || !state.thingShown(other)) continue;
      const known = graph.edge(...ends);
      const edge = known || graph.addEdge(...ends);
      graph.setEdgeAttribute(edge, "lit", things[other].kind);
      drawn.push({ edge, temporary: !known });
    }
  };
  const refresh = () => {
    focus = state.matching || (state.selected == null ? null : new Set([state.selected, ...kg.index.of(state.selected)]));
    lightTies();
    renderer.refresh();
  };
  const still = () => (kg.still() ? { duration: 0 } : { duration: 500 });
  const go = (index) => {
    const spot = renderer.getNodeDisplayData(String(index));
    if (spot) renderer.getCamera().animate({ x: spot.x, y: spot.y, ratio: Math.min(renderer.getCamera().ratio, Math.max(12 / Math.sqrt(things.length), 0.02)) }, still());
  };
  renderer.on("clickNode", ({ node }) => choose(Number(node)));
  renderer.on("clickStage", clear);
  renderer.on("doubleClickNode", (event) => { event.preventSigmaDefault(); go(Number(event.node)); });
  renderer.on("enterNode", ({ node }) => { hover = node; place.classList.add("over"); });
  renderer.on("leaveNode", () => { hover = null; place.classList.remove("over"); });
  kg.onTheme(() => { readColours(); renderer.refresh(); });
  place.addEventListener("keydown", (event) => {
    const camera = renderer.getCamera();
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    const zoom = { "+": 0.8, "=": 0.8, "-": 1.25 }[event.key];
    if (!step && !zoom) return;
    event.preventDefault();
    const { x, y, ratio } = camera.getState();
    camera.setState(step ? { x: x + step[0] * ratio * 0.08, y: y + step[1] * ratio * 0.08 } : { ratio: ratio * zoom });
  });
  return { refresh, fit: () => renderer.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, still()), go, renderer, graph, crossing: crossing.length };
};
