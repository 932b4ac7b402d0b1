"""Pages beside pyvis and vis-network: time to build them, bytes, and time until a browser shows them.

    python benchmarks/views.py [--rounds N] [--default] [nodes …]

One run opens every page of a size in turn, several rounds long, and takes the least time of each: other work on the
machine only ever adds. pyvis is measured as it comes (undirected) for building. In the browser its page and that of
vis-network 10 (from npm, for this benchmark alone) stand with physics off and places given, all nodes drawn; ours is
opened as it comes and, where it begins with a part, with everything shown too. `--default` also waits for pyvis' own
default page to show its first picture, which takes minutes; that one still moves.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
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


def pyvis_page(graph: nx.MultiDiGraph[str], *, physics: bool = False) -> tuple[float, str]:
    """CPU seconds that pyvis takes to collect the graph and render its page, and that page."""
    from pyvis.network import Network

    start = time.process_time()
    net = Network(cdn_resources="in_line")
    for place, node in enumerate(graph):
        where: dict[str, int] = {} if physics else {"x": 7919 * place % 5000, "y": 104729 * place % 3000}
        net.add_node(node, label=graph.nodes[node]["label"], **where)
    for source, target in graph.edges():
        net.add_edge(source, target)
    if not physics:
        net.toggle_physics(status=False)
    page = net.generate_html()
    return time.process_time() - start, page


def vis_page(graph: nx.MultiDiGraph[str], script: str) -> str:
    """A page of vis-network alone: physics off, places given, straight edges; it says when it has drawn."""
    place = {node: number for number, node in enumerate(graph)}
    nodes = [
        {"id": number, "label": graph.nodes[node]["label"], "x": 7919 * number % 9000, "y": 104729 * number % 6000}
        for node, number in place.items()
    ]
    edges = [{"from": place[source], "to": place[target]} for source, target in graph.edges()]
    options = {
        "physics": False,
        "layout": {"improvedLayout": False},
        "edges": {"smooth": False},
        "nodes": {"shape": "dot", "size": 8},
    }
    data = json.dumps({"nodes": nodes, "edges": edges})
    return (
        "<!doctype html><meta charset=utf-8><style>#c{width:1400px;height:800px}</style><div id=c></div>"
        f"<script>{script}</script><script>new vis.Network(document.getElementById('c'),{data},{json.dumps(options)})"
        ".once('afterDrawing',()=>{document.documentElement.dataset.ready='yes'})</script>"
    )


def vis_network() -> str | None:
    """The script of vis-network 10, fetched by npm; None where that cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        words = [npm, "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder, "vis-network@10"]
        if subprocess.run(words, check=False, stdout=subprocess.DEVNULL).returncode:
            return None
        built = Path(folder) / "node_modules" / "vis-network" / "standalone" / "umd" / "vis-network.min.cjs"
        return built.read_text("utf-8")


READY = "html[data-ready]"
# pyvis' page has tried its thousand steps and shows its first picture; it goes on moving after that.
FIRST = "() => typeof network !== 'undefined' && network.physics.ready === true"


def shown(browser: Browser, page: str, ready: str = READY, fragment: str = "") -> float:
    """Seconds from opening a page to its being ready: a selector that is there, or a function that says so."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, "utf-8")
        tab = browser.new_page(viewport={"width": 1400, "height": 860})
        tab.route("http*://**", lambda route: route.abort())
        start = time.perf_counter()
        tab.goto(file.as_uri() + fragment, wait_until="commit")
        if ready.startswith("()"):
            tab.wait_for_function(ready, timeout=900_000)
        else:
            tab.wait_for_selector(ready, state="attached", timeout=300_000)
        tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        took = time.perf_counter() - start
        tab.close()
        return took


def built(graph: nx.MultiDiGraph[str], draw: Callable[..., views.View], script: str) -> tuple[float, str, float]:
    """CPU seconds to make a page of ours, the page, and its bytes a node beside the drawing library."""
    start = time.process_time()
    page = draw(graph, title="A crowd").html
    took = time.process_time() - start
    return took, page, (len(page.encode()) - len(script.encode())) / len(graph)


def measure(browser: Browser, size: int, rounds: int, script: str | None) -> None:
    """One size: build every page, open them all in turn, print a line for each."""
    graph = crowd(size)
    pages: dict[str, tuple[str, str, str]] = {}
    costs: dict[str, tuple[float, float]] = {}
    if size <= 5000:
        seconds, html = pyvis_page(graph)
        pages["pyvis, physics off"] = (html, "canvas", "")
        costs["pyvis, physics off"] = (seconds, len(html) / size)
    if script:
        pages["vis-network 10, physics off"] = (vis_page(graph, script), READY, "")
    if size <= 1000:
        seconds, html, each = built(graph, views.page, library())
        pages["ours, small"] = (html, READY, "")
        costs["ours, small"] = (seconds, each)
    seconds, html, each = built(graph, views.large, asset(LIBRARY))
    pages["ours, large"] = (html, READY, "")
    pages["ours, large, all shown"] = (html, READY, "#all=yes")
    costs["ours, large"] = (seconds, each)
    times = {name: float("inf") for name in pages}
    for _ in range(rounds):
        for name, (html, ready, fragment) in pages.items():
            times[name] = min(times[name], shown(browser, html, ready, fragment))
    for name, least in times.items():
        took, each = costs.get(name, (float("nan"), float("nan")))
        print(f"{size:>6}  {name:<28} {took:>9.2f}  {each:>12.0f}  {least:>8.2f}", flush=True)


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int, default=[1000, 5000, 20000, 50000])
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--default", action="store_true")
    wanted = words.parse_args()
    views.page(crowd(60), title="warm")
    script = vis_network()
    print(" nodes  page                        build CPU s  bytes a node   shown s")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        for size in wanted.sizes:
            measure(browser, size, wanted.rounds, script)
        if wanted.default:
            took = shown(browser, pyvis_page(crowd(1000), physics=True)[1], FIRST)
            print(f"  1000  pyvis as it comes, until its first picture {took:>31.2f}")
        browser.close()


if __name__ == "__main__":
    main()
