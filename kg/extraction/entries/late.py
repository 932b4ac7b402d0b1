"""Entries that end with what others begin with: a role in a heading, what was done, then the employer and the time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.entries.regions import Region
from kg.extraction.entries.rows import Row, suggestion
from kg.model import BlockKind

_WHAT = frozenset(("title", "degree"))


def closed(region: Region, owner: dict[int, int]) -> dict[int, int]:
    """The rows that head entries, with the row of each entry's head, dated names at the end of an entry added to it.

    They end the entry of the heading above where every such heading of the region is followed by one of them and
    nothing is told after it.
    """
    groups = _groups(owner)
    ends = _ends(region.rows, groups) if not region.strict else None
    if not ends:
        return owner
    heads = {group[0] for group in ends}
    found = dict(owner)
    size = max(len(group) for group in ends)
    for number, group in enumerate(groups):
        if group[0] in heads:
            found.update(dict.fromkeys(group, owner[groups[number - 1][0]]))
        elif _says(region.rows, group[:1]) & _WHAT and _is_head(region.rows[group[0]]):
            for index in group[1:-size]:
                del found[index]  # told between the head of the entry and its end
    return found


def _groups(owner: dict[int, int]) -> list[list[int]]:
    """The rows of each entry's header so far, in the order of the entries."""
    rows: dict[int, list[int]] = {}
    for index in sorted(owner):
        rows.setdefault(owner[index], []).append(index)
    return list(rows.values())


def _ends(rows: tuple[Row, ...], groups: Sequence[list[int]]) -> list[list[int]]:
    """The dated headers that end the entry above them; none where one of them may be an entry of its own."""
    found: list[list[int]] = []
    for number, (head, end) in enumerate(pairwise(groups)):
        if _dated(rows, head) or not _is_head(rows[head[0]]) or not _dated(rows, end):
            continue
        stop = groups[number + 2][0] if number + 2 < len(groups) else len(rows)
        if not (_completes(rows, head, end) and end[-1] + 1 == stop):
            return []
        found.append(end)
    return found


def _is_head(row: Row) -> bool:
    return row.line.block.kind is BlockKind.HEADING


def _dated(rows: tuple[Row, ...], group: Sequence[int]) -> bool:
    return any(rows[index].dates for index in group)


def _says(rows: tuple[Row, ...], group: Sequence[int]) -> set[str]:
    """What the pieces of some rows are, as far as they show it."""
    return {suggestion(piece.text) for index in group for piece in rows[index].pieces} - {""}


def _completes(rows: tuple[Row, ...], head: Sequence[int], end: Sequence[int]) -> bool:
    """Whether a heading names a role or degree and nothing else, and the header below it where that was, and when."""
    said, added = _says(rows, head), _says(rows, end)
    below = rows[head[0]].depth
    paragraphs = all(rows[at].line.block.kind is BlockKind.PARAGRAPH and rows[at].depth > below for at in end)
    named = any(rows[index].pieces for index in end)
    return paragraphs and named and bool(said) and said <= _WHAT and not added & _WHAT
