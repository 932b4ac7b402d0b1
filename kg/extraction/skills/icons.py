"""Icons and badges: each is the name of one technology, often in the short form of an icon set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.outline import Line
from kg.extraction.skills.automaton import Sighting, Strength
from kg.extraction.skills.context import is_site
from kg.gazetteers import SkillTerm, skills
from kg.gazetteers.skills import FIELD
from kg.model import Block, InlineKind

# Kinds of which no site for keeping in touch is one.
_MADE_WITH = frozenset({"ProgrammingLanguage", "Framework", "Library", "Database", "OperatingSystem"})
_SEVERAL = 2
_PART = re.compile(r"[^/]+")


def icons(line: Line) -> list[tuple[int, int]]:
    """The (start, end) of each image that reads as words, in a line that is mostly images: a logo by text is none."""
    if not line.block.inlines:
        return []
    spans = [
        (inline.start, inline.end)
        for inline in line.inlines
        if inline.kind is InlineKind.IMAGE and line.text[inline.start : inline.end].strip()
    ]
    return spans if 2 * sum(end - start for start, end in spans) >= len(line.text) else []


def shows_technologies(block: Block) -> bool:
    """Whether several images of a block name technologies that are no sites for keeping in touch."""
    names = [block.text[one.start : one.end].strip() for one in block.inlines if one.kind is InlineKind.IMAGE]
    terms = [_term(name) for name in names if name and not is_site(name)]
    return sum(1 for term in terms if term and term.kind in _MADE_WITH) >= _SEVERAL


def sightings(line: Line, spans: list[tuple[int, int]], seen: Sequence[Sighting] = ()) -> list[Sighting]:
    """The technologies that the images at `spans` name; sites where people keep profiles are none.

    Where an image's words as a whole name nothing ("Python as backend language"), those of `seen` count that stand
    in them.
    """
    found: list[Sighting] = []
    for start, end in spans:
        label = line.text[start:end].rfind(":") + 1
        named = [
            one
            for part in _PART.finditer(line.text, start + label, end)
            if (one := _named(line.text, part.start(), part.end())) is not None
        ]
        found += named or [one for one in seen if start + label <= one.start and one.end <= end and not one.is_field]
    return [one for one in found if not is_site(line.text[one.start : one.end])]


def _named(text: str, start: int, end: int) -> Sighting | None:
    name = text[start:end].strip()
    begin = start + text[start:end].find(name)
    term = _term(name)
    return Sighting(begin, begin + len(name), term, Strength.STRONG, cased=True) if term else None


@cache
def _term(name: str) -> SkillTerm | None:
    term = skills().find(load("skills")["icons"].get(name.lower(), name))
    return term if term and term.kind != FIELD else None
