"""Studies told in sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.prose import claims
from kg.model import Study

Row = tuple[str | None, str | None, str | None, str]


@pytest.fixture
def told(outlined) -> Callable[[str], list[Row]]:
    """Reads (school, level, field, period) of every study out of a text."""

    def read(text: str) -> list[Row]:
        facts = [claim.fact for claim in claims(outlined(text)) if isinstance(claim.fact, Study)]
        return [(fact.organization, fact.level and fact.level.value, fact.field, fact.period.edtf) for fact in facts]

    return read


ONE: list[tuple[str, Row]] = [
    ("I am a second-year master's student at Bergen University.", ("Bergen University", "master", None, "/..")),
    (
        "I'm Ada Roe, a PhD student in Botany at Bergen University (Class of 2029).",
        ("Bergen University", "doctorate", "Botany", "/2029"),
    ),
    (
        "I am a Ph.D. student advised by Dr. Otto Brandl in the Moss Lab at Bergen University.",
        ("Bergen University", "doctorate", None, "/.."),
    ),
    (
        "I graduated from Bergen University in 2018 with a Bachelor's degree in Botany.",
        ("Bergen University", "bachelor", "Botany", "/2018"),
    ),
    (
        "I received my PhD in Chemistry from Bergen University in 2019.",
        ("Bergen University", "doctorate", "Chemistry", "/2019"),
    ),
    (
        "I'm currently pursuing a Master's in Data Science at Bergen University.",
        ("Bergen University", "master", "Data Science", "/.."),
    ),
    (
        "In 2016 I received an ScB. in Botany from Bergen University.",
        ("Bergen University", "bachelor", "Botany", "/2016"),
    ),
    ("I hold an M.F.A. in Weaving from Bergen University.", ("Bergen University", "master", "Weaving", "")),
    ("She received a Sc.D. from Bergen University in 2001.", ("Bergen University", "doctorate", None, "/2001")),
    (
        "I am a graduate student finishing my M.A. in Early Music at Bergen University.",
        ("Bergen University", "master", "Early Music", "/.."),
    ),
    ("I'm a third-year physics student at Bergen University.", ("Bergen University", None, "physics", "/..")),
    (
        "I graduated from the Wool and Weaving program at Bergen University.",
        ("Bergen University", None, "Wool and Weaving", ""),
    ),
    ("I am a tall student at Bergen University.", ("Bergen University", None, None, "/..")),
    (
        "I defended my PhD thesis (“On wet moss”) at Bergen University in 2014.",
        ("Bergen University", "doctorate", None, "/2014"),
    ),
    (
        "I am a PhD student at the Fjord Centre for Studies in Tides and Ice (FCSTI) at the University of Bergen.",
        ("University of Bergen", "doctorate", None, "/.."),
    ),
    ("I completed my undergraduate studies at Bergen University.", ("Bergen University", "bachelor", None, "")),
    ("I studied Botany at the University of Bergen.", ("University of Bergen", None, "Botany", "")),
    (
        "I'm studying Computer Engineering at the University of Bergen.",
        ("University of Bergen", None, "Computer Engineering", "/.."),
    ),
    ("I'm a junior at Bergen College studying art.", ("Bergen College", "bachelor", "art", "/..")),
    ("Computer Science student at the University of Bergen", ("University of Bergen", None, "Computer Science", "/..")),
    ("After graduating from Bergen College in 2012, I travelled.", ("Bergen College", None, None, "/2012")),
    (
        "I worked on my Ph.D. in the alpine moss group at Bergen University.",
        ("Bergen University", "doctorate", None, ""),
    ),
    (
        "Since April 2023, I also join the Moss Laboratory at Bergen University as a Visiting Ph.D. student.",
        ("Bergen University", "exchange", None, "2023-04/.."),
    ),
    ("I'm an incoming PhD student at Bergen University.", ("Bergen University", "doctorate", None, "")),
    ("I spent a semester abroad at Bergen University.", ("Bergen University", "exchange", None, "")),
    ("[Aug 2020] Started my PhD at Bergen University.", ("Bergen University", "doctorate", None, "2020-08/")),
    ("I am a graduate of Bergen University (BSc Botany, 2019).", ("Bergen University", "bachelor", "Botany", "/2019")),
    ("Ich bin Doktorand an der Universität Bergen.", ("Universität Bergen", "doctorate", None, "/..")),
    ("Ich studiere Informatik an der Universität Bergen.", ("Universität Bergen", None, "Informatik", "/..")),
]

TWO: list[tuple[str, list[Row]]] = [
    (
        "I received my PhD in C from Bergen University in 2019 and my BS from Oslo College in 2014.",
        [("Bergen University", "doctorate", "C", "/2019"), ("Oslo College", "bachelor", None, "/2014")],
    ),
    (
        "I have a BS in physics and an MS in computer science from Bergen University.",
        [("Bergen University", "bachelor", "physics", ""), ("Bergen University", "master", "computer science", "")],
    ),
    (
        "I obtained my PhD (2012) and MSc (2008) from Bergen University.",
        [("Bergen University", "doctorate", None, "/2012"), ("Bergen University", "master", None, "/2008")],
    ),
    (
        "He received the M.S. and Ph.D. degrees from Bergen University in 2010 and 2015, respectively.",
        [("Bergen University", "master", None, "/2010"), ("Bergen University", "doctorate", None, "/2015")],
    ),
    (
        "I studied law at Bergen University (2002-2006) and weaving in Oslo College (2009-2013).",
        [("Bergen University", None, "law", "2002/2006"), ("Oslo College", None, "weaving", "2009/2013")],
    ),
    (
        "I studied law at Bergen University and now live in Oslo College.",
        [("Bergen University", None, "law", "")],
    ),
    (
        "I hold a BA (2009) and an MA (2011), both in History, from Bergen University.",
        [("Bergen University", "bachelor", "History", "/2009"), ("Bergen University", "master", "History", "/2011")],
    ),
    (
        "I got a master's degree at Bergen University. Bergen University is where I also got a bachelor's in botany.",
        [("Bergen University", "master", None, ""), ("Bergen University", "bachelor", "botany", "")],
    ),
]

NOTHING = [
    "Before starting my PhD, I worked as an engineer at Quandril.",
    "I'm originally from Peru, studied in Spain, and now work at Quandril.",
    "I am applying for a PhD at Bergen University.",
    "My students work on their PhD at Bergen University.",
    "I teach master's students at Bergen University.",
    "I was a pre-doctoral fellow at Bergen University.",
    "During my PhD, I've had the luck to work at Bergen University.",
    "I was in the doctoral school of the Moss Network.",
    "J.R. Moe wrote this at Bergen University.",
    "My PhD thesis on mosses was printed by Bergen University Press.",
    "I serve on PhD program committees at Bergen University.",
    "In 2023 I chose to go on studying abroad and prepared to begin my master’s degree at Bergen University.",
]


@pytest.mark.parametrize(("text", "study"), ONE)
def test_a_study_is_read(text: str, study: Row, told) -> None:
    assert told(text) == [study]


@pytest.mark.parametrize(("text", "studies"), TWO)
def test_coordinated_studies_share_what_is_said_once(text: str, studies: list[Row], told) -> None:
    assert told(text) == studies


@pytest.mark.parametrize("text", NOTHING)
def test_wishes_and_other_peoples_studies_are_none(text: str, told) -> None:
    assert told(text) == []


def test_a_later_sentence_adds_the_end(told) -> None:
    text = "I worked on my Ph.D. at Bergen University. My advisor was Prof. Otto Brandl. I graduated in June 2012."
    assert ("Bergen University", "doctorate", None, "/2012-06") in told(text)
