"""Facts: typed claims, each with the evidence that says so.

The JSON form of these models, and the names in it, is a public contract.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kg.model.dates import PartialDate, Period
from kg.model.evidence import Evidence
from kg.model.term import Term
from kg.terms import KG, SCHEMA


class PositionKind(StrEnum):
    """What kind of role a position is."""

    JOB = "job"
    INTERNSHIP = "internship"
    RESEARCH = "research"
    TEACHING = "teaching"
    FOUNDER = "founder"
    VOLUNTEER = "volunteer"
    OTHER = "other"


class EmploymentType(StrEnum):
    """The terms of a position, where the document states them."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACT = "contract"
    FREELANCE = "freelance"


class Level(StrEnum):
    """The level of a degree."""

    SECONDARY = "secondary"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"
    CERTIFICATE = "certificate"
    EXCHANGE = "exchange"
    OTHER = "other"


class LinkKind(StrEnum):
    """What a link or address is."""

    EMAIL = "email"
    WEB = "web"


class Fact(BaseModel):
    """One typed claim; it cannot be made without evidence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1), Term(KG.evidence)]


class Dated(Fact):
    """A claim that holds over a time, as far as the time is stated."""

    start: Annotated[PartialDate | None, Term(SCHEMA.startDate, KG.startEarliest, KG.startLatest)] = None
    end: Annotated[PartialDate | None, Term(SCHEMA.endDate, KG.endEarliest, KG.endLatest)] = None
    current: Annotated[bool, Term(KG.ongoing)] = False

    @model_validator(mode="after")
    def _ongoing_has_no_end(self) -> Dated:
        if self.current and self.end:
            raise ValueError("an ongoing fact has no end")
        return self

    @property
    def period(self) -> Period:
        """The time as one value."""
        return Period(self.start, self.end, self.current)


class Position(Dated):
    """A role held at an organization; `skills` are the canonical names of those used in it."""

    organization: Annotated[str | None, Term(KG.organizationMention)]
    unit: Annotated[str | None, Term(KG.organizationMention)] = None
    title: Annotated[str | None, Term(SCHEMA.roleName)] = None
    kind: Annotated[PositionKind, Term(KG.employmentType)] = PositionKind.JOB
    employment_type: Annotated[EmploymentType | None, Term(KG.employmentType)] = None
    location: Annotated[str | None, Term(SCHEMA.location)] = None
    skills: Annotated[tuple[str, ...], Term(KG.usedSkill)] = ()


class Study(Dated):
    """A time as a student; degree, field and grade as written."""

    organization: Annotated[str | None, Term(KG.organizationMention)]
    unit: Annotated[str | None, Term(KG.organizationMention)] = None
    degree: Annotated[str | None, Term(KG.degree)] = None
    level: Annotated[Level | None, Term(KG.level)] = None
    field: Annotated[str | None, Term(KG.field)] = None
    location: Annotated[str | None, Term(SCHEMA.location)] = None
    grade: Annotated[str | None, Term(KG.grade)] = None
    skills: Annotated[tuple[str, ...], Term(KG.usedSkill)] = ()


class Advising(Dated):
    """Somebody advises, supervises or hosts the subject."""

    advisor: Annotated[str, Term(KG.advisorMention)]
    organization: Annotated[str | None, Term(KG.organizationMention)] = None
    unit: Annotated[str | None, Term(KG.organizationMention)] = None


class Student(Dated):
    """Somebody is advised by the subject."""

    name: Annotated[str, Term(KG.adviseeMention)]
    organization: Annotated[str | None, Term(KG.organizationMention)] = None
    level: Annotated[Level | None, Term(KG.level)] = None


class Skill(Fact):
    """A technology the subject uses or knows, by its canonical name.

    `listed` tells whether the document lists it (a skills section, a badge), beside or instead of telling a use.
    `surface` is the first form the document writes.
    """

    name: Annotated[str, Term(KG.skill)]
    listed: Annotated[bool, Term(KG.listed)] = False
    surface: Annotated[str | None, Term(KG.surface)] = None


class UsedIn(StrEnum):
    """The kinds of facts, by their names in a profile, that a skill can be used in."""

    POSITIONS = "positions"
    EDUCATION = "education"
    PROJECTS = "projects"


class SkillUse(Fact):
    """The words that tell of a skill being used in one fact: the `number`-th of that `kind` in the profile, from 0."""

    name: Annotated[str, Term(KG.skill)]
    kind: UsedIn
    number: Annotated[int, Field(ge=0), Term(KG.usedIn)]


class Topic(Fact):
    """A field of work or research interest."""

    name: Annotated[str, Term(KG.topic)]


class Project(Dated):
    """A named system that the subject built or contributed to."""

    name: Annotated[str, Term(KG.project)]
    organization: Annotated[str | None, Term(KG.organizationMention)] = None
    skills: Annotated[tuple[str, ...], Term(KG.usedSkill)] = ()
    url: Annotated[str | None, Term(SCHEMA.url)] = None


class Award(Fact):
    """A prize, scholarship, fellowship or honour."""

    name: Annotated[str, Term(SCHEMA.name)]
    organization: Annotated[str | None, Term(KG.organizationMention)] = None
    date: Annotated[PartialDate | None, Term(KG.when)] = None


class Offer(Fact):
    """An offer of a position: not a position."""

    organization: Annotated[str, Term(KG.organizationMention)]
    title: Annotated[str | None, Term(SCHEMA.roleName)] = None
    date: Annotated[PartialDate | None, Term(KG.when)] = None


class Achievement(Fact):
    """A quantified claim of the subject, in the words of the document; `position` indexes the profile's positions."""

    text: Annotated[str, Term(SCHEMA.text)]
    position: Annotated[int | None, Term(KG.claimedIn)] = None


class Link(Fact):
    """An address of the subject, decoded ("a [at] b [dot] c" is "a@b.c")."""

    kind: LinkKind
    value: Annotated[str, Term(SCHEMA.email, SCHEMA.url)]
