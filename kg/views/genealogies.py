"""The genealogy: who advised whom, as a tree that grows downwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from kg.views.generations import placed
from kg.views.shell import render
from kg.views.telling import tell
from kg.views.view import View

_SCRIPTS = ("index.js", "shapes.js", "facts.js", "search.js", "panel.js", "genealogy.js")


def genealogy(
    network: nx.MultiDiGraph[str],
    *,
    title: str = "Academic genealogy",
    pages: Mapping[str, str] | None = None,
    home: str | None = None,
) -> View:
    """One page with the advisors above those they advised, with the places and the years of it.

    The graph is as `kg.analysis.network` makes it; of it only "advised by" is drawn. Families stand side by side.
    """
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, key, said in network.edges(keys=True, data=True):
        if said["relation"] == "advised by":
            part.add_nodes_from((node, network.nodes[node]) for node in (source, target))
            part.add_edge(source, target, key=key, **said)
    held = sorted(part)
    told: dict[str, Any] = tell(part, held, pages)
    places = placed([(target, source) for source, target in part.edges()])
    told["places"] = [list(places[node]) for node in held]
    advisors = sum(1 for node in part if part.in_degree(node))
    return render(
        "genealogy.html",
        title=title,
        subtitle=f"{len(held):,} people · {advisors:,} advisors" if held else "no advisor is named yet",
        content=told,
        scripts=_SCRIPTS,
        styles=["panel.css", "genealogy.css"],
        home=home,
    )
