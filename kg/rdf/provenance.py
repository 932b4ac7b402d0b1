"""The graph "provenance": what the documents' files are called, and which version read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import __version__
from kg.rdf import literals
from kg.rdf.iris import Iris, document_key
from kg.rdf.literals import term
from kg.terms import PROV, RDF, RDFS, SCHEMA


def quads(sha256: str, names: Iterable[str], iris: Iris, version: str = __version__) -> Iterator[ox.Quad]:
    """What is known of a document beside its bytes: the names of its files, without where they lie."""
    document, graph, software = iris.document(sha256), iris.graph(sha256), iris.software(version)
    known = sorted({literals.clean(name) for name in names if name})
    label = known[0] if known else document_key(sha256)
    for name in known:
        yield _quad(document, SCHEMA.name, literals.text(name), iris)
    yield _quad(document, RDFS.label, literals.label(label), iris)
    yield _quad(graph, RDF.type, term(PROV.Entity), iris)
    yield _quad(graph, RDFS.label, literals.label(f"what {label} says"), iris)
    yield _quad(graph, PROV.wasDerivedFrom, document, iris)
    yield _quad(graph, PROV.wasAttributedTo, software, iris)
    yield _quad(software, RDF.type, term(PROV.SoftwareAgent), iris)
    yield _quad(software, RDFS.label, literals.label(f"people-kg {version}"), iris)
    yield _quad(software, SCHEMA.softwareVersion, literals.text(version), iris)


def _quad(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal, iris: Iris) -> ox.Quad:
    return ox.Quad(subject, term(predicate), value, iris.provenance)
