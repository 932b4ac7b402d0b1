"""The one object most people need. Everything it does is done elsewhere; here it has one name each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

import pyoxigraph as ox

from kg import pipeline, stores
from kg.engines import Engine
from kg.errors import QueryError, UsageError
from kg.graph import judged, reading
from kg.graph.reading import Person
from kg.graph.things import Record, Thing
from kg.model import Judgement
from kg.pipeline import Forgotten, Input, Report
from kg.resolution import Proposal
from kg.stores import Limits, Results, Rows, Store, Term

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.views import View

Who = Person | Thing | str


class KnowledgeGraph:
    """A graph of people, organizations and skills, in a store. A context manager that closes the store."""

    def __init__(self, store: Store, base: str | None = None) -> None:
        self.store = store
        self._base = base
        pipeline.settle(store)

    def add(self, *inputs: Input, engine: Engine | None = None, notice: pipeline.Notice | None = None) -> Report:
        """Take in files, folders, archives or documents; safe to run again. See `kg.pipeline.add`."""
        return pipeline.add(self.store, inputs, base=self._base, engine=engine, notice=notice)

    def forget(self, what: str | Path) -> Forgotten:
        """Remove the document of that path, file name or key, and every byte of it. See `kg.pipeline.forget`."""
        return pipeline.forget(self.store, str(what))

    def judge(self, left: Who, right: Who, verdict: str, *, by: str = "person", reason: str = "") -> None:
        """Say that two people or organizations are the "same" or "different"; that outranks every rule."""
        sides = judged.sides(self.store, _iri(left), _iri(right))
        pipeline.judge(self.store, Judgement(*sides, pipeline.verdict(verdict), by, reason))

    def withdraw(self, left: Who, right: Who) -> None:
        """Take back what people judged about the two; UnknownError if nobody judged them."""
        pipeline.withdraw(self.store, judged.words(self.store, _iri(left)), judged.words(self.store, _iri(right)))

    def suggest(self) -> Iterator[Proposal]:
        """Pairs whose names look alike and that nobody has judged, most alike first; nothing is joined by that."""
        return pipeline.suggest(self.store)

    def people(self) -> Iterator[Person]:
        """Everybody in the graph, by label."""
        return reading.people(self.store)

    def person(self, who: str) -> Person:
        """The person of that name, label or IRI; UnknownError if there is none, UsageError if there are several."""
        return reading.person(self.store, who)

    def documents(self) -> Iterator[Record]:
        """Every document in the graph."""
        return reading.documents(self.store)

    def query(self, text: str, *, limits: Limits | None = None, **parameters: object) -> Results:
        """Answer a named question or any SPARQL query; parameters are bound, never pasted. See `Store.query`."""
        if text.strip().replace("-", "").replace("_", "").isalnum():
            return self.ask(text, **parameters)
        return self.store.query(text, {name: _term(value) for name, value in parameters.items()}, limits or Limits())

    def select(self, text: str, *, limits: Limits | None = None, **parameters: object) -> Rows:
        """The rows of a SELECT query or a named question; `query` with a narrower type. QueryError for other forms."""
        answer = self.query(text, limits=limits, **parameters)
        if not isinstance(answer, Rows):
            raise QueryError("the query is no SELECT; use query() for ASK, CONSTRUCT and DESCRIBE")
        return answer

    def ask(self, question: str, **parameters: object) -> Rows:
        """Answer a named question (`kg questions` lists them). See `kg.queries.ask`."""
        from kg import queries

        return queries.ask(self.store, question, **parameters)

    def export(
        self,
        target: str | Path | BinaryIO,
        format: str | None = None,  # noqa: A002 - the known word
        *,
        ontology: bool = False,
        people: Iterable[Who] | None = None,
        table: str | None = None,
    ) -> None:
        """Write the graph to a file or a binary stream, in the format named or told by the suffix.

        `people` limits "jsonld-framed" to these persons, `table` is the one that "csv" writes. See `kg.exporters`.
        """
        from kg import exporters

        chosen = None if people is None else [reading.person(self.store, _iri(who)).iri for who in people]
        exporters.export(self.store, target, format, ontology=ontology, people=chosen, table=table)

    def view(
        self,
        around: Who | None = None,
        *,
        hops: int | None = None,
        between: tuple[Who, Who] | None = None,
        construct: str | None = None,
        kind: str = "graph",
        title: str | None = None,
        sources: Iterable[str | Path] = (),
    ) -> View:
        """Draw the graph, a neighbourhood, the ways between two, or a CONSTRUCT query, as one HTML page.

        `.save(path)` writes it; a notebook shows it. The other kinds of view and all errors are `kg.views.draw`'s.
        """
        from kg import views

        return views.draw(
            self.store,
            kind=kind,
            around=None if around is None else _iri(around),
            hops=hops,
            between=None if between is None else (_iri(between[0]), _iri(between[1])),
            construct=construct,
            title=title,
            sources=sources,
        )

    def networkx(self, around: Who | None = None, *, hops: int | None = None) -> nx.MultiDiGraph[str]:
        """The graph as networkx knows graphs. See `kg.analysis.network`."""
        from kg import analysis

        return analysis.network(self.store, around=None if around is None else _iri(around), hops=hops)

    def rdflib(self) -> rdflib.Dataset:
        """A copy of the graph as an rdflib Dataset; changes to it change nothing here."""
        from kg.graph.rdflib_copy import dataset

        return dataset(self.store)

    def compact(self) -> None:
        """Rebuild the store's files, so that they hold nothing that was replaced."""
        self.store.compact()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KnowledgeGraph({self.store.address!r})"

    def _repr_html_(self) -> str:
        return reading.shown(self.store)


def _iri(who: Who) -> str:
    return who if isinstance(who, str) else who.iri


def _term(value: object) -> Term:
    """A value as a term: things by their IRI, strings and numbers as literals."""
    if isinstance(value, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple):
        return value
    if isinstance(value, Person | Thing):
        return ox.NamedNode(value.iri)
    if isinstance(value, str | bool | int | float):
        return ox.Literal(value)
    raise UsageError(f"a parameter is a term, a thing, a text or a number, not {type(value).__name__}")


def open(target: str | Path | None = None, *, base: str | None = None) -> KnowledgeGraph:  # noqa: A001 - kg.open
    """The graph in a folder (made at the first change), behind a SPARQL address, or new in memory (None).

    `base` is the namespace of its own things; it cannot change later.
    """
    return KnowledgeGraph(stores.open(target), base)
