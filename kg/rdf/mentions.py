"""The people, organizations and units that a profile mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.model import (
    Advising,
    Award,
    EntityKind,
    Evidence,
    Fact,
    Mention,
    Offer,
    Position,
    Profile,
    Project,
    Student,
    Study,
)
from kg.rdf.keys import digest, folded
from kg.rdf.literals import clean
from kg.rdf.nodes import describe, local
from kg.terms import KG

KINDS = {
    EntityKind.PERSON: KG.PersonMention,
    EntityKind.ORGANIZATION: KG.OrganizationMention,
    EntityKind.UNIT: KG.UnitMention,
}
SCHOOL, EMPLOYER = "school", "employer"


def mentions(profile: Profile) -> tuple[Mention, ...]:
    """Every mention of a profile, sorted by id; the ids are those in the quads."""
    return MentionTable(profile).mentions()


class MentionTable:
    """Gathers the mentions of one profile, and with each the evidence and the context it stands in."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._known: dict[str, tuple[EntityKind, str | None, str | None]] = {}
        self._evidence: defaultdict[str, set[Evidence]] = defaultdict(set)
        self._context: defaultdict[str, set[str]] = defaultdict(set)
        self.subject = "m" + digest(profile.sha256, "subject")
        self._known[self.subject] = (EntityKind.PERSON, clean(profile.person.name or "") or None, None)
        self._evidence[self.subject].update(profile.person.evidence)
        for fact in profile.facts():
            for words, mention in self._mentioned(fact):
                self._evidence[mention].update(fact.evidence)
                self._context[mention].update(words)

    def organization(self, fact: Fact) -> str | None:
        """The id of the most specific organization or unit that a fact states."""
        name, unit = _names(fact)
        whole = self._add(EntityKind.ORGANIZATION, name) if name else None
        return self._add(EntityKind.UNIT, unit, whole) if unit else whole

    def person(self, fact: Advising | Student) -> str:
        """The id of the other person in an advising."""
        name, _ = _names(fact)
        other = fact.advisor if isinstance(fact, Advising) else fact.name
        return self._add(EntityKind.PERSON, other, self._add(EntityKind.ORGANIZATION, name) if name else None)

    def evidence(self, mention: str) -> tuple[Evidence, ...]:
        """Where a mention stands, in the order of the text."""
        return tuple(sorted(self._evidence[mention], key=lambda piece: (piece.start, piece.end)))

    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, sorted by id."""
        return tuple(self._mention(key) for key in sorted(self._known))

    def _add(self, kind: EntityKind, name: str, parent: str | None = None) -> str:
        words = clean(name)
        key = "m" + digest(self._profile.sha256, kind.value, words, parent or "")
        self._known.setdefault(key, (kind, words, parent))
        return key

    def _mentioned(self, fact: Fact) -> Iterator[tuple[set[str], str]]:
        """Every mention of a fact, and what its place there tells of it."""
        if (most_specific := self.organization(fact)) is None:
            whole = None
        else:
            role = {SCHOOL} if isinstance(fact, Study) else {EMPLOYER} if isinstance(fact, Position | Offer) else set()
            place = getattr(fact, "location", None)
            yield role | ({clean(place)} if place else set()), most_specific
            whole = self._known[most_specific][2]
            if whole:
                yield role | ({clean(place)} if place else set()), whole
        if isinstance(fact, Advising | Student):
            yield set(), self.person(fact)

    def _mention(self, key: str) -> Mention:
        kind, name, parent = self._known[key]
        subject = key == self.subject
        also = {clean(other) for other in self._profile.person.alternate_names} if subject else set()
        for short in self._profile.abbreviations:
            forms = {folded(clean(short.short)): clean(short.full), folded(clean(short.full)): clean(short.short)}
            if name and folded(name) in forms:
                also.add(forms[folded(name)])
        return Mention(
            id=key,
            kind=kind,
            name=name,
            document=self._profile.sha256,
            parent=parent,
            subject=subject,
            identifiers=tuple(sorted({clean(link.value) for link in self._profile.links})) if subject else (),
            aliases=tuple(sorted(also - {name, ""})),
            context=tuple(sorted(self._context[key])),
        )


def _names(fact: Fact) -> tuple[str | None, str | None]:
    """The organization and the unit that a fact names."""
    if isinstance(fact, Position | Study | Advising):
        return fact.organization or None, fact.unit or None
    if isinstance(fact, Student | Project | Award | Offer):
        return fact.organization or None, None
    return None, None


def read(quads: Iterable[ox.Quad]) -> tuple[Mention, ...]:
    """The mentions that document graphs hold, sorted by id; the inverse of writing them."""
    found = describe(quads)
    documents = {iri: about[KG.sha256][0] for iri, about in found.items() if KG.sha256 in about}
    subjects = {mention for about in found.values() for mention in about.get(KG.subjectMention, ())}
    kinds = {iri: kind for kind, iri in KINDS.items()}
    return tuple(
        sorted(
            Mention(
                id=local(iri),
                kind=kinds[about[KG.mentionKind][0]],
                name=next(iter(about.get(KG.surface, ())), None),
                document=documents[about[KG.statedIn][0]],
                parent=next(map(local, about.get(KG.within, ())), None),
                subject=iri in subjects,
                identifiers=tuple(sorted(about.get(KG.identifiedBy, ()))),
                aliases=tuple(sorted(about.get(KG.alsoWritten, ()))),
                context=tuple(sorted(about.get(KG.context, ()))),
            )
            for iri, about in found.items()
            if KG.mentionKind in about
        )
    )
