"""Take documents in: find, read, extract, write, and bring the layers above them up to date."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kg import extraction
from kg.engines import Engine, Processes
from kg.errors import DocumentError
from kg.extraction import Sighting
from kg.extraction.collector import paused
from kg.model import Document, Judgement, Profile
from kg.pipeline.layers import judgements
from kg.pipeline.report import Report
from kg.pipeline.succession import inherited
from kg.pipeline.upkeep import Workshop
from kg.pipeline.version import fingerprint
from kg.rdf.entities import judgements as describe_judgements
from kg.rdf.iris import Iris, document_key
from kg.rdf.mentions import read as read_mentions
from kg.rdf.quads import quads
from kg.readers import find, read
from kg.stores import Change, Store
from kg.stores.ledger import Source

Input = str | Path | Document
Notice = Callable[[str], None]
R = TypeVar("R")


def profile(document: Document) -> Profile:
    """What one document says, read and extracted here and now. DocumentError if it cannot be read."""
    return extraction.extract(read(document))


@paused()
def describe(document: Document, base: str) -> bytes:
    """The graph of one document as N-Quads; runs in a worker process, and quads take five times as long to cross."""
    return ox.serialize(quads(profile(document), Iris(base)), format=ox.RdfFormat.N_QUADS) or b""


def extract(document: Input) -> Profile:
    """What one document says, without a store, read in a process of its own that ends at its limits.

    Raises DocumentError if it cannot be read, or if the path leads to no document or to several.
    """
    found = list(profiles([document], Processes(1)))
    if len(found) != 1:
        raise DocumentError(str(document), f"one document was expected, and there are {len(found)}")
    if isinstance(found[0], DocumentError):
        raise found[0]
    return found[0]


def explained(document: Document) -> tuple[str, tuple[Sighting, ...]]:
    """The source of one document, and what each rule saw in it."""
    return document.source, extraction.explain(read(document))


def profiles(inputs: Iterable[Input], engine: Engine | None = None) -> Iterator[Profile | DocumentError]:
    """What each document says, in order, each within the engine's limits; the error for one that cannot be read."""
    return _each(profile, inputs, engine)


def explain(inputs: Iterable[Input]) -> Iterator[tuple[str, tuple[Sighting, ...]] | DocumentError]:
    """The source of each document and what each rule saw in it, in order; the error for one that cannot be read."""
    return _each(explained, inputs)


def _each(
    function: Callable[[Document], R], inputs: Iterable[Input], engine: Engine | None = None
) -> Iterator[R | DocumentError]:
    errors: deque[tuple[int, DocumentError]] = deque()
    count = 0

    def readable() -> Iterator[Document]:
        nonlocal count
        for _, document in _found(inputs):
            if isinstance(document, DocumentError):
                errors.append((count, document))
            else:
                count += 1
                yield document

    for number, result in enumerate((engine or Processes()).apply(function, readable())):
        while errors and errors[0][0] <= number:
            yield errors.popleft()[1]
        yield result
    yield from (error for _, error in errors)


def add(
    store: Store,
    inputs: Iterable[Input],
    *,
    base: str | None = None,
    engine: Engine | None = None,
    notice: Notice | None = None,
) -> Report:
    """Take in files, folders, archives and documents; safe to run again, and to be killed at any moment.

    A document is in the store wholly or not at all, one whose bytes are known is left alone, and a source whose bytes
    have changed gives way to what it holds now. Documents that cannot be read are reported and change nothing. All is
    on the disk when this returns. `notice` is told each source as it is done. Raises StoreError and UsageError.
    """
    workshop = Workshop.open(store, base)
    taking = _Taking(workshop, notice or (lambda _source: None))
    waiting: deque[tuple[str, Document]] = deque()

    def unknown() -> Iterator[Document]:
        for place, document in _found(inputs):
            if isinstance(document, DocumentError):
                taking.fail(document)
            elif not taking.is_known(place, document):
                waiting.append((place, document))
                yield document

    for result in (engine or Processes()).apply(partial(describe, base=workshop.iris.base), unknown()):
        place, document = waiting.popleft()
        if isinstance(result, DocumentError):
            taking.fail(result)
        else:
            taking.write(place, document, tuple(ox.parse(result, format=ox.RdfFormat.N_QUADS)))
    workshop.settle()
    return taking.report()


