"""What people write after a name that is no part of it: degrees, pronouns, other writings, handles."""

from __future__ import annotations

import re

from kg.extraction.people.names import PersonName, folded, is_name_word, person_at
from kg.extraction.words import fold, has_asian

_BRACKET = re.compile(r"\s?[(（\[\"“'‘]\s?([^()（）\[\]\"“”]{1,40}?)\s?[)）\]\"”'’](?!\w)")
_DEGREE = re.compile(r"[,\s]{1,3}([^\W\d_][\w.\-]{0,8})(?![\w-])")
_HANDLE = re.compile(
    r"\s{0,2}[,/|]?\s(?:(?:aka|a\.k\.a\.?|alias)\s@?[\w.\-]{2,30}|@[\w.\-]{2,30}(?!\w))", re.IGNORECASE
)
_PRONOUNS = re.compile(r",\s([a-z]{2,6}(?:/[a-z]{2,6}){1,2})(?!\w)")
_WRITTEN = re.compile(
    r"(?:\s[|/·])?\s{1,2}(?:[\u3400-\u9fff\u3005]{1,4}(?:[ \u3000][\u3400-\u9fff\u3005\u3040-\u30ff]{1,4})?"
    r"|[\uac00-\ud7a3]{2,4})(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS_AND_DIGITS = re.compile(r"@?[a-z][\w.\-]{2,30}|(?:aka|a\.k\.a\.?|alias)\s.{2,30}", re.IGNORECASE)
_MOST = 6


def past_attire(text: str, end: int) -> int:
    """Where all that people write after a name which ends at `end` is over."""
    for _ in range(_MOST):
        following = _said(text, end) or _degree(text, end) or _bracket(text, end)
        if not following:
            return end
        end = following
    return end


def _said(text: str, end: int) -> int:
    """Where pronouns, a handle or the name in another writing end that follow without a bracket."""
    if (said := _PRONOUNS.match(text, end)) and _are_pronouns(said[1]):
        return said.end()
    found = _HANDLE.match(text, end) or _WRITTEN.match(text, end)
    return found.end() if found else 0


def _degree(text: str, end: int) -> int:
    """Where a degree or rank after a name ends: ", Ph.D.", " MBA", " Jr."."""
    degree = _DEGREE.match(text, end)
    known = degree is not None and fold(degree[1]).rstrip(".") in folded("suffixes") and not degree[1].islower()
    return degree.end() if degree and known else 0


def _bracket(text: str, end: int) -> int:
    """Where a bracket or quote ends that holds pronouns, a nickname, a handle, a degree or another writing."""
    bracket = _BRACKET.match(text, end)
    if bracket is None:
        return 0
    inner = bracket[1]
    whole = person_at(inner, 0)
    known = (
        has_asian(inner)
        or _are_pronouns(inner)
        or is_name_word(inner)
        or fold(inner).rstrip(".") in folded("suffixes")
        or _LETTERS_AND_DIGITS.fullmatch(inner)
        or (whole is not None and whole.end == len(inner))
    )
    return bracket.end() if known else 0


def _are_pronouns(said: str) -> bool:
    words = _WORD.findall(fold(said))
    return bool(words) and all(word in folded("pronouns") for word in words)


def ends_with(text: str, name: PersonName, end: int) -> bool:
    """Whether a name, with what people write after names, goes up to `end` but for signs."""
    return not any(map(str.isalnum, text[past_attire(text, name.end) : end]))
