"""The organizations we know, from `ontology/organizations.ttl`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from kg import ontology
from kg.errors import StoreError
from kg.gazetteers.names import organization_key, organization_keys
from kg.gazetteers.turtle import ORG, SCHEMA

_PREFIXES = {
    "organization": "https://w3id.org/people-kg/organization#",
    "schema": SCHEMA,
    "org": ORG,
    "wd": "http://www.wikidata.org/entity/",
}

# One paragraph of the file. Thousands of them are read at once, and few are ever asked for: what does not serve to find
# them stays as written until then, which takes a quarter of the time that reading all of it as Turtle takes.
_NAMES = re.compile(
    r'^organization:(\S+) a .+ ;\n    schema:name (".+") [;.](?:\n    schema:alternateName (".+") [;.])?', re.MULTILINE
)
_LITERAL = r'"(?:[^"\\\n]|\\.)*"'
_ENTRY = re.compile(
    rf"organization:(?P<slug>\S+) a (?P<types>[^;\n]+) ;\n"
    rf"    schema:name (?P<name>{_LITERAL})"
    rf"(?: ;\n    schema:alternateName (?P<aliases>{_LITERAL}(?:, {_LITERAL})*))?"
    rf"(?P<rest>(?: ;\n    [^;\n]+)*) \.\n?"
)
_LITERALS = re.compile(_LITERAL)
_ESCAPED = re.compile(r"\\(.)")


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


class OrganizationGazetteer:
    """All terms, sorted by IRI, from the text of the file that describes them, one paragraph each."""

    def __init__(self, text: str) -> None:
        """Raises StoreError if a paragraph is not laid out as the others."""
        self._paragraphs = text.split("\n\n")[2:]  # after the comment and the prefixes
        self._named = _NAMES.findall(text)
        self._terms: dict[str, OrganizationTerm] = {}
        if len(self._paragraphs) != len(self._named):
            raise StoreError("organizations.ttl is not laid out one organization a paragraph; reinstall people-kg")

    @cached_property
    def _by_slug(self) -> dict[str, str]:
        return {slug: paragraph for (slug, _, _), paragraph in zip(self._named, self._paragraphs, strict=True)}

    @cached_property
    def _by_key(self) -> dict[str, tuple[str, ...]]:
        named = [(slug, [*_literals(name), *_literals(aliases)]) for slug, name, aliases in self._named]
        keys = organization_keys(name for _, names in named for name in names)
        found: dict[str, tuple[str, ...]] = {}
        for slug, names in named:
            for name in names:
                slugs = found.get(keys[name], ())
                if slug not in slugs:
                    found[keys[name]] = (*slugs, slug)
        return found

    @property
    def terms(self) -> tuple[OrganizationTerm, ...]:
        """Every organization."""
        return tuple(self._term(slug) for slug in sorted(self._by_slug))

    def find(self, name: str) -> tuple[OrganizationTerm, ...]:
        """Every organization of this name or alias: none, one, or several homonyms, which only context can part."""
        slugs = self._by_key.get(organization_key(name))
        return tuple(self._term(slug) for slug in slugs) if slugs else ()

    def __getitem__(self, iri: str) -> OrganizationTerm:
        return self._term(iri.removeprefix(_PREFIXES["organization"]))

    def _term(self, slug: str) -> OrganizationTerm:
        term = self._terms.get(slug)
        if term is None:
            term = self._terms[slug] = _read(self._by_slug[slug])
        return term


def _literals(text: str) -> list[str]:
    """The strings of a list of literals."""
    if not text:
        return []
    if "\\" in text:
        return [_ESCAPED.sub(r"\1", literal[1:-1]) for literal in _LITERALS.findall(text)]
    return text[1:-1].split('", "')


def _values(text: str) -> Iterator[str]:
    """IRIs and literals, as strings."""
    if text.startswith('"'):
        yield from _literals(text)
    else:
        for name in text.split(", "):
            prefix, _, local = name.partition(":")
            yield _PREFIXES[prefix] + local


def _read(paragraph: str) -> OrganizationTerm:
    entry = _ENTRY.fullmatch(paragraph)
    if entry is None:
        raise StoreError(f"an entry of organizations.ttl is not laid out as the others: {paragraph[:60]!r}")
    slug, types, name, aliases, rest = entry.groups("")
    about: dict[str, list[str]] = {}
    for line in rest.split(" ;\n    ")[1:]:
        predicate, _, objects = line.partition(" ")
        about.setdefault(predicate, []).extend(_values(objects))
    return OrganizationTerm(
        iri=_PREFIXES["organization"] + slug,
        name=_literals(name)[0],
        aliases=tuple(_literals(aliases)),
        types=tuple(_values(types)),
        parents=(*about.get("org:unitOf", ()), *about.get("org:subOrganizationOf", ())),
        same_as=tuple(about.get("schema:sameAs", ())),
        locations=tuple(about.get("schema:location", ())),
    )


@cache
def organizations() -> OrganizationGazetteer:
    """The shipped gazetteer of organizations, read once."""
    path = ontology.file("organizations.ttl")
    try:
        return OrganizationGazetteer(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise StoreError(f"the ontology file {path.name} cannot be read; reinstall people-kg ({error})") from error
