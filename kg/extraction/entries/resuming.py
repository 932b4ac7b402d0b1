"""Where a list of entries goes on below a part of one of them, with no heading between: the next header is plain."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.clues import is_place, is_proper_name, title_score
from kg.extraction.dates import DateKind, may_hold
from kg.extraction.entries.rows import Row, row_of
from kg.extraction.outline import Line, Outline
from kg.model import BlockKind

_ROLE = 3.0
_MOST_AROUND = 2
_RANGES = (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)


def resumption(outline: Outline, lines: Sequence[Line]) -> int | None:
    """The first line of a header in paragraphs that names a role, an employer and a range of time; None for none."""
    for index, line in enumerate(lines):
        if line.block.kind is BlockKind.PARAGRAPH and may_hold(line.text):
            row = row_of(outline, line, told=False)
            if row.is_anchor and any(match.kind in _RANGES for match in row.dates):
                begin = _begin(outline, lines, index)
                if begin is not None:
                    return begin
    return None


def _begin(outline: Outline, lines: Sequence[Line], anchor: int) -> int | None:
    """Where the header with a dated line begins, None where its lines do not name both a role and an employer."""
    around = range(max(anchor - _MOST_AROUND, 0), min(anchor + _MOST_AROUND + 1, len(lines)))
    rows = {index: row_of(outline, lines[index], told=False) for index in around}
    first = last = anchor
    while first - 1 in rows and _may_head(rows[first - 1]):
        first -= 1
    while last + 1 in rows and _may_head(rows[last + 1]):
        last += 1
    said = [piece.text for index in range(first, last + 1) for piece in rows[index].pieces]
    roles = [text for text in said if title_score(text) >= _ROLE]
    names = [text for text in said if text not in roles and is_proper_name(text) and not is_place(text)]
    return first if roles and names else None


def _may_head(row: Row) -> bool:
    """Whether a line beside a dated one may be part of its header: a short paragraph without a time of its own."""
    return row.line.block.kind is BlockKind.PARAGRAPH and row.is_header and not row.dates
