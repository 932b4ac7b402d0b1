"""Projects: named systems that the subject built or contributed to, listed in a section of their own."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kg.extraction.clues import is_sentence
from kg.extraction.dates import DateKind
from kg.extraction.entries import Region
from kg.extraction.listings import Listed, listed
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.words import words
from kg.model import Period, Project

_LONGEST_NAME = 10
_ENDS = re.compile(r"\s*[:：]\s|\s*[|│—(（\[]|\s[–-]\s|\s*–\s|\.\s|;\s|,\s(?:an?|the)\s|\s{3,}|\t|\n")


def projects(outline: Outline, region: Region, taken: Container[int]) -> Iterator[Claim[Project]]:
    """A claim for everything a section of projects names; `taken` holds the lines that tell of positions."""
    if region.kind is not SectionKind.PROJECTS:
        return
    for item in listed(region, _ENDS):
        if item.row.line.index in taken or len(words(item.name)) > _LONGEST_NAME or is_sentence(item.name):
            continue
        period = _period(item)
        yield Claim(
            Project(
                evidence=(outline.evidence(item.span),),
                name=item.name,
                url=next((inline.target for inline in item.row.line.inlines if inline.target), None),
                start=period.start,
                end=period.end,
                current=period.current,
            ),
            "listing",
            item.scope,
        )


def _period(item: Listed) -> Period:
    dated = [match for row in (item.row, *item.body[:1]) if row.is_anchor for match in row.dates]
    return next((match.period for match in dated if match.kind is not DateKind.END), Period())
