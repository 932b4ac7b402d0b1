"""Every named question, on invented people: the rows, and the words that say so."""

from __future__ import annotations

import pytest

from kg import queries
from kg.errors import QueryError, UnknownError

EVIDENCE = ("quote", "document", "quote_start", "quote_end")
CORVID = ("Ada Quill", "Software Engineer", "Corvid Systems", "Nest Platform", "2019-03", "2021-06")
PRINCIPAL = ("Bruno Keller", "Principal Engineer", "Corvid Systems", "", "2020-01", "present")

ANSWERS = {
    ("academic-ancestors", ("person", "Ada Quill")): {
        ("Ada Quill", "Bruno Keller", "Wren College"),
        ("Ada Quill", "Bruno Keller", ""),
    },
    ("achievements",): {
        ("Ada Quill", "cut the cost of storage by 40 %", "Corvid Systems", "Nest Platform", "Software Engineer")
    },
    ("advised-by",): {
        ("Bruno Keller", "Ada Quill", "Wren College", "Marsh Laboratory", "", ""),
        ("Bruno Keller", "Ada Quill", "", "", "", ""),
    },
    ("alumni-careers", ("organization", "wren university")): {
        ("owl", "Analyst", "Corvid Europe", "", "2022", "present")
    },
    ("awards",): {("Ada Quill", "Swift Prize", "Wren College", "2018")},
    ("contacts",): {
        ("Ada Quill", "true", "email", "ada.quill@example.org"),
        ("owl", "false", "email", "owl@example.net"),
    },
    ("coworkers", ("person", "ada quill")): {
        (
            "Bruno Keller",
            "Corvid Systems",
            "",
            "Principal Engineer",
            "2020-01",
            "present",
            "Nest Platform",
            "2019-03",
            "2021-06",
        )
    },
    ("degrees",): {
        ("Ada Quill", "B.Sc.", "bachelor", "Mathematics", "Wren College", "2014", "2018", "4.0"),
        ("owl", "M.Sc.", "master", "Biology", "Wren University", "2019", "2021", ""),
    },
    ("internships",): {("2018-06", "2018-09", "Ada Quill", "Intern", "Heron Labs", "")},
    ("long-employment",): {(*CORVID, "28"), (*PRINCIPAL, "63")},
    ("long-employment", ("months", "60"), ("as-of", "2024-11-30")): set(),
    ("offers",): {("Ada Quill", "Osprey", "", "", "")},
    ("shared-skills",): {("Apache Kafka", "3", person) for person in ("Ada Quill", "Bruno Keller", "owl")},
    ("skill-used-or-listed", ("skill", "kafka")): {
        ("Ada Quill", "Apache Kafka", "used"),
        ("Bruno Keller", "Apache Kafka", "used"),
        ("owl", "Apache Kafka", "listed"),
    },
    ("skills-at", ("person", "Ada Quill"), ("organization", "Corvid Systems")): {
        (skill, *CORVID[1:]) for skill in ("Apache Kafka", "Go")
    },
    ("skills-of", ("person", "Ada Quill")): {
        ("Apache Kafka", "used", "Intern", "Heron Labs"),
        ("Apache Kafka", "used", "Software Engineer", "Corvid Systems"),
        ("Go", "used", "Software Engineer", "Corvid Systems"),
        ("Rust", "listed", "", ""),
    },
    ("studied-at", ("organization", "Wren College")): {
        ("Ada Quill", "B.Sc.", "Mathematics", "Wren College", "", "2014", "2018")
    },
    ("timeline", ("person", "ada.quill@example.org")): {
        ("", "", "advising", "advised by Bruno Keller", "Wren College", "Marsh Laboratory"),
        ("", "", "advising", "advised by Bruno Keller", "", ""),  # as he tells it
        ("", "", "offer", "", "Osprey", ""),
        ("2014", "2018", "study", "B.Sc.", "Wren College", ""),
        ("2018", "", "award", "Swift Prize", "Wren College", ""),
        ("2018-06", "2018-09", "employment", "Intern", "Heron Labs", ""),
        ("2019-03", "2021-06", "employment", *CORVID[1:4]),
    },
    ("used-skill", ("skill", "Redis")): {("Bruno Keller", "Redis", "", "", "", "Featherbed", "", "")},
    ("used-skill-family", ("skill", "Go")): {
        ("Ada Quill", "Go", "Software Engineer", "Corvid Systems", "2019-03", "2021-06")
    },
    ("why", ("person", "Ada Quill"), ("organization", "Osprey")): {("offer", "", "Osprey", "", "", "")},
    ("worked-at", ("organization", "corvid systems")): {CORVID, PRINCIPAL},
    ("worked-at", ("organization", "Nest Platform")): {CORVID},
    ("works-now",): {
        ("Bruno Keller", "Principal Engineer", "Corvid Systems", "", "2020-01", "2025-03"),
        ("owl", "Analyst", "Corvid Europe", "", "2022", ""),
    },
    ("works-now", ("person", "owl")): {("owl", "Analyst", "Corvid Europe", "", "2022", "")},
}
WITHOUT_EVIDENCE = {"documents", "organizations", "people", "same-organization", "summary"}


