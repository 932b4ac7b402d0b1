"""Make the pictures of the README from the demonstration profiles: `make pictures`. Needs Chromium."""

from __future__ import annotations

import runpy
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, Page, sync_playwright

from kg import analysis, pipeline, stores, views

ROOT = Path(__file__).resolve().parent.parent
PROFILES = ROOT / "data" / "profiles"
OUT = ROOT / "examples" / "pictures"
BETWEEN = ("Dawei Liu", "Kaiyang")
WIDTH, HEIGHT = 1280, 780


def main() -> None:
    """Build the graph in memory, draw every view, photograph it."""
    store = stores.open(None)
    pipeline.add(store, [PROFILES])
    graph = analysis.network(store)
    texts = views.texts([PROFILES])
    person = max(
        (node for node, said in graph.nodes(data=True) if said["type"] == "person"),
        key=lambda node: (len(list(analysis.meetings(graph, node))), node),
    )
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        _take(browser, "graph", views.draw(store))
        _take(browser, "between", views.draw(store, between=BETWEEN))
        _take(browser, "large", views.large(_crowd(5000), title="A crowd"), fragment="#all=yes")
        _take(browser, "graph-dark", views.draw(store), dark=True, act=_search("kubernetes"))
        _take(browser, "timeline", views.timeline(graph), act=_first_bar)
        _take(browser, "genealogy", views.genealogy(graph))
        _take(browser, "profile", views.profile(graph, person, texts=texts), act=_hover)
        _take(browser, "report", views.report(graph, texts=texts))
        with tempfile.TemporaryDirectory() as folder:
            written = views.site(store, Path(folder) / "site", texts=texts)
            _photograph(browser, "site", written.folder / "index.html")
        browser.close()


def _take(
    browser: Browser,
    name: str,
    view: views.View,
    *,
    dark: bool = False,
    fragment: str = "",
    act: Callable[[Page], None] | None = None,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = view.save(Path(folder) / "page.html")
        _photograph(browser, name, file, dark=dark, fragment=fragment, act=act)


def _photograph(
    browser: Browser,
    name: str,
    file: Path,
    *,
    dark: bool = False,
    fragment: str = "",
    act: Callable[[Page], None] | None = None,
) -> None:
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page.goto(file.as_uri() + fragment)
    page.wait_for_selector("html[data-ready]")
    if act:
        act(page)
    page.wait_for_timeout(400)
    page.screenshot(path=OUT / f"{name}.png")
    page.close()
    sys.stdout.write(f"{OUT / name}.png\n")


def _crowd(things: int) -> nx.MultiDiGraph[str]:
    """The invented crowd that the benchmark of pages draws."""
    made: nx.MultiDiGraph[str] = runpy.run_path(str(ROOT / "benchmarks" / "views.py"))["crowd"](things)
    return made


def _search(words: str) -> Callable[[Page], None]:
    def search(page: Page) -> None:
        page.fill("#search", words)
        page.locator("#search").press("Enter")

    return search


def _first_bar(page: Page) -> None:
    page.locator(".bar-of-time.open").first.click()


def _hover(page: Page) -> None:
    page.locator("[data-fact]").first.hover()


if __name__ == "__main__":
    main()
