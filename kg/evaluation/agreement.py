"""When a fact that was read is the fact that was annotated. Facts are plain mappings in the public JSON form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kg.evaluation.likeness import same

Item = Mapping[str, Any]
_ONGOING = {"present", "now", "current", "ongoing"}


def forms(gold: Item, key: str = "name", accept: str = "accept") -> list[str]:
    """The annotated value and all others that are equally right."""
    return [value for value in [gold.get(key), *(gold.get(accept) or [])] if value]


def end(found: Item) -> str | None:
    """The end of a found fact, "present" where it is ongoing."""
    return "present" if found.get("current") else found.get("end")


def date_agrees(found: str | None, gold: str | None, accepted: Iterable[str | None] | None = None) -> bool:
    """Whether a date agrees at the annotated precision, and is absent where none is stated."""
    return any(_one_date(found, value) for value in [gold, *(accepted or [])])


def _one_date(found: str | None, gold: str | None) -> bool:
    if gold is None:
        return not found
    if gold == "present":
        return (found or "").lower() in _ONGOING
    return bool(found) and str(found)[: len(gold)] == gold


def dates_agree(gold: Item, found: Item) -> bool:
    """Whether both ends agree; where the annotation has one date for both ("in 2018"), one of them suffices."""
    if gold.get("start") and gold["start"] == gold.get("end"):
        stated = [value for value in (found.get("start"), end(found)) if value]
        return bool(stated) and all(date_agrees(value, gold["start"]) for value in stated)
    return date_agrees(found.get("start"), gold.get("start"), gold.get("accept_start")) and date_agrees(
        end(found), gold.get("end"), gold.get("accept_end")
    )


def organization_agrees(gold: Item, found: Item) -> bool:
    """Whether the organization agrees, or is the annotated unit, or is rightly absent."""
    name = found.get("organization")
    if not name and (not gold.get("organization") or None in (gold.get("accept") or [])):
        return True
    return same(name, forms(gold, "organization"), "org") or same(name, forms(gold, "unit", "accept_unit"), "org")


def title_agrees(gold: Item, found: Item) -> bool:
    """Whether the title agrees or is rightly absent."""
    if not found.get("title"):
        return gold.get("title") is None or None in (gold.get("accept_title") or [])
    return same(found["title"], forms(gold, "title", "accept_title"))


def position_agrees(gold: Item, found: Item) -> bool:
    """Whether organization, title and both dates agree."""
    return organization_agrees(gold, found) and title_agrees(gold, found) and dates_agree(gold, found)


def study_agrees(gold: Item, found: Item) -> bool:
    """Whether school, level and both dates agree."""
    level = gold.get("level")
    right = level is None or found.get("level") in [level, *(gold.get("accept_level") or [])]
    return organization_agrees(gold, found) and right and dates_agree(gold, found)


def pair(
    golds: Sequence[Item],
    found: Sequence[Item],
    agrees: Callable[[Item, Item], bool],
    rank: Callable[[Item, Item], int] = lambda _g, _f: 0,
) -> list[tuple[int, int]]:
    """One-to-one pairs (gold index, found index) that agree, the best ranked first."""
    candidates = sorted((-rank(g, f), i, j) for i, g in enumerate(golds) for j, f in enumerate(found) if agrees(g, f))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs
