"use strict";
/* The ground behind a community: a soft patch that holds those of its nodes that stand together. */
kg.tint = (() => {
  const hull = (points) => {
    const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    const half = (list) => {
      const kept = [];
      for (const point of list) {
        while (kept.length > 1 && turn(kept[kept.length - 2], kept[kept.length - 1], point) <= 0) kept.pop();
        kept.push(point);
      }
      return kept.slice(0, -1);
    };
    return [...half(sorted), ...half(sorted.reverse())];
  };
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

  const patch = (nodes, reach) => {
    const x = median(nodes.map((node) => node.x));
    const y = median(nodes.map((node) => node.y));
    const away = nodes.map((node) => Math.hypot(node.x - x, node.y - y));
    const near = nodes.filter((_, index) => away[index] <= median(away) * 1.9 + reach);
    const rim = near.flatMap((node) => Array.from({ length: 10 }, (_, i) => {
      const angle = (i * Math.PI) / 5;
      return [node.x + Math.cos(angle) * (reach + node.size), node.y + Math.sin(angle) * (reach + node.size)];
    }));
    return hull(rim);
  };

  /* Draw the patches of communities of four and more. */
  return (context, communities, dark) => {
    communities.forEach((nodes, number) => {
      if (nodes.length < 4) return;
      const points = patch(nodes, 46);
      const last = points[points.length - 1];
      context.beginPath();
      context.moveTo((last[0] + points[0][0]) / 2, (last[1] + points[0][1]) / 2);
      points.forEach((point, index) => {
        const next = points[(index + 1) % points.length];
        context.quadraticCurveTo(point[0], point[1], (point[0] + next[0]) / 2, (point[1] + next[1]) / 2);
      });
      context.fillStyle = `hsl(${(28 + number * 137.5) % 360} ${dark ? "45% 60% / .065" : "60% 45% / .06"})`;
      context.fill();
    });
  };
})();
