"""Projects of one's own, listed in any layout under any usual heading."""

from __future__ import annotations

import random

from generated import Fact, Page, markup, names

NAMES = (
    "Quillbase", "Tide Tables", "mossflow", "open-harrow", "Kestrel Chess Engine", "Bookshop Inventory System",
    "Weather Station for Schools", "PaperCrane", "Lantern", "Ferry Timetable App", "BirdCount", "Gravel Router",
    "Sleepy Owl Tracker", "Little Harbour", "Stamp Collector's Diary", "Recipe Finder", "DriftNet Simulator",
    "Village Bus Planner", "notes-of-moss", "Choir Roster", "SundialOS", "Pocket Orchard", "Heron Search",
    "Cliffhanger Game", "Smart Beehive Monitor", "Old Maps Viewer", "Puddle", "Hazel Compiler", "TinyKiln",
)  # fmt: skip
HEADINGS = (
    "Projects", "Personal Projects", "Selected Projects", "Side Projects", "Open Source Projects", "Academic Projects",
    "Featured Projects", "My Projects", "Key Projects", "Notable Projects", "Projects & Open Source", "Recent Projects",
    "University Projects", "Technical Projects", "Project Experience", "Projekte", "Projets", "Proyectos",
)  # fmt: skip
TOLD = (
    "A small tool that tells fishermen when to leave the harbour.",
    "Helps choirs find out who comes on Tuesday.",
    "Counts birds in photographs and draws a map of them.",
    "A game for two on one keyboard.",
    "Keeps a list of what is in the cellar, with labels to print.",
    "Won the hearts of forty users in a month.",
    "Reads old timetables and answers questions about them.",
)
STACKS = ("Python, Flask", "React, Node.js", "C++", "Rust", "Java, Spring Boot, MySQL", "TypeScript and Vite")
DATES = ("2021", "2019 – 2020", "Mar 2022", "Jan 2020 - May 2020", "2023 – present")
LAYOUTS = {
    "md": ("heading", "bold dash", "dash", "colon", "link", "bold link", "table", "bold line", "year", "stack",
           "numbered"),
    "txt": ("dash", "colon", "line", "year", "stack", "numbered"),
    "html": ("heading", "bold dash", "dash", "colon", "link", "card", "table", "year", "stack", "definitions"),
    "tex": ("bold dash", "colon", "year", "stack", "heading", "resume"),
}  # fmt: skip


def page(seed: int, suffix: str) -> Page:
    """A page with a list of projects in one layout."""
    chance = random.Random(f"projects {seed}")
    layout = chance.choice(LAYOUTS[suffix])
    named = [name for name in NAMES if layout != "line" or name[0].isupper()]  # alone in small letters it is a word
    chosen = chance.sample(named, chance.randint(2, 5))
    hand = _Hand(layout, suffix, chance)
    body = hand.body(chosen)
    heading = chance.choice(HEADINGS)
    job = markup.entry(
        [markup.field("Clerk, Harrow & Finch, 2015 – 2019", "", suffix)],
        "plain" if suffix == "txt" else "heading", "plain", [names.DEEDS[2], names.DEEDS[4]], False, suffix,
    )  # fmt: skip
    sections = {"Experience": ([job], False), heading: ([body], False), "Languages": (["English, French"], False)}
    expected = frozenset[Fact](("project", name.lower()) for name in chosen)
    return Page(f"projects-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), expected)


class _Hand:
    """How one person writes the list."""

    def __init__(self, layout: str, suffix: str, chance: random.Random) -> None:
        self._layout, self._suffix, self._chance = layout, suffix, chance
        self._dash = chance.choice((" – ", " — ", " - "))
        self._items = chance.random() < 0.6

    def body(self, chosen: list[str]) -> str:
        """The list of these projects."""
        if self._layout in ("table", "definitions"):
            return self._table(chosen)
        return self._joined([self._entry(number, name) for number, name in enumerate(chosen, 1)])

    def _told(self) -> str:
        return self._chance.choice(TOLD)

    def _entry(self, number: int, name: str) -> str:
        told, layout, dash = self._told(), self._layout, self._dash
        stack = self._chance.choice(STACKS)
        when = self._chance.choice(DATES)
        if layout in ("heading", "card", "resume"):
            return self._headed(name, told, stack, when)
        bold = markup.field(name, "bold", self._suffix)
        link = markup.field(name, "link", self._suffix)
        return {
            "bold dash": f"{bold}{dash}{told}", "dash": f"{name}{dash}{told}", "colon": f"{name}: {told}",
            "link": f"{link}{dash}{told}", "bold link": f"**[{name}](https://x.example/{number})**: {told}",
            "bold line": f"{bold}  \n{told}", "year": f"{bold} ({when}){dash}{told}", "line": f"{name}\n{told}\n",
            "stack": f"{bold} | {stack} | {when}", "numbered": f"{number}. {bold}: {told}",
        }[layout]  # fmt: skip

    def _headed(self, name: str, told: str, stack: str, when: str) -> str:
        if self._suffix == "md":
            return (
                f"### {name}\n\n{told}\n\n*{stack}*\n" if self._items else f"### {name}\n\n- {told}\n- Used {stack}.\n"
            )
        if self._suffix == "tex":
            if self._layout == "resume":
                return f"\\textbf{{{name}}} $|$ \\emph{{{stack}}} \\hfill {when} \\\\\n{told} \\\\"
            return f"\\subsection*{{{name}}}\n{told}\n"
        head, tail = ('<div class="project">', "</div>") if self._layout == "card" else ("", "")
        return f"{head}<h3>{name}</h3><p>{told}</p><p>{stack}</p>{tail}"

    def _joined(self, entries: list[str]) -> str:
        plain = self._layout in ("heading", "card", "resume", "line", "numbered", "bold line")
        if self._suffix == "md":
            return "\n".join(f"- {entry}" for entry in entries) if not plain else "\n\n".join(entries)
        if self._suffix == "txt":
            return "\n".join(entry if plain else f"• {entry}" for entry in entries)
        if self._suffix == "tex":
            items = "\n".join(f"\\item {entry}" for entry in entries)
            return "\n\n".join(entries) if plain else f"\\begin{{itemize}}\n{items}\n\\end{{itemize}}"
        if plain or not self._items:
            return "\n".join(entry if plain else f"<p>{entry}</p>" for entry in entries)
        return "<ul>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"

    def _table(self, chosen: list[str]) -> str:
        rows = [(name, self._told()) for name in chosen]
        if self._layout == "definitions":
            return "<dl>" + "".join(f"<dt>{name}</dt><dd>{told}</dd>" for name, told in rows) + "</dl>"
        if self._suffix == "html":
            cells = "".join(f"<tr><td>{name}</td><td>{told}</td></tr>" for name, told in rows)
            return f"<table><tr><th>Project</th><th>Description</th></tr>{cells}</table>"
        return "| Project | Description |\n|---|---|\n" + "\n".join(f"| {name} | {told} |" for name, told in rows)
