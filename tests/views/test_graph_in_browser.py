"""The graph page in a real Chromium: what people do with it, and that it asks nobody for anything."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import networkx as nx
import pytest

from kg import analysis, views

from .conftest import built, content_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def view(network):
    return views.page(network, title="Everybody")


def script(name):
    return Path(__file__).with_name(f"{name}.js").read_text("utf-8").split("*/\n", 1)[1]


def pressed(page, words):
    return page.locator("#legend li button", has_text=words).get_attribute("aria-pressed")


def test_it_opens_without_a_request_an_error_or_a_violation(visit, view):
    seen = visit(view)
    seen.page.wait_for_timeout(200)
    assert seen.page.locator("#canvas canvas").count() == 1
    seen.assert_harmless()


def test_something_is_drawn(visit, view):
    page = visit(view).page
    colours = page.evaluate(script("colours"))
    assert {0xB5482F, 0x2A5C8F, 0x4B7030} <= set(colours)


def test_search_finds_as_one_types_and_opens_what_was_found(visit, view):
    seen = visit(view)
    page = seen.page
    page.keyboard.press("/")
    page.keyboard.type("lind")
    assert page.locator("#found li").first.inner_text().startswith("Ada Lindqvist")
    assert page.locator("#found mark").first.inner_text() == "Lind"
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Ada Lindqvist"
    assert "node=" in page.url
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()
    assert "node=" not in page.url
    page.keyboard.press("/")
    page.keyboard.type("zzzz")
    assert "Nothing here is called" in page.locator("#found").inner_text()
    seen.assert_harmless()


def test_search_reads_other_names_and_ignores_accents(visit, small):
    small.nodes["urn:a"].update(label="Édith Ångström", names=("E. Å.",))
    page = visit(views.page(small, title="Two")).page
    page.fill("#search", "angstrom")
    assert page.locator("#found li").count() == 1
    page.fill("#search", "e. a")
    assert page.locator("#found li").count() == 1


def test_details_tell_the_facts_with_their_quotes(visit, view):
    page = visit(view, fragment="#node=" + node_of(view, "Ada Lindqvist")).page
    told = page.locator("#details").inner_text()
    assert "Tidewater Bank" in told
    assert "since May 2025" in told
    assert "ada-lindqvist.md · 618–676" in told
    page.locator("#details .other", has_text="Quill Robotics").first.click()
    assert page.locator("#details h2").inner_text() == "Quill Robotics"
    assert "PEOPLE WHO WORKED HERE" in page.locator("#details").inner_text().upper()


def test_a_deep_link_restores_selection_filter_and_view(visit, view):
    page = visit(view, fragment="#without=skill&unsaid=lists&view=table&node=" + node_of(view, "Ada Lindqvist")).page
    assert page.locator("#table table").is_visible()
    assert pressed(page, "skills") == "false"
    assert pressed(page, "lists") == "false"
    assert page.locator("#details h2").inner_text() == "Ada Lindqvist"


def test_the_legend_counts_and_filters(visit, view):
    seen = visit(view)
    page = seen.page
    before = page.evaluate("kg.state.visible.size")
    assert page.locator("#legend li button", has_text="people").locator("b").inner_text() == "19"
    page.locator("#legend li button", has_text="skills").click()
    assert pressed(page, "skills") == "false"
    assert page.evaluate("kg.state.visible.size") == before - 40
    page.locator("#legend li button", has_text="skills").click()
    assert page.evaluate("kg.state.visible.size") == before
    page.locator("#legend li button", has_text="advised by").click(modifiers=["Shift"])
    assert pressed(page, "worked at") == "false"
    assert pressed(page, "advised by") == "true"
    left = page.evaluate("[...kg.state.visible].map((thing) => kg.content.things[thing].kind)")
    assert set(left) == {"person"}
    page.keyboard.press("Escape")
    assert page.evaluate("kg.state.visible.size") == before
    seen.assert_harmless()


def test_a_filter_that_hides_everything_says_so(visit, small):
    page = visit(views.page(small, title="Two")).page
    page.locator("#legend li button", has_text="worked at").click()
    assert page.locator("#nothing").is_visible()
    assert "hides everything" in page.locator("#nothing").inner_text()


def test_click_and_double_click_on_the_canvas(visit, network):
    seen = visit(views.page(network, title="Everybody", shown=25))
    page = seen.page
    assert "25 most connected of 100" in page.locator("#notice").inner_text()
    spot = page.evaluate(script("spot"))
    page.mouse.click(spot["x"], spot["y"])
    page.wait_for_selector("#details:not([hidden])")
    assert page.locator("#details h2").inner_text() == spot["label"]
    assert f"Bring in {spot['hidden']} more neighbour" in page.locator("#details").inner_text()
    page.mouse.dblclick(spot["x"], spot["y"])
    assert page.evaluate(f"kg.state.hiddenOf({spot['thing']}).length") == 0
    assert page.evaluate("kg.state.shown.size") == 25 + spot["hidden"]
    seen.assert_harmless()


def test_one_year_shows_who_was_where_then(visit, view, network):
    seen = visit(view, fragment="#year=2014")
    page = seen.page
    assert page.locator("#year-said").inner_text() == "2014"
    shown = set(page.evaluate("[...kg.state.visible].map((thing) => kg.content.things[thing].id)"))
    then = {
        node
        for a, b, said in network.edges(data=True)
        if said["when"] and said["relation"] != "part of"
        for node in (a, b)
        if (said["start"] or "0")[:4]
        <= "2014"
        <= (said["end"] or said["start"] if "/" not in said["when"] else said["end"] or "9")[:4]
    }
    assert shown == then
    assert 5 < len(shown) < len(network)
    page.click("#all-years")
    assert page.evaluate("kg.state.visible.size") == len(network)
    page.click("#play")
    page.wait_for_timeout(100)
    assert page.evaluate("kg.state.year") == 2008
    seen.assert_harmless()


def test_the_way_between_two(visit, view, network):
    seen = visit(view, fragment="#node=" + node_of(view, "Ada Lindqvist"))
    page = seen.page
    page.get_by_role("button", name="Find the way to").click()
    page.keyboard.type("tidewater")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").all_inner_texts() == ["Ada Lindqvist", "Tidewater Bank"]
    assert "1 step" in page.locator("#details").inner_text()
    assert "way=" in page.url
    page.keyboard.press("Escape")
    again = visit(view, fragment=f"#way={node_of(view, 'Kestrel College')}+{node_of(view, 'Ulla Brandt')}").page
    names = again.locator("#details h2").all_inner_texts()
    assert (names[0], names[-1]) == ("Kestrel College", "Ulla Brandt")
    ends = [
        next(node for node, said in network.nodes(data=True) if said["label"] == name) for name in (names[0], names[-1])
    ]
    assert names in [[network.nodes[node]["label"] for node in way] for way in analysis.paths(network, *ends)]
    seen.assert_harmless()


@pytest.mark.parametrize("kind", ["graph", pytest.param("large", marks=built)])
def test_a_page_of_the_ways_between_two(visit, store, kind):
    seen = visit(views.draw(store, kind=kind, between=("Kestrel College", "Ulla Brandt")))
    page = seen.page
    names = page.locator("#details h2").all_inner_texts()
    assert (names[0], names[-1]) == ("Kestrel College", "Ulla Brandt")
    others = page.locator("#details .group .other", has_text="through")
    assert others.count() == len(page.evaluate("kg.content.ways")) - 1 > 0
    through = others.first.inner_text().removeprefix("through ").split(" · ")
    others.first.click()
    assert [name.split("\n")[0] for name in page.locator("#details h2").all_inner_texts()][1:-1] == through
    assert "way=" in page.url
    seen.errors = [error for error in seen.errors if "GL Driver Message" not in error]
    seen.assert_harmless()


def test_dragging_pins(visit, view):
    page = visit(view).page
    spot = page.evaluate(script("spot"))
    page.mouse.move(spot["x"], spot["y"])
    page.mouse.down()
    page.mouse.move(spot["x"] + 60, spot["y"] + 40, steps=5)
    page.mouse.up()
    assert page.evaluate(f"kg.test.nodes[{spot['thing']}].pinned") is True


def test_the_table_holds_every_fact(visit, view, network):
    page = visit(view).page
    page.keyboard.press("t")
    assert page.locator("#table .sum").inner_text() == f"{network.number_of_edges()} facts in all"
    page.locator("#table .more").click()
    assert page.locator("#table tbody tr").count() == network.number_of_edges()
    page.locator("#table th button", has_text="When").click()
    assert page.locator("#table th[aria-sort=ascending]").inner_text().startswith("When")
    page.locator("#table tbody .other").first.click()
    assert page.locator("#details h2").is_visible()


def test_light_and_dark(visit, view):
    light, dark = visit(view, scheme="light").page, visit(view, scheme="dark").page
    ground = "getComputedStyle(document.body).backgroundColor"
    assert light.evaluate(ground) == "rgb(250, 248, 244)"
    assert dark.evaluate(ground) == "rgb(20, 23, 28)"
    light.click("#theme")
    assert light.evaluate(ground) == "rgb(20, 23, 28)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(visit, view, scheme):
    page = visit(view, scheme=scheme, fragment="#node=" + node_of(view, "Ada Lindqvist")).page
    ratios = page.evaluate(script("contrast"))
    assert [(words, ratio) for words, ratio in ratios if ratio < 4.5] == []
    assert len(ratios) > 40


def test_saving_as_picture_vectors_and_data(visit, view):
    seen = visit(view)
    page = seen.page
    saved = {}
    for button in ("as-png", "as-svg", "as-json"):
        page.click("#export summary")
        with page.expect_download() as download:
            page.click(f"#{button}")
        saved[button] = Path(download.value.path()).read_bytes()
    assert saved["as-png"].startswith(b"\x89PNG")
    assert b"Ada Lindqvist" in saved["as-svg"]
    data = json.loads(saved["as-json"])
    assert {"Ada Lindqvist"} <= {node["label"] for node in data["nodes"]}
    assert data["edges"][0]["quotes"][0]["document"].endswith((".md", ".txt", ".html"))
    seen.assert_harmless()


def test_a_phone_gets_a_page_that_fits(visit, view):
    page = visit(view, width=390, height=800, fragment="#node=" + node_of(view, "Ada Lindqvist")).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    panel = page.locator("#details").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390
    assert panel["y"] + panel["height"] <= 801


def test_an_empty_graph_says_so(visit):
    seen = visit(views.page(nx.MultiDiGraph(), title="Nobody"))
    assert "The graph is empty" in seen.page.locator("#nothing").inner_text()
    seen.assert_harmless()


def test_it_runs_in_the_frame_of_a_notebook(browser, view, tmp_path):
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><body>{view._repr_html_()}", "utf-8")
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for()
    frame.locator("#search").fill("ada")
    frame.locator("#search").press("Enter")
    assert frame.locator("#details h2").inner_text() == "Ada Lindqvist"
    assert errors == []
    page.close()


def node_of(view, label):
    return quote(next(thing["id"] for thing in content_of(view)["things"] if thing["label"] == label), safe="")
