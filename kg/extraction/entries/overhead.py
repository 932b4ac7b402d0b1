"""Employers in paragraphs above headings: a name and its time, then in each heading below a role held there."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.clues import degrees, is_place, is_place_code, is_proper_name, shows_period, title_score
from kg.extraction.entries.rows import Row
from kg.model import BlockKind

_ROLE = 3.0
_MOST_LINES = 3
_MOST_NAMES = 2


def with_employers(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, paragraphs that name an employer and its time right above headings of roles ranked over those.

    Only where such a paragraph comes before any heading: elsewhere it belongs to the heading above it.
    """
    first = next((index for index, row in enumerate(rows) if _is_heading(row)), 0)
    if not first or not _group(rows, first):
        return rows
    over: dict[int, int] = {}
    for index, row in enumerate(rows):
        if not _is_heading(row) or not index:
            continue
        group = _group(rows, index)
        if not group and rows[index - 1].is_anchor and not _is_heading(rows[index - 1]):
            return rows  # what it dates may be the heading above, and so for the others
        over.update(dict.fromkeys(group, row.depth))
    return tuple(replace(row, depth=over[at] - 1) if at in over else row for at, row in enumerate(rows))


def _is_heading(row: Row) -> bool:
    return row.line.block.kind is BlockKind.HEADING and not row.told


def _group(rows: tuple[Row, ...], heading: int) -> range:
    """The lines right above a heading that tell an employer and its time, where the heading names a role alone."""
    if not _names_role_alone(rows[heading]):
        return range(0)
    begin = heading
    while begin and heading - begin < _MOST_LINES and _may_tell(rows[begin - 1]):
        begin -= 1
    while begin < heading and not _named(rows[begin]):
        begin += 1  # what ends the entry above
    group = rows[begin:heading]
    names = [name for row in group for name in _named(row)]
    dated = sum(shows_period(row.line.text) for row in group)
    return range(begin, heading) if 0 < len(names) <= _MOST_NAMES and dated == 1 else range(0)


def _names_role_alone(row: Row) -> bool:
    said = [piece.text for piece in row.pieces if not is_place(piece.text)]
    return bool(said) and all(title_score(text) >= _ROLE for text in said)


def _may_tell(row: Row) -> bool:
    """Whether a line is a paragraph of names, places and times, no role or degree among them."""
    if row.told or row.key or not row.is_header or row.line.block.kind is not BlockKind.PARAGRAPH:
        return False
    said = [piece.text for piece in row.pieces if not is_place_code(piece.text)]  # "Boston, MA" is no degree
    return not any(title_score(text) >= _ROLE or degrees(text) for text in said)


def _named(row: Row) -> list[str]:
    said = (piece.text for piece in row.pieces if not (is_place(piece.text) or is_place_code(piece.text)))
    return [text for text in said if is_proper_name(text)]
