"""Pages that a program draws: what they declare is all that a file tells."""

import pytest

from kg.errors import DocumentError

HEAD = (
    '<title>Mara Lind</title><meta name="description" content="Mara Lind grows beans."><meta property="og:title" '
    'content="Mara Lind"><script type="application/ld+json">{"@type": "Person", "jobTitle": "Gardener"}</script>'
)


def test_what_an_empty_page_declares_is_read(parse):
    text = parse(f'<html><head>{HEAD}</head><body><div id="root"></div></body></html>', ".html")
    assert [block.text for block in text.blocks] == ["Mara Lind", "Mara Lind grows beans.", "job Title: Gardener"]


def test_a_page_that_shows_something_is_read_by_that(parse):
    assert [b.text for b in parse(f"<head>{HEAD}</head><p>Beans</p>", ".html").blocks] == ["Beans"]


@pytest.mark.parametrize(
    "page", ["<div></div>", '<script type="application/ld+json">{"a": </script>', "<title> </title>"]
)
def test_a_page_that_tells_nothing_is_none(parse, page):
    with pytest.raises(DocumentError):
        parse(page, ".html")


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<h3><button>Gardener</button></h3><div>Acorn Ltd</div>", ["Gardener", "Acorn Ltd"]),
        ("<button class='accordion'>Gardener</button><p>Acorn Ltd</p>", ["Gardener", "Acorn Ltd"]),
        ("<button class='btn'>Send</button><p>Acorn Ltd</p>", ["Acorn Ltd"]),
    ],
)
def test_buttons_that_head_text_are_seen(parse, page, seen):
    assert [block.text for block in parse(page, ".html").blocks] == seen
