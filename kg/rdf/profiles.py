"""Quads back to a profile: the inverse of writing a document's graph.

What a graph does not keep is the order of skills and of evidence within one fact, which comes back sorted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import UnknownError
from kg.model import (
    Abbreviation,
    Achievement,
    Advising,
    Award,
    Evidence,
    Fact,
    Link,
    LinkKind,
    Offer,
    PartialDate,
    Position,
    PositionKind,
    Profile,
    Project,
    Skill,
    SkillUse,
    Student,
    Study,
    Subject,
    Topic,
    UsedIn,
)
from kg.rdf.engagements import KINDS, LEVELS, TERMS
from kg.rdf.nodes import Description, describe
from kg.terms import KG, OA, RDF, SCHEMA

F = TypeVar("F", bound=Fact)


def read(quads: Iterable[ox.Quad], source: str = "") -> Profile:
    """The profile that a document's graph holds; `source` is what the document is to be called.

    Raises UnknownError if the quads describe no document or several.
    """
    return _Reading(describe(quads)).profile(source)


class _Reading:
    def __init__(self, found: dict[str, Description]) -> None:
        self._found = found
        documents = [iri for iri, about in found.items() if KG.sha256 in about]
        if len(documents) != 1:
            raise UnknownError(f"the graph of one document was expected, and {len(documents)} are described")
        self._document = documents[0]
        self._subject = self._one(self._document, KG.subjectMention) or ""

    def profile(self, source: str) -> Profile:
        document = self._document
        positions = self._nodes(KG.Employment, KG.GroupMembership)
        return Profile(
            source=source,
            sha256=self._text(document, KG.sha256),
            media_type=self._text(document, SCHEMA.encodingFormat),
            language=self._one(document, SCHEMA.inLanguage),
            dated=self._date(document, SCHEMA.dateModified),
            person=self._person(),
            positions=tuple(map(self._position, positions)),
            education=tuple(map(self._study, self._nodes(KG.Study))),
            advising=tuple(self._advising(subject_advises=False)),
            skills=self._all(self._skill, KG.SkillStatement),
            topics=self._all(self._topic, KG.TopicStatement),
            projects=self._all(self._project, KG.ProjectParticipation),
            awards=self._all(self._award, KG.AwardReceipt),
            offers=self._all(self._offer, KG.Offer),
            students=tuple(self._students()),
            uses=tuple(self._uses(positions)),
            achievements=tuple(self._achievement(node, positions) for node in self._nodes(KG.Claim)),
            links=self._all(self._link, KG.ContactStatement),
            abbreviations=self._all(self._abbreviation, KG.AbbreviationStatement),
        )

    def _all(self, make: Callable[[str], F], *classes: str) -> tuple[F, ...]:
        return tuple(map(make, self._nodes(*classes)))

    def _nodes(self, *classes: str) -> list[str]:
        """The nodes of these classes, in the order of the profile."""
        nodes = [iri for iri, about in self._found.items() if set(classes) & set(about.get(RDF.type, ()))]
        return sorted(nodes, key=lambda iri: (int(self._text(iri, SCHEMA.position)), iri))

    def _one(self, iri: str | None, predicate: str) -> str | None:
        return next(iter(self._found.get(iri or "", {}).get(predicate, ())), None)

    def _text(self, iri: str | None, predicate: str) -> str:
        return self._one(iri, predicate) or ""

    def _date(self, iri: str, predicate: str) -> PartialDate | None:
        return PartialDate.parse(value) if (value := self._one(iri, predicate)) else None

    def _values(self, iri: str, predicate: str) -> list[str]:
        return self._found[iri].get(predicate, [])

    def _evidence(self, iri: str) -> tuple[Evidence, ...]:
        pieces = (
            Evidence(start=int(self._text(p, OA.start)), end=int(self._text(p, OA.end)), quote=self._text(p, OA.exact))
            for p in self._values(iri, KG.evidence)
        )
        return tuple(sorted(pieces, key=lambda piece: (piece.start, piece.end)))

    def _person(self) -> Subject:
        return Subject(
            name=self._one(self._subject, KG.surface),
            evidence=self._evidence(self._subject),
            alternate_names=tuple(sorted(self._names_of_subject())),
        )

    def _names_of_subject(self) -> Iterator[str]:
        """Names that no abbreviation accounts for."""
        short = {self._text(n, KG.shortForm) for n in self._nodes(KG.AbbreviationStatement)}
        full = {self._text(n, KG.fullForm) for n in self._nodes(KG.AbbreviationStatement)}
        yield from set(self._values(self._subject, KG.alsoWritten)) - short - full

    def _where(self, iri: str, predicate: str = KG.organizationMention) -> tuple[str | None, str | None]:
        """(organization, unit) as an engagement names them."""
        mention = self._one(iri, predicate)
        name = self._one(mention, KG.surface)
        if self._one(mention, KG.mentionKind) != KG.UnitMention:
            return name, None
        return self._one(self._one(mention, KG.within), KG.surface), name

    def _when(self, iri: str) -> tuple[PartialDate | None, PartialDate | None, bool]:
        return self._date(iri, SCHEMA.startDate), self._date(iri, SCHEMA.endDate), self._one(iri, KG.ongoing) == "true"

    def _names(self, iri: str, predicate: str = KG.usedSkill) -> tuple[str, ...]:
        return tuple(sorted({name for s in self._values(iri, predicate) for name in self._values(s, KG.writtenAs)}))

    def _position(self, iri: str) -> Position:
        organization, unit = self._where(iri)
        start, end, current = self._when(iri)
        types = self._values(iri, KG.employmentType)
        group = KG.GroupMembership in self._values(iri, RDF.type)
        kinds = [kind for kind, concept in KINDS.items() if concept in types]
        return Position(
            organization=organization,
            unit=unit,
            title=self._one(iri, SCHEMA.roleName),
            kind=kinds[0] if kinds else PositionKind.RESEARCH if group else PositionKind.JOB,
            employment_type=next((terms for terms, concept in TERMS.items() if concept in types), None),
            location=self._one(self._one(iri, SCHEMA.location), SCHEMA.name),
            skills=self._names(iri),
            start=start,
            end=end,
            current=current,
            evidence=self._evidence(iri),
        )

    def _study(self, iri: str) -> Study:
        organization, unit = self._where(iri)
        start, end, current = self._when(iri)
        return Study(
            organization=organization,
            unit=unit,
            degree=self._one(iri, KG.degree),
            level=_named(LEVELS, self._one(iri, KG.level)),
            field=self._one(iri, KG.field),
            location=self._one(self._one(iri, SCHEMA.location), SCHEMA.name),
            grade=self._one(iri, KG.grade),
            skills=self._names(iri),
            start=start,
            end=end,
            current=current,
            evidence=self._evidence(iri),
        )

    def _advising(self, *, subject_advises: bool) -> Iterator[Advising]:
        for iri in self._advisings(subject_advises=subject_advises):
            organization, unit = self._where(iri)
            start, end, current = self._when(iri)
            yield Advising(
                advisor=self._text(self._one(iri, KG.advisorMention), KG.surface),
                organization=organization,
                unit=unit,
                start=start,
                end=end,
                current=current,
                evidence=self._evidence(iri),
            )

    def _students(self) -> Iterator[Student]:
        for iri in self._advisings(subject_advises=True):
            start, end, current = self._when(iri)
            yield Student(
                name=self._text(self._one(iri, KG.adviseeMention), KG.surface),
                organization=self._where(iri)[0],
                level=_named(LEVELS, self._one(iri, KG.level)),
                start=start,
                end=end,
                current=current,
                evidence=self._evidence(iri),
            )

    def _advisings(self, *, subject_advises: bool) -> list[str]:
        nodes = self._nodes(KG.Advising)
        return [iri for iri in nodes if (self._one(iri, KG.advisorMention) == self._subject) is subject_advises]

    def _skill(self, iri: str) -> Skill:
        return Skill(
            name=self._names(iri, KG.skill)[0],
            listed=self._one(iri, KG.listed) == "true",
            surface=self._one(iri, KG.surface),
            evidence=self._evidence(iri),
        )

    def _uses(self, positions: list[str]) -> Iterator[SkillUse]:
        engaged = {
            UsedIn.POSITIONS: positions,
            UsedIn.EDUCATION: self._nodes(KG.Study),
            UsedIn.PROJECTS: self._nodes(KG.ProjectParticipation),
        }
        places = {node: (kind, number) for kind, nodes in engaged.items() for number, node in enumerate(nodes)}
        for iri in self._nodes(KG.SkillUse):
            kind, number = places[self._text(iri, KG.usedIn)]
            name = self._names(iri, KG.skill)[0]
            yield SkillUse(name=name, kind=kind, number=number, evidence=self._evidence(iri))

    def _topic(self, iri: str) -> Topic:
        return Topic(name=self._names(iri, KG.topic)[0], evidence=self._evidence(iri))

    def _project(self, iri: str) -> Project:
        start, end, current = self._when(iri)
        return Project(
            name=self._text(self._one(iri, KG.project), SCHEMA.name),
            organization=self._where(iri)[0],
            skills=self._names(iri),
            url=self._one(iri, SCHEMA.url),
            start=start,
            end=end,
            current=current,
            evidence=self._evidence(iri),
        )

    def _award(self, iri: str) -> Award:
        return Award(
            name=self._text(iri, SCHEMA.name),
            organization=self._where(iri)[0],
            date=self._date(iri, KG.when),
            evidence=self._evidence(iri),
        )

    def _offer(self, iri: str) -> Offer:
        return Offer(
            organization=self._where(iri)[0] or "",
            title=self._one(iri, SCHEMA.roleName),
            date=self._date(iri, KG.when),
            evidence=self._evidence(iri),
        )

    def _achievement(self, iri: str, positions: list[str]) -> Achievement:
        engagement = self._one(iri, KG.claimedIn)
        return Achievement(
            text=self._text(iri, SCHEMA.text),
            position=positions.index(engagement) if engagement else None,
            evidence=self._evidence(iri),
        )

    def _link(self, iri: str) -> Link:
        if address := self._one(iri, SCHEMA.email):
            return Link(kind=LinkKind.EMAIL, value=address, evidence=self._evidence(iri))
        return Link(kind=LinkKind.WEB, value=self._text(iri, SCHEMA.url), evidence=self._evidence(iri))

    def _abbreviation(self, iri: str) -> Abbreviation:
        return Abbreviation(
            short=self._text(iri, KG.shortForm), full=self._text(iri, KG.fullForm), evidence=self._evidence(iri)
        )


K = TypeVar("K")


def _named(names: Mapping[K, str], iri: str | None) -> K | None:
    return next((name for name, concept in names.items() if concept == iri), None)
