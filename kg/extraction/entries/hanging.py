"""Headers whose fields hang below them as list items: an employer in bold, then "- 2019 – 2021" and "- Engineer"."""

from __future__ import annotations

from kg.extraction.clues import is_place
from kg.extraction.dates import DateKind
from kg.extraction.entries.regions import Region
from kg.extraction.entries.rows import Row, suggestion
from kg.model import BlockKind

_MOST_ABOVE = 2
_MOST_BELOW = 2
_RANGES = (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)


def hanging(region: Region, dated: list[int]) -> dict[int, int]:
    """Items that are fields of the header above them, each with that header's row: the only dated one and its like."""
    if region.strict or (dated and _header_above(region.rows, dated[0]) is None and _is_item(region.rows[dated[0]])):
        return {}  # what stands below the first dated item is its own, and so for those that follow
    found: dict[int, int] = {}
    for anchor in dated:
        head = _header_above(region.rows, anchor)
        if head is not None and _dates_once(region.rows, head, anchor, dated) and _complete(region.rows, head, anchor):
            fields = [*range(head + 1, anchor + 1), *_fields_below(region.rows, head, anchor)]
            found.update(dict.fromkeys(fields, head))
    return found


def _header_above(rows: tuple[Row, ...], anchor: int) -> int | None:
    """The heading or paragraph right above the first items of a list, a dated one among them."""
    row = rows[anchor]
    if not _is_item(row) or row.line.block.labels or not _is_time(row):
        return None
    index = anchor - 1
    while index >= 0 and anchor - index <= _MOST_ABOVE and _is_field(rows[index], row):
        index -= 1
    if index < 0:
        return None
    head = rows[index]
    shallow = head.line.block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
    return index if shallow and head.is_header and not head.dates and not head.told and head.pieces else None


def _is_item(row: Row) -> bool:
    return row.line.block.kind is BlockKind.ITEM


def _is_time(row: Row) -> bool:
    """Whether a dated item says when, and where or for whom, rather than that something was done then."""
    others = [piece for piece in row.pieces if not is_place(piece.text)]
    return not others or (len(others) == 1 and any(match.kind in _RANGES for match in row.dates))


def _is_field(row: Row, like: Row) -> bool:
    """Whether an item beside another one holds nothing but a name, a role or a place, known or not."""
    same = _is_item(row) and row.depth == like.depth
    return same and row.is_header and not row.dates and 0 < len(row.pieces) <= _MOST_BELOW


def _says(row: Row) -> set[str]:
    """What the pieces of a row are, as far as each shows by itself."""
    return {"place" if is_place(piece.text) else suggestion(piece.text) for piece in row.pieces}


def _dates_once(rows: tuple[Row, ...], head: int, anchor: int, dated: list[int]) -> bool:
    """Whether no other item of the list below the header is dated: several would be roles held there."""
    for index in range(head + 1, len(rows)):
        if not _is_item(rows[index]):
            return True
        if index != anchor and index in dated and rows[index].depth == rows[anchor].depth:
            return False
    return True


def _complete(rows: tuple[Row, ...], head: int, anchor: int) -> bool:
    """Whether header and items say more together than the dated item does alone."""
    return not {"title", "organization"} <= _says(rows[anchor]) and bool(_says(rows[head]) - {"place"})


def _fields_below(rows: tuple[Row, ...], head: int, anchor: int) -> list[int]:
    """The items right below the dated one that name what the header has not named yet."""
    known = set[str]().union(*(_says(row) for row in rows[head : anchor + 1])) - {""}
    found: list[int] = []
    for index in range(anchor + 1, min(anchor + 1 + _MOST_BELOW, len(rows))):
        if not _is_field(rows[index], rows[anchor]) or not (said := _says(rows[index]) - {""}) or said & known:
            break
        known |= said
        found.append(index)
    return found