def _found(inputs: Iterable[Input]) -> Iterator[tuple[str, Document | DocumentError]]:
    """Each document with the place by which the ledger knows it: for a file its absolute path."""
    for item in inputs:
        if isinstance(item, Document):
            yield item.source, item
        else:
            for found in find([item]):
                yield place_of(found.source), found


def place_of(source: str) -> str:
    """The place of a file, whichever folder we are in."""
    return os.path.abspath(source)  # noqa: PTH100 - a path inside an archive is no path to resolve


@dataclass
class _Taking:
    """Writes the documents of one run, one atomic change each, and counts."""

    workshop: Workshop
    notice: Notice
    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[DocumentError] = field(default_factory=list)

    def report(self) -> Report:
        return Report(tuple(self.added), tuple(self.replaced), tuple(self.unchanged), tuple(self.failed))

    def fail(self, error: DocumentError) -> None:
        self.failed.append(error)
        self.notice(error.source)

    def is_known(self, place: str, document: Document) -> bool:
        """Whether nothing needs to be read; a new place of known bytes is noted."""
        before = self.workshop.ledger.source(place)
        if not self._is_read(document):
            return False
        if before and before.document == document_key(document.sha256):
            self.unchanged.append(document.source)
            self.notice(document.source)
        else:
            self.write(place, document, ())
        return True

    def _is_read(self, document: Document) -> bool:
        """Whether the bytes are in the store as this version reads them, and reads them by this suffix."""
        read_as = self.workshop.ledger.read_as(document_key(document.sha256))
        return read_as is not None and read_as.startswith(f"{fingerprint()} ") and read_as <= _read_as(document)

    def write(self, place: str, document: Document, graph: tuple[ox.Quad, ...]) -> None:
        """One document, its place, and the end of what was only known by that place, in one change."""
        key, ledger, iris = document_key(document.sha256), self.workshop.ledger, self.workshop.iris
        before = ledger.source(place)
        changed = before is not None and before.document != key
        if self._is_read(document):
            graph = ()  # the same bytes came twice in one run
        judged: tuple[ox.Quad, ...] = ()
        drop = [iris.graph(document.sha256)] if graph and ledger.read_as(key) is not None else []
        ledger.hold(Source.of(place, key))
        if graph:
            ledger.read(key, _read_as(document))
        if before and changed and not ledger.holders(before.document):
            drop.append(iris.graph(before.document[1:]))
            ledger.drop(before.document)
            judged = self._judged_anew(before.document, graph or self._stored(key))
        ledger.mark(current=None, erase=ledger.erase)
        self.workshop.store.apply(ledger.take(Change(tuple(drop), (), (*graph, *judged))))
        outcome = self.replaced if changed or drop else self.added if graph else self.unchanged
        outcome.append(document.source)
        self.notice(document.source)

    def _stored(self, key: str) -> Iterator[ox.Quad]:
        return self.workshop.store.quads(self.workshop.iris.graph(key[1:]))

    def _judged_anew(self, before: str, after: Iterable[ox.Quad]) -> tuple[ox.Quad, ...]:
        """What people judged about a document, as judgements about the one that takes its place."""
        if not self.judgements:
            return ()
        heirs = tuple(inherited(self.judgements, read_mentions(self._stored(before)), read_mentions(after)))
        self.judgements = (*self.judgements, *heirs)
        return tuple(describe_judgements(heirs, self.workshop.iris))

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged, before this run and in it."""
        return judgements(self.workshop.store.quads(self.workshop.iris.identity))


def _read_as(document: Document) -> str:
    """How a document is read; of two names for the same bytes, the suffix that comes first decides."""
    return f"{fingerprint()} {document.suffix}"
