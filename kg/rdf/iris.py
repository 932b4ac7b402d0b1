"""Mint IRIs: deterministic, flat, opaque for people, all under one base."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.errors import UsageError
from kg.gazetteers import skills
from kg.model import Entity, EntityKind
from kg.rdf.keys import digest, folded, readable

DEFAULT_BASE = "https://kg.example/"


@dataclass(frozen=True)
class Iris:
    """Every IRI of a graph's own things. UsageError if the base is no http(s) address ending in "/" or "#"."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Refuse a base under which IRIs would be broken."""
        if not self.base.endswith(("/", "#")):
            raise UsageError(f"the base IRI {self.base!r} must end in / or #")
        try:
            parts = urlsplit(ox.NamedNode(self.base).value)
        except ValueError as error:
            raise UsageError(f"the base IRI {self.base!r} is not an absolute IRI") from error
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
            raise UsageError(f"the base IRI {self.base!r} must be an http or https address")

    def _node(self, room: str, local: str) -> ox.NamedNode:
        return ox.NamedNode(f"{self.base}{room}/{local}")

    def document(self, sha256: str) -> ox.NamedNode:
        """A document, by the SHA-256 of its bytes."""
        return self._node("doc", document_key(sha256))

    def evidence(self, sha256: str, start: int, end: int) -> ox.NamedNode:
        """A span of a document's text (RFC 5147); a base that ends in "#" leaves no room for a second fragment."""
        mark = "#" if self.base.endswith("/") else "/"
        return self._node("doc", f"{document_key(sha256)}{mark}char={start},{end}")

    def mention(self, key: str) -> ox.NamedNode:
        """A mention, by its id."""
        return self._node("mention", key)

    def engagement(self, key: str) -> ox.NamedNode:
        """An engagement, by its key."""
        return self._node("engagement", key)

    def statement(self, key: str) -> ox.NamedNode:
        """A statement, by its key."""
        return self._node("statement", key)

    def entity(self, entity: Entity) -> ox.NamedNode:
        """A person, organization or unit: the authority's IRI where one names it, else one of our own."""
        if entity.iri:
            return ox.NamedNode(entity.iri)
        return self._node("person" if entity.kind is EntityKind.PERSON else "organization", entity.key)

    def skill(self, name: str) -> ox.NamedNode:
        """A skill by a name of it: of the shipped list, or one of our own."""
        if known := skills().find(name):
            return ox.NamedNode(known.iri)
        return self._node("skill", readable(name, "skill", folded(name)))

    def topic(self, name: str) -> ox.NamedNode:
        """A field of work by a name of it: of the shipped list, or one of our own."""
        if (known := skills().find(name)) and not known.ambiguous:
            return ox.NamedNode(known.iri)
        return self._node("topic", readable(name, "topic", folded(name)))

    def place(self, name: str) -> ox.NamedNode:
        """A place by its words, exactly."""
        return self._node("place", readable(name, "place", name))

    def project(self, sha256: str, name: str) -> ox.NamedNode:
        """A project as one document tells of it."""
        return self._node("project", readable(name, "project", sha256, name))

    def judgement(self, *parts: str) -> ox.NamedNode:
        """A judgement, by everything in it."""
        return self._node("judgement", "j" + digest(*parts))

    def software(self, version: str) -> ox.NamedNode:
        """A version of the software."""
        return self._node("software", f"people-kg-{version}")

    def graph(self, sha256: str) -> ox.NamedNode:
        """The graph of what a document says."""
        return self._node("graph", document_key(sha256))

    @cached_property
    def entities(self) -> ox.NamedNode:
        """The graph that describes entities and links engagements to them."""
        return self._node("graph", "entities")

    @cached_property
    def derived(self) -> ox.NamedNode:
        """The graph of what rules derive."""
        return self._node("graph", "derived")

    @cached_property
    def identity(self) -> ox.NamedNode:
        """The graph that says which entity a mention refers to, and why."""
        return self._node("graph", "identity")

    @cached_property
    def provenance(self) -> ox.NamedNode:
        """The graph of file names and software versions."""
        return self._node("graph", "provenance")

    @cached_property
    def ontology(self) -> ox.NamedNode:
        """The graph of the vocabulary."""
        return self._node("graph", "ontology")

    @cached_property
    def skills(self) -> ox.NamedNode:
        """The graph of the skills and topics in use, and what is broader."""
        return self._node("graph", "skills")

    @cached_property
    def ledger(self) -> ox.NamedNode:
        """The graph of what was found where on this machine; never exported."""
        return self._node("graph", "ledger")


def document_key(sha256: str) -> str:
    """The local part of a document's IRI and graph: "d" and 16 hexadecimal digits."""
    return "d" + sha256[:16]
