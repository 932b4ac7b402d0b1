"""Where the nodes of a readable picture stand, and which of them hold together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.analysis import communities
from kg.views.graphs.labels import broken, radius, room
from kg.views.graphs.layout import positions

_STEP = 160
_ASIDE = 190


@dataclass(frozen=True, slots=True)
class Arranged:
    """Each node's (x, y) in pixels around the middle, and the number of its community."""

    spots: dict[str, tuple[int, int]]
    community: dict[str, int]


def arranged(network: nx.MultiDiGraph[str], shown: Collection[str]) -> Arranged:
    """Lay out the nodes `shown` with their names, up to some 1,500; what else the network holds sets their sizes."""
    nodes = sorted(shown)
    part = network.subgraph(nodes)
    grouped = communities(part)
    index = {node: number for number, node in enumerate(nodes)}
    ties: dict[tuple[int, int], float] = {}
    for source, target, weight in part.edges(data="weight", default=1.0):
        ends = (index[source], index[target])
        ties[ends] = ties.get(ends, 0.0) + weight
    found = positions(
        ties, [[index[node] for node in group] for group in grouped], [_room(network, node) for node in nodes]
    )
    return Arranged(
        {node: (round(x), round(y)) for node, (x, y) in zip(nodes, found.tolist(), strict=True)},
        {node: number for number, group in enumerate(grouped) for node in group},
    )


def along(network: nx.MultiDiGraph[str], ways: Sequence[Sequence[str]]) -> Arranged:
    """Lay out the ways between two from top to bottom: the first straight, what other ways add left and right of it."""
    level: dict[str, int] = {}
    for way in sorted(ways, key=len):
        for step, node in enumerate(way):
            level.setdefault(node, step)
    last = max(len(way) for way in ways) - 1
    level[ways[0][-1]] = last
    spots: dict[str, tuple[int, int]] = {}
    beside: Counter[int] = Counter()
    for node in dict.fromkeys(node for way in (ways[0], *ways) for node in way):
        aside = 0
        if node not in ways[0]:
            beside[level[node]] += 1
            aside = (beside[level[node]] + 1) // 2 * (1 if beside[level[node]] % 2 else -1)
        spots[node] = (aside * _ASIDE, round((level[node] - last / 2) * _STEP))
    grouped = communities(network.subgraph(spots))
    return Arranged(spots, {node: number for number, group in enumerate(grouped) for node in group})


def size(network: nx.MultiDiGraph[str], node: str) -> int:
    """The radius of a node by its neighbours in the whole network."""
    return radius(network.nodes[node]["type"], len(set(nx.all_neighbors(network, node))))


def _room(network: nx.MultiDiGraph[str], node: str) -> tuple[float, float, float]:
    said = network.nodes[node]
    return room(said["type"], size(network, node), broken(said["label"]))
