"""A document as the rules on technologies, topics and achievements see it: its lines, and every name in them."""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.extraction.outline import Outline, SectionKind
from kg.extraction.skills import icons, lists
from kg.extraction.skills.automaton import Sighting, Strength, longest, look
from kg.extraction.skills.zones import DOING, Mode, Zone, zones

_LONGEST_LIST = 400
_SEPARATOR = re.compile(r"[,·|•、]")
_LETTER = re.compile(r"[^\W\d_]")
# Sections that may turn out to be a list of technologies, an item a line.
_PROMISING = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.OTHER, SectionKind.ABOUT})
_LONGEST_ITEM = 40
_FEWEST_KNOWN = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A line that may name technologies of the subject, and the names seen in it, offsets into the line's text.

    `trusted` says that its section lists hardly anything but technologies, an item a line; `technical` that its
    section of skills names several of them.
    """

    zone: Zone
    seen: tuple[Sighting, ...]
    trusted: bool = False
    technical: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Every place of a document, and how many different technologies it names beyond doubt."""

    places: tuple[Place, ...]
    technologies: int


_latest: tuple[weakref.ref[Outline], Page] | None = None


def read(outline: Outline) -> Page:
    """The page of an outline: one pass over its text. Several rules ask in turn, so the latest one is kept."""
    global _latest
    kept = _latest
    if kept is not None and kept[0]() is outline:
        return kept[1]
    page = _read(outline)
    _latest = (weakref.ref(outline), page)
    return page


def _read(outline: Outline) -> Page:
    shown = list(zones(outline))
    text = "\n".join(zone.line.text.replace("\n", " ") for zone in shown)
    found = look(text)
    places: list[Place] = []
    begin = index = 0
    for zone in shown:
        end = begin + len(zone.line.text)
        mine = []
        while index < len(found) and found[index].start < end:
            mine.append(found[index].moved(begin))
            index += 1
        places.append(_place(zone, mine))
        begin = end + 1
    places = _grouped(places)
    named = {iri for place in places for iri in sure(place.seen, listed=place.zone.mode is Mode.LIST)}
    return Page(tuple(places), len(named) or _told_by_lists(places))


def _grouped(places: list[Place]) -> list[Place]:
    """The places, those of a section whose short lines are mostly technologies read as its list."""
    groups: dict[int, list[Place]] = {}
    for place in places:
        groups.setdefault(place.zone.group, []).append(place)
    trusted = {
        group
        for group, members in groups.items()
        if group >= 0 and members[0].zone.section in _PROMISING and _lists_technologies(members)
    }
    known = [place for place in places if place.zone.group >= 0 and place.zone.section is SectionKind.SKILLS]
    technical = {place.zone.group for place in known} if _names_several(known) else set()
    if not trusted and not technical:
        return places
    return [
        _trust(place) if place.zone.group in trusted else replace(place, technical=place.zone.group in technical)
        for place in places
    ]


def _names_several(members: list[Place]) -> bool:
    named = {one.term.iri for place in members for one in place.seen if one.term.kind not in lists.EVERYDAY}
    return len(named) >= _FEWEST_KNOWN


def _lists_technologies(members: list[Place]) -> bool:
    members = [place for place in members if _LETTER.search(place.zone.line.text)]  # not the bars beside them
    short = [place for place in members if len(place.zone.line.text) <= _LONGEST_ITEM]
    known = sum(1 for place in short if any(not one.is_field for one in place.seen))
    return known >= _FEWEST_KNOWN and known >= 0.6 * len(members)


def _trust(place: Place) -> Place:
    zone = place.zone
    if zone.mode is Mode.PROSE:
        zone = replace(zone, mode=Mode.LIST, listed=zone.section not in DOING)
    return Place(zone, place.seen, trusted=True)


def _told_by_lists(places: list[Place]) -> int:
    """Where nothing is beyond doubt: how many capitalised names an explicit list puts side by side, if several."""
    told = {
        one.term.iri
        for place in places
        if place.zone.mode is Mode.LIST
        for one in place.seen
        if one.cased and not one.is_field and not place.zone.line.text[one.start : one.end].isupper()
    }
    return len(told) if len(told) > 1 else 0


def _place(zone: Zone, found: list[Sighting]) -> Place:
    """The names in a line; a line that turns out to be a list is read as one."""
    spans = icons.icons(zone.line)
    if spans:
        shown = {place for start, end in spans for place in range(start, end)}
        told = list(longest(found, listed=False))
        beside = [one for one in told if one.start not in shown]
        seen = sorted([*icons.sightings(zone.line, spans, told), *beside], key=lambda one: one.start)
        return Place(replace(zone, mode=Mode.LIST, listed=zone.section not in DOING), tuple(seen))
    if not found:
        return Place(zone, ())
    text = zone.line.text
    if zone.mode is Mode.PROSE and len(found) > 2 and len(text) < _LONGEST_LIST and _SEPARATOR.search(text):
        listed = longest(found, listed=True)
        begin = text.find(":", 0, _LONGEST_ITEM) + 1
        if lists.looks_like(text, begin, listed):
            return Place(
                replace(
                    zone, mode=Mode.SERIES, begin=begin, listed=zone.listed or (begin > 0 and zone.section not in DOING)
                ),
                tuple(listed),
            )
    return Place(zone, tuple(longest(found, listed=zone.mode is Mode.LIST)))


def sure(seen: Iterable[Sighting], *, listed: bool) -> set[str]:
    """The IRIs of the technologies named beyond doubt; in an explicit list (`listed`) short names are."""
    enough = Strength.WEAK if listed else Strength.STRONG
    return {one.term.iri for one in seen if one.strength >= enough and one.term.kind not in lists.EVERYDAY}
