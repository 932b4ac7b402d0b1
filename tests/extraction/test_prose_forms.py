"""Less usual ways to tell of work and studies in sentences, and line breaks inside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.extraction.prose import claims
from kg.model import Advising, Position, Study


@pytest.fixture
def told(outlined) -> Callable[[str], set[str]]:
    """Reads what every position, study and advisor of a text says, in short."""

    def read(text: str) -> set[str]:
        return {_short(claim.fact) for claim in claims(outlined(f"# Ada Roe\n\n{text}"))} - {""}

    return read


def _short(fact: Any) -> str:
    match fact:
        case Position():
            return f"{fact.title} | {fact.unit} | {fact.organization} | {fact.period}"
        case Study():
            return f"{fact.level} | {fact.field} | {fact.unit} | {fact.organization} | {fact.period}"
        case Advising():
            return f"by {fact.advisor} | {fact.organization}"
    return ""


FORMS = [
    (
        "I am a Abel Fellow at the Chair of Tidal Control (ITC), Example University (EU), Norway.",
        {"Abel Fellow | Chair of Tidal Control | Example University | ? – present"},
    ),
    (
        "I was a visiting researcher at the [Zelvo](a), the [German Tide Center](b), [ETH](c), and [Kobe Labs](d)",
        {
            "visiting researcher | None | Zelvo | ",
            "visiting researcher | None | German Tide Center | ",
            "visiting researcher | None | ETH | ",
            "visiting researcher | None | Kobe Labs | ",
        },
    ),
    (
        "I am a research engineer at the Moss Lab at the German Tide Center.",
        {"research engineer | Moss Lab | German Tide Center | ? – present"},
    ),
    (
        "I am a PhD Student at the Crypto for Networks (CFN) research group at Example University (EU).",
        {"doctorate | None | Crypto for Networks research group | Example University | ? – present"},
    ),
    (
        "I hold a BSc on Mathematics by the University of Lund and a MSc on Data Science by the University of Turku.",
        {
            "bachelor | Mathematics | None | University of Lund | ",
            "master | Data Science | None | University of Turku | ",
        },
    ),
    ("I graduated in 2018 from North Valley University.", {"None | None | None | North Valley University | ? – 2018"}),
    (
        "I am a graduate student at Cornell University pursuing my Masters in Applied Physics.",
        {"master | Applied Physics | None | Cornell University | ? – present"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_less_usual_forms_are_read(told, text: str, expected: set[str]) -> None:
    assert told(text) == expected


PARAGRAPHS = [
    "I am a PhD student in Physics at the [University of Bergen](https://a.example), advised by [Mia Kern](https://b.example).",
    "Before that, I was a research engineer at the Moss Lab of Quandril Research in Oslo.",
    "I received my M.Sc. in Applied Physics from the Technical University of Munich in 2019.",
    "Previously, I worked as a backend developer at Zelvo and interned at Northgate Analytics.",
]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_line_break_in_a_paragraph_changes_nothing(told, text: str) -> None:
    expected = told(text)
    assert expected
    for number, char in enumerate(text):
        if char == " ":
            assert told(f"{text[:number]}\n{text[number + 1 :]}") == expected, text[:number]


def test_the_same_chair_is_the_one_told_of_before(told) -> None:
    text = "I am a Abel Fellow at the Chair of Tides, Example University. In 2020, I was a postdoc at the same Chair."
    assert told(text) == {
        "Abel Fellow | Chair of Tides | Example University | ? – present",
        "postdoc | Chair of Tides | Example University | 2020",
    }


def test_what_a_laboratory_is_about_is_nobody(told) -> None:
    text = "I work at the State Key Laboratory of Internet of Things, Lake University, guided by Prof. Mia Kern."
    assert {fact for fact in told(text) if fact.startswith("by ")} == {"by Mia Kern | Lake University"}
