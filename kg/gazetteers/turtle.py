"""Read an ontology file into plain dictionaries, quickly: no graph is built."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError

SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
ORG = "http://www.w3.org/ns/org#"
KG = "https://w3id.org/people-kg#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Description = dict[str, list[str]]


def describe(path: Path) -> dict[str, Description]:
    """Subject IRI → predicate IRI → values (IRIs and literals as strings), in the file's order.

    Raises StoreError if the file is not there or is not Turtle.
    """
    subjects: defaultdict[str, Description] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            subjects[quad.subject.value][quad.predicate.value].append(quad.object.value)
    except (OSError, SyntaxError) as error:
        raise StoreError(f"the ontology file {path.name} cannot be read; reinstall people-kg ({error})") from error
    return subjects


def values(about: Description, *predicates: str) -> tuple[str, ...]:
    """All values of the predicates, in their order."""
    return tuple(value for predicate in predicates for value in about.get(predicate, ()))
