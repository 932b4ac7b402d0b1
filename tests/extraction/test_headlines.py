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
        "#### Postdoctoral Researcher\n[Moss Laboratory](a)<br>\n[University of Bergen](b)\n\n#### Contacts\nOffice: 3\n",
        "Postdoctoral Researcher | Moss Laboratory | University of Bergen",
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


NOTHING = [
    "# Ada Roe\n\nAssistant Professor\n\nI like moss.\n",
    "# Ada Roe\n\nI teach botany.\n\nUniversity of Bergen\n",
    "# Team\n\nAda Roe, Engineer\n\nMoss Watch\n",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_first_lines_tell_of_no_position(text: str) -> None:
    assert extract(read(Document("page.md", text.encode()))).positions == ()
