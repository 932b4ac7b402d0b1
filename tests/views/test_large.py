"""The page for large graphs: every node and fact, few bytes, the same every time."""

from __future__ import annotations

import json
import random
import re

import networkx as nx
import numpy as np
import pytest

from kg import analysis, views
from kg.views.large.islands import islands
from kg.views.large.neighbours import groups
from kg.views.large.page import LIBRARY, available
from kg.views.shell import asset

from .conftest import plain_fact

built = pytest.mark.skipif(not available(), reason="the drawing library is not built (make web)")


def cliques(sizes):
    pairs, start = [], 0
    for size in sizes:
        pairs += [(start + one, start + other) for one in range(size) for other in range(one)]
        if start:
            pairs.append((start - 1, start))
        start += size
    return start, np.asarray(pairs, dtype=np.int64)


def crowd(people):
    """Invented people in towns; each works at two places of the town and lists some skills."""
    chance = random.Random(3)
    graph = nx.MultiDiGraph()
    for number in range(people // 5):
        graph.add_node(
            f"urn:place/{number}", label=f"Place {number}", type="organization", names=(), lines=(), links=()
        )
        graph.add_node(f"urn:skill/{number}", label=f"Skill {number}", type="skill", names=(), lines=(), links=())
    for number in range(people):
        person = f"urn:person/{number}"
        graph.add_node(person, label=f"Person {number}", type="person", names=(), lines=(), links=())
        for turn in range(2):
            place = f"urn:place/{(number // 20 * 4 + chance.randrange(4)) % (people // 5)}"
            graph.add_edge(person, place, key=f"{person} {turn}", **plain_fact(as_of=""))
        skill = f"urn:skill/{chance.randrange(people // 5)}"
        graph.add_edge(
            person, skill, key=f"{person} s", **plain_fact(relation="lists", as_of="", quotes=(), weight=0.3)
        )
    return graph


def test_groups_are_the_cliques():
    count, pairs = cliques([12, 20, 9, 15])
    found = groups(count, pairs[:, 0], pairs[:, 1], np.ones(len(pairs)))
    assert len(set(found.tolist())) == 4
    assert [len(set(found[start:stop].tolist())) for start, stop in ((0, 12), (12, 32), (32, 41), (41, 56))] == [1] * 4


def test_islands_lie_apart_and_nobody_stands_on_anybody():
    count, pairs = cliques([30] * 12)
    points, group = islands(count, pairs, np.ones(len(pairs)))
    centres = np.array([points[group == number].mean(axis=0) for number in range(group.max() + 1)])
    spread = max(np.sqrt(((points[group == number] - centres[number]) ** 2).sum(axis=1)).max() for number in range(12))
    between = np.sqrt(((centres[:, None] - centres[None]) ** 2).sum(axis=2)) + np.eye(len(centres)) * 1e9
    assert between.min() > spread
    beside = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2)) + np.eye(count) * 1e9
    assert np.median(beside.min(axis=1)) > 0.4


def test_nothing_and_nobody_tied():
    assert islands(0, np.zeros((0, 2), dtype=np.int64), np.zeros(0))[0].shape == (0, 2)
    points, _ = islands(5, np.zeros((0, 2), dtype=np.int64), np.zeros(0))
    assert np.isfinite(points).all()


@built
def test_same_graph_same_bytes_few_bytes():
    graph = crowd(2000)
    before = nx.MultiDiGraph(graph)
    page = views.large(graph, title="A crowd").html
    assert nx.utils.graphs_equal(before, graph)
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(sorted(graph.nodes(data=True), key=lambda node: node[0], reverse=True))
    shuffled.add_edges_from(sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2], reverse=True))
    assert views.large(shuffled, title="A crowd").html == page
    assert len(page) < len(asset(LIBRARY)) + 60_000 + 400 * len(graph)


@built
@pytest.mark.browser
def test_it_holds_everything_and_can_be_searched_filtered_and_read(visit, network):
    seen = visit(views.large(network, title="Everybody"))
    page = seen.page
    assert page.evaluate("kg.content.things.length") == len(network)
    assert page.evaluate("kg.content.facts.length") == network.number_of_edges()
    told = page.evaluate(
        """() => { const { facts, things, relations } = kg.content;
        return facts.map((f) => [things[f.s].id, things[f.t].id, relations[f.r].name, f.as, f.when]); }"""
    )
    stated = [[a, b, said["relation"], said["title"], said["when"]] for a, b, said in network.edges(data=True)]
    assert sorted(told) == sorted(stated)
    page.fill("#search", "ada lind")
    page.locator("#search").press("Enter")
    assert page.locator("#details h2").inner_text() == "Ada Lindqvist"
    assert "since May 2025" in page.locator("#details").inner_text()
    assert "ada-lindqvist.md · 618–676" in page.locator("#details").inner_text()
    assert "node=" in page.url
    page.keyboard.press("Escape")
    page.locator("#legend li button", has_text="skills").click()
    assert page.evaluate("kg.content.things.filter((_, i) => kg.state.thingShown(i)).length") == len(network) - 40
    page.keyboard.press("t")
    assert page.locator("#table tbody tr").count() > 100
    seen.errors = [error for error in seen.errors if "GL Driver Message" not in error]
    seen.assert_harmless()


@built
@pytest.mark.browser
def test_without_webgl_the_table_holds_everything(visit, small, browser, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    page.goto(views.large(small, title="Two").save(tmp_path / "two.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#table tbody tr").count() == 2
    context.close()


@built
@pytest.mark.browser
def test_words_stay_words(visit):
    words = "<img src=x onerror=window.__ran=1>\"'</script>\u2028{{7*7}}"
    graph = nx.MultiDiGraph()
    for node in ("1", "2"):
        graph.add_node(words + node, label=words, type=words, names=(words,), lines=(words,), links=(words,))
    quote = analysis.Quote(words, 0, 4, words[:4], words)
    fact = plain_fact(relation=words, title=words, place=words, when=words, notes=(words,), quotes=(quote,), as_of="")
    graph.add_edge(f"{words}1", f"{words}2", key=words, **fact)
    seen = visit(views.large(graph, title=words))
    seen.page.evaluate("kg.state.selected = 0; kg.state.changed('selection')")
    seen.page.keyboard.press("t")
    assert seen.page.locator("main img").count() == 0
    assert not re.search(r"<img", json.dumps(seen.page.evaluate("document.querySelector('main').innerHTML")))
    seen.errors = [error for error in seen.errors if "GL Driver Message" not in error]
    seen.assert_harmless()
