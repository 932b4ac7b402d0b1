"""Positions told in sentences, with invented people and mostly invented firms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.prose import claims
from kg.model import Position


@pytest.fixture
def told(outlined) -> Callable[[str], list[tuple[str | None, str | None, str | None, str]]]:
    """Reads (organization, unit, title, period) of every position out of a text."""

    def read(text: str) -> list[tuple[str | None, str | None, str | None, str]]:
        facts = [claim.fact for claim in claims(outlined(text)) if isinstance(claim.fact, Position)]
        return [(fact.organization, fact.unit, fact.title, fact.period.edtf) for fact in facts]

    return read


ONE = [
    ("I'm a software engineer at Quandril.", ("Quandril", None, "software engineer", "/..")),
    ("Currently I'm at Quandril working on search.", ("Quandril", None, None, "/..")),
    (
        "Currently, I'm an SDE Intern at Quandril (Shop Ads), working on ads.",
        ("Quandril", "Shop Ads", "SDE Intern", "/.."),
    ),
    (
        "From 2021 to 2023, I worked on Quandril’s Global Fulfilment team.",
        ("Quandril", "Global Fulfilment team", None, "2021/2023"),
    ),
    (
        "I worked as a nurse at Mercy Hospital from May 2010 to June 2012.",
        ("Mercy Hospital", None, "nurse", "2010-05/2012-06"),
    ),
    ("Before Bergen, I worked as a planner at Quandril, where I drew maps.", ("Quandril", None, "planner", "")),
    ("Before that I held a lecturer position at Quandril.", ("Quandril", None, "lecturer", "")),
    (
        "I am an associate professor of public law and social policy at Quandril.",
        ("Quandril", None, "associate professor of public law and social policy", "/.."),
    ),
    ("I am a professor of law and work at Quandril.", ("Quandril", None, "professor of law", "/..")),
    (
        "I am the Director of Graduate Studies at the Fjord Institute.",
        ("Fjord Institute", None, "Director of Graduate Studies", "/.."),
    ),
    (
        "I held a postdoctoral fellowship (2020-21) at Rookhope University.",
        ("Rookhope University", None, "postdoctoral fellowship", "2020/2021"),
    ),
    (
        "When not at Lumenix, she works as the collections manager at Quandril.",
        ("Quandril", None, "collections manager", "/.."),
    ),
    ("Before that I held a permanent position at Quandril.", ("Quandril", None, None, "")),
    (
        "I was a President's Postdoctoral Fellow in the Moss Lab at Quandril.",
        ("Quandril", "Moss Lab", "President's Postdoctoral Fellow", ""),
    ),
    (
        "I am a researcher at the Fjord Institute for Research in Cold Waters.",
        ("Fjord Institute for Research in Cold Waters", None, "researcher", "/.."),
    ),
    (
        "I am a researcher at the Fjord Institute for Research in Oslo.",
        ("Fjord Institute for Research", None, "researcher", "/.."),
    ),
    (
        "I am a co-founder of the Access & Care in Northern Harbours (ACNH) group.",
        ("Access & Care in Northern Harbours group", None, "co-founder", "/.."),
    ),
    ("I've been working at Quandril since 2018.", ("Quandril", None, None, "2018/..")),
    (
        "I joined Quandril in March 2019 as a backend developer and left in June 2021.",
        ("Quandril", None, "backend developer", "2019-03/2021-06"),
    ),
    (
        "I spent three years at Quandril as a forward deployed engineer.",
        ("Quandril", None, "forward deployed engineer", ""),
    ),
    (
        "I had the luck to spend the autumn of 2022 as a visiting researcher at the Fjord Institute.",
        ("Fjord Institute", None, "visiting researcher", "2022/2022"),
    ),
    (
        "I am an Associate Professor in the Department of Botany at the University of Bergen.",
        ("University of Bergen", "Department of Botany", "Associate Professor", "/.."),
    ),
    (
        "I'm Ada Roe, currently a research scientist in the Moss Lab, Quandril Research Center.",
        ("Quandril Research Center", "Moss Lab", "research scientist", "/.."),
    ),
    ("Nowadays I'm working at Quandril as an IT technician.", ("Quandril", None, "IT technician", "/..")),
    ("I am the CTO and co-founder of Lumenix, a climate startup.", ("Lumenix", None, "CTO and co-founder", "/..")),
    ("I was part of the Moss Laboratory at Bergen Institute.", ("Bergen Institute", "Moss Laboratory", None, "")),
    (
        "I held my position at Quandril between September 2012 and August 2016.",
        ("Quandril", None, None, "2012-09/2016-08"),
    ),
    ("In my current role at Quandril I lead a team of six.", ("Quandril", None, None, "/..")),
    ("I moved to Oslo to work for Quandril as a product manager.", ("Quandril", None, "product manager", "")),
    ("I used to work at Quandril.", ("Quandril", None, None, "")),
    ("She was promoted to Senior Manager at Quandril in 2015.", ("Quandril", None, "Senior Manager", "2015/")),
    (
        "Starting September 2027, I will be an assistant professor at Bergen University.",
        ("Bergen University", None, "assistant professor", "2027-09/"),
    ),
    ("🔭 I’m currently working at Quandril Ltd as a DevOps Engineer", ("Quandril Ltd", None, "DevOps Engineer", "/..")),
    ("Former engineer at Quandril.", ("Quandril", None, "engineer", "")),
    (
        "I was a structural engineering intern at T.Y. Moe in 2018.",
        ("T.Y. Moe", None, "structural engineering intern", "2018/2018"),
    ),
    ("I'm on leave from Quandril, where I am a planner.", ("Quandril", None, "planner", "/..")),
    ("Software engineer @quandril.", ("quandril", None, "Software engineer", "/..")),
    ("Student researcher at Quandril in the summer of 2023.", ("Quandril", None, "Student researcher", "2023/2023")),
    ("I currently lead the data platform team at Quandril.", ("Quandril", "data platform team", None, "/..")),
    ("I was an engineer at Quandril (acquired by Lumenix in 2018).", ("Quandril", None, "engineer", "")),
    ("## News\n\n- [Jun 2022] Started my internship at Quandril.", ("Quandril", None, None, "2022-06/")),
    ("I worked at Quandril for two years, and I received my B.S. in 2019.", ("Quandril", None, None, "")),
    ("Ich bin Softwareentwickler bei Quandril in München.", ("Quandril", None, "Softwareentwickler", "/..")),
    ("J'ai travaillé chez Quandril de 2015 à 2018.", ("Quandril", None, None, "2015/2018")),
    ("Soy desarrolladora backend en Quandril.", ("Quandril", None, "desarrolladora backend", "/..")),
]

SEVERAL = [
    ("Previously, I interned at Quandril, Lumenix and Brightleaf.", ["Quandril", "Lumenix", "Brightleaf"]),
    (
        "I'm an engineer at Quandril. Before that, I was at Lumenix and Brightleaf.",
        ["Quandril", "Lumenix", "Brightleaf"],
    ),
    ("Software Engineer @ Quandril | Ex-Lumenix", ["Quandril", "Lumenix"]),
    ("My work includes internships at Quandril, Lumenix and Brightleaf.", ["Quandril", "Lumenix", "Brightleaf"]),
    (
        "I was a postdoc at Quandril, working with Prof. Ada Roe, and at Lumenix, working with Otto Brandl.",
        ["Quandril", "Lumenix"],
    ),
    ("I was a fellow at Quandril and Lumenix studying moss.", ["Quandril", "Lumenix"]),
    (
        "I am a researcher at the Fjord Institute and a lecturer at Bergen University.",
        ["Fjord Institute", "Bergen University"],
    ),
]

NOTHING = [
    "I'm looking for an internship at Quandril. I want to work at Lumenix one day.",
    "I worked with clients such as Quandril and Lumenix on branding.",
    "I received a return offer from Quandril.",
    "I never worked at Quandril.",
    "Our team built it with Quandril. They worked at Lumenix.",
    "I served as a reviewer for the Journal of Moss.",
    "I'm a huge fan of Quandril products and a user of Emacs.",
    "I'm currently learning Rust and working on a compiler.",
    "I live in Bergen and work in Python.",
    "I would love to join Quandril.",
    "I serve as an Area Chair for MossConf.",
    "I spent a semester abroad at Bergen University.",
    "Before Bergen University, I received my BPhil from Oslo College.",
    "When not asleep, I would love to work at Quandril.",
    "I worked on mosses as a medical student at Bergen University.",
]


@pytest.mark.parametrize(("text", "position"), ONE)
def test_a_position_is_read(text: str, position: tuple[str | None, ...], told) -> None:
    assert told(text) == [position]


@pytest.mark.parametrize(("text", "organizations"), SEVERAL)
def test_coordinated_positions_are_parted(text: str, organizations: list[str], told) -> None:
    assert [organization for organization, *_ in told(text)] == organizations


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_wished_for_denied_or_done_by_others_is_no_position(text: str, told) -> None:
    assert told(text) == []


def test_each_place_has_the_date_after_it(told) -> None:
    text = "I interned at Quandril in summer 2020 and at Lumenix in fall 2021."
    assert [(place, when) for place, _, _, when in told(text)] == [("Quandril", "2020/2020"), ("Lumenix", "2021/2021")]


def test_the_date_in_a_clause_of_what_came_later_is_not_of_what_came_before(told) -> None:
    assert told("Before joining Lumenix in 2020, I worked as a planner at Quandril.") == [
        ("Lumenix", None, None, "2020/"),
        ("Quandril", None, "planner", ""),
    ]


def test_a_unit_alone_belongs_to_what_was_told_just_before(told) -> None:
    text = "I was a researcher at Bergen University from 2012 to 2016. I worked in the Bergen Center for Mosses."
    assert ("Bergen University", "Bergen Center for Mosses") in [(place, unit) for place, unit, *_ in told(text)]


def test_news_and_prose_of_one_job_are_one(told) -> None:
    text = "I was a Research Engineer (2022-2024) at Quandril.\n\n## News\n\n- July 2022: Joined Quandril as a Fellow."
    assert told(text) == [("Quandril", None, "Research Engineer", "2022-07/2024")]


def test_other_sections_tell_nothing(told) -> None:
    for heading in ("Publications", "References", "Testimonials", "Hobbies"):
        assert told(f"## {heading}\n\nI worked as a planner at Quandril in 2019.") == []


def test_items_that_begin_with_an_article_are_roles_of_the_time_their_lead_tells(told) -> None:
    text = "I have been:\n\n- a web programmer at the Moss Group,\n- an intern at the Fjord Museum of Tides, and\n"
    assert told(text) == [("Moss Group", None, "web programmer", ""), ("Fjord Museum of Tides", None, "intern", "")]
