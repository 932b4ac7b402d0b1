"""What a graph page holds: things, facts, documents, and the drawn nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.views.graphs.arrange import arranged, size
from kg.views.graphs.labels import broken
from kg.views.telling import tell

Content = tuple[dict[str, Any], list[dict[str, Any]], list[tuple[int, int]]]


def content(
    network: nx.MultiDiGraph[str], held: Sequence[str], shown: set[str], pages: Mapping[str, str] | None = None
) -> Content:
    """The page's content, and nodes and edges for the collector; ids are places in `held`."""
    told = tell(network, held, pages)
    pairs: dict[tuple[int, int], list[int]] = {}
    for number, fact in enumerate(told["facts"]):
        pairs.setdefault((fact["s"], fact["t"]), []).append(number)
    picture = arranged(network, shown)
    nodes = [_node(network, node, picture.spots.get(node)) for node in held]
    for thing, node in zip(told["things"], held, strict=True):
        if node in shown:
            thing.update(group=picture.community[node], shown=True)
    told["pairs"] = list(pairs.values())
    return told, nodes, list(pairs)


def _node(network: nx.MultiDiGraph[str], node: str, spot: tuple[int, int] | None) -> dict[str, Any]:
    said = network.nodes[node]
    x, y = spot or (None, None)
    return {"kind": said["type"], "text": broken(said["label"]), "size": size(network, node), "x": x, "y": y}
