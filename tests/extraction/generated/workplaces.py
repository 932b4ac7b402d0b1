"""Employers with one role or several, described, timed and told of in any manner, in lists, paragraphs and tables."""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass

from generated import Fact, Page, dates, markup, names, workplace_pages
from generated.workplace_pages import Node

SUFFIXES = ("md", "txt", "html")
CHOICES: dict[str, tuple[str, ...]] = {
    "form": ("nested", "nested", "single", "single", "table", "sentence"),
    "employer": ("heading", "bold", "paragraph"),
    "role": ("heading", "bold", "paragraph", "item"),
    "stay": ("none", "none", "whole"),
    "about": ("none", "none", "brackets", "below"),
    "place": ("none", "after", "below"),
    "terms": ("none", "none", "Full-time", "Contract", "Remote", "Part-time"),
    "unit": ("none", "none", "comma", "dash"),
    "length": ("none", "none", "dot", "brackets"),
    "told": ("none", "items", "items", "deep", "prose", "long"),
    "tools": ("none", "none", "Technologies", "Environment", "Tech stack", "Client"),
    "between": (" | ", " – ", ", ", " · ", " ("),
    "order": ("role first", "employer first"),
    "letters": ("as is", "as is", "capitals", "small"),
}
ABOUT = (
    "a maker of lamps for ships", "payments for small shops", "consulting for harbours", "an agency for posters",
    "one of the largest growers of moss",
)  # fmt: skip
UNITS = ("Payments Team", "Moss Lab", "Department of Tides", "Data Platform Team")
OTHERS = (
    "Moved the books of Brindle Foods and two other clients to the new ledger.",
    "Spoke with engineers of Osterby AG about valves.",
    "Kept the ties with Halmar University and the port of Leeds.",
)
LONG = (
    "In this role I planned the work of three crews, drew the charts for the harbour and the canals, wrote the yearly "
    "report and spoke for the company before the council of the town."
)
TOOLS = {"Client": "Marlin Water", "Environment": "Java, Oracle, Linux"}


@dataclass(frozen=True, slots=True)
class Job:
    """One role at an employer: how its parts are written, and when it was held."""

    employer: str
    title: str
    when: str
    start: str
    end: str
    place: str


def choices(seed: int) -> dict[str, str]:
    """The layout of the page of a seed, every feature chosen by itself."""
    chance = random.Random(f"workplaces {seed}")
    chosen = {name: chance.choice(options) for name, options in CHOICES.items()}
    if chosen["form"] == "nested" and chosen["role"] == "heading":
        chosen["employer"] = "heading"  # nobody ranks a role above its employer
    if chosen["form"] == "nested" and chosen["role"] in ("bold", "paragraph") and chosen["employer"] != "heading":
        chosen["about"] = "brackets" if chosen["about"] == "below" else chosen["about"]
    return chosen


def page(seed: int, suffix: str) -> Page:
    """A page of two or three employers in one layout."""
    chance, chosen = random.Random(f"work {seed}"), choices(seed)
    hand = dates.hand(chance)
    employers = chance.sample(names.EMPLOYERS, 3)
    titles = iter(chance.sample(names.TITLES, 9))
    groups = []
    for employer in employers:
        count = chance.randint(1, 3) if chosen["form"] == "nested" else 1
        place = chance.choice(names.PLACES)
        groups.append([_job(chance, hand, _lettered(employer, chosen), next(titles), place) for _ in range(count)])
    nodes = [Node("heading", 1, names.SUBJECT), Node("heading", 2, "Experience")]
    nodes += _Writer(chance, chosen, suffix).written(groups)
    nodes += [Node("heading", 2, "Education"), Node("item", 1, "BSc Physics, University of Lindau, 2001 – 2004")]
    expected: set[Fact] = {
        ("position", job.employer.lower(), job.title.lower(), job.start, job.end) for group in groups for job in group
    }
    return Page(f"workplaces-{seed}.{suffix}", workplace_pages.shown(nodes, suffix), frozenset(expected))


def _job(chance: random.Random, hand: dates.Hand, employer: str, title: str, place: str) -> Job:
    when, start, end = hand.span(chance)
    return Job(employer, title, when, start, end, place)


def _lettered(name: str, chosen: dict[str, str]) -> str:
    small = chosen["letters"] == "small" and " " not in name and chosen["form"] != "sentence"
    return name.upper() if chosen["letters"] == "capitals" else name.lower() if small else name


