import codecs

import pytest

from kg.errors import DocumentError, LimitError
from kg.model import Document
from kg.readers.limits import FILE_BYTES
from kg.readers.source.decoding import decode


def source(data: bytes):
    return decode(Document("cv.txt", data))


@pytest.mark.parametrize(
    ("data", "content", "encoding"),
    [
        ("Zoë Müller".encode(), "Zoë Müller", "utf-8"),
        (codecs.BOM_UTF8 + "Zoë".encode(), "Zoë", "utf-8"),
        ("Zoë Müller".encode("utf-16"), "Zoë Müller", "utf-16-le"),
        ("Zoe Mueller, Bern".encode("utf-16-be"), "Zoe Mueller, Bern", "utf-16-be"),
        ("Zoë Müller – Ingenieurin".encode("cp1252"), "Zoë Müller – Ingenieurin", "cp1252"),
        ("Ingénieure à Genève".encode("latin-1"), "Ingénieure à Genève", "cp1252"),
        ("Ingénieure – Genève".encode() + b" \xe9t\xe9", "Ingénieure – Genève été", "utf-8"),
        ("田中花子 東京大学".encode()[:-1], "田中花子 東京大å\xad", "utf-8"),
        (("Я работал инженером в Москве. " * 9).encode("cp1251"), "Я работал инженером в Москве. " * 9, "cp1251"),
    ],
)
def test_the_encoding_is_found(data, content, encoding):
    found = source(data)
    assert found.content == content
    assert found.encoding == encoding


def test_a_declared_charset_is_believed():
    page = '<meta charset="shift_jis"><p>東京大学'.encode("shift_jis")
    assert source(page).content.endswith("東京大学")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("02/2025 - ðŸš€", "02/2025 - 🚀"),
        ("Acmeâ€™s developer communityâ€”world wide", "Acme’s developer community—world wide"),
        ("GrÃ¼ÃŸe aus ZÃ¼rich, sehr schÃ¶n", "Grüße aus Zürich, sehr schön"),
        ("“Curly” quotes and naïve cafés stay’s", "“Curly” quotes and naïve cafés stay’s"),
        ("SÃO PAULO – Âncora", "SÃO PAULO – Âncora"),
        ("a\r\nb\rc\fd", "a\nb\nc\nd"),
        ("a\x00b\x07c", "a b c"),
        ("2015−2018, 2019‑2020", "2015-2018, 2019-2020"),
        ("oﬃce ﬁles", "office files"),
        ("Zu\u0308rich, \u1112\u1161\u11ab", "Zürich, 한"),
        ("Leeds , York ,Hull", "Leeds, York ,Hull"),
        ("W O R K   H I S T O R Y\nPlan A B or C", "WORK HISTORY\nPlan A B or C"),
    ],
)
def test_repair(written, read):
    assert source(written.encode()).content == read


@pytest.mark.parametrize("word", ["Alpha", "🚀", "Köln", "community’s", "東京", "end"])
def test_the_map_leads_back_to_the_bytes(word):
    data = "Alpha\r\nâ€œ ðŸš€ then Köln, the communityâ€™s 東京 place\r\nthe end".encode()
    found = source(data)
    at = found.content.index(word)
    first, last = found.offsets.bytes_span(at, at + len(word))
    assert decode(Document("x.txt", data[first:last])).content == word


def test_every_stretch_of_clean_text_maps_exactly():
    text = "Año 2019 – 東京大学 🚀 fin\nZoë"
    found = source(text.encode())
    for start in range(len(text)):
        first, last = found.offsets.bytes_span(start, start + 1)
        assert text.encode()[first:last].decode() == text[start]


@pytest.mark.parametrize(
    "data", [b"", b" \n\t ", b"\x89PNG\r\n\x1a\n" + b"x" * 99, b"text\x00" * 99, bytes(range(1, 32)) * 99]
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(DocumentError):
        source(data)


def test_limits():
    with pytest.raises(LimitError):
        source(b"x" * (FILE_BYTES + 1))
    with pytest.raises(LimitError):
        source(b"x" * 5_000_001)
