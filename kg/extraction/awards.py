"""Entries → awards: prizes, scholarships, fellowships and honours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.entries import Entry, Region
from kg.extraction.spelling import clean
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.periods import point
from kg.extraction.words import words
from kg.model import Award

_LONGEST_NAME = 16


def awards(outline: Outline, region: Region, found: Sequence[Entry]) -> Iterator[Claim[Award]]:
    """A claim for every entry of a section of awards that begins with a name."""
    if region.kind is not SectionKind.AWARDS:
        return
    for entry in found:
        parts = [piece for row in entry.rows for piece in row.pieces]
        if not parts:
            continue
        name = clean(parts[0].text)
        if name and len(words(name)) <= _LONGEST_NAME:
            yield Claim(
                Award(evidence=(outline.evidence(parts[0].span),), name=name, date=point(entry)), "entry", entry.scope
            )
