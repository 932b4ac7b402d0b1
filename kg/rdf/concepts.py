"""The graph "skills": the skills and topics in use, what they are called and what is broader."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.gazetteers import SkillTerm, skills
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.literals import term
from kg.terms import KG, PREFIXES, RDF, RDFS, SCHEMA, SKOS

SHIPPED = PREFIXES["skill"]
SCHEME = SHIPPED + "scheme"


def quads(written: Iterable[tuple[str, str]], iris: Iris) -> Iterator[ox.Quad]:
    """Describe every concept in use, and the shipped ones that are broader.

    `written` gives the IRI of a concept and a name that a document writes for it (kg:writtenAs), once for every
    document that does. A concept that the shipped list does not know goes by the name most documents write, the
    first in the alphabet among equals.
    """
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for iri, name in written:
        names[iri][name] += 1
    waiting = sorted(iri for iri in names if iri.startswith(SHIPPED))
    seen: set[str] = set(waiting)
    own = {iri: min(names[iri], key=lambda name: (-names[iri][name], name)) for iri in names.keys() - seen}
    while waiting:
        known = skills()[waiting.pop()]
        yield from _shipped(known, iris)
        waiting += sorted(set(known.broader) - seen)
        seen |= set(known.broader)
    for iri in sorted(own):
        topic = iri.startswith(f"{iris.base}topic/")
        also = sorted(names[iri].keys() - {own[iri]})
        yield from _concept(iri, own[iri], also, KG.Topics if topic else KG.Skills, iris)
    yield from _schemes(iris)


def _shipped(known: SkillTerm, iris: Iris) -> Iterator[ox.Quad]:
    yield from _concept(known.iri, known.name, known.aliases, SCHEME, iris)
    node = ox.NamedNode(known.iri)
    if known.kind:
        yield ox.Quad(node, term(KG.skillKind), term(KG.BASE + known.kind), iris.skills)
    for broader in known.broader:
        yield ox.Quad(node, term(SKOS.broader), ox.NamedNode(broader), iris.skills)


def _concept(iri: str, name: str, also: Iterable[str], scheme: str, iris: Iris) -> Iterator[ox.Quad]:
    node = ox.NamedNode(iri)
    for kind in (SKOS.Concept, SCHEMA.DefinedTerm):
        yield ox.Quad(node, term(RDF.type), term(kind), iris.skills)
    yield ox.Quad(node, term(SKOS.prefLabel), literals.text(name), iris.skills)
    yield ox.Quad(node, term(SCHEMA.name), literals.text(name), iris.skills)
    yield ox.Quad(node, term(RDFS.label), literals.label(name), iris.skills)
    for other in also:
        yield ox.Quad(node, term(SKOS.altLabel), literals.text(other), iris.skills)
    yield ox.Quad(node, term(SKOS.inScheme), term(scheme), iris.skills)


def _schemes(iris: Iris) -> Iterator[ox.Quad]:
    for scheme, name in ((SCHEME, "known skills"), (KG.Skills, "other skills"), (KG.Topics, "other topics")):
        yield ox.Quad(term(scheme), term(RDF.type), term(SKOS.ConceptScheme), iris.skills)
        yield ox.Quad(term(scheme), term(RDFS.label), literals.label(name), iris.skills)
