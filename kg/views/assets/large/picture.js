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
  /* Whether a label has room beside those drawn before it in this frame; the larger nodes come first. */
  let boxes = [];
  const free = (context, { x, y, size: radius, label }) => {
    context.font = `600 12.5px ${family}`;
    const half = context.measureText(label).width / 2 + 3;
    const box = [x - half, y + radius, x + half, y + radius + 17];
    if (boxes.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false;
    boxes.push(box);
    return true;
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
    defaultDrawNodeLabel: (context, data) => { if (data.label && free(context, data)) lines(context, data, 12.5); },
    defaultDrawNodeHover: drawHover,
    nodeReducer: (key, data) => {
      const index = Number(key);
      const thing = things[index];
      const out = focus && !focus.has(index);
      return {
        x: data.x, y: data.y, size: data.size, shape: kg.shape.of[thing.kind], label: out ? null : thing.label, key,
        color: out ? colours.dim[thing.kind] : colours[thing.kind], hidden: !state.thingShown(index),
        highlighted: index === state.selected, forceLabel: index === state.selected, zIndex: out ? 0 : 1, type: "shape",
      };
    },
    edgeReducer: (edge, data) => ({
      ...data, color: data.lit ? colours[data.lit] : colours.edge, size: 1, type: "line",
      hidden: Boolean(focus && !data.lit), zIndex: data.lit ? 1 : 0,
    }),
    zIndex: true,
  });

  renderer.on("beforeRender", () => { boxes = []; });

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
  /* Close enough that a unit of the picture is some 60 pixels wide; beside the panel, not under it. */
  const go = (index) => {
    const spot = renderer.getNodeDisplayData(String(index));
    if (!spot) return;
    const camera = renderer.getCamera();
    const [here, beside] = [[0, 0], [1, 0]].map(([x, y]) => renderer.graphToViewport({ x, y }));
    const ratio = Math.min(camera.ratio, (camera.ratio * Math.hypot(beside.x - here.x, beside.y - here.y)) / 60);
    const panel = document.getElementById("details");
    const wide = matchMedia("(min-width: 721px)").matches;
    const hidden = panel.hidden ? [0, 0] : wide ? [panel.offsetWidth / 2, 0] : [0, panel.offsetHeight / 2];
    const [from, to] = [[0, 0], hidden].map(([x, y]) => renderer.viewportToFramedGraph({ x, y }));
    const share = ratio / camera.ratio;
    camera.animate({ x: spot.x + (to.x - from.x) * share, y: spot.y + (to.y - from.y) * share, ratio }, still());
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
  /* Everything, in the part that the legend leaves free. */
  const whole = () => {
    const legend = document.getElementById("legend");
    const covered = matchMedia("(min-width: 721px)").matches && !legend.hidden ? legend.offsetLeft + legend.offsetWidth : 0;
    const ratio = Math.min(place.clientWidth / Math.max(place.clientWidth - covered, 1), 1.5) * 1.04;
    const shift = (covered / 2 / Math.max(Math.min(place.clientWidth, place.clientHeight), 1)) * ratio;
    return { x: 0.5 - shift, y: 0.5, ratio, angle: 0 };
  };
  const fit = (at) => (at === "once" ? renderer.getCamera().setState(whole()) : renderer.getCamera().animate(whole(), still()));
  return { refresh, fit, go, renderer, graph, crossing: crossing.length };
};
