"""What the graph tells of a person, as plain values: engagements with their organizations, times, skills and quotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.model import Period


@dataclass(frozen=True, order=True)
class Thing:
    """Anything with an IRI and a label: an organization, a skill, a place, a person."""

    iri: str
    label: str

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, order=True)
class Quote:
    """The words of a document that say so: `quote` stands at `start` to `end` of its text."""

    document: str
    start: int
    end: int
    quote: str

    def __str__(self) -> str:
        return self.quote


@dataclass(frozen=True)
class Engagement:
    """What ties a person to an organization: a job, a time of study, a membership, an advising, an offer, an award.

    `organization` is the most specific one stated, `within` what that is a part of. `title` is the role or the name of
    an award, `kind` the local name of the class ("Employment", "Study", …), `terms` what the document calls the terms
    ("Internship"). `advisor` and `advisee` are the two of an advising. What is not stated is None or empty.
    """

    iri: str
    kind: str
    organization: Thing | None = None
    within: Thing | None = None
    title: str | None = None
    period: Period = Period()  # noqa: RUF009 - frozen, and empty
    location: Thing | None = None
    terms: tuple[str, ...] = ()
    degree: str | None = None
    level: str | None = None
    field: str | None = None
    grade: str | None = None
    project: Thing | None = None
    advisor: Thing | None = None
    advisee: Thing | None = None
    skills: tuple[Thing, ...] = ()
    evidence: tuple[Quote, ...] = ()

    @property
    def recency(self) -> tuple[bool, date, date]:
        """Sorts by time: the ongoing after the ended, then by end, then by start; what states no time comes first."""
        start = self.period.start.earliest if self.period.start else date.min
        end = self.period.end.latest if self.period.end else start
        return self.period.current, end, start


@dataclass(frozen=True)
class Record:
    """A document in the graph: its key, IRI, the names of its files, its date as stated, and whom it is about."""

    key: str
    iri: str
    names: tuple[str, ...] = field(default=())
    dated: str | None = None
    person: Thing | None = None
