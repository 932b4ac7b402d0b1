"""The page for large graphs: every node and fact, few bytes, the same every time."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from urllib.parse import quote

import networkx as nx
import numpy as np
import pytest

from kg import analysis, views
from kg.views.graphs.fitting import fitting
from kg.views.large.islands import islands
from kg.views.large.neighbours import groups
from kg.views.large.page import LIBRARY
from kg.views.shell import asset

from .conftest import built, plain_fact


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


def script(name):
    return Path(__file__).with_name(f"{name}.js").read_text("utf-8").split("*/\n", 1)[1]


def harmless(seen):
    # what a graphics card made of software says of its speed is no fault of the page
    seen.errors = [error for error in seen.errors if "GL Driver Message" not in error]
    seen.assert_harmless()


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
    assert page.evaluate("kg.state.visible.size") == len(network) - 40
    page.keyboard.press("t")
    assert page.locator("#table tbody tr").count() > 100
    harmless(seen)


@built
@pytest.mark.browser
def test_a_large_page_begins_with_the_most_connected_and_shows_all_when_asked(visit):
    seen = visit(views.large(crowd(700), title="A crowd"))
    page = seen.page
    total = 700 + 2 * 140
    assert page.locator("#notice").inner_text().startswith(f"The 220 most connected of {total}.")
    assert page.evaluate("kg.test.graph().order") == 220
    page.click("#unfold")
    assert page.locator("#notice").inner_text().startswith(f"All {total}, on islands")
    assert page.evaluate("kg.test.graph().order") == total
    assert "all=yes" in page.url
    page.click("#unfold")
    assert page.evaluate("kg.state.visible.size") == 220
    harmless(seen)


@built
@pytest.mark.browser
def test_click_double_click_and_drag_on_the_large_canvas(visit):
    seen = visit(views.large(crowd(700), title="A crowd"))
    page = seen.page
    spot = page.evaluate(script("spot"))
    assert spot["hidden"] > 0
    page.mouse.click(spot["x"], spot["y"])
    page.wait_for_selector("#details:not([hidden])")
    assert page.locator("#details h2").inner_text() == spot["label"]
    assert page.locator("#details blockquote").count() > 0
    assert f"Bring in {spot['hidden']} more neighbour" in page.locator("#details").inner_text()
    page.wait_for_timeout(500)
    spot = page.evaluate(script("spot"))
    page.mouse.dblclick(spot["x"], spot["y"])
    page.wait_for_function(f"kg.state.hiddenOf({spot['thing']}).length === 0")
    assert page.evaluate("kg.test.graph().order") == 220 + spot["hidden"]
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    page.wait_for_timeout(300)
    spot = page.evaluate(script("spot"))
    page.mouse.move(spot["x"], spot["y"])
    page.mouse.down()
    page.mouse.move(spot["x"] + 50, spot["y"] + 40, steps=5)
    page.mouse.up()
    moved = page.evaluate(f"kg.test.nodes[{spot['thing']}]")
    assert moved["pinned"] is True
    at = page.evaluate(f"kg.test.toView(kg.test.nodes[{spot['thing']}])")
    box = page.locator("#canvas").bounding_box()
    assert abs(at["x"] + box["x"] - spot["x"] - 50) < 3
    assert abs(at["y"] + box["y"] - spot["y"] - 40) < 3
    harmless(seen)


@built
@pytest.mark.browser
def test_one_year_on_a_large_page(visit, network):
    seen = visit(views.large(network, title="Everybody"), fragment="#year=2014")
    page = seen.page
    small = visit(views.page(network, title="Everybody"), fragment="#year=2014").page
    then = "[...kg.state.visible].map((thing) => kg.content.things[thing].id).sort()"
    assert page.evaluate(then) == small.evaluate(then)
    assert 5 < len(page.evaluate(then)) < len(network)
    page.click("#all-years")
    assert page.evaluate("kg.state.visible.size") == len(network)
    page.click("#play")
    page.wait_for_timeout(100)
    assert page.evaluate("kg.state.year") == 2008
    harmless(seen)


@built
@pytest.mark.browser
def test_a_deep_link_on_a_large_page_restores_selection_filter_and_view(visit, network):
    node = quote(analysis.find(network, "Ada Lindqvist"))
    seen = visit(
        views.large(network, title="Everybody"), fragment=f"#without=skill&unsaid=lists&view=table&all=yes&node={node}"
    )
    page = seen.page
    assert page.locator("#table table").is_visible()
    assert page.locator("#legend li button", has_text="skills").get_attribute("aria-pressed") == "false"
    assert page.locator("#legend li button", has_text="lists").get_attribute("aria-pressed") == "false"
    assert page.locator("#details h2").inner_text() == "Ada Lindqvist"
    page.keyboard.press("t")
    assert page.locator("#canvas canvas").first.is_visible()
    assert page.evaluate("kg.state.whole") is True
    harmless(seen)


@built
@pytest.mark.browser
def test_saving_a_large_page_as_picture_vectors_and_data(visit, network):
    seen = visit(views.large(network, title="Everybody"))
    page = seen.page
    saved = {}
    for button in ("as-png", "as-svg", "as-json"):
        page.click("#export summary")
        with page.expect_download() as download:
            page.click(f"#{button}")
        saved[button] = Path(download.value.path()).read_bytes()
    assert saved["as-png"].startswith(b"\x89PNG")
    assert len(saved["as-png"]) > 20_000
    assert b"Ada Lindqvist" in saved["as-svg"]
    assert saved["as-svg"].count(b"<line") > 100
    data = json.loads(saved["as-json"])
    assert len(data["nodes"]) == len(network)
    quoted = {words["text"] for edge in data["edges"] for words in edge["quotes"]}
    assert {said.text for *_, one in network.edges(data=True) for said in one["quotes"]} >= quoted
    assert len(quoted) > 30
    harmless(seen)


@built
@pytest.mark.browser
def test_something_is_drawn_by_the_graphics_card(visit, network):
    for fragment in ("", "#all=yes"):
        page = visit(views.large(network, title="Everybody"), fragment=fragment).page
        colours = page.evaluate(script("colours"))
        assert {0xB5482F, 0x2A5C8F, 0x4B7030} <= set(colours)


@built
@pytest.mark.browser
def test_a_large_page_fits_a_phone(visit, network):
    node = quote(analysis.find(network, "Ada Lindqvist"))
    page = visit(views.large(network, title="Everybody"), width=390, height=800, fragment=f"#node={node}").page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    panel = page.locator("#details").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390


@built
def test_quotes_are_shortened_alike_until_they_fit():
    words = ["a" * 300, "b" * 40, "c" * 100]
    assert fitting(words, 10_000) == words
    short = fitting(words, 200)
    assert [len(one) for one in short] == [70, 40, 70]
    assert all(one == long or one.endswith("…") for one, long in zip(short, words, strict=True))
    assert fitting(words, 5) == []


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
    seen.page.evaluate("kg.state.select({thing: 0})")
    seen.page.keyboard.press("t")
    assert seen.page.locator("main img").count() == 0
    assert not re.search(r"<img", json.dumps(seen.page.evaluate("document.querySelector('main').innerHTML")))
    harmless(seen)
