"""Where the nodes of a readable picture stand, and which of them hold together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import networkx as nx

from kg.analysis import communities
from kg.views.graphs.labels import broken, radius, room
from kg.views.graphs.layout import positions


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


def size(network: nx.MultiDiGraph[str], node: str) -> int:
    """The radius of a node by its neighbours in the whole network."""
    return radius(network.nodes[node]["type"], len(set(nx.all_neighbors(network, node))))


def _room(network: nx.MultiDiGraph[str], node: str) -> tuple[float, float, float]:
    said = network.nodes[node]
    return room(said["type"], size(network, node), broken(said["label"]))
