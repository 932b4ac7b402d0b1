"use strict";
/* What lies in view: fit, centre, the keys that pan and zoom. `camera` has scale() in pixels a unit, at() the middle,
   move({x, y, scale, still}) and toView(node), whichever library draws. */
kg.frame = ({ place, nodes, camera, most = 1.5 }) => {
  /* How much of each side lies under the legend, the panel and the notice. */
  const covered = () => {
    const [legend, details, notice] = ["legend", "details", "notice"].map((id) => document.getElementById(id));
    const wide = matchMedia("(min-width: 721px)").matches;
    return {
      left: wide && !legend.hidden ? legend.offsetLeft + legend.offsetWidth : 0,
      right: wide && !details.hidden ? details.offsetWidth : 0,
      top: notice.hidden ? 0 : 56,
      bottom: wide ? 44 : details.hidden ? 56 : details.offsetHeight,
    };
  };
  /* All of `list` in the part of the picture that no card covers; `whole` leaves a wider rim. */
  const fit = (list, { still = false, whole = false } = {}) => {
    if (!list.length || !place.clientWidth) return;
    const hid = covered();
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const id of list) {
      const { x, y, size } = nodes[id];
      box.left = Math.min(box.left, x - size - 38);
      box.right = Math.max(box.right, x + size + 38);
      box.top = Math.min(box.top, y - size - 14);
      box.bottom = Math.max(box.bottom, y + size + 32);
    }
    const room = { x: place.clientWidth - hid.left - hid.right - (whole ? 120 : 84), y: place.clientHeight - hid.top - hid.bottom - 44 };
    const scale = Math.max(Math.min(room.x / (box.right - box.left), room.y / (box.bottom - box.top), most), 0.001);
    camera.move({ x: (box.left + box.right) / 2 - (hid.left - hid.right) / 2 / scale, y: (box.top + box.bottom) / 2 - (hid.top - hid.bottom) / 2 / scale, scale, still });
  };
  const inView = (id) => {
    const hid = covered();
    const point = camera.toView(nodes[id]);
    return point.x > hid.left + 30 && point.y > 30 && point.x < place.clientWidth - hid.right - 30 && point.y < place.clientHeight - hid.bottom - 30;
  };
  const centre = (id) => {
    const hid = covered();
    const scale = camera.scale();
    camera.move({ x: nodes[id].x - (hid.left - hid.right) / 2 / scale, y: nodes[id].y - (hid.top - hid.bottom) / 2 / scale, scale });
  };
  place.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key] || [0, 0];
    const zoom = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key] || 1;
    if (!step[0] && !step[1] && zoom === 1) return;
    event.preventDefault();
    const scale = camera.scale();
    const at = camera.at();
    camera.move({ x: at.x + step[0] / scale, y: at.y + step[1] / scale, scale: scale * zoom, still: true });
  });
  return { fit, inView, centre };
};
