"""Tables with rules: the grid that the rules form, and the words in its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.readers.pdf.columns import Line, in_reading_order
from kg.readers.pdf.shapes import Rule
from kg.readers.pdf.words import Word

_NEAR = 3.0
_WHOLE = 0.9
_MOST_ROWS, _MOST_COLUMNS = 300, 30


@dataclass
class Cell:
    """One cell: where it begins and ends, how many columns and rows it spans, and its words in the page's order."""

    left: float
    right: float
    columns: int = 1
    rows: int = 1
    words: list[Word] = field(default_factory=list)

    @cached_property
    def lines(self) -> list[Line]:
        """Its lines in the order in which they are read."""
        return [line for region in in_reading_order(self.words) for line in region]

    @property
    def edge(self) -> float:
        """How far to the right its lines may run: as far from its end as they begin from its beginning."""
        return self.right - min((max(line.left - self.left, 0.0) for line in self.lines), default=0.0)


@dataclass(frozen=True, slots=True)
class Table:
    """A table between `bottom` and `top`, as its rows of cells; a cell that spans rows stands in its first one."""

    bottom: float
    top: float
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lines(self) -> list[Line]:
        """The lines of all its cells."""
        return [line for row in self.rows for cell in row for line in cell.lines]


def tables(words: Sequence[Word], across: Sequence[Rule], down: Sequence[Rule]) -> list[Table]:
    """The tables of a page, topmost first. What has words beside it is none: it may be a column of the page."""
    found = []
    for bottom, top in _bands(down):
        inside = [rule for rule in down if bottom <= rule.start and rule.end <= top]
        grid = _Grid.of([rule for rule in across if bottom - _NEAR <= rule.at <= top + _NEAR], inside)
        if grid is None:
            continue
        beside = [word for word in words if bottom < word.base < top]
        if all(grid.left <= (word.left + word.right) / 2 <= grid.right for word in beside):
            found.append(Table(bottom, top, grid.filled(beside)))
    return found[::-1]


def _bands(down: Iterable[Rule]) -> Iterator[tuple[float, float]]:
    """The stretches of the page's height that vertical rules cover, lowest first."""
    reached: tuple[float, float] | None = None
    for rule in sorted(down, key=lambda rule: rule.start):
        if reached is not None and rule.start <= reached[1] + _NEAR:
            reached = (reached[0], max(reached[1], rule.end))
        else:
            if reached is not None:
                yield reached
            reached = (rule.start, rule.end)
    if reached is not None:
        yield reached


class _Levels:
    """Rules that run side by side: where they are, ascending, and what of its length each one covers."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.at: list[float] = []
        self._covered: list[list[tuple[float, float]]] = []
        for rule in sorted(rules, key=lambda rule: (rule.at, rule.start)):
            if not self.at or rule.at > self.at[-1] + _NEAR:
                self.at.append(rule.at)
                self._covered.append([])
            self._covered[-1].append((rule.start, rule.end))

    def near(self, place: float) -> bool:
        """Whether one of them runs through a place."""
        index = bisect_right(self.at, place)
        return any(abs(at - place) <= _NEAR for at in self.at[max(index - 1, 0) : index + 1])

    def covers(self, level: int, place: float) -> bool:
        """Whether the rule at a level runs through a place."""
        return any(start - _NEAR <= place <= end + _NEAR for start, end in self._covered[level])

    def whole(self, level: int, start: float, end: float) -> bool:
        """Whether the rule at a level runs all the way."""
        length = 0.0
        reached = start
        for first, last in sorted(self._covered[level]):
            length += max(0.0, min(last, end) - max(first, reached))
            reached = max(reached, last)
        return length >= _WHOLE * (end - start)


class _Grid:
    """The closed grid that rules form."""

    def __init__(self, across: _Levels, down: _Levels) -> None:
        self._across, self._down = across, down
        self.left, self.right = down.at[0], down.at[-1]

    @classmethod
    def of(cls, across: Sequence[Rule], down: Sequence[Rule]) -> _Grid | None:
        """The grid of two rows and two columns or more, closed on all sides; None if they form none."""
        columns = _Levels(down)
        rows = _Levels([rule for rule in across if columns.near(rule.start) and columns.near(rule.end)])
        if not (3 <= len(rows.at) <= _MOST_ROWS and 3 <= len(columns.at) <= _MOST_COLUMNS):
            return None
        sides = (rows.at[0], rows.at[-1]), (columns.at[0], columns.at[-1])
        closed = all(rows.whole(level, *sides[1]) and columns.whole(level, *sides[0]) for level in (0, -1))
        return cls(rows, columns) if closed else None

    def filled(self, words: Iterable[Word]) -> tuple[tuple[Cell, ...], ...]:
        """The rows from top to bottom with the words in their cells."""
        owner, rows = self._cells()
        for word in words:
            row = bisect_right(self._across.at, word.base) - 1
            column = bisect_right(self._down.at, (word.left + word.right) / 2) - 1
            if (row, column) in owner:
                owner[row, column].words.append(word)
        return rows

    def _cells(self) -> tuple[dict[tuple[int, int], Cell], tuple[tuple[Cell, ...], ...]]:
        """Whose each field of the grid is, by row (from the bottom) and column; and the rows of cells from the top."""
        owner: dict[tuple[int, int], Cell] = {}
        rows: list[tuple[Cell, ...]] = []
        count = len(self._across.at) - 1
        for row in range(count - 1, -1, -1):
            line = []
            for column in range(len(self._down.at) - 1):
                if (row, column) not in owner:
                    wide = self._columns(row, column)
                    ends = self._down.at[column], self._down.at[column + wide]
                    cell = Cell(*ends, wide, self._rows(row, column))
                    line.append(cell)
                    for below in range(row, row - cell.rows, -1):
                        for beside in range(column, column + cell.columns):
                            owner.setdefault((below, beside), cell)
            rows.append(tuple(line))
        return owner, tuple(rows)

    def _columns(self, row: int, column: int) -> int:
        middle = (self._across.at[row] + self._across.at[row + 1]) / 2
        end = column + 1
        while end < len(self._down.at) - 1 and not self._down.covers(end, middle):
            end += 1
        return end - column

    def _rows(self, row: int, column: int) -> int:
        middle = (self._down.at[column] + self._down.at[column + 1]) / 2
        lowest = row
        while lowest > 0 and not self._across.covers(lowest, middle):
            lowest -= 1
        return row - lowest + 1


def parted(words: Sequence[Word], found: Sequence[Table]) -> Iterator[list[Word] | Table]:
    """The page from top to bottom: words that stand in no table, and the tables between them."""
    rest = list(words)
    for table in found:
        above = [word for word in rest if word.base >= table.top]
        if above:
            yield above
        yield table
        rest = [word for word in rest if word.base <= table.bottom]
    if rest:
        yield rest
