"""The graph as one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.views.counting import counted
from kg.views.graphs.beginning import SHOWN, begin
from kg.views.graphs.collect import collected, library
from kg.views.graphs.content import content
from kg.views.graphs.cut import most_connected
from kg.views.shell import render
from kg.views.view import View

HELD = 3000
_SCRIPTS = (
    "index.js",
    "shapes.js",
    "facts.js",
    "time.js",
    "search.js",
    "panel.js",
    "table.js",
    "graph/state.js",
    "graph/labels.js",
    "graph/ties.js",
    "graph/frame.js",
    "graph/settling.js",
    "graph/tint.js",
    "graph/node.js",
    "graph/picture.js",
    "graph/legend.js",
    "graph/export.js",
    "graph/years.js",
    "graph/page.js",
)


def page(
    network: nx.MultiDiGraph[str],
    *,
    title: str,
    subtitle: str | None = None,
    around: str | None = None,
    hops: int = 2,
    ways: Sequence[Sequence[str]] = (),
    shown: int = SHOWN,
    pages: Mapping[str, str] | None = None,
    home: str | None = None,
) -> View:
    """One self-contained page of a graph as `kg.analysis.network` makes it; the graph is left as it is.

    At first it shows up to `shown` nodes: those within `hops` of the node `around`, those on the `ways` (paths of
    nodes, of which the first is chosen), or those that hold together best. What is hidden comes in by a double click;
    the page says what it leaves out. `pages` are the addresses of nodes that have a page of their own, `home` the page
    to go back to. Same graph, same bytes.
    """
    begun = begin(network, around=around, hops=hops, ways=ways, shown=shown)
    held = most_connected(begun.wider, HELD, begun.first)
    told, nodes, edges = content(network, held, set(begun.first), pages)
    told |= begun.chosen(held)
    drawn_nodes, drawn_edges = collected(nodes, edges)
    told["picture"] = {"nodes": [_kept(node) for node in drawn_nodes], "edges": drawn_edges}
    return render(
        "graph.html",
        title=title,
        content=told,
        scripts=[library(), *_SCRIPTS],
        styles=["panel.css", "graph.css"],
        subtitle=subtitle or counted(network),
        home=home,
    )


def _kept(node: dict[str, Any]) -> dict[str, Any]:
    return {name: node[name] for name in ("id", "label", "shape", "color", "size", "x", "y") if node[name] is not None}
