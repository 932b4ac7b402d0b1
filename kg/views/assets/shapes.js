"use strict";
/* One path per shape within the unit circle, for the canvas, the legend and the SVG file alike. */
(() => {
  const paths = Object.fromEntries(kg.content.kinds.map((kind) => [kind.shape, kind.path]));
  const circle = "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z";
  const made = new Map();
  kg.shape = {
    path: (shape) => paths[shape] || circle,
    path2d: (shape) => {
      if (!made.has(shape)) made.set(shape, new Path2D(kg.shape.path(shape)));
      return made.get(shape);
    },
    of: Object.fromEntries(kg.content.kinds.map((kind) => [kind.name, kind.shape])),
  };

  /* The sign of a kind, as the legend and the lists show it. */
  kg.glyph = (kind) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const shape = kg.shape.of[kind];
    made.setAttribute("viewBox", "-1.2 -1.2 2.4 2.4");
    made.setAttribute("class", `glyph ${shape === "ring" ? "ring" : ""}`);
    made.setAttribute("aria-hidden", "true");
    made.style.color = `var(--${kind})`;
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", kg.shape.path(shape));
    path.setAttribute("stroke-width", ".3");
    made.append(path);
    return made;
  };
})();
