"""What a node is called and what is said about it alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.analysis.relations import ORGANIZATION, PERSON, PROJECT, SKILL, THING, UNIT
from kg.analysis.statements import LABEL, ORG, RDF_TYPE, SCHEMA, SKOS, Descriptions

_NAMES = (f"{SCHEMA}name", f"{SKOS}prefLabel", LABEL)
_STATED = _NAMES[:2]
_OTHER_NAMES = (f"{SCHEMA}alternateName", f"{SKOS}altLabel")
_LINKS = (f"{SCHEMA}url", f"{SCHEMA}sameAs")


def people(described: Descriptions) -> set[str]:
    """Everybody the entities know, also somebody of whom no document states anything more."""
    return {subject for subject, said in described.items() if f"{SCHEMA}Person" in said.get(RDF_TYPE, ())}


def label(iri: str, said: Mapping[str, tuple[str, ...]]) -> str:
    """What to call a thing: its name, else its label, else the last part of its IRI."""
    for prop in _NAMES:
        if said.get(prop):
            return said[prop][0]
    return iri.rstrip("/").replace("#", "/").rsplit("/", 1)[-1]


def kind_of(said: Mapping[str, tuple[str, ...]]) -> str:
    """The kind of a thing by its stated types."""
    types = said.get(RDF_TYPE, ())
    if f"{SCHEMA}Person" in types:
        return PERSON.name
    if f"{ORG}unitOf" in said or f"{ORG}OrganizationalUnit" in types:
        return UNIT.name
    if f"{SKOS}Concept" in types or f"{SCHEMA}DefinedTerm" in types:
        return SKILL.name
    if f"{SCHEMA}Project" in types:
        return PROJECT.name
    if any(name.endswith(("Organization", "Corporation", "University", "School", "Company")) for name in types):
        return ORGANIZATION.name
    return THING.name


def attributes(
    iri: str, kind: str, said: Mapping[str, tuple[str, ...]], stated: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    """The attributes of one node; `stated` is what a statement that is drawn as a node says of itself."""
    name = label(iri, said or stated)
    others = sorted({value for prop in _OTHER_NAMES for value in said.get(prop, ()) if value != name})
    mail = tuple(value.removeprefix("mailto:") for value in said.get(f"{SCHEMA}email", ()))
    return {
        "label": name,
        "named": any(said.get(prop) for prop in _STATED),
        "type": kind,
        "names": tuple(others),
        "lines": (*said.get(f"{SCHEMA}description", ()), *mail),
        "links": tuple(dict.fromkeys(value for prop in _LINKS for value in said.get(prop, ()))),
    }
