"""What every store can do, whatever keeps the quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

import pyoxigraph as ox

from kg.stores.results import Results, Term

NOTHING: Mapping[str, Term] = MappingProxyType({})


@dataclass(frozen=True)
class Limits:
    """How far a query may go: wall-clock seconds, bytes of address space, rows (None: all)."""

    seconds: float = 10.0
    memory: int = 2 << 30
    rows: int | None = None


USUAL = Limits()


@dataclass(frozen=True)
class Change:
    """Graphs to drop, then quads to delete, then quads to insert: all of it happens, or none."""

    drop: tuple[ox.NamedNode, ...] = ()
    delete: tuple[ox.Quad, ...] = ()
    insert: tuple[ox.Quad, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.drop or self.delete or self.insert)


class Store(Protocol):
    """Keeps quads and answers SPARQL; the default graph of a query is the union of all graphs.

    Every method may raise StoreError: damaged, unreachable, or (BusyError, when writing) locked by another process.
    """

    @property
    def address(self) -> str:
        """What a person calls the store: a folder, a URL, or "memory"."""
        ...

    def exists(self) -> bool:
        """Whether there is anything to read; a folder is only made at the first change."""
        ...

    def query(self, text: str, parameters: Mapping[str, Term] = NOTHING, limits: Limits = USUAL) -> Results:
        """Answer anybody's query: gated, and stopped at its limits.

        Each parameter is a variable (without its mark) that stands for one term throughout the text. Raises QueryError
        for a query that does not parse or is not allowed, QueryLimitError for one that goes beyond its limits.
        """
        ...

    def evaluate(self, text: str, parameters: Mapping[str, Term] = NOTHING) -> Results:
        """Answer a query of our own, unlimited and streaming; QueryError if it does not parse."""
        ...

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph, or of all of them, in no particular order."""
        ...

    def dump(self, graph: ox.NamedNode) -> bytes:
        """The triples of one graph as N-Triples, in no particular order."""
        ...

    def copy(self) -> ox.Store:
        """All quads, in a store of pyoxigraph's in memory."""
        ...

    def graphs(self) -> list[ox.NamedNode]:
        """The names of the graphs, sorted."""
        ...

    def claim(self) -> None:
        """Become the one that writes, until closed: before long work whose result could not be written anyway."""
        ...

    def apply(self, change: Change) -> None:
        """Make a change, wholly or not at all; afterwards it survives the death of this process."""
        ...

    def flush(self) -> None:
        """Return when everything applied so far is on the disk, as far as the store can tell."""
        ...

    def compact(self) -> None:
        """Rebuild the files, so that nothing deleted stays in them; a no-op where we do not own the files."""
        ...

    def traces(self, texts: Iterable[str]) -> list[str]:
        """Those of the texts whose bytes stand anywhere in the files; always none where we do not own the files."""
        ...

    def close(self) -> None:
        """Let go of files, locks, connections and workers; closing twice is harmless."""
        ...
