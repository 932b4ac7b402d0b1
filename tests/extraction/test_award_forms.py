"""Forms in which invented pages tell of awards, and what is read from each."""

from __future__ import annotations

import pytest

from kg.extraction.profile import extract
from kg.model import Document
from kg.readers import read


def awards(text: str, suffix: str = ".md") -> list[str]:
    """The names of the awards of a page."""
    return [award.name for award in extract(read(Document(f"page{suffix}", text.encode()))).awards]


LISTED = "# Ilva Marenko\n\nI study glaciers.\n\n## {heading}\n\n{lines}\n"
TOLD = "# Ilva Marenko\n\n{line}\n\n## Experience\n\n### Larkspur | Engineer | 2019 - 2021\n\n- Built boats.\n"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("- Wexcombe Prize, 2019\n- Marlow Medal, 2021", ["Wexcombe Prize", "Marlow Medal"]),
        ("- 2019: Wexcombe Prize\n- 2021: Marlow Medal", ["Wexcombe Prize", "Marlow Medal"]),
        ("- 2019 – Wexcombe Prize (with $5,000)\n- 2020 – Dean's List", ["Wexcombe Prize", "Dean's List"]),
        (
            "- Tarn Foundation, Wexcombe Prize, 2019\n- Ulm Weekly, Pick of the Year, 2020",
            ["Wexcombe Prize", "Pick of the Year"],
        ),
        ("- University of Ulverton – Marlow Scholarship", ["Marlow Scholarship"]),
        ("- Recipient of the Wexcombe Prize for the 2018-2019 academic year. ($350)", ["Wexcombe Prize"]),
        ("- Awarded an Ulverton Graduate Scholarship (UGS, $15 000)", ["Ulverton Graduate Scholarship"]),
        ("- Hackathons: Finalist at Tidehack 2022", ["Finalist at Tidehack 2022"]),
        ("- Global Rank 129 in Knotforces Division 3", ["Global Rank 129 in Knotforces Division 3"]),
        ("- Wexcombe Scholarship to Brunn, Ostmark  2003", ["Wexcombe Scholarship"]),
    ],
)
def test_lists_of_awards(lines, wanted):
    assert awards(LISTED.format(heading="Awards", lines=lines)) == wanted


def test_roles_among_achievements_are_no_awards():
    lines = (
        "- Marlow Prize, 2019\n- Co-President of the Rowing Society, 2017 - 2018\n- Outstanding Student Leader, 2016"
    )
    found = awards(LISTED.format(heading="Awards and other achievements", lines=lines))
    assert found == ["Marlow Prize", "Outstanding Student Leader"]


def test_table_with_year_grantor_and_award():
    tex = r"""\documentclass{moderncv}
\name{Ilva}{Marenko}
\begin{document}
\section{Honors \& Awards}
\cventry{2012}{Tarn Summer Institute}{Fellowship in Coastal Policy}{}{}{}
\cventry{2010}{University of Ulverton}{Edna Moss Award for Outstanding Service}{}{}{}
\end{document}
"""
    assert awards(tex, ".tex") == ["Fellowship in Coastal Policy", "Edna Moss Award for Outstanding Service"]


def test_records_name_one_award_each():
    page = """name: Ilva Marenko
awards:
  - year: 2025
    title: Sedge Young Talent Award
    organization: Society for Sedges
    amount: $4,000
  - year: 2024
    title: Global Reed Scholarship
    organization: Faculty of Botany, University of Ulverton
    amount: $1,500
"""
    assert awards(page, ".yaml") == ["Sedge Young Talent Award", "Global Reed Scholarship"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("In 2019 I received the Wexcombe Young Botanist Award.", ["Wexcombe Young Botanist Award"]),
        (
            "I am supported by the Tarn Graduate Fellowship and the Marlow Prize Fellowship.",
            ["Tarn Graduate Fellowship", "Marlow Prize Fellowship"],
        ),
        (
            "She is a recipient of the Edna Moss Award for Outstanding Service.",
            ["Edna Moss Award for Outstanding Service"],
        ),
        ("Received TARNS merit-based scholarship.", ["TARNS merit-based scholarship"]),
        ("Our paper won a Best Paper Award at SEDGECON 2020.", ["Best Paper Award"]),
        ("I have been selected to be a Tarn-AI REED Fellow for 2024!", ["Tarn-AI REED Fellow"]),
        ("We took 2nd place in the Tidehack Hackathon.", ["2nd place in the Tidehack Hackathon"]),
        ("I was a finalist at the Brunn Robotics Challenge.", ["finalist at the Brunn Robotics Challenge"]),
        ("I graduated summa cum laude.", ["summa cum laude"]),
        ("An award-winning studio hired me.", []),
        ("I served on the Wexcombe Prize committee.", []),
        ("I was a Postdoctoral Research Fellow at the Tarn Institute.", []),
        ("I applied for the Wexcombe Fellowship last year.", []),
        ("My students received the Wexcombe Prize.", []),
        ("We won a new client in 2020 and the award went elsewhere.", []),
    ],
)
def test_awards_in_sentences(line, wanted):
    assert awards(TOLD.format(line=line)) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- Debating Union of Ulm – *Swanfold Award*", ["Swanfold Award"]),
        ("- Dean's List (2018, 2019)", ["Dean's List"]),
        ("- Tarn Cup Winner: wrote the solver", ["Tarn Cup Winner"]),
        ("- Built boats for the Marlow Awards show of others", []),
    ],
)
def test_items_outside_the_sections_of_awards(line, wanted):
    text = f"# Ilva Marenko\n\n## Education\n\n### University of Ulverton, B.Sc. Botany, 2015 - 2019\n\n{line}\n"
    assert awards(text) == wanted


