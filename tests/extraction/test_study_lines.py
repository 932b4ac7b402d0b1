"""Lines of studies: school, degree and field, where brackets, honours, towns and years stand between them."""

from __future__ import annotations

import pytest

from kg.extraction import extract
from kg.model import Document
from kg.readers import read


def told(lines: str) -> list[str]:
    """What a section of studies tells: "school | degree | field" for each."""
    found = extract(read(Document("cv.md", f"## Education\n\n{lines}\n".encode()))).education
    return [f"{study.organization} | {study.degree} | {study.field}" for study in found]


@pytest.mark.parametrize(
    ("line", "study"),
    [
        ("Bachelor of Science in Nursing (BSN), Rookhope College, 2014",
         "Rookhope College | Bachelor of Science | Nursing"),
        ("**Masters in Public Health (MPH)**, Tidewell University (5/2018)",
         "Tidewell University | Masters | Public Health"),
        ("Rookhope College — Bachelor of Arts in History (BA), 2009", "Rookhope College | Bachelor of Arts | History"),
        ("Doctor of Nursing Practice (DNP), Rookhope College, 2020",
         "Rookhope College | Doctor of Nursing Practice | None"),
        ("Botany (BSc), Rookhope College, 2009", "Rookhope College | BSc | Botany"),
        ("Oak Hollow High School, Dunmore, PA, 2006-2010", "Oak Hollow High School | None | None"),
        ("Central Pell High School, 2006-2010", "Central Pell High School | None | None"),
        ("Lycée Jeanne Morel, 2011 - 2014", "Lycée Jeanne Morel | None | None"),
        ("BA (Hons) Fine Art, 2:1, Rookhope College, 2008", "Rookhope College | BA | Fine Art"),
        ("BSc Zoology, 2:2 | Tidewell University | 2011", "Tidewell University | BSc | Zoology"),
    ],
)  # fmt: skip
def test_a_line_of_a_study(line, study):
    assert told(line) == [study]


def test_a_class_of_honours_is_no_school():
    below = "### Tidewell University\n\nM.Arch in Architecture -- 2010\n\nBA (Hons) Architecture, 2:1 -- 2006"
    assert told(below) == ["Tidewell University | M.Arch | Architecture", "Tidewell University | BA | Architecture"]


@pytest.mark.parametrize(
    ("first", "study"),
    [
        ("2012 MFA, Painting, Marlin School of Art, New Haven, CT", "Marlin School of Art | MFA | Painting"),
        ("2012 Ph.D. in Botany, Department of Plant Sciences, Rookhope College, Leeds, United Kingdom",
         "Rookhope College | Ph.D. | Botany"),
    ],
)  # fmt: skip
def test_years_lead_the_lines_of_one_paragraph(first, study):
    assert told(f"{first}  \n2008 BA, Fine Art, Tidewell University") == [study, "Tidewell University | BA | Fine Art"]
