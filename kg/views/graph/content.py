"""What a graph page holds: things, facts, documents, and the drawn nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.analysis import RELATIONS, communities
from kg.views.graph.labels import broken, plain, radius, room
from kg.views.graph.layout import positions
from kg.views.palette import legend, look

Content = tuple[dict[str, Any], list[dict[str, Any]], list[tuple[int, int]]]


def content(network: nx.MultiDiGraph[str], held: Sequence[str], shown: set[str], around: str | None) -> Content:
    """The page's content, and nodes and edges for the collector; ids are places in `held`."""
    place = {node: index for index, node in enumerate(held)}
    part = network.subgraph(held)
    documents: dict[str, int] = {}
    pairs: dict[tuple[int, int], list[int]] = {}
    facts: list[dict[str, Any]] = []
    said_here = {str(said["relation"]) for *_, said in part.edges(data=True)}
    relations = {name: rank for rank, name in enumerate(sorted(said_here, key=_rank))}
    weights: dict[tuple[int, int], float] = {}
    ordered = sorted(part.edges(keys=True, data=True), key=lambda edge: (place[edge[0]], place[edge[1]], edge[2]))
    for source, target, _, said in ordered:
        pairs.setdefault((place[source], place[target]), []).append(len(facts))
        ends = (place[source], place[target])
        weights[ends] = weights.get(ends, 0.0) + said.get("weight", 1.0)
        facts.append(_fact(place[source], place[target], said, relations, documents))
    grouped = communities(part.subgraph(sorted(shown)))
    nodes = [_node(network, node) for node in held]
    _place(nodes, [[place[node] for node in group] for group in grouped], weights)
    things = [_thing(network, node, place, shown) for node in held]
    for number, group in enumerate(grouped):
        for node in group:
            things[place[node]]["group"] = number
    told = {
        "kinds": legend(),
        "relations": [_relation(name) for name in relations],
        "documents": list(documents),
        "things": things,
        "facts": facts,
        "pairs": list(pairs.values()),
        "around": place.get(around) if around else None,
        "total": network.number_of_nodes(),
    }
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


def _thing(network: nx.MultiDiGraph[str], node: str, place: dict[str, int], shown: set[str]) -> dict[str, Any]:
    said = network.nodes[node]
    beyond = {other for other in nx.all_neighbors(network, node) if other not in place}
    thing = {
        "id": node,
        "label": plain(said["label"]) or "…",
        "kind": said["type"] if look(said["type"]) is not look("thing") else "thing",
        "names": [plain(name) for name in said["names"]],
        "lines": list(said["lines"]),
        "links": list(said["links"]),
        "shown": node in shown,
        "beyond": len(beyond),
    }
    return {name: value for name, value in thing.items() if value or name in ("id", "label", "kind")}


def _fact(
    source: int, target: int, said: dict[str, Any], relations: dict[str, int], documents: dict[str, int]
) -> dict[str, Any]:
    fact = {
        "s": source,
        "t": target,
        "r": relations[said["relation"]],
        "as": plain(said["title"]),
        "when": said["when"],
        "now": said["current"],
        "at": plain(said["place"]),
        "notes": [plain(note) for note in said["notes"]],
        "quotes": [
            [documents.setdefault(plain(quote.document), len(documents)), quote.start, quote.end, quote.text]
            for quote in said["quotes"]
        ],
    }
    return {name: value for name, value in fact.items() if value or name in ("s", "t", "r")}


def _rank(relation: str) -> tuple[int, str]:
    known = list(RELATIONS)
    return known.index(relation) if relation in known else len(known), relation


def _relation(name: str) -> dict[str, str]:
    known = RELATIONS.get(name)
    if known is None:
        return {"name": name, "inverse": f"← {name}"}
    return {"name": known.name, "inverse": known.inverse, "ongoing": known.ongoing or known.name}
