"""Cards: what a container holds of one entry stays together."""

import pytest

CARDS = "<h2>Work</h2><div>{}</div><div>{}</div>"


def shape(text):
    return [(block.kind.value, block.text) for block in text.blocks]


@pytest.mark.parametrize(
    "card",
    [
        "<p>2010 – 2012</p><h4>Gardener</h4><h5>Acorn Ltd</h5>",
        "<h5>Acorn Ltd</h5><h4>Gardener</h4><p>2010 – 2012</p>",
        "<h4>Gardener</h4><p>2010 – 2012</p><h5>Acorn Ltd</h5>",
        "<div><div>2010 – 2012</div></div><div><h4>Gardener</h4>Acorn Ltd</div>",
    ],
)
def test_a_heading_inside_a_card_does_not_part_it(parse, card):
    page = CARDS.format(card, card + "<p>Grew beans and sold them in town, too.</p>")
    first, second = shape(parse(page, ".html"))[1:3]
    assert first == second
    assert first[0] == "item"
    assert set(first[1].split("\n")) == {"2010 – 2012", "Gardener", "Acorn Ltd"}


@pytest.mark.parametrize(
    "card",
    [
        "<h4>Gardener</h4><h5>Acorn Ltd</h5><p>2010 – 2012</p>",  # a title above all that belongs to it
        "<p>Since 2010</p><h4>Gardener</h4><p>2012</p>",  # more than one time: more than one entry
        "<p>We dig.</p><h4>Beds</h4><p>2010</p><h4>Trees</h4><p>Ash</p>",
        "<p>2010</p><h2>Work</h2>",  # the heading of a section
    ],
)
def test_other_headings_stay_headings(parse, card):
    assert any(block.kind.value == "heading" for block in parse(f"<div>{card}</div>", ".html").blocks)


def test_lists_go_below_the_card_that_they_tell_of(parse):
    text = parse("<div><p>2010</p><h4>Gardener</h4><ul><li>dug</li></ul></div>", ".html")
    assert [(block.text, block.level) for block in text.blocks] == [("2010\nGardener", 1), ("dug", 2)]


def test_names_of_icons_and_the_foot_of_a_page_are_not_read(parse):
    icon = '<i class="material-icons">work</i>'
    text = parse(f'<p>{icon}Gardener</p><div class="footer">Made in 2010</div>', ".html")
    assert [block.text for block in text.blocks] == ["Gardener"]
