"""Careers in lighter markup: Org mode, reStructuredText and AsciiDoc, their headings, items, fields and tables."""

from __future__ import annotations

from generated import Page
from generated.formats_career import Career, Choices, Job, Study, career

_HEADINGS = {
    "work": ("Experience", "Work Experience", "Employment History", "Professional Experience"),
    "school": ("Education", "Academic Background"),
    "skills": ("Skills", "Technical Skills"),
}
_BOLD = {"org": "*{}*", "rst": "**{}**", "adoc": "*{}*"}
_ITALIC = {"org": "/{}/", "rst": "*{}*", "adoc": "_{}_"}
_ITEM = {"org": "- {}", "rst": "* {}", "adoc": "* {}"}
_LAYOUTS = {
    "org": ("heading", "heading", "drawer", "item", "described", "table", "paragraph"),
    "rst": ("heading", "heading", "item", "described", "fields", "table", "grid", "list table", "lines", "paragraph"),
    "adoc": ("heading", "heading", "item", "described", "paragraph"),
}
_ORDERS = ("title org date", "org title date", "date title org", "title date org", "date org title", "org date title")


def page(seed: int, suffix: str) -> Page:
    """A page that tells a career in one layout; `suffix` is "org", "rst" or "adoc"."""
    return made(seed, suffix)[0]


def made(seed: int, suffix: str) -> tuple[Page, dict[str, str]]:
    """The page, and the features chosen for it."""
    choices = Choices(f"markup {seed} {suffix}")
    told = career(choices)
    return Page(f"markup-{seed}.{suffix}", _Maker(choices, told, suffix).whole(), told.facts), choices.made


