"""A profile as quads: the graph of one document, a function of the document's bytes and of this version alone."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.model import Abbreviation, Achievement, Link, Mention, Profile, Skill, SkillUse, Topic
from kg.rdf import literals
from kg.rdf.engagements import engage
from kg.rdf.iris import Iris, document_key
from kg.rdf.literals import term
from kg.rdf.mentions import KINDS
from kg.rdf.sheet import Sheet
from kg.rdf.statements import state
from kg.terms import KG, PROV, SCHEMA

_STATEMENTS = (Skill, SkillUse, Topic, Achievement, Link, Abbreviation)


def quads(profile: Profile, iris: Iris) -> Iterator[ox.Quad]:
    """Every quad of a document's graph, sorted."""
    sheet = Sheet(profile, iris)
    for fact in profile.facts():
        (state if isinstance(fact, _STATEMENTS) else engage)(fact, sheet)
    _describe_document(sheet)
    for mention in sheet.mentions.mentions():
        _describe_mention(mention, sheet)
    graph = iris.graph(profile.sha256)
    for subject, predicate, value in sorted(sheet.triples, key=str):
        yield ox.Quad(subject, predicate, value, graph)


def _describe_document(sheet: Sheet) -> None:
    profile, document = sheet.profile, sheet.document
    sheet.type(document, KG.Document, SCHEMA.ProfilePage, PROV.Entity)
    sheet.text(document, KG.sha256, profile.sha256)
    sheet.text(document, SCHEMA.encodingFormat, profile.media_type)
    sheet.text(document, SCHEMA.inLanguage, profile.language)
    if profile.dated:
        sheet.add(document, SCHEMA.dateModified, literals.edtf(profile.dated))
    sheet.add(document, KG.subjectMention, sheet.iris.mention(sheet.mentions.subject))


def _describe_mention(mention: Mention, sheet: Sheet) -> None:
    node = sheet.iris.mention(mention.id)
    sheet.type(node, KG.Mention)
    sheet.add(node, KG.mentionKind, term(KINDS[mention.kind]))
    sheet.add(node, KG.statedIn, sheet.document)
    sheet.text(node, KG.surface, mention.name)
    sheet.label(node, mention.name or f"unnamed person of {document_key(mention.document)}")
    if mention.parent:
        sheet.add(node, KG.within, sheet.iris.mention(mention.parent))
    for predicate, values in (
        (KG.identifiedBy, mention.identifiers),
        (KG.alsoWritten, mention.aliases),
        (KG.context, mention.context),
    ):
        for value in values:
            sheet.text(node, predicate, value)
    sheet.evidence(node, sheet.mentions.evidence(mention.id))
