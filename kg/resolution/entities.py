"""Describe each set of mentions as one entity: its key, names, place among the others, and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.gazetteers import OrganizationTerm, organizations
from kg.gazetteers.names import organization_key
from kg.model import Entity, EntityKind, Judgement, Mention, Verdict
from kg.resolution import keys
from kg.resolution.clusters import Clusters
from kg.resolution.names import handle, is_part, person_key, unit_key
from kg.resolution.organizations import ancestors, full_name, homonyms, names_above

GAZETTEER = "gazetteer"
UNNAMED = "Unnamed person"


def people(clusters: Clusters, mentions: Mapping[str, Mention]) -> Iterator[Entity]:
    """One person per set; the name is the fullest form that a document states."""
    for group in clusters.sets(mentions):
        members = [mentions[m] for m in group]
        names = Counter(m.name for m in members if m.name)
        best = max(names, key=lambda name: (len(person_key(name).split()), names[name], -len(name), name), default=None)
        also = {name for m in members for name in (m.name, *m.aliases) if name} - {best}
        handles = sorted(filter(None, (handle(address) for m in members for address in m.identifiers)))
        yield Entity(
            key=keys.person(group[0]),
            kind=EntityKind.PERSON,
            label=best or (handles[0] if handles else UNNAMED),
            name=best,
            alternate_names=tuple(sorted(also)),
            mentions=tuple(group),
            reasons=clusters.reasons(group[0]),
        )


@dataclass
class Organizations:
    """Describes the sets of organizations and units; a unit's key depends on that of what it belongs to."""

    clusters: Clusters
    mentions: Mapping[str, Mention]
    terms: Mapping[str, OrganizationTerm]
    _made: dict[str, Entity] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def entities(self) -> Iterator[Entity]:
        """Every set of mentions as an entity, and what those of the gazetteer are part of."""
        for group in self.clusters.sets(self.mentions):
            yield self._entity(group[0])
        known = {e.iri for e in self._made.values() if e.iri}
        above = {iri for iri in known for iri in ancestors(organizations()[iri])}
        for iri in sorted(above - known):
            yield _from_term(organizations()[iri], EntityKind.ORGANIZATION)

    def _entity(self, root: str, below: frozenset[str] = frozenset()) -> Entity:
        """The entity of a set; `below` are the sets that wait for it, so that a circle of judgements ends."""
        if root not in self._made:
            self._made[root] = self._describe(root, below | {root})
            self._taken.add(self._made[root].key)
        return self._made[root]

    def _describe(self, root: str, below: frozenset[str]) -> Entity:
        group = [self.mentions[m] for m in self.clusters.members(root)]
        kind = EntityKind.UNIT if any(m.kind is EntityKind.UNIT for m in group) else EntityKind.ORGANIZATION
        names = Counter(full_name(m) for m in group)
        best = max(names, key=lambda name: (names[name], len(name), name))
        also = {name for m in group for name in (m.name or "", *m.aliases) if name}
        ids = tuple(m.id for m in group)
        terms = sorted((self.terms[m] for m in ids if m in self.terms), key=lambda term: term.iri)
        parent = self._parent(group, below) if kind is EntityKind.UNIT else None
        term = terms[0] if terms else None
        if term and _local(term.iri) not in self._taken:
            made = _from_term(term, kind)
            reasons = (*self.clusters.reasons(root), *_recognised(group, self.terms))
            other = tuple(sorted((also | set(made.alternate_names)) - {term.name}))
            return Entity(
                made.key, kind, made.label, made.name, made.iri, other, parent or made.parent, made.types, ids, reasons
            )
        key = self._key(group, best, parent)
        rest = tuple(sorted(also - {best}))
        return Entity(key, kind, best, best, None, rest, parent, (), ids, self.clusters.reasons(root))

    def _parent(self, group: Iterable[Mention], below: frozenset[str]) -> str | None:
        """The key of what the units belong to."""
        roots = sorted({self.clusters.root(m.parent) for m in group if m.parent} - below)
        return self._entity(roots[0], below).key if roots else None

    def _key(self, group: list[Mention], name: str, parent: str | None) -> str:
        if parent:
            unit = next(m for m in group if m.kind is EntityKind.UNIT)
            above = names_above(unit, self.clusters, self.mentions, self.terms)
            parts: tuple[str, ...] = (parent, unit_key(name, above))
        elif group[0].kind is EntityKind.UNIT or homonyms(group[0]) or is_part(organization_key(name)):
            parts = (organization_key(name), group[0].id)
        else:
            parts = (organization_key(name),)
        key = keys.organization(name, *parts)
        return keys.organization(name, *parts, group[0].id) if key in self._taken else key


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _from_term(term: OrganizationTerm, kind: EntityKind) -> Entity:
    parent = _local(term.parents[0]) if term.parents else None
    return Entity(_local(term.iri), kind, term.name, term.name, term.iri, term.aliases, parent, term.types)


def _recognised(group: Iterable[Mention], terms: Mapping[str, OrganizationTerm]) -> Iterator[Judgement]:
    """Why the mentions are taken for what the gazetteer knows."""
    for mention in group:
        if term := terms.get(mention.id):
            yield Judgement(mention.id, term.iri, Verdict.SAME, GAZETTEER, f"a name of {term.name}")
