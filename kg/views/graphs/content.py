"""What a graph page holds: things, facts, documents, and the drawn nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.analysis import communities
from kg.views.graphs.labels import broken, radius, room
from kg.views.graphs.layout import positions
from kg.views.telling import tell

Content = tuple[dict[str, Any], list[dict[str, Any]], list[tuple[int, int]]]


def content(
    network: nx.MultiDiGraph[str],
    held: Sequence[str],
    shown: set[str],
    around: str | None,
    pages: Mapping[str, str] | None = None,
) -> Content:
    """The page's content, and nodes and edges for the collector; ids are places in `held`."""
    told = tell(network, held, pages)
    place = {node: index for index, node in enumerate(held)}
    pairs: dict[tuple[int, int], list[int]] = {}
    for number, fact in enumerate(told["facts"]):
        pairs.setdefault((fact["s"], fact["t"]), []).append(number)
    ties: dict[tuple[int, int], float] = {}
    for source, target, weight in network.subgraph(held).edges(data="weight", default=1.0):
        ends = (place[source], place[target])
        ties[ends] = ties.get(ends, 0.0) + weight
    grouped = communities(network.subgraph(sorted(shown)))
    nodes = [_node(network, node) for node in held]
    _place(nodes, [[place[node] for node in group] for group in grouped], ties)
    for number, group in enumerate(grouped):
        for node in group:
            told["things"][place[node]].update(group=number, shown=True)
    told["pairs"] = list(pairs.values())
    told["around"] = place.get(around) if around else None
    return told, nodes, list(pairs)


def _node(network: nx.MultiDiGraph[str], node: str) -> dict[str, Any]:
    said = network.nodes[node]
    size = radius(said["type"], len(set(nx.all_neighbors(network, node))))
    return {"kind": said["type"], "text": broken(said["label"]), "size": size, "x": None, "y": None}


def _place(nodes: list[dict[str, Any]], groups: Sequence[Sequence[int]], ties: Mapping[tuple[int, int], float]) -> None:
    drawn = sorted(node for group in groups for node in group)
    index = {node: number for number, node in enumerate(drawn)}
    found = positions(
        {
            (index[source], index[target]): tie
            for (source, target), tie in ties.items()
            if {source, target} <= set(index)
        },
        [[index[node] for node in group] for group in groups],
        [room(nodes[node]["kind"], nodes[node]["size"], nodes[node]["text"]) for node in drawn],
    )
    for node, (x, y) in zip(drawn, found.tolist(), strict=True):
        nodes[node]["x"], nodes[node]["y"] = round(x), round(y)
