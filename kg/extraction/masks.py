"""Words inside the name of an organization or of the subject: they name no technology and no field of work."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from kg.extraction.lexicon import load
from kg.extraction.outline import Claim
from kg.model import Advising, Fact, Position, Study

Span = tuple[int, int]

# Research groups carry names of their own; other units are named by what they work with.
_GROUP = re.compile(r"\b(?:lab|labs|laboratory|group|institute|cent(?:er|re))\b", re.IGNORECASE)
_LEGAL_FORM = re.compile(r",\s(?:Inc|LLC|Ltd|Corp|Co|Pty|Pvt|S\.A|GmbH)\b")
_MOST_WORDS = 7


def names(content: str, made: Iterable[Claim[Any]], person: str | None) -> tuple[Span, ...]:
    """The (start, end) of the names that the claims give to organizations, and of the subject's, none overlapping."""
    told = {name for claim in made for name in _organizations(claim.fact) if _is_plain(name)}
    told.update([person] if person else [])
    found: list[Span] = []
    for start, end in sorted({span for name in told for span in _occurrences(content, name)}):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def descriptions(content: str, named: Sequence[Span]) -> tuple[Span, ...]:
    """The (start, end) of what is said of what kind of firm a name stands for, name included: ", a leader in …"."""
    told = ((start, _described().match(content, end)) for start, end in named)
    return tuple((start, match.end()) for start, match in told if match)


@cache
def _described() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, load("organizations")["described"]))
    return re.compile(
        r"[*_)\]]{0,3}(?:\s?[,–—-]|\s\(|\s(?:is|was))\s?(?:an?|the|one of the)\s"
        rf"(?:[\w'’-]{{1,20}}\s){{0,6}}?(?:{nouns})\b"
        r"(?:(?!,?\s(?:where|working|focus\w+|and I|as an?)\s)[^.;!?\n)]){0,200}"
    )


def employers(content: str, made: Iterable[Claim[Any]]) -> frozenset[Span]:
    """Where the words that tell of a position name its employer, the first time they do."""
    found: set[Span] = set()
    for claim in made:
        if isinstance(claim.fact, Position) and claim.fact.organization:
            for told in claim.fact.evidence:
                found.update(islice(_occurrences(content, claim.fact.organization, told.start, told.end), 1))
    return frozenset(found)


def is_inside(span: Span, among: Sequence[Span]) -> bool:
    """Whether a span stands in one of the spans, which are apart and ascending, and is not all of it."""
    index = bisect_right(among, span[0], key=lambda one: one[0]) - 1
    return index >= 0 and span[1] <= among[index][1] and among[index] != span


def _organizations(fact: Fact) -> Iterator[str]:
    if isinstance(fact, (Position, Study, Advising)):
        if fact.organization:
            yield fact.organization
        if fact.unit and _GROUP.search(fact.unit):
            yield fact.unit


def _is_plain(name: str) -> bool:
    """Whether a name is one: few words, none but a legal form set apart by a comma."""
    return len(name.split()) <= _MOST_WORDS and "," not in _LEGAL_FORM.sub("", name)


def _occurrences(content: str, name: str, first: int = 0, last: int | None = None) -> Iterator[Span]:
    start = content.find(name, first, last)
    while start >= 0:
        end = start + len(name)
        if not (content[start - 1 : start].isalnum() or content[end : end + 1].isalnum()):
            yield start, end
        start = content.find(name, end, last)
