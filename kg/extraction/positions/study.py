"""Whether an entry tells of studies rather than of a role."""

from __future__ import annotations

from kg.extraction.clues import (
    degrees,
    is_school,
    title_score,
)
from kg.extraction.entries import Entry, Region
from kg.extraction.labelling import without_towns
from kg.extraction.outline import SectionKind
from kg.extraction.words import tokens
from kg.model import Level

_FULL = frozenset((Level.BACHELOR, Level.MASTER, Level.DOCTORATE))


def is_study(entry: Entry, region: Region) -> bool:
    """Whether an entry tells of studies: by its degree and school, and what its section promises."""
    if entry.study is None:
        entry.study = _tells_of_studies(entry, region)
    return entry.study


def _is_enrolled(text: str) -> bool:
    """Whether a degree stands in the name of a role, as in "PhD student"."""
    return any(word.key in ("student", "candidate", "researcher", "fellow", "intern") for word in tokens(text))


def _tells_of_studies(entry: Entry, region: Region) -> bool:
    texts = [piece.text for row in entry.rows for piece in without_towns(row.pieces)]
    has_degree = any(degrees(text) for text in texts)
    working = region.kind in (SectionKind.EXPERIENCE, SectionKind.RESEARCH)
    has_title = any(
        title_score(text) >= 3 and (not degrees(text) or (working and _is_enrolled(text))) for text in texts
    )
    has_school = any(is_school(text) for text in texts)
    if region.kind is SectionKind.EDUCATION:
        return has_degree or not has_title
    if region.kind is SectionKind.CERTIFICATES:
        return has_degree
    if not region.strict:
        has_degree = any(clue.level in _FULL for text in texts for clue in degrees(text))
    return has_degree and has_school and not has_title
