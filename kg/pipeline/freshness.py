"""Tell whether a store is in order, without loading what it takes to bring it there."""

from __future__ import annotations

from kg.pipeline.version import fingerprint
from kg.stores import Store
from kg.stores.ledger import Ledger, base_of


def is_settled(store: Store) -> bool:
    """Whether the layers upon the documents are those of this version, and nothing is left to be erased.

    A store without a ledger, such as a server with somebody else's graph, has nothing to bring into order.
    """
    base = base_of(store)
    return base is None or is_current(Ledger(store, base))


def is_current(ledger: Ledger) -> bool:
    """The same of a ledger that has been read."""
    return ledger.current == fingerprint() and not ledger.erase
