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
        "# Experience\n## FOO CONSULTING LLP\n### Senior Consultant\n- Harbour Studies\n- Did it\n",
        ["Senior Consultant | FOO CONSULTING LLP | "],
    ),
    "who bought an employer, and when": (
        ".md",
        "# Experience\n## BAR TECH (Acquired by Zelvo in May 2020)\n### Data Engineer\n*2018 – 2021*\n- Did it\n",
        ["Data Engineer | BAR TECH | 2018 – 2021"],
    ),
    "the role under a key of its own": (
        ".txt",
        "WORK EXPERIENCE\n\nMay 2018 - Present : Fjord Hotel, Cologne\nPosition Held: Waiter - I serve dinners.\n",
        ["Waiter | Fjord Hotel | 2018-05 – present"],
    ),
    "a record whose keys say what is what": (
        ".json",
        '{"work": [{"startDate": "2020", "endDate": "2021", "position": "Analyst / Tutor", "name": "Moss Valley"}]}',
        ["Analyst / Tutor | Moss Valley | 2020 – 2021"],
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
        "# Projects\n\n**Tide Agent** (May – Aug 2025) – Python, Rust\n- Built it\n\n**Moss Watch** – C\n- Ran it\n",
        ["Tide Agent", "Moss Watch"],
    ),
    "items set strong among plain ones, under an item for a heading": (
        ".tex",
        r"""\begin{document}\begin{itemize}\item \textbf{Projects}\begin{itemize}
        \item \textbf{Kelp Game}\item Designed it for two\item \textbf{Tide Machine in C}\item Wrote it
        \end{itemize}\end{itemize}\end{document}""",
        ["Kelp Game", "Tide Machine in C"],
    ),
}


@pytest.mark.parametrize("name", PROJECTS)
def test_projects_of_a_layout(name: str) -> None:
    suffix, text, expected = PROJECTS[name]
    profile = profile_of(text, suffix)
    assert [project.name for project in profile.projects] == expected
    assert profile.positions == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Brook Marsh, a Zelvo Company | Vice Director | 2011 – 2013", "Vice Director | None | Brook Marsh"),
        (
            "Staff Engineer (L6) and Query Lead, Zelvo GmbH, 2019",
            "Staff Engineer (L6) and Query Lead | None | Zelvo GmbH",
        ),
        ("Waiter, Fjord Hotel, Cologne, 2019", "Waiter | None | Fjord Hotel"),
    ],
)
def test_commas_and_brackets_inside_names(line: str, expected: str) -> None:
    (fact,) = profile_of(f"# Experience\n\n{line}\n", ".md").positions
    assert f"{fact.title} | {fact.unit} | {fact.organization}" == expected


@pytest.mark.parametrize(
    ("line", "degree", "field"),
    [
        ("Foo University, Master’s degree, M.S. in Physics, 2020", "M.S.", "Physics"),
        ("Foo University, Ph.D. degree in Physics, 2020", "Ph.D.", "Physics"),
        ("Foo University, Master's degree in Physics, 2020", "Master's degree", "Physics"),
    ],
)
def test_a_short_form_tells_the_degree(line: str, degree: str, field: str) -> None:
    (study,) = profile_of(f"# Education\n\n{line}\n", ".md").education
    assert (study.degree, study.field) == (degree, field)


def test_a_result_belongs_to_the_position_its_paragraph_told_of_before() -> None:
    text = "# Ada Roe\n\nI worked at Zelvo from 2021 to 2023. Our engine scaled daily orders from 56K to 9M.\n"
    profile = profile_of(text, ".md")
    assert [claim.position for claim in profile.achievements] == [0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Scuola Bassa, PhD in Maths, 2022 (2026)", "Scuola Bassa | PhD | 2022 – 2026"),
        (
            "- *2025 – 2028*, M.S. in Physics, Lake University (early admission).",
            "Lake University | M.S. | 2025 – 2028",
        ),
        (
            "- Class XII – Govt. Lake Secondary School, 2022",
            "Govt. Lake Secondary School | Class XII | ? – 2022",
        ),
    ],
)
def test_what_stands_in_brackets_and_names_of_schools(line: str, expected: str) -> None:
    (study,) = profile_of(f"# Education\n{line}\n", ".md").education
    assert f"{study.organization} | {study.degree} | {study.period}" == expected


def test_lines_below_a_row_of_school_and_date_belong_to_it() -> None:
    text = r"""\begin{document}\section{Education}
    \begin{tabular}{ll}\textbf{University of Bergen} & 2018 \\ Department of Botany & \\ MSc Botany & \\ Mosses &\\
    \end{tabular}
    \begin{tabular}{ll}\textbf{University of Oslo} & 2012 --- 2015 \\ School of Physics & \\ BSc Physics & \\ Light &\\
    \end{tabular}\end{document}"""
    told = [(study.organization, study.degree, str(study.period)) for study in profile_of(text, ".tex").education]
    assert told == [("University of Bergen", "MSc", "? – 2018"), ("University of Oslo", "BSc", "2012 – 2015")]


def test_a_month_before_an_employer_opens_an_entry() -> None:
    text = "# Experience\n\nMay 2018 Moss Hotel\n\nPosition Held: Waiter\n\nJune 2016 Corner Stores\n\nRole: Clerk\n"
    told = [f"{fact.title} | {fact.organization}" for fact in profile_of(text, ".md").positions]
    assert told == ["Waiter | Moss Hotel", "Clerk | Corner Stores"]


def test_where_a_mentee_was_is_no_position() -> None:
    items = ["* **[Bo Moe](https://x)**", "    * Fjord University (2018 - present)", "* **Cy Fjeld**"]
    text = "\n".join(["# Ada Roe\n\n## Mentoring\n", *items, "    * Elm University (2019 - present)\n"])
    assert extract(read(Document("page.md", text.encode()))).positions == ()
