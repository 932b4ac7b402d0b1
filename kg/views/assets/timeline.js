"use strict";
/* Careers and studies as bars, one line for each person or organization; uncertain ends fade. */
(() => {
  const { things, facts, relations } = kg.content;
  const by = (id) => document.getElementById(id);
  const lines = by("lines");
  const NAMES = { "worked at": "organization", "studied at": "topic", "member of": "unit", "advises at": "person", "worked on": "project", "received": "award", "had an offer from": "skill" };
  const drawn = facts.map((_, index) => index).filter((index) => NAMES[relations[facts[index].r].name]);
  const dated = drawn.filter((index) => kg.time.stated(facts[index]));
  const colour = (fact) => NAMES[relations[fact.r].name];
  const BAR = 24;
  const state = { rows: "person", hidden: new Set(), selected: null, wide: 0 };

  /* The organization a unit belongs to, all the way up: people of two groups of one house met in that house. */
  const above = new Map();
  facts.forEach((fact) => { if (relations[fact.r].name === "part of" && things[fact.s].kind === "unit") above.set(fact.s, fact.t); });
  const house = (thing) => { const seen = new Set(); while (above.has(thing) && !seen.has(thing)) { seen.add(thing); thing = above.get(thing); } return thing; };
  const people = (fact) => things[fact.s].kind === "person";
  const meetings = (fact) => drawn.map((index) => facts[index]).filter((other) => other.s !== fact.s && people(other) && house(other.t) === house(fact.t) && relations[other.r].name !== "had an offer from")
    .map((other) => [kg.time.together(fact, other), other]).filter(([how]) => how);

  const ends = dated.flatMap((index) => { const { start, end, asof } = kg.time.of(facts[index]); return [start?.[0], start?.[1], end?.[1], asof]; }).filter((day) => day != null);
  const edge = (far) => kg.time.year(ends.reduce((found, day) => Math[far](found, day)));
  const first = dated.length ? edge("min") : 0;
  const last = dated.length ? edge("max") + 1 : 0;
  const origin = kg.time.day(first);
  const span = kg.time.day(last) - origin || 1;
  const least = () => Math.max(lines.clientWidth - (innerWidth > 720 ? 240 : 16), 200) / Math.max(last - first, 1);
  const width = () => Math.max(state.wide || least(), innerWidth > 720 ? 30 : 22);

  /* Where a bar begins and ends, and how far in each end is certain. An unknown end fades out over a year. */
  const geometry = (fact) => {
    const { start, end, open } = kg.time.of(fact);
    const right = kg.time.day(last) - origin;
    const from = start ? start[0] - origin : Math.max(end[0] - origin - 365, 0);
    const to = open ? right : end ? end[1] + 1 - origin : Math.min(from + 365 + (start[1] - start[0]), right);
    const sureFrom = start ? start[1] - origin : to - 30;
    const sureTo = open ? (kg.time.of(fact).asof != null ? kg.time.of(fact).asof - origin : sureFrom) : end ? end[0] - origin : sureFrom;
    return { from, to: Math.max(to, from + 10), sureFrom: Math.min(Math.max(sureFrom, from), to), sureTo: Math.min(Math.max(sureTo, sureFrom), to), open, blunt: !end && !open };
  };

  const rows = () => {
    const found = new Map();
    for (const index of drawn) {
      const fact = facts[index];
      if (state.hidden.has(fact.r) || (state.rows === "place" && !["organization", "unit"].includes(things[fact.t].kind))) continue;
      const key = state.rows === "person" ? fact.s : house(fact.t);
      if (state.rows === "person" && !people(fact)) continue;
      if (!found.has(key)) found.set(key, { thing: key, bars: [], undated: 0 });
      if (kg.time.stated(fact)) found.get(key).bars.push({ fact, ...geometry(fact) });
      else found.get(key).undated += 1;
    }
    const list = [...found.values()].map((row) => ({ ...row, from: Math.min(...row.bars.map((bar) => bar.from), Infinity) }));
    list.sort(state.rows === "person" ? (a, b) => a.from - b.from || things[a.thing].label.localeCompare(things[b.thing].label) : (a, b) => b.bars.length - a.bars.length || things[a.thing].label.localeCompare(things[b.thing].label));
    for (const row of list) {
      const lanes = [];
      row.bars.sort((a, b) => a.from - b.from || b.to - a.to);
      for (const bar of row.bars) {
        let lane = lanes.findIndex((free) => free <= bar.from + 1);
        if (lane < 0) { lane = lanes.length; lanes.push(0); }
        lanes[lane] = bar.to;
        bar.lane = lane;
      }
      row.lanes = Math.max(lanes.length, 1);
    }
    return list;
  };

  const percent = (days) => `${((days / span) * 100).toFixed(3)}%`;
  const barOf = ({ fact, from, to, sureFrom, sureTo, lane, open, blunt }, meets) => {
    const other = state.rows === "person" ? fact.t : fact.s;
    const name = things[other].label;
    const words = [name, fact.as].filter(Boolean);
    const how = meets?.get(fact);
    const bar = kg.el("button", {
      type: "button", class: ["bar-of-time", open && "open", blunt && "blunt", how, state.selected?.fact === fact && "chosen"].filter(Boolean).join(" "),
      title: `${words.join(" · ")} · ${kg.period(fact.when, fact.now)}`,
      on: { click: () => select({ fact }) },
    }, kg.el("span", { class: "ground" }), 
      kg.el("span", { class: "unseen" }, state.rows === "person" ? `${things[fact.s].label} ${kg.words(fact)} ` : `${things[fact.t].label}: `),
      kg.el("span", { class: "text" }, kg.el("strong", {}, name), fact.as && ` ${fact.as}`),
      kg.el("span", { class: "unseen" }, `, ${kg.period(fact.when, fact.now)}${how ? `, ${how} at the same time` : ""}`));
    const length = to - from;
    bar.style.left = percent(from);
    bar.style.width = percent(length);
    bar.style.top = `${lane * (BAR + 3)}px`;
    bar.style.setProperty("--tone", `var(--${colour(fact)})`);
    bar.style.setProperty("--in", `${(((sureFrom - from) / length) * 100).toFixed(1)}%`);
    bar.style.setProperty("--out", `${(((sureTo - from) / length) * 100).toFixed(1)}%`);
    return bar;
  };

  const draw = () => {
    const list = rows();
    const meets = state.selected?.fact ? new Map(meetings(state.selected.fact).map(([how, fact]) => [fact, how])) : null;
    const axis = kg.el("div", { class: "axis", "aria-hidden": "true" });
    const step = width() > 34 ? 1 : width() > 17 ? 2 : 5;
    for (let year = first; year < last; year += 1) {
      if ((year - first) % step) continue;
      const mark = kg.el("span", {}, String(year));
      mark.style.left = percent(kg.time.day(year) - origin);
      axis.append(mark);
    }
    const made = list.map((row) => {
      const track = kg.el("div", { class: "track" }, row.bars.map((bar) => barOf(bar, meets)));
      track.style.height = `${row.lanes * (BAR + 3)}px`;
      const dim = meets && row.thing !== state.selected.fact.s && !row.bars.some((bar) => meets.has(bar.fact) || bar.fact === state.selected.fact);
      return kg.el("div", { class: `line ${dim ? "dim" : ""}`, "data-thing": row.thing },
        kg.el("div", { class: "who" }, kg.nameButton(row.thing, (thing) => select({ thing })), row.undated > 0 && kg.el("small", { title: "told without a time" }, ` +${row.undated} undated`)), track);
    });
    const held = lines.scrollTop;
    const sheet = kg.el("div", { class: "sheet" }, kg.el("div", { class: "line head" }, kg.el("div", { class: "who" }), axis), made);
    sheet.style.setProperty("--year", percent(365.25));
    sheet.style.setProperty("--wide", `${Math.round(width() * (last - first))}px`);
    lines.replaceChildren(sheet);
    lines.scrollTop = held;
    by("nothing").hidden = Boolean(list.length);
    by("nothing").textContent = drawn.length ? "The filter hides everything." : "No document tells of a job or a study yet.";
    lines.hidden = !list.length;
  };

  const legend = () => {
    const used = [...new Set(drawn.map((index) => facts[index].r))].sort((a, b) => a - b);
    by("keyed").replaceChildren(
      ...used.map((r) => {
        const button = kg.el("button", { type: "button", "aria-pressed": String(!state.hidden.has(r)), on: { click: () => { if (!state.hidden.delete(r)) state.hidden.add(r); legend(); draw(); write(); } } },
          kg.el("i", {}), relations[r].name, kg.el("b", {}, kg.number(drawn.filter((index) => facts[index].r === r).length)));
        button.style.setProperty("--tone", `var(--${NAMES[relations[r].name]})`);
        return button;
      }),
      kg.el("span", { class: "hint" }, "faded ends: the document names no day · dashed: no end is stated · a bar to the edge goes on"));
  };

  const panel = kg.panel({
    choose: (thing) => select({ thing }), close: () => select(null),
    also: ([fact]) => {
      const met = meetings(fact);
      if (!met.length) return null;
      met.sort((a, b) => a[0].localeCompare(b[0]) || things[a[1].s].label.localeCompare(things[b[1].s].label));
      return kg.el("details", { class: "group", open: true },
        kg.el("summary", {}, `at ${things[house(fact.t)].label} at the same time`, kg.el("b", {}, kg.number(met.length))),
        kg.el("ul", { class: "facts" }, met.map(([how, other]) => kg.el("li", {}, kg.nameButton(other.s, (thing) => select({ thing })),
          kg.el("div", { class: "when" }, `${how} · ${kg.period(other.when, other.now)}`), other.as && kg.el("div", { class: "role" }, other.as)))));
    },
  });
  const write = () => kg.address.write({
    node: state.selected?.thing != null && things[state.selected.thing].id,
    fact: state.selected?.fact && String(facts.indexOf(state.selected.fact)),
    rows: state.rows === "place" && "organizations",
  });
  const select = (selected) => {
    state.selected = selected;
    panel(selected?.fact ? [selected.fact] : selected?.thing ?? null);
    draw();
    write();
    const thing = selected?.thing ?? (selected?.fact && (state.rows === "person" ? selected.fact.s : house(selected.fact.t)));
    if (thing != null) lines.querySelector(`[data-thing="${thing}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const turn = (kind) => {
    state.rows = kind;
    by("by-person").setAttribute("aria-pressed", String(kind === "person"));
    by("by-place").setAttribute("aria-pressed", String(kind === "place"));
    lines.scrollTop = 0;
    draw();
    write();
  };
  by("by-person").addEventListener("click", () => turn("person"));
  by("by-place").addEventListener("click", () => turn("place"));
  by("wider").addEventListener("click", () => { state.wide = Math.min(width() * 1.4, 400); draw(); });
  by("narrower").addEventListener("click", () => { state.wide = width() / 1.4 <= least() ? 0 : width() / 1.4; draw(); });
  kg.search({ choose: (thing) => { if (things[thing].kind === "person") turn("person"); else if (["organization", "unit"].includes(things[thing].kind)) turn("place"); select({ thing }); },
    matching: (set) => lines.querySelectorAll(".line[data-thing]").forEach((line) => line.classList.toggle("dim", Boolean(set) && !set.has(Number(line.dataset.thing)))) });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") select(null); });
  addEventListener("resize", draw);

  const address = kg.address.read();
  legend();
  state.rows = address.get("rows") === "organizations" ? "place" : "person";
  const thing = kg.index.byId.get(address.get("node"));
  const fact = facts[Number(address.get("fact") ?? -1)];
  turn(state.rows);
  lines.scrollLeft = lines.scrollWidth; // the latest years, where most is told
  if (thing != null || fact) select(thing != null ? { thing } : { fact });
  document.documentElement.dataset.ready = "yes";
})();
