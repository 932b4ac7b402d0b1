"""A graph in few bytes: columns instead of objects, each word once. The page's script unfolds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.analysis import KINDS, RELATIONS, Quote
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
) -> tuple[dict[str, Any], list[str]]:
    """The nodes in the given order and every fact between them, column by column; and the words of the quotes.

    The words are for the caller to put in, as many as there is room for: column "words", in this order.
    """
    facts, words = _facts(network, nodes)
    relations = facts.pop("relations")
    told = {
        "kinds": legend(),
        "relations": [relation_words(name) for name in relations],
        "latest": max((str(day) for *_, day in network.edges(data="as_of", default="")), default=""),
        "columns": _things(network, nodes, pages) | facts,
    }
    return told, words


def _things(
    network: nx.MultiDiGraph[str], nodes: Sequence[str], pages: Mapping[str, str] | None
) -> dict[str, list[Any] | dict[str, list[str]] | str]:
    kinds = list(KINDS)
    said = [network.nodes[node] for node in nodes]
    starts = _Words()
    return {
        "ids": [[starts.number(_start(node)), node[len(_start(node)) :]] for node in nodes],
        "starts": list(starts.known),
        "labels": [plain(one["label"]) or "…" for one in said],
        "kinds": "".join(str(kinds.index(one["type"]) if one["type"] in KINDS else len(kinds) - 1) for one in said),
        "pages": [pages.get(node, "") for node in nodes] if pages else [],
        **{
            name: {str(index): [plain(text) for text in one[name]] for index, one in enumerate(said) if one[name]}
            for name in ("names", "lines", "links")
        },
    }


def _facts(network: nx.MultiDiGraph[str], nodes: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    place = {node: index for index, node in enumerate(nodes)}
    relations = sorted({str(name) for *_, name in network.edges(data="relation", default="")}, key=_rank)
    number = {name: index for index, name in enumerate(relations)}
    columns: dict[str, list[Any]] = {name: [] for name in ("counts", "to", "how", "as", "when", "at", "also", "says")}
    titles, times, houses, notes, documents = _Words(), _Words(), _Words(), _Words(), _Words()
    quotes: dict[Quote, int] = {}
    for node in nodes:
        edges = sorted(network.out_edges(node, keys=True, data=True), key=lambda edge: (place[edge[1]], edge[2]))
        columns["counts"].append(len(edges))
        for _, target, _, edge in edges:
            columns["to"].append(place[target])
            columns["how"].append(number[edge["relation"]])
            columns["as"].append(titles.number(plain(edge["title"])))
            columns["when"].append(times.number(f"{edge['when']}{'!' if edge['current'] else ''}"))
            columns["at"].append(houses.number(plain(edge["place"])))
            columns["also"].append(notes.number("\n".join(plain(note) for note in edge["notes"])))
            said = [quotes.setdefault(quote, len(quotes)) + 1 for quote in edge["quotes"]]
            columns["says"].append(said if len(said) > 1 else said[0] if said else 0)
    quoted = [
        value
        for quote in quotes
        for value in (documents.number(plain(quote.document)), quote.start, quote.end - quote.start)
    ]
    told = {
        "relations": relations,
        "titles": list(titles.known),
        "times": list(times.known),
        "houses": list(houses.known),
        "notes": list(notes.known),
        "documents": list(documents.known),
        "quoted": quoted,
        "how": _signs(columns.pop("how"), len(relations)),
        **{name: _sparse(column) for name, column in columns.items()},
    }
    return told, [quote.text for quote in quotes]


def _signs(numbers: list[int], most: int) -> str | list[int]:
    """A sign for each number, where there are as many signs; else the numbers."""
    return "".join(_SIGNS[number] for number in numbers) if most <= len(_SIGNS) else numbers


def _sparse(column: list[Any]) -> list[Any]:
    return column if any(column) else []


def _start(node: str) -> str:
    cut = max(node.rfind("/"), node.rfind("#")) + 1
    return node[:cut]


def _rank(relation: str) -> tuple[int, str]:
    known = list(RELATIONS)
    return known.index(relation) if relation in known else len(known), relation
