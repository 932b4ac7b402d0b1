"""Which lines a page broke only because they were full, and which words it broke with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.readers.pdf.columns import Line

WIDE = 1.4
_PLAIN = 40
_NARROW = 12
_SPACE = 0.25
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ASIAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_LAST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-$")
_TOGETHER = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of"})


@dataclass(frozen=True, slots=True)
class Measure:
    """How far to the right the lines of a column may run; `known` if that is drawn, and not just what one reached."""

    right: float
    known: bool = False

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Measure:
        """What the longest of the lines reached."""
        return cls(max((line.right for line in lines), default=0.0))

    def broke(self, above: Line, line: Line) -> bool:
        """Whether the first word of a line had no room on the line above.

        A short line in a narrow column may be full by chance: it goes on only before a small letter.
        """
        if _has_gap(above) or (all(word.bold for word in above.words) and not line.words[0].bold):
            return False
        first = line.words[0]
        if above.right + _SPACE * first.size + (first.right - first.left) <= self.right:
            return False
        length = len(above.text)
        return self.known or length >= _PLAIN or (length >= _NARROW and first.text[0].islower())

    def gap(self, above: Line, line: Line) -> str:
        """What parts a line from the one above in running text: a line break, a space, or nothing in East Asia."""
        if not self.broke(above, line):
            return "\n"
        return "" if _ASIAN.match(above.words[-1].text[-1]) and _ASIAN.match(line.words[0].text) else " "

    def goes_on(self, above: Line, line: Line) -> bool:
        """Whether a sentence that a column or a page breaks off goes on in the first line of the next."""
        last = above.words[-1].text[-1]
        return line.words[0].text[0].islower() and (last.isalnum() or last in ",-–") and self.broke(above, line)


def _has_gap(line: Line) -> bool:
    """Whether two of its words stand far from each other."""
    return any(b.left - a.right > WIDE * b.size for a, b in pairwise(line.words))


class Hyphens:
    """Which hyphens at the ends of full lines belong to the word, as the other words of the document tell."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._known: set[str] = set()
        for line in lines:
            self._known.update(_WORD.findall(" ".join(word.text for word in line.words[1:-1]).lower()))

    def gap(self, end: str, begin: str) -> str | None:
        """What stands between a line's last word, which ends in a hyphen, and the next one's first.

        "" if the hyphen belongs to the word, " " if a space follows it or it is a dash, None if it only broke the word.
        """
        if len(end) == 1:
            return " "
        following = _WORD.match(begin.lower())
        last = _LAST.search(end.lower())
        if following is None or last is None or not begin[0].islower():
            return ""
        left, right = last[0][:-1], following[0]
        if right in _TOGETHER:
            return " "
        if left + right in self._known:
            return None
        if "-" in left or f"{left}-{right}" in self._known:
            return ""
        return "" if left in self._known and right in self._known else None
