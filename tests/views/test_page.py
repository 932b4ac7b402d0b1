"""The page as a file: whole, alone, the same every time, and without leave for anything from outside."""

from __future__ import annotations

import base64
import copy
import hashlib
import html
import json
import re
from pathlib import Path
from urllib.parse import unquote

import networkx as nx
import pyoxigraph as ox
import pytest

from kg import analysis, views
from kg.analysis import find, paths
from kg.errors import FormatError, OutputError, UnknownError, UsageError
from kg.views import drawing
from kg.views.graphs.arrange import along
from kg.views.graphs.collect import library
from kg.views.shell import encode
from kg.views.view import View

from .conftest import content_of, plain_fact


def test_the_same_graph_gives_the_same_bytes_and_stays_as_it_was(network):
    before = copy.deepcopy(network)
    one = views.page(network, title="Everybody").html
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0], reverse=True))
    shuffled.add_edges_from(sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2], reverse=True))
    assert views.page(shuffled, title="Everybody").html == one
    assert nx.utils.graphs_equal(before, network)


def test_the_policy_names_every_script_and_style_and_nothing_else(network):
    page = views.page(network, title="Everybody").html
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page).group(1))
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    pieces = re.findall(r"<script>(.*?)</script>", page, re.DOTALL) + re.findall(
        r"<style>(.*?)</style>", page, re.DOTALL
    )
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(piece.encode()).digest()).decode()}'" for piece in pieces}
    assert hashes == set(re.findall(r"'sha256-[^']*'", policy))
    assert not re.search(r"<[^>]* (src|on\w+|style)=", page.replace(library(), ""))
    assert library() in page


def test_the_content_survives_its_element():
    hostile = {"</script><!--": ["<script>", "]]>", "\u2028\u2029", "a & b", "\ud800"]}
    text = encode(hostile)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"</script><!--": ["<script>", "]]>", "\u2028\u2029", "a & b", "?"]}


def test_what_documents_say_is_never_markup(small):
    title = '"><img src=x onerror=alert(1)>{{7*7}}'
    page = views.page(small, title=title).html
    assert "<img" not in page
    assert "49" not in re.search(r"<title>(.*?)</title>", page).group(1)


def test_saving_is_whole_or_not_at_all(small, tmp_path):
    view = views.page(small, title="Two")
    target = view.save(tmp_path / "two.html")
    assert target.read_text("utf-8") == view.html
    assert [path.name for path in tmp_path.iterdir()] == ["two.html"]
    with pytest.raises(OutputError, match="nowhere"):
        view.save(tmp_path / "nowhere" / "two.html")
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(OutputError):
        view.save(tmp_path / "folder.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.html", "two.html"]


def test_a_notebook_shows_the_page_in_a_frame_that_holds_it(small):
    view = views.page(small, title='Two "people"')
    shown = view._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts')
    assert "allow-same-origin" not in shown
    assert html.unescape(re.search(r'srcdoc="([^"]*)"', shown).group(1)) == view.html


def test_a_large_graph_shows_its_most_connected_part(network):
    page = views.page(network, title="Everybody", shown=20)
    content = content_of(page)
    shown = [thing for thing in content["things"] if thing.get("shown")]
    assert len(shown) == 20
    assert len(content["things"]) == len(network)
    chosen = network.subgraph([thing["id"] for thing in shown])
    assert nx.is_weakly_connected(chosen)
    assert {type(thing["x"]) for thing in shown} == {int}


def test_a_node_takes_no_more_than_400_bytes_and_no_quote_is_cut(store):
    words = "Led the team that moved every till of the chain to one ledger, in Go and PostgreSQL."
    graph = nx.MultiDiGraph()
    for number in range(900):
        kind = "person" if number < 600 else "organization"
        graph.add_node(
            f"https://kg.example/{kind}/{number:016}",
            label=f"Somebody Called {number}",
            type=kind,
            names=(),
            lines=(),
            links=(),
        )
    people, places = list(graph)[:600], list(graph)[600:]
    for number, person in enumerate(people):
        for turn in range(2):
            place, told = places[(number * 7 + turn * 31) % 300], f"{number}-{turn}: {words}"
            quotes = (analysis.Quote(f"{number}.md", turn * 100, turn * 100 + len(told), told, f"urn:{number}"),)
            graph.add_edge(person, place, key=f"{number} {turn}", **plain_fact(title=f"Engineer {turn}", quotes=quotes))
    page = views.page(graph, title="Everybody").html
    bare = re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL)
    assert len(bare.encode()) <= 400 * len(graph)
    assert page.count(words) == 1200


def test_a_hundred_relations_keep_their_names():
    graph = nx.MultiDiGraph()
    for node in ("a", "b"):
        graph.add_node(node, label=node, type="thing", names=(), lines=(), links=())
    for number in range(100):
        graph.add_edge("a", "b", key=f"{number:03}", **plain_fact(relation=f"r{number:03}"))
    content = content_of(views.page(graph, title="Many"))
    names = [relation["name"] for relation in content["relations"]]
    assert [names[number] for number in content["columns"]["how"]] == [f"r{number:03}" for number in range(100)]


def test_around_somebody(store):
    page = views.draw(store, around="Ada Lindqvist", hops=1)
    content = content_of(page)
    assert page.title == "Ada Lindqvist"
    assert content["things"][content["around"]]["label"] == "Ada Lindqvist"
    assert 1 < sum(thing.get("shown", False) for thing in content["things"]) < len(content["things"])
    with pytest.raises(UnknownError):
        views.draw(store, around="Zebedee")


