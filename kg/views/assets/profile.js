"use strict";
/* Fact and sentence show each other: hover or focus lights the other side, a click goes there. */
(() => {
  const marks = [...document.querySelectorAll("mark[data-facts]")];
  const facts = [...document.querySelectorAll("[data-fact]")];
  const of = (mark) => mark.dataset.facts.split(" ");
  const light = (numbers) => {
    marks.forEach((mark) => mark.classList.toggle("lit", of(mark).some((number) => numbers.includes(number))));
    facts.forEach((fact) => fact.classList.toggle("lit", numbers.includes(fact.dataset.fact)));
  };
  const smooth = kg.still() ? "auto" : "smooth";
  for (const mark of marks) {
    mark.addEventListener("pointerenter", () => light(of(mark)));
    mark.addEventListener("focus", () => light(of(mark)));
    const go = () => document.getElementById(`fact-${of(mark)[0]}`).scrollIntoView({ block: "center", behavior: smooth });
    mark.addEventListener("click", go);
    mark.addEventListener("keydown", (event) => { if (event.key === "Enter") go(); });
  }
  for (const fact of facts) {
    const numbers = [fact.dataset.fact];
    fact.addEventListener("pointerenter", () => light(numbers));
    fact.addEventListener("focusin", () => light(numbers));
    fact.addEventListener("click", (event) => {
      if (event.target.closest("a")) return;
      marks.find((mark) => of(mark).includes(numbers[0]))?.scrollIntoView({ block: "center", behavior: smooth });
    });
  }
  document.addEventListener("click", (event) => { if (!event.target.closest(".menu")) document.querySelectorAll(".menu").forEach((menu) => { menu.open = false; }); });
  document.documentElement.dataset.ready = "yes";
})();
