"use strict";
/* Save what is shown: as pixels, as vectors, as data. */
kg.saving = ({ picture }) => {
  const { things, facts } = kg.content;
  const { state } = kg;
  const LABELLED = 1500; // more names than that stand on each other
  const shown = () => picture.nodes.filter((node) => state.visible.has(node.id) && node.x != null);

  const png = () => {
    const layers = picture.canvases();
    const copy = kg.el("canvas", { width: Math.max(...layers.map((layer) => layer.width)), height: Math.max(...layers.map((layer) => layer.height)) });
    const context = copy.getContext("2d");
    context.fillStyle = picture.colours().paper;
    context.fillRect(0, 0, copy.width, copy.height);
    layers.forEach((layer) => context.drawImage(layer, 0, 0));
    copy.toBlob((blob) => kg.save(kg.fileName("png"), blob));
  };

  const svg = () => {
    const space = "http://www.w3.org/2000/svg";
    const colours = picture.colours();
    const made = (tag, props, text) => {
      const element = document.createElementNS(space, tag);
      for (const [name, value] of Object.entries(props)) element.setAttribute(name, value);
      if (text) element.textContent = text;
      return element;
    };
    const list = shown();
    const edge = (pick, far) => list.reduce((found, node) => Math[far](found, pick(node)), far === "min" ? Infinity : -Infinity);
    const [left, top] = [edge((node) => node.x, "min") - 120, edge((node) => node.y, "min") - 80];
    const [wide, high] = [edge((node) => node.x, "max") + 120 - left, edge((node) => node.y, "max") + 100 - top];
    const labelled = new Set([...list].sort((a, b) => b.degree - a.degree).slice(0, LABELLED));
    const root = made("svg", { xmlns: space, viewBox: `${left} ${top} ${wide} ${high}`, width: wide, height: high, "font-family": kg.labels.family });
    root.append(made("title", {}, document.title), made("rect", { x: left, y: top, width: wide, height: high, fill: colours.paper }));
    for (const pair of picture.drawn()) {
      const [from, to] = kg.ties.ends(pair).map((thing) => picture.nodes[thing]);
      root.append(made("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: colours.ink, "stroke-opacity": 0.22 }));
    }
    for (const node of list) {
      const group = made("g", { transform: `translate(${node.x} ${node.y})` });
      const shape = kg.shape.of[node.kind];
      group.append(made("path", { d: kg.shape.path(shape), transform: `scale(${node.size})`, fill: shape === "ring" ? colours.paper : colours[node.kind], stroke: colours[node.kind], "stroke-width": 0.2, "stroke-linejoin": "round" }));
      if (labelled.has(node)) node.text.split("\n").forEach((line, index) => group.append(made("text", { y: node.size + 4 + (index + 0.85) * node.font * 1.18, "font-size": node.font, "font-weight": kg.labels.weight(node.kind), "text-anchor": "middle", fill: colours.ink, stroke: colours.paper, "stroke-width": 3.5, "paint-order": "stroke", "stroke-linejoin": "round" }, line)));
      root.append(group);
    }
    kg.save(kg.fileName("svg"), new XMLSerializer().serializeToString(root), "image/svg+xml");
  };

  const json = () => {
    const list = shown().map((node) => ({ ...things[node.id], shown: undefined, x: node.x, y: node.y }));
    const told = facts.filter((fact, index) => state.visible.has(fact.s) && state.visible.has(fact.t) && state.factShown(index)).map((fact) => ({
      source: things[fact.s].id, target: things[fact.t].id, relation: kg.content.relations[fact.r].name, title: fact.as, when: fact.when, ongoing: fact.now, place: fact.at, notes: fact.notes,
      quotes: (fact.quotes || []).map(([document, start, end, text]) => ({ document: kg.content.documents[document], start, end, text })),
    }));
    kg.save(kg.fileName("json"), JSON.stringify({ title: document.title, nodes: list, edges: told }, null, 1), "application/json");
  };

  for (const [id, act] of [["as-png", png], ["as-svg", svg], ["as-json", json]]) {
    document.getElementById(id).addEventListener("click", () => { document.getElementById("export").open = false; act(); });
  }
};
