"use strict";
/* Who is told of in which facts, and who is next to whom. */
kg.index = (() => {
  const { things, facts } = kg.content;
  const near = things.map(() => []); // thing → [fact]
  facts.forEach((fact, index) => {
    near[fact.s].push(index);
    if (fact.t !== fact.s) near[fact.t].push(index);
  });
  const neighbours = near.map((list, thing) => new Set(list.map((index) => (facts[index].s === thing ? facts[index].t : facts[index].s))));
  return { near, neighbours, byId: new Map(things.map((thing, index) => [thing.id, index])) };
})();
