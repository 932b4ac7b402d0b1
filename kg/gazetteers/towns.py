"""The towns we know, from `towns.txt` beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Towns:
    """Names of towns without case, accents, dots and hyphens, several words parted by one space.

    `certain` are hardly ever anything else. `weak` are family names, given names, firms or words as well: they count
    only where a town is to be expected.
    """

    certain: frozenset[str]
    weak: frozenset[str]


@cache
def towns() -> Towns:
    """The shipped towns, read once. Most names come from GeoNames (https://www.geonames.org, CC BY 4.0)."""
    text = (Path(__file__).parent / "towns.txt").read_text(encoding="utf-8")
    certain, _, weak = text.partition("[certain]\n")[2].partition("[weak]\n")
    return Towns(frozenset(certain.splitlines()), frozenset(weak.splitlines()))
