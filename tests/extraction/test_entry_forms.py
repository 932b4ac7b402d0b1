"""Layouts in which lines could be given to the wrong entry, each with the facts a careful person reads in it."""

from __future__ import annotations

import pytest

from kg.extraction import extract
from kg.model import Document, Profile
from kg.readers import read


def profile_of(text: str, suffix: str) -> Profile:
    return extract(read(Document(f"page{suffix}", text.encode())))


POSITIONS = {
    "an employer's heading, a role's heading, and what was done": (
        ".md",
        "# Experience\n## FOO CONSULTING LLP\n### Senior Consultant\n- Mission Analytics in Business Model\n- Did it\n",
        ["Senior Consultant | FOO CONSULTING LLP | "],
    ),
    "who bought an employer, and when": (
        ".md",
        "# Experience\n## BAR TECHNOLOGIES (Acquired by Zelvo in January 2020)\n### Data Engineer\n*2018 – 2021*\n- Did it\n",
        ["Data Engineer | BAR TECHNOLOGIES | 2018 – 2021"],
    ),
    "the role under a key of its own": (
        ".txt",
        "WORK EXPERIENCE\n\nAugust 2018 - Present : Marybury Hotel, Cork\nPosition Held: Waiter - For this hotel I serve.\n",
        ["Waiter | Marybury Hotel | 2018-08 – present"],
    ),
    "a record whose keys say what is what": (
        ".json",
        '{"basics": {"name": "Ada Roe"}, "work": [{"startDate": "2020-01", "endDate": "2021-01",'
        ' "position": "Analyst / Tutor", "name": "Moss Valley"}]}',
        ["Analyst / Tutor | Moss Valley | 2020-01 – 2021-01"],
    ),
    "projects with dates and tools are no positions": (
        ".txt",
        "KEY PROJECTS\nTide Agent (Jul – Aug 2025) – Python, LangChain\nBuilt an agent with tools.\n",
        [],
    ),
}


@pytest.mark.parametrize("name", POSITIONS)
def test_positions_of_a_layout(name: str) -> None:
    suffix, text, expected = POSITIONS[name]
    told = [f"{fact.title} | {fact.organization} | {fact.period}" for fact in profile_of(text, suffix).positions]
    assert told == expected


def test_a_record_of_studies_is_one_study_whatever_the_order_of_its_keys() -> None:
    record = '{"startDate": "2018", "endDate": "2021", "area": "Chemistry", "studyType": "B.Sc.", "institution": "Foo"}'
    (study,) = profile_of(f'{{"basics": {{"name": "Ada Roe"}}, "education": [{record}]}}', ".json").education
    assert (study.organization, study.degree, study.field, str(study.period)) == (
        "Foo",
        "B.Sc.",
        "Chemistry",
        "2018 – 2021",
    )


PROJECTS = {
    "names set strong above what was done": (
        ".md",
        "# Projects\n\n**Tide Agent** (Jul – Aug 2025) – Python, LangChain\n- Built it\n\n**Moss Watch** – Rust\n- Ran it\n",
        ["Tide Agent", "Moss Watch"],
    ),
    "items set strong among plain ones, under an item for a heading": (
        ".tex",
        r"\documentclass{article}\begin{document}\begin{itemize}\item \textbf{Projects}\begin{itemize}"
        r"\item \textbf{Rhythm Game}\item Designed it for two\item \textbf{Byte Machine in C}\item Wrote it"
        r"\end{itemize}\end{itemize}\end{document}",
        ["Rhythm Game", "Byte Machine in C"],
    ),
}


@pytest.mark.parametrize("name", PROJECTS)
def test_projects_of_a_layout(name: str) -> None:
    suffix, text, expected = PROJECTS[name]
    profile = profile_of(text, suffix)
    assert [project.name for project in profile.projects] == expected
    assert profile.positions == ()
