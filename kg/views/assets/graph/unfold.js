"use strict";
/* Columns to things, facts and pairs, the form in which all other scripts know them. */
(() => {
  const { columns: c, kinds } = kg.content;
  const at = (column, index) => column[index] || 0;
  const shown = new Set(c.part);
  kg.content.things = c.labels.map((label, index) => ({
    id: c.starts[c.ids[index][0]] + c.ids[index][1],
    label, kind: kinds[Number(c.kinds[index])].name,
    names: c.names[index], lines: c.lines[index], links: c.links[index], page: c.pages[index] || undefined,
    shown: shown.has(index), beyond: c.beyond[index], island: c.groups?.[index],
  }));
  c.part.forEach((thing, place) => { kg.content.things[thing].group = c.part_groups[place]; });
  const signs = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const quote = (number) => [c.quoted[number * 3], c.quoted[number * 3 + 1], c.quoted[number * 3 + 1] + c.quoted[number * 3 + 2], c.words[number] || null];
  const [facts, pairs] = [[], []];
  const inside = kg.content.relations.findIndex((relation) => relation.name === "part of");
  const above = [];
  let last = -1;
  c.counts.forEach((count, source) => {
    for (let left = count; left > 0; left -= 1) {
      const index = facts.length;
      const [target, r] = [at(c.to, index), typeof c.how === "string" ? signs.indexOf(c.how[index]) : c.how[index]];
      const when = c.times[at(c.when, index)];
      const said = at(c.says, index);
      const notes = c.notes[at(c.also, index)];
      facts.push({
        s: source, t: target, r, as: c.titles[at(c.as, index)], at: c.houses[at(c.at, index)],
        when: when.replace("!", ""), now: when.endsWith("!"), notes: notes ? notes.split("\n") : undefined,
        quotes: said ? [said].flat().map((number) => quote(number - 1)) : undefined,
      });
      if (r === inside) above[source] ??= target;
      // The facts of a pair follow each other.
      if (last >= 0 && facts[last].s === source && facts[last].t === target) pairs[pairs.length - 1].push(index); else pairs.push([index]);
      last = index;
    }
  });
  /* The organization a unit belongs to, all the way up. */
  kg.content.things.forEach((thing, index) => {
    let at = index;
    for (let steps = 0; kg.content.things[at].kind === "unit" && above[at] != null && steps < 20; steps += 1) at = above[at];
    if (at !== index) thing.in = kg.content.things[at].label;
  });
  Object.assign(kg.content, {
    facts, pairs, documents: c.documents, islands: c.x && c.x.map((x, index) => ({ x: x / 10, y: c.y[index] / 10 })),
    part: new Map(c.part.map((thing, place) => [thing, { x: c.part_x[place], y: c.part_y[place] }])),
  });
  delete kg.content.columns;
})();
