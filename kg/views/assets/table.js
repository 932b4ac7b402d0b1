"use strict";
/* The same facts as a table: for the keyboard, for a screen reader, for paper. */
kg.table = ({ shown, choose, part = 300, sorted = true }) => {
  const { things, facts } = kg.content;
  const place = document.getElementById("table");
  const columns = [
    ["Who or what", (fact) => things[fact.s].label],
    ["says", (fact) => kg.words(fact)],
    ["Whom or what", (fact) => things[fact.t].label],
    ["As", (fact) => [fact.as, fact.at && `at ${fact.at}`].filter(Boolean).join(" ")],
    ["When", (fact) => (fact.when || "").replace("..", "9999")],
    ["Which sentence says so", (fact) => (fact.quotes || []).length],
  ];
  let order = sorted ? 0 : -1;
  let down = false;
  let most = part;
  const row = (fact) => kg.el("tr", {},
    kg.el("td", {}, kg.nameButton(fact.s, choose)),
    kg.el("td", {}, kg.words(fact)),
    kg.el("td", {}, kg.nameButton(fact.t, choose)),
    kg.el("td", { dir: "auto" }, columns[3][1](fact)),
    kg.el("td", { class: "when" }, kg.period(fact.when, fact.now)),
    kg.el("td", {}, (fact.quotes || []).map(kg.quote)));
  const draw = () => {
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    const list = shown().map((index) => facts[index]);
    if (order >= 0) list.sort((a, b) => compare(String(columns[order][1](a)), String(columns[order][1](b))) * (down ? -1 : 1));
    const heads = columns.map(([name], index) => kg.el("th", { scope: "col", "aria-sort": index === order ? (down ? "descending" : "ascending") : "none" },
      kg.el("button", { type: "button", on: { click: () => { down = order === index && !down; order = index; draw(); } } }, name, index === order ? (down ? " ↓" : " ↑") : "")));
    place.replaceChildren(
      kg.el("p", { class: "sum" }, list.length ? `${kg.count(list.length, "fact")} ${list.length === facts.length ? "in all" : `of ${kg.number(facts.length)}, as filtered`}` : ""),
      list.length
        ? kg.el("table", {}, kg.el("thead", {}, kg.el("tr", {}, heads)), kg.el("tbody", {}, list.slice(0, most).map(row)))
        : kg.el("p", { class: "empty" }, facts.length ? "The filter leaves no fact. Press Esc, or switch kinds on again in the legend." : "No document states anything yet."),
      ...(list.length > most ? [kg.el("button", { type: "button", class: "more", on: { click: () => { most += part * 4; draw(); } } }, `Show more of the ${kg.number(list.length - most)} left`)] : []));
  };
  return draw;
};
