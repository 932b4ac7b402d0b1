"""Icons and badges: each is the name of one technology, often in the short form of an icon set."""

from __future__ import annotations

from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.outline import Line
from kg.extraction.skills.automaton import Sighting, Strength
from kg.extraction.skills.context import is_site
from kg.gazetteers import SkillTerm, skills
from kg.gazetteers.skills import FIELD
from kg.model import InlineKind


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


def sightings(line: Line, spans: list[tuple[int, int]]) -> list[Sighting]:
    """The technologies that the images at `spans` name; sites where people keep profiles are none."""
    found = []
    for start, end in spans:
        name = line.text[start:end].rpartition(":")[2].strip()
        begin = start + line.text[start:end].rfind(name)
        term = _term(name)
        if term is not None and not is_site(name):
            found.append(Sighting(begin, begin + len(name), term, Strength.STRONG, cased=True))
    return found


@cache
def _term(name: str) -> SkillTerm | None:
    term = skills().find(load("skills")["icons"].get(name.lower(), name))
    return term if term and term.kind != FIELD else None
