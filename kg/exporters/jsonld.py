"""JSON-LD 1.1: one compact node for each subject, sorted, with the whole context inside, so nothing is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.exporters.compaction import Compaction, Json
from kg.exporters.lines import TYPE, Triples, subjects, triple_lines

Node = dict[str, Json]


def jsonld(triples: Triples, context: Mapping[str, Any]) -> Iterator[str]:
    """Write triples as one compact JSON-LD document, piece by piece; the same set of triples gives the same text."""
    compaction = Compaction(context)
    members = (node(subject, pairs, compaction) for subject, pairs in subjects(triple_lines(triples)))
    return document(map(flat, members), context)


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


def document(members: Iterable[str], context: Mapping[str, Any]) -> Iterator[str]:
    """A JSON-LD document of nodes that are already JSON, with the context they were compacted under."""
    yield '{\n  "@context": ' + json.dumps(context, ensure_ascii=False, indent=2).replace("\n", "\n  ")
    yield ',\n  "@graph": ['
    before = ""
    for member in members:
        yield f"{before}\n    {member}"
        before = ","
    yield "\n  ]\n}\n"


def flat(member: Node) -> str:
    """A node as JSON, indented as `document` wants it."""
    # one property a line, so that the difference between two exports can be read
    lines = ",\n      ".join(f"{_encode(key)}: {_encode(value)}" for key, value in member.items())
    return f"{{\n      {lines}\n    }}"


_encode = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
