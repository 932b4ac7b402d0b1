"""However a text is made, telling what its sentences say takes time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from kg.extraction.contacts import abbreviations, links
from kg.extraction.people.subject import subject
from kg.extraction.prose import claims

SHAPES = [
    "I worked at Example and ", "Prof. ", "advised by Ada Roe, ", "PhD in ", "B.S. and M.S. and ", "(", "a at b dot c ",
    "I am a ", "student ", "of the ", "My name is ", "ABC (DEF) ", "N.N.U. ", "[x](http://a.b) ", "graduated from ",
    "2019 – ", '"', "Example's ", "https://x.y/", "a@b.", "I was fortunate to ",
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_length_and_no_faster(shape: str, outlined) -> None:
    def seconds(size: int) -> float:
        outline = outlined("x " + (shape * (size // len(shape) + 1))[:size], ".txt")
        begin = time.process_time()
        for rule in (claims, subject, links, abbreviations):
            rule(outline)
        return time.process_time() - begin

    seconds(1_000)
    assert seconds(40_000) < 30 * max(seconds(5_000), 0.02)
