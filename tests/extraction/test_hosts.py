"""Units are given the organization that the document names with them, and none that it does not."""

from __future__ import annotations

from kg.extraction import extract
from kg.model import Document, PositionKind, Profile
from kg.readers import read


def told(content: str) -> Profile:
    return extract(read(Document("page.md", content.encode())))


def test_the_school_of_the_same_sentence_houses_the_group() -> None:
    profile = told(
        "I am a master's student at Rookhope College and a member of the Tidal Power Research Group, "
        "advised by Prof. Osric Fenwick.\n"
    )
    assert [(a.advisor, a.organization, a.unit) for a in profile.advising] == [
        ("Osric Fenwick", "Rookhope College", "Tidal Power Research Group")
    ]
    groups = [p for p in profile.positions if p.unit == "Tidal Power Research Group"]
    found = [(p.organization, p.title, p.kind) for p in groups]
    assert found == [("Rookhope College", "member", PositionKind.RESEARCH)]


def test_a_unit_named_elsewhere_with_its_organization_belongs_there() -> None:
    profile = told(
        "At the Tidal Systems Group I was advised by Prof. Osric Fenwick.\n\n"
        "## Research\n\n**Rookhope College**, Tidal System Group [01/2021 - 12/2021]\n"
    )
    assert [(a.organization, a.unit) for a in profile.advising] == [("Rookhope College", "Tidal Systems Group")]


def test_a_group_that_nothing_houses_stays_alone() -> None:
    profile = told(
        "I was advised by Prof. Osric Fenwick in the Tidal Systems Group.\n\n"
        "## Education\n\n- BSc, Rookhope College, 2010 – 2013\n- MSc, University of Leeds, 2013 – 2014\n"
    )
    assert [a.organization in ("Rookhope College", "University of Leeds") for a in profile.advising] == [False]


def test_an_advisor_under_a_heading_was_at_the_school_that_it_names() -> None:
    for heading in ("MSc Botany, Rookhope College", "Rookhope College (MSc Botany)", "Rookhope College"):
        profile = told(f"# Ada Roe\n\n## Education\n\n### {heading}\n2014 – 2016\n\nSupervisor: Osric Fenwick\n")
        assert [(a.advisor, a.organization) for a in profile.advising] == [("Osric Fenwick", "Rookhope College")]
