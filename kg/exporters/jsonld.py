"""JSON-LD 1.1: one compact node for each subject, sorted, with the whole context inside, so nothing is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.exporters.compaction import Compaction, Json
from kg.exporters.lines import TYPE, subjects, triple_lines

Node = dict[str, Json]


def jsonld(triples: Iterable[ox.Triple], context: Mapping[str, Any]) -> Iterator[str]:
    """Write triples as one compact JSON-LD document, piece by piece; the same set of triples gives the same text."""
    compaction = Compaction(context)
    return document(nodes(triple_lines(triples), compaction), context)


def nodes(lines: Iterable[str], compaction: Compaction) -> Iterator[Node]:
    """Sorted N-Triples lines as compact nodes, sorted by subject."""
    for subject, pairs in subjects(lines):
        yield node(subject, pairs, compaction)


def node(subject: str, pairs: Iterable[tuple[str, str]], compaction: Compaction) -> Node:
    """One subject and its (predicate, object) pairs, as N-Triples tokens, as a compact node."""
    types: list[Json] = []
    properties: dict[str, list[Json]] = {}
    for predicate, token in pairs:
        if predicate == TYPE and token[0] == "<":
            types.append(compaction.word(token[1:-1]))
        else:
            key, value = compaction.value(predicate[1:-1], token)
            properties.setdefault(key, []).append(value)
    made: Node = {compaction.id: compaction.node(subject)}
    if types:
        made[compaction.type] = types if len(types) > 1 else types[0]
    for key in sorted(properties):
        values = properties[key]
        made[key] = values if len(values) > 1 or compaction.is_set(key) else values[0]
    return made


def document(members: Iterable[Node], context: Mapping[str, Any]) -> Iterator[str]:
    """A JSON-LD document of nodes: the context, then one property a line, so that a diff of two exports can be read."""
    yield '{\n  "@context": ' + json.dumps(context, ensure_ascii=False, indent=2).replace("\n", "\n  ")
    yield ',\n  "@graph": ['
    before = ""
    for member in members:
        lines = ",\n      ".join(f"{_encode(key)}: {_encode(value)}" for key, value in member.items())
        yield f"{before}\n    {{\n      {lines}\n    }}"
        before = ","
    yield "\n  ]\n}\n"


_encode = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
