"""The profile as schema.org JSON-LD (a ProfilePage) and as JSON Resume."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.views.profiles.sheet import Line

Json = dict[str, Any]


def profile_page(iri: str, said: Json, lines: Iterable[Line]) -> Json:
    """What https://schema.org/ProfilePage asks for: the main entity, with roles where a job or a study is told."""
    found = [line for line in lines if not line.inverse]
    entity: Json = {
        "@id": iri,
        "@type": "Person" if said["type"] == "person" else "Organization",
        "name": said["label"],
        "alternateName": list(said["names"]),
        "sameAs": [link for link in said["links"] if link.startswith(("http://", "https://"))],
        "worksFor": [_role(line) for line in found if line.relation == "worked at" and line.current],
        "alumniOf": [_place(line) for line in found if line.relation == "studied at" and not line.current],
        "memberOf": [_place(line) for line in found if line.relation == "member of"],
        "knowsAbout": sorted({line.label for line in found if line.kind in ("skill", "topic")}),
        "award": [line.label for line in found if line.relation == "received"],
    }
    if said["type"] != "person":
        entity["parentOrganization"] = [_place(line) for line in found if line.relation == "part of"]
    return {"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": _stated(entity)}


def resume(said: Json, lines: Iterable[Line]) -> Json:
    """The profile after the JSON Resume schema (https://jsonresume.org/schema): only what is stated."""
    found = [line for line in lines if not line.inverse]
    mail = next((line for line in said["lines"] if "@" in line and " " not in line), None)
    skills = sorted({line.label for line in found if line.kind == "skill"})
    return _stated(
        {
            "basics": _stated({"name": said["label"], "email": mail, "url": next(iter(said["links"]), None)}),
            "work": [
                _stated({"name": line.label, "position": line.said["title"], **_dates(line)})
                for line in found
                if line.relation == "worked at"
            ],
            "education": [
                _stated({"institution": line.label, "studyType": line.said["title"], **_dates(line)})
                for line in found
                if line.relation == "studied at"
            ],
            "awards": [
                _stated({"title": line.label, "date": line.said["when"]})
                for line in found
                if line.relation == "received"
            ],
            "skills": [{"name": name} for name in skills],
            "interests": [{"name": line.label} for line in found if line.kind == "topic"],
            "projects": [
                _stated({"name": line.label, **_dates(line)}) for line in found if line.relation == "worked on"
            ],
        }
    )


def _role(line: Line) -> Json:
    role = {"roleName": line.said["title"], "startDate": line.said["start"], "endDate": line.said["end"]}
    return _stated({"@type": "EmployeeRole", "worksFor": _place(line), **role})


def _place(line: Line) -> Json:
    return {"@type": "Organization", "@id": line.other, "name": line.label}


def _dates(line: Line) -> Json:
    return {"startDate": line.said["start"], "endDate": line.said["end"]}


def _stated(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, ())}
