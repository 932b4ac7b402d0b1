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
    for line in _sorted_lines(store):
        yield f"{line.decode()}\n"


def _sorted_lines(store: Store) -> list[bytes]:
    """N-Quads, as the store dumps them: bytes of UTF-8 sort as code points do."""
    lines: list[bytes] = []
    for name in store.graphs():
        if not hidden(name):
            end = f"{name} .".encode()
            lines += [line[:-1] + end for line in store.dump(name).split(b"\n") if line]
    return sorted(lines)


def digest(store: Store) -> str:
    """The SHA-256 of the canonical form, in hexadecimal digits."""
    whole = sha256()
    for line in _sorted_lines(store):
        whole.update(line + b"\n")
    return whole.hexdigest()
