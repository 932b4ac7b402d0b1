"""Tables: rows of cells, lists of keys and values, and tables that only lay out a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.model import BlockKind, InlineKind
from kg.readers.layout.draft import Draft

_LONGEST_KEY = 40
_LONGEST_CELL = 800
_MOST_LINES = 8
_WIDEST = 100
_COLUMN = 4
_LONGEST_FORM_KEY = 80
# When something began, and when it ended or that it goes on.
_PERIOD = re.compile(r".{0,12}\d{4}\D{0,4}[-–—].{1,20}")
_Named = tuple[str, Draft]


@dataclass
class Cell:
    """One cell: what stands in it, and how many columns and rows it spans."""

    header: bool = False
    columns: int = 1
    rows: int = 1
    drafts: list[Draft] = field(default_factory=list)

    @property
    def simple(self) -> bool:
        """Whether a few lines of text are all there is in it."""
        return len(_leading(self.drafts)) == len(self.drafts)


@dataclass
class Row:
    """One row; `header` if it stands in the table's head."""

    header: bool = False
    cells: list[Cell] = field(default_factory=list)


def pair(key: Draft, value: Draft) -> Draft:
    """A key and its value in one line: `key: value`."""
    draft = Draft(BlockKind.PAIR)
    draft.cells.append(draft.append(key, ""))
    if not key.text.endswith((":", "：")):
        draft.write(":", None)
    draft.cells.append(draft.append(value, " "))
    return draft


def merged(drafts: Sequence[Draft]) -> Draft:
    """Several drafts as the lines of one."""
    if len(drafts) == 1:
        return drafts[0]
    whole = Draft(BlockKind.PARAGRAPH)
    for draft in drafts:
        whole.append(draft, "\n")
    return whole


def lay_out(rows: Sequence[Row]) -> Iterator[Draft]:
    """What a reader of the table sees, row by row."""
    grid = [row for row in _spanned(rows) if any(cell.drafts for _, cell in row)]
    if not grid:
        return
    if _is_margin(grid):
        yield merged([draft for row in grid for _, cell in row for draft in cell.drafts])
        return
    if _pairs(grid):
        for row in grid:
            yield pair(merged(row[0][1].drafts), merged(row[1][1].drafts))
        return
    labels = _labels(rows, grid)
    form = _is_form(grid)
    for row in grid:
        filled = [cell for _, cell in row if cell.drafts]
        if form and len(filled) == 2 and all(cell.simple for cell in filled) and _is_key(filled[0]):
            yield pair(merged(filled[0].drafts), merged(filled[1].drafts))
        else:
            yield from _row(row, labels)


def _is_margin(grid: Sequence[list[tuple[int, Cell]]]) -> bool:
    """A few short lines below each other in a table of their own, as a time and a place stand beside an entry."""
    lines = [merged(cell.drafts) for row in grid for _, cell in row if cell.drafts]
    short = all(0 < line.length <= _LONGEST_KEY and line.kind is BlockKind.PARAGRAPH for line in lines)
    return 1 < len(lines) == len(grid) <= _COLUMN and short


def _is_form(grid: Sequence[list[tuple[int, Cell]]]) -> bool:
    """Whether a table asks for the same things again and again: "Dates", "Employer", "Dates", "Employer"."""
    asked = Counter(merged(row[0][1].drafts).text for row in grid if len(row) == 2 and _is_key(row[0][1]))
    return sum(times > 1 for times in asked.values()) >= 2


def _is_key(cell: Cell) -> bool:
    text = merged(cell.drafts).text if cell.simple and cell.drafts else ""
    return 0 < len(text) <= _LONGEST_FORM_KEY and not any(char.isdigit() for char in text)


def _spanned(rows: Sequence[Row]) -> Iterator[list[tuple[int, Cell]]]:
    """Each row's (column, cell); a cell that spans rows stands in each of them."""
    spanning: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        line: list[tuple[int, Cell]] = []
        column = 0
        waiting = iter(row.cells)
        while column < _WIDEST:
            if column in spanning:
                left, cell = spanning.pop(column)
                if left > 1:
                    spanning[column] = (left - 1, cell)
            else:
                following = next(waiting, None)
                if following is None:
                    if not any(other > column for other in spanning):
                        break
                    column += 1
                    continue
                cell = following
                if cell.rows > 1:
                    spanning[column] = (cell.rows - 1, cell)
            line.append((column, cell))
            column += cell.columns
        if row.cells:  # a row of cells that go on shows nothing new
            yield line


