"""The profile as schema.org JSON-LD (a ProfilePage) and as JSON Resume."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.views.profiles.sheet import Line

Json = dict[str, Any]


def profile_page(iri: str, said: Json, lines: Iterable[Line]) -> Json:
    """What https://schema.org/ProfilePage asks for: the main entity, with roles where a job or a study is told.

    A skill is neither person nor organization, so its page is a plain page about a term.
    """
    if said["type"] not in ("person", "organization", "unit"):
        term = {"@id": iri, "@type": "DefinedTerm", "name": said["label"], "alternateName": list(said["names"])}
        return {"@context": "https://schema.org", "@type": "WebPage", "mainEntity": _stated(term)}
    found = [line for line in lines if not line.inverse]
    entity: Json = {
        "@id": iri,
        "@type": "Person" if said["type"] == "person" else "Organization",
        "name": _name(said),
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
            "basics": _stated({"name": _name(said), "email": mail, "url": next(iter(said["links"]), None)}),
            "work": [
                _stated({**_employer(line), "position": line.said["title"], **_dates(line)})
                for line in found
                if line.relation == "worked at"
            ],
            "education": [
                _stated({"institution": line.within or line.label, "studyType": line.said["title"], **_dates(line)})
                for line in found
                if line.relation == "studied at"
            ],
            "awards": [
                _stated({"title": line.label, "date": line.said["start"] or line.said["end"]})
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
    place = {"@type": "Organization", "@id": line.other, "name": line.label}
    return place | ({"parentOrganization": {"@type": "Organization", "name": line.within}} if line.within else {})


def _employer(line: Line) -> Json:
    return {"name": line.within, "description": line.label} if line.within else {"name": line.label}


def _name(said: Json) -> str | None:
    """The name, where a document states one: what merely stands in for it is nobody's name."""
    return said["label"] if said.get("named", True) else None


def _dates(line: Line) -> Json:
    return {"startDate": line.said["start"], "endDate": line.said["end"]}


def _stated(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, ())}
