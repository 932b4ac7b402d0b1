"""The timeline in a real Chromium: bars as certain as their dates, and who was there at the same time."""

from __future__ import annotations

import networkx as nx
import pytest

from kg import analysis
from kg.views.timelines import timeline

from .conftest import plain_fact

pytestmark = pytest.mark.browser


@pytest.fixture
def career():
    """Four people at one organization, in a unit of it, and beside it."""
    graph = nx.MultiDiGraph()
    kinds = {"ada": "person", "bo": "person", "cy": "person", "di": "person", "inn": "organization", "bar": "unit"}
    for node, kind in kinds.items():
        graph.add_node(node, label=node.title(), type=kind, names=(), lines=(), links=())
    times = {
        ("ada", "inn"): "2019-03/2021-06-30",
        ("bo", "bar"): "2021-06-10/2022",
        ("cy", "inn"): "2021/2022",
        ("di", "inn"): "2015/..",
    }
    for (person, place), when in times.items():
        graph.add_edge(
            person, place, key=f"{person} {place}", **plain_fact(when=when, current=when.endswith(".."), as_of="")
        )
    graph.add_edge("bar", "inn", key="part", **plain_fact(relation="part of", when="", title="", quotes=()))
    return graph


def choose(page, words):
    page.locator(".bar-of-time", has_text=words).first.click()


def test_a_line_for_everybody_and_nothing_from_outside(visit, network):
    seen = visit(timeline(network))
    people = {
        source
        for source, _, said in network.edges(data=True)
        if said["relation"] in ("worked at", "studied at", "member of", "advises at", "worked on", "received")
        and network.nodes[source]["type"] == "person"
    }
    assert seen.page.locator(".line[data-thing]").count() == len(people)
    seen.page.locator(".bar-of-time").first.click()
    assert seen.page.locator("#details blockquote").first.is_visible()
    seen.assert_harmless()


def test_who_was_there_too(visit, career):
    page = visit(timeline(career)).page
    page.locator(".bar-of-time", has_text="Ada").click()
    told = page.locator("#details").inner_text()
    assert "AT INN AT THE SAME TIME" in told.upper()
    assert "certainly" in told.split("Bo")[1].split("Cy")[0]
    assert "possibly" in told.split("Cy")[1].split("Di")[0]
    assert "possibly" in told.split("Di")[1]
    assert page.locator(".bar-of-time.certainly").count() == 1
    assert page.locator(".bar-of-time.possibly").count() == 2


def test_ends_are_as_sure_as_their_dates(visit, career):
    page = visit(timeline(career)).page
    edges = """(name) => {
        const bars = [...document.querySelectorAll(".bar-of-time")];
        const { style } = bars.find((bar) => bar.textContent.startsWith(name));
        return ["--in", "--out"].map((edge) => parseFloat(style.getPropertyValue(edge)));
    }"""
    sure, vague = page.evaluate(edges, "Ada"), page.evaluate(edges, "Cy")
    assert sure[0] < 5
    assert sure[1] > 99
    assert 40 < vague[0] <= vague[1] < 60
    assert page.locator(".bar-of-time.open").count() == 1


def test_by_organization(visit, career):
    seen = visit(timeline(career), fragment="#rows=organizations")
    lines = seen.page.locator(".line[data-thing]")
    assert lines.count() == 1
    assert lines.locator(".bar-of-time").count() == 4
    seen.assert_harmless()


def test_a_deep_link_opens_a_person(visit, career):
    page = visit(timeline(career), fragment="#node=bo").page
    assert page.locator("#details h2").inner_text() == "Bo"


def test_without_a_job_it_says_so(visit):
    page = visit(timeline(nx.MultiDiGraph())).page
    assert "No document tells of a job" in page.locator("#nothing").inner_text()


def test_words_stay_words(visit):
    words = "<img src=x onerror=window.__ran=1>\"'</script>"
    graph = nx.MultiDiGraph()
    for node, kind in (("a", "person"), ("b", "organization")):
        graph.add_node(node, label=words, type=kind, names=(words,), lines=(words,), links=("javascript:1",))
    fact = plain_fact(title=words, place=words, notes=(words,), quotes=(analysis.Quote(words, 0, 9, words, words),))
    graph.add_edge("a", "b", key=words, **fact)
    seen = visit(timeline(graph, title=words))
    seen.page.locator(".bar-of-time").click()
    assert seen.page.locator("main img").count() == 0
    seen.assert_harmless()
