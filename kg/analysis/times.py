"""When a statement holds for sure, when it may, and who was at one place at the same time.

The meaning of open and unknown ends is the ontology's (`kg:certainStart` to `kg:possibleEnd`): what goes on is certain
up to the date the document calls it so, and possible for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import networkx as nx

from kg.model import PartialDate

_TIED = ("worked at", "studied at", "member of")


class Bounds(NamedTuple):
    """The days it surely covers (None where no start is stated), and the first and last day it may cover."""

    certain: tuple[date, date] | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Meeting:
    """`other` was at `place` at the same time: "certainly" or "possibly"; `theirs` are the attributes that say so."""

    other: str
    label: str
    place: str
    how: str
    theirs: Mapping[str, Any]


def bounds(said: Mapping[str, Any]) -> Bounds | None:
    """The bounds of an edge's attributes; None where no time is stated or none can be read."""
    return _bounds(said["when"], said["start"], said["end"], said["current"], said.get("as_of", ""))


@lru_cache(maxsize=50_000)
def _bounds(when: str, starts: str, ends: str, current: bool, as_of: str) -> Bounds | None:
    start, end = _date(starts), _date(ends)
    if start is None and end is None:
        return None
    if end is None and not current and when and "/" not in when:
        end = start
    certain = None
    if start is not None:
        known = _date(as_of) if current else None
        sure = end.earliest if end else known.earliest if known else start.latest
        certain = (start.latest, max(sure, start.latest))
    return Bounds(certain, start.earliest if start else date.min, end.latest if end else date.max)


def together(one: Mapping[str, Any], other: Mapping[str, Any]) -> str | None:
    """Whether two edges held at once: "certainly", "possibly" or None; None too where one states no time."""
    return _together(bounds(one), bounds(other))


def _together(ours: Bounds | None, theirs: Bounds | None) -> str | None:
    if ours is None or theirs is None or ours.first > theirs.last or theirs.first > ours.last:
        return None
    return "certainly" if ours.certain and theirs.certain and _cross(ours.certain, theirs.certain) else "possibly"


def house(network: nx.MultiDiGraph[str], place: str) -> str:
    """The organization a unit belongs to, all the way up; the place itself where it is no unit."""
    seen = {place}
    while network.nodes[place]["type"] == "unit":
        edges = network.out_edges(place, data=True)
        above = sorted(whole for _, whole, said in edges if said["relation"] == "part of")
        if not above or above[0] in seen:
            break
        place = above[0]
        seen.add(place)
    return place


class Stays:
    """Who was where when, by house: made once for a graph, asked for many people."""

    def __init__(self, network: nx.MultiDiGraph[str]) -> None:
        self._network = network
        self._at: dict[str, list[tuple[str, Mapping[str, Any], Bounds]]] = defaultdict(list)
        self._of: dict[str, list[tuple[str, Bounds]]] = defaultdict(list)
        for person, place, said in network.edges(data=True):
            if said["relation"] in _TIED and (found := bounds(said)):
                whole = house(network, place)
                self._at[whole].append((person, said, found))
                self._of[person].append((whole, found))

    def meetings(self, person: str) -> tuple[Meeting, ...]:
        """Who was at one organization with a person, its units included, each once for a place; the certain first."""
        best: dict[tuple[str, str], tuple[str, Mapping[str, Any]]] = {}
        for place, ours in self._of.get(person, ()):
            for other, said, theirs in self._at[place]:
                if other != person and (how := _together(ours, theirs)):
                    known = best.get((other, place))
                    if known is None or (how, said["when"]) < (known[0], known[1]["when"]):
                        best[other, place] = (how, said)
        label = self._network.nodes
        found = (
            Meeting(other, str(label[other]["label"]), place, how, said) for (other, place), (how, said) in best.items()
        )
        return tuple(sorted(found, key=lambda met: (met.how, met.label, met.other, met.place)))


def meetings(network: nx.MultiDiGraph[str], person: str) -> tuple[Meeting, ...]:
    """Who was at one organization with a person. For many people make one `Stays` and ask it."""
    return Stays(network).meetings(person)


def _cross(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
