"use strict";
/* Columns to things and facts, the form in which all other scripts know them. */
(() => {
  const { columns: c, kinds } = kg.content;
  const at = (column, index) => column[index] || 0;
  kg.content.things = c.labels.map((label, index) => ({
    id: c.starts[c.ids[index][0]] + c.ids[index][1],
    label, kind: kinds[Number(c.kinds[index])].name,
    names: c.names[index], page: c.pages[index] || undefined,
    x: c.x[index] / 10, y: c.y[index] / 10, group: c.groups[index],
  }));
  const signs = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const facts = [];
  c.counts.forEach((count, source) => {
    for (let left = count; left > 0; left -= 1) {
      const index = facts.length;
      const when = c.times[at(c.when, index)];
      const span = at(c.spans, index);
      facts.push({
        s: source, t: at(c.to, index), r: signs.indexOf(c.how[index]),
        as: c.titles[at(c.as, index)], at: c.houses[at(c.at, index)],
        when: when.replace("!", ""), now: when.endsWith("!"),
        quotes: span ? [[span[0], span[1], span[1] + span[2], null]] : undefined,
      });
    }
  });
  kg.content.facts = facts;
  kg.content.documents = c.documents;
  delete kg.content.columns;
})();
