"""Facts: typed claims, each with the evidence that says so.

The JSON form of these models, and the names in it, is a public contract.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kg.model.dates import PartialDate, Period
from kg.model.evidence import Evidence


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

    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Dated(Fact):
    """A claim that holds over a time, as far as the time is stated."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False

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

    organization: str | None
    unit: str | None = None
    title: str | None = None
    kind: PositionKind = PositionKind.JOB
    employment_type: EmploymentType | None = None
    location: str | None = None
    skills: tuple[str, ...] = ()


class Study(Dated):
    """A time as a student; degree, field and grade as written."""

    organization: str | None
    unit: str | None = None
    degree: str | None = None
    level: Level | None = None
    field: str | None = None
    location: str | None = None
    grade: str | None = None
    skills: tuple[str, ...] = ()


class Advising(Dated):
    """Somebody advises, supervises or hosts the subject."""

    advisor: str
    organization: str | None = None
    unit: str | None = None


class Student(Dated):
    """Somebody is advised by the subject."""

    name: str
    organization: str | None = None
    level: Level | None = None


class Skill(Fact):
    """A technology the subject uses or knows, by its canonical name.

    `listed` tells whether the document lists it (a skills section, a badge), beside or instead of telling a use.
    `surface` is the first form the document writes.
    """

    name: str
    listed: bool = False
    surface: str | None = None


class Topic(Fact):
    """A field of work or research interest."""

    name: str


class Project(Dated):
    """A named system that the subject built or contributed to."""

    name: str
    organization: str | None = None
    skills: tuple[str, ...] = ()
    url: str | None = None


class Award(Fact):
    """A prize, scholarship, fellowship or honour."""

    name: str
    organization: str | None = None
    date: PartialDate | None = None


class Offer(Fact):
    """An offer of a position: not a position."""

    organization: str
    title: str | None = None
    date: PartialDate | None = None


class Achievement(Fact):
    """A quantified claim the subject makes, in the words of the document; `position` indexes the profile's positions."""

    text: str
    position: int | None = None


class Link(Fact):
    """An address of the subject, decoded ("a [at] b [dot] c" is "a@b.c")."""

    kind: LinkKind
    value: str
