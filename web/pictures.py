"""Make the pictures of the README from the demonstration profiles: `make pictures`. Needs Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from kg import analysis, pipeline, stores, views

ROOT = Path(__file__).resolve().parent.parent
PROFILES = ROOT / "data" / "profiles"
OUT = ROOT / "examples" / "pictures"
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
        _take(browser, "graph-dark", views.draw(store), dark=True, act=_search("kubernetes"))
        _take(browser, "timeline", views.timeline(graph), act=_first_bar)
        _take(browser, "genealogy", views.genealogy(graph))
        _take(browser, "profile", views.profile(graph, person, texts=texts), act=_hover)
        _take(browser, "report", views.report(graph, texts=texts))
        browser.close()


def _take(
    browser: Browser, name: str, view: views.View, *, dark: bool = False, act: Callable[[Page], None] | None = None
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        page.goto(view.save(Path(folder) / "page.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        if act:
            act(page)
        page.wait_for_timeout(400)
        page.screenshot(path=OUT / f"{name}.png")
        page.close()
    sys.stdout.write(f"{OUT / name}.png\n")


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
