"""No view has a finding of axe-core that is serious or worse, by day or by night."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import analysis, views
from kg.views.large.page import available
from kg.views.sites.front import front as front_page

from .conftest import missing

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"


def search(page):
    page.fill("#search", "ada lind")
    page.locator("#search").press("Enter")


def choose(page):
    page.locator(".bar-of-time").first.click()


def table(page):
    page.keyboard.press("t")


def front(network):
    return front_page(network, title="Everybody", pages={node: f"{place}.html" for place, node in enumerate(network)})


VIEWS = {
    "graph": (lambda network: views.page(network, title="Everybody"), search),
    "table": (lambda network: views.page(network, title="Everybody"), table),
    "timeline": (views.timeline, choose),
    "genealogy": (views.genealogy, None),
    "profile": (lambda network: views.profile(network, analysis.find(network, "Ada Lindqvist")), None),
    "report": (views.report, None),
    "large": (lambda network: views.large(network, title="Everybody"), search),
    "large, table": (lambda network: views.large(network, title="Everybody"), table),
    "front": (front, None),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", VIEWS)
def test_no_serious_finding(browser, network, tmp_path, name, scheme):
    if not AXE.is_file():
        missing("axe-core is not installed (make web)")
    if name.startswith("large") and not available():
        missing("the drawing library is not built (make web)")
    draw, act = VIEWS[name]
    # The checker is put into the page by the test, which the page's own policy rightly forbids.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(draw(network).save(tmp_path / "page.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    if act:
        act(page)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    context.close()
