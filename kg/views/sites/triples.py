"""The triples that tell of one node: its own, its statements, their quotes, the labels of what they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.terms import KG, ORG, RDFS

_TELLS = {ORG.member, ORG.organization, KG.advisor, KG.advisee, KG.claimant, KG.skill, KG.usedSkill, KG.project}
_EVIDENCE = KG.evidence


class Descriptions:
    """The triples of a store, ready to be asked node by node."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._of: dict[str, list[ox.Triple]] = defaultdict(list)
        self._telling: dict[str, set[str]] = defaultdict(set)
        for triple in triples:
            if isinstance(triple.subject, ox.NamedNode):
                subject = triple.subject.value
                self._of[subject].append(triple)
                if triple.predicate.value in _TELLS and isinstance(triple.object, ox.NamedNode):
                    self._telling[triple.object.value].add(subject)

    def of(self, iri: str) -> list[ox.Triple]:
        """What tells of a node, each triple once, in no particular order."""
        subjects = {iri, *self._telling.get(iri, ())}
        found = [triple for subject in subjects for triple in self._of.get(subject, ())]
        objects = {triple.object.value for triple in found if isinstance(triple.object, ox.NamedNode)} - subjects
        quotes = {
            triple.object.value
            for triple in found
            if triple.predicate.value == _EVIDENCE and isinstance(triple.object, ox.NamedNode)
        }
        found.extend(triple for quote in quotes for triple in self._of.get(quote, ()))
        found.extend(
            triple
            for other in objects - quotes
            for triple in self._of.get(other, ())
            if triple.predicate.value == RDFS.label
        )
        return found
