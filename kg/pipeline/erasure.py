"""Forget a document: the graph is then what it would be had it never seen it, and no byte of it stays."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError, UnknownError, UsageError
from kg.model import Document
from kg.pipeline.intake import place_of
from kg.pipeline.report import Forgotten
from kg.pipeline.upkeep import Workshop
from kg.rdf.iris import document_key
from kg.readers import find as find_documents
from kg.stores import Change, Store

_TELLING = 16  # bytes; shorter texts stand in the files of any store by chance


def forget(store: Store, what: str) -> Forgotten:
    """Remove the document that a path, a file name or the beginning of its key or SHA-256 names.

    What depended on it is computed anew, and the store is rebuilt so that none of its bytes stay in the files (those of
    a SPARQL server are the server's own). Raises UnknownError if there is none, UsageError naming the candidates if
    there are several, StoreError if a text of the document is still found in the files.
    """
    workshop = Workshop.open(store)
    key = find(workshop, what)
    ledger = workshop.ledger
    forgotten = Forgotten(key, tuple(sorted({source.name for source in ledger.holders(key)})))
    graph = workshop.iris.graph(key[1:])
    texts = {quad.object.value for quad in store.quads(graph) if isinstance(quad.object, ox.Literal)}
    ledger.drop(key)
    ledger.mark(current=None, erase=True)
    store.apply(ledger.take(Change((graph,))))
    workshop.rebuild()
    workshop.settle()
    _verify(store, texts)
    return forgotten


def find(workshop: Workshop, what: str) -> str:
    """The key of the one document that is meant; a file whose path and name are not known is known by its bytes."""
    ledger = workshop.ledger
    if source := ledger.source(place_of(what)) or ledger.source(what):
        return source.document
    lower = what.casefold()
    found = {
        key for key in ledger.documents() if len(lower) >= 4 and (key.startswith(lower) or key[1:].startswith(lower))
    }
    found |= {key for key in ledger.documents() if len(lower) > 16 and lower.startswith(key[1:])}
    found |= {source.document for source in ledger.sources() if source.name == what}
    if not found:
        found |= {key for key in _held_by(what) if ledger.read_as(key) is not None}
    if not found:
        raise UnknownError(f"no document {what!r} in {store_name(workshop)}; list them with: kg documents")
    if len(found) > 1:
        names = workshop.names()
        candidates = ", ".join(f"{key} ({', '.join(sorted(set(names.get(key, ()))))})" for key in sorted(found))
        raise UsageError(f"{what!r} may be any of {candidates}; name one by its key")
    return found.pop()


def _held_by(path: str) -> set[str]:
    """The key of the document in a file: one that was moved since it was taken in is known by its bytes."""
    found = find_documents([path]) if Path(path).is_file() else ()
    return {document_key(held.sha256) for held in found if isinstance(held, Document)}


def store_name(workshop: Workshop) -> str:
    """What to call the store in a message."""
    return workshop.store.address


def _verify(store: Store, texts: set[str]) -> None:
    """Look for the document's own texts in the files; those that other documents state too belong there."""
    kept = {quad.object.value for quad in store.quads() if isinstance(quad.object, ox.Literal)}
    whole = "\0".join(sorted(kept))
    telling = [text for text in texts if len(text.encode()) >= _TELLING and text not in whole]
    if left := store.traces(telling):
        raise StoreError(f"{store.address}: {len(left)} texts of the forgotten document are still in the files")
