"""Words of a line with their places, and looking phrases up among them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

V = TypeVar("V")

# A French or Italian elision is a word of its own; otherwise a word ends at white space, a hyphen or a separator.
_WORD = re.compile(r"[dlnDLN]['’](?=[^\W\d])|[^\s,;:()|/\[\]{}•·‧–—―\-@\"“”„«»<>*_!?…、。，・（）【】「」#&+~│]+")
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
    bare = "".join(char for char in decomposed if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", bare).replace("ı", "i")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """A single word's form for comparison: folded, without dots and apostrophes ("Ph.D." and "PhD" are one)."""
    return _INSIDE.sub("", fold(word))


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in their order; separators and punctuation are none."""
    found = []
    for match in _WORD.finditer(text):
        written, folded = _read(match.group())
        if folded:
            start = match.start()
            found.append(Word(start, start + len(written), written, folded))
    return tuple(found)


@lru_cache(maxsize=65536)
def _read(word: str) -> tuple[str, str]:
    """A word without the stops after it, and its key, "" where nothing is left."""
    written = word.rstrip(".'’")
    return written, key(written)


def has_asian(text: str) -> bool:
    """Whether `text` is written, at least in part, without spaces between words."""
    return not text.isascii() and _ASIAN.search(text) is not None


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
            keys = tuple(word.key for word in words(phrase))
            if keys:
                self._by_first.setdefault(keys[0], []).append((keys, value))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def find(self, sequence: tuple[Word, ...]) -> Iterator[Hit[V]]:
        """Every phrase in a sequence of words, from the left, none overlapping another."""
        index = 0
        while index < len(sequence):
            hit = self._at(sequence, index)
            if hit:
                yield hit
            index = hit.last if hit else index + 1

    def _at(self, sequence: tuple[Word, ...], index: int) -> Hit[V] | None:
        for keys, value in self._by_first.get(sequence[index].key, ()):
            last = index + len(keys)
            if tuple(word.key for word in sequence[index:last]) == keys:
                return Hit(index, last, sequence[index].start, sequence[last - 1].end, value)
        return None

    def whole(self, text: str) -> V | None:
        """What `text` means where it is, as a whole, one of the phrases; else None."""
        sequence = words(text)
        hit = self._at(sequence, 0) if sequence else None
        return hit.value if hit and hit.last == len(sequence) else None