def _pairs(grid: Sequence[list[tuple[int, Cell]]]) -> bool:
    """A list of keys and values: two columns, and short keys without figures in the first."""
    if any(len(row) != 2 or not all(cell.drafts and cell.simple for _, cell in row) for row in grid):
        return False
    if any(row[1][1].header for row in grid):
        return False
    keys = [merged(row[0][1].drafts).text for row in grid]
    marked = (
        all(row[0][1].header for row in grid)
        or all(key.endswith((":", "：")) for key in keys)
        or (len(grid) > 1 and all(_bold(row[0][1]) and not _bold(row[1][1]) for row in grid))
    )
    return marked and all(len(key) <= _LONGEST_KEY and not any(c.isdigit() for c in key) for key in keys)


def _bold(cell: Cell) -> bool:
    """Whether all of a cell is set in bold."""
    whole = merged(cell.drafts)
    return any(i.kind is InlineKind.STRONG and i.end - i.start >= whole.length - 1 for i in whole.inlines)


def _labels(rows: Sequence[Row], grid: Sequence[list[tuple[int, Cell]]]) -> dict[int, str]:
    first = grid[0]
    named = [cell for _, cell in first if cell.drafts]
    head = next(row for row in rows if any(cell.drafts for cell in row.cells)).header
    if len(grid) < 2 or len(named) < 2 or not all(cell.header or head for cell in named):
        return {}
    return {column: merged(cell.drafts).text for column, cell in first if cell.drafts}


def _row(row: Sequence[tuple[int, Cell]], labels: dict[int, str]) -> Iterator[Draft]:
    filled = [(column, cell) for column, cell in row if cell.drafts]
    if len(filled) < 2:
        for _, cell in filled:
            yield from cell.drafts
        return
    if sum(len(cell.drafts) >= _COLUMN for _, cell in filled) > 1:  # columns of a page, not fields of a row
        for _, cell in filled:
            yield from cell.drafts
        return
    rich = [cell for _, cell in filled if not cell.simple]
    if len(rich) < 2 and (len(filled) > 2 or not rich or (rich[0] is filled[-1][1] and _leading(rich[0].drafts))):
        named = [(labels.get(column, ""), merged(_leading(cell.drafts))) for column, cell in filled if cell.drafts]
        yield from map(_line, _parallel([(label, draft) for label, draft in named if draft.length]))
        if rich:
            yield from rich[0].drafts[len(_leading(rich[0].drafts)) :]
        return
    for _, cell in filled:
        yield from cell.drafts


def _line(cells: Sequence[_Named]) -> Draft:
    draft = Draft(BlockKind.ROW)
    for _, cell in cells:
        draft.cells.append(draft.append(cell, "\t"))
    if any(label for label, _ in cells):
        draft.labels = tuple(label for label, _ in cells)
    return draft


def _parallel(cells: list[_Named]) -> Iterator[list[_Named]]:
    """A row as several where a cell lists periods, a line each, and another cell what was then, in as many lines."""
    lines = [draft.text.count("\n") + 1 for _, draft in cells]
    most = max(lines, default=1)
    listed = [draft for count, (_, draft) in zip(lines, cells, strict=True) if count == most]
    if most < 2 or len(listed) < 2 or not any(map(_lists_periods, listed)):
        yield cells
        return
    for number in range(most):
        yield [(label, _part(draft, number) if draft in listed else draft) for label, draft in cells]


def _lists_periods(draft: Draft) -> bool:
    return all(_PERIOD.fullmatch(line) for line in draft.text.split("\n"))


def _part(draft: Draft, number: int) -> Draft:
    """One line of a draft."""
    lines = draft.text.split("\n")
    start = sum(len(line) + 1 for line in lines[:number])
    return draft.part(start, start + len(lines[number]))


def _leading(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts at the head of a cell that can stand as the lines of a row."""
    size = 0
    for index, draft in enumerate(drafts):
        size += draft.length
        plain = draft.kind is BlockKind.PARAGRAPH or (draft.kind is BlockKind.ITEM and draft.length <= _LONGEST_KEY)
        plain = plain and draft.kind is drafts[0].kind  # a list below words tells of what they name
        if not plain or index == _MOST_LINES or size > _LONGEST_CELL:
            return drafts[:index]
    return drafts


def emphasized(draft: Draft) -> Draft:
    """The draft, set in bold as a whole."""
    whole = Draft(draft.kind, draft.level)
    whole.append(draft, "")
    from kg.model import Inline

    whole.inlines.append(Inline(InlineKind.STRONG, 0, whole.length))
    return whole
