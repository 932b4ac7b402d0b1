"""When a statement holds for sure, when it may, and who was at one place at the same time.

The meaning of open and unknown ends is the ontology's (`kg:certainStart` to `kg:possibleEnd`): what goes on is certain
up to the date the document calls it so, and possible for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
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
    """`other` was at `place` at the same time: "certainly" or "possibly", by the statements `ours` and `theirs`."""

    other: str
    place: str
    how: str
    ours: str
    theirs: str


def bounds(said: Mapping[str, Any]) -> Bounds | None:
    """The bounds of an edge's attributes; None where no time is stated or none can be read."""
    start, end = _date(said["start"]), _date(said["end"])
    if start is None and end is None:
        return None
    if end is None and not said["current"] and said["when"] and "/" not in said["when"]:
        end = start
    certain = None
    if start is not None:
        known = _date(said.get("as_of", "")) if said["current"] else None
        sure = end.earliest if end else known.earliest if known else start.latest
        certain = (start.latest, max(sure, start.latest))
    return Bounds(certain, start.earliest if start else date.min, end.latest if end else date.max)


def together(one: Mapping[str, Any], other: Mapping[str, Any]) -> str | None:
    """Whether two edges held at once: "certainly", "possibly" or None; None too where one states no time."""
    ours, theirs = bounds(one), bounds(other)
    if ours is None or theirs is None:
        return None
    if ours.certain and theirs.certain and _cross(ours.certain, theirs.certain):
        return "certainly"
    return "possibly" if _cross((ours.first, ours.last), (theirs.first, theirs.last)) else None


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


def meetings(network: nx.MultiDiGraph[str], person: str) -> Iterator[Meeting]:
    """Who was at one organization with a person, its units included; the certain ones first, sorted by label."""
    found = []
    for place, key, said in _ties(network, person):
        whole = house(network, place)
        for part in _inside(network, whole):
            for other, _, theirs, attributes in network.in_edges(part, keys=True, data=True):
                if other == person or attributes["relation"] not in _TIED:
                    continue
                if how := together(said, attributes):
                    label = network.nodes[other]["label"]
                    found.append((how, label, Meeting(other, whole, how, key, theirs)))
    for _, _, meeting in sorted(found, key=lambda entry: (entry[0], entry[1], entry[2].ours, entry[2].theirs)):
        yield meeting


def _ties(network: nx.MultiDiGraph[str], person: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for _, place, key, said in network.out_edges(person, keys=True, data=True):
        if said["relation"] in _TIED:
            yield place, key, said


def _inside(network: nx.MultiDiGraph[str], whole: str) -> list[str]:
    found, waiting = {whole}, [whole]
    while waiting:
        for part, _, said in network.in_edges(waiting.pop(), data=True):
            if said["relation"] == "part of" and network.nodes[part]["type"] == "unit" and part not in found:
                found.add(part)
                waiting.append(part)
    return sorted(found)


def _cross(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
