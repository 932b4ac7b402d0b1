"""Quantified claims: what somebody says to have reduced, raised or served, with the number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.skills.page import read
from kg.model import Achievement

_SPEAKING = frozenset(
    {
        SectionKind.ABOUT,
        SectionKind.EXPERIENCE,
        SectionKind.ORGANIZATION,
        SectionKind.PROJECTS,
        SectionKind.RESEARCH,
        SectionKind.TEACHING,
        SectionKind.VOLUNTEERING,
        SectionKind.OTHER,
    }
)
_NUMBER = re.compile(r"\d[\d,.]{0,14}")
_CURRENCY_SIGNS = frozenset("$€£¥₹")
# After a number: what it counts, a range, or the second half of "from 56K to 10M".
_UNIT = re.compile(
    r"\s?(?:[-–~]\s?\d[\d,.]{0,14}\s?)?(?:%|percent\b|[x×]\b|times\b|-?fold\b)"
    r"|\s?(?:[kKMB]\b|[kKMB]?\+|million\b|billion\b|thousand\b|ms\b)"
    r"|\S{0,3}(?: [\w%]{1,12})? to \D{0,12}\d"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}\b")
# A sentence ends at a mark before a space; its clauses part where a new doing begins.
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n")
_CLAUSE = re.compile(
    r"(?:,|\s[-–—])\s(?=(?:and |thus |thereby |while |which |by |to )?(?:\w{2,14}ing|\w{2,14}ed)\b|to \w)|, and (?=\w)"
)
_LONGEST_SENTENCE = 1200
_NO_CLAIM = re.compile(r"\b(?:C?GPA|grade|rank(?:ed)?|percentile|score of|equity)\b", re.IGNORECASE)


@cache
def _impact() -> re.Pattern[str]:
    stems = "|".join(sorted(map(re.escape, load("achievements")["impact"]), key=len, reverse=True))
    return re.compile(rf"\b(?:{stems})|(?:提升|降低|减少|提高|增长|向上|削減)", re.IGNORECASE)


def achievements(outline: Outline) -> list[Claim[Achievement]]:
    """Every quantified claim, as the clause that makes it; its scope is that clause."""
    found = []
    for place in read(outline).places:
        line = place.zone.line
        if place.zone.section not in _SPEAKING:
            continue
        for start, end in _claims(line.text):
            span = line.span(start, end)
            text = " ".join(line.text[start:end].split())
            found.append(Claim(Achievement(text=text, evidence=(outline.evidence(span),)), "quantified", (span,)))
    return found


def _claims(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of every clause with a number that measures something achieved."""
    last = -1
    quantities = [match.start() for match in _NUMBER.finditer(text) if _measures(text, match)]
    for start, end in _sentences(text) if quantities else ():
        clauses = list(_clauses(text, start, end))
        for index, (a, b) in enumerate(clauses):
            if bisect_left(quantities, a) == bisect_left(quantities, b):
                continue
            if not _impact().search(text, a, b) and index and _impact().search(text, *clauses[index - 1]):
                a = clauses[index - 1][0]
            if a > last and _impact().search(text, a, b) and not _NO_CLAIM.search(text, a, b):
                last = a
                yield a, b


def _measures(text: str, number: re.Match[str]) -> bool:
    """Whether a number counts money, a share, a multiple or something large."""
    start, end = number.span()
    if text[start - 1 : start] in _CURRENCY_SIGNS or text[start - 2 : start].strip() in _CURRENCY_SIGNS:
        return True
    return bool(_UNIT.match(text, end) or _THOUSANDS.match(text, start))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in (*_SENTENCE_END.finditer(text), None):
        end = match.start() if match else len(text)
        if start < end <= start + _LONGEST_SENTENCE:
            yield start, end
        start = match.end() if match else end


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in (*_CLAUSE.finditer(text, start, end), None):
        stop = match.start() if match else end
        piece = text[start:stop]
        left, right = start + len(piece) - len(piece.lstrip(" -–•*")), stop - len(piece) + len(piece.rstrip())
        if left < right:
            yield left, right
        start = match.end() if match else end
