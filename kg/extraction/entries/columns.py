"""Times that run down the first column of a table: "Sept 2010 –" in one row, "May 2014" in the row below."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extraction.clues import is_sentence
from kg.extraction.dates import DateKind, DateMatch, find
from kg.extraction.dates.lexicon import fold, lexicon
from kg.extraction.entries.rows import Row, suggestion
from kg.model import BlockKind

_DASH = re.compile(r"\s*[-–—]$")
_WHOLE = (DateKind.RANGE, DateKind.OPEN)
_LONGEST_END = 20


def with_ends(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, a time told whole where it begins if its end is in the row below, or below a row with "to" alone."""
    found: list[Row] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        begun = _DASH.sub("", _first(row))
        joint = index + 1 < len(rows) and _is_joint(rows[index + 1])
        below = index + 1 + joint
        ends = below < len(rows) and (joint or (begun != _first(row) and not _is_next(row, rows[below])))
        if ends and (match := _whole(row, begun, rows[below])):
            found += (replace(row, dates=(match, *row.dates[1:])), replace(rows[below], ends=True))
            index = below + 1
        else:
            found.append(row)
            index += 1
    return tuple(found)


def _first(row: Row) -> str:
    """What stands in the first cell of a table's row; nothing for a row of one cell."""
    cells = row.line.cells if row.line.block.kind in (BlockKind.ROW, BlockKind.PAIR) else ()
    return row.line.text[slice(*cells[0])].strip() if len(cells) > 1 else ""


def _is_joint(row: Row) -> bool:
    """Whether nothing but "to" or a dash stands in a row."""
    said = row.line.text.strip()
    return said in ("-", "–", "—") or "to" in lexicon().roles.get(fold(said), ())


def _is_next(row: Row, below: Row) -> bool:
    """Whether the row below another names what that one has named already, and so is the next entry."""
    if is_sentence(below.line.text[below.line.cells[0][1] :] if below.line.cells else below.line.text):
        return False
    said, more = ({suggestion(piece.text) for piece in one.pieces} - {""} for one in (row, below))
    return bool(said & more)


def _whole(row: Row, begun: str, below: Row) -> DateMatch | None:
    """The time that begins in the first cell of a row and ends in that of the row below."""
    end = _first(below)
    if not row.dates or not end or max(len(begun), len(end)) > _LONGEST_END:
        return None
    first, both = row.dates[0], find(f"{begun} – {end}")
    if row.line.text[: first.start].strip() or first.end > row.line.cells[0][1]:
        return None
    if len(both) != 1 or (both[0].start, both[0].end) != (0, len(begun) + 3 + len(end)) or both[0].kind not in _WHOLE:
        return None
    return replace(first, period=both[0].period, kind=both[0].kind)