def test_years_hold_the_awards_below_them():
    lines = "- 2019\n  - Sedge Young Investigator award\n- 2017\n  - Reed thesis award\n"
    assert awards(LISTED.format(heading="Awards", lines=lines)) == [
        "Sedge Young Investigator award",
        "Reed thesis award",
    ]


def test_a_heading_may_stand_in_the_first_line_of_a_block():
    text = "ILVA MARENKO\n\nEDUCATION\nUniversity of Ulverton, B.Sc., 2008, magna cum laude\nRowing Review, editor\n"
    assert awards(text, ".txt") == ["magna cum laude"]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("- Recipient: Wexcombe Prize, 2019\n- Nominee: Marlow Medal, 2021", ["Wexcombe Prize"]),
        (
            "- **March 2024:** Best Finisher Award at Tide 2023 Winter\n- **May 2023:** Ulm Medal",
            ["Best Finisher Award at Tide 2023 Winter", "Ulm Medal"],
        ),
        (
            "- **May 2020:** Scholarship awarded by the Tarn Trust for study\n- Scholarship given by Ulm College",
            ["Scholarship awarded by the Tarn Trust for study", "Scholarship given by Ulm College"],
        ),
        ("- Awarded with *Marlow Drive Grant* for 2021-2022", ["Marlow Drive Grant"]),
        ("- One of two students to receive *Tarn Merit Scholarship* for 2021", ["Tarn Merit Scholarship"]),
        (
            "- TIER (Tide Initiative for Example Research) Grant, 2020\n- Ulm Medal, 2019",
            ["TIER (Tide Initiative for Example Research) Grant", "Ulm Medal"],
        ),
        ("- University of Ulverton: graduated Magna Cum Laude, 2012\n- Ulm Medal, 2019", ["Ulm Medal"]),
        (
            "- Ulm Medal, 2019\n\n**Juried exhibitions:**\n\n- Four Boats, in Tarn Art Fair, 2021\n- Sails, Ulm, 2020",
            ["Ulm Medal"],
        ),
        ("**National:**\n\n- Ulm Medal, 2019\n\n**Abroad:**\n\n- Marlow Prize", ["Ulm Medal", "Marlow Prize"]),
        (
            "**Marlow Fellowship**  \nTarn Foundation\n\n**Ulm Grant**  \nStudy of boats\n\n**Wexcombe Prize**  \nUlm",
            ["Marlow Fellowship", "Ulm Grant", "Wexcombe Prize"],
        ),
    ],
)
def test_who_got_what_in_lists_of_awards(lines, wanted):
    found = awards(LISTED.format(heading="Awards", lines=lines))
    assert [name for name in found if "laude" not in name.lower()] == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Knotrace - Rating: 1887",
        "Tidehack 2022 - Represented Ulverton College",
        'Bachelor project: "Boats and their sails"',
        "Delivered the first global tide service",
        "Leading a team of over 25",
        "Participated in the Ulm Summer School",
    ],
)
def test_what_was_done_or_reached_is_no_award(line):
    lines = f"- Marlow Prize, 2019\n- {line}\n- Finalist at Tidehack 2021"
    assert awards(LISTED.format(heading="Achievements", lines=lines)) == ["Marlow Prize", "Finalist at Tidehack"]


def test_awards_inside_a_section_of_studies():
    page = (
        "# Ilva Marenko\n\n## Education\n\n### University of Ulverton\nMSc in Boats, 2012 - 2014\n\n"
        "### Awards\n\n- 2014, Marlow Course Grant\n- 2013, Wexcombe Fellowship for doctoral study\n"
    )
    assert awards(page) == ["Marlow Course Grant", "Wexcombe Fellowship for doctoral study"]
