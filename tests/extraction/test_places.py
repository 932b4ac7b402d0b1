"""Places by name: countries and regions in many languages, towns, and what is around them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.extraction.clues import is_place, is_place_code, is_town
from kg.model import Document
from kg.readers import read

LINES = tomllib.loads((Path(__file__).parent / "town_lines.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "Deutschland", "États-Unis", "Reino Unido", "Países Baixos", "Stati Uniti", "Verenigde Staten", "Almanya",
        "Wielka Brytania", "Россия", "德国", "アメリカ", "독일", "U.S.A.", "D.C.", "UK", "Côte d'Ivoire",
        "Nordrhein-Westfalen", "Rheinland-Pfalz", "Auvergne-Rhône-Alpes", "Comunidad de Madrid", "Emilia-Romagna",
        "Zuid-Holland", "West Yorkshire", "Co. Dublin", "Uttarakhand", "Rio Grande do Norte", "Nuevo León", "浙江省",
        "KwaZulu-Natal", "Jawa Barat", "Prince Edward Island", "Kraków, ", "(Lyon)",
        "Seattle WA", "HI 96706", "CA 94103-1234",
    ],
)  # fmt: skip
def test_places(text):
    assert is_place(text)


@pytest.mark.parametrize(
    "text",
    ["Greater Seattle Area", "Bengaluru Area", "Dallas-Fort Worth Metroplex", "Cologne Bonn Region",
     "Großraum Stuttgart", "Région de Paris", "Mumbai Metropolitan Region", "Suffolk County",
     "Washington D.C. Metro Area", "City of Leeds", "Provincia de Buenos Aires", "Downtown Toronto"],
)  # fmt: skip
def test_what_is_around_a_place_is_one(text):
    assert is_place(text)


@pytest.mark.parametrize(
    "text",
    ["Greater Goods", "Area", "Raum", "Impact Area", "Grand Theft", "Metro", "State of Mind", "Region", "Downtown",
     "Oslo Works", "Fernwood Labs", "Metropolitan Opera", "usability", "us", "it", "no", "Ohio State", "Penn",
     "HI 12", "Fernwood HI", "Oslo AI", "XQ 96706"],
)  # fmt: skip
def test_what_is_no_place(text):
    assert not is_place(text)


@pytest.mark.parametrize(
    ("text", "town", "code"),
    [("Springfield", True, False), ("Lincoln", True, False), ("Oslo", True, False), ("Norway", False, True),
     ("NSW", False, True), ("Fernwood", False, False)],
)  # fmt: skip
def test_a_town_is_no_region(text, town, code):
    assert (is_town(text), is_place_code(text)) == (town, code)


@pytest.mark.parametrize("line", LINES["positions"])
def test_a_town_and_an_employer_are_told_apart(line):
    told = extract(read(Document("cv.md", f"## Experience\n\n- {line}\n".encode()))).positions
    assert [f"{fact.organization} | {fact.title} | {fact.location}" for fact in told] == [LINES["positions"][line]]
