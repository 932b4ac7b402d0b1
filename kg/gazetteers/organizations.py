"""The organizations we know, from `ontology/organizations.ttl`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property

from kg import ontology
from kg.gazetteers.names import organization_key
from kg.gazetteers.turtle import ORG, SCHEMA, TYPE, describe, values


@dataclass(frozen=True, slots=True)
class OrganizationTerm:
    """One organization.

    `types` are IRIs (schema:CollegeOrUniversity, …), `parents` the IRIs of what it is a unit or a company of, `same_as`
    identifiers elsewhere, `locations` places that tell homonyms apart.
    """

    iri: str
    name: str
    aliases: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class OrganizationGazetteer:
    """All terms, sorted by IRI."""

    terms: tuple[OrganizationTerm, ...]

    @cached_property
    def _by_key(self) -> dict[str, tuple[OrganizationTerm, ...]]:
        found: defaultdict[str, dict[str, OrganizationTerm]] = defaultdict(dict)
        for term in self.terms:
            for name in term.names:
                found[organization_key(name)][term.iri] = term
        return {key: tuple(terms.values()) for key, terms in found.items()}

    @cached_property
    def _by_iri(self) -> dict[str, OrganizationTerm]:
        return {term.iri: term for term in self.terms}

    def find(self, name: str) -> tuple[OrganizationTerm, ...]:
        """Every organization of this name or alias: none, one, or several homonyms, which only context can part."""
        return self._by_key.get(organization_key(name), ())

    def __getitem__(self, iri: str) -> OrganizationTerm:
        return self._by_iri[iri]


@cache
def organizations() -> OrganizationGazetteer:
    """The shipped gazetteer of organizations, read once."""
    name, alias = SCHEMA + "name", SCHEMA + "alternateName"
    return OrganizationGazetteer(
        tuple(
            OrganizationTerm(
                iri=iri,
                name=about[name][0],
                aliases=values(about, alias),
                types=values(about, TYPE),
                parents=values(about, ORG + "unitOf", ORG + "subOrganizationOf"),
                same_as=values(about, SCHEMA + "sameAs"),
                locations=values(about, SCHEMA + "location"),
            )
            for iri, about in sorted(describe(ontology.file("organizations.ttl")).items())
            if name in about
        )
    )
