"""A graph in few bytes: columns instead of objects, each word once. The page's script unfolds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.analysis import KINDS, RELATIONS
from kg.views.palette import legend
from kg.views.telling import relation_words
from kg.views.words import plain

_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


class _Words:
    """Numbers for words, in the order in which they come; 0 is the empty word."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {"": 0}

    def number(self, word: str) -> int:
        return self.known.setdefault(word, len(self.known))


def compact(
    network: nx.MultiDiGraph[str], nodes: Sequence[str], pages: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The nodes in the given order and every fact between them, column by column.

    Of each fact the first piece of evidence is told by document and place; its words are left to smaller views.
    """
    place = {node: index for index, node in enumerate(nodes)}
    said = [network.nodes[node] for node in nodes]
    kinds = list(KINDS)
    relations = sorted({str(edge["relation"]) for *_, edge in network.edges(data=True)}, key=_rank)
    number = {name: index for index, name in enumerate(relations)}
    starts = _Words()
    columns: dict[str, list[Any]] = {name: [] for name in ("counts", "to", "how", "as", "when", "at", "spans")}
    titles, times, houses, documents = _Words(), _Words(), _Words(), _Words()
    for node in nodes:
        edges = sorted(network.out_edges(node, keys=True, data=True), key=lambda edge: (place[edge[1]], edge[2]))
        columns["counts"].append(len(edges))
        for _, target, _, edge in edges:
            columns["to"].append(place[target])
            columns["how"].append(_SIGNS[min(number[edge["relation"]], len(_SIGNS) - 1)])
            columns["as"].append(titles.number(plain(edge["title"])))
            columns["when"].append(times.number(f"{edge['when']}{'!' if edge['current'] else ''}"))
            columns["at"].append(houses.number(plain(edge["place"])))
            columns["spans"].append(_span(edge, documents))
    return {
        "kinds": legend(),
        "relations": [relation_words(name) for name in relations],
        "total": len(nodes),
        "columns": {
            "ids": [[starts.number(_start(node)), node[len(_start(node)) :]] for node in nodes],
            "starts": list(starts.known),
            "labels": [plain(one["label"]) or "…" for one in said],
            "kinds": "".join(str(kinds.index(one["type"]) if one["type"] in KINDS else len(kinds) - 1) for one in said),
            "names": {
                str(index): [plain(name) for name in one["names"]] for index, one in enumerate(said) if one["names"]
            },
            "pages": [pages.get(node, "") for node in nodes] if pages else [],
            "titles": list(titles.known),
            "times": list(times.known),
            "houses": list(houses.known),
            "documents": list(documents.known),
            **{name: "".join(column) if name == "how" else _sparse(column) for name, column in columns.items()},
        },
    }


def _span(edge: Mapping[str, Any], documents: _Words) -> list[int] | int:
    if not edge["quotes"]:
        return 0
    quote = edge["quotes"][0]
    return [documents.number(plain(quote.document)), quote.start, quote.end - quote.start]


def _sparse(column: list[Any]) -> list[Any]:
    return column if any(column) else []


def _start(node: str) -> str:
    cut = max(node.rfind("/"), node.rfind("#")) + 1
    return node[:cut]


def _rank(relation: str) -> tuple[int, str]:
    known = list(RELATIONS)
    return known.index(relation) if relation in known else len(known), relation
