"""Lists of the lexica in the form words are compared in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.words import fold, key


def folded_keys(lists: Iterable[str]) -> frozenset[str]:
    """The words in the form they are compared in."""
    return frozenset(key(word) for word in lists)


@cache
def word_set(lexicon: str, name: str) -> frozenset[str]:
    """The list `name` of a lexicon, its words in the form they are compared in."""
    return folded_keys(load(lexicon)[name])


@cache
def folded_words(lexicon: str, name: str) -> tuple[str, ...]:
    """The list `name` of a lexicon, its words without case and accents."""
    return tuple(fold(word) for word in load(lexicon)[name])
