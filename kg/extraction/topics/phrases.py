"""What may name a field of work: the phrases between separators, trimmed, and how much each says by itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.skills.automaton import Sighting
from kg.extraction.words import fold, has_asian

_SEPARATOR = re.compile(
    r"[,;|•·、。，・\n\t(){}\[\]:：\"“”]|\.(?:\s|$)|\s[-–—]\s|\s(?:and|or|as well as|und|et|y|e|&|＆)\s|\s?/\s|\*\s|—"
)
# A word holds a letter or digit; pictures and bullets are none.
_WORD = re.compile(r"\S*\w\S*")
EDGES = " \t*_`\"'“”‘’.…!?-–—<>=「」"
_MOST_WORDS = 6
_LONGEST_SIGN = 14


@cache
def terms(name: str) -> frozenset[str]:
    """The words of one list of the lexicon, folded."""
    return frozenset(fold(word) for word in load("topics")[name])


class Seen:
    """Names seen in a line, none overlapping another, and which of them a stretch of it touches or holds."""

    def __init__(self, names: Iterable[Sighting]) -> None:
        self.names = sorted(names, key=lambda one: one.start)
        self._starts = [one.start for one in self.names]

    def touching(self, start: int, end: int) -> bool:
        """Whether a name shares a character with the stretch."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self.names[before].end > start

    def inside(self, start: int, end: int) -> list[Sighting]:
        """The names that lie in the stretch."""
        return [
            one
            for one in self.names[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
            if one.end <= end
        ]


def phrases(text: str, begin: int, end: int, whole: Seen | None = None) -> Iterator[tuple[int, int]]:
    """The (start, end) of each phrase of a list that begins at `begin`, up to where the list ends.

    No phrase ends inside one of the names in `whole`: "data structures and algorithms" may be one field.
    """
    start = begin
    for match in (*_SEPARATOR.finditer(text, begin, end), None):
        if match and whole is not None and whole.touching(*match.span()):
            continue
        stop = match.start() if match else end
        phrase = _phrase(text, start, max(start, stop))
        if phrase:
            if is_field(text[phrase[0] : phrase[1]]):
                yield phrase[0], phrase[1]
            if phrase[2]:
                return
        start = match.end() if match else end


def _phrase(text: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """The (start, end) of what is named between two separators, and whether the list ends there; None if nothing is."""
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    while words and fold(text[words[0][0] : words[0][1]].strip(EDGES)) in terms("lead"):
        words.pop(0)
    keys = [fold(text[a:b].strip(EDGES)) for a, b in words]
    last = next((index for index, word in enumerate(keys) if word in terms("ends")), None)
    cut = words if last is None else words[:last]
    if not 1 <= len(cut) <= _MOST_WORDS or keys[0] in terms("verbs"):
        return None
    a, b = cut[0][0], cut[-1][1]
    piece = text[a:b]
    left, right = a + len(piece) - len(piece.lstrip(EDGES)), b - len(piece) + len(piece.rstrip(EDGES))
    return (left, right, last is not None) if left < right else None


def is_field(name: str) -> bool:
    """Whether the words may name a field of work: few, none of them about persons, tasks or pastimes."""
    if has_asian(name):
        return 1 < len(name) <= _LONGEST_SIGN and not name.endswith(("です", "ます", "ない", "だけ", "こと", "た"))
    parts = [fold(part.strip(EDGES)) for part in name.split()]
    if len(name) < 3 or any(part in terms("never") for part in parts) or parts[0][:1].isdigit():
        return False
    return len(parts) > 1 or (len(name) >= 4 or name.isupper())


def is_generic(name: str) -> bool:
    """Whether a field is too broad to be somebody's topic unless said to be of interest."""
    folded = fold(name)
    return folded in terms("generic") or folded.replace("-", " ") in terms("generic")


def has_head(name: str) -> bool:
    """Whether two words or more end in a noun that fields of work end in: "plant ecology", "feature engineering"."""
    parts = name.split()
    return len(parts) > 1 and fold(parts[-1].strip(EDGES)) in terms("heads")
