"""The page of a graph of many thousand nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np

from kg.errors import OutputError
from kg.views.counting import counted
from kg.views.graphs.beginning import SHOWN, begin
from kg.views.graphs.content import content
from kg.views.graphs.scripts import scripts
from kg.views.large.islands import islands
from kg.views.shell import asset, has_asset, render
from kg.views.view import View

LIBRARY = "bundled/webgl.js"


def available() -> bool:
    """Whether the drawing library is here: a checkout gets it by `make web`, the wheel holds it."""
    return has_asset(LIBRARY)


def large(
    network: nx.MultiDiGraph[str],
    *,
    title: str,
    around: str | None = None,
    hops: int = 2,
    ways: Sequence[Sequence[str]] = (),
    shown: int = SHOWN,
    pages: Mapping[str, str] | None = None,
    home: str | None = None,
) -> View:
    """One page of the whole of a graph as `kg.analysis.network` makes it, up to some 50,000 nodes and beyond.

    It begins as `kg.views.page` does; then everything can be shown, groups on islands, ties between islands for what
    is chosen. It holds every fact; quotes are shortened alike until a node takes 400 bytes. Same graph, same bytes.
    OutputError where the drawing library was not built.
    """
    if not available():
        raise OutputError("the drawing library for large graphs is not built; run: make web")
    nodes = sorted(network)
    begun = begin(network, around=around, hops=hops, ways=ways, shown=shown)
    told = content(network, nodes, begun, pages, _islands(network, nodes))
    return render(
        "graph.html",
        title=title,
        subtitle=counted(network),
        content=told,
        scripts=[asset(LIBRARY), *scripts("large/nodes.js", "large/overlay.js", "large/picture.js")],
        styles=["panel.css", "graph.css"],
        home=home,
    )


def _islands(network: nx.MultiDiGraph[str], nodes: Sequence[str]) -> dict[str, list[int]]:
    place = {node: index for index, node in enumerate(nodes)}
    ties: dict[tuple[int, int], float] = {}
    for source, target, weight in network.edges(data="weight", default=1.0):
        one, other = place[source], place[target]
        if one != other:
            ends = (min(one, other), max(one, other))
            ties[ends] = ties.get(ends, 0.0) + float(weight)
    pairs = np.asarray(sorted(ties), dtype=np.int64).reshape(-1, 2)
    strength = np.asarray([ties[int(one), int(other)] for one, other in pairs], dtype=np.float64)
    points, group = islands(len(nodes), pairs, strength)
    x, y = (np.round(points[:, axis] * 10).astype(int).tolist() for axis in (0, 1))
    return {"x": x, "y": y, "groups": group.tolist()}
