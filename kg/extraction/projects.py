"""Entries → projects: named systems that the subject built or contributed to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.clues import is_sentence
from kg.extraction.entries import Entry, Region
from kg.extraction.spelling import clean
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.periods import work_period
from kg.extraction.words import words
from kg.model import Project

_LONGEST_NAME = 10


def projects(outline: Outline, region: Region, found: Sequence[Entry]) -> Iterator[Claim[Project]]:
    """A claim for every entry of a section of projects that begins with a name."""
    if region.kind is not SectionKind.PROJECTS:
        return
    for entry in found:
        parts = [piece for row in entry.rows for piece in row.pieces]
        if not parts:
            continue
        name = clean(parts[0].text)
        if not name or len(words(name)) > _LONGEST_NAME or is_sentence(name):
            continue
        period = work_period(entry)
        link = next((inline.target for inline in parts[0].line.inlines if inline.target), None)
        yield Claim(
            Project(
                evidence=(outline.evidence(parts[0].span),),
                name=name,
                url=link,
                start=period.start,
                end=period.end,
                current=period.current,
            ),
            "entry",
            entry.scope,
        )
