"""Whose page it is: names of many peoples, shown in many forms, in many places; and pages that do not say."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from generated import Fact, Page

_NAMELESS = 0.2
_SET = {
    "md": {"1": "# {}\n", "2": "## {}\n", "b": "**{}**\n", "c": '<h1 align="center">{}</h1>\n', "-": "- {}\n"},
    "html": {"1": "<h1>{}</h1>", "2": "<h2>{}</h2>", "b": "<p><b>{}</b></p>", "c": "<center><h1>{}</h1></center>"},
    "tex": {"1": "\\section*{{{}}}", "2": "\\section*{{{}}}", "b": "\\textbf{{{}}}\n"},
    "txt": {"-": "- {}"},
}
_OTHERWISE = {"md": "{}\n", "html": "<p>{}</p>", "tex": "{}\n", "txt": "{}\n"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name: all of it, its halves where it has two in this order, and itself in another writing."""

    whole: str
    given: str = ""
    family: str = ""
    own: str = ""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "people.toml").read_text(encoding="utf-8"))


def _name(chance: random.Random) -> Name:
    """A name of a people chosen at random."""
    kind = chance.choices(("names", "whole", "written"), (6, 2, 1))[0]
    listed = _data()[kind][chance.choice(sorted(_data()[kind]))]
    if kind == "whole":
        return Name(chance.choice(listed))
    if kind == "written":
        own, _, roman = chance.choice(listed).partition(" = ")
        return Name(roman, own=own)
    given, family = (chance.choice([half.strip() for half in halves.split(";")]) for halves in listed.split("|"))
    return Name(f"{given} {family}", given, family)


def _fits(name: Name, form: str, place: str, suffix: str) -> bool:
    """Whether people show such a name so, there."""
    if form == "own" and not name.own:
        return False
    if form == "upper" and "ı" in name.whole:  # its capitals are those of another letter
        return False
    if form in ("inside", "initial", "reversed", "nickname") and (
        not name.given or " " in name.whole.replace(" ", "", 1)
    ):
        return False
    if place == "spelt" and ("-" in name.whole or "." in name.whole or "'" in name.whole):
        return False
    only = {"front": "md", "tag": "html", "drawn": "md", "latex": "tex", "spelt": "txt"}
    return only.get(place, suffix) == suffix


def _shown(chance: random.Random, name: Name, form: str) -> tuple[str, str]:
    """The name as it is shown in a form, and what of it is the name."""
    if form == "upper":
        return name.whole.upper(), name.whole
    nick, letter = chance.choice(_data()["around"]["nicknames"]), chance.choice("ABEJKLMRST")
    written = chance.choice(_data()["forms"][form])
    parts = {"given": name.given, "family": name.family, "g": name.given[:1], "i": letter, "nick": nick}
    shown = written.format(name=name.whole, roman=name.whole, own=name.own, **parts)
    if form == "initial":
        return shown, shown
    return shown, name.own if name.own and written.startswith("{own") else name.whole


def _set(line: str, suffix: str) -> str:
    """A line in its format, after the word that says how it is set."""
    how, _, text = line.partition(" ")
    if how in _SET:
        return text if how == suffix else ""
    if suffix == "html":
        text = escape(text, quote=False)
    if suffix == "tex":
        text = text.replace("&", r"\&").replace("_", r"\_").replace("#", r"\#")
    return _SET[suffix].get(how, _OTHERWISE[suffix]).format(text)


def _sections(chance: random.Random, suffix: str) -> Iterator[str]:
    """Some sections that tell of the person, and of others."""
    other, another = chance.sample(_data()["around"]["others"], 2)
    for section in chance.sample(_data()["around"]["sections"], 4):
        title, _, said = section.format(other=other, another=another).partition(": ")
        yield _set(f"p {title.upper()}" if suffix == "txt" else f"2 {title}", suffix)
        yield _set(f"p {said}", suffix)


def _whole(lines: Sequence[str], chance: random.Random, suffix: str) -> str:
    """A page that begins, and ends, with these lines."""
    top = [_set(line, suffix) for line in lines if not line.startswith("foot ")]
    end = [_set(line, suffix) for line in lines if line.startswith("foot ")]
    text = "\n".join([*top, *_sections(chance, suffix), *end]) + "\n"
    if suffix == "html":
        return f"<html><body>{text}</body></html>"
    return f"\\documentclass{{article}}\n\\begin{{document}}\n{text}\\end{{document}}\n" if suffix == "tex" else text


def _nameless(chance: random.Random, suffix: str) -> str:
    """A page that greets, boasts or names others, and never says whose it is."""
    data = _data()["nameless"]
    first = chance.choice(data["first"]).format(other=chance.choice(_data()["around"]["others"]))
    lines = [f"{chance.choice('11b')} {chance.choice(data['head'])}", *([f"p {first}"] if first else [])]
    return _whole(lines, chance, suffix)


def page(seed: int, suffix: str) -> Page:
    """A page that says whose it is in one place, or, one in five, nowhere."""
    chance = random.Random(f"people {seed} {suffix}")
    if chance.random() < _NAMELESS:
        return Page(f"people-{seed}.{suffix}", _nameless(chance, suffix), frozenset())
    places = _data()["places"]
    while True:
        name, place = _name(chance), chance.choice(sorted(places))
        form = "own" if name.own else chance.choice(["plain", "plain", *places[place]["forms"]])
        if form not in places[place]["forms"]:
            continue
        if _fits(name, form, place, suffix):
            break
    shown, stated = _shown(chance, name, form)
    slogan = chance.choice(_data()["around"]["slogans"])
    spelt = "   ".join(" ".join(word) for word in shown.split())
    drawn = quote_plus(f"Hi, I'm {shown}")
    lines = [
        line.format(shown=shown, slogan=slogan, spelt=spelt, drawn=drawn)
        for line in chance.choice(places[place]["lines"])
    ]
    expected: frozenset[Fact] = frozenset({("person", " ".join(sorted(stated.casefold().split())))})
    return Page(f"people-{seed}.{suffix}", _whole(lines, chance, suffix), expected)
