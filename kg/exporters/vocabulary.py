"""The prefixes and the JSON-LD context of an export: those of the vocabularies, and those of the graph's own base."""

from __future__ import annotations

from typing import Any

from kg.stores.prefixes import prefixes as known

# "organization:" and "skill:" are those of the shipped lists; others are minted under the base
_ROOMS = {
    "doc": "doc",
    "engagement": "engagement",
    "graph": "graph",
    "judgement": "judgement",
    "mention": "mention",
    "other-organization": "organization",
    "other-skill": "skill",
    "person": "person",
    "place": "place",
    "project": "project",
    "software": "software",
    "statement": "statement",
    "topic": "topic",
}


def prefixes(base: str) -> dict[str, str]:
    """Prefix → namespace for a graph under a base."""
    return dict(known()) | {prefix: f"{base}{room}/" for prefix, room in _ROOMS.items()}


def context(base: str) -> dict[str, Any]:
    """The JSON-LD context for a graph under a base: every term spelled out, nothing to fetch.

    A prefix whose name a term of the vocabulary has is in the plural: "skills:go" beside the property "skill".
    """
    from kg.rdf.context import context as terms

    spelled = dict(terms())
    own = {prefix if prefix not in spelled else f"{prefix}s": space for prefix, space in sorted(prefixes(base).items())}
    spaces = {space for space in spelled.values() if isinstance(space, str)}
    return {prefix: space for prefix, space in own.items() if space not in spaces} | spelled
