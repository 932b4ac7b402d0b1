"""What a query answers: rows, a truth, or triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import pyoxigraph as ox

from kg.stores.shown import table

_T = TypeVar("_T")
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]


@dataclass(frozen=True)
class Rows:
    """The answer to SELECT: iterating gives rows whose terms stand in the order of `variables`, None where unbound.

    `truncated` says that the row limit cut the answer. Iterable once when it streams out of a store.
    """

    variables: tuple[str, ...]
    rows: Iterable[Row]
    truncated: bool = False

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def records(self) -> Iterator[dict[str, str | None]]:
        """Each row as a dictionary of texts by variable; None where unbound."""
        for row in self.rows:
            yield {name: plain(term) for name, term in zip(self.variables, row, strict=True)}

    def _repr_html_(self) -> str:
        """The rows as a table, for a notebook; they can still be iterated afterwards."""
        rows = _kept(self, "rows", self.rows)
        return table(self.variables, ([plain(term) or "" for term in row] for row in rows), truncated=self.truncated)


@dataclass(frozen=True)
class Truth:
    """The answer to ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value


@dataclass(frozen=True)
class Triples:
    """The answer to CONSTRUCT or DESCRIBE; `truncated` as in `Rows`."""

    triples: Iterable[ox.Triple]
    truncated: bool = False

    def __iter__(self) -> Iterator[ox.Triple]:
        return iter(self.triples)

    def _repr_html_(self) -> str:
        """The triples as a table, for a notebook; they can still be iterated afterwards."""
        triples = _kept(self, "triples", self.triples)
        rows = ([plain(term) or "" for term in triple] for triple in triples)
        return table(("subject", "predicate", "object"), rows, truncated=self.truncated)


Results = Rows | Truth | Triples


def _kept(answer: object, name: str, streaming: Iterable[_T]) -> tuple[_T, ...]:
    """What streams, read whole and kept in its place, so that showing an answer does not use it up."""
    kept = tuple(streaming)
    object.__setattr__(answer, name, kept)
    return kept


def plain(term: Term | None) -> str | None:
    """A term as text: the characters of a literal, the IRI of a thing."""
    return (
        term.value
        if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode)
        else None
        if term is None
        else str(term)
    )


def wrap(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Results:
    """Our form of what pyoxigraph answers, still streaming."""
    if isinstance(answer, ox.QuerySolutions):
        variables = tuple(variable.value for variable in answer.variables)
        return Rows(variables, (tuple(solution[name] for name in variables) for solution in answer))
    if isinstance(answer, ox.QueryTriples):
        return Triples(answer)
    return Truth(bool(answer))
