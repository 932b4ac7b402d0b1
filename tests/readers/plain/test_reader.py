import pytest

from kg.model import BlockKind

CV = """Ada Example
ada@example.org | Bern

EDUCATION
---------
• University of Nowhere – M.Sc. in Robotics     2019 – 2021
  with a thesis on
  walking machines
    ◦ Grade: 5.5
• High School

Work
════
🔹 Acme – Engineer
Jan 2020 - now
- Built things
- Ran things
🔹 Initech – Intern
1. first
2. second
🛠️ Tools
- Go
"""


def test_layout(parse):
    text = parse(CV)
    assert [(b.kind.value, b.level, b.text) for b in text.blocks] == [
        ("paragraph", 0, "Ada Example\nada@example.org | Bern"),
        ("heading", 2, "EDUCATION"),
        ("item", 1, "University of Nowhere – M.Sc. in Robotics\t2019 – 2021\nwith a thesis on\nwalking machines"),
        ("item", 2, "Grade: 5.5"),
        ("item", 1, "High School"),
        ("heading", 1, "Work"),
        ("item", 1, "Acme – Engineer"),
        ("paragraph", 0, "Jan 2020 - now"),
        ("item", 2, "Built things"),
        ("item", 2, "Ran things"),
        ("item", 1, "Initech – Intern"),
        ("item", 2, "first"),
        ("item", 2, "second"),
        ("paragraph", 0, "🛠️ Tools"),
        ("item", 1, "Go"),
    ]
    assert text.content == CV


def test_a_block_spans_its_markup(parse):
    text = parse(CV)
    item = text.blocks[2]
    assert text.content[item.start : item.end].startswith("• University")
    start, end = item.span(*_of(item, "M.Sc. in Robotics"))
    assert text.content[start:end] == "M.Sc. in Robotics"


def test_ruled_tables(parse):
    table = "━━━━━━┯━━━━━━\n email  │ a@b.ch\n phone  │ 00\n━━━━━━┷━━━━━━\n"
    text = parse(table + " *Year*    *Prize*\n─────────────\n2019    Gold\n")
    assert [b.kind for b in text.blocks] == [BlockKind.ROW] * 2 + [BlockKind.PARAGRAPH] * 2
    assert [text.blocks[0].text[a:b] for a, b in text.blocks[0].cells] == ["email", "a@b.ch"]
    assert text.blocks[3].text == "2019\tGold"


def test_dashes_are_bullets_only_where_a_word_follows(parse):
    text = parse("2019 – 2020\n– did this\n-5 degrees\n**bold**\nC++\n- \nlast")
    assert [(b.kind.value, b.text) for b in text.blocks] == [
        ("paragraph", "2019 – 2020"),
        ("item", "did this"),
        ("paragraph", "-5 degrees\n**bold**\nC++\n-\nlast"),
    ]


def test_unseen_characters_are_not_in_blocks(parse):
    text = parse("Ada\u200b Ex\u00adample\u00a0works\ufeff here\u202e.")
    assert text.blocks[0].text == "Ada Example works here."


def _of(block, words):
    at = block.text.index(words)
    return at, at + len(words)


def test_leaders_part_as_space_does(parse):
    text = parse("2016-2018    Acorn Ltd ------------------- Leeds, UK\nTea .......... 3 pots --- and cups\n", ".txt")
    assert text.blocks[0].text == "2016-2018\tAcorn Ltd\tLeeds, UK\nTea\t3 pots --- and cups"


@pytest.mark.parametrize(
    "text",
    [
        "Dug at [Acorn]\n\nand [Oak]\n\n[Acorn]: https://a.example\n[Oak]: https://b.example\n",
        "Dug at [Acorn](https://a.example)\n\nand [Oak](https://b.example)\n",
        "# Work\n\nDug at Acorn\n\n# More\n\nand Oak\n",
    ],
)
def test_markdown_by_any_other_name(parse, text):
    shown = " ".join(block.text for block in parse(text, ".txt").blocks)
    assert "Dug at Acorn" in shown
    assert "[" not in shown


COLUMNS = """
ADA EXAMPLE

TOOLS                WORK
Spade                Gardener, Acorn Ltd
Rake                 2010 - 2012
Hoe                  * Dug deep holes

SOILS                Digger, Oak Ltd
Loam                 2008 - 2010
Clay
                     SCHOOLS
                     Elm School
"""


def test_columns_are_read_one_after_the_other(parse):
    assert [b.text for b in parse(COLUMNS).blocks] == [
        "ADA EXAMPLE",
        "TOOLS\nSpade\nRake\nHoe",
        "SOILS\nLoam\nClay",
        "WORK\nGardener, Acorn Ltd\n2010 - 2012",
        "Dug deep holes",
        "Digger, Oak Ltd\n2008 - 2010",
        "SCHOOLS\nElm School",
    ]


def test_dates_beside_entries_are_no_column(parse):
    rows = "".join(f"201{n}           Gardener {n}\n               Acorn Ltd\n" for n in range(8))
    assert parse(f"WORK\n{rows}").blocks[0].text.startswith("WORK\n2010\tGardener 0\nAcorn Ltd")


def test_running_heads_are_read_once(parse):
    page = "Ada Example     Page {0} of 2\n\nDug {0}\n\n"
    text = parse(page.format(1) + page.format(2) + "Page 2\n\nthe end of page 7\n")
    assert [b.text for b in text.blocks] == ["Ada Example", "Dug 1", "Dug 2", "the end of page 7"]


@pytest.mark.parametrize("line", ["-- Work ------", "=== Work ===", "[ Work ]"])
def test_framed_headings(parse, line):
    assert parse(f"Ada\n\n{line}\nDug\n").blocks[1].kind.value == "heading"


def test_boxes_of_signs(parse):
    text = parse("+---------+\n| Ada     |\n| Example |\n+---------+\n\n>> Dug\n")
    assert [b.text for b in text.blocks] == ["Ada\nExample", "Dug"]


def test_headings_of_equals_signs_come_in_numbers(parse):
    two = parse("= Mara Lind\n\n== Work\nGardener\n", ".adoc")
    assert [block.kind.value for block in two.blocks] == ["heading", "heading", "paragraph"]
    assert parse("= 12 beds\n\nGardener\n", ".txt").blocks[0].text == "= 12 beds"
