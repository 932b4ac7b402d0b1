"""The genealogy in a real Chromium."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.views.genealogies import genealogy

from .conftest import plain_fact

pytestmark = pytest.mark.browser


def test_advisors_stand_above_and_a_line_lights_up(visit, network):
    seen = visit(genealogy(network))
    page = seen.page
    advised = [edge for edge in network.edges(data=True) if edge[2]["relation"] == "advised by"]
    assert page.locator(".card").count() == len({node for edge in advised for node in edge[:2]})
    assert page.locator("#sheet path").count() == len(advised)
    page.locator(".card", has_text="Ulla Brandt").click()
    assert page.locator("#details h2").inner_text() == "Ulla Brandt"
    assert page.locator(".card.in").count() == 1 + sum(
        network.nodes[b]["label"] == "Ulla Brandt" for _, b, _ in advised
    )
    assert "node=" in page.url
    page.keyboard.press("Escape")
    assert page.locator("#sheet.lit").count() == 0
    seen.assert_harmless()


def test_without_an_advisor_it_says_so(visit):
    seen = visit(genealogy(nx.MultiDiGraph()))
    assert "No document names an advisor" in seen.page.locator("#nothing").inner_text()
    seen.assert_harmless()


def test_words_stay_words(visit):
    words = "<img src=x onerror=window.__ran=1></script>"
    graph = nx.MultiDiGraph()
    for node in "ab":
        graph.add_node(node, label=words, type="person", names=(words,), lines=(words,), links=(words,))
    graph.add_edge("a", "b", key=words, **plain_fact(relation="advised by", place=words, when=words))
    seen = visit(genealogy(graph, title=words))
    seen.page.locator(".card").first.click()
    assert seen.page.locator("main img").count() == 0
    seen.assert_harmless()
