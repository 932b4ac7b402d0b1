"""The front page of a site: search, the big pictures, and everybody and everything by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from kg.analysis.times import house
from kg.views.counting import counted
from kg.views.palette import glyph_path, legend
from kg.views.shell import render
from kg.views.view import View
from kg.views.words import plain

_SCRIPTS = ("shapes.js", "search.js", "front.js")
_TIED = ("worked at", "studied at", "member of")
_COLUMNS = (("People", ("person",)), ("Organizations", ("organization", "unit")), ("Skills", ("skill",)))


def front(network: nx.MultiDiGraph[str], *, title: str, pages: Mapping[str, str]) -> View:
    """The page that leads to all others; `pages` are their addresses by node."""
    things = [_thing(network, node, address) for node, address in sorted(pages.items())]
    columns = []
    for words, shown in _COLUMNS:
        members = [thing for thing in things if thing["kind"] in shown]
        if words == "People":
            members.sort(key=lambda thing: (thing["label"].casefold(), thing["page"]))
        else:
            members.sort(key=lambda thing: (-thing["people"], thing["label"].casefold(), thing["page"]))
        columns.append((words, members))
    return render(
        "front.html",
        title=title,
        subtitle=counted(network),
        content={"kinds": legend(), "things": things, "facts": [], "relations": [], "documents": []},
        scripts=_SCRIPTS,
        styles=["front.css"],
        columns=columns,
        glyph=glyph_path,
    )


def _thing(network: nx.MultiDiGraph[str], node: str, address: str) -> dict[str, Any]:
    said = network.nodes[node]
    near = {other for other in nx.all_neighbors(network, node) if network.nodes[other]["type"] == "person"}
    return {
        "label": plain(said["label"]) or "…",
        "names": [plain(name) for name in said["names"]],
        "kind": said["type"],
        "page": address,
        "people": len(near - {node}),
        "where": _where(network, node) if said["type"] == "person" else "",
    }


def _where(network: nx.MultiDiGraph[str], node: str) -> str:
    """Where somebody is told of last: what goes on before what has ended, the latest before the earlier."""
    told = [
        (said["current"], said["end"] or said["start"], plain(network.nodes[house(network, place)]["label"]))
        for _, place, said in network.out_edges(node, data=True)
        if said["relation"] in _TIED
    ]
    return max(told, default=(False, "", ""))[2]
