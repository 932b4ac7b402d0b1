"""The graph as rdflib knows graphs, for people who come with that library."""

from __future__ import annotations

from io import BytesIO

import pyoxigraph as ox
import rdflib

from kg.stores import Store
from kg.stores.dump import published
from kg.terms import PREFIXES


def dataset(store: Store) -> rdflib.Dataset:
    """A Dataset whose default graph is the union of all graphs, with our prefixes bound."""
    copy = rdflib.Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        copy.bind(prefix, namespace)
    data = ox.serialize(published(store), format=ox.RdfFormat.N_QUADS)
    copy.parse(BytesIO(data or b""), format="nquads")
    return copy
