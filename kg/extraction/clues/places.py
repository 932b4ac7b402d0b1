"""Whether words name a place."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extraction.lexicon import load
from kg.extraction.words import has_asian, tokens
from kg.gazetteers import towns


@cache
def _around_places() -> frozenset[str]:
    lists = load("places")
    return frozenset(_place_key(name) for part in ("countries", "regions") for name in lists[part])


@cache
def _place_codes() -> frozenset[str]:
    lists = load("places")
    return frozenset((*lists["short"], *lists["region_codes"]))


def _place_key(name: str) -> str:
    return " ".join(word.key for word in tokens(name)) if not has_asian(name) else name.strip()


@lru_cache(maxsize=8192)
def is_place(text: str) -> bool:
    """Whether `text` is a country, region or city we know, or their usual short form in capitals."""
    bare = text.strip(" .,;()[]")
    if bare in _place_codes():
        return True
    named = _place_key(bare)
    return named in towns().certain or named in _around_places()


@lru_cache(maxsize=8192)
def is_place_code(text: str) -> bool:
    """Whether `text` is a country or a region: what stands after a city's name."""
    bare = text.strip(" .,;()[]")
    return bare in _place_codes() or _place_key(bare) in _around_places()
