"""What a query answers: rows, a truth, or triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

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


Results = Rows | Truth | Triples


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
