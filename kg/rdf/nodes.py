"""Quads grouped by what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

Description = Mapping[str, list[str]]


def describe(quads: Iterable[ox.Quad | ox.Triple]) -> dict[str, Description]:
    """Subject IRI → predicate IRI → values (IRIs and literals as strings), in the order of the quads."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return dict(found)


def local(iri: str) -> str:
    """What stands after the last "/" or "#" of an IRI."""
    return iri.rpartition("/")[2].rpartition("#")[2]
