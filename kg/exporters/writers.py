"""One writer for each format: from a store to text, piece by piece. What a format needs is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg.exporters import selection
from kg.exporters.lines import quad_lines, triple_lines
from kg.exporters.vocabulary import context, prefixes
from kg.stores.store import Store


@dataclass(frozen=True)
class Options:
    """What is written: with the ontology or not; only these people (by IRI); which table."""

    ontology: bool = False
    people: frozenset[str] | None = None
    table: str | None = None


def _turtle(store: Store, options: Options) -> Iterator[str]:
    from kg.exporters.turtle import turtle

    return turtle(selection.written(store, ontology=options.ontology), prefixes(selection.base(store)))


def _trig(store: Store, options: Options) -> Iterator[str]:
    from kg.exporters.turtle import trig

    return trig(selection.quads(store, ontology=options.ontology), prefixes(selection.base(store)))


def _ntriples(store: Store, options: Options) -> Iterator[str]:
    return (f"{line}\n" for line in triple_lines(selection.written(store, ontology=options.ontology)))


def _nquads(store: Store, options: Options) -> Iterator[str]:
    return (f"{line}\n" for line in quad_lines(selection.quads(store, ontology=options.ontology)))


def _jsonld(store: Store, options: Options) -> Iterator[str]:
    from kg.exporters.jsonld import jsonld

    return jsonld(selection.written(store, ontology=options.ontology), context(selection.base(store)))


def _framed(store: Store, options: Options) -> Iterator[str]:
    from kg.exporters.framing import framed

    return framed(selection.written(store), context(selection.base(store)), options.people)


def _rdfxml(store: Store, options: Options) -> Iterator[str]:
    from kg.exporters.rdfxml import rdfxml

    return rdfxml(selection.written(store, ontology=options.ontology), prefixes(selection.base(store)))


def _csv(store: Store, options: Options) -> Iterator[str]:
    from kg.exporters.tables import table

    return table(store, options.table or "engagements")


def _graphml(store: Store, _options: Options) -> Iterator[str]:
    from kg.exporters.networks import graphml

    return graphml(store)


def _gexf(store: Store, _options: Options) -> Iterator[str]:
    from kg.exporters.networks import gexf

    return gexf(store)


WRITERS: Mapping[str, Callable[[Store, Options], Iterator[str]]] = {
    "turtle": _turtle,
    "trig": _trig,
    "ntriples": _ntriples,
    "nquads": _nquads,
    "jsonld": _jsonld,
    "jsonld-framed": _framed,
    "rdfxml": _rdfxml,
    "csv": _csv,
    "graphml": _graphml,
    "gexf": _gexf,
}
