import importlib.util
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import DocumentError, LimitError

_spec = importlib.util.spec_from_file_location("rendering", Path(__file__).parents[1] / "rendering.py")
rendering = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(rendering)


def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


def columns(*placed, drawn=""):
    """A PDF with each line at (left, up, size, text), and with what is drawn."""
    content = "\n".join(f"/R {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, size, text in placed)
    body = f"{drawn} BT {content} ET".encode("cp1252")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</R 5 0 R>>>>>>"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(body), body)
    return rendering.objects(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream, font]
    )


def test_two_columns_are_read_one_after_the_other(parse):
    left = ["Skills", "Rust", "Python", "Kubernetes", "Languages", "German"]
    right = [
        "Engineer at a firm called Acme",
        "who built things there",
        "Intern at Initech",
        "who ran things",
        "and more",
    ]
    data = columns(
        (50, 800, 24, "Ada Example"),
        *((50, 750 - 17 * i, 10, word) for i, word in enumerate(left)),
        *((220, 752 - 14 * i, 10, line) for i, line in enumerate(right)),
    )
    said = " ".join(block.text for block in parse(data, ".pdf").blocks).replace("\n", " ")
    assert said == " ".join(["Ada Example", *left, *right])


def test_dates_at_the_margin_stay_on_their_line(parse):
    rows = [
        ("Acme, Engineer", "2019 - 2020"),
        ("Initech, Intern", "2018"),
        ("Globex", "2017"),
        ("Nowhere", "2012"),
        ("X", "2011"),
    ]
    data = columns(
        *((50, 750 - 30 * i, 10, name) for i, (name, _) in enumerate(rows)),
        *((480, 750 - 30 * i, 10, date) for i, (_, date) in enumerate(rows)),
    )
    assert [b.text for b in parse(data, ".pdf").blocks] == [f"{name}\t{date}" for name, date in rows]


def test_items_and_their_wrapped_lines(parse):
    data = columns(
        (50, 750, 10, "A paragraph of text that"),
        (50, 738, 10, "goes on."),
        (60, 726, 10, "• first item which"),
        (70, 714, 10, "wraps"),
        (75, 702, 10, "- deeper"),
        (60, 690, 10, "• second"),
        (50, 660, 10, "Apart"),
    )
    assert shape(parse(data, ".pdf")) == [
        ("paragraph", 0, "A paragraph of text that goes on."),
        ("item", 1, "first item which wraps"),
        ("item", 2, "deeper"),
        ("item", 1, "second"),
        ("paragraph", 0, "Apart"),
    ]


def test_page_numbers_are_apart(parse):
    text = parse(
        columns((50, 700, 10, "One"), (50, 650, 10, "Two"), (50, 600, 10, "Three"), (290, 30, 8, "Page 1 of 2")), ".pdf"
    )
    assert [b.text for b in text.hidden] == ["Page 1 of 2"]


ENCRYPT = b"/Encrypt<</Filter/Standard/V 1/R 2/O(" + b"x" * 32 + b")/U(" + b"y" * 32 + b")/P -4>>/ID[(a)(b)]"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"%PDF-1.4\n", DocumentError),
        (b"not a pdf at all", DocumentError),
        (rendering.pdf()[:300], DocumentError),
        (rendering.pdf().replace(b"trailer<<", b"trailer<<" + ENCRYPT), DocumentError),
        (columns((50, 700, 10, " ")), DocumentError),
        (b"<html><p>Ada</p></html>", DocumentError),
        (
            rendering.objects(
                [
                    b"<</Type/Catalog/Pages 2 0 R>>",
                    b"<</Type/Pages/Kids[" + b"3 0 R " * 201 + b"]/Count 201>>",
                    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
                ]
            ),
            LimitError,
        ),
    ],
)
def test_what_cannot_be_read(parse, data, error):
    with pytest.raises(error) as caught:
        parse(data, ".pdf")
    assert caught.value.source == "cv.pdf"


def test_running_heads_are_read_once(parse):
    def content(number):
        said = [f"Ada Example, page {number}", f"Dug {number}", f"Sown {number}", "Kept and mended", "Bern"]
        lines = [f"/R 10 Tf 1 0 0 1 50 {750 - 40 * i} Tm ({words}) Tj" for i, words in enumerate(said)]
        return f"BT {' '.join(lines)} ET"

    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</R 7 0 R>>>>>>"
    streams = [f"<</Length {len(content(n))}>>stream\n{content(n)}\nendstream".encode() for n in (1, 2)]
    pages = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>"]
    text = parse(rendering.objects([*pages, (page % 5).encode(), (page % 6).encode(), *streams, font]), ".pdf")
    said = ["Ada Example, page 1", "Dug 1", "Sown 1", "Kept and mended", "Bern", "Dug 2", "Sown 2", "Kept and mended"]
    assert [block.text for block in text.blocks] == said
    assert [block.text for block in text.hidden] == ["Ada Example, page 2", "Bern"]