def answer(store, name, *parameters):
    rows = queries.ask(store, name, **dict(parameters))
    return rows.variables, [tuple("" if term is None else term.value for term in row) for row in rows]


@pytest.mark.parametrize("asked", ANSWERS, ids=lambda asked: " ".join([asked[0], *(value for _, value in asked[1:])]))
def test_rows_and_evidence(store, texts, asked):
    variables, rows = answer(store, *asked)
    if ANSWERS[asked]:
        assert variables[-4:] == EVIDENCE
    assert {row[:-4] for row in rows} == ANSWERS[asked]
    for *_, quote, document, start, end in rows:
        assert texts[document][int(start) : int(end)] == quote


def test_every_question_is_tested():
    assert {asked[0] for asked in ANSWERS} | WITHOUT_EVIDENCE == set(queries.QUESTIONS)


def test_evidence_of_a_skill_is_both_the_job_and_the_skill(store):
    _, rows = answer(store, "skills-at", ("person", "Ada Quill"), ("organization", "Corvid Systems"))
    quotes = {row[-4] for row in rows if row[0] == "Go"}
    assert any(quote.startswith("Corvid Systems") for quote in quotes)
    assert any(quote.startswith("Skills:") for quote in quotes)


def test_possible_overlap_is_wider_than_certain_overlap(store):
    _, certain = answer(store, "coworkers", ("person", "Bruno Keller"))
    _, possible = answer(store, "coworkers", ("person", "Bruno Keller"), ("overlap", "possible"))
    assert set(certain) <= set(possible)


def test_the_two_wrens_are_not_one(store):
    _, rows = answer(store, "same-organization", ("first", "Wren College"), ("second", "Wren University"))
    assert [row[0] for row in rows] == ["different"]
    _, rows = answer(store, "same-organization", ("first", "Wren College"), ("second", "WREN COLLEGE"))
    assert [row[0] for row in rows] == ["same"]


def test_what_there_is(store):
    _, documents = answer(store, "documents")
    assert [row[:2] for row in documents] == [
        ("ada.txt", "Ada Quill"),
        ("bruno.txt", "Bruno Keller"),
        ("owl.txt", "owl"),
    ]
    counts = dict(answer(store, "summary")[1])
    assert (counts["documents"], counts["employments"], counts["studies"], counts["claims"]) == ("3", "5", "2", "1")
    assert ("Corvid Systems", "2") in {row[:2] for row in answer(store, "organizations")[1]}
    assert {("Ada Quill", "1", "true"), ("owl", "1", "false")} <= {row[:3] for row in answer(store, "people")[1]}


@pytest.mark.parametrize("hostile", ['x" } # ', "Ada Quill' || true", "\\", 'a"@en', "<b>", "?who", "{}"])
def test_a_name_is_data_and_never_query(store, hostile):
    with pytest.raises(UnknownError, match="no person"):
        queries.ask(store, "timeline", person=hostile)


def test_an_iri_or_a_thing_does_for_a_name(store):
    _, rows = answer(store, "people")
    iri = next(row[3] for row in rows if row[:2] == ("Ada Quill", "1"))

    class Thing:
        def __init__(self, iri):
            self.iri = iri

    assert list(queries.ask(store, "timeline", person=Thing(iri)))
    assert list(queries.ask(store, "timeline", person=iri))


def test_unknown_names_come_with_the_nearest(store):
    with pytest.raises(UnknownError, match="did you mean Corvid Systems"):
        queries.ask(store, "worked-at", organization="Corvid System")


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("worked-at", {}, "needs --organization"),
        ("worked-at", {"organisation": "x"}, "takes --organization, not --organisation"),
        ("works-now", {"company": "x"}, "takes --person, not --company"),
        ("summary", {"person": "x"}, "takes no parameters"),
        ("long-employment", {"months": "many"}, "--months must be a whole number, not 'many'"),
        ("long-employment", {"as_of": "2025"}, "--as-of must be a day such as 2025-12-31, not '2025'"),
        ("timeline", {"person": "  "}, "--person must be a name"),
    ],
)
def test_wrong_parameters_are_told(store, name, parameters, message):
    with pytest.raises(QueryError, match=message):
        queries.ask(store, name, **parameters)


def test_unknown_questions_come_with_the_nearest(store):
    with pytest.raises(UnknownError, match=r"did you mean .*worked-at"):
        queries.ask(store, "work-at")
    assert queries.find("Works_Now").name == "works-now"


@pytest.mark.parametrize(
    "text",
    ["SELECT ?x {}", "# title: a\nSELECT ?x {}", "# title: a\n# description: b\n# parameter: bad\nSELECT ?x {}"],
)
def test_a_question_needs_a_whole_header(text):
    with pytest.raises(ValueError, match="question q"):
        queries.parse("q", text)
