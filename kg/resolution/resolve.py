"""From mentions to entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Entity, EntityKind, Judgement, Mention
from kg.resolution import entities, organizations, people
from kg.resolution.clusters import Clusters
from kg.resolution.judged import expand


def resolve(mentions: Iterable[Mention], judgements: Iterable[Judgement] = ()) -> tuple[Entity, ...]:
    """What the mentions turn out to be, sorted by key: every mention is in exactly one entity.

    A pure function of the two sets: their order does not matter. Judgements outrank rules; UsageError where they
    contradict each other. Likeness of names alone never joins anything.
    """
    everything = {mention.id: mention for mention in sorted(mentions)}
    persons = {m.id: m for m in everything.values() if m.kind is EntityKind.PERSON}
    others = {m.id: m for m in everything.values() if m.kind is not EntityKind.PERSON}
    terms = organizations.authorities(others)
    known = {mention: term.iri for mention, term in terms.items()}
    clusters = Clusters(tuple(expand(sorted(judgements), everything)), known)
    organizations.join(clusters, others, terms)

    def place(mention: Mention) -> str | None:
        """The organization, not the unit, that a person stands with."""
        above = others.get(mention.parent or "")
        return organizations.whole_of(above, clusters, others) if above else None

    present: defaultdict[str, set[str]] = defaultdict(set)
    for mention in others.values():
        present[mention.document].add(organizations.whole_of(mention, clusters, others))
    people.join(clusters, persons.values(), place, {document: frozenset(roots) for document, roots in present.items()})
    found = (*entities.people(clusters, persons), *entities.Organizations(clusters, others, terms).entities())
    return tuple(sorted(found, key=lambda entity: entity.key))
