"""What of a store is written: which graphs, and each triple once."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.rdf.iris import DEFAULT_BASE
from kg.stores.ledger import hidden
from kg.stores.store import Store

ONTOLOGY = "graph/ontology"
_ENTITIES = "graph/entities"


def base(store: Store) -> str:
    """The base of the IRIs in a store, read from the names of its graphs; the default base if it is empty."""
    for name in store.graphs():
        if name.value.endswith(_ENTITIES):
            return name.value.removesuffix(_ENTITIES)
    return DEFAULT_BASE


def quads(store: Store, *, ontology: bool = False) -> Iterator[ox.Quad]:
    """The quads of every graph but the ledger (which knows where on this machine the documents lie).

    The ontology, which is published on its own, comes along only when asked for.
    """
    for name in _graphs(store, ontology=ontology):
        yield from store.quads(name)


def triples(store: Store, *, ontology: bool = False) -> Iterator[ox.Triple]:
    """The triples of the same graphs, without their graphs; one that stands in two graphs comes twice."""
    return (quad.triple for quad in quads(store, ontology=ontology))


def written(store: Store, *, ontology: bool = False) -> bytes:
    """The same triples as N-Triples, which the store writes faster than it hands them out."""
    return b"".join(store.dump(name) for name in _graphs(store, ontology=ontology))


def _graphs(store: Store, *, ontology: bool) -> Iterator[ox.NamedNode]:
    for name in store.graphs():
        if not hidden(name) and (ontology or not name.value.endswith(ONTOLOGY)):
            yield name
