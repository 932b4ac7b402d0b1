"""When the things happened that a stretch of a sentence tells of."""

from __future__ import annotations

import re
from enum import Enum, auto

from kg.extraction.dates import DateKind, DateMatch
from kg.extraction.prose.sentences import Sentence
from kg.model import Period

_SUBORDINATE = re.compile(
    r"^(?:before|prior to|after|following|upon|until|once|when|ahead of|avant|après|vor|nach)\b[^,]{0,160},",
    re.IGNORECASE,
)
_UNTIL_THEN = re.compile(r"until\s(?:[A-Z]\w+\s)?\d{4},", re.IGNORECASE)  # the end of what the main clause tells
_AS_OF = re.compile(r"\bas of\s$", re.IGNORECASE)
_STARTING = re.compile(
    r"(?:joined|join|started|starting|beginning|since|joined at|joined in|as of|began)\s(?:in\s|at\s|on\s)?$",
    re.IGNORECASE,
)
# "Example (acquired by Other in 2018)": a date in the life of the firm
_OF_THE_FIRM = re.compile(
    r"\b(?:acquired|bought)\s(?:by|in)\b[^)]*$|\([^)]*\b(?:founded|merged|renamed|established)\b[^)]*$|\(as of\s$",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?:left|leaving|until|ended|ending|till|finished|finishing)\s(?:in\s|on\s|the company in\s)?$", re.IGNORECASE
)


class Tense(Enum):
    """Whether a sentence tells of what is, what was, or how something began or ended."""

    PRESENT = auto()
    PAST = auto()
    BEGAN = auto()
    ENDED = auto()


def subordinate_end(text: str) -> int:
    """Where the clause ends that a sentence opens with to say before or after what it happened; 0 without one."""
    match = _SUBORDINATE.match(text)
    return match.end() if match and not _UNTIL_THEN.match(text) else 0


def period(sentence: Sentence, start: int, end: int, tense: Tense, *, told_at: int = 0) -> Period:
    """The time that the stretch from `start` to `end` states for what it tells from `told_at` on."""
    skip = subordinate_end(sentence.text) if start == 0 else 0
    if told_at and told_at < skip:
        skip, end = 0, skip
    text = sentence.text
    inside = [match for match in sentence.dates if start <= match.start and match.end <= end and match.start >= skip]
    found = [match for match in inside if not _OF_THE_FIRM.search(text, max(match.start - 50, 0), match.start)]
    if not found:
        return Period(current=tense is Tense.PRESENT)
    return _combine(sentence.text, found, tense)


def _combine(text: str, found: list[DateMatch], tense: Tense) -> Period:
    whole = next((m for m in found if m.kind in (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)), None)
    if whole:
        goes_on = whole.period.current and not (whole.kind is DateKind.SINCE and tense in (Tense.PAST, Tense.BEGAN))
        return Period(whole.period.start, whole.period.end, goes_on)
    begin = next((m for m in found if m.kind is DateKind.FROM or _begins(text, m)), None)
    stop = next((m for m in found if m.kind in (DateKind.UNTIL, DateKind.END) or _LEFT.search(text[: m.start])), None)
    point = next((m for m in found if m.kind is DateKind.POINT and m is not begin and m is not stop), None)
    first = begin.period.start if begin else None
    last = (stop.period.end or stop.period.start) if stop else None
    if point and first is None:
        if tense is Tense.ENDED:
            return Period(None, point.period.end or point.period.start)
        if tense is Tense.PAST and last is None:
            return Period(point.period.start, point.period.end)
        first = point.period.start
    return Period(first, last, tense is Tense.PRESENT and last is None)


def _begins(text: str, match: DateMatch) -> bool:
    before = text[max(match.start - 24, 0) : match.start]
    return match.kind is DateKind.POINT and bool(_STARTING.search(before) or _AS_OF.search(before))
