"use strict";
/* When something may have begun and ended, as far as a document says: days since 1970, null where it says nothing. */
kg.time = (() => {
  const DAY = 86400000;
  const parse = (iso) => {
    const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso || "");
    if (!found) return null;
    const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : null));
    const earliest = Date.UTC(year, (month || 1) - 1, day || 1) / DAY;
    const latest = day ? earliest : month ? Date.UTC(year, month, 0) / DAY : Date.UTC(year, 11, 31) / DAY;
    return [earliest, latest];
  };
  const known = new Map();

  /* start and end as [earliest, latest]; `open` where it goes on; `stated` where a time is said at all. */
  const of = (fact) => {
    const key = `${fact.when}|${fact.now}|${fact.asof}`;
    if (!known.has(key)) {
      const [from, to] = (fact.when || "").includes("/") ? fact.when.split("/") : [fact.when, fact.when];
      const open = Boolean(fact.now || to === "..");
      known.set(key, { start: parse(from), end: open ? null : parse(to), open, asof: parse(fact.asof)?.[0] ?? null });
    }
    return known.get(key);
  };
  const stated = (fact) => { const { start, end } = of(fact); return Boolean(start || end); };

  /* The days it surely covers and those it may cover; what the ontology calls certain and possible bounds. */
  const certain = (fact) => {
    const { start, end, open, asof } = of(fact);
    if (!start) return null;
    return [start[1], end ? end[0] : open && asof != null ? Math.max(asof, start[1]) : start[1]];
  };
  const possible = (fact) => {
    const { start, end } = of(fact);
    return [start ? start[0] : -Infinity, end ? end[1] : Infinity];
  };

  /* "certainly", "possibly" or null: were two things going on at once? */
  const together = (one, other) => {
    if (!stated(one) || !stated(other)) return null;
    const [a, b] = [certain(one), certain(other)];
    if (a && b && Math.max(a[0], b[0]) <= Math.min(a[1], b[1])) return "certainly";
    const [c, d] = [possible(one), possible(other)];
    return Math.max(c[0], d[0]) <= Math.min(c[1], d[1]) ? "possibly" : null;
  };
  const year = (day) => new Date(day * DAY).getUTCFullYear();
  const day = (of) => Date.UTC(of, 0, 1) / DAY;
  return { of, stated, certain, possible, together, year, day };
})();
