"""What holds for any text: evidence, borders, determinism, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.achievements import achievements
from kg.extraction.offers import offers
from kg.extraction.sections import outline
from kg.extraction.skills import find, match
from kg.extraction.skills.automaton import is_word, lower, sightings
from kg.extraction.topics.claims import topics
from kg.model import Document
from kg.readers import read

PIECES = st.sampled_from(
    [
        "Python",
        "C++",
        "Go",
        "in ",
        "using ",
        ", ",
        " and ",
        "/",
        "(",
        ")",
        "R",
        "Spring Boot",
        "node.js",
        "K8s",
        " ",
        "\n",
        "- ",
        "Skills: ",
        "## Skills\n",
        "## Experience\n",
        "é",
        "中文",
        "İ",
        "40%",
        "reducing ",
        "interested in ",
        "x",
        "@",
        "offer from ",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def outlined(text: str):
    return outline(read(Document("a.md", text.encode("utf-8", "replace"))))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_claim_quotes_the_text_and_is_made_again(text):
    page = "# Somebody\n\n" + text
    first = outlined(page)
    for rule in (find, topics, achievements, offers):
        found = rule(first)
        again = rule(outlined(page))
        assert repr(found) == repr(again)
    for skill in find(first):
        start, end = skill.span
        assert first.text.content[start:end] == skill.evidence.quote
    for claim in [*topics(first), *achievements(first), *offers(first)]:
        for evidence in claim.fact.evidence:
            assert first.text.content[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.booleans())
def test_names_stand_between_borders_and_do_not_overlap(text, listed):
    last = 0
    for one in sightings(text, listed=listed):
        assert last <= one.start < one.end <= len(text)
        last = one.end
        if one.start:
            assert not (is_word(text[one.start - 1]) and is_word(text[one.start]))
        if one.end < len(text):
            assert not (is_word(text[one.end]) and is_word(text[one.end - 1]))


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text):
    assert len(lower(text)) == len(text)


@given(TEXTS, st.booleans())
def test_one_string_gives_spans_of_it(text, listed):
    for start, end, name in match(text, listed=listed):
        assert 0 <= start < end <= len(text)
        assert name


SHAPES = {
    "one word": "a" * 100_000,
    "digits": "1" * 100_000,
    "commas": "," * 100_000,
    "spaces": " " * 99_990 + "Python",
    "mail signs": "@" * 100_000,
    "mail": "a@" * 50_000,
    "addresses": "http://a.b/ " * 8_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "colons": "a: " * 33_000,
    "names": "Go " * 33_000,
    "list": "Go, " * 25_000,
    "braces": "{B,T}DD " * 12_000,
    "tails": "Two-/Three-Tower, " * 5_500,
    "numbers": "from 5 to 6% " * 7_700,
    "cues": "interested in " * 7_000,
    "offers": "return offer from both A and B, " * 3_000,
    "lines": "- Python, Go\n" * 7_600,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_text_is_slow(shape):
    text = SHAPES[shape]
    start = time.process_time()
    made = outlined("## Skills\n\n- " + text + "\n\n## About\n\n" + text)
    read_at = time.process_time()
    for rule in (find, topics, achievements, offers):
        rule(made)
    assert time.process_time() - read_at < 12.0, f"reading took {read_at - start:.1f} s before"
