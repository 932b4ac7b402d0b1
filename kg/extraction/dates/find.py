"""Finding the dates of a line, and the date a document gives itself."""

from __future__ import annotations

from kg.extraction.dates.grammar import DateKind, DateMatch, Parser
from kg.extraction.dates.lexicon import fold, lexicon
from kg.extraction.dates.tokens import tokens, windows
from kg.extraction.outline import Outline
from kg.model import PartialDate


def find(text: str, language: str | None = None) -> list[DateMatch]:
    """Every date or range in one line of text, in order, offsets into it.

    `language` (a BCP 47 tag) decides what "05/12/2020" means; without one only the year of it is kept.
    Takes time linear in the length of the text.
    """
    tongue = language.split("-")[0].casefold() if language else None
    return [
        match
        for start, end in windows(text)
        for match in Parser(text, tokens(text, start, end, tongue), tongue).matches()
    ]


def document_date(outline: Outline) -> PartialDate | None:
    """The date that the document gives itself ("Last updated: August 2025"), the last such line deciding."""
    for line in reversed(outline.lines):
        text = line.text
        if len(text) > 400 or not any(c.isdigit() for c in text):
            continue
        for match in find(text, outline.text.language):
            if match.kind is DateKind.POINT and _introduced(text[: match.start]):
                return match.period.start
    return None


def _introduced(before: str) -> bool:
    """Whether the words right before a date say that it is the document's own."""
    words = fold(before.rstrip(" :：-–—*_([")).split()
    known = lexicon().dated
    return any(" ".join(words[-size:]).lstrip("*_([") in known for size in range(1, 5)) or any(
        not word.isascii() and before.rstrip(" :：").endswith(word) for word in known
    )
