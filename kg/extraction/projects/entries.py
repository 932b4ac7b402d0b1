"""Projects: named systems that the subject built or contributed to, listed in a section of their own."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kg.extraction import headings
from kg.extraction.clues import is_place, is_proper_name, is_sentence, organization_score
from kg.extraction.dates import DateKind
from kg.extraction.entries import Region
from kg.extraction.listings import Listed, listed
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.projects.labelled import claim, series
from kg.extraction.projects.links import credited_links, link_claim
from kg.extraction.words import tokens
from kg.gazetteers import skills
from kg.model import Inline, Period, Project

_LONGEST_NAME = 10
_DONE = re.compile(
    r"(?:co-?)?(?:built|created|developed|launched|released|wrote|maintain\w*|contribut\w+)", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*[(（]([^()（）,]{2,60}),\s{0,2}")
_ENDS = re.compile(r"\s*[:：]\s|\s*[|│—(（\[]|\s[–-]\s|\s*–\s|\.\s|;\s|,\s(?:an?|the)\s|\s{3,}|\t|\n")


def projects(outline: Outline, region: Region, taken: Container[int]) -> Iterator[Claim[Project]]:
    """A claim for everything a section of projects names; `taken` holds the lines that tell of positions."""
    if region.kind is not SectionKind.PROJECTS:
        return
    for item in listed(region, _ENDS):
        line = item.row.line
        several = [link_claim(outline, line.to_block_end, link) for link in _credited(item)]
        several = several or [claim(outline, line, *span) for span in series(line)]
        if several:
            yield from several
            continue
        if headings.exact_kind(item.name) is SectionKind.PROJECTS:
            continue  # the words over a list of them
        if line.index in taken or len(tokens(item.name)) > _LONGEST_NAME or is_sentence(item.name):
            continue
        period, host = _period(item), _host(item)
        spans = [item.span, line.span(*host)] if host else [item.span]
        yield Claim(
            Project(
                evidence=(outline.evidence(*spans),),
                name=item.name,
                organization=line.text[slice(*host)] if host else None,
                url=next((inline.target for inline in line.inlines if inline.target), None),
                start=period.start,
                end=period.end,
                current=period.current,
            ),
            "listing",
            item.scope,
        )


def _credited(item: Listed) -> list[Inline]:
    """The links of an item that begins with what was done: "Created [name](…), …", "Contributed to [one], [other]"."""
    first = item.name.split(maxsplit=1)[0]
    if not item.row.line.inlines or not _DONE.fullmatch(first):
        return []
    return list(credited_links(item.row.line.to_block_end))


def _host(item: Listed) -> tuple[int, int] | None:
    """Where the organization stands that a bracket after the name gives with the time: "Name (Example Bank, 2021)"."""
    match = _BRACKET.match(item.row.line.text, item.end)
    if match is None or not any(match.end() <= date.start <= match.end() + 1 for date in item.row.dates):
        return None
    name = match[1]
    named = organization_score(name) >= 1 and is_proper_name(name) and not is_place(name) and not skills().find(name)
    return match.span(1) if named else None


def _period(item: Listed) -> Period:
    dated = [match for row in (item.row, *item.body[:1]) if row.is_anchor for match in row.dates]
    return next((match.period for match in dated if match.kind is not DateKind.END), Period())
