"""A mention: a person's or an organization's name as one document writes it, and what it turns out to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of thing a mention names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One name in one document.

    `id` is unique and deterministic: a function of the document's SHA-256, the kind, the name and the parent. `name`
    is None for a subject whose name is not stated. `parent` is the id of the mention this one belongs to: a unit's
    organization, an advisor's or student's organization. `subject` marks the person the document is about.
    `identifiers` are addresses that identify (e-mail, profile page), `aliases` other names that the same document
    gives the same thing (an abbreviation it introduces), `context` words that tell homonyms apart ("school",
    "employer", a location).
    """

    id: str
    kind: EntityKind
    name: str | None
    document: str
    parent: str | None = None
    subject: bool = False
    identifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


class Verdict(StrEnum):
    """What somebody decided about two mentions or names."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Two things are the same or different, by whom, and why. A person's judgement outranks every rule's."""

    left: str
    right: str
    verdict: Verdict
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What several mentions turn out to be.

    `key` is the local part of its IRI, deterministic for a set of mentions; `iri` is set where an authority (the
    shipped gazetteer) names the entity. `name` is None where no document states one; `label` is always there.
    `parent` is the key of the organization a unit belongs to; `reasons` say why the mentions are one.
    """

    key: str
    kind: EntityKind
    label: str
    name: str | None = None
    iri: str | None = None
    alternate_names: tuple[str, ...] = ()
    parent: str | None = None
    types: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    reasons: tuple[Judgement, ...] = ()
