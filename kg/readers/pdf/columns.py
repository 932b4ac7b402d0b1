"""Words → lines in reading order: columns are told from right-aligned dates and from dates in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.readers.pdf.words import Word

_SHORT = 24
_FEWEST = 4
_LEVEL = 0.7
_DEEPEST = 3
_STEP = 6
_MOST_CANDIDATES = 80


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one base line, from left to right."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def base(self) -> float:
        """Its height on the page: the base line of its largest word."""
        return max(self.words, key=lambda word: word.size).base

    @property
    def size(self) -> float:
        """The size most of its characters are set in."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[round(word.size, 1)] = sizes.get(round(word.size, 1), 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def text(self) -> str:
        """Its words, a space between each two."""
        return " ".join(word.text for word in self.words)


def in_reading_order(words: Sequence[Word], depth: int = 0) -> list[list[Line]]:
    """The regions of a page in the order they are read, each as its lines from top to bottom."""
    rows = _rows(words)
    found = _gutter(rows) if depth < _DEEPEST else None
    if found is None:
        return [rows] if rows else []
    x, first, last = found
    inside = [word for row in rows[first:last] for word in row.words]
    left = [word for word in inside if word.right <= x + 1]
    right = [word for word in inside if word.right > x + 1]
    above, below = rows[:first], rows[last:]
    return [
        *([above] if above else []),
        *in_reading_order(left, depth + 1),
        *in_reading_order(right, depth + 1),
        *in_reading_order([word for row in below for word in row.words], depth + 1),
    ]


def _rows(words: Sequence[Word]) -> list[Line]:
    """Words that stand beside each other, top row first; what is raised or lowered stays with its line."""
    rows: list[list[Word]] = []
    bottom = top = 0.0
    for word in sorted(words, key=lambda word: (-word.base, word.left)):
        low, high = word.base - 0.2 * word.size, word.base + 0.7 * word.size
        overlap = min(high, top) - max(low, bottom)
        if rows and overlap >= 0.55 * min(high - low, top - bottom):
            rows[-1].append(word)
            if word.size > 1.2 * (top - bottom):
                bottom, top = low, high
        else:
            rows.append([word])
            bottom, top = low, high
    return [Line(tuple(_in_line(row))) for row in rows]


def _in_line(row: list[Word]) -> list[Word]:
    """From left to right; pieces of one word stay together in the order they came."""
    return sorted(row, key=lambda word: word.left)


def _gutter(rows: Sequence[Line]) -> tuple[float, int, int] | None:
    """The place of a gutter between two columns, and the first and last (exclusive) of the rows it parts."""
    best: tuple[int, float] | None = None
    found = None
    for x in _candidates(rows):
        first, last = _stretch(rows, x)
        count = last - first
        if count >= _FEWEST and _parts_columns(rows[first:last], x) and (best is None or (count, -x) > best):
            best, found = (count, -x), (x, first, last)
    return found


def _candidates(rows: Sequence[Line]) -> list[float]:
    """Places in wide gaps, and left edges of what begins far from the margin."""
    margin = min((row.left for row in rows), default=0.0)
    places: dict[int, int] = {}
    for row in rows:
        edges = [b.left for a, b in zip(row.words, row.words[1:], strict=False) if b.left - a.right > 1.2 * b.size]
        if row.left > margin + 100:
            edges.append(row.left)
        for edge in edges:
            key = int((edge - 4) // _STEP)
            places[key] = places.get(key, 0) + 1
    common = sorted(places, key=lambda key: (-places[key], key))[:_MOST_CANDIDATES]
    return sorted(float(key * _STEP) for key in common if places[key] >= 2)


def _stretch(rows: Sequence[Line], x: float) -> tuple[int, int]:
    """The longest run of rows none of which crosses `x`, from its first row with words to the right of it."""
    best = (0, 0)
    start = 0
    for index in range(len(rows) + 1):
        if (
            index == len(rows)
            or any(word.left < x < word.right for word in rows[index].words)
            or _flows(rows[index], x)
        ):
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index + 1
    first, last = best
    while first < last and rows[first].words[-1].right <= x:
        first += 1
    return first, last


def _flows(row: Line, x: float) -> bool:
    """Whether the words of a row go on over `x` as in a sentence."""
    before = [word for word in row.words if word.right <= x]
    after = [word for word in row.words if word.left >= x]
    return bool(before and after) and after[0].left - before[-1].right < 0.9 * after[0].size


def _parts_columns(rows: Sequence[Line], x: float) -> bool:
    sides = [([w for w in row.words if w.right <= x], [w for w in row.words if w.right > x]) for row in rows]
    lefts = [sum(len(w.text) + 1 for w in left) for left, _ in sides if left]
    rights = [sum(len(w.text) + 1 for w in right) for _, right in sides if right]
    if len(lefts) < _FEWEST or len(rights) < _FEWEST:
        return False
    level = sum(1 for left, right in sides if left and right and abs(left[-1].base - right[0].base) <= _LEVEL)
    if level < 0.6 * min(len(lefts), len(rights)):
        return True
    # On one base line, line by line: columns only if both are running text, else dates or places at a margin.
    return min(sum(lefts) / len(lefts), sum(rights) / len(rights)) > _SHORT
