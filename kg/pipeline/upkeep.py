"""Bring a store into order: layers that are stale, bytes that are still to be erased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import BusyError, StoreError, UsageError
from kg.model import Judgement
from kg.pipeline.freshness import is_current
from kg.pipeline.layers import Content, change
from kg.pipeline.version import fingerprint
from kg.rdf.iris import DEFAULT_BASE, Iris
from kg.stores import Store
from kg.stores.ledger import Ledger, base_of


@dataclass
class Workshop:
    """A store, its IRIs and its ledger, opened to change something."""

    store: Store
    iris: Iris
    ledger: Ledger

    @classmethod
    def open(cls, store: Store, base: str | None = None) -> Workshop:
        """UsageError if the graph in the store has another base than the one asked for."""
        there = base_of(store)
        if base and there and base != there:
            raise UsageError(f"the graph in {store.address} has the base {there}; it cannot become {base}")
        iris = Iris(there or base or DEFAULT_BASE)
        return cls(store, iris, Ledger(store, iris.base))

    def settle(self) -> None:
        """Rebuild the layers if they are stale, erase what is to be erased, and have it all on the disk."""
        if self.ledger.current != fingerprint() and (self.ledger.documents() or self.ledger.current is not None):
            self.rebuild()
        if self.ledger.erase:
            self.store.compact()
            self.ledger.mark(current=self.ledger.current, erase=False)
            self.store.apply(self.ledger.take())
        self.store.flush()

    def rebuild(self, judged: Iterable[Judgement] | None = None) -> None:
        """Bring the layers up to date in one change; `judged` replaces what people judged so far."""
        content = Content.of(self.store, self.iris)
        said = content.judgements if judged is None else tuple(judged)
        difference = change(content, self.names(), said, self.iris)
        self.ledger.mark(current=fingerprint(), erase=self.ledger.erase)
        self.store.apply(self.ledger.take(difference))

    def names(self) -> dict[str, list[str]]:
        """The names of each document's files, by its key."""
        names: defaultdict[str, list[str]] = defaultdict(list)
        for source in self.ledger.sources():
            names[source.document].append(source.name)
        return dict(names)


def settle(store: Store) -> None:
    """Finish what a process that was killed could not; left to the one that is writing, if one is."""
    if not store.exists():
        return
    workshop = Workshop.open(store)
    try:
        if not is_current(workshop.ledger):
            store.claim()
            workshop.settle()
    except BusyError:
        return
    except PermissionError as error:
        raise StoreError(f"{store.address}: {error}") from error
