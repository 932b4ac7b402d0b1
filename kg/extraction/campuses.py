"""Organizations named with the town they are in: "University of Example, Springfield" where no other one is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from kg.extraction.clues import is_place
from kg.extraction.outline import Claim
from kg.gazetteers import organizations
from kg.model import Position, Study


def plainly_named(made: Iterable[Claim[Any]]) -> list[Claim[Any]]:
    """The claims, each employer and school without a town that tells it from no other of its name."""
    return [_plain(claim) if isinstance(claim.fact, Position | Study) else claim for claim in made]


def _plain(claim: Claim[Any]) -> Claim[Any]:
    name = claim.fact.organization
    if name is None or "," not in name or (short := shortened(name)) == name:
        return claim
    return replace(claim, fact=claim.fact.model_copy(update={"organization": short}))


@lru_cache(maxsize=1024)
def shortened(name: str) -> str:
    """The name before its last comma where a town follows and both are known as names of one organization."""
    head, _, town = name.rpartition(", ")
    if not head or not is_place(town):
        return name
    known = organizations()
    whole = set(known.find(name))
    return head if whole and whole == set(known.find(head)) else name
