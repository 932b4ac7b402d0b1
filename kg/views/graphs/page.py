"""The graph as one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.views.counting import counted
from kg.views.graphs.arrange import size
from kg.views.graphs.beginning import SHOWN, begin
from kg.views.graphs.collect import collected, library
from kg.views.graphs.content import content
from kg.views.graphs.cut import most_connected
from kg.views.graphs.labels import broken
from kg.views.graphs.scripts import scripts
from kg.views.shell import render
from kg.views.view import View

HELD = 3000


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
    told = content(network, held, begun, pages)
    told["picture"] = _drawn(network, held, told["columns"]["labels"])
    return render(
        "graph.html",
        title=title,
        content=told,
        scripts=[library(), *scripts("graph/picture.js")],
        styles=["panel.css", "graph.css"],
        subtitle=subtitle or counted(network),
        home=home,
    )


def _drawn(network: nx.MultiDiGraph[str], held: Sequence[str], labels: Sequence[str]) -> dict[str, list[Any]]:
    """Radius and text of each node as pyvis gives them to vis-network; 0 for a text that repeats the label."""
    drawn = collected(
        [
            {
                "kind": network.nodes[node]["type"],
                "text": broken(network.nodes[node]["label"]),
                "size": size(network, node),
            }
            for node in held
        ]
    )
    texts = [node["label"] for node in drawn]
    return {
        "sizes": [node["size"] for node in drawn],
        "texts": [0 if text == label else text for text, label in zip(texts, labels, strict=True)],
    }
