"""Read entities, statements and quotes out of a store, as plain Python values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import NamedTuple

from kg.errors import StoreError
from kg.stores import Rows, Store

KG = "https://w3id.org/people-kg#"
ORG = "http://www.w3.org/ns/org#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

Descriptions = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Subject → property → values, sorted; IRIs and literals alike as plain strings."""


class Quote(NamedTuple):
    """The words of a document that say so: `start` to `end` in its text, and the document's name and IRI."""

    document: str
    start: int
    end: int
    text: str
    source: str


def text_of(name: str) -> str:
    """The text of one of this room's queries."""
    return (resources.files("kg.analysis") / "queries" / f"{name}.rq").read_text("utf-8")


def descriptions(store: Store, name: str) -> Descriptions:
    """The answers of one of this room's queries over `?subject ?property ?value`, grouped and sorted."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, prop, value in _rows(store, name):
        found[subject][prop].add(value)
    return {
        subject: {prop: tuple(sorted(values)) for prop, values in sorted(properties.items())}
        for subject, properties in sorted(found.items())
    }


def quotes(store: Store) -> dict[str, Quote]:
    """Every piece of evidence by its IRI; a document known under several names goes by the first of them."""
    found: dict[str, Quote] = {}
    for evidence, document, name, start, end, words in _rows(store, "evidence"):
        quote = Quote(name or document.rsplit("/", 1)[-1], int(start), int(end), words, document)
        found[evidence] = min(quote, found.get(evidence, quote))
    return found


def _rows(store: Store, name: str) -> Iterator[tuple[str, ...]]:
    answer = store.evaluate(text_of(name))
    if not isinstance(answer, Rows):
        raise StoreError(f"{store.address} does not answer SELECT with rows")
    for row in answer:
        yield tuple("" if term is None else str(getattr(term, "value", term)) for term in row)
