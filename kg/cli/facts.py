"""The facts of a profile as JSON: the public form, whose names and order other programs rely on."""

from __future__ import annotations

from typing import Any

from kg.model import Profile

_DATED = {"start", "end", "current"}
_FIELDS: dict[str, frozenset[str]] = {
    "positions": frozenset({"organization", "unit", "title", "kind", "location", "skills", "evidence", *_DATED}),
    "education": frozenset({"organization", "degree", "level", "field", "location", "grade", "evidence", *_DATED}),
    "advising": frozenset({"advisor", "organization", "unit", "evidence"}),
    "skills": frozenset({"name", "evidence"}),
    "topics": frozenset({"name", "evidence"}),
    "projects": frozenset({"name", "organization", "skills", "evidence"}),
    "awards": frozenset({"name", "organization", "date", "evidence"}),
    "offers": frozenset({"organization", "title", "date", "evidence"}),
    "students": frozenset({"name", "organization", "level", "evidence"}),
    "links": frozenset({"kind", "value", "evidence"}),
}
_ORDER = (
    ("organization", "unit", "title", "kind", "degree", "level", "field", "advisor", "name", "value", "start", "end")
    + ("date", "current", "location", "grade", "skills", "evidence")
)  # fmt: skip


def facts(profile: Profile, *, whole: bool = False) -> dict[str, Any]:
    """The facts of one document; `whole` gives everything the profile holds under the names of the model."""
    said = profile.model_dump(mode="json")
    if whole:
        return said
    person = {"name": profile.person.name, "evidence": said["person"]["evidence"]}
    kinds = {kind: [_fact(fact, fields) for fact in said[kind]] for kind, fields in _FIELDS.items()}
    return {"source": profile.source, "person": person} | kinds


def _fact(fact: dict[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    order = {name: rank for rank, name in enumerate(_ORDER)}
    return {name: fact[name] for name in sorted(fields, key=lambda name: order[name])}
