"""The words of sentences that tell of work and study, from lexicon/prose.toml."""

from __future__ import annotations

from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.words import fold


@cache
def lexicon(name: str) -> frozenset[str]:
    """The list `name` of the lexicon of prose, each entry folded."""
    return frozenset(fold(word) for word in load("prose")[name])
