"use strict";
/* What the tie between two things says, and how it is drawn: one line for all facts of a pair. */
kg.ties = (() => {
  const { facts, pairs, relations } = kg.content;
  const { state } = kg;
  const relation = (index) => relations[facts[index].r];
  const directed = (pair) => pairs[pair].some((index) => ["advised by", "part of"].includes(relation(index).name)) || !relation(pairs[pair][0]).ongoing;
  const strong = (pair) => pairs[pair].some((index) => !kg.faint(relation(index).name));
  const line = (fact) => [fact.as || kg.words(fact), kg.period(fact.when, fact.now)].filter(Boolean).join(", ");
  /* What an edge of the selection says under it: one line, where there is room for it and something worth a line. */
  const brief = (pair, long) => {
    const [first] = pairs[pair].map((index) => facts[index]).filter((fact) => fact.when || !kg.faint(relations[fact.r].name));
    const words = first && line(first);
    return words && long > words.length * 6 + 50 ? words : " ";
  };
  const told = (pair) => {
    const words = [...new Set(pairs[pair].filter(state.factShown).map((index) => line(facts[index])))];
    return words.slice(0, 2).join("\n") + (words.length > 2 ? `\n+${words.length - 2}` : "");
  };
  const ends = (pair) => { const { s, t } = facts[pairs[pair][0]]; return [s, t]; };
  const incident = (pair) => {
    const [s, t] = ends(pair);
    if (state.selected?.path) return state.selected.path.some((at, index, path) => (at === s && (path[index + 1] === t || path[index - 1] === t)));
    return state.selected?.pair === pair || (state.selected?.thing != null && (s === state.selected.thing || t === state.selected.thing));
  };
  /* The pairs of the selection that are not filtered out: few, whatever the size of the graph. */
  const lit = () => {
    const { selected } = state;
    const from = selected?.path || (selected?.thing != null ? [selected.thing] : selected?.pair != null ? ends(selected.pair) : []);
    const near = new Set(from.flatMap((thing) => state.near[thing].map((index) => state.byPair[index])));
    return [...near].filter((pair) => state.visiblePairs.has(pair) && incident(pair));
  };
  return { directed, strong, brief, told, ends, incident, lit };
})();
