"""Outline → the technologies of its subject, every mention with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.outline import Line, Outline, SectionKind
from kg.extraction.skills import lists
from kg.extraction.skills.automaton import Sighting, Strength, sightings
from kg.extraction.skills.context import accepted
from kg.extraction.skills.zones import Mode, Zone, zones
from kg.gazetteers import SkillTerm
from kg.model import Evidence

# Kinds whose names do not show that a document speaks of technology: everybody writes with an office program.
_EVERYDAY = frozenset({"Application", "Field", "Technique", "Hardware"})


@dataclass(frozen=True, slots=True)
class SkillMatch:
    """One mention of a technology.

    `name` is canonical; `term` is None for one that no gazetteer knows. `span` is the (start, end) of the mention in
    the content. `listed` says that the document lists it as known, rather than telling of its use.
    """

    name: str
    term: SkillTerm | None
    span: tuple[int, int]
    listed: bool
    surface: str
    evidence: Evidence


def find(outline: Outline) -> list[SkillMatch]:
    """Every mention of a technology that the subject uses or knows, in the document's order."""
    seen = [(zone, sightings(zone.line.text, listed=zone.mode is Mode.LIST)) for zone in zones(outline)]
    technologies = len(
        {
            sighting.term.iri
            for _, found in seen
            for sighting in found
            if sighting.strength is Strength.STRONG and sighting.term.kind not in _EVERYDAY
        }
    )
    return [match for zone, found in seen for match in _matches(outline, zone, found, technologies)]


def match(text: str, *, listed: bool) -> list[tuple[int, int, str]]:
    """The (start, end, canonical name) of each technology in one string; `listed` says that it is an explicit list."""
    seen = sightings(text, listed=listed)
    technologies = len({sighting.term.iri for sighting in seen if sighting.strength is Strength.STRONG})
    good = accepted(text, seen, technologies, listed=listed)
    if listed:
        return [(item.start, item.end, item.name) for item in lists.read(text, 0, good)]
    return [(one.start, one.end, one.term.name) for one in good if not one.is_field]


def _matches(outline: Outline, zone: Zone, seen: Sequence[Sighting], technologies: int) -> Iterator[SkillMatch]:
    line = zone.line
    if zone.mode is Mode.LIST:
        good = accepted(line.text, seen, technologies, listed=True)
        for item in lists.read(line.text, zone.begin, good, borders=[end for _, end in line.cells]):
            yield _match(outline, line, item.start, item.end, item.name, item.term, zone.listed)
        return
    for sighting in accepted(line.text, seen, technologies):
        if not sighting.is_field and _counts_in_prose(sighting, zone.section):
            yield _match(outline, line, sighting.start, sighting.end, sighting.term.name, sighting.term, zone.listed)


def _counts_in_prose(_sighting: Sighting, _section: SectionKind) -> bool:
    return True


def _match(
    outline: Outline, line: Line, start: int, end: int, name: str, term: SkillTerm | None, listed: bool
) -> SkillMatch:
    span = line.span(start, end)
    return SkillMatch(name, term, span, listed, line.text[start:end], outline.evidence(span))
