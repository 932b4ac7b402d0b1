"""Trimming stretches of a line: marks at their edges, numbering, a leading "at", asides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.extraction.clues import lead_end
from kg.extraction.lexicon import load
from kg.extraction.spelling import OPENING

# The stop goes before what must stand before it, so that the search skips all other text.
SENTENCE_END = re.compile(r"\.(?:(?<=[^\W\d_A-Z]{3}\.)|(?<=[A-Z]{3}\.))(?:\s+(?=[A-Z\"“(])|$)")


INNER = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|（([^（）]*)）")


_EDGE = " \t\n,;:.–—―‒-|/·•*_~`'\"“”«»…→>"


_LEADING_AT = re.compile(
    r"(?:at|@|[Bb]ei der|[Bb]ei dem|[Bb]eim|[Bb]ei|[Cc]hez|an der|am|[Pp]resso|[Bb]ij|from|in|aux?|à|en|em|na|no"
    r"|del|de la|della)\s+(?:the\s+|la\s+|l['’])?(?=[^\Wa-z_])"
)


_NUMBERING = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[^\W\d])")


_WHERE = re.compile(r"\s(?:at|from)\s(?=[^\Wa-z_])")
_SUBJECT = re.compile(r"\sin\s(?=[A-Z])")


def led(text: str, start: int, end: int, *, marked: bool) -> Iterator[tuple[int, int, bool]]:
    """The trimmed stretch, without numbering or an "at" it begins with and without what an aside begins."""
    number = _NUMBERING.match(text, start, end)
    begins = number.end() if number else lead_end(text, start)
    for first, last, _ in trimmed(text, min(begins, end), end, marked=marked):
        lead = _LEADING_AT.match(text, first, last)
        begin = lead.end() if lead else first
        marks = marked or lead is not None
        if not _gate().find_matches_as_indexes(text[begin:last].lower()):
            yield from trimmed(text, begin, last, marked=marks)
            continue
        if aside := _asides("asides").search(text, begin, last):
            last = aside.start()
        while matter := _asides("matters").search(text, begin, last):
            comma = text.find(", ", matter.end(), last)
            yield from trimmed(text, begin, matter.start(), marked=marks)
            subject = _SUBJECT.match(text, matter.end(), last)  # "with honors in History" goes on with the field
            where = _WHERE.search(text, matter.end(), comma if comma >= 0 else last)
            if where and not subject:  # "Minor in Botany from Example University"
                begin, marks = where.end(), True
                continue
            begin, marks = subject.end() if subject else (comma if comma >= 0 else last), False
        if last > begin:
            yield from trimmed(text, begin, last, marked=marks)


def before_aside(text: str) -> str:
    """What stands before the words that go on to tell of others: "Engineer at Example on behalf of Sample"."""
    found = _asides("asides").search(text) if _gate().find_matches_as_indexes(text.lower()) else None
    return text[: found.start()].rstrip() if found else text


@cache
def _gate() -> AhoCorasick:
    """All the phrases below in one automaton: few stretches hold any, and need a closer look."""
    return AhoCorasick([phrase.lower() for name in ("asides", "matters") for phrase in load("actions")[name]])


@cache
def _asides(name: str) -> re.Pattern[str]:
    phrases = sorted(load("actions")[name], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")(?!\w)", re.IGNORECASE)


def trimmed(text: str, start: int, end: int, *, marked: bool) -> Iterator[tuple[int, int, bool]]:
    """The stretch without signs at its edges and brackets that have lost their partner."""
    while start < end and (text[start] in _EDGE or _is_sign(text[start])):
        start += 1
    while start < end and (text[end - 1] in _EDGE or _is_sign(text[end - 1])):
        if OPENING.get(text[end - 1], "\n") in text[start : end - 1]:
            break
        end -= 1
    piece = text[start:end]
    if not piece:
        return
    if piece[:1] in ")]}）" or (piece[:1] in "([{（" and not any(sign in piece for sign in ")]}）")):
        yield from trimmed(text, start + 1, end, marked=marked)
    elif (piece[-1:] in ")]}）" and piece[-1:] and not any(sign in piece for sign in "([{（")) or (
        piece[-1:] in "([{（" and piece[-1:]
    ):
        yield from trimmed(text, start, end - 1, marked=marked)
    elif any(char.isalnum() for char in piece):
        yield start, end, marked


def _is_sign(char: str) -> bool:
    """Whether a character is an emoji or an ornament: neither letter, digit, bracket, nor common punctuation."""
    return not char.isalnum() and ord(char) > 0x2000
