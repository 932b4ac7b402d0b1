/* Where a person stands on the screen; one with hidden neighbours, if there is any. */
() => {
  const { state, content } = kg;
  const people = [...state.visible].filter((thing) => content.things[thing].kind === "person");
  const thing = people.find((one) => state.hiddenOf(one).length) ?? people[0];
  const node = kg.test.nodes[thing];
  const at = kg.test.toView(node);
  const box = document.getElementById("canvas").getBoundingClientRect();
  return { thing, x: at.x + box.x, y: at.y + box.y, label: content.things[thing].label, hidden: state.hiddenOf(thing).length };
}
