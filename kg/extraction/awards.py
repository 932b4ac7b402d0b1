"""Awards: prizes, scholarships, fellowships and honours, listed in a section or under a school."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extraction import headings
from kg.extraction.entries import Entry, Region, Row
from kg.extraction.lexicon import load
from kg.extraction.listings import PLACEMENT, Listed, listed
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.spelling import clean
from kg.extraction.words import key, tokens
from kg.model import Award, BlockKind

_LONGEST_NAME = 18
_ENDS = re.compile(
    r"\s*[:：]\s|\s*[|│—;]|\s[–-]\s|\s*[(（\[]|,\s|\s{3,}|\t|\n|(?<=[^\W\d_A-Z]{3})\.(?:\s|$)"
    r"|\s(?:awarded by|given by|granted by|presented by|conducted by|organi[sz]ed by|funded by)\s"
    r"|\s(?:for my|for the|for an?|in support|supporting)\s"
)


def awards(outline: Outline, region: Region) -> Iterator[Claim[Award]]:
    """A claim for everything a section of awards names."""
    if region.kind is not SectionKind.AWARDS:
        return
    contests = _is_of_contests(outline, region)
    for item in map(_with_occasion, listed(region, _ENDS)):
        if len(tokens(item.name)) > _LONGEST_NAME or not tokens(item.name):
            continue
        if contests and not (PLACEMENT.match(item.name) or _is_award(item.name)):
            continue  # taking part is no award
        spans = [item.span, *(item.row.line.span(match.start, match.end) for match in item.row.dates)]
        first = next(iter(item.row.dates), None)
        yield Claim(
            Award(
                evidence=(outline.evidence(*spans),),
                name=item.name,
                date=(first.period.start or first.period.end) if first else None,
            ),
            "listing",
            item.scope,
        )


def _is_of_contests(outline: Outline, region: Region) -> bool:
    """Whether the heading of a region speaks of contests, which people also only take part in."""
    if not region.rows:
        return False
    first = region.rows[0].line.index
    above = [section.heading for section in outline.sections if section.heading and section.heading.index < first]
    return bool(above) and not _CONTESTS.isdisjoint(word.key for word in tokens(above[-1].text))


_CONTESTS = frozenset(key(word) for word in ("hackathons", "hackathon", "competitions", "competition", "contests"))
_OCCASION = re.compile(r"\s*[–—:|-]\s*|,?\s+(?:in|at|of|among|amongst|out of)\s+(?:the\s+)?")
_SERIES = re.compile(r"(?:, [A-Z]\w+)+,? (?:and|&) [A-Z]\w+")


def _with_occasion(item: Listed) -> Listed:
    """The thing, with what it was won in where its name is a place in a contest only; series of nouns stay whole."""
    text = item.row.line.text
    begin = PLACEMENT.match(text, item.start)
    series = _SERIES.match(text, item.end) if len(tokens(item.name)) == 1 else None
    start = series.end() if series else None
    if begin and begin.end() >= item.end and (occasion := _OCCASION.match(text, item.end)):
        start = occasion.end()
    if start is None:
        return item
    dated = [date.start for date in item.row.dates if date.start > start]
    stop = min(dated, default=len(text))
    end = match.start() if (match := _ENDS.search(text, start + 1, stop)) else stop
    return replace(item, end=start + len(text[start:end].rstrip(" ([,.–—-")))


def awards_under(outline: Outline, entry: Entry, organization: str | None) -> Iterator[Claim[Award]]:
    """The awards that a school's or an employer's entry lists under a label of their own ("Awards: …")."""
    opened = False
    for row in entry.body:
        label, start = _label(row)
        if label:
            opened = headings.exact_kind(label) is SectionKind.AWARDS
        if not opened or start >= len(row.line.text):
            continue
        if label or row.line.block.kind is BlockKind.ITEM:
            yield from _named(outline, row, start, organization)


def _label(row: Row) -> tuple[str, int]:
    """The label a row begins with or is, and where what it labels begins; "" and 0 where it has none."""
    head, colon, _ = row.line.text.partition(":")
    if colon and len(tokens(head)) <= 3:
        return head, len(head) + 1
    return "", 0


def _named(outline: Outline, row: Row, start: int, organization: str | None) -> Iterator[Claim[Award]]:
    text = row.line.text
    position = start
    for part in re.split(r"[,;]", text[start:]):
        name = clean(part)
        if name and len(tokens(name)) <= _LONGEST_NAME and (start == 0 or _is_award(name)):
            begin = text.index(name.split()[0], position)
            span = row.line.span(begin, position + len(part.rstrip()))
            yield Claim(
                Award(evidence=(outline.evidence(span),), name=name, organization=organization), "label", (span,)
            )
        position += len(part) + 1


@cache
def _nouns() -> frozenset[str]:
    return frozenset(key(noun) for noun in load("awards")["nouns"])


def _is_award(name: str) -> bool:
    return any(word.key in _nouns() for word in tokens(name))
