"""What lists name: projects, awards, and the facts of items that stand beside one another."""

from __future__ import annotations

import json

import pytest

from kg.extraction import extract
from kg.model import Document
from kg.readers import read


@pytest.fixture
def profile():
    """A function: text and the name of a file → its profile."""

    def make(text: str, name: str = "profile.md"):
        return extract(read(Document(name, text.encode())))

    return make


def schools(made):
    return [(study.organization, study.level and study.level.value) for study in made.education]


def roles(made):
    return [(position.organization, position.title, position.kind.value) for position in made.positions]


def test_an_item_with_a_school_of_its_own_takes_none_from_the_item_above(profile):
    text = """# Education

* Ph.D in Applied Mathematics, Rookhope College 2019-2022
* M.Sc in Statistical Learning (SL), Lenz-ENX 2018-2019 (Second year)
* M.Sc in Financial Mathematics (ex DEA-Kolb), Aalen-Nord 2017-2018 (Second year)
"""
    assert schools(profile(text)) == [
        ("Rookhope College", "doctorate"),
        ("Lenz-ENX", "master"),
        ("Aalen-Nord", "master"),
    ]


def test_a_headline_of_role_and_organization_heads_no_group_of_sentences(profile):
    text = """Assistant Professor, Northvale University of Technology

My research is about how codes behave when the channel they are sent over changes while they are being sent.
I am a member of the Fibre Research Centre.
"""
    assert ("Northvale University of Technology", "Assistant Professor") in [role[:2] for role in roles(profile(text))]
    assert not any("Assistant" in position.organization for position in profile(text).positions)


@pytest.mark.parametrize(
    "keys", [("startDate", "area", "studyType", "institution"), ("area", "institution", "studyType", "startDate")]
)
def test_a_record_is_one_study_whatever_the_order_of_its_keys(profile, keys):
    values = {
        "startDate": "2018-08-12",
        "area": "Chemistry",
        "studyType": "Bachelors",
        "institution": "Rookhope College",
    }
    text = json.dumps({"basics": {"name": "Mira Tennfjord"}, "education": [{key: values[key] for key in keys}]})
    made = profile(text, "resume.json")
    assert schools(made) == [("Rookhope College", "bachelor")]
    assert (made.education[0].field, str(made.education[0].start)) == ("Chemistry", "2018-08-12")
