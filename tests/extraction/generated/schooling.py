"""Studies of many countries: under their school, in tables, by macros, in any layout, with times or without."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generated import Fact, Page, dates, headers, markup, names, studies

_LEVELS = ("bachelor", "bachelor", "master", "master", "doctorate", "associate")
_MACROS = (
    r"\cventry{{{date}}}{{{degree}}}{{{school}}}{{{place}}}{{}}{{}}",
    r"\resumeSubheading{{{school}}}{{{place}}}{{{degree}}}{{{date}}}",
    "\\textbf{{{school}}} \\hfill {place} \\\\\n\\textit{{{degree}}} \\hfill {date}\n",
    "\\textbf{{{degree}}} \\hfill {date} \\\\\n{school}\n",
)
_COLUMNS = (("date", "degree", "school"), ("degree", "school", "date"), ("school", "degree", "date"))
_TITLES = {"date": ("Year", "Period"), "degree": ("Degree", "Qualification"), "school": ("Institution", "School")}


class _Told(NamedTuple):
    """A study as written, and what it states."""

    values: dict[str, str]
    fact: Fact


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "schooling.toml").read_text(encoding="utf-8"))


def _when(chance: random.Random, kind: str, hand: dates.Hand) -> tuple[str, str, str]:
    """A time of study of one kind, its start and its end."""
    first = chance.randint(2001, 2016)
    last = first + chance.randint(2, 4)
    if kind == "none":
        return "", "", ""
    if kind == "ends":
        return chance.choice(["{}", "Graduated {}", "Class of {}", "Completed {}"]).format(last), "", f"{last}"
    if kind == "expected":
        return (
            chance.choice(["Expected May {}", "May {} (expected)", "Anticipated May {}"]).format(last),
            "",
            f"{last}-05",
        )
    if kind == "goes on":
        return chance.choice(["{} – present", "{} - Present", "since {}"]).format(first), f"{first}", "present"
    if kind == "seasons":
        return f"Fall {first} – Spring {last}", f"{first}", f"{last}"
    if kind == "bracket":
        return f"({first} – {last})", f"{first}", f"{last}"
    return hand.span(chance, 2, 5)


def _degree(chance: random.Random, level: str, into: str) -> str:
    return str(chance.choice(_data()["degrees"][level])) + into.format(chance.choice(_data()["fields"]))


def _told(chance: random.Random, school: str, level: str, into: str, time: tuple[str, str, str]) -> _Told:
    """One study; a unit of the school may stand before or after its name."""
    shown, start, end = time
    degree = chance.choice(_data()["secondary"]["degrees"]) if level == "secondary" else _degree(chance, level, into)
    unit = chance.choice(_data()["units"]) if level != "secondary" and chance.random() < 0.15 else ""
    written = (
        school if not unit or school in _data()["short"] else chance.choice([f"{unit}, {school}", f"{school}, {unit}"])
    )
    values = {"school": written, "degree": degree, "date": shown, "place": chance.choice(names.PLACES[:3])}
    return _Told(values, ("study", school.lower(), level, start, end))


def _nested(
    chance: random.Random, school: str, into: str, kind: str, hand: dates.Hand, suffix: str
) -> tuple[str, set[Fact]]:
    """Two degrees below the school that they are from."""
    facts: set[Fact] = set()
    lines = []
    for level in chance.choice([("master", "bachelor"), ("doctorate", "master")]):
        shown, start, end = _when(chance, kind, hand)
        joint = "" if not shown else " " if shown.startswith("(") else chance.choice([", ", " – ", " | "])
        lines.append(markup.field(_degree(chance, level, into) + joint + shown, "", suffix))
        facts.add(("study", school.lower(), level, start, end))
    return markup.entry([markup.field(school, "", suffix)], "heading", "item", lines, False, suffix), facts


def _table(chance: random.Random, told: list[_Told], suffix: str) -> str:
    """A table with a study a row."""
    columns = chance.choice(_COLUMNS)
    rows = [[chance.choice(_TITLES[column]) for column in columns]]
    rows += [[markup.field(one.values[column], "", suffix) for column in columns] for one in told]
    if suffix == "html":
        cells = [
            ["<tr>", *(f"<{'td' if number else 'th'}>{cell}</{'td' if number else 'th'}>" for cell in row), "</tr>"]
            for number, row in enumerate(rows)
        ]
        return "<table>" + "".join("".join(row) for row in cells) + "</table>"
    if suffix == "tex":
        return "\\begin{tabular}{lll}\n" + "".join(" & ".join(row) + " \\\\\n" for row in rows) + "\\end{tabular}\n"
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---|---|---|", *lines[1:]]) + "\n"


def page(seed: int, suffix: str) -> Page:
    """A page of studies, and of one job, in one layout."""
    chance = random.Random(f"schooling {seed} {suffix}")
    data = _data()
    hand = dates.hand(chance, ("year", "year", "short", "long", "slash"))
    kind = chance.choice(["span", "span", "span", "ends", "expected", "goes on", "seasons", "bracket", "none"])
    into = chance.choice(data["into"])
    form = chance.choice(["header", "header", "header", "nested", "nested", "table", "macro"])
    form = (
        "header" if (form, suffix) in (("table", "txt"), ("macro", "md"), ("macro", "txt"), ("macro", "html")) else form
    )
    kind = "span" if (form, kind) == ("header", "bracket") else kind  # in brackets of its own, perhaps
    listed = False
    if form == "nested":
        text, facts = _nested(chance, chance.choice(data["schools"] + data["short"]), into, kind, hand, suffix)
        entries, expected = [text], facts
    else:
        told = [
            _told(chance, school, chance.choice(_LEVELS), into, _when(chance, kind, hand))
            for school in chance.sample(data["schools"] + data["short"][:4], chance.choice([2, 2, 3]))
        ]
        if chance.random() < 0.25:
            school = chance.choice(data["secondary"]["schools"])
            told.append(_told(chance, school, "secondary", into, _when(chance, kind, hand)))
        expected = {one.fact for one in told}
        if form == "table":
            entries = [_table(chance, told, suffix)]
        elif form == "macro":
            macro = chance.choice(_MACROS)
            shown = [{name: markup.field(value, "", suffix) for name, value in one.values.items()} for one in told]
            entries = [macro.format(**values) for values in shown]
        else:
            written = ("degree", "school") if kind == "none" else ("degree", "school", "date")
            header = headers.random_header(chance, written, "school", (" at ", " from "), studies.allowed)
            extras = chance.choice([0, 0, 1, 2])
            entries = [header.write(one.values, chance.sample(data["extras"], extras), False, suffix) for one in told]
            listed = header.first == "item"
    head = markup.field(chance.choice(data["heads"]), "", suffix)
    job = ["Software Engineer, Lumio, 2018 – 2021"]
    sections = {"Experience": (job, False), head: (entries, listed), "Skills": (["Python, SQL"], False)}
    return Page(f"schooling-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), frozenset(expected))
