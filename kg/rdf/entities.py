"""Entities as quads: what they are called, what they are part of, and which mentions refer to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.gazetteers import organizations
from kg.model import Entity, EntityKind, Judgement, Verdict
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.literals import term
from kg.rdf.nodes import describe
from kg.terms import KG, ORG, RDF, RDFS, SCHEMA

VERDICTS = {Verdict.SAME: KG.Same, Verdict.DIFFERENT: KG.Different}
_Triple = tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]


def quads(entities: Iterable[Entity], iris: Iris) -> Iterator[ox.Quad]:
    """The descriptions of the entities (graph "entities") and whom each mention means and why (graph "identity").

    A unit's organization must be among the entities, or else be an IRI. What ties engagements to entities is left to
    the rules of the graph "entities".
    """
    known = sorted(entities, key=lambda entity: entity.key)
    nodes = {entity.key: iris.entity(entity) for entity in known}
    mentions = {mention for entity in known for mention in entity.mentions}
    for entity in known:
        for triple in _describe(entity, nodes):
            yield _quad(triple, iris.entities)
        for mention in entity.mentions:
            yield _quad((iris.mention(mention), KG.refersTo, nodes[entity.key]), iris.identity)
        for judgement in entity.reasons:
            for triple in _judge(judgement, iris, mentions):
                yield _quad(triple, iris.identity)
            yield _quad((_judgement(judgement, iris), SCHEMA.about, nodes[entity.key]), iris.identity)


def judgements(given: Iterable[Judgement], iris: Iris, mentions: Iterable[str] = ()) -> Iterator[ox.Quad]:
    """Judgements as quads of the graph "identity"; `mentions` are the ids that there are."""
    known = set(mentions)
    for judgement in given:
        for triple in _judge(judgement, iris, known):
            yield _quad(triple, iris.identity)


def read_judgements(quads: Iterable[ox.Quad]) -> tuple[Judgement, ...]:
    """The judgements that quads hold, sorted; the inverse of writing them."""
    verdicts = {iri: verdict for verdict, iri in VERDICTS.items()}
    return tuple(
        sorted(
            Judgement(
                about[KG.left][0],
                about[KG.right][0],
                verdicts[about[KG.verdict][0]],
                about[KG.judgedBy][0],
                about[KG.reason][0],
            )
            for about in describe(quads).values()
            if KG.verdict in about
        )
    )


def _describe(entity: Entity, nodes: dict[str, ox.NamedNode]) -> Iterator[_Triple]:
    node = nodes[entity.key]
    yield node, RDFS.label, literals.label(entity.label)
    if entity.name:
        yield node, SCHEMA.name, literals.text(entity.name)
    for name in entity.alternate_names:
        yield node, SCHEMA.alternateName, literals.text(name)
    if entity.kind is EntityKind.PERSON:
        yield node, RDF.type, term(SCHEMA.Person)
    else:
        yield from _describe_organization(entity, node, nodes)


def _describe_organization(entity: Entity, node: ox.NamedNode, nodes: dict[str, ox.NamedNode]) -> Iterator[_Triple]:
    unit = ORG.OrganizationalUnit in entity.types or (
        entity.kind is EntityKind.UNIT and ORG.FormalOrganization not in entity.types
    )
    kinds = {SCHEMA.Organization, *entity.types} | ({ORG.OrganizationalUnit} if unit else set())
    for kind in sorted(kinds):
        yield node, RDF.type, term(kind)
    if entity.parent:
        above = nodes.get(entity.parent) or ox.NamedNode(entity.parent)
        yield node, ORG.unitOf if unit else ORG.subOrganizationOf, above
    if entity.iri:
        try:
            same = organizations()[entity.iri].same_as
        except KeyError:
            same = ()
        for other in same:
            yield node, SCHEMA.sameAs, ox.NamedNode(other)


def _judge(judgement: Judgement, iris: Iris, mentions: set[str]) -> Iterator[_Triple]:
    node = _judgement(judgement, iris)
    yield node, RDF.type, term(KG.Judgement)
    yield node, KG.verdict, term(VERDICTS[judgement.verdict])
    yield node, KG.left, literals.text(judgement.left)
    yield node, KG.right, literals.text(judgement.right)
    yield node, KG.judgedBy, literals.text(judgement.by)
    yield node, KG.reason, literals.text(judgement.reason)
    yield node, RDFS.label, literals.label(f"{judgement.verdict}: {judgement.reason}")
    for side in sorted({judgement.left, judgement.right} & mentions):
        yield node, KG.concerns, iris.mention(side)


def _judgement(judgement: Judgement, iris: Iris) -> ox.NamedNode:
    return iris.judgement(judgement.left, judgement.right, judgement.verdict, judgement.by, judgement.reason)


def _quad(triple: _Triple, graph: ox.NamedNode) -> ox.Quad:
    subject, predicate, value = triple
    return ox.Quad(subject, term(predicate), value, graph)
