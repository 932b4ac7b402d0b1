"""The facts of a profile as JSON: the public form, whose names and order other programs rely on."""

from __future__ import annotations

from typing import Any

from kg.model import Profile

_DATED = ("start", "end", "current")
_FIELDS: dict[str, tuple[str, ...]] = {
    "positions": ("organization", "unit", "title", "kind", *_DATED, "location", "skills", "evidence"),
    "education": ("organization", "degree", "level", "field", *_DATED, "location", "grade", "evidence"),
    "advising": ("advisor", "organization", "unit", "evidence"),
    "skills": ("name", "evidence"),
    "topics": ("name", "evidence"),
    "projects": ("name", "organization", "skills", "evidence"),
    "awards": ("name", "organization", "date", "evidence"),
    "offers": ("organization", "title", "date", "evidence"),
    "students": ("name", "organization", "level", "evidence"),
    "links": ("kind", "value", "evidence"),
}


def facts(profile: Profile, *, whole: bool = False) -> dict[str, Any]:
    """The facts of one document; `whole` gives everything the profile holds under the names of the model."""
    said = profile.model_dump(mode="json")
    if whole:
        return said
    person = {"name": profile.person.name, "evidence": said["person"]["evidence"]}
    kinds = {kind: [{name: fact[name] for name in names} for fact in said[kind]] for kind, names in _FIELDS.items()}
    return {"source": profile.source, "person": person} | kinds
