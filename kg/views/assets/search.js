"use strict";
/* Search as you type over names, other names and kinds; `/` goes there, arrows choose, Enter opens. */
kg.search = ({ choose, matching, limit = 12 }) => {
  const usual = document.getElementById("search").placeholder;
  const { things } = kg.content;
  const box = document.getElementById("search");
  const list = document.getElementById("found");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let names = null; // made when first asked for: a large page holds many
  let found = [];
  let active = -1;

  const rank = (index, wanted) => {
    let best = 0;
    for (const [place, name] of names[index].entries()) {
      const at = name.indexOf(wanted);
      if (at < 0) continue;
      const score = (name === wanted ? 5 : at === 0 ? 4 : /[\s\-_.(/]/.test(name[at - 1]) ? 3 : 2) - (place ? 0.5 : 0);
      best = Math.max(best, score);
    }
    return best || (plain(things[index].kind) === wanted ? 1 : 0);
  };
  const marked = (label) => {
    const wanted = box.value.trim().toLowerCase();
    const at = label.toLowerCase().indexOf(wanted);
    if (!wanted || at < 0) return [label];
    return [label.slice(0, at), kg.el("mark", {}, label.slice(at, at + wanted.length)), label.slice(at + wanted.length)];
  };
  const close = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const point = (place) => {
    active = place;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === place)));
    const item = list.children[place];
    if (item) { box.setAttribute("aria-activedescendant", item.id); item.scrollIntoView({ block: "nearest" }); }
  };
  let asked = null;
  const open = (place) => {
    if (found[place] == null) return;
    const answer = asked || choose;
    close();
    box.blur();
    matching(null);
    box.value = "";
    answer(found[place]);
  };

  const look = () => {
    const wanted = plain(box.value.trim());
    if (!wanted) { found = []; close(); matching(null); return; }
    names ||= things.map((thing) => [thing.label, ...(thing.names || [])].map(plain));
    const scored = things.map((_, index) => [rank(index, wanted), index]).filter(([score]) => score);
    scored.sort((a, b) => b[0] - a[0] || things[a[1]].label.localeCompare(things[b[1]].label));
    matching(new Set(scored.map(([, index]) => index)));
    found = scored.slice(0, limit).map(([, index]) => index);
    const more = scored.length - found.length;
    list.replaceChildren(
      ...found.map((thing, place) => kg.el("li", { id: `found-${place}`, role: "option", on: { pointerdown: (event) => { event.preventDefault(); open(place); } } },
        kg.glyph(things[thing].kind), kg.el("bdi", { class: "words" }, marked(things[thing].label)), kg.el("small", {}, things[thing].kind))),
      ...(more ? [kg.el("li", { class: "none", role: "presentation" }, `and ${kg.number(more)} more: type on`)] : []),
      ...(found.length ? [] : [kg.el("li", { class: "none", role: "presentation" }, "Nothing here is called “", kg.el("bdi", {}, box.value.trim()), "”.")]));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    kg.say(found.length ? `${kg.count(scored.length, "match", "matches")}` : "Nothing found");
    point(found.length ? 0 : -1);
  };
  box.addEventListener("input", look);
  box.addEventListener("focus", () => { if (box.value.trim()) look(); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (found.length) point((active + step + found.length) % found.length);
    } else if (event.key === "Enter") { event.preventDefault(); open(active); }
    else if (event.key === "Escape") { event.stopPropagation(); box.value = ""; matching(null); close(); box.blur(); }
  });
  box.addEventListener("blur", () => { if (asked) { asked = null; box.placeholder = usual; } });
  /* Ask for one thing: whatever is opened next goes to `answer`; leaving the box calls it off. */
  kg.search.ask = (words, answer) => { box.value = ""; box.placeholder = words; box.focus(); asked = answer; };
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); box.focus(); box.select(); }
  });
};
