"""The whole graph in the one form that hashes are compared on."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import pyoxigraph as ox

from kg.stores.ledger import hidden
from kg.stores.store import Store


def published(store: Store) -> Iterator[ox.Quad]:
    """The quads of every graph but the ledger, in no particular order."""
    return (quad for quad in store.quads() if not hidden(quad.graph_name))


def canonical(store: Store) -> Iterator[str]:
    """The sorted lines of the graph's N-Quads, each with its line feed: equal graphs give equal bytes."""
    yield from sorted(f"{quad} .\n" for quad in published(store))


def digest(store: Store) -> str:
    """The SHA-256 of the canonical form, in hexadecimal digits."""
    whole = sha256()
    for line in canonical(store):
        whole.update(line.encode())
    return whole.hexdigest()
