"""The words for what nodes are and what an edge says, read from either end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node: its `name`, and the `plural` a legend counts."""

    name: str
    plural: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What an edge says: `name` from its source, `ongoing` where it goes on, `inverse` from its target.

    `weight` is how strongly it ties its ends together, for measures and layouts: a job shared says more than a skill.
    """

    name: str
    inverse: str
    ongoing: str | None = None
    weight: float = 1.0

    def words(self, *, current: bool = False) -> str:
        """The words from the source's side."""
        return self.ongoing if current and self.ongoing else self.name


PERSON = Kind("person", "people")
ORGANIZATION = Kind("organization", "organizations")
UNIT = Kind("unit", "units")
SKILL = Kind("skill", "skills")
PROJECT = Kind("project", "projects")
TOPIC = Kind("topic", "topics")
AWARD = Kind("award", "awards")
THING = Kind("thing", "things")

KINDS: dict[str, Kind] = {kind.name: kind for kind in (PERSON, ORGANIZATION, UNIT, SKILL, PROJECT, TOPIC, AWARD, THING)}

WORKED = Relation("worked at", "people who worked here", "works at", weight=3.0)
STUDIED = Relation("studied at", "people who studied here", "studies at", weight=2.0)
BELONGED = Relation("member of", "members", weight=3.0)
ADVISED = Relation("advised by", "advised", weight=3.0)
ADVISES_AT = Relation("advises at", "advisors here", weight=2.0)
OFFERED = Relation("had an offer from", "made an offer to")
RECEIVED = Relation("received", "received by")
GIVEN = Relation("given by", "gave")
BUILT = Relation("worked on", "people who worked on it", "works on", weight=2.0)
MADE_AT = Relation("made at", "made here")
MADE_WITH = Relation("made with", "used in", weight=0.4)
USED = Relation("used", "used by", weight=0.4)
KNOWS = Relation("lists", "listed by", weight=0.3)
TELLS = Relation("tells of", "told of by", weight=0.3)
INTERESTED = Relation("interested in", "interest of", weight=0.5)
PART_OF = Relation("part of", "parts", weight=2.0)

RELATIONS: dict[str, Relation] = {
    relation.name: relation
    for relation in (
        WORKED,
        STUDIED,
        BELONGED,
        ADVISED,
        ADVISES_AT,
        BUILT,
        MADE_AT,
        USED,
        MADE_WITH,
        KNOWS,
        TELLS,
        INTERESTED,
        RECEIVED,
        GIVEN,
        OFFERED,
        PART_OF,
    )
}
