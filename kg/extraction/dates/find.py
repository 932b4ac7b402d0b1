"""Finding the dates of a line, and the date a document gives itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from kg.extraction.dates.grammar import DateKind, DateMatch, Parser
from kg.extraction.dates.lexicon import fold, lexicon
from kg.extraction.dates.tokens import tokens, windows
from kg.extraction.outline import Outline
from kg.model import PartialDate, Period

_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(r"/[A-Z]{1,3}/")  # the number of a grant: "2019/32/C/EX6/00421"


def find(text: str, language: str | None = None) -> list[DateMatch]:
    """Every date or range in one line of text, in order, offsets into it.

    `language` (a BCP 47 tag) decides what "05/12/2020" means; without one only the year of it is kept.
    Takes time linear in the length of the text.
    """
    return list(_find(text, language.split("-")[0].casefold() if language else None))


@lru_cache(maxsize=4096)  # several rules look at one line
def _find(text: str, tongue: str | None) -> tuple[DateMatch, ...]:
    found = [
        match
        for start, end in windows(text)
        for match in Parser(text, tokens(text, start, end, tongue), tongue).matches()
        if not _NUMBERED.match(text, match.end)
    ]
    return tuple(_with_ends_beside(text, found) if len(found) > 1 else found)


def _with_ends_beside(text: str, found: list[DateMatch]) -> list[DateMatch]:
    """The dates, the first two one range where both begin the line with nothing between them: "10.2021 03.2022"."""
    first, second = found[:2]
    start, end = first.period.start, second.period.start
    if first.kind is not DateKind.POINT or second.kind is not DateKind.POINT or start is None or end is None:
        return found
    between = text[first.end : second.start]
    apart = between.isspace() and "\n" not in between and not text[: first.start].strip(" \t*_|")
    if not apart or not start.month or not end.month or str(start) >= str(end):
        return found
    return [DateMatch(first.start, second.end, Period(start, end), DateKind.RANGE), *found[2:]]


def may_hold(text: str) -> bool:
    """Whether anything in the text looks like a year: where nothing does, there is no date."""
    return next(windows(text), None) is not None


def document_date(outline: Outline) -> PartialDate | None:
    """The date that the document gives itself ("Last updated: August 2025"), the last such line deciding."""
    if not _may_introduce(outline.shown):
        return None
    for line in reversed(outline.lines):
        text = line.text
        if len(text) > 400 or not _DIGIT.search(text) or not _may_introduce(text):
            continue
        for match in find(text, outline.text.language):
            if match.kind is DateKind.POINT and _introduced(text[: match.start]):
                return match.period.start
    return None


@cache
def _phrases() -> AhoCorasick:
    """The phrases that introduce the document's own date."""
    return AhoCorasick(sorted(lexicon().dated))


def _may_introduce(text: str) -> bool:
    """Whether a phrase stands in the text that introduces such a date; in most there is none."""
    folded = " ".join(fold(text).split())
    return any(
        not folded[start - 1 : start].isalnum() or not folded[start:end].isascii()
        for _, start, end in _phrases().find_matches_as_indexes(folded, overlapping=True)
    )


def _introduced(before: str) -> bool:
    """Whether the words right before a date say that it is the document's own."""
    words = fold(before.rstrip(" :：-–—*_([")).split()
    known = lexicon().dated
    return any(" ".join(words[-size:]).lstrip("*_([") in known for size in range(1, 5)) or before.rstrip(
        " :："
    ).endswith(_unspaced())


@cache
def _unspaced() -> tuple[str, ...]:
    """The phrases of scripts that may be written without a space before them."""
    return tuple(phrase for phrase in lexicon().dated if not phrase.isascii())
