"""Lines that were broken at a margin are one line, and lines that their author broke are several."""

from __future__ import annotations

import pytest

from kg.extraction.sections import outline
from kg.model import Document
from kg.readers import read

LINKED = """\
# Ilva Marenko

- M.S. in [Harbour University](https://harbour.example/), advised by [Oda
  Brennick](https://harbour.example/brennick), 2020-2023.
- Ph.D. in [University of Westmark](https://westmark.example/), with [Tom
  Askvoll](https://westmark.example/askvoll), 2023-2027
"""
CAPITALS = """\
# Ilva Marenko

- B.S. in Electrical & Computer Engineering, summa cum laude, Westmark
  University, 2016
- Summer Fellow, Harbour University, Department of Tides (May 2014 -
  Aug 2014)
- Research Assistant, Westmark University, Institute of Marshes (Sep
  2014 - May 2016)
- Ferry Prize of the Harbour Society (2017)
"""


def shown(text: str, suffix: str = ".md") -> list[str]:
    """The texts of the lines of a page."""
    return [line.text for line in outline(read(Document(f"page{suffix}", text.encode()))).lines]


def test_a_link_goes_over_the_margin():
    assert shown(LINKED) == [
        "Ilva Marenko",
        "M.S. in Harbour University, advised by Oda Brennick, 2020-2023.",
        "Ph.D. in University of Westmark, with Tom Askvoll, 2023-2027",
    ]


@pytest.mark.parametrize("suffix", [".md", ".org", ".rst", ".txt"])
def test_lines_that_are_all_full_were_wrapped_whatever_they_go_on_in(suffix):
    text = CAPITALS.replace("# Ilva Marenko", "Ilva Marenko")
    assert shown(text, suffix) == [
        "Ilva Marenko",
        "B.S. in Electrical & Computer Engineering, summa cum laude, Westmark University, 2016",
        "Summer Fellow, Harbour University, Department of Tides (May 2014 - Aug 2014)",
        "Research Assistant, Westmark University, Institute of Marshes (Sep 2014 - May 2016)",
        "Ferry Prize of the Harbour Society (2017)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Lines of an entry, none of them full.
        "# Ilva Marenko\n\nKestrel Ltd\nEngineer\n2014 - 2016\n\nHarbour University, Institute of Marshes and Tides\n",
        # Hard breaks in Markdown.
        CAPITALS.replace("Westmark\n", "Westmark  \n").replace("-\n", "-  \n").replace("Sep\n", "Sep  \n"),
        CAPITALS.replace("Westmark\n", "Westmark\\\n").replace("-\n", "-\\\n").replace("Sep\n", "Sep\\\n"),
        # Lines of verse length with a longer one among them.
        CAPITALS + "\nI look after the tide gauges of the north coast, and have written it all down for years.\n",
        # Two breaks show no margin.
        "# Ilva Marenko\n\nResearch Assistant, Westmark University\nTide gauges\n\nFellow, Westmark School\nMarsh\n",
    ],
)
def test_what_the_author_broke_stays_broken(text):
    written = [line.strip(" -\\#") for line in text.splitlines() if line.strip()]
    assert len(shown(text)) == len(written)


def test_a_name_over_two_lines_is_one_in_the_facts():
    from kg.extraction.profile import extract

    text = LINKED.replace("M.S. in", "Master of Science in Ecology,")
    studies = extract(read(Document("page.md", text.encode()))).education
    assert [one.organization for one in studies] == ["Harbour University", "University of Westmark"]


def test_lines_set_in_columns_are_full_by_design():
    text = (
        "Ilva Marenko\n\nExperience\n"
        "Kestrel Software                                     Ulverton\n"
        "Engineer                             July 2024 — August 2025\n"
        "Marram Boats                                           Leith\n"
        "Intern                             March 2020 — October 2021\n"
        "Zelvo                                                 Ayvalik\n"
        "Intern                           August 2017 — December 2019\n"
    )
    assert len(shown(text, ".txt")) == 8


def test_entries_of_about_the_same_length_are_no_wrapped_text():
    text = (
        "Ilva Marenko\n\nAugust 1994 - December 1994, Akron Ferry School, Cyprus\nClassroom Teacher\n\n"
        "September 1991 - August 1994, Marram Ferry School, Leith\nClassroom Teacher\n\n"
        "September 1986 - July 1991, Northern Sailing School\nBusiness and Tides\n"
    )
    assert len(shown(text, ".txt")) == 7
