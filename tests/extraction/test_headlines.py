"""Roles told in the first lines of a page, with invented people and places."""

from __future__ import annotations

import pytest

from kg.extraction import extract
from kg.model import Document
from kg.readers import read

POSITIONS = [
    (
        "# Ada Roe\n\nAssistant Professor  \nDepartment of Botany  \nUniversity of Bergen\n\nI like moss.\n",
        "Assistant Professor | Department of Botany | University of Bergen",
    ),
    (
        "**Ada Roe**\n\nAssistant Professor\n\nDepartment of Botany, University of Bergen\n\nI like moss.\n",
        "Assistant Professor | Department of Botany | University of Bergen",
    ),
    (
        "#### Postdoctoral Researcher\n[Moss Laboratory](a)<br>\n[Foo University](b)\n\n#### Contacts\nOffice: 3\n",
        "Postdoctoral Researcher | Moss Laboratory | Foo University",
    ),
    (
        "---\nname: Ada Roe\norganizations:\n- name: Tidewater Care\n  url: a\nrole: Senior Epidemiologist\n---\n",
        "Senior Epidemiologist | None | Tidewater Care",
    ),
    (
        "# Ada Roe\n\n*Senior Lecturer*\n\n*School of Physics*\n\n*University of Leeds, UK*\n",
        "Senior Lecturer | School of Physics | University of Leeds",
    ),
]


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_the_role_and_the_names_below_it_are_the_present_position(text: str, expected: str) -> None:
    (fact,) = extract(read(Document("page.md", text.encode()))).positions
    assert f"{fact.title} | {fact.unit} | {fact.organization}" == expected
    assert fact.current


def test_a_student_among_the_first_lines_studies() -> None:
    profile = extract(read(Document("page.md", b"# Ada Roe\n### PhD Student\nMoss Lab, University of Oslo\n")))
    assert [(study.organization, study.degree, study.current) for study in profile.education] == [
        ("University of Oslo", "PhD", True)
    ]
    assert profile.positions == ()


def test_a_role_alone_has_no_organization() -> None:
    text = b"# Ada Roe\n\nAssistant Professor\n\nI like moss.\n"
    positions = extract(read(Document("page.md", text))).positions
    assert [(job.organization, job.title) for job in positions] == [(None, "Assistant Professor")]


NOTHING = [
    "# Ada Roe\n\nI teach botany.\n\nUniversity of Bergen\n",
    "# Team\n\nAda Roe, Engineer\n\nMoss Watch\n",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_first_lines_tell_of_no_position(text: str) -> None:
    assert extract(read(Document("page.md", text.encode()))).positions == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TOMAS LINDQVIST\n\nEXPERIENCE\n\nEngineer, Zelvo, 2019 - 2020\n", "Tomas Lindqvist"),
        ("ADA M. ROE-BERG\n\nEXPERIENCE\n\nEngineer, Zelvo, 2019 - 2020\n", "Ada M. Roe-Berg"),
        ("ADA ROE\n\nAda Roe is an engineer at Zelvo.\n", "Ada Roe"),
        ("Position Held: Waiter\n\nMoss Hotel\n", None),
    ],
)
def test_names_in_capitals_and_keys_that_are_no_names(text: str, name: str | None) -> None:
    assert extract(read(Document("page.txt", text.encode()))).person.name == name


def test_roles_listed_after_previously_are_all_told() -> None:
    text = "# Ada Roe\n\n- Previously: Analyst at Moss Bank, Intern at Tumble Inc. and Tutor at Lake University\n"
    told = [f"{fact.title} | {fact.organization}" for fact in extract(read(Document("a.md", text.encode()))).positions]
    assert told == ["Analyst | Moss Bank", "Intern | Tumble Inc", "Tutor | Lake University"]
