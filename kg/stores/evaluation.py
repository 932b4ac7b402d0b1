"""Evaluate a query: in this process for our own, in a worker process (these functions, called there) for anybody's."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import StoreError
from kg.stores.failures import explain, syntax
from kg.stores.prefixes import prefixes
from kg.stores.results import Results, Rows, Triples, wrap
from kg.stores.tokens import TokenKind, tokens

T = TypeVar("T")
Key = tuple[object, ...]
_ATTEMPTS = 6

_held: dict[Key, ox.Store] = {}  # what this worker has open: at most one store


def evaluate(store: ox.Store, text: str) -> Results:
    """The streaming answer over the union of all graphs, or over those that the query's own FROM names."""
    own = any(token.kind is TokenKind.WORD and token.text.casefold() == "from" for token in tokens(text))
    try:
        return wrap(store.query(text, prefixes=dict(prefixes()), use_default_graph_as_union=not own))
    except SyntaxError as error:
        raise syntax(text, error) from None


def open_read_only(folder: str) -> ox.Store:
    """Open a folder that another process may be writing to; StoreError when several attempts fail."""
    return _persist(lambda: ox.Store.read_only(folder), folder)


def hold(key: Key, quads: bytes) -> None:
    """Keep a copy of a store that lives in another process's memory, as N-Quads, under a key."""
    store = ox.Store()
    store.bulk_load(quads, ox.RdfFormat.N_QUADS)
    _held.clear()
    _held[key] = store


def answer_held(key: Key, text: str, limit: int | None) -> Results | None:
    """The whole answer from the copy kept under the key; None if it is not kept here (any more)."""
    store = _held.get(key)
    return None if store is None else _collect(evaluate(store, text), limit)


def answer_folder(folder: str, key: Key, text: str, limit: int | None) -> Results:
    """The whole answer from a folder, opened again whenever the key (its stamp) differs."""

    def attempt() -> Results:
        if key not in _held:
            _held.clear()
            _held[key] = ox.Store.read_only(folder)
        try:
            return _collect(evaluate(_held[key], text), limit)
        except (OSError, RuntimeError):
            _held.clear()  # a writer has removed files this handle needs
            raise

    return _persist(attempt, folder)


def _persist(attempt: Callable[[], T], folder: str) -> T:
    """Try until it works: a writer that tidies its files pulls them from under a reader now and then."""
    for number in range(1, _ATTEMPTS):
        try:
            return attempt()
        except (OSError, RuntimeError) as error:
            if "No such file" not in str(error):
                raise StoreError(f"{folder}: {explain(error)}") from error
        time.sleep(0.02 * number)
    try:
        return attempt()
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{folder}: {explain(error)}") from error


def _collect(results: Results, limit: int | None) -> Results:
    if isinstance(results, Rows):
        rows, truncated = _head(results.rows, limit)
        return Rows(results.variables, rows, truncated)
    if isinstance(results, Triples):
        triples, truncated = _head(results.triples, limit)
        return Triples(triples, truncated)
    return results


def _head(items: Iterable[T], limit: int | None) -> tuple[list[T], bool]:
    """The first `limit` items, and whether there were more."""
    if limit is None:
        return list(items), False
    found = list(islice(items, limit + 1))
    return found[:limit], len(found) > limit
