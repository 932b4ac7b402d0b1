"""JSON-LD of a few triples: the same compact nodes, under that part of the context which they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.exporters.compaction import Compaction, Json
from kg.exporters.jsonld import Node, document, flat, node
from kg.exporters.lines import Triples, subjects, triple_lines


class Excerpts:
    """Writes many small documents under one large context, of which each holds only what it uses."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        self._compaction = Compaction(context)

    def jsonld(self, triples: Triples) -> Iterator[str]:
        """One self-contained document, piece by piece; the same set of triples gives the same text."""
        members = [node(subject, pairs, self._compaction) for subject, pairs in subjects(triple_lines(triples))]
        return document(map(flat, members), needed(self._context, members))


def needed(context: Mapping[str, Any], members: Iterable[Node]) -> dict[str, Any]:
    """The definitions of a context that compact nodes rest on: their keys, types, prefixes, and aliases of keywords.

    A text that reads like a term keeps it too, which does no harm.
    """
    wanted = {word for member in members for word in _words(member)}
    wanted |= {word for term in wanted & set(context) for word in _words(context[term])}
    return {
        term: definition
        for term, definition in context.items()
        if term in wanted or str(definition).startswith("@") or term.startswith("@")
    }


def _words(value: Json) -> Iterator[str]:
    """Every text within, and what stands before its first colon."""
    if isinstance(value, str):
        yield value
        yield value.partition(":")[0]
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _words(name)
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
