"""Open the graph that a command line names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.stores import Store


@contextmanager
def opened(address: str) -> Iterator[Store]:
    """The store at an address, closed afterwards."""
    from kg import stores

    store = stores.open(address)
    try:
        yield store
    finally:
        store.close()
