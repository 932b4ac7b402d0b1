"""What people, organizations and skills are called in a graph."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache
from importlib import resources

import pyoxigraph as ox

from kg.errors import UnknownError
from kg.queries.question import Kind
from kg.stores.results import Rows
from kg.stores.store import Store


def resolve(store: Store, kind: Kind, name: str) -> list[ox.NamedNode]:
    """Everything of a kind that has the name (whatever the case) or the IRI, sorted.

    UnknownError, with the nearest names, if nothing has it.
    """
    wanted = name.strip()
    found = {thing for thing, _ in _named(store, kind, ox.Literal(wanted))}
    if not found:
        raise UnknownError(f"no {kind} in this graph is called {wanted!r}{_hint(store, kind, wanted.lower())}")
    return sorted(found, key=lambda thing: thing.value)


def _hint(store: Store, kind: Kind, wanted: str) -> str:
    known = {called.lower(): called for _, called in _named(store, kind)}
    near = [known[key] for key in difflib.get_close_matches(wanted, sorted(known), n=3)]
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _named(store: Store, kind: Kind, name: ox.Literal | None = None) -> Iterator[tuple[ox.NamedNode, str]]:
    """Things of a kind with their names, only those called `name` if one is given."""
    answer = store.evaluate(_query(kind), {} if name is None else {"given_name": name})
    if not isinstance(answer, Rows):
        raise TypeError(f"the query of the names of each {kind} is no SELECT")
    for thing, called in answer:
        if isinstance(thing, ox.NamedNode) and isinstance(called, ox.Literal):
            yield thing, called.value


@cache
def _query(kind: Kind) -> str:
    return resources.files(__package__).joinpath("names", f"{kind}.rq").read_text("utf-8")
