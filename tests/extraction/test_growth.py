"""What is done for a text grows with its length, not with its square: counted in calls, which nothing else slows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.model import Document, Text
from kg.readers import read

PROFILE = Path(__file__).parents[2] / "data" / "profiles" / "invented" / "ada-fernwood.md"
SHAPES = {
    "profiles": PROFILE.read_text(encoding="utf-8"),
    "headings": "## Experience\n",
    "headed jobs": "## Engineer at Acorn, 2019\n\n",
    "bullets": "- Engineer at Acorn, 2019\n",
    "lines": "Acorn\n2019 - 2020\n",
    "pairs": "Company: Acorn\n",
    "rows": "| Acorn | Engineer | 2019 |\n",
    "advisors": "advised by Prof. Ash and ",
    "students": "I was at Acorn and studied at Birch, ",
    "skills": "Skills: Go, Rust, Zig; ",
    "short forms": "Example State University (ESU), ABC ",
    "one letter": "a",
    "brackets": "((((AWS (S3 (",
    "dates": "05/2019 - 06/2020 ",
}


def text_of(shape: str, size: int) -> Text:
    return read(Document("shape.md", (shape * (size // len(shape) + 1))[:size].encode()))


def calls(text: Text) -> int:
    """How many functions are called while facts are extracted."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        extract(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_no_more_than_six_times_the_calls(shape: str) -> None:
    few, many = text_of(SHAPES[shape], 6_000), text_of(SHAPES[shape], 24_000)
    extract(few)  # loads the word lists
    assert calls(many) < 6 * calls(few) + 2_000
