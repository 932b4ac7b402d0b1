"""Open the graph that a command line names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.stores import Store


@contextmanager
def opened(address: str) -> Iterator[Store]:
    """The store at an address, closed afterwards; what a process that was killed left undone is done first."""
    from kg import pipeline, stores

    store = stores.open(address)
    try:
        if not pipeline.is_settled(store):
            pipeline.settle(store)
        yield store
    finally:
        store.close()
