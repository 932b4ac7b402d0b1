"""A site is whole, its links lead somewhere inside it, its data are the page's facts, and it is the same every time."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.views.sites.addresses import addresses, slug
from kg.views.sites.pages import site


@pytest.fixture(scope="module")
def written(store, tmp_path_factory):
    return site(store, tmp_path_factory.mktemp("out") / "site", title="Everybody")


@given(st.sets(st.text(min_size=1, max_size=30), max_size=12))
def test_addresses_are_plain_and_no_two_are_alike(nodes):
    given_ = addresses((node, "person") for node in nodes)
    assert len(set(given_.values())) == len(nodes)
    assert all(re.fullmatch(r"people/[a-z0-9-]{1,90}", address) for address in given_.values())


def test_a_name_cannot_lead_out_of_the_folder():
    assert slug("urn:../../etc/passwd") == "passwd"
    assert re.fullmatch(r"[a-z0-9-]+", slug("https://kg.example/person/.."))
    assert slug("https://kg.example/organization/the-inn") == "the-inn"


def test_every_link_leads_somewhere_inside(written):
    pages = sorted(written.folder.rglob("*.html"))
    assert len(pages) == written.pages > 60
    for page in pages:
        outside_data = re.sub(r"<script.*?</script>", "", page.read_text("utf-8"), flags=re.DOTALL)
        for address in re.findall(r'<a[^>]* href="([^"]*)"', outside_data):
            address = unescape(address)
            if not address.startswith(("http://", "https://", "mailto:", "data:", "#")):
                target = (page.parent / unquote(address)).resolve()
                assert target.is_file(), (page, address)
                assert target.is_relative_to(written.folder.resolve())


def test_the_data_beside_a_page_are_its_facts(written):
    for turtle in sorted(written.folder.glob("people/*.ttl")):
        one = {str(quad.triple) for quad in ox.parse(path=str(turtle), format=ox.RdfFormat.TURTLE)}
        linked = turtle.with_suffix(".jsonld")
        other = {str(quad.triple) for quad in ox.parse(path=str(linked), format=ox.RdfFormat.JSON_LD)}
        assert one == other
        assert len(one) > 5


def test_twice_gives_the_same_bytes_and_replaces_the_first(store, tmp_path):
    folder = tmp_path / "site"
    site(store, folder)
    first = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (folder / "left-over.html").write_text("old")
    site(store, folder)
    assert {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()} == first
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_is_no_site_is_left_alone(store, tmp_path):
    (tmp_path / "precious.txt").write_text("mine")
    with pytest.raises(UsageError, match="something else"):
        site(store, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]


@pytest.mark.browser
def test_a_visitor_finds_somebody_and_comes_back(browser, written):
    page = browser.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.on("request", lambda request: wrong.append(request.url) if request.url[:5] not in ("file:", "data:") else None)
    page.goto((written.folder / "index.html").as_uri())
    page.fill("#search", "ada lind")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/*.html")
    assert page.locator("h1").inner_text() == "Ada Lindqvist"
    page.locator("a.other", has_text="Tidewater Bank").first.click()
    page.wait_for_url("**/organizations/*.html")
    page.locator("a.back").click()
    page.wait_for_url("**/index.html")
    page.locator(".ways a").first.click()
    page.wait_for_selector("html[data-ready]")
    page.goto(page.url + "#node=" + page.evaluate("encodeURIComponent(kg.content.things[0].id)"))
    page.wait_for_selector("#details h2")
    assert wrong == []
    page.close()
