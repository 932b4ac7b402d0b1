"use strict";
/* How one node is drawn: shape, initials, label, and the number of neighbours not shown. */
kg.node = (() => {
  const initials = (label) => label.split(/\s+/).filter((word) => /^\p{L}/u.test(word)).map((word) => [...word][0].toUpperCase()).filter((_, index, all) => index === 0 || index === all.length - 1).join("");

  const ring = (context, node, look) => {
    if (!look.selected && !look.hover) return;
    context.beginPath();
    context.arc(node.x, node.y, node.size + 5.5, 0, 2 * Math.PI);
    context.strokeStyle = look.colours[node.kind];
    context.globalAlpha = look.selected ? 0.9 : 0.45;
    context.lineWidth = look.selected ? 3 : 2;
    context.stroke();
    context.globalAlpha = 1;
  };

  /* What stands on the shape: initials, and a dot where somebody has pinned it. */
  const marks = (context, node, look) => {
    const { x, y, size } = node;
    if (node.kind === "person" && size * look.scale > 9) {
      context.fillStyle = look.colours.paper;
      context.font = `600 ${size * 0.78}px ${kg.labels.family}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(initials(node.label), x, y + size * 0.05);
    }
    if (node.pinned) {
      context.beginPath();
      context.arc(x - size * 0.75, y - size * 0.75, 3, 0, 2 * Math.PI);
      context.fillStyle = look.colours.ink;
      context.fill();
    }
  };

  const draw = (context, node, look) => {
    const { x, y, size, kind } = node;
    context.lineJoin = "round";
    ring(context, node, look);
    context.globalAlpha = look.dim ? 0.14 : 1;
    context.save();
    context.translate(x, y);
    context.scale(size, size);
    const path = kg.shape.path2d(kg.shape.of[kind]);
    context.strokeStyle = look.colours.paper;
    context.lineWidth = 0.2 + 4 / size;
    context.stroke(path);
    context.fillStyle = kg.shape.of[kind] === "ring" ? look.colours.paper : look.colours[kind];
    context.strokeStyle = look.colours[kind];
    context.lineWidth = 0.2;
    context.fill(path);
    context.stroke(path);
    context.restore();
    marks(context, node, look);
    context.globalAlpha = 1;
  };

  const badge = (context, node, look) => {
    if (!node.more || look.dim || look.scale < 0.55) return;
    const text = `+${node.more}`;
    context.font = `600 9px ${kg.labels.family}`;
    const wide = context.measureText(text).width + 8;
    const x = node.x + node.size * 0.6;
    const y = node.y - node.size - 6;
    context.beginPath();
    context.roundRect(x, y, wide, 13, 6.5);
    context.fillStyle = look.colours.card;
    context.strokeStyle = look.colours.line;
    context.lineWidth = 1;
    context.fill();
    context.stroke();
    context.fillStyle = look.colours.muted;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, x + wide / 2, y + 7);
  };

  const label = (context, node, look) => {
    badge(context, node, look);
    if (!look.label || look.dim) return;
    const height = look.label.height / look.scale;
    const { at } = look.label;
    context.font = `${kg.labels.weight(node.kind)} ${height}px ${kg.labels.family}`;
    context.textAlign = at === "right" ? "left" : at === "left" ? "right" : "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 3.5 / look.scale;
    context.strokeStyle = look.colours.paper;
    context.fillStyle = node.kind === "person" || node.kind === "organization" ? look.colours.ink : look.colours.soften;
    const lines = node.text.split("\n");
    const high = lines.length * height * 1.18;
    const gap = node.size + 4 / look.scale;
    const x = node.x + (at === "right" ? gap : at === "left" ? -gap : 0);
    const top = node.y + (at === "below" ? gap : at === "above" ? -gap - high : -high / 2);
    lines.forEach((line, index) => {
      context.strokeText(line, x, top + index * height * 1.18);
      context.fillText(line, x, top + index * height * 1.18);
    });
  };
  return { draw, ring, marks, label };
})();
