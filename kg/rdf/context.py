"""The JSON-LD context, made from the ontology: every term under its own name, every value with its type."""

from __future__ import annotations

from collections import Counter
from functools import cache
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from kg import ontology
from kg.rdf.nodes import Description, describe, local
from kg.terms import OWL, PREFIXES, RDF, RDFS, SCHEMA, SKOS, XSD

# JSON has numbers and truth values of its own, and a plain string needs no type.
_NATIVE = frozenset([XSD.integer, XSD.boolean, XSD.string])
_SUBCLASS = RDFS.BASE + "subClassOf"
_OBJECT = OWL.BASE + "ObjectProperty"
_TERMS = frozenset([_OBJECT, OWL.BASE + "DatatypeProperty", OWL.BASE + "AnnotationProperty", OWL.BASE + "Class"])


@cache
def context() -> MappingProxyType[str, Any]:
    """The context to embed in a document; it needs nothing fetched.

    A term goes by its local name; where two vocabularies have the same one, by its prefixed name. The prefixes of the
    shipped skills and organizations give way to the properties of their name.
    """
    parsed = ox.parse(path=str(ontology.file("kg.ttl")), format=ox.RdfFormat.TURTLE)
    described = describe(quad for quad in parsed)
    concepts = {iri for iri, about in described.items() if SKOS.Concept in about.get(RDF.type, ())}
    lists = {iri for iri, about in described.items() if SKOS.Concept in about.get(_SUBCLASS, ())}
    terms = {iri for iri, about in described.items() if _TERMS & set(about.get(RDF.type, ())) and iri != RDF.type}
    names = Counter(local(iri) for iri in terms | concepts)
    made: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type"}
    made |= PREFIXES
    for iri in sorted(terms | concepts):
        name = local(iri) if names[local(iri)] == 1 else _prefixed(iri)
        made[name] = _definition(iri, described[iri], lists)
    return MappingProxyType(made)


def _definition(iri: str, about: Description, lists: set[str]) -> dict[str, str]:
    ranges = about.get(SCHEMA.rangeIncludes, [])
    if _OBJECT in about.get(RDF.type, ()):
        return {"@id": iri, "@type": "@vocab" if lists & set(ranges) else "@id"}
    if ranges and ranges[0] not in _NATIVE:
        return {"@id": iri, "@type": ranges[0]}
    return {"@id": iri}


def _prefixed(iri: str) -> str:
    prefix = next(prefix for prefix, namespace in PREFIXES.items() if iri == namespace + local(iri))
    return f"{prefix}:{local(iri)}"


def __getattr__(name: str) -> MappingProxyType[str, Any]:
    """`CONTEXT` is made when it is first asked for: importing this module reads no file."""
    if name == "CONTEXT":
        return context()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
