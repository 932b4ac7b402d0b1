"""Oxigraph, embedded: in memory, or in a folder.

A store has one writer. Reading never takes the lock, so a graph can be queried while another process builds it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError, UnknownError
from kg.stores import folders
from kg.stores.evaluation import Key, evaluate, open_read_only
from kg.stores.failures import translated
from kg.stores.parameters import bind
from kg.stores.results import Results, Term
from kg.stores.sandbox import Sandbox
from kg.stores.store import NOTHING, USUAL, Change, Limits
from kg.stores.updates import render


class _Oxigraph(ABC):
    """What both kinds share."""

    address: str

    def __init__(self) -> None:
        self._sandbox = Sandbox()

    @abstractmethod
    def _readable(self) -> ox.Store:
        """A handle for reading, as fresh as can be had."""

    @abstractmethod
    def _writable(self) -> ox.Store:
        """The handle for writing; StoreError if another process holds it."""

    @abstractmethod
    def query(self, text: str, parameters: Mapping[str, Term] = NOTHING, limits: Limits = USUAL) -> Results:
        """See Store.query."""

    def evaluate(self, text: str, parameters: Mapping[str, Term] = NOTHING) -> Results:
        """See Store.evaluate."""
        return evaluate(self._readable(), bind(text, parameters))

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """See Store.quads."""
        with translated(self.address):
            yield from self._readable().quads_for_pattern(None, None, None, graph)

    def dump(self, graph: ox.NamedNode) -> bytes:
        """See Store.dump."""
        with translated(self.address):
            return self._readable().dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""

    def copy(self) -> ox.Store:
        """See Store.copy; by way of N-Quads, for quads made one by one in Python take ten times as long."""
        copy = ox.Store()
        with translated(self.address):
            copy.bulk_load(self._readable().dump(format=ox.RdfFormat.N_QUADS) or b"", ox.RdfFormat.N_QUADS)
        return copy

    def graphs(self) -> list[ox.NamedNode]:
        """See Store.graphs."""
        with translated(self.address):
            names = self._readable().named_graphs()
            return sorted((name for name in names if isinstance(name, ox.NamedNode)), key=lambda name: name.value)

    def claim(self) -> None:
        """See Store.claim."""
        with translated(self.address):
            self._writable()

    def apply(self, change: Change) -> None:
        """See Store.apply. Without anything to take away, `extend` is as atomic as an update and much faster."""
        if not change:
            return
        with translated(self.address):
            if change.drop or change.delete:
                self._writable().update(render(change))
            else:
                self._writable().extend(change.insert)


class Memory(_Oxigraph):
    """A store that lives and dies with this process. Whoever queries it gets a copy in the worker process."""

    address = "memory"

    def __init__(self) -> None:
        super().__init__()
        self._store = ox.Store()
        self._version = 0

    def _readable(self) -> ox.Store:
        return self._store

    def _writable(self) -> ox.Store:
        self._version += 1
        return self._store

    def query(self, text: str, parameters: Mapping[str, Term] = NOTHING, limits: Limits = USUAL) -> Results:
        """See Store.query."""
        return self._sandbox.over_copy((self._version,), self._dump, bind(text, parameters), limits)

    def _dump(self) -> bytes:
        return self._store.dump(format=ox.RdfFormat.N_QUADS) or b""

    def exists(self) -> bool:
        """See Store.exists."""
        return True

    def traces(self, texts: Iterable[str]) -> list[str]:  # noqa: ARG002 - there are no files
        """See Store.traces."""
        return []

    def flush(self) -> None:
        """See Store.flush; memory has no disk."""

    def compact(self) -> None:
        """See Store.compact; memory has no files."""

    def close(self) -> None:
        """See Store.close."""
        self._sandbox.close()


class Folder(_Oxigraph):
    """A store in a folder, which is made at the first change; UnknownError for reading one that is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.address = str(folder)
        self._folder = folder
        self._writer: ox.Store | None = None
        self._reader: ox.Store | None = None
        self._stamp: Key = ()
        folders.recover(folder)
        folders.check(folder)

    def _readable(self) -> ox.Store:
        if self._writer is not None:
            return self._writer
        stamp = self._current()
        if self._reader is None or stamp != self._stamp:
            self._reader = open_read_only(self.address)
            self._stamp = stamp
        return self._reader

    def _writable(self) -> ox.Store:
        if self._writer is None:
            folders.check(self._folder)
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._reader = None
            with translated(self.address):
                self._writer = ox.Store(self.address)
            folders.clear(self._folder)
        return self._writer

    def _current(self) -> Key:
        """What changes with the content; UnknownError where there is no store."""
        if not folders.is_store(self._folder):
            raise UnknownError(f"no graph at {self.address}; make one with: kg build PATH… -g {self.address}")
        return folders.stamp(self._folder)

    def query(self, text: str, parameters: Mapping[str, Term] = NOTHING, limits: Limits = USUAL) -> Results:
        """See Store.query."""
        bound = bind(text, parameters)
        return self._sandbox.over_folder(self.address, (self.address, *self._current()), bound, limits)

    def exists(self) -> bool:
        """See Store.exists."""
        return folders.is_store(self._folder)

    def traces(self, texts: Iterable[str]) -> list[str]:
        """See Store.traces."""
        return folders.traces(self._folder, texts)

    def flush(self) -> None:
        """See Store.flush."""
        if self._writer is not None:
            with translated(self.address):
                self._writer.flush()

    def compact(self) -> None:
        """See Store.compact. Oxigraph's dictionary never forgets a text; only a store built anew has none of it."""
        self._writable()  # so that a store exists
        self.close()
        with translated(self.address), folders.locked(self._folder):
            folders.clear(self._folder)
            fresh = ox.Store(str(folders.spare(self._folder)))
            fresh.bulk_extend(open_read_only(self.address))
            fresh.flush()
            del fresh
            folders.exchange(self._folder)

    def close(self) -> None:
        """See Store.close."""
        self._writer = self._reader = None
        self._sandbox.close()


def open_folder(folder: Path) -> Folder:
    """The store in a folder, there or still to be made; StoreError if the folder is something else."""
    if not folder.name:
        raise StoreError(f"{folder}: no name for a graph")
    return Folder(folder)
