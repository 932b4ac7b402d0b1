"""The answer of a CONSTRUCT query as a graph: its resources are nodes, its literals are lines on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from kg.analysis.entities import attributes, kind_of
from kg.analysis.statements import LABEL, RDF_TYPE, Descriptions
from kg.errors import QueryError
from kg.stores import Results, Triples

_NAMING = {RDF_TYPE, LABEL, "https://schema.org/name"}


def constructed(answer: Results, described: Descriptions) -> nx.MultiDiGraph[str]:
    """The graph of the triples, in a sorted order; labels and kinds come from `described` and from the triples.

    QueryError where the query was no CONSTRUCT or DESCRIBE.
    """
    said: dict[str, dict[str, tuple[str, ...]]] = {node: dict(values) for node, values in described.items()}
    links, nodes = [], set()
    for triple in sorted(_triples(answer), key=str):
        subject, prop, value = str(triple.subject.value), str(triple.predicate.value), str(triple.object.value)
        nodes.add(subject)
        if hasattr(triple.object, "language") or prop in _NAMING:
            known = said.setdefault(subject, {})
            known[prop] = tuple(sorted({*known.get(prop, ()), value}))
        else:
            nodes.add(value)
            links.append((subject, prop, value))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(nodes):
        about = said.get(node, {})
        told = attributes(node, kind_of(about), about, {})
        told["lines"] += tuple(_lines(about, described.get(node, {})))
        graph.add_node(node, **told)
    for subject, prop, value in links:
        graph.add_edge(subject, value, key=f"{subject} {prop} {value}", **_edge(prop, described))
    return graph


def _triples(answer: Results) -> list[Any]:
    if not isinstance(answer, Triples):
        raise QueryError("a view needs a CONSTRUCT query, which answers with a graph")
    return list(answer)


def _lines(about: dict[str, tuple[str, ...]], described: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    for prop, values in sorted(about.items()):
        if prop not in described and prop not in _NAMING:
            yield f"{_words(prop, {})}: {', '.join(values)}"


def _edge(prop: str, described: Descriptions) -> dict[str, Any]:
    return {
        "relation": _words(prop, described),
        "weight": 1.0,
        "title": "",
        "when": "",
        "start": "",
        "end": "",
        "current": False,
        "as_of": "",
        "place": "",
        "notes": (),
        "quotes": (),
    }


def _words(prop: str, described: Descriptions) -> str:
    if label := described.get(prop, {}).get(LABEL):
        return label[0]
    name = prop.rstrip("/").replace("#", "/").rsplit("/", 1)[-1]
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
