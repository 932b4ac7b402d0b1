"""Check a graph against the shapes of the ontology, and say in words what is wrong.

The only file that loads pySHACL and rdflib, and only when it checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import ontology
from kg.errors import MissingExtraError
from kg.rdf.nodes import Description, describe, local
from kg.terms import KG, PROV, RDF, RDFS, SCHEMA, SKOS

if TYPE_CHECKING:
    import rdflib

_SH = "http://www.w3.org/ns/shacl#"
_NAMES = (RDFS.label, SCHEMA.name, SKOS.prefLabel, KG.surface)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong.

    `severity` is "violation", "warning" or "info"; `document` is the name or key of the document that states the thing,
    "" where none does; `thing` is what it is called, `iri` its IRI; `problem` completes a sentence about it; `values`
    are those at fault; `advice` says what to do.
    """

    severity: str
    document: str
    thing: str
    problem: str
    values: tuple[str, ...]
    advice: str
    iri: str

    def __str__(self) -> str:
        where = f" (in {self.document})" if self.document else ""
        found = f": {', '.join(self.values)}" if self.values else ""
        return f"{self.severity}: {self.thing}{where} {self.problem}{found}. {self.advice}"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, the gravest first; `checked` counts the triples looked at."""

    findings: tuple[Finding, ...]
    checked: int

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def check(quads: Iterable[ox.Quad | ox.Triple]) -> Report:
    """Validate the union of the quads against `shapes.ttl` (W3C SHACL Core), without any inference.

    Raises MissingExtraError where pySHACL is not installed. Reads nothing but its arguments and the shipped ontology.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise MissingExtraError("checking a graph against its shapes", "check") from error
    triples = sorted({str(ox.Triple(quad.subject, quad.predicate, quad.object)) for quad in quads})
    graph = _graph(" .\n".join([*triples, ""]), "nt")
    shapes = _graph(ontology.file("shapes.ttl").read_text("utf-8"), "turtle")
    terms = _graph(ontology.file("kg.ttl").read_text("utf-8"), "turtle")
    _, results, _ = pyshacl.validate(
        graph,
        shacl_graph=shapes,
        ont_graph=terms,
        inference="none",
        advanced=False,
        do_owl_imports=False,
        inplace=False,
    )
    known = describe(ox.parse(graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES))
    return Report(_findings(results, known), len(triples))


def _graph(text: str, form: str) -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(data=text, format=form)


def _findings(results: rdflib.Graph, known: Mapping[str, Description]) -> tuple[Finding, ...]:
    """One finding for each thing and problem, however many values are at fault."""
    from rdflib import URIRef

    grouped: dict[tuple[str, str, str], set[str]] = {}
    for result in results.subjects(URIRef(RDF.type), URIRef(_SH + "ValidationResult")):
        focus = str(results.value(result, URIRef(_SH + "focusNode")))
        severity = local(str(results.value(result, URIRef(_SH + "resultSeverity")))).lower()
        message = str(results.value(result, URIRef(_SH + "resultMessage")))
        value = results.value(result, URIRef(_SH + "value"))
        values = grouped.setdefault((severity, focus, message), set())
        if value is not None:
            values.add(_name(str(value), known))
    return tuple(
        sorted(
            (_finding(key, values, known) for key, values in grouped.items()),
            key=lambda finding: (finding.severity != "violation", finding),
        )
    )


def _finding(key: tuple[str, str, str], values: set[str], known: Mapping[str, Description]) -> Finding:
    severity, focus, problem = key
    document = _document(focus, known)
    if severity == "warning" and document:
        advice = "Look at the document: it may say so itself."
    elif document:
        advice = "Build that document anew; if it stays, the reading of it is at fault."
    else:
        advice = "Build the graph anew, or correct the judgement that made it."
    return Finding(severity, document, _name(focus, known), problem, tuple(sorted(values)), advice, focus)


def _document(iri: str, known: Mapping[str, Description]) -> str:
    """The name of the document that states a thing, as far as it can be told."""
    about = known.get(iri, {})
    sources = [*about.get(KG.statedIn, ()), *about.get(PROV.hadPrimarySource, ())]
    if KG.sha256 in about:
        sources.append(iri)
    return ", ".join(sorted({_name(source, known) for source in sources}))


def _name(iri: str, known: Mapping[str, Description]) -> str:
    about = known.get(iri, {})
    for predicate in _NAMES:
        if predicate in about:
            return f"“{min(about[predicate])}”"
    return local(iri) or iri
