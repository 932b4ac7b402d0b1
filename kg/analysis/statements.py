"""Read entities, statements and quotes out of a store, as plain Python values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any, NamedTuple, Protocol

KG = "https://w3id.org/people-kg#"
ORG = "http://www.w3.org/ns/org#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

Descriptions = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Subject → property → values, sorted; IRIs and literals alike as plain strings."""


class Queried(Protocol):
    """Whatever answers SPARQL over the union of its graphs."""

    def query(self, query: str, /) -> Any:  # noqa: ANN401
        """Solutions for SELECT, triples for CONSTRUCT."""


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


def descriptions(store: Queried, name: str) -> Descriptions:
    """The answers of one of this room's queries over `?subject ?property ?value`, grouped and sorted."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, prop, value in _solutions(store, name, "subject", "property", "value"):
        found[subject][prop].add(value)
    return {
        subject: {prop: tuple(sorted(values)) for prop, values in sorted(properties.items())}
        for subject, properties in sorted(found.items())
    }


def quotes(store: Queried) -> dict[str, Quote]:
    """Every piece of evidence by its IRI; a document known under several names goes by the first of them."""
    found: dict[str, Quote] = {}
    for evidence, document, name, start, end, words in _solutions(
        store, "evidence", "evidence", "document", "name", "start", "end", "quote"
    ):
        quote = Quote(name or document.rsplit("/", 1)[-1], int(start), int(end), words, document)
        found[evidence] = min(quote, found.get(evidence, quote))
    return found


def _solutions(store: Queried, name: str, *variables: str) -> Iterator[tuple[str, ...]]:
    for solution in store.query(text_of(name)):
        terms = (solution[variable] for variable in variables)
        yield tuple("" if term is None else str(term.value) for term in terms)