class _Maker:
    """One page's way of writing."""

    def __init__(self, choices: Choices, told: Career, suffix: str) -> None:
        pick = choices.pick
        self._choices, self._told, self._suffix = choices, told, suffix
        self._layout = pick("layout", _LAYOUTS[suffix])
        self._order = pick("order", _ORDERS).split()
        self._lines = pick("lines", (1, 2, 3))
        self._separator = pick("separator", (", ", " | ", " — ", " - ", " · "))
        self._styles = {name: pick(f"{name} is", ("", "", "bold", "italic")) for name in ("title", "org", "date")}
        self._place = choices.chance("place", 0.3)
        self._done = pick("done", ("items", "items", "prose", "none"))
        self._skills = pick("skills", ("labels", "items", "flat", "described"))
        self._marks = pick("marks", ("=-~", "#=-", "=~^"))

    def whole(self) -> str:
        """The page."""
        parts = [self._top(), self._entries("work", self._told.jobs), self._entries("school", self._told.studies)]
        parts.insert(len(parts) if self._choices.chance("skills last", 0.7) else 1, self._listed())
        return "\n\n".join(parts) + "\n"

    def _top(self) -> str:
        told = self._told
        if self._suffix == "adoc":
            return f"= {told.name}\n\n{told.mail}"
        if self._suffix == "rst":
            return f"{self._heading(told.name, 0)}\n\n{told.mail}"
        form = self._choices.pick("top", ("title", "author", "heading", "line"))
        return {
            "title": f"#+TITLE: {told.name}\n#+OPTIONS: toc:nil\n\n{told.mail}",
            "author": f"#+TITLE: Curriculum Vitae\n#+AUTHOR: {told.name}\n#+EMAIL: {told.mail}\n",
            "heading": f"* {told.name}\n{told.mail}",
            "line": f"*{told.name}*\n\n{told.mail}",
        }[form]

    def _heading(self, text: str, level: int) -> str:
        if self._suffix == "rst":
            return f"{text}\n{self._marks[level] * (len(text) + 1)}"
        deeper = self._choices.made.get("top") == "heading"
        return f"{('*' if self._suffix == 'org' else '=') * (level + (self._suffix == 'adoc') + deeper)} {text}"

    def _entries(self, key: str, entries: tuple[Job, ...] | tuple[Study, ...]) -> str:
        head = self._heading(self._choices.random.choice(_HEADINGS[key]), 1)
        if self._layout in ("table", "grid", "list table"):
            return f"{head}\n\n{self._table([self._values(entry) for entry in entries])}"
        gap = "\n" if self._layout in ("item", "fields") and self._done == "none" else "\n\n"
        return f"{head}\n\n" + gap.join(self._entry(self._values(entry), entry) for entry in entries)

    def _values(self, entry: Job | Study) -> dict[str, str]:
        title = entry.title if isinstance(entry, Job) else f"{entry.degree} in {entry.field}"
        org = entry.organization if isinstance(entry, Job) else entry.school
        return {"title": title, "org": org + (f", {entry.place}" if self._place else ""), "date": entry.time}

    def _styled(self, name: str, text: str) -> str:
        marks = {"bold": _BOLD, "italic": _ITALIC}.get(self._styles[name])
        return marks[self._suffix].format(text) if marks else text

    def _entry(self, values: dict[str, str], entry: Job | Study) -> str:
        done = list(entry.done) if isinstance(entry, Job) and self._done != "none" else []
        shown = {name: self._styled(name, value) for name, value in values.items()}
        first, *rest = self._order
        body = (
            ("\n".join(_ITEM[self._suffix].format(deed) for deed in done)) if self._done == "items" else " ".join(done)
        )
        parted = [shown[name] for name in self._order]
        if self._layout == "heading":
            below = (
                [shown[name] for name in rest]
                if self._lines == 3
                else [self._separator.join(shown[name] for name in rest)]
            )
            head = values[first]
            if self._lines == 1:
                head, below = self._separator.join(values[name] for name in self._order), []
            return "\n\n".join([self._heading(head, 2), *below, *([body] if body else [])])
        if self._layout == "drawer":
            start, _, end = entry.when
            fields = f":EMPLOYER: {values['org']}\n:FROM: {start}\n:TO: {end}"
            return f"** {values['title']}\n:PROPERTIES:\n:CV_ENV: cventry\n{fields}\n:END:\n{body}"
        if self._layout == "described":
            mark = {"org": "- {} :: {}", "rst": "{}\n  {}", "adoc": "{}:: {}"}[self._suffix]
            return mark.format(values[first], self._separator.join(shown[name] for name in rest))
        if self._layout == "fields":
            return f":{values['date']}: {shown['title']}, {shown['org']}"
        if self._layout == "lines":
            return "\n".join(f"| {line}" for line in parted) + (f"\n\n{body}" if body else "")
        line = self._separator.join(parted)
        if self._layout == "item":
            nested = [
                ("  - " if self._suffix == "org" else "  * " if self._suffix == "rst" else "** ") + deed
                for deed in done
            ]
            gap = "\n\n" if self._suffix == "rst" and nested else "\n"
            return _ITEM[self._suffix].format(line) + (gap + "\n".join(nested) if nested else "")
        return line + (f"\n\n{body}" if body else "")

    def _table(self, rows: list[dict[str, str]]) -> str:
        heads = {"title": "Role", "org": "Institution", "date": "Period"}
        cells = [[heads[name] for name in self._order], *([row[name] for name in self._order] for row in rows)]
        if self._suffix == "adoc":
            return (
                '[options="header"]\n|===\n'
                + "\n".join("".join(f"|{cell} " for cell in row) for row in cells)
                + "\n|==="
            )
        if self._suffix == "org":
            lines = ["| " + " | ".join(row) + " |" for row in cells]
            return "\n".join([lines[0], "|---+---+---|", *lines[1:]])
        if self._layout == "list table":
            body = "\n".join("   * - " + "\n     - ".join(row) for row in cells)
            return f".. list-table::\n   :header-rows: 1\n\n{body}"
        widths = [max(len(row[column]) for row in cells) for column in range(3)]
        padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in cells]
        if self._layout == "grid":
            rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
            lines = [f"| {' | '.join(row)} |\n{rule}" for row in padded]
            return "\n".join([rule, lines[0].replace("-", "="), *lines[1:]])
        rule = "  ".join("=" * width for width in widths)
        lines = ["  ".join(row).rstrip() for row in padded]
        return "\n".join([rule, lines[0], rule, *lines[1:], rule])

    def _listed(self) -> str:
        groups, item = self._told.skills, _ITEM[self._suffix]
        joined = {group: ", ".join(names) for group, names in groups.items()}
        if self._skills == "labels":
            lines = [item.format(f"{_BOLD[self._suffix].format(group)}: {listed}") for group, listed in joined.items()]
        elif self._skills == "items":
            lines = [item.format(name) for names in groups.values() for name in names]
        elif self._skills == "flat":
            lines = [", ".join(joined.values())]
        else:
            mark = {"org": "- {} :: {}", "rst": ":{}: {}", "adoc": "{}:: {}"}[self._suffix]
            lines = [mark.format(group, listed) for group, listed in joined.items()]
        return self._heading(self._choices.random.choice(_HEADINGS["skills"]), 1) + "\n\n" + "\n".join(lines)
