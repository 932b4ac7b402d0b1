"""A small invented graph, a watched Chromium, and the page of the graph."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg import analysis, stores
from kg.views.large.page import available

INVENTED = Path(__file__).parents[1] / "analysis" / "invented.trig"
WHOLE = bool(os.environ.get("KG_WHOLE"))
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_WATCH = """
window.__violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.__violations.push(event.violatedDirective));
"""


def missing(what):
    """Skip what cannot be tested here; in continuous integration, which must have everything, fail."""
    if WHOLE:
        pytest.fail(what)
    pytest.skip(what)


# Of tests that need what `make web` fetches and builds.
built = pytest.mark.skipif(not available() and not WHOLE, reason="the drawing library is not built (make web)")


@pytest.fixture(scope="session")
def store():
    opened = stores.open(None)
    opened.apply(stores.Change(insert=tuple(ox.parse(path=str(INVENTED), format=ox.RdfFormat.TRIG))))
    return opened


@pytest.fixture(scope="session")
def network(store):
    return analysis.network(store)


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        missing("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@dataclass
class Watched:
    """A page and everything it did that a page of ours must not do."""

    page: object
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def assert_harmless(self):
        assert self.errors == []
        assert self.requests == []
        assert self.page.evaluate("window.__violations") == []
        assert self.page.evaluate("window.__ran === undefined")


@pytest.fixture
def visit(browser, tmp_path):
    """Open a view as a file; says whatever went wrong."""
    contexts = []

    def open_page(view, *, fragment="", scheme="light", width=1280, height=820, motion="reduce"):
        file = view.save(tmp_path / f"page-{len(contexts)}.html")
        context = browser.new_context(
            color_scheme=scheme,
            viewport={"width": width, "height": height},
            reduced_motion=motion,
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        watched = Watched(page)
        page.add_init_script(_WATCH)
        page.on("console", lambda told: watched.errors.append(told.text) if told.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        page.on("dialog", lambda dialog: (watched.errors.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: (
                watched.requests.append(request.url)
                if request.url.split("#")[0] != file.as_uri() and not request.url.startswith(("blob:", "data:"))
                else None
            ),
        )
        page.goto(file.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]", timeout=20_000)
        return watched

    yield open_page
    for context in contexts:
        context.close()


def content_of(view):
    """What a page holds, with the things of a graph page as a list of their own."""
    told = json.loads(
        re.search(r'<script type="application/json" id="content">(.*?)</script>', view.html, re.DOTALL).group(1)
    )
    if columns := told.get("columns"):
        part = {thing: place for place, thing in enumerate(columns["part"])}
        told["things"] = [
            {
                "id": columns["starts"][start] + rest,
                "label": columns["labels"][index],
                "kind": told["kinds"][int(columns["kinds"][index])]["name"],
                "shown": index in part,
                "x": columns["part_x"][part[index]] if index in part else None,
                "y": columns["part_y"][part[index]] if index in part else None,
            }
            for index, (start, rest) in enumerate(columns["ids"])
        ]
    return told


@pytest.fixture
def small():
    """Two people, one employer, one fact each."""
    graph = nx.MultiDiGraph()
    for node, kind in (("urn:a", "person"), ("urn:b", "person"), ("urn:c", "organization")):
        graph.add_node(node, label=node[-1].upper(), type=kind, names=(), lines=(), links=())
    for node in ("urn:a", "urn:b"):
        graph.add_edge(node, "urn:c", key=f"{node} job", **plain_fact())
    return graph


def plain_fact(**changed):
    fact = {
        "relation": "worked at",
        "weight": 3.0,
        "title": "Cook",
        "when": "2019/2021",
        "start": "2019",
        "end": "2021",
        "current": False,
        "place": "",
        "notes": (),
        "quotes": (analysis.Quote("cv.md", 3, 7, "Cook", "urn:doc"),),
    }
    return {**fact, **changed}
