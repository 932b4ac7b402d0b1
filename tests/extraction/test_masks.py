"""Names of organizations and of the person hide the technologies and fields whose names they contain."""

from __future__ import annotations

import pytest

from kg.extraction import extract
from kg.model import Document
from kg.readers import read


def _named(text: str) -> tuple[set[str], set[str]]:
    """The skills and the topics of a page."""
    profile = extract(read(Document("page.md", text.encode())))
    return {one.name for one in profile.skills}, {one.name.casefold() for one in profile.topics}


@pytest.mark.parametrize(
    ("sentence", "hidden"),
    [
        ("I am a backend engineer at Linq.io, where I write Kotlin and SQL.", "LINQ"),
        ("I was an intern at Angular Momentum Inc. in 2019 and wrote Kotlin and SQL.", "Angular"),
        ("My advisor is Prof. Bo Moe in the SCILAB group. I write Kotlin and SQL.", "Scilab"),
    ],
)
def test_a_technology_inside_a_name_is_none(sentence: str, hidden: str) -> None:
    skills, _ = _named(f"# Ada Roe\n\n{sentence}\n")
    assert {"Kotlin", "SQL"} <= skills
    assert hidden not in skills


def test_a_technology_named_elsewhere_too_is_kept() -> None:
    skills, _ = _named("# Ada Roe\n\nI was an intern at Angular Momentum Inc.\n\n## Skills\n\nAngular, Kotlin, SQL\n")
    assert "Angular" in skills


def test_a_field_inside_the_name_of_a_firm_or_of_the_person_is_none() -> None:
    _, topics = _named("# Ann Roe\n\nI worked at Example Fintech Orchard Ltd. on tides. I care about robotics.\n")
    assert topics == {"robotics"}


def test_what_a_firm_is_said_to_do_is_no_interest_of_the_person() -> None:
    _, topics = _named(
        "# Ada Roe\n\nI am an engineer at Quandril, a global leader in computer vision and robotics, where I work on"
        " distributed systems.\n"
    )
    assert topics == {"distributed systems"}


@pytest.mark.parametrize(
    ("entry", "employer", "used"),
    [
        (
            "### Consul | Platform Engineer | 2019 - 2021\n\n- Rewrote the billing jobs in Kotlin and SQL.",
            "Consul",
            "SQL",
        ),
        ("### Site Engineer, Snowflake\n2018 - 2020\n\n- Wrote Kotlin and SQL.", "Snowflake", "Kotlin"),
        ("### CTO, Docker, Inc.\n2018 - 2020\n\n- Wrote Kotlin and SQL.", "Docker", "Kotlin"),
        ("### Harbour (formerly Heroku)\nEngineer, 2018 - 2020\n\n- Wrote Kotlin and SQL.", "Heroku", "Kotlin"),
    ],
)
def test_the_employer_of_an_entry_is_no_technology_there(entry: str, employer: str, used: str) -> None:
    skills, _ = _named(f"# Ada Roe\n\n## Experience\n\n{entry}\n")
    assert used in skills
    assert employer not in skills
