"use strict";
/* Who is told of in which facts, and who is next to whom. */
kg.index = (() => {
  const { things, facts } = kg.content;
  const near = things.map(() => []); // thing → [fact]
  facts.forEach((fact, index) => {
    near[fact.s].push(index);
    if (fact.t !== fact.s) near[fact.t].push(index);
  });
  const known = []; // made when first asked for: a large page asks for few of them
  return {
    near,
    of: (thing) => (known[thing] ||= new Set(near[thing].map((index) => (facts[index].s === thing ? facts[index].t : facts[index].s)))),
    byId: new Map(things.map((thing, index) => [thing.id, index])),
  };
})();
