"""The graph of one document, while it is written: what every kind of fact needs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.model import Dated, Evidence, Fact, PartialDate, Period, Profile
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.keys import digest
from kg.rdf.literals import term
from kg.rdf.mentions import MentionTable
from kg.terms import KG, OA, ORG, PROV, RDF, RDFS, SCHEMA

Node = ox.NamedNode
Value = ox.NamedNode | ox.Literal


class Sheet:
    """Collects the triples of one document."""

    def __init__(self, profile: Profile, iris: Iris) -> None:
        self.profile = profile
        self.iris = iris
        self.mentions = MentionTable(profile)
        self.document = iris.document(profile.sha256)
        self.triples: set[tuple[Node, Node, Value]] = set()
        self.engaged: defaultdict[str, list[Node]] = defaultdict(list)
        self._ranks: Counter[str] = Counter()
        self._keys: Counter[str] = Counter()

    def add(self, subject: Node, predicate: str, value: Value) -> None:
        """State one triple."""
        self.triples.add((subject, term(predicate), value))

    def type(self, subject: Node, *classes: str) -> None:
        """State the classes of a thing."""
        for name in classes:
            self.add(subject, RDF.type, term(name))

    def text(self, subject: Node, predicate: str, value: str | None) -> None:
        """State a string, where there is one."""
        if value:
            self.add(subject, predicate, literals.text(value))

    def label(self, subject: Node, *words: str | None) -> None:
        """What to show a person: the words that there are, with commas."""
        self.add(subject, RDFS.label, literals.label(", ".join(word for word in words if word and word.strip())))

    def engagement(self, fact: Fact, kind: str, *classes: str) -> Node:
        """The node of a fact that is an engagement, with what all of them have but its people and its label."""
        node = self.iris.engagement("e" + self._key(fact, kind))
        self._begin(node, fact, kind)
        self.type(node, KG.Engagement, ORG.Membership, *classes)
        if organization := self.mentions.organization(fact):
            self.add(node, KG.organizationMention, self.iris.mention(organization))
        if isinstance(fact, Dated):
            self._period(node, fact.period)
        return node

    def statement(self, fact: Fact, kind: str) -> Node:
        """The node of a fact about the subject that is no engagement, with what all of them have but its label."""
        node = self.iris.statement("s" + self._key(fact, kind))
        self._begin(node, fact, kind)
        self.type(node, KG.Statement, kind)
        self.add(node, KG.memberMention, self.iris.mention(self.mentions.subject))
        return node

    def date(self, node: Node, value: PartialDate) -> None:
        """When an engagement that is a moment took place."""
        self.add(node, KG.when, literals.edtf(value))
        self._bounds(node, value, value)

    def skills(self, node: Node, names: Iterable[str]) -> None:
        """The skills used in an engagement."""
        for name in names:
            self.add(node, KG.usedSkill, self.concept(self.iris.skill(name), name))

    def concept(self, node: Node, name: str) -> Node:
        """A skill or topic that a fact names."""
        self.text(node, KG.writtenAs, name)
        return node

    def place(self, node: Node, name: str | None) -> None:
        """Where an engagement took place."""
        if name:
            place = self.iris.place(literals.clean(name))
            self.add(node, SCHEMA.location, place)
            self.type(place, SCHEMA.Place)
            self.text(place, SCHEMA.name, name)
            self.label(place, name)

    def evidence(self, node: Node, pieces: Iterable[Evidence]) -> None:
        """The spans that say so."""
        for piece in pieces:
            span = self.iris.evidence(self.profile.sha256, piece.start, piece.end)
            self.add(node, KG.evidence, span)
            self.type(span, OA.TextPositionSelector, OA.TextQuoteSelector)
            self.add(span, OA.start, literals.number(piece.start))
            self.add(span, OA.end, literals.number(piece.end))
            self.add(span, OA.exact, literals.text(piece.quote))
            self.add(span, PROV.hadPrimarySource, self.document)
            self.add(span, RDFS.label, literals.label(f"“{piece.quote}”"))

    def _key(self, fact: Fact, kind: str) -> str:
        """A hash of the document and of what the fact says; its evidence may change, and the fact be the same."""
        words = json.dumps(fact.model_dump(mode="json", exclude={"evidence"}), sort_keys=True)
        self._keys[words + kind] += 1
        return digest(self.profile.sha256, kind, words, str(self._keys[words + kind]))

    def _begin(self, node: Node, fact: Fact, kind: str) -> None:
        self.type(node, kind)
        self.add(node, KG.statedIn, self.document)
        model = type(fact).__name__
        self.add(node, SCHEMA.position, literals.number(self._ranks[model]))
        self._ranks[model] += 1
        self.evidence(node, fact.evidence)

    def _period(self, node: Node, period: Period) -> None:
        if not period.stated:
            return
        self.add(node, KG.when, literals.edtf(period.edtf))
        if period.start:
            self.add(node, SCHEMA.startDate, literals.edtf(period.start))
        if period.end:
            self.add(node, SCHEMA.endDate, literals.edtf(period.end))
        self._bounds(node, period.start, period.end)
        if period.current:
            self.add(node, KG.ongoing, literals.truth(True))
            if self.profile.dated:
                self.add(node, KG.ongoingAsOf, literals.edtf(self.profile.dated))

    def _bounds(self, node: Node, start: PartialDate | None, end: PartialDate | None) -> None:
        if start:
            self.add(node, KG.startEarliest, literals.day(start.earliest))
            self.add(node, KG.startLatest, literals.day(start.latest))
        if end:
            self.add(node, KG.endEarliest, literals.day(end.earliest))
            self.add(node, KG.endLatest, literals.day(end.latest))
