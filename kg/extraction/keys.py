"""What a key ("Company: …") or a column's heading says its value is."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.outline import Line
from kg.extraction.words import bare, fold, tokens
from kg.model import BlockKind

ASIDE = "aside"
_KEY = re.compile(r"[\s*_\-•]{0,4}([^:：\n]{1,36}?)[\s*_]{0,3}[:：](?!//)[\s*_]{0,3}")
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
    return None
