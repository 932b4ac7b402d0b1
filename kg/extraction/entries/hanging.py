"""Headers whose fields hang below them as list items: an employer in bold, then "- 2019 – 2021" and "- Engineer"."""

from __future__ import annotations

from kg.extraction.clues import is_place
from kg.extraction.dates import DateKind
from kg.extraction.entries.regions import Region
from kg.extraction.entries.rows import Row, suggestion
from kg.model import BlockKind

_MOST_ABOVE = 2
_MOST_BELOW = 2
_HEADS = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_RANGES = (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)


def hanging(region: Region, dated: list[int]) -> dict[int, int]:
    """Items that are fields of the header above them, each with that header's row: the only dated one and its like."""
    items = [] if region.strict else [anchor for anchor in dated if is_item(region.rows[anchor])]
    if not items or _header_above(region.rows, items[0]) is None:
        return {}  # what stands below the first dated item is its own, and so for those that follow
    found: dict[int, int] = {}
    for anchor in items:
        head = _header_above(region.rows, anchor)
        if head is None or not _is_field_of(region.rows[anchor], region.rows[head]):
            continue
        if _dates_once(region.rows, head, anchor, dated) and _complete(region.rows, head, anchor):
            fields = [*range(head + 1, anchor + 1), *_fields_below(region.rows, head, anchor)]
            found.update(dict.fromkeys(fields, head))
    return found


def _header_above(rows: tuple[Row, ...], anchor: int) -> int | None:
    """The heading, paragraph or item right above the first items of a list, a dated one among them."""
    row = rows[anchor]
    if not is_item(row) or row.line.block.labels:
        return None
    index = anchor - 1
    while index >= 0 and anchor - index <= _MOST_ABOVE and _is_field(rows[index], row):
        index -= 1
    if index < 0:
        return None
    head = rows[index]
    if not (is_item(head) and head.depth < row.depth) and head.line.block.kind not in _HEADS:
        return None
    return index if head.is_header and not head.dates and not head.told and head.pieces else None


def _is_field_of(row: Row, head: Row) -> bool:
    """Whether a dated item tells when, or where and when, what the header above it names."""
    return _is_time(row) or _is_stay(row, head) or _is_study(row, head)


def is_item(row: Row) -> bool:
    """Whether a row is an item of a list."""
    return row.line.block.kind is BlockKind.ITEM


def _is_time(row: Row) -> bool:
    """Whether a dated item says when, and where or for whom, rather than that something was done then."""
    others = [piece for piece in row.pieces if not is_place(piece.text)]
    return not others or (len(others) == 1 and _is_ranged(row))


def _is_stay(row: Row, head: Row) -> bool:
    """Whether a dated item tells for whom and how long a role above it was held: the employer and a part of it."""
    said = _says(row)
    few = sum(not is_place(piece.text) for piece in row.pieces) <= _MOST_BELOW
    return few and _is_ranged(row) and "title" in _says(head) and "organization" in said and "title" not in said


def _is_ranged(row: Row) -> bool:
    return any(match.kind in _RANGES for match in row.dates)


def _is_study(row: Row, head: Row) -> bool:
    """Whether a dated item tells of the school that a degree above it is from, or of the degree from a school."""
    said = [_says(one) for one in (head, row)]
    few = sum(not is_place(piece.text) for piece in row.pieces) <= _MOST_BELOW
    return few and sum("degree" in one for one in said) == 1 and not any("title" in one for one in said)


def _is_field(row: Row, like: Row) -> bool:
    """Whether an item beside another one holds nothing but a name, a role or a place, known or not."""
    same = is_item(row) and row.depth == like.depth
    return same and row.is_header and not row.dates and 0 < len(row.pieces) <= _MOST_BELOW


def _says(row: Row) -> set[str]:
    """What the pieces of a row are, as far as each shows by itself."""
    return {"place" if is_place(piece.text) else suggestion(piece.text) for piece in row.pieces}


def _dates_once(rows: tuple[Row, ...], head: int, anchor: int, dated: list[int]) -> bool:
    """Whether no other item below the header is dated but by the way, as a prize is: several would be roles there."""
    for index in range(head + 1, len(rows)):
        if not is_item(rows[index]) or rows[index].depth <= rows[head].depth < rows[anchor].depth:
            return True
        beside = index != anchor and index in dated and rows[index].depth == rows[anchor].depth
        if beside and (_is_ranged(rows[index]) or _says(rows[index]) - {"", "place"}):
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
