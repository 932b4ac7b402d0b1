"""Who advised the person of a page: in sentences and in fields of studies, beside people who did not."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from generated import Fact, Page, markup, names

_LINKED = {"md": f"[{{}}]({markup.LINK})", "html": f'<a href="{markup.LINK}">{{}}</a>', "txt": "{}"}
_LINKED["tex"] = rf"\href{{{{{markup.LINK}}}}}{{{{{{}}}}}}"
_PLURALS = ("Co-advisors", "Advisors", "Supervisors", "Advisor(s)")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "advising.toml").read_text(encoding="utf-8"))


def _shown(chance: random.Random, people: list[str], suffix: str) -> str:
    """Some people in a row: with or without titles, links and universities in brackets."""
    titled, linked, placed = chance.choice(["none", "all", "some"]), chance.random() < 0.3, chance.random() < 0.25
    shown: list[str] = []
    for name in people:
        title = {"none": "", "all": "Prof. ", "some": chance.choice(_data()["titles"])}[titled]
        place = f" ({chance.choice(_data()['universities'])})" if placed else ""
        shown.append(title + (_LINKED[suffix].format(name) if linked else name) + place)
    return ", ".join(shown[:-1]) + (", and " if len(shown) > 2 else " and ") + shown[-1] if len(shown) > 1 else shown[0]


def _stated(chance: random.Random, suffix: str, said: dict[str, str]) -> tuple[list[str], list[str], list[str]]:
    """Sentences or lines of a study that name advisors, in this order, and the advisors."""
    kind = chance.choice(["sentence", "sentence", "single", "entry", "entry", "entry"])
    people = chance.sample(_data()["people"], 1 if kind == "single" else chance.choice([1, 1, 1, 2, 2, 3]))
    if kind == "single":
        said = said | {"n": _LINKED[suffix if chance.random() < 0.3 else "txt"].format(people[0])}
        return [chance.choice(_data()["single"]).format(**said)], [], people
    said = said | {"t": _shown(chance, people, suffix), "s": "s" if len(people) > 1 else ""}
    if kind == "sentence":
        return [chance.choice(_data()["sentences"]).format(**said)], [], people
    label = chance.choice([one for one in _data()["labels"] if len(people) > 1 or one not in _PLURALS])
    study = f"{chance.choice(['PhD', 'MSc'])} in {chance.choice(names.FIELDS)}, {said['u']}, 2012 – 2016"
    return [], [line.format(label=label, e=study, **said) for line in chance.choice(_data()["entries"])], people


def _lines(lines: list[str], listed: bool, suffix: str) -> str:
    """Lines under each other in one paragraph, or as the items of a list."""
    if listed:
        item = {"md": "- {}\n", "txt": "- {}\n", "html": "<li>{}</li>", "tex": "\\item {}\n"}[suffix]
        whole = {"html": "<ul>{}</ul>", "tex": "\\begin{{itemize}}\n{}\\end{{itemize}}"}.get(suffix, "{}")
        return whole.format("".join(item.format(line) for line in lines))
    breaks = {"md": "  \n", "txt": "\n", "html": "<br>", "tex": " \\\\\n"}[suffix]
    return ("<p>{}</p>" if suffix == "html" else "{}").format(breaks.join(lines))


def page(seed: int, suffix: str) -> Page:
    """A page that says once who advised its person."""
    chance = random.Random(f"advising {seed} {suffix}")
    data = _data()
    said = {
        "u": chance.choice(data["universities"]),
        "l": chance.choice(data["labs"]),
        "w": chance.choice(data["theses"]),
    }
    prose, study, people = _stated(chance, suffix, said)
    free = [name for name in data["people"] if name not in people]
    said |= dict(zip("abc", chance.sample(free, 3), strict=True))
    prose.append(chance.choice(data["others"]).format(**said))
    if chance.random() < 0.5:
        prose.insert(0, "I like gardens.")
    sections = {"": ([_lines([" ".join(prose)], False, suffix)], False)}
    if study:
        sections["Education"] = ([_lines(study, False, suffix)], False)
    other = chance.choice(sorted(data["sections"]))
    sections[other] = ([_lines([line.format(**said) for line in data["sections"][other]], True, suffix)], False)
    if suffix == "html":
        sections = {escape(title): told for title, told in sections.items()}
    text = markup.whole(names.SUBJECT, sections, suffix)
    for empty in ("## \n\n", "<h2></h2>", "\\section*{}\n"):
        text = text.replace(empty, "")
    expected: frozenset[Fact] = frozenset(("advising", name.casefold()) for name in people)
    return Page(f"advising-{seed}.{suffix}", text, expected)
