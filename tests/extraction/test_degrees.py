"""Degrees in many countries, each with its level, and words that are none."""

from __future__ import annotations

import pytest

from kg.extraction import extract
from kg.extraction.clues import degrees
from kg.model import Document
from kg.readers import read


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("B.Tech", "bachelor"), ("B.E.", "bachelor"), ("BCA", "bachelor"), ("LL.B.", "bachelor"),
        ("MBBS", "bachelor"), ("Licenciatura", "bachelor"), ("Bacharelado", "bachelor"), ("Lisans", "bachelor"),
        ("бакалавр", "bachelor"), ("学士", "bachelor"), ("M.Tech", "master"), ("MCA", "master"), ("PGDM", "master"),
        ("LL.M.", "master"), ("MSci", "master"), ("Dipl.-Ing.", "master"), ("Dipl.-Kfm.", "master"),
        ("Staatsexamen", "master"), ("Maîtrise", "master"), ("Mestrado", "master"), ("Yüksek Lisans", "master"),
        ("магистр", "master"), ("修士", "master"), ("Civilingenjörsexamen", "master"), ("Mgr inż.", "master"),
        ("DPhil", "doctorate"), ("EdD", "doctorate"), ("PharmD", "doctorate"), ("кандидат наук", "doctorate"),
        ("Dr. med.", "doctorate"), ("Dottorato di ricerca", "doctorate"), ("DUT", "associate"), ("BTS", "associate"),
        ("HND", "associate"), ("Abitur", "secondary"), ("Baccalauréat", "secondary"), ("A-levels", "secondary"),
        ("12th Standard", "secondary"), ("ICSE", "secondary"), ("Matura", "secondary"), ("Bac Général", "secondary"),
        ("Świadectwo maturalne", "secondary"), ("Ensino fundamental", "secondary"), ("GCSE", "secondary"),
        ("Marlin High School Diploma", "secondary"), ("High School, Science", "secondary"), ("Lycée", "secondary"),
        ("Graduated High School", "secondary"), ("Bac Lycée Tessara", "secondary"),
    ],
)  # fmt: skip
def test_a_degree_and_its_level(text, level):
    assert {clue.level.value for clue in degrees(text)} == {level}


@pytest.mark.parametrize(
    "text",
    ["Promotion to Senior Engineer", "DBA", "TO DO", "D3.js", "S1", "Plan B: A new start", "J. M. S. Fernwood",
     "Marlin High School", "Lycée Tessara", "Tidewell Sixth Form College",
     "Mission ISC", "Executive Education Center", "Year 12", "BM&F Bank", "Utvecklare med data"],
)  # fmt: skip
def test_no_degree(text):
    assert degrees(text) == ()


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("*Master of Science (Honors) in Aerospace Engineering*", "Aerospace Engineering"),
        ("Bachelor of Science, Major Ecology", "Ecology"),
        ("Bachelor of Arts, Major in Botany", "Botany"),
        ("B.A., Concentration in Botany", "Botany"),
        ("Bachelor of Arts, Cum Laude, Botany", "Botany"),
        ("Computer science Bachelor", "Computer science"),
        ("Physics Master II", "Physics"),
        ("Licence 3ème année Botanique", "Botanique"),
        ("Bachelor 2nd year Botany", "Botany"),
        ("Nocturnal gardening Bachelor", None),
        ("Bachelor of Science, Minor in Botany", None),
        ("Bachelor of Science, Lumenix Aerospace", None),
    ],
)  # fmt: skip
def test_the_field_of_a_degree_below_its_school(line, field):
    page = f"## Education\n\n**Rookhope College, Norway (2013-2016)**\n\n{line}\n"
    study, *_ = extract(read(Document("cv.md", page.encode()))).education
    assert study.field == field
