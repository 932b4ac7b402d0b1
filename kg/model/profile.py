"""A profile: all facts of one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kg.model.dates import PartialDate
from kg.model.evidence import Evidence
from kg.model.facts import (
    Achievement,
    Advising,
    Award,
    Fact,
    Link,
    Offer,
    Position,
    Project,
    Skill,
    SkillUse,
    Student,
    Study,
    Topic,
)
from kg.model.term import Term
from kg.terms import KG, SCHEMA


class Subject(BaseModel):
    """The person a document is about; `name` is None, without evidence, where the document states none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str | None, Term(KG.surface)] = None
    alternate_names: Annotated[tuple[str, ...], Term(KG.alsoWritten)] = ()
    evidence: Annotated[tuple[Evidence, ...], Term(KG.evidence)] = ()

    @model_validator(mode="after")
    def _a_name_is_stated_somewhere(self) -> Subject:
        if self.name is not None and not self.evidence:
            raise ValueError("a name without evidence")
        return self


class Abbreviation(Fact):
    """A short form that the document introduces for a name it also writes in full."""

    short: Annotated[str, Term(KG.shortForm)]
    full: Annotated[str, Term(KG.fullForm)]


class Profile(BaseModel):
    """All facts of one document about its subject, in the order the document states them.

    `sha256` identifies the document; `dated` is the date the document gives itself ("Last updated: August 2025").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$"), Term(KG.sha256)]
    media_type: Annotated[str, Term(SCHEMA.encodingFormat)] = "text/plain"
    language: Annotated[str | None, Term(SCHEMA.inLanguage)] = None
    dated: Annotated[PartialDate | None, Term(SCHEMA.dateModified)] = None
    person: Annotated[Subject, Term(KG.subjectMention)] = Subject()
    positions: tuple[Position, ...] = ()
    education: tuple[Study, ...] = ()
    advising: tuple[Advising, ...] = ()
    skills: tuple[Skill, ...] = ()
    topics: tuple[Topic, ...] = ()
    projects: tuple[Project, ...] = ()
    awards: tuple[Award, ...] = ()
    offers: tuple[Offer, ...] = ()
    students: tuple[Student, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    uses: tuple[SkillUse, ...] = ()
    links: tuple[Link, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    @model_validator(mode="after")
    def _achievements_belong_to_positions(self) -> Profile:
        for achievement in self.achievements:
            if achievement.position is not None and not 0 <= achievement.position < len(self.positions):
                raise ValueError(f"there is no position {achievement.position} for an achievement")
        return self

    @model_validator(mode="after")
    def _uses_are_of_skills_that_were_used(self) -> Profile:
        for use in self.uses:
            facts = getattr(self, use.kind)
            if use.number >= len(facts) or use.name not in facts[use.number].skills:
                raise ValueError(f"{use.name!r} is told as used in {use.kind} {use.number}, which does not use it")
        return self

    def facts(self) -> Iterator[Fact]:
        """Every fact, kind by kind."""
        for kind in FACT_KINDS:
            yield from getattr(self, kind)


FACT_KINDS: tuple[str, ...] = (
    "positions",
    "education",
    "advising",
    "skills",
    "topics",
    "projects",
    "awards",
    "offers",
    "students",
    "achievements",
    "uses",
    "links",
    "abbreviations",
)
