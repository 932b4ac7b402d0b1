"""Pairs of entities that look alike, for a person to judge. Nothing here decides anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from kg.gazetteers.names import organization_key
from kg.model import Entity, EntityKind
from kg.resolution.names import person_key


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities whose names look alike; `score` is 0 to 100."""

    left: Entity
    right: Entity
    score: float


def proposals(entities: Iterable[Entity], threshold: float = 88.0) -> Iterator[Proposal]:
    """Pairs of one kind (and for units of one organization), most alike first, then by key."""
    rows = [(_group(entity), _keys(entity), entity) for entity in entities if entity.mentions and entity.name]
    found = []
    for (group, names, left), (other, others, right) in combinations(sorted(rows, key=lambda row: row[2].key), 2):
        if group == other:
            score = max(fuzz.token_sort_ratio(a, b) for a in names for b in others)
            if score >= threshold:
                found.append(Proposal(left, right, round(score, 1)))
    yield from sorted(found, key=lambda p: (-p.score, p.left.key, p.right.key))


def _group(entity: Entity) -> tuple[EntityKind, str | None]:
    return entity.kind, entity.parent if entity.kind is EntityKind.UNIT else None


def _keys(entity: Entity) -> list[str]:
    key = person_key if entity.kind is EntityKind.PERSON else organization_key
    return sorted({key(name) for name in (entity.label, *entity.alternate_names)})
