"""What a key ("Company: …") or a column's heading says its value is."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.dates.lexicon import lexicon
from kg.extraction.lexicon import load
from kg.extraction.outline import Line
from kg.extraction.words import bare, fold, tokens
from kg.model import BlockKind

ASIDE = "aside"
KEYED = frozenset(("title", "organization"))  # what keys tell of a job
_KEY = re.compile(r"[\s*_\-•]{0,4}([^:：\n]{1,36}?)[\s*_]{0,3}[:：](?!//)[\s*_]{0,3}")
_LONG_KEY = 4  # words that no entry begins with by chance
_FIRST = ("organization", "title", "unit", "place", "degree", "field", "grade", "dates", "name", "terms", ASIDE)


@cache
def _roles() -> dict[str, str]:
    lists = load("keys")
    return {_bare(key): role for role in reversed(_FIRST) for key in lists[role]}


@cache
def _side(name: str) -> frozenset[str]:
    return frozenset(_bare(key) for key in load("keys")[name])


def _bare(key: str) -> str:
    return bare(fold(key))


def role(key: str) -> str | None:
    """The field a key or column heading stands for, "aside" for what heads no entry, None for unknown ones."""
    plain = _bare(key)
    return _roles().get(plain) or (_roles().get(plain.removesuffix("s")) if len(plain) > 3 else None)


def side(key: str) -> str | None:
    """Say "start" or "end" where a key names one end of a time ("startDate"), else None."""
    plain = _bare(key)
    return next((name for name in ("start", "end") if plain in _side(name)), None)


def key_of(line: Line) -> tuple[str, int] | None:
    """The key that a line begins with and where its value begins; None where it begins with none that is known."""
    if line.block.kind is BlockKind.PAIR and len(line.cells) > 1:
        (start, end), (value, _) = line.cells[0], line.cells[1]
        return line.text[start:end], value
    match = _KEY.match(line.text) if ":" in line.text or "：" in line.text else None
    if match and len(tokens(match.group(1))) <= 3 and role(match.group(1)):
        return match.group(1), match.end()
    return _of_form(line.text)


def _of_form(text: str) -> tuple[str, int] | None:
    """The label of a form's field that a line begins with, no sign after it ("Occupation or position held Clerk")."""
    first, _, rest = text.partition(" ")
    if rest[:1].isdigit() and _roles().get(_bare(first)) == "dates" and not lexicon().roles.get(fold(first)):
        return first, len(text) - len(rest)
    if first.casefold() not in _first_words():
        return None
    match = _labels_of_forms().match(text)
    return (match.group(1), match.end()) if match else None


@cache
def _long_keys() -> tuple[str, ...]:
    lists = load("keys")
    known = {key for role in _FIRST for key in lists[role] if len(key.split()) >= _LONG_KEY and key.isascii()}
    return tuple(sorted(known, key=lambda key: (-len(key), key)))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.split()[0] for key in _long_keys())


@cache
def _labels_of_forms() -> re.Pattern[str]:
    return re.compile("(" + "|".join(map(re.escape, _long_keys())) + r")(?:\s|\Z)\s*", re.IGNORECASE)
