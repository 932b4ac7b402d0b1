"""Words with and without their places, and first looks: shortcuts that must not change what is found."""

from __future__ import annotations

import gc
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import words as room
from kg.extraction.collector import paused
from kg.extraction.words import Wording, bare, says_anything, tokens, vocabulary, words

ASCII = st.text(st.characters(max_codepoint=127), max_size=60)
ANY = st.text(max_size=60)


@given(ASCII)
def test_the_pattern_for_ascii_text_finds_what_the_one_for_all_text_finds(text: str) -> None:
    assert room._ASCII_WORD.findall(text) == room._WORD.findall(text)


@given(ANY)
def test_tokens_are_the_words_without_their_places(text: str) -> None:
    assert [(word.text, word.key) for word in words(text)] == [(token.text, token.key) for token in tokens(text)]
    assert all(text[word.start : word.end] == word.text for word in words(text))


@given(ANY)
def test_bare_text_is_its_letters_and_digits(text: str) -> None:
    assert bare(text) == " ".join("".join(char if char.isalnum() else " " for char in text).split())
    assert says_anything(text) == any(char.isalnum() for char in text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She was AWARDED the Example Prize", ["AWARDED"]),
        ("runner-up, and honourable mention", ["runner-up", "honourable mention"]),
        ("rewarded, awards, honourable men", []),
        ("", []),
    ],
)
def test_a_wording_finds_what_its_pattern_finds(text: str, found: list[str]) -> None:
    phrases = ("awarded", "runner-up", "honourable mention")
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)
    wording = Wording(pattern, phrases)
    assert [match.group() for match in wording.finditer(text)] == found
    first = wording.search(text)
    assert (first.group() if first else None) == (found[0] if found else None)


def test_a_wording_is_searched_between_bounds() -> None:
    wording = Wording(re.compile("prize"), ("prize",))
    assert wording.search("a prize", 3) is None
    assert wording.search("a prize", 0, 5) is None
    assert wording.search("a prize", 1, 7) is not None


def test_the_vocabulary_is_of_whole_words() -> None:
    assert vocabulary("Co-founded Example, 2019") == {"co", "founded", "example", "2019"}


def test_the_collector_goes_on_after_a_pause() -> None:
    assert gc.isenabled()
    with paused():
        assert not gc.isenabled()
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="inside"), paused():
        raise ValueError("inside")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
