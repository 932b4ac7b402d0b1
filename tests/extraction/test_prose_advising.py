"""Who advised the subject, who did not, and whom the subject advises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.prose import claims
from kg.model import Advising, Level, Student


@pytest.fixture
def advisors(outlined) -> Callable[[str], list[str]]:
    """Reads the names of all advisors out of a text."""

    def read(text: str) -> list[str]:
        return [claim.fact.advisor for claim in claims(outlined(text)) if isinstance(claim.fact, Advising)]

    return read


ADVISED = [
    ("My dissertation was completed under Otto Brandl and the late Eva Nunes.", ["Otto Brandl", "Eva Nunes"]),
    ("I was a postdoctoral researcher with Ida Holm at Eastbrook University.", ["Ida Holm"]),
    ("I am a PhD student advised by Prof. Otto Brandl.", ["Otto Brandl"]),
    ("## Experience\n\nPostdoctoral fellow<br>Botany, Eastbrook University<br>Supervisor: Ida Holm, PhD", ["Ida Holm"]),
    (
        "I'm co-advised by Prof. Yuki Mori (University of Tokyo) and Prof. Kofi Boateng (ETH Zurich).",
        ["Yuki Mori", "Kofi Boateng"],
    ),
    ("I was part of the Moss Lab at Bergen University under the supervision of Prof. Eva Nunes.", ["Eva Nunes"]),
    ("I spent a wonderful time there, working with Prof. Eva Nunes from January 2025.", ["Eva Nunes"]),
    ("My supervisor is [Prof. Eva Nunes](https://example.org), who is now at Oslo.", ["Eva Nunes"]),
    ("My thesis adviser in Oslo was Associate Prof. Eva Nunes.", ["Eva Nunes"]),
    ("There I worked closely with Emeritus Prof. Otto S. Brandl.", ["Otto S. Brandl"]),
    ("My thesis was guided by Prof. Eva Nunes.", ["Eva Nunes"]),
    ("- Advisor: Eva Nunes", ["Eva Nunes"]),
    ("- PhD student in Botany (Supervisor: Prof. Eva Nunes, Thesis: On Mosses)", ["Eva Nunes"]),
    ("PI: Eva Nunes", ["Eva Nunes"]),
    (
        "## Work\n\n| When | What | Where |\n|---|---|---|\n| 2008 | Research Assistant | Advisor: Eva Nunes |",
        ["Eva Nunes"],
    ),
    ("I am a third-year student at Prof. Eva Nunes's Lab at Bergen University.", ["Eva Nunes"]),
    ("I was a postdoc in the research group of Prof. Eva Nunes at Bergen University.", ["Eva Nunes"]),
    ("I was part of the moss group, which is being led by Associate Prof. Eva Nunes.", ["Eva Nunes"]),
    ("Worked as a Research Assistant for Dr. Eva Nunes.", ["Eva Nunes"]),
    (
        "Research Intern, advised by Eva Nunes, Otto Brandl, Kari Nordmann, and Ada Roe",
        ["Eva Nunes", "Otto Brandl", "Kari Nordmann", "Ada Roe"],
    ),
    (
        "Worked on two studies of moss with Professors Eva Nunes, Otto Brandl, and Ada Roe.",
        ["Eva Nunes", "Otto Brandl", "Ada Roe"],
    ),
    ("I am a postdoctoral fellow at Bergen University working with Ruth Kline.", ["Ruth Kline"]),
    ("## Private Teachers\n\n- Eva Nunes\n- Anna and Otto Brandl", ["Eva Nunes", "Anna Brandl", "Otto Brandl"]),
    ("Ich wurde betreut von Prof. Eva Nunes.", ["Eva Nunes"]),
    ("Thèse sous la direction de Éva Nunes.", ["Éva Nunes"]),
    ("导师：林云", ["林云"]),
    *(
        (f"- **Advisor:** {title} Eva Nunes", ["Eva Nunes"])
        for title in (
            "Priv.-Doz. Dr.",
            "Univ.-Prof. Dr.-Ing.",
            "apl. Prof. Dr.",
            "Prof. em. Dr.",
            "Prof. dr hab.",
            "Privatdozentin Dr.",
            "Jun.-Prof. Dr.",
            "Prof. Dr. rer. nat.",
        )
    ),
    ("Advised by Prof. A. B. Nunes.", ["A. B. Nunes"]),
    ("Advisor: Ao Li", ["Ao Li"]),
    ("Advisor: Prof. Jun Li", ["Jun Li"]),
]

NOT_ADVISED = [
    "I am an assistant with Otto Tools in Leeds.",
    "I collaborate with Prof. Otto Brandl on mosses.",
    "I co-organized a workshop with Prof. Otto Brandl.",
    "We published a paper with Prof. Otto Brandl.",
    "My students are supervised by Prof. Otto Brandl and me.",
    "I worked with clients such as Otto Brandl GmbH.",
    "I am the advisor of the chess club.",
    "Technical Advisor, Quandril GmbH, 2019",
    "I enjoy working with React Native and Spring Boot.",
    "## Testimonials\n\nAda was advised by Prof. Otto Brandl and is great.",
    "## Publications\n\nMosses. Supervised by Prof. Otto Brandl. 2019.",
]


@pytest.mark.parametrize(("text", "names"), ADVISED)
def test_advisors_are_named(text: str, names: list[str], advisors) -> None:
    assert advisors(text) == names


@pytest.mark.parametrize("text", NOT_ADVISED)
def test_others_are_no_advisors(text: str, advisors) -> None:
    assert advisors(text) == []


def test_a_surname_alone_is_not_a_second_advisor(advisors) -> None:
    assert advisors("My advisor is Prof. Eva Nunes. I enjoyed working with Prof. Nunes in her department.") == [
        "Eva Nunes"
    ]


def test_the_place_of_advising_is_read(outlined) -> None:
    text = "I was a member of the Moss Lab at Bergen University, advised by Prof. Eva Nunes."
    (fact,) = [claim.fact for claim in claims(outlined(text)) if isinstance(claim.fact, Advising)]
    assert (fact.organization, fact.unit) == ("Bergen University", "Moss Lab")


def test_the_place_named_last_before_the_advisor_counts(outlined) -> None:
    text = "Before joining Larkfield, I was a postdoc at Ternhill University working with Prof. Eva Nunes (2019–2021)."
    (fact,) = [claim.fact for claim in claims(outlined(text)) if isinstance(claim.fact, Advising)]
    assert fact.organization == "Ternhill University"


def test_a_page_with_students_names_them(outlined) -> None:
    text = "## PhD Students\n\n- Ada Roe (2019–2023), co-advised with Prof. Eva Nunes\n- Otto Brandl\n"
    facts = [claim.fact for claim in claims(outlined(text)) if isinstance(claim.fact, Student)]
    assert [(fact.name, fact.level) for fact in facts] == [
        ("Ada Roe", Level.DOCTORATE),
        ("Otto Brandl", Level.DOCTORATE),
    ]


def test_students_named_in_prose(outlined) -> None:
    found = claims(outlined("I supervise PhD students Ada Roe and Otto Brandl."))
    assert [claim.fact.name for claim in found if isinstance(claim.fact, Student)] == ["Ada Roe", "Otto Brandl"]
    assert not [claim for claim in found if isinstance(claim.fact, Advising)]
