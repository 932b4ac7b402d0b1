"""Evidence holds both halves of what encloses it."""

from __future__ import annotations

import pytest

from kg.extraction.sections import outline
from kg.model import Document
from kg.readers import read


@pytest.mark.parametrize(
    ("content", "words", "quote"),
    [
        ("## Work\n\nAcorn (2019 – 2020) in Leeds\n", "Acorn (2019 – 2020", "Acorn (2019 – 2020)"),
        ("## Work\n\nAcorn [2019 – 2020]\n", "Acorn [2019 – 2020", "Acorn [2019 – 2020]"),
        ("## Work\n\n**Acorn Ltd**, Leeds\n", "Acorn Ltd", "Acorn Ltd"),
        ("## Work\n\n**Acorn Ltd**, Leeds\n", "Acorn Ltd**, Leeds", "**Acorn Ltd**, Leeds"),
        ("## Work\n\nAcorn\n*2019 – 2020*\n", "Acorn\n*2019 – 2020", "Acorn\n*2019 – 2020*"),
        ("## Work\n\nAcorn, Leeds\n", "Acorn, Leeds", "Acorn, Leeds"),
    ],
)
def test_what_is_opened_is_closed(content: str, words: str, quote: str) -> None:
    read_outline = outline(read(Document("page.txt", content.encode())))
    start = read_outline.text.content.index(words)
    assert read_outline.evidence((start, start + len(words))).quote == quote
