"""The page of a graph of many thousand nodes."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np

from kg.errors import OutputError
from kg.views.counting import counted
from kg.views.large.compact import compact
from kg.views.large.islands import islands
from kg.views.shell import asset, has_asset, render
from kg.views.view import View

LIBRARY = "bundled/webgl.js"
_SCRIPTS = (
    "large/unfold.js",
    "index.js",
    "shapes.js",
    "facts.js",
    "search.js",
    "panel.js",
    "table.js",
    "large/state.js",
    "large/picture.js",
    "graph/legend.js",
    "large/page.js",
)


def available() -> bool:
    """Whether the drawing library is here: a checkout gets it by `make web`, the wheel holds it."""
    return has_asset(LIBRARY)


def large(
    network: nx.MultiDiGraph[str],
    *,
    title: str,
    pages: Mapping[str, str] | None = None,
    home: str | None = None,
) -> View:
    """One page of the whole of a graph as `kg.analysis.network` makes it, up to some 50,000 nodes and beyond.

    Groups stand on islands; ties between islands are drawn for what is chosen. It tells every fact, and of its
    evidence the place. Same graph, same bytes. OutputError where the drawing library was not built.
    """
    if not available():
        raise OutputError("the drawing library for large graphs is not built; run: make web")
    nodes = sorted(network)
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
    told = compact(network, nodes, pages)
    told["columns"]["x"] = np.round(points[:, 0] * 10).astype(int).tolist()
    told["columns"]["y"] = np.round(points[:, 1] * 10).astype(int).tolist()
    told["columns"]["groups"] = group.tolist()
    return render(
        "graph.html",
        title=title,
        subtitle=counted(network),
        content=told,
        scripts=[asset(LIBRARY), *_SCRIPTS],
        styles=["panel.css", "graph.css"],
        home=home,
    )