def test_between_two(store, network):
    page = views.draw(store, between=("Kestrel College", "Ulla Brandt"))
    content = content_of(page)
    assert page.title == "Kestrel College – Ulla Brandt"
    ways = [[content["things"][place]["label"] for place in way] for way in content["ways"]]
    assert 1 < len(ways) <= 10
    assert {(way[0], way[-1]) for way in ways} == {("Kestrel College", "Ulla Brandt")}
    ends = [find(network, name) for name in ("Kestrel College", "Ulla Brandt")]
    assert ways == [[network.nodes[node]["label"] for node in way] for way in paths(network, *ends)]
    shown = {thing["label"] for thing in content["things"] if thing.get("shown")}
    assert shown == {name for way in ways for name in way}
    assert len(shown) < len(content["things"])  # their neighbours can be brought in


def test_the_ways_between_two_run_down_and_the_first_is_straight(network):
    ways = list(paths(network, *(find(network, name) for name in ("Kestrel College", "Ulla Brandt"))))
    spots = along(network, ways).spots
    assert set(spots) == {node for way in ways for node in way}
    assert len(set(spots.values())) == len(spots)
    assert {spots[node][0] for node in ways[0]} == {0}
    heights = [spots[node][1] for node in ways[0]]
    assert heights == sorted(heights)
    assert max(y for _, y in spots.values()) == heights[-1]


def test_a_profile_holds_its_turtle(store, network):
    page = views.draw(store, kind="profile", around="Ada Lindqvist").html
    held = html.unescape(
        re.search(r'href="data:text/turtle;charset=utf-8,([^"]*)" download="Ada Lindqvist.ttl"', page)[1]
    )
    said = {str(quad.subject) for quad in ox.parse(unquote(held), format=ox.RdfFormat.TURTLE)}
    assert f"<{find(network, 'Ada Lindqvist')}>" in said
    assert len(said) > 10


def test_between_two_in_every_kind_that_shows_a_part(store):
    bars = views.draw(store, kind="timeline", between=("Ada Lindqvist", "Ulla Brandt"))
    assert bars.title == "Ada Lindqvist – Ulla Brandt"
    assert "Ada Lindqvist" in {thing["label"] for thing in content_of(bars)["things"]}


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"between": ("Ada Lindqvist", "Zebedee")}, UnknownError, "'Zebedee'"),
        ({"between": ("a", "Ulla Brandt")}, UsageError, "names several things"),
        ({"between": ("Ada Lindqvist", "Ada Lindqvist")}, UsageError, "the same"),
        ({"between": ("Ada Lindqvist", "Ulla Brandt"), "around": "Ulla Brandt"}, UsageError, "not both"),
        ({"hops": 2}, UsageError, "somebody to be around"),
        ({"around": "a"}, UsageError, "names several things"),
        ({"kind": "profile"}, UsageError, "around whom"),
        ({"kind": "pie"}, FormatError, "there are graph"),
    ],
)
def test_what_makes_no_sense_is_refused(store, asked, error, words):
    with pytest.raises(error, match=words):
        views.draw(store, **asked)


def test_nothing_links_the_two(store):
    alone = "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a schema:Person ; rdfs:label ?l }"
    with pytest.raises(UnknownError, match="nothing in the graph links"):
        views.draw(store, construct=alone, between=("Ada Lindqvist", "Ulla Brandt"))


def test_a_part_of_a_query(store):
    asked = "CONSTRUCT { ?p org:memberOf ?o } WHERE { ?e a kg:Employment ; org:member ?p ; org:organization ?o }"
    part = content_of(views.draw(store, construct=asked, around="Ada Lindqvist", hops=1))
    assert {relation["name"] for relation in part["relations"]} == {"member of"}
    assert 1 < sum(thing.get("shown", False) for thing in part["things"]) < 10
    assert part["things"][part["around"]]["label"] == "Ada Lindqvist"


def test_many_things_are_drawn_by_the_graphics_card(store, monkeypatch):
    monkeypatch.setattr(drawing, "LARGE", 50)
    assert "columns" in content_of(views.draw(store))
    assert "picture" in content_of(views.draw(store, around="Ada Lindqvist", hops=0))
    monkeypatch.setattr(drawing, "available", lambda: False)
    assert "picture" in content_of(views.draw(store))


def test_an_empty_graph_is_a_page():
    assert content_of(views.page(nx.MultiDiGraph(), title="Nobody"))["things"] == []


def test_no_two_labels_lie_on_each_other(network):
    from kg.views.graphs.labels import room

    content = content_of(views.page(network, title="Everybody"))
    boxes = []
    picture = content["picture"]
    for thing, size, text in zip(content["things"], picture["sizes"], picture["texts"], strict=True):
        wide, high, down = room(thing["kind"], size, text or thing["label"])
        boxes.append((thing["x"], thing["y"] + down, wide - 12, high - 12))
    crossing = [
        (one, other)
        for index, one in enumerate(boxes)
        for other in boxes[:index]
        if abs(one[0] - other[0]) * 2 < one[2] + other[2] and abs(one[1] - other[1]) * 2 < one[3] + other[3]
    ]
    assert crossing == []


@pytest.mark.parametrize("name", ["graph.pdf", "graph.ttl", "graph.PNG"])
def test_a_view_does_not_pretend_to_be_something_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(FormatError, match=r"written as HTML; call it graph\.html"):
        View("a", "<p>b</p>").save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []
