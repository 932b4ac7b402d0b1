"""What kind of role a position is, by its title, its terms and its section."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.outline import SectionKind
from kg.extraction.words import has_asian, key, tokens
from kg.model import EmploymentType, PositionKind

_BY_SECTION = {
    SectionKind.VOLUNTEERING: PositionKind.VOLUNTEER,
    SectionKind.TEACHING: PositionKind.TEACHING,
    SectionKind.RESEARCH: PositionKind.RESEARCH,
}
_ORDER = (
    PositionKind.INTERNSHIP,
    PositionKind.VOLUNTEER,
    PositionKind.TEACHING,
    PositionKind.FOUNDER,
    PositionKind.RESEARCH,
)


@cache
def _signs(kind: PositionKind) -> frozenset[str]:
    return frozenset(key(word) for word in load("titles")["kinds"][kind.value])


def position_kind(title: str | None, terms: Iterable[str], section: SectionKind) -> PositionKind:
    """The kind of a position; its own words outrank its section's."""
    stated = set(terms)
    if PositionKind.INTERNSHIP.value in stated:
        return PositionKind.INTERNSHIP
    if PositionKind.VOLUNTEER.value in stated:
        return PositionKind.VOLUNTEER
    if title:
        keys = {word.key for word in tokens(title)}
        for kind in _ORDER:
            signs = _signs(kind)
            if keys & signs or (has_asian(title) and any(sign in title for sign in signs if has_asian(sign))):
                return kind
        return PositionKind.VOLUNTEER if section is SectionKind.VOLUNTEERING else PositionKind.JOB
    return _BY_SECTION.get(section, PositionKind.JOB)


def employment_type(terms: Iterable[str]) -> EmploymentType | None:
    """The first stated terms of employment, None where none are stated."""
    known = {kind.value: kind for kind in EmploymentType}
    return next((known[term] for term in terms if term in known), None)
