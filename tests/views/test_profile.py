"""The page of one person: facts and sentences lead to each other; what it embeds is valid and says no more."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import analysis
from kg.views.profiles.marks import excerpt, pieces
from kg.views.profiles.page import profile
from kg.views.sources import texts
from kg.views.words import period

from .conftest import plain_fact

TEXT = "Ada cooks.\nCook, The Inn, 2019 – 2021 & <b>more</b>.\nLikes soup."
JOB = "Cook, The Inn, 2019 – 2021"


def quoted(words):
    start = TEXT.index(words)
    return analysis.Quote("ada.txt", start, start + len(words), words, "https://kg.example/doc/dada")


@pytest.fixture
def cook():
    graph = nx.MultiDiGraph()
    for node, kind in (("urn:ada", "person"), ("urn:inn", "organization"), ("urn:soup", "skill"), ("urn:bo", "person")):
        graph.add_node(node, label=node[4:].title(), type=kind, names=(), lines=(), links=())
    graph.nodes["urn:ada"].update(
        names=("A.",), lines=("ada@people.example",), links=("https://ada.example/", "javascript:1")
    )
    quote = quoted(JOB)
    soup = quoted("soup")
    other = analysis.Quote("bo.txt", 0, 2, "Bo", "https://kg.example/doc/dbo")
    graph.add_edge("urn:ada", "urn:inn", key="urn:e1", **plain_fact(quotes=(quote,), as_of=""))
    graph.add_edge(
        "urn:ada",
        "urn:soup",
        key="urn:e2",
        **plain_fact(relation="lists", title="", when="", start="", end="", quotes=(soup,), as_of=""),
    )
    graph.add_edge("urn:bo", "urn:inn", key="urn:e3", **plain_fact(quotes=(other,), as_of=""))
    return graph


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80), st.integers(0, 5)), max_size=8))
def test_pieces_are_the_text_and_know_their_facts(text, spans):
    found = pieces(text, spans)
    assert "".join(piece.text for piece in found) == text
    for piece in found:
        inside = {fact for start, end, fact in spans if start <= piece.start and piece.start + len(piece.text) <= end}
        assert set(piece.facts) == inside


def test_an_excerpt_keeps_the_marks_and_says_where_it_leaves_out():
    found = excerpt(pieces("a" * 500 + "MARK" + "b" * 500, [(500, 504, 1)]), around=10)
    assert [piece.text for piece in found] == [" … " + "a" * 10, "MARK", "b" * 10 + " … "]


@pytest.mark.parametrize(
    ("when", "current", "words"),
    [
        ("2021-07/2023-10", False, "Jul 2021 – Oct 2023"),
        ("2021/..", True, "since 2021"),
        ("/..", True, "now"),
        ("/2020-05-01", False, "until 1 May 2020"),
        ("2020/", False, "from 2020"),
        ("2020/2020", False, "2020"),
        ("2012", False, "2012"),
        ("", False, ""),
        ("<i>/<b>", False, "<i> – <b>"),
    ],
)
def test_periods_in_words(when, current, words):
    assert period(when, current=current) == words


def test_the_embedded_linked_data_says_what_is_stated(cook):
    page = profile(cook, "urn:ada").html
    linked = linked_data(page)
    assert (linked["@context"], linked["@type"]) == ("https://schema.org", "ProfilePage")
    person = linked["mainEntity"]
    assert (person["@type"], person["name"], person["sameAs"]) == ("Person", "Ada", ["https://ada.example/"])
    assert "worksFor" not in person
    assert person["knowsAbout"] == ["Soup"]
    resume = resume_of(page)
    assert resume["work"] == [{"name": "Inn", "position": "Cook", "startDate": "2019", "endDate": "2021"}]
    assert resume["basics"]["email"] == "ada@people.example"


def test_no_name_is_put_into_data_where_none_is_stated(cook):
    cook.nodes["urn:ada"].update(label="Unnamed person (ada.txt)", named=False)
    page = profile(cook, "urn:ada").html
    assert "name" not in linked_data(page)["mainEntity"]
    assert "name" not in resume_of(page)["basics"]
    assert '<h1 dir="auto">Unnamed person (ada.txt)</h1>' in page


def test_the_resume_is_as_its_schema_asks(cook):
    cook.add_node("urn:bar", label="The Bar", type="unit", names=(), lines=(), links=())
    cook.add_node("urn:medal", label="Medal", type="award", names=(), lines=(), links=())
    cook.add_edge("urn:bar", "urn:inn", key="urn:p", **plain_fact(relation="part of", when="", quotes=(), as_of=""))
    cook.add_edge(
        "urn:ada", "urn:bar", key="urn:e5", **plain_fact(when="2021-05/..", start="2021-05", end="", as_of="")
    )
    cook.add_edge("urn:ada", "urn:medal", key="urn:e6", **plain_fact(relation="received", when="2019/2020", as_of=""))
    resume = resume_of(profile(cook, "urn:ada").html)
    dates = [
        one[key] for part in resume.values() if isinstance(part, list) for one in part for key in one if "ate" in key
    ]
    assert all(re.fullmatch(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?", date) for date in dates)
    assert len(dates) == 4
    assert {"name": "Inn", "description": "The Bar", "position": "Cook", "startDate": "2021-05"} in resume["work"]


def test_the_page_of_a_skill_is_about_a_term(cook):
    linked = linked_data(profile(cook, "urn:soup").html)
    assert (linked["@type"], linked["mainEntity"]["@type"]) == ("WebPage", "DefinedTerm")
    assert linked_data(profile(cook, "urn:inn").html)["mainEntity"]["@type"] == "Organization"


def linked_data(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL).group(1))


def resume_of(page):
    return json.loads(unquote(re.search(r'href="data:application/json;charset=utf-8,([^"]*)"', page).group(1)))


def test_times_that_differ_between_documents_are_marked(cook):
    assert "documents differ" not in profile(cook, "urn:ada").html
    quote = analysis.Quote("old.txt", 0, 4, "Cook", "https://kg.example/doc/dold")
    cook.add_edge(
        "urn:ada", "urn:inn", key="urn:e4", **plain_fact(when="2019/2020", end="2020", quotes=(quote,), as_of="")
    )
    assert profile(cook, "urn:ada").html.count("documents differ<") == 2


def test_texts_are_read_again_and_broken_documents_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("Ada Example\nCook", "utf-8")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    found = texts([tmp_path])
    assert "Ada Example" in next(iter(found.values()))
    assert all(re.fullmatch(r"d[0-9a-f]{16}", key) for key in found)


@pytest.mark.browser
def test_fact_and_sentence_lead_to_each_other(visit, cook):
    seen = visit(profile(cook, "urn:ada", texts={"dada": TEXT}))
    page = seen.page
    assert page.locator("#sources pre").inner_text() == TEXT
    assert page.locator("#sources b").count() == 0
    marks = page.locator("#sources mark")
    assert [marks.nth(place).inner_text() for place in range(marks.count())] == [JOB, "soup"]
    page.locator("[data-fact]", has_text="Inn").hover()
    assert page.locator("mark.lit").inner_text() == JOB
    page.locator("mark", has_text="soup").hover()
    assert "Soup" in page.locator("li.lit").inner_text()
    assert "certainly · Inn · 2019 – 2021" in page.locator(".met").inner_text()
    assert page.locator('a[href^="javascript"]').count() == 0
    seen.assert_harmless()


@pytest.mark.browser
def test_words_stay_words(visit):
    words = "<img src=x onerror=window.__ran=1>\"'</script></title>{{7*7}}"
    graph = nx.MultiDiGraph()
    for node, kind in (("a", "person"), ("b", "organization")):
        graph.add_node(
            node, label=words, type=kind, names=(words,), lines=(words,), links=("javascript:window.__ran=1", words)
        )
    quote = analysis.Quote(words, 0, len(words), words, "urn:doc/d1")
    graph.add_edge(
        "a", "b", key=words, **plain_fact(title=words, place=words, notes=(words,), quotes=(quote,), as_of=words)
    )
    for node in "ab":
        seen = visit(profile(graph, node, texts={"d1": words * 20}, pages={"b": "b.html"}))
        assert seen.page.locator("main img").count() == 0
        seen.page.locator("[data-fact]").first.hover()
        seen.assert_harmless()