def ruled(placed, lefts, levels, missing=()):
    """A PDF with lines at (left, up, size, text) and a grid of rules; `missing` are the pieces that are left out.

    A piece is (x, low, high) of a vertical rule or (left, right, y) of a horizontal one.
    """
    rules = [
        f"{left} {y} {right - left} 0.8 re f"
        for y in levels
        for left, right in pairwise(lefts)
        if (left, right, y) not in missing
    ]
    rules += [
        f"{x} {low} 0.8 {high - low} re f"
        for x in lefts
        for high, low in pairwise(levels)
        if (x, low, high) not in missing
    ]
    return columns(*placed, drawn="\n".join(rules))


def test_a_table_with_rules_is_read_row_by_row(parse):
    data = ruled(
        [
            (50, 800, 10, "What I did before I came here, told in one line that is long"),
            (55, 742, 10, "Employer"),
            (205, 742, 10, "Role"),
            (305, 742, 10, "Years"),
            (55, 722, 10, "The Society for the"),
            (55, 710, 10, "Tending of Lighthouses"),
            (205, 722, 10, "Keeper"),
            (305, 722, 10, "2011 - 2015"),
            (55, 692, 10, "Initech"),
            (205, 692, 10, "Assistant to"),
            (205, 680, 10, "the director"),
            (305, 692, 10, "2009"),
            (50, 600, 10, "And after the table"),
        ],
        (50, 200, 300, 400),
        (755, 735, 705, 675),
    )
    text = parse(data, ".pdf")
    assert shape(text) == [
        ("paragraph", 0, "What I did before I came here, told in one line that is long"),
        ("row", 0, "Employer\tRole\tYears"),
        ("row", 0, "The Society for the\nTending of Lighthouses\tKeeper\t2011 - 2015"),
        ("row", 0, "Initech\tAssistant to\nthe director\t2009"),
        ("paragraph", 0, "And after the table"),
    ]


def test_a_cell_may_span_rows(parse):
    data = ruled(
        [
            (55, 720, 10, "2011 - 2015"),
            (205, 740, 10, "Acme"),
            (205, 720, 10, "Initech"),
            (55, 700, 10, "2009"),
            (205, 700, 10, "Globex"),
        ],
        (50, 200, 400),
        (755, 735, 715, 695),
        missing=[(50, 200, 735)],
    )
    assert [block.text for block in parse(data, ".pdf").blocks] == [
        "2011 - 2015\tAcme",
        "2011 - 2015\tInitech",
        "2009\tGlobex",
    ]


def test_a_cell_may_span_columns(parse):
    data = ruled(
        [
            (55, 740, 10, "Work"),
            (55, 720, 10, "Acme"),
            (205, 720, 10, "Engineer"),
            (55, 700, 10, "Initech"),
            (205, 700, 10, "Clerk"),
        ],
        (50, 200, 400),
        (755, 735, 715, 695),
        missing=[(200, 735, 755)],
    )
    assert shape(parse(data, ".pdf")) == [
        ("paragraph", 0, "Work"),
        ("row", 0, "Acme\tEngineer"),
        ("row", 0, "Initech\tClerk"),
    ]


def test_a_frame_around_words_is_no_table(parse):
    data = ruled([(55, 740, 10, "Acme"), (55, 720, 10, "Engineer")], (50, 400), (755, 700))
    assert shape(parse(data, ".pdf")) == [("paragraph", 0, "Acme\nEngineer")]


LONG = "She kept the books of the harbour for many years with"


@pytest.mark.parametrize(
    ("above", "below", "read"),
    [
        (LONG, "Otto Fictional and others", f"{LONG} Otto Fictional and others"),
        ("Keeper of the harbour", "Otto Fictional and others", "Keeper of the harbour\nOtto Fictional and others"),
        (f"{LONG} data-", "bases of ships", f"{LONG} databases of ships"),
        (f"{LONG} long-", "lived ships, long and lived", f"{LONG} long-lived ships, long and lived"),
        (f"{LONG} wind-", "and sailing ships", f"{LONG} wind- and sailing ships"),
        (f"{LONG} ships -", "and boats", f"{LONG} ships - and boats"),
    ],
)
def test_a_full_line_goes_on_in_the_next(parse, above, below, read):
    edge = "A long and a lived line of the same column, which shows how far its lines may run"
    data = columns((50, 750, 10, above), (50, 738, 10, below), (50, 700, 10, edge[: len(above) + 1]))
    assert parse(data, ".pdf").blocks[0].text == read


def test_a_sentence_goes_on_over_the_end_of_a_column(parse):
    left = ["Of the harbour at", "Fictional Bay she", "kept the books and", "the lighthouses of"]
    right = ["the whole coast.", "She also sailed.", "She also swam.", "She also flew."]
    data = columns(
        *((50, 750 - 14 * i, 10, line) for i, line in enumerate(left)),
        *((320, 748 - 16 * i, 10, line) for i, line in enumerate(right)),
    )
    said = [block.text for block in parse(data, ".pdf").blocks]
    assert "the lighthouses of the whole coast." in said[0]
