"""A profile: all facts of one document."""

from __future__ import annotations

from collections.abc import Iterator

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
    Student,
    Study,
    Topic,
)


class Subject(BaseModel):
    """The person a document is about; `name` is None, without evidence, where the document states none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str | None = None
    alternate_names: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def _a_name_is_stated_somewhere(self) -> Subject:
        if self.name is not None and not self.evidence:
            raise ValueError("a name without evidence")
        return self


class Abbreviation(Fact):
    """A short form that the document introduces for a name it also writes in full."""

    short: str
    full: str


class Profile(BaseModel):
    """All facts of one document about its subject, in the order the document states them.

    `sha256` identifies the document; `dated` is the date the document gives itself ("Last updated: August 2025").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: str = "text/plain"
    language: str | None = None
    dated: PartialDate | None = None
    person: Subject = Subject()
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
    links: tuple[Link, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

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
    "links",
    "abbreviations",
)
