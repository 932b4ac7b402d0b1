"""Whether words name a place."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extraction.lexicon import load
from kg.extraction.words import has_asian, tokens
from kg.gazetteers import towns

_ZIP_CODE = re.compile(r"\d{5}(?:-\d{4})?")  # "HI 96706"
_CODE = 2


@cache
def _around_places() -> frozenset[str]:
    lists = load("places")
    return frozenset(_place_key(name) for part in ("countries", "regions") for name in lists[part])


@cache
def _place_codes() -> frozenset[str]:
    lists = load("places")
    return frozenset(code.rstrip(".") for part in ("short", "region_codes") for code in lists[part])


@cache
def _regions() -> frozenset[str]:
    lists = load("places")
    return frozenset((*(code.rstrip(".") for code in lists["region_codes"]), *map(_place_key, lists["regions"])))


def _place_key(name: str) -> str:
    return " ".join(word.key for word in tokens(name)) if not has_asian(name) else name.strip()


@lru_cache(maxsize=8192)
def is_place(text: str) -> bool:
    """Whether `text` is a country, region or city we know, or their usual short form in capitals."""
    bare = text.strip(" .,;()[]")
    if bare in _place_codes() or _is_named(key := _place_key(bare)) or _is_surroundings(key):
        return True
    named, _, code = bare.rpartition(" ")
    if len(code) == _CODE and code in _regions():
        return _is_named(_place_key(named))  # "Oakland CA"
    return named in _place_codes() and _ZIP_CODE.fullmatch(code) is not None


def _is_named(key: str) -> bool:
    return key in towns().certain or key in _around_places()


@cache
def _surroundings() -> tuple[dict[str, list[list[str]]], dict[str, list[list[str]]]]:
    """What stands before (by its first word) and after (by its last) a place's name where what is around is meant."""
    openings: dict[str, list[list[str]]] = {}
    endings: dict[str, list[list[str]]] = {}
    for table, part, at in ((openings, "before", 0), (endings, "after", -1)):
        for name in sorted((_place_key(name).split() for name in load("places")[part]), key=len, reverse=True):
            table.setdefault(name[at], []).append(name)
    return openings, endings


def _is_surroundings(key: str) -> bool:
    """Whether words name what is around a place or two: "Greater Oslo Area", "Oslo-Bergen Region"."""
    found = key.split()
    if len(found) < 2:
        return False
    openings, endings = _surroundings()
    start = next((len(name) for name in openings.get(found[0], ()) if found[: len(name)] == name), 0)
    end = len(found) - next((len(name) for name in endings.get(found[-1], ()) if found[-len(name) :] == name), 0)
    inner = found[start:end]
    return len(inner) < len(found) and any(
        all(_is_named(" ".join(half)) for half in (inner[:at], inner[at:]) if half) for at in range(1, len(inner) + 1)
    )


@lru_cache(maxsize=8192)
def is_place_code(text: str) -> bool:
    """Whether `text` is a country or a region: what stands after a city's name."""
    bare = text.strip(" .,;()[]")
    return bare in _place_codes() or _place_key(bare) in _around_places()


@lru_cache(maxsize=8192)
def is_region(text: str) -> bool:
    """Whether `text` is a part of a country, by its name or its short form: what a town's name can share."""
    lists = _regions()
    return text.strip(" .,;()[]") in lists or _place_key(text) in lists


@lru_cache(maxsize=8192)
def is_town(text: str) -> bool:
    """Whether `text` can be a town where a town is to be expected, even one that is a family name or a word, too."""
    named = _place_key(text.strip(" .,;()[]"))
    return named in towns().certain or named in towns().weak
