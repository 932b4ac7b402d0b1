"use strict";
/* What all pages share: their content, elements made from text alone, dates in words, the theme, the address. */
const kg = { content: JSON.parse(document.getElementById("content").textContent) };

/* An element. Words become text nodes, never markup. `props`: attributes; `on`: listeners; `class`, `hidden`. */
kg.el = (tag, props = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, String(value));
  }
  made.append(...children.flat().filter((child) => child != null && child !== false && child !== ""));
  return made;
};

/* A link to an address of the web or of a mailbox; any other address is shown as the words it is. */
kg.link = (address, words) => {
  const text = words || address;
  let url = null;
  try { url = new URL(address); } catch { return kg.el("span", { dir: "auto" }, text); }
  if (!["http:", "https:", "mailto:"].includes(url.protocol)) return kg.el("span", { dir: "auto" }, text);
  return kg.el("a", { href: url.href, rel: "noopener noreferrer", target: "_blank", dir: "auto" }, text);
};

kg.number = (value) => value.toLocaleString("en");
kg.count = (value, one, many) => `${kg.number(value)} ${value === 1 ? one : many || `${one}s`}`;
kg.say = (words) => { document.getElementById("said").textContent = words; };
kg.still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/* A date as precise as it is: "2021", "Jul 2021", "24 Jul 2021"; an EDTF interval as from – to. */
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
kg.date = (iso) => {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!found) return iso;
  const [, year, month, day] = found;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
};
kg.period = (when, now) => {
  if (!when) return now ? "now" : "";
  if (!when.includes("/")) return kg.date(when);
  const [start, end] = when.split("/");
  if (now || end === "..") return start ? `since ${kg.date(start)}` : "now";
  if (!start) return `until ${kg.date(end)}`;
  if (!end) return `from ${kg.date(start)}`;
  return start === end ? kg.date(start) : `${kg.date(start)} – ${kg.date(end)}`;
};

/* The colours of the theme in force, read afresh whenever it changes. */
kg.colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
kg.onTheme = (listener) => {
  document.addEventListener("theme", listener);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", listener);
};
kg.dark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

(() => {
  // A page in a sandboxed frame has no storage; the theme then lasts as long as the page.
  const kept = (value) => {
    try { return value ? localStorage.setItem("people-kg.theme", value) : localStorage.getItem("people-kg.theme"); } catch { return null; }
  };
  const known = kept();
  if (known === "dark" || known === "light") document.documentElement.dataset.theme = known;
  document.getElementById("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = kg.dark() ? "light" : "dark";
    kept(document.documentElement.dataset.theme);
    document.dispatchEvent(new Event("theme"));
  });
})();

/* The state in the address: everything after "#", as name=value pairs. */
kg.address = {
  read: () => new URLSearchParams(location.hash.slice(1)),
  write: (pairs) => {
    const words = new URLSearchParams(Object.entries(pairs).filter(([, value]) => value)).toString();
    try { history.replaceState(null, "", words ? `#${words}` : location.pathname + location.search); } catch { /* a frame without an address */ }
  },
};

/* Save text or a blob under a name. */
kg.save = (name, content, type) => {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const address = URL.createObjectURL(blob);
  const link = kg.el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
kg.fileName = (ending) => `${document.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "graph"}.${ending}`;
