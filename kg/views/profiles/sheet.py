"""What a profile page tells of its subject, ready for the template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import networkx as nx

from kg.analysis import KINDS, RELATIONS, Quote
from kg.analysis.times import house
from kg.views.words import period, plain


@dataclass(frozen=True, slots=True)
class Line:
    """One fact as the page tells it. `number` leads from the fact to its sentences and back."""

    number: int
    key: str
    relation: str
    inverse: bool
    other: str
    label: str
    within: str
    kind: str
    role: str
    when: str
    current: bool
    notes: tuple[str, ...]
    quotes: tuple[Quote, ...]
    said: Mapping[str, Any]
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one relation, the newest first."""

    words: str
    lines: tuple[Line, ...]
    loose: bool


_LOOSE = {"lists", "used", "tells of", "made with"}


def groups(network: nx.MultiDiGraph[str], node: str) -> tuple[Group, ...]:
    """Everything the edges of a node say, in the order of `RELATIONS`, seen from the node."""
    edges = [(False, target, key, said) for _, target, key, said in network.out_edges(node, keys=True, data=True)]
    edges += [(True, source, key, said) for source, _, key, said in network.in_edges(node, keys=True, data=True)]
    edges.sort(key=lambda edge: (edge[0], _rank(edge[3]["relation"]), not edge[3]["current"]))
    ordered = [
        edge
        for _, members in groupby(edges, key=lambda edge: (edge[0], _rank(edge[3]["relation"])))
        for edge in sorted(members, key=_newest, reverse=True)
    ]
    conflicting = _conflicting(ordered)
    lines = [_line(network, number, edge, conflicting) for number, edge in enumerate(ordered)]
    return tuple(Group(words, tuple(members), relation in _LOOSE) for (relation, words), members in _grouped(lines))


def _grouped(lines: list[Line]) -> list[tuple[tuple[str, str], list[Line]]]:
    return [(key, list(members)) for key, members in groupby(lines, key=lambda line: (line.relation, _words(line)))]


def _words(line: Line) -> str:
    known = RELATIONS.get(line.relation)
    if line.inverse:
        return known.inverse if known else f"← {line.relation}"
    return line.relation


def _line(
    network: nx.MultiDiGraph[str], number: int, edge: tuple[bool, str, str, Mapping[str, Any]], conflicting: set[str]
) -> Line:
    inverse, other, key, said = edge
    place = plain(said["place"])
    title = plain(said["title"])
    role = f"{title} at {place}" if title and place else title or place
    node = network.nodes[other]
    return Line(
        number=number,
        key=key,
        relation=said["relation"],
        inverse=inverse,
        other=other,
        label=plain(node["label"]),
        within=plain(network.nodes[whole]["label"]) if (whole := house(network, other)) != other else "",
        kind=node["type"] if node["type"] in KINDS else "thing",
        role="" if role == plain(node["label"]) else role,
        when=period(said["when"], current=said["current"]),
        current=said["current"],
        notes=tuple(plain(note) for note in said["notes"]),
        quotes=said["quotes"],
        said=said,
        differs=key in conflicting,
    )


def _conflicting(edges: Sequence[tuple[bool, str, str, Mapping[str, Any]]]) -> set[str]:
    """Keys of statements that tell one thing with different times: same relation, same end, same title."""
    told: dict[tuple[bool, str, str, str], set[tuple[str, str]]] = {}
    for inverse, other, key, said in edges:
        if said["when"] and said["relation"] not in _LOOSE and said["title"] and not inverse:
            told.setdefault((inverse, other, said["relation"], said["title"]), set()).add((key, said["when"]))
    return {
        key
        for statements in told.values()
        if len({when for _, when in statements}) > 1 and _crossing(sorted(when for _, when in statements))
        for key, _ in statements
    }


def _crossing(times: list[str]) -> bool:
    """Whether some times share a start or an end, so that they tell of one stay and not of two."""
    starts = [time.partition("/")[0] for time in times]
    ends = [time.partition("/")[2] for time in times]
    return len(set(starts)) < len(starts) or len(set(ends)) < len(ends)


def _rank(relation: str) -> int:
    known = list(RELATIONS)
    return known.index(relation) if relation in known else len(known)


def _newest(edge: tuple[bool, str, str, Mapping[str, Any]]) -> tuple[bool, str, str, str]:
    said = edge[3]
    return said["current"], said["end"] or said["start"], said["start"], edge[2]
