"""Outline → the technologies of its subject, every mention with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.clues import shows_period
from kg.extraction.outline import Line, Outline, SectionKind
from kg.extraction.skills import icons, lists
from kg.extraction.skills.automaton import Sighting, sightings
from kg.extraction.skills.context import Surroundings, accepted, is_organization, is_site
from kg.extraction.skills.page import Place, read, sure
from kg.extraction.skills.zones import DOING, Mode, Zone, list_end, rates
from kg.gazetteers import SkillTerm
from kg.gazetteers.names import skill_key
from kg.model import BlockKind, Evidence, InlineKind

# Sections whose headings name employers and schools.
_EMPLOYING = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.ORGANIZATION,
        SectionKind.EDUCATION,
        SectionKind.RESEARCH,
        SectionKind.TEACHING,
        SectionKind.VOLUNTEERING,
        SectionKind.ABOUT,
        SectionKind.OTHER,
    }
)
_PARTING = "|,–—-:()[]@·•"
_PARTED = re.compile(r"[,;|·•:：\t\n(]")
_LONGEST_HEAD = 110
# In a document with fewer technologies a method named in prose is a topic of research, not a tool.
_TECHNICAL = 2


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
    page = read(outline)
    employers = frozenset(
        one.term.iri for place in page.places for one in place.seen if _names_employer(outline, place.zone, one)
    )
    return [match for place in page.places for match in _matches(outline, place, page.technologies, employers)]


def match(text: str, *, listed: bool) -> list[tuple[int, int, str]]:
    """The (start, end, canonical name) of each technology in one string; `listed` says that it is an explicit list."""
    seen = sightings(text, listed=listed)
    good = accepted(text, seen, Surroundings(len(sure(seen, listed=listed)), listed=listed))
    if listed:
        return [(item.start, item.end, item.name) for item in lists.read(text, 0, good)]
    return [(one.start, one.end, one.term.name) for one in good if not one.is_field]


def _names_employer(outline: Outline, zone: Zone, sighting: Sighting) -> bool:
    """Whether a name that is an organization's fills a part of a line that heads an entry."""
    if zone.mode is Mode.LIST or zone.section not in _EMPLOYING or not _heads_entry(outline, zone.line):
        return False
    text = zone.line.text
    before, after = text[: sighting.start].rstrip()[-1:], text[sighting.end :].lstrip()[:1]
    return (not before or before in _PARTING) and (not after or after in _PARTING) and is_organization(text, sighting)


def _heads_entry(outline: Outline, line: Line) -> bool:
    """Whether a line is a heading, or a short one that shows a time or stands just before one that does."""
    if line.block.kind is BlockKind.HEADING:
        return True
    if len(line.text) > _LONGEST_HEAD:
        return False
    following = outline.lines[line.index + 1 : line.index + 3]
    return shows_period(line.text) or any(
        len(other.text) < _LONGEST_HEAD and shows_period(other.text) for other in following
    )


def _matches(outline: Outline, place: Place, technologies: int, employers: frozenset[str]) -> Iterator[SkillMatch]:
    if place.zone.mode is Mode.OTHER or not (place.seen or place.trusted or place.technical):
        return
    zone, line = place.zone, place.zone.line
    listed = zone.mode in (Mode.LIST, Mode.SERIES)
    around = Surroundings(
        technologies,
        listed=listed,
        item=line.block.kind in (BlockKind.ITEM, BlockKind.ROW),
        heading=line.block.kind is BlockKind.HEADING and zone.section in _EMPLOYING,
        employers=employers,
    )
    aside = zone.mode is Mode.LIST and zone.section is not SectionKind.SKILLS
    end = list_end(line.text, zone.begin) if aside else len(line.text)
    seen = [one for one in place.seen if one.start < end]
    good = accepted(line.text, seen, around)
    if listed:
        borders = [end for _, end in (*line.cells, *icons.icons(line))]
        trusted = place.trusted and zone.section is not SectionKind.ABOUT and (bool(place.seen) or "&" not in line.text)
        guess = lists.Guess.ALL if trusted else _guess(place)
        if _heads_items(outline, line):
            guess = lists.Guess.NONE
        for item in lists.read(line.text[:end], zone.begin, good, borders=borders, guess=guess):
            if item.term is None and _is_in_rating(line, item.start):
                continue
            if not _is_link_to_site(line, item.start, item.end):
                yield _match(outline, line, item.start, item.end, item.name, item.term, zone.listed)
        if end == len(line.text):
            return
        seen = [one for one in place.seen if one.start >= end and not one.listed]
        good = accepted(line.text, seen, replace(around, listed=False))
    if line.block.kind is BlockKind.QUOTE and zone.section not in DOING:
        return  # somebody else's words
    for sighting in good:
        if sighting.is_field or _is_link_to_site(line, sighting.start, sighting.end):
            continue
        if sighting.term.kind != "Technique" or technologies >= _TECHNICAL:
            yield _match(outline, line, sighting.start, sighting.end, sighting.term.name, sighting.term, zone.listed)


def _guess(place: Place) -> lists.Guess:
    if place.zone.mode is not Mode.LIST:
        return lists.Guess.NONE
    return lists.Guess.SHAPED if place.technical else lists.Guess.FEW


def _heads_items(outline: Outline, line: Line) -> bool:
    """Whether a line of a few words stands above items of a list and labels them: "Daily drivers"."""
    if line.index + 1 >= len(outline.lines) or _PARTED.search(line.text.rstrip(" :：")):
        return False
    block, below = line.block, outline.lines[line.index + 1].block
    if below.kind is not BlockKind.ITEM or below is block:
        return False
    return block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.ITEM and below.level > block.level)


def _is_in_rating(line: Line, place: int) -> bool:
    """Whether a place of a table's row lies in the head, or in a column that tells how well or whence one knows."""
    labels = line.block.labels
    if line.block.kind is not BlockKind.ROW or not any(labels):
        return False
    for (start, end), label in zip(line.cells, labels, strict=False):
        if start <= place < end:
            return line.text[start:end] == label or rates(label)
    return False


def _is_link_to_site(line: Line, start: int, end: int) -> bool:
    """Whether the name is the text of a link to the site of that name: "GitHub" → github.com/somebody."""
    return is_site(line.text[start:end]) and any(
        inline.kind is InlineKind.LINK
        and inline.start <= start
        and end <= inline.end
        and f"{skill_key(line.text[start:end])}.com/" in (inline.target or "").lower()
        for inline in line.inlines
    )


def _match(
    outline: Outline, line: Line, start: int, end: int, name: str, term: SkillTerm | None, listed: bool
) -> SkillMatch:
    span = line.span(start, end)
    return SkillMatch(name, term, span, listed, line.text[start:end], outline.evidence(span))
