"""Words of a line with their places, and looking phrases up among them."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

V = TypeVar("V")

# A French or Italian elision is a word of its own; otherwise a word ends at white space, a hyphen or a separator.
_WORD = re.compile(r"[dlnDLN]['’](?=[^\W\d])|[^\s,;:()|/\[\]{}•·‧–—―\-@\"“”„«»<>*_!?…、。，・（）【】「」#&+~│─━]+")
# The same for ASCII text, as a set without other signs in it: the search is three times as fast.
_ASCII_WORD = re.compile(r"[dlnDLN]'(?=[A-Za-z])|[\x00-\x08\x0e-\x1b$%'.0-9=A-Z\\^`a-z\x7f]+")
_LETTERS = re.compile(r"[^\W_]+")
_RUN = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"['’]|[^\s'’]+")
_KEY = itemgetter(1)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_INSIDE = re.compile(r"['’`.]")
_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(slots=True, unsafe_hash=True)  # setting frozen fields costs three times as much; nobody changes a word
class Word:
    """A word as written at `start` to `end` of its text, and `key`, its form for comparison."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` without case, accents and width differences: the form in which names and words are compared."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed)).replace("ı", "i")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """A single word's form for comparison: folded, without dots and apostrophes ("Ph.D." and "PhD" are one)."""
    return _INSIDE.sub("", fold(word))


class Token(NamedTuple):
    """A word as written, and `key`, its form for comparison."""

    text: str
    key: str


class _Tokens(dict[str, Token]):
    """The token of each word read so far, by the characters between two separators."""

    def __missing__(self, read: str) -> Token:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        written = read.rstrip(".'’")
        plain = written.isascii() and written.isalnum()
        token = self[read] = Token(written, written.lower() if plain else key(written))
        return token


_MOST_TOKENS = 65536
_TOKENS = _Tokens()


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in their order; separators and punctuation are none."""
    found = []
    for match in (_ASCII_WORD if text.isascii() else _WORD).finditer(text):
        written, folded = _TOKENS[match[0]]
        if folded:
            start = match.start()
            found.append(Word(start, start + len(written), written, folded))
    return tuple(found)


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in their order without their places, which cost most: for all who need none."""
    read = map(_TOKENS.__getitem__, (_ASCII_WORD if text.isascii() else _WORD).findall(text))
    return tuple(filter(_KEY, read))  # without those of signs alone


def bare(text: str) -> str:
    """The letters and digits of `text`, with one space between two stretches of them."""
    return " ".join(_LETTERS.findall(text))


def says_anything(text: str) -> bool:
    """Whether a letter or digit stands in `text`."""
    return _LETTERS.search(text) is not None


def lowered(text: str) -> str:
    """`text` in lower case, each letter in its place: the few that would become two stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def has_asian(text: str) -> bool:
    """Whether `text` is written, at least in part, without spaces between words."""
    return not text.isascii() and _ASIAN.search(text) is not None


def vocabulary(text: str) -> frozenset[str]:
    """Every run of letters and digits in `text`, in lower case: what a first look needs to know."""
    return _vocabulary(text.lower())


@lru_cache(maxsize=2048)
def _vocabulary(lower: str) -> frozenset[str]:
    return frozenset(_RUN.findall(lower))


class Wording:
    """A pattern whose every match holds one of some words, tried only on texts in which one of them stands.

    Telling that none does costs a tenth of a search for a pattern of many phrases, and most lines hold none.
    """

    def __init__(self, pattern: re.Pattern[str], phrases: Iterable[str]) -> None:
        """Each match must hold one of the phrases; those of several words are known by their first."""
        self.match = pattern.match
        self._pattern = pattern
        self._words = frozenset(_RUN.findall(phrase.lower())[0] for phrase in phrases)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        return None if self._words.isdisjoint(vocabulary(text)) else self._pattern.search(text, start, end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in `text`."""
        return iter(()) if self._words.isdisjoint(vocabulary(text)) else self._pattern.finditer(text)


class Opening:
    """A pattern whose every match begins with one of some words, in any case, tried only where one of them stands.

    Looking for all words in one automaton takes a tenth of trying a pattern of many phrases at every letter.
    """

    def __init__(self, pattern: re.Pattern[str], phrases: Iterable[str], *, apart: bool = False) -> None:
        """Each match must begin with the first word, or part of a word, of one of the phrases.

        `apart` says that no letter or digit goes before a match.
        """
        self._pattern = pattern
        self._words = AhoCorasick(sorted({_FIRST_WORD.findall(phrase.lower())[0] for phrase in phrases}))
        self._apart = apart

    def finditer(self, text: str, lower: str) -> Iterator[re.Match[str]]:
        """Every match in `text`; `lower` is the text in lower case, each letter in its place."""
        done = 0
        starts = {hit[1] for hit in self._words.find_matches_as_indexes(lower, overlapping=True)}
        if self._apart:
            starts = {start for start in starts if not (start and lower[start - 1].isalnum())}
        for start in sorted(starts):
            if start >= done and (match := self._pattern.match(text, start)):
                done = match.end()
                yield match


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """A phrase found: words `first` to `last` (exclusive), the characters they cover, and what the phrase means."""

    first: int
    last: int
    start: int
    end: int
    value: V


class Phrases(Generic[V]):
    """Phrases of one or more words, each with a meaning; the longest wins where several begin at one word."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in entries:
            keys = tuple(token.key for token in tokens(phrase))
            if keys:
                self._by_first.setdefault(keys[0], []).append((keys, value))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def find(self, sequence: tuple[Word, ...]) -> Iterator[Hit[V]]:
        """Every phrase in a sequence of words, from the left, none overlapping another."""
        by_first, done = self._by_first, 0
        for index, word in enumerate(sequence):
            if word.key in by_first and index >= done and (found := self._at(sequence, index)):
                done, value = found
                yield Hit(index, done, word.start, sequence[done - 1].end, value)

    def within(self, sequence: Sequence[Word | Token]) -> bool:
        """Whether any phrase stands in a sequence of words."""
        by_first = self._by_first
        return any(word.key in by_first and self._at(sequence, index) for index, word in enumerate(sequence))

    def begins(self, key: str) -> bool:
        """Whether a phrase begins with a word of this key."""
        return key in self._by_first

    def whole(self, text: str) -> V | None:
        """What `text` means where it is, as a whole, one of the phrases; else None."""
        sequence = tokens(text)
        found = self._at(sequence, 0) if sequence else None
        return found[1] if found and found[0] == len(sequence) else None

    def _at(self, sequence: Sequence[Word | Token], index: int) -> tuple[int, V] | None:
        """Where the phrase ends that begins at the word of this index, and its meaning."""
        for keys, value in self._by_first.get(sequence[index].key, ()):
            last = index + len(keys)
            if len(keys) == 1 or tuple([word.key for word in sequence[index:last]]) == keys:
                return last, value
        return None