class _Writer:
    """Writes employers and their roles in one layout."""

    def __init__(self, chance: random.Random, chosen: dict[str, str], suffix: str) -> None:
        self._chance, self._chosen, self._suffix = chance, chosen, suffix

    def written(self, groups: list[list[Job]]) -> list[Node]:
        """All of them, in the form the page chose."""
        form = self._chosen["form"]
        if form == "table":
            return self._table(groups)
        write = {"nested": self._nested, "single": self._single, "sentence": self._sentence}[form]
        return [node for group in groups for node in write(group)]

    def _field(self, text: str, style: str = "") -> str:
        return markup.field(text, style, self._suffix)

    def _nested(self, group: list[Job]) -> list[Node]:
        """An employer above its roles, each with its time."""
        first, chosen = group[0], self._chosen
        head = self._employer(first)
        if chosen["stay"] == "whole" and len(group) == 1:
            return [*self._lead("employer", 3, f"{head} | {first.when}"), *self._role(first, timed=False)]
        nodes = self._lead("employer", 3, head)
        if chosen["place"] == "below":
            nodes.append(Node("paragraph", 0, self._field(first.place)))
        if chosen["about"] == "below":
            nodes.append(Node("paragraph", 0, self._field(self._chance.choice(ABOUT).capitalize() + ".", "italic")))
        return nodes + [node for job in group for node in self._role(job, timed=True)]

    def _employer(self, job: Job) -> str:
        head = self._field(job.employer)
        if self._chosen["about"] == "brackets":
            head += f" ({self._field(self._chance.choice(ABOUT))})"
        return head + (f", {self._field(job.place)}" if self._chosen["place"] == "after" else "")

    def _lead(self, part: str, level: int, text: str) -> list[Node]:
        kind = self._chosen[part]
        if kind == "bold":
            return [Node("paragraph", 0, workplace_pages.strong(text, self._suffix))]
        return [Node(kind, level if kind == "heading" else 1, text)]

    def _role(self, job: Job, *, timed: bool) -> list[Node]:
        """A role, its team, terms and time, and what was done; under no item stands anything but items."""
        line = self._title(job)
        if timed:
            line += self._joined(self._time(job))
        nodes = self._lead("role", 4, line)
        return nodes + self._told(2 if self._chosen["role"] == "item" else 1)

    def _title(self, job: Job) -> str:
        chosen, line = self._chosen, self._field(job.title)
        if chosen["unit"] != "none":
            line += {"comma": ", ", "dash": " – "}[chosen["unit"]] + self._field(self._chance.choice(UNITS))
        return line + (f" ({chosen['terms']})" if chosen["terms"] != "none" else "")

    def _time(self, job: Job) -> str:
        length = {"none": "", "dot": " · 2 yrs 3 mos", "brackets": " (2 years, 3 months)"}[self._chosen["length"]]
        return job.when + ("" if self._chosen["between"] == " (" else length)

    def _joined(self, text: str) -> str:
        between = self._chosen["between"]
        return between + text + (")" if between == " (" else "")

    def _single(self, group: list[Job]) -> list[Node]:
        """A role and its employer in one header of one or two lines."""
        job, chosen = group[0], self._chosen
        pair = [self._title(job), self._employer(job)]
        if chosen["order"] == "employer first":
            pair.reverse()
        between = chosen["between"] if chosen["between"] not in (" (", ", ") else " | "
        if chosen["stay"] == "none":
            nodes = self._lead("role", 3, between.join([*pair, self._time(job)]))
        else:
            nodes = [
                *self._lead("employer", 3, pair[0]),
                Node("paragraph", 0, between.join([pair[1], self._time(job)])),
            ]
        return nodes + self._told(2 if chosen["role"] == "item" and chosen["stay"] == "none" else 1)

    def _sentence(self, group: list[Job]) -> list[Node]:
        """Header and sentences in one paragraph."""
        job = group[0]
        pair = [self._field(job.title, "bold"), self._field(job.employer)]
        if self._chosen["order"] == "employer first":
            pair = [self._field(job.employer, "bold"), self._field(job.title)]
        told = " ".join(self._field(deed) for deed in self._chance.sample(names.DEEDS, 2))
        return [Node("paragraph", 0, f"{', '.join(pair)}, {job.when}. {told}")]

    def _told(self, level: int) -> list[Node]:
        chosen, chance = self._chosen, self._chance
        deeds = [self._field(deed) for deed in chance.sample(names.DEEDS, 2)]
        kind = "prose" if chosen["told"] == "long" else chosen["told"]
        nodes = [Node("item", level, deed) for deed in deeds] if kind in ("items", "deep") else []
        if kind == "deep":
            nodes.append(Node("item", level + 1, self._field(chance.choice(OTHERS))))
        if kind == "prose":
            text = self._field(LONG) if chosen["told"] == "long" else " ".join(deeds)
            shown = "\n".join(textwrap.wrap(text, 72)) if self._suffix == "txt" else text
            nodes.append(Node("item", level, text) if level > 1 else Node("paragraph", 0, shown))
        if chosen["tools"] != "none":
            line = f"{chosen['tools']}: {TOOLS.get(chosen['tools'], 'Python, SQL, Docker')}"
            listed = level > 1 or (bool(nodes) and nodes[-1].kind == "item")
            nodes.append(Node("item", level, line) if listed else Node("paragraph", 0, line))
        return nodes

    def _table(self, groups: list[list[Job]]) -> list[Node]:
        """A row an employer, columns named or not."""
        jobs = [group[0] for group in groups]
        columns = [("Employer", "employer"), ("Role", "title"), ("Period", "when"), ("Location", "place")]
        self._chance.shuffle(columns)
        rows = [[self._field(getattr(job, name)) for _, name in columns] for job in jobs]
        return [Node("table", 0, "", [[label for label, _ in columns], *rows])]
