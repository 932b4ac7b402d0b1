"""A graph as the pages' scripts read it: things, facts, documents; numbers instead of names where they repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.analysis import KINDS, RELATIONS
from kg.analysis.times import house
from kg.views.palette import legend
from kg.views.words import plain

Content = dict[str, Any]


def tell(network: nx.MultiDiGraph[str], held: Sequence[str], pages: Mapping[str, str] | None = None) -> Content:
    """What is said of the nodes `held` and between them.

    A thing's number is its place in `held`; facts name things, relations and documents by number. `pages` are the
    addresses of the things that have a page of their own.
    """
    place = {node: index for index, node in enumerate(held)}
    part = network.subgraph(held)
    documents: dict[str, int] = {}
    said_here = {str(said["relation"]) for *_, said in part.edges(data=True)}
    relations = {name: rank for rank, name in enumerate(sorted(said_here, key=_rank))}
    ordered = sorted(part.edges(keys=True, data=True), key=lambda edge: (place[edge[0]], place[edge[1]], edge[2]))
    facts = [_fact(place[source], place[target], said, relations, documents) for source, target, _, said in ordered]
    return {
        "kinds": legend(),
        "relations": [relation_words(name) for name in relations],
        "documents": list(documents),
        "things": [_thing(network, node, place, (pages or {}).get(node)) for node in held],
        "facts": facts,
        "total": network.number_of_nodes(),
    }


def _thing(network: nx.MultiDiGraph[str], node: str, place: Mapping[str, int], page: str | None) -> Content:
    said = network.nodes[node]
    beyond = {other for other in nx.all_neighbors(network, node) if other not in place}
    thing = {
        "id": node,
        "label": plain(said["label"]) or "…",
        "kind": said["type"] if said["type"] in KINDS else "thing",
        "in": plain(network.nodes[whole]["label"]) if (whole := house(network, node)) != node else "",
        "names": [plain(name) for name in said["names"]],
        "lines": list(said["lines"]),
        "links": list(said["links"]),
        "page": page,
        "beyond": len(beyond),
    }
    return {name: value for name, value in thing.items() if value or name in ("id", "label", "kind")}


def _fact(
    source: int, target: int, said: Mapping[str, Any], relations: Mapping[str, int], documents: dict[str, int]
) -> Content:
    fact = {
        "s": source,
        "t": target,
        "r": relations[said["relation"]],
        "as": plain(said["title"]),
        "when": said["when"],
        "now": said["current"],
        "asof": said.get("as_of", ""),
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


def relation_words(name: str) -> dict[str, str | bool]:
    """The words of a relation from both ends, and whether it ties loosely; an unknown one has its name alone."""
    known = RELATIONS.get(name)
    if known is None:
        return {"name": name, "inverse": f"← {name}"}
    words: dict[str, str | bool] = {"name": name, "inverse": known.inverse, "ongoing": known.ongoing or name}
    return words | ({"loose": True} if known.weight < 1 else {})
