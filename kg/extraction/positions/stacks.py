"""Several roles in lines of their own above the one employer and time that all of them were held at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.extraction.clues import title_score
from kg.extraction.entries import Entry, Row
from kg.extraction.labelling import Fields, Value, value

_ROLE = 4.0
_FEWEST = 2


def stacked(entry: Entry, fields: Fields) -> Iterator[Value]:
    """The further roles of an entry that begins with lines which are roles alone, one above the other."""
    first = list(takewhile(_is_role, entry.rows))
    last = entry.rows[-1]
    if len(first) < _FEWEST or last in first or not fields.title or not fields.organization or not last.dates:
        return
    if any(row.line.block.kind is not last.line.block.kind for row in first):
        return
    named = last.line.span()
    if not named[0] <= fields.organization.spans[0][0] < named[1]:
        return
    for row in first:
        if row.pieces[0].span not in fields.title.spans:
            yield value(row.pieces[0])


def _is_role(row: Row) -> bool:
    """Whether a line without a time is nothing but a role."""
    alone = len(row.pieces) == 1 and not row.dates and not row.told
    return alone and title_score(row.pieces[0].text) >= _ROLE
