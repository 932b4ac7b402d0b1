"""JSON-LD framed per person: each person a tree that holds the engagements, and they the organizations and quotes.

Made for programs that want objects and not a graph. Each engagement and statement is spelled out whole; the person's
direct triples and other people appear by their IRIs alone, and the mentions are left to the other formats.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.exporters.compaction import Compaction, Json
from kg.exporters.jsonld import Node, document, node
from kg.exporters.lines import TYPE, Triples, subjects, triple_lines

Pairs = list[tuple[str, str]]
_PERSON = "<https://schema.org/Person>"
_BACKWARDS = {
    "engagements": "http://www.w3.org/ns/org#member",
    "claims": "https://w3id.org/people-kg#claimant",
    "documents": "https://schema.org/mainEntity",
    "statements": "https://schema.org/about",
}
_KG = "<https://w3id.org/people-kg#"


def framed(triples: Triples, context: Mapping[str, Any], people: frozenset[str] | None = None) -> Iterator[str]:
    """Write one tree for each person (or for each of `people`, by IRI) as one JSON-LD document, piece by piece."""
    terms = {term: iri for term, iri in _BACKWARDS.items() if term not in context}
    whole = dict(context) | {term: {"@reverse": iri, "@container": "@set"} for term, iri in terms.items()}
    forest = _Forest(triple_lines(triples), Compaction(whole), terms)
    wanted = (person for person in forest.people if people is None or person[1:-1] in people)
    return document((_nested(forest.tree(person)) for person in wanted), whole)


def _nested(tree: Node) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2).replace("\n", "\n    ")


class _Forest:
    """The nodes by subject, and the trees that can be grown from them."""

    def __init__(self, lines: Iterable[str], compaction: Compaction, backwards: Mapping[str, str]) -> None:
        self._nodes: dict[str, Pairs] = {subject: _without_mentions(pairs) for subject, pairs in subjects(lines)}
        self._compaction = compaction
        self._terms = {f"<{iri}>": term for term, iri in backwards.items()}
        self._sources: dict[str, list[tuple[str, str]]] = {}
        self._branches: set[str] = set()
        for subject, pairs in self._nodes.items():
            for predicate, value in pairs:
                if predicate in self._terms:
                    self._sources.setdefault(value, []).append((self._terms[predicate], subject))
                    self._branches.add(subject)

    @property
    def people(self) -> list[str]:
        """The persons, sorted."""
        return [subject for subject, pairs in self._nodes.items() if (TYPE, _PERSON) in pairs]

    def tree(self, person: str) -> Node:
        """One person with everything that hangs on her or him."""
        branches: dict[str, list[Json]] = {}
        grown: set[str] = set()
        for term, subject in sorted(self._sources.get(person, ())):
            if subject not in grown:
                grown.add(subject)
                branches.setdefault(term, []).append(self._grow(subject, {person, subject}, towards=person))
        return node(person, self._nodes[person], self._compaction) | branches

    def _grow(self, subject: str, seen: set[str], towards: str = "") -> Node:
        pairs = [(p, o) for p, o in self._nodes[subject] if not (o == towards and p in self._terms)]
        made = node(subject, [pair for pair in pairs if not self._spelled_out(pair[1], seen)], self._compaction)
        for predicate, value in pairs:
            if not self._spelled_out(value, seen):
                continue
            key, _ = self._compaction.value(predicate[1:-1], value)
            seen.add(value)
            self._append(made, key, self._grow(value, seen))
        return made

    def _spelled_out(self, token: str, seen: set[str]) -> bool:
        if token not in self._nodes or token in seen or token in self._branches:
            return False
        return (TYPE, _PERSON) not in self._nodes[token]

    def _append(self, made: Node, key: str, value: Json) -> None:
        before = made.get(key)
        if before is None:
            made[key] = [value] if self._compaction.is_set(key) else value
        else:
            made[key] = [*before, value] if isinstance(before, list) else [before, value]


def _without_mentions(pairs: Pairs) -> Pairs:
    return [(p, o) for p, o in pairs if not (p.startswith(_KG) and p.endswith("Mention>"))]
