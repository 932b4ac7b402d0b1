"""The timeline: careers and studies as bars, by person or by organization."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from kg.views.shell import render
from kg.views.telling import tell
from kg.views.view import View

_DRAWN = ("worked at", "studied at", "member of", "advises at", "worked on", "received", "had an offer from", "part of")
_SCRIPTS = ("index.js", "shapes.js", "facts.js", "time.js", "search.js", "panel.js", "timeline.js")


def timeline(
    network: nx.MultiDiGraph[str],
    *,
    title: str = "Timeline",
    pages: Mapping[str, str] | None = None,
    home: str | None = None,
) -> View:
    """One page with a line for each person (or organization) of a graph as `kg.analysis.network` makes it.

    A bar is as certain as its dates: it fades where a document names only a month or a year, and runs to the edge
    where it goes on. Choosing one shows who certainly or possibly was there at the same time. `pages` are the
    addresses of people and organizations that have a page of their own.
    """
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, key, said in network.edges(keys=True, data=True):
        if said["relation"] in _DRAWN:
            part.add_nodes_from((node, network.nodes[node]) for node in (source, target))
            part.add_edge(source, target, key=key, **said)
    told = tell(part, sorted(part), pages)
    people = sum(thing["kind"] == "person" for thing in told["things"])
    dated = sum(bool(fact.get("when")) for fact in told["facts"])
    return render(
        "timeline.html",
        title=title,
        subtitle=f"{people:,} people · {dated:,} dated facts",
        content=told,
        scripts=_SCRIPTS,
        styles=["panel.css", "timeline.css"],
        home=home,
    )
