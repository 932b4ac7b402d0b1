"""Pages beside pyvis: time to build them, bytes, and time until a browser shows them.

    python benchmarks/views.py [nodes …]

Every line is one size; our pages and pyvis' are made and opened in the same run. pyvis is measured as it comes
(undirected), building only; in the browser its page stands with physics off, since with it no size below is drawn in
reasonable time.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, sync_playwright

from kg import views
from kg.views.graphs.collect import library
from kg.views.large.page import LIBRARY
from kg.views.shell import asset


def crowd(nodes: int) -> nx.MultiDiGraph[str]:
    """Invented people, places and skills, some three facts for each node."""
    chance = random.Random(nodes)
    people, places = nodes // 2, nodes // 6
    skills = nodes - people - places
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for kind, count in (("person", people), ("organization", places), ("skill", skills)):
        for number in range(count):
            graph.add_node(
                f"https://kg.example/{kind}/{number}", label=f"{kind.title()} {number}", type=kind, **NOTHING
            )
    for number in range(people):
        town = number // 60
        for turn in range(3):
            place = (town * 20 + chance.randrange(20)) % places if chance.random() < 0.85 else chance.randrange(places)
            told = {**FACT, "relation": "worked at", "weight": 3.0, "title": "Engineer", "when": "2019/2021"}
            graph.add_edge(IRI("person", number), IRI("organization", place), key=f"{number} {turn}", **told)
        for turn in range(3):
            skill = int(skills * chance.random() ** 2)
            told = {**FACT, "relation": "lists", "weight": 0.3}
            graph.add_edge(IRI("person", number), IRI("skill", skill), key=f"{number} s{turn}", **told)
    return graph


NOTHING = {"names": (), "lines": (), "links": ()}
FACT = {
    "title": "",
    "when": "",
    "start": "",
    "end": "",
    "current": False,
    "as_of": "",
    "place": "",
    "notes": (),
    "quotes": (),
}


def IRI(kind: str, number: int) -> str:  # noqa: N802 - it makes one
    """The IRI of an invented node."""
    return f"https://kg.example/{kind}/{number}"


def pyvis_page(graph: nx.MultiDiGraph[str]) -> tuple[float, str]:
    """CPU seconds that pyvis takes to collect the graph and render its page, and that page with physics off."""
    from pyvis.network import Network

    start = time.process_time()
    net = Network(cdn_resources="in_line")
    for place, node in enumerate(graph):
        net.add_node(node, label=graph.nodes[node]["label"], x=7919 * place % 5000, y=104729 * place % 3000)
    for source, target in graph.edges():
        net.add_edge(source, target)
    net.toggle_physics(status=False)
    page = net.generate_html()
    return time.process_time() - start, page


def shown(browser: Browser, page: str, ready: str) -> float:
    """Seconds from opening a page to its being ready."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, "utf-8")
        tab = browser.new_page(viewport={"width": 1400, "height": 860})
        tab.route("http*://**", lambda route: route.abort())
        start = time.perf_counter()
        tab.goto(file.as_uri())
        tab.wait_for_selector(ready, state="attached", timeout=300_000)
        tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        took = time.perf_counter() - start
        tab.close()
        return took


def main(sizes: list[int]) -> None:
    """Measure and print."""
    views.page(crowd(60), title="warm")
    print("nodes  page            build CPU s  vs pyvis  bytes a node  shown s  vs pyvis")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        for size in sizes:
            graph = crowd(size)
            theirs = seen = float("nan")
            if size <= 5000:
                theirs, page = pyvis_page(graph)
                seen = shown(browser, page, "canvas")
                print(f"{size:>6} pyvis           {theirs:>9.2f}  {'':>8}  {len(page) / size:>12.0f}  {seen:>7.2f}")
            for name, draw, script in (("graph", views.page, library()), ("large", views.large, asset(LIBRARY))):
                start = time.process_time()
                page = draw(graph, title="A crowd").html
                took = time.process_time() - start
                ours = shown(browser, page, "html[data-ready]")
                bytes_each = (len(page.encode()) - len(script.encode())) / size
                print(
                    f"{size:>6} {name:<15} {took:>9.2f}  {theirs / took:>7.1f}x  {bytes_each:>12.0f}"
                    f"  {ours:>7.2f}  {seen / ours:>7.1f}x",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 5000, 20000, 50000])
