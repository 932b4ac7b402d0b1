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


def projects(made):
    return [project.name for project in made.projects]


def test_projects_that_links_name_after_words_of_making(profile):
    text = """# Mira Tennfjord

- I'm currently working on [Larkspur](https://github.com/mira/larkspur),
  [Fern App](https://github.com/mira/fern-app) and [Moss](https://github.com/mira/moss)
- I'm currently working on [Kubernetes](https://github.com/kubernetes/kubernetes) and reading a lot

In my free time I built [Sedge](https://sedge.example), a planner of walks, and contributed to
[Bracken](https://gitlab.com/plants/bracken). I work at [Northgate Analytics](https://github.com/northgate) and wrote
[this](https://github.com/mira/this) and [a small tool](https://github.com/mira/tool),
and built [Alder](https://alder.example) plugins.
"""
    assert projects(profile(text)) == ["Larkspur", "Fern App", "Moss", "Sedge", "Bracken"]


def test_a_run_of_repositories_with_a_word_on_each_lists_projects(profile):
    text = """# Mira Tennfjord

Hello!

- [Larkspur](https://github.com/mira/larkspur) - a ledger that never forgets
- [Fern](https://gitlab.com/mira/fern): plots of leaves
- [Moss](https://moss.example) (a game)

Elsewhere:

- [Blog](https://mira.example/blog) - thoughts
- [Photos](https://mira.example/photos) - walks
- [Talks](https://mira.example/talks) - slides
"""
    assert projects(profile(text)) == ["Larkspur", "Fern", "Moss"]


def awarded(made):
    return [award.name for award in made.awards]


def test_awards_in_lines_and_rows_of_a_table(profile):
    text = """<h2>Awards</h2>
<p>Winner of the Northgate challenge (draw a map in one night) at Hack the Fen, Bergen</p>
<table><tr><td>2016/17</td><td>Dean's List (given to those above 16.5), Rookhope College</td></tr>
<tr><td>2014/15</td><td>Medal (for the best project), Rookhope College</td></tr></table>
<p>Outstanding Student Award, Aalen School</p>
"""
    assert awarded(profile(text, "cv.html")) == [
        "Northgate challenge",
        "Dean's List",
        "Medal",
        "Outstanding Student Award",
    ]


def test_a_place_is_named_with_its_contest_and_headings_of_groups_are_no_awards(profile):
    text = """Mira Tennfjord

Achievements
------------
Hackathons & Competitions

3rd Place – Fen Hackathon (Bergen) – an app for birds.

1st Place in What the Fog Hackathon conducted by the college
10/2021 - 11/2021
Demo (https://video.example/x)

Finalist – Young Makers (Dec 2023).
"""
    assert awarded(profile(text, "cv.txt")) == [
        "3rd Place – Fen Hackathon",
        "1st Place in What the Fog Hackathon",
        "Finalist – Young Makers",
    ]


def test_a_place_in_strong_type_and_a_series_of_nouns(profile):
    text = """## Honors

- **Ranked 13/1669** in the Fen Regionals 2024
- Mind, Brain and Computation Trainee, Rookhope College
- Merit Scholarship, Physics and Music, 2019
"""
    assert awarded(profile(text)) == [
        "Ranked 13/1669 in the Fen Regionals",
        "Mind, Brain and Computation Trainee",
        "Merit Scholarship",
    ]


def test_clubs_and_volunteering_in_plain_text_are_positions(profile):
    text = """Mira Tennfjord

Achievements

3rd Place – Fen Hackathon (Bergen).

Leadership & Workshops

President – Larkspur Tech Club (2022 – 2025), organized 30+ events.

Member – Rookhope Student Chapter (since Nov 2022).

Volunteering

Bracken Foundation (2023 – 2024) – Camp Assistant; conducted workshops for 50+ students.
"""
    made = profile(text, "cv.txt")
    assert roles(made) == [
        ("Larkspur Tech Club", "President", "volunteer"),
        ("Rookhope Student Chapter", "Member", "volunteer"),
        ("Bracken Foundation", "Camp Assistant", "volunteer"),
    ]
    assert awarded(made) == ["3rd Place – Fen Hackathon"]


def test_a_list_of_technologies_after_a_project_is_no_employer(profile):
    text = """Key Projects

Idea Analyzer Agent (Jul – Aug 2025) – Python, LangChain, Gradio
A platform that reads reports.

Larkspur: a ledger (Aug 2024 – Mar 2025) – Hackathon Project
Roadmaps and summaries.
"""
    made = profile(text, "cv.txt")
    assert roles(made) == []
    assert projects(made) == ["Idea Analyzer Agent", "Larkspur"]
    assert "LangChain" in made.projects[0].skills


def test_projects_with_organization_and_dates_in_brackets(profile):
    text = """# Research & Project Experience

**Domain Model Tuning (Fen Institute, 2025.04 – 2025.06)**
Tech: Python, PyTorch

- Built a corpus of engineering texts.

**Contract Reading Agent (Aalen Bank, 2025.01 – 2025.03)**
Tech: Python, LangChain

- Cleaned documents.
"""
    made = profile(text)
    assert roles(made) == []
    told = [(one.name, one.organization, str(one.start), str(one.end)) for one in made.projects]
    assert told == [
        ("Domain Model Tuning", "Fen Institute", "2025-04", "2025-06"),
        ("Contract Reading Agent", "Aalen Bank", "2025-01", "2025-03"),
    ]


def test_headings_beside_the_heading_of_projects_name_more_of_them(profile):
    text = """## Personal Projects

Things made on weekends.

## Larkspur - a ledger

Written in Rust.

## Fern: plots of leaves

Written in Go.

## Education

### University of Bergen
BSc in Physics, 2015 - 2018
"""
    made = profile(text)
    assert projects(made) == ["Larkspur", "Fern"]
    assert schools(made) == [("University of Bergen", "bachelor")]


def test_taking_part_in_a_contest_is_neither_an_award_nor_a_project(profile):
    text = """## Hackathons and Competitions

Fen Hash, FoggyHack III, Hack the Marsh

1st Place – Marsh Cup

Prize of the Fen Society
"""
    made = profile(text)
    assert projects(made) == []
    assert awarded(made) == ["1st Place – Marsh Cup", "Prize of the Fen Society"]
