"use strict";
/* Advisors over those they advised: cards in rows, curves between them, the line of the selection lit. */
(() => {
  const { things, facts, places } = kg.content;
  const by = (id) => document.getElementById(id);
  const sheet = by("sheet");
  const WIDE = 196;
  const HIGH = 156;
  const CARD = 172;
  const TALL = 106;
  const state = { selected: null, scale: 1 };
  const spot = (thing) => ({ x: places[thing][0] * WIDE, y: places[thing][1] * HIGH });

  const walk = (from, step) => {
    const seen = new Set([from]);
    const waiting = [from];
    while (waiting.length) for (const next of step(waiting.pop())) if (!seen.has(next)) { seen.add(next); waiting.push(next); }
    return seen;
  };
  const advisors = (thing) => kg.index.near[thing].map((index) => facts[index]).filter((fact) => fact.s === thing).map((fact) => fact.t);
  const advised = (thing) => kg.index.near[thing].map((index) => facts[index]).filter((fact) => fact.t === thing).map((fact) => fact.s);
  const lineage = (thing) => new Set([...walk(thing, advisors), ...walk(thing, advised)]);

  /* "2019 – 2023" over all that is told of somebody as advisor or advised. */
  const years = (list) => {
    const found = list.flatMap((fact) => (fact.when || "").split("/")).map((part) => /^\d{4}/.exec(part)?.[0]).filter(Boolean).sort();
    const now = list.some((fact) => fact.now);
    if (!found.length) return "";
    return now ? `since ${found[0]}` : found[0] === found[found.length - 1] ? found[0] : `${found[0]} – ${found[found.length - 1]}`;
  };
  const card = (thing) => {
    const told = kg.index.near[thing].map((index) => facts[index]);
    const where = [...new Set(told.map((fact) => fact.at).filter(Boolean))];
    const students = advised(thing).length;
    const made = kg.el("button", { type: "button", class: "card", "data-thing": thing, on: { click: () => select(thing) } },
      kg.el("strong", { dir: "auto" }, things[thing].label),
      where.length > 0 && kg.el("span", { dir: "auto" }, where.slice(0, 2).join(" · ") + (where.length > 2 ? " …" : "")),
      kg.el("small", {}, [years(told), students > 0 && `advised ${students}`].filter(Boolean).join(" · ")));
    const { x, y } = spot(thing);
    made.style.left = `${x}px`;
    made.style.top = `${y}px`;
    return made;
  };
  const space = "http://www.w3.org/2000/svg";
  const curve = (fact) => {
    const [from, to] = [spot(fact.t), spot(fact.s)];
    const [x1, y1, x2, y2] = [from.x + CARD / 2, from.y + TALL, to.x + CARD / 2, to.y];
    const bend = Math.max((y2 - y1) / 2, 24);
    const made = document.createElementNS(space, "path");
    made.setAttribute("d", `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`);
    made.dataset.from = fact.t;
    made.dataset.to = fact.s;
    return made;
  };

  const draw = () => {
    const wide = Math.max(...places.map(([column]) => column * WIDE + CARD), 0);
    const high = Math.max(...places.map(([, row]) => row * HIGH + TALL), 0);
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("width", wide);
    svg.setAttribute("height", high);
    svg.setAttribute("aria-hidden", "true");
    svg.append(...facts.map(curve));
    const order = things.map((_, thing) => thing).sort((a, b) => places[a][1] - places[b][1] || places[a][0] - places[b][0]);
    sheet.replaceChildren(svg, ...order.map(card));
    sheet.style.width = `${wide}px`;
    sheet.style.height = `${high}px`;
  };
  const light = (lit) => {
    sheet.classList.toggle("lit", Boolean(lit));
    sheet.querySelectorAll(".card").forEach((one) => {
      one.classList.toggle("in", Boolean(lit?.has(Number(one.dataset.thing))));
      one.classList.toggle("chosen", Number(one.dataset.thing) === state.selected);
    });
    sheet.querySelectorAll("path").forEach((one) => one.classList.toggle("in", Boolean(lit?.has(Number(one.dataset.from)) && lit.has(Number(one.dataset.to)))));
  };
  const panel = kg.panel({ choose: (thing) => select(thing), close: () => select(null) });
  const select = (thing) => {
    state.selected = thing;
    panel(thing);
    light(thing == null ? null : lineage(thing));
    kg.address.write({ node: thing != null && things[thing].id });
    if (thing != null) sheet.querySelector(`[data-thing="${thing}"]`).scrollIntoView({ block: "center", inline: "center", behavior: kg.still() ? "auto" : "smooth" });
  };
  const fit = () => {
    const room = by("tree");
    state.scale = Math.min((room.clientWidth - 48) / Math.max(sheet.offsetWidth, 1), (room.clientHeight - 48) / Math.max(sheet.offsetHeight, 1), 1);
    state.scale = Math.max(state.scale, 0.7);
    sheet.style.zoom = String(state.scale);
    room.scrollLeft = 0;
  };
  by("fit").addEventListener("click", fit);
  kg.search({ choose: select, matching: (set) => light(set ?? (state.selected == null ? null : lineage(state.selected))) });
  document.addEventListener("keydown", (event) => {
    if (event.target.tagName === "INPUT" || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") select(null);
    if (event.key === "f") fit();
  });
  by("nothing").hidden = things.length > 0;
  by("nothing").textContent = "No document names an advisor or a student yet.";
  by("tree").hidden = !things.length;
  draw();
  fit();
  const first = kg.index.byId.get(kg.address.read().get("node"));
  if (first != null) select(first);
  document.documentElement.dataset.ready = "yes";
})();
