"use strict";
/* The page for large graphs, put together. */
(() => {
  const { state } = kg;
  const { things, facts } = kg.content;
  const by = (id) => document.getElementById(id);
  const drawable = Boolean(document.createElement("canvas").getContext("webgl2"));
  state.read();
  if (!drawable) state.view = "table";

  const choose = (thing) => { state.selected = thing; state.changed("selection"); };
  const clear = () => { state.selected = null; state.matching = null; by("search").value = ""; state.changed("selection"); };
  const go = (thing) => { state.hiddenKinds.delete(things[thing].kind); choose(thing); picture?.go(thing); };
  const picture = drawable ? kg.largePicture({ choose, clear }) : null;
  kg.test = picture; // what the tests look at
  const panel = kg.panel({ choose: go, close: clear });
  const legend = kg.legend();
  const table = kg.table({
    choose: go, sorted: facts.length < 20000,
    shown: () => facts.flatMap((fact, index) => (state.factShown(index) && !state.hiddenKinds.has(things[fact.s].kind) && !state.hiddenKinds.has(things[fact.t].kind)
      && (!state.matching || state.matching.has(fact.s) || state.matching.has(fact.t)) ? [index] : [])),
  });
  const showView = () => {
    const tabled = state.view === "table";
    by("picture").hidden = tabled;
    by("table").hidden = !tabled;
    by("as-picture").setAttribute("aria-pressed", String(!tabled));
    by("as-table").setAttribute("aria-pressed", String(tabled));
    document.body.classList.toggle("tabled", tabled);
    if (tabled) table();
  };
  const turn = (view) => { state.view = view; state.changed("view"); };
  state.on((what) => {
    if (what !== "view") { picture?.refresh(); panel(state.selected); }
    if (what === "filter" || what === "start") legend();
    if (what !== "selection" || state.view === "table") showView();
  });
  kg.search({ choose: go, matching: (set) => { if (set || state.matching) { state.matching = set; picture?.refresh(); if (state.view === "table") table(); } } });
  by("as-picture").disabled = !drawable;
  by("as-picture").addEventListener("click", () => turn("picture"));
  by("as-table").addEventListener("click", () => turn("table"));
  by("fit").addEventListener("click", () => picture?.fit());
  by("as-svg").hidden = true;
  by("as-png").hidden = !drawable;
  by("as-png").addEventListener("click", () => {
    picture.renderer.render();
    const layers = Object.values(picture.renderer.getCanvases()).filter((canvas) => canvas.width);
    const copy = kg.el("canvas", { width: layers[0].width, height: layers[0].height });
    const context = copy.getContext("2d");
    context.fillStyle = kg.colour("paper");
    context.fillRect(0, 0, copy.width, copy.height);
    layers.forEach((canvas) => context.drawImage(canvas, 0, 0));
    copy.toBlob((blob) => kg.save(kg.fileName("png"), blob));
  });
  by("as-json").addEventListener("click", () => {
    const nodes = things.flatMap((thing, index) => (state.thingShown(index) ? [{ id: thing.id, label: thing.label, type: thing.kind, x: thing.x, y: thing.y }] : []));
    const edges = facts.map((fact) => ({ source: things[fact.s].id, target: things[fact.t].id, relation: kg.content.relations[fact.r].name, title: fact.as, when: fact.when }));
    kg.save(kg.fileName("json"), JSON.stringify({ title: document.title, nodes, edges }), "application/json");
  });
  document.addEventListener("keydown", (event) => {
    if (/^(INPUT|TEXTAREA)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "f") picture?.fit();
    else if (event.key === "t" && drawable) turn(state.view === "table" ? "picture" : "table");
    else if (event.key === "Escape") {
      if (state.selected == null && (state.hiddenKinds.size || state.hiddenRelations.size)) { state.hiddenKinds.clear(); state.hiddenRelations.clear(); state.changed("filter"); } else clear();
    }
  });
  addEventListener("hashchange", () => { state.read(); state.changed("filter"); if (state.selected != null) picture?.go(state.selected); });
  document.addEventListener("click", (event) => { if (!event.target.closest("#export")) by("export").open = false; });
  const notice = [
    !drawable && "This browser draws no WebGL: the table and the search hold everything.",
    drawable && picture.crossing > 0 && `All ${kg.number(things.length)} of them, on islands of those that hang together. Ties between islands show for what you choose.`,
  ].filter(Boolean).join(" ");
  by("notice").hidden = !notice;
  by("notice").replaceChildren(kg.el("span", {}, notice));
  by("nothing").hidden = things.length > 0;
  by("nothing").textContent = "The graph is empty: no document has been read yet.";
  document.querySelectorAll(".keys span").forEach((key) => { if (key.textContent.startsWith("drag")) key.remove(); else if (key.textContent.startsWith("double")) key.textContent = "double click: go there"; });
  state.changed("start");
  if (state.selected != null) picture?.go(state.selected); else picture?.fit("once");
  document.documentElement.dataset.ready = "yes";
})();
