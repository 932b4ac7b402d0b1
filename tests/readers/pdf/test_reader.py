import importlib.util
from pathlib import Path

import pytest

from kg.errors import DocumentError, LimitError

_spec = importlib.util.spec_from_file_location("rendering", Path(__file__).parents[1] / "rendering.py")
rendering = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(rendering)


def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


def columns(*placed):
    """A PDF with each line at (left, up, size, text)."""
    content = "\n".join(f"/R {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, size, text in placed)
    body = f"BT {content} ET".encode("cp1252")
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
        ("paragraph", 0, "A paragraph of text that\ngoes on."),
        ("item", 1, "first item which\nwraps"),
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
