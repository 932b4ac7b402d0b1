"use strict";
/* One year at a time: who was where then; played, year after year. */
kg.years = () => {
  const { facts } = kg.content;
  const { state } = kg;
  const by = (id) => document.getElementById(id);
  let [least, most] = [Infinity, -Infinity];
  for (const fact of [...facts, { when: kg.content.latest }]) {
    const { start, end } = kg.time.of(fact);
    for (const day of [start?.[0], end?.[1]]) if (day != null) { least = Math.min(least, day); most = Math.max(most, day); }
  }
  const [first, last] = least <= most ? [kg.time.year(least), kg.time.year(most)] : [0, 0];
  let playing = null;
  const stop = () => { clearInterval(playing); playing = null; by("play").setAttribute("aria-pressed", "false"); };
  const go = (year) => { state.year = year; state.changed("filter"); };
  by("year").min = first;
  by("year").max = last;
  by("year").value = last;
  by("year").addEventListener("input", () => { stop(); go(Number(by("year").value)); });
  by("all-years").addEventListener("click", () => { stop(); go(null); });
  by("play").addEventListener("click", () => {
    if (playing) { stop(); return; }
    by("play").setAttribute("aria-pressed", "true");
    if (state.year == null || state.year >= last) go(first);
    playing = setInterval(() => { if (state.year == null || state.year >= last) stop(); else go(state.year + 1); }, kg.still() ? 1600 : 900);
  });
  return () => {
    by("years").hidden = first >= last;
    by("all-years").hidden = state.year == null;
    by("year-said").textContent = state.year == null ? `${first} – ${last}` : String(state.year);
    if (state.year != null) by("year").value = state.year;
    by("years").classList.toggle("on", state.year != null);
  };
};
