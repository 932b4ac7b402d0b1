"use strict";
/* One path per shape within the unit circle, for the canvas, the legend and the SVG file alike. */
(() => {
  const ring = (points, start, reach = () => 1) =>
    `M${Array.from({ length: points }, (_, i) => {
      const angle = start + (i * 2 * Math.PI) / points;
      return `${(Math.cos(angle) * reach(i)).toFixed(3)} ${(Math.sin(angle) * reach(i)).toFixed(3)}`;
    }).join("L")}Z`;
  const up = -Math.PI / 2;
  const circle = "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z";
  const paths = {
    dot: circle,
    ring: circle,
    square: "M-.84 -.84H.84V.84H-.84Z",
    hexagon: ring(6, 0),
    diamond: ring(4, up),
    triangle: ring(3, up),
    triangleDown: ring(3, -up),
    star: ring(10, up, (i) => (i % 2 ? 0.5 : 1)),
  };
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
