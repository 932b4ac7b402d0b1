"""The report counts what is there, no more, and says what was left unread."""

from __future__ import annotations

import networkx as nx
import pytest

from kg import analysis
from kg.views.reports.figures import places, skill_years, skills
from kg.views.reports.page import report
from kg.views.reports.quality import readings, shares

from .conftest import plain_fact

TEXT = "Ada\nCook, The Inn, 2019 - 2021\nA long line that says nothing we look for.\nshort\n"


@pytest.fixture
def inn():
    graph = nx.MultiDiGraph()
    for node, kind in (
        ("ada", "person"),
        ("bo", "person"),
        ("inn", "organization"),
        ("bar", "unit"),
        ("soup", "skill"),
    ):
        graph.add_node(node, label=node.title(), type=kind, names=(), lines=(), links=())
    quote = analysis.Quote("ada.txt", 4, 30, TEXT[4:30], "https://kg.example/doc/dada")
    fact = plain_fact(quotes=(quote,), as_of="")
    graph.add_edge("ada", "bar", key="e1", **fact)
    graph.add_edge("ada", "soup", key="e1 soup", **{**fact, "relation": "used"})
    graph.add_edge("bo", "inn", key="e2", **{**fact, "when": "2020/..", "start": "2020", "end": "", "current": True})
    graph.add_edge("bo", "soup", key="e3", **{**fact, "relation": "lists", "when": "", "start": "", "end": ""})
    graph.add_edge("bar", "inn", key="part", **{**fact, "relation": "part of", "quotes": ()})
    return graph


def test_people_of_a_unit_count_for_its_house(inn):
    (count,) = places(inn, "worked at")
    assert (count.label, count.people, count.strong) == ("Inn", 2, 1)


def test_a_use_weighs_more_than_a_mention(inn):
    (count,) = skills(inn)
    assert (count.people, count.strong) == (2, 1)


def test_years_hold_only_certain_uses(inn):
    years, rows = skill_years(inn)
    assert years == (2019, 2020, 2021)
    assert rows[0].people == (1, 1, 1)
    assert skill_years(nx.MultiDiGraph()) == ((), ())


def test_shares_are_of_what_there_is(inn):
    told = {share.words: (share.part, share.whole) for share in shares(inn)}
    assert told["facts with a quote"] == (4, 4)
    assert told["of those, with a month or a day"] == (0, 2)


def test_lines_that_no_fact_rests_on(inn):
    (reading,) = readings(inn, {"dada": TEXT})
    assert reading.left == ("A long line that says nothing we look for.",)
    assert 30 < reading.covered < 45
    assert readings(inn, {})[0].covered is None


@pytest.mark.browser
def test_the_page(visit, network):
    seen = visit(report(network))
    assert "19" in seen.page.locator(".tiles").inner_text()
    assert seen.page.locator(".ranks").count() == 3
    seen.assert_harmless()
    empty = visit(report(nx.MultiDiGraph()))
    assert "The graph is empty" in empty.page.locator("main").inner_text()
    empty.assert_harmless()


@pytest.mark.browser
def test_words_stay_words(visit, inn):
    words = "<img src=x onerror=window.__ran=1>\"'</script>{{7*7}}"
    for node in inn:
        inn.nodes[node].update(label=words, names=(words,))
    quote = analysis.Quote(words, 0, 4, words[:4], "urn:doc/d1")
    inn.edges["ada", "bar", "e1"].update(title=words, quotes=(quote,))
    seen = visit(report(inn, title=words, texts={"d1": f"{words}\n{words}\n" * 3}))
    assert seen.page.locator("main img").count() == 0
    assert words in seen.page.locator("main").inner_text()
    seen.assert_harmless()
