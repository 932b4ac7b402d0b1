"""Which header rows above and below an anchor belong to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from kg.extraction.clues import (
    degrees,
    is_area,
    is_place,
    is_place_code,
    is_school,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.entries.regions import Region
from kg.extraction.entries.rows import Row, clue_strength, suggestion
from kg.extraction.keys import ASIDE
from kg.extraction.outline import SectionKind
from kg.extraction.words import key
from kg.gazetteers import skills
from kg.model import BlockKind

_MOST_HEADER_LINES = 3
_SURE = 2.5
_WHOLE_NAME = 3.5


def reach_up(region: Region, heads: list[int], others: set[int]) -> dict[int, list[int]]:
    """For each anchor the header rows above it that belong to it and are none of `others`, by the region's habit."""
    rows = region.rows
    taken = {*heads, *others}
    runs: dict[int, list[int]] = {}
    clean: dict[BlockKind, Counter[int]] = defaultdict(Counter)
    full: set[int] = set()  # the anchors that everything down from the one before could join
    for anchor in heads:
        above: list[int] = []
        index = anchor - 1
        while (
            index >= 0
            and index not in taken
            and _can_join(rows[index], rows[anchor])
            and not (rows[index].line.block.kind is BlockKind.ITEM and _heads_its_block(rows, anchor))
            and not _ends_list(rows, index, anchor)
            and len(above) < 2 * _MOST_HEADER_LINES
        ):
            if above and _begins_another(rows, index, [anchor, *above]):
                break
            above.append(index)
            index -= 1
            if rows[index + 1].line.block.kind is BlockKind.HEADING and len(above) > 1:
                break
            if rows[index + 1].line.block.kind is BlockKind.ITEM and rows[anchor].line.block.kind is not BlockKind.ITEM:
                break
        if rows[anchor].line.block.kind is BlockKind.HEADING:
            above = _headings_above(region, anchor, above)
        if index in taken:
            full.add(anchor)
        if above and rows[above[-1]].line.block.kind is not BlockKind.HEADING:
            above = above[:_MOST_HEADER_LINES]
        runs[anchor] = above
        if index < 0 or index not in taken:
            clean[rows[anchor].line.block.kind][len(above)] += 1
    habits = {kind: max(sizes, key=lambda size: (sizes[size], -size)) for kind, sizes in clean.items()}
    first = heads[0] if heads else None
    for anchor, above in runs.items():
        previous = anchor - len(above) - 1
        kind = rows[anchor].line.block.kind
        crowded = previous in taken or (anchor in full and kind is BlockKind.ROW)
        limit = len(above) if not crowded or anchor == first else min(habits.get(kind, 0), len(above))
        if crowded and above:
            blocks = [index for index in above if rows[index].line.block is rows[anchor].line.block]
            if blocks and rows[previous].line.block is not rows[anchor].line.block:
                limit = len(blocks)
        headings = [size for size, index in enumerate(above, 1) if rows[index].line.block.kind is BlockKind.HEADING]
        runs[anchor] = above[: max([limit, *headings])]
    return runs


def _ends_list(rows: tuple[Row, ...], index: int, anchor: int) -> bool:
    """Whether an item right above a dated line that is none ends a list: what the entry before it tells."""
    row, above = rows[index], rows[index - 1] if index else None
    if row.line.block.kind is not BlockKind.ITEM or rows[anchor].line.block.kind is BlockKind.ITEM or above is None:
        return False
    return above.line.block.kind is BlockKind.ITEM and above.depth == row.depth and not above.is_anchor


def _begins_another(rows: tuple[Row, ...], index: int, header: list[int]) -> bool:
    """Whether the paragraph that ends at a row tells of a degree, as the one below it does that the header is of."""
    if rows[index].line.block is rows[header[-1]].line.block or rows[index].line.block.kind is not BlockKind.PARAGRAPH:
        return False
    below = any(names_degree(rows[other]) for other in header)
    block = rows[index].line.block
    return below and any(names_degree(row) for row in rows[max(index - 2, 0) : index + 1] if row.line.block is block)


def names_degree(row: Row) -> bool:
    """Whether a piece of a row is a degree, not the code of a state after a town: "Boston, MA"."""
    places = [
        index and is_place(row.pieces[index - 1].text) and is_place_code(p.text) for index, p in enumerate(row.pieces)
    ]
    named = (piece for piece, place in zip(row.pieces, places, strict=True) if not place)
    return any(suggestion(piece.text) == "degree" for piece in named)


def tells_study(row: Row) -> bool:
    """Whether a line names a degree and after it the school: "BSc in Botany, Example University"."""
    degree = next((piece for piece in row.pieces if not piece.inner and suggestion(piece.text) == "degree"), None)
    return degree is not None and any(is_school(p.text) and p.start > degree.start for p in row.pieces if not p.inner)


def names_school_first(row: Row) -> bool:
    """Whether a line among studies begins with where they were: "Example University (EU), Norway"."""
    first = next((piece.text for piece in row.pieces if not piece.inner and not is_place(piece.text)), "")
    return is_school(first) and organization_score(first) >= _WHOLE_NAME and not degrees(first)


def names_pair(row: Row) -> bool:
    """Whether a row is a role and one name that can be nothing but where it was held: "Member - Example"."""
    said = [piece.text for piece in row.pieces if not piece.inner]
    if len(said) != 2 or title_score(said[0]) < 3 or organization_score(said[1]) < 1 or title_score(said[1]) >= 2:
        return False
    other = is_place(said[1]) or is_unit(said[1]) or is_area(said[1]) or skills().find(said[1]) is not None
    return not other and row.pieces[0].chunk != row.pieces[-1].chunk


def _groups_pairs(head: Row, row: Row) -> bool:
    """Whether a heading that names neither role nor organization only groups items that name both."""
    return (
        head.line.block.kind is BlockKind.HEADING
        and not any(suggestion(p.text) for p in head.pieces)
        and names_pair(row)
    )


def _headings_above(region: Region, anchor: int, above: list[int]) -> list[int]:
    """The headings right above a dated one that are one header with it: two where it is nothing but a date."""
    if region.rows[anchor].pieces:
        return above[:1] if _is_alone(region, anchor, above) else []
    labels: set[str] = set()
    for size, index in enumerate(above[:2], 1):
        said = {suggestion(piece.text) for piece in region.rows[index].pieces} - {""}
        if said & labels:
            return above[: size - 1]
        labels |= said
    return above[:2]


def _is_alone(region: Region, anchor: int, above: list[int]) -> bool:
    """Whether a dated heading is the only one under the heading above it: then the two are one header."""
    if not above:
        return False
    rows = region.rows
    for row in rows[anchor + 1 :]:
        if row.line.block.kind is BlockKind.HEADING and not row.told:
            if row.depth <= rows[above[0]].depth:
                return True
            if row.depth == rows[anchor].depth:
                return False
    return True


def _can_join(row: Row, anchor: Row) -> bool:
    """Whether an undated row above an anchor can be part of the same header."""
    if row.role == ASIDE and row.line.block is anchor.line.block and row.line.block.kind is BlockKind.PARAGRAPH:
        return True  # the advisor or place told in the line of the time, below the heading that both belong to
    if not row.is_header or row.told:
        return False
    if anchor.line.block.kind is BlockKind.HEADING:
        return row.line.block.kind is BlockKind.HEADING and row.depth < anchor.depth + (not anchor.pieces)
    if row.line.block is anchor.line.block:
        return True
    if row.line.block.labels and row.line.block.kind is not BlockKind.ROW:  # a record without a time is whole, too
        return False
    if anchor.line.block.kind is BlockKind.ITEM:
        beside = row.line.block.kind is BlockKind.ITEM and row.depth == anchor.depth
        return beside and (not anchor.pieces or _is_role_of(row, anchor))
    if row.line.block.kind is BlockKind.ITEM:
        near = row.line.index == anchor.line.index - 1 and not _has_roles(row, anchor)
        return near and any(clue_strength(piece.text) >= 2 for piece in row.pieces)
    return row.depth <= anchor.depth


def _is_role_of(row: Row, anchor: Row) -> bool:
    """Whether an item is a role and nothing else, and the dated one below it names where, and no role."""
    said = [piece.text for piece in row.pieces if not piece.inner]
    if len(said) != 1 or title_score(said[0]) < 3 or degrees(said[0]) or row.dates:
        return False
    lead = anchor.pieces[0].text
    return organization_score(lead) >= 1 and not any(title_score(p.text) >= 3 or degrees(p.text) for p in anchor.pieces)


def _has_roles(*rows: Row) -> bool:
    """Whether each of the rows names a role: then no two of them are one header."""
    return all(any(title_score(piece.text) >= 3 for piece in row.pieces) for row in rows)


def _heads_its_block(rows: tuple[Row, ...], anchor: int) -> bool:
    """Whether a time stands alone in the first line of a paragraph whose next line names what it dates."""
    row, below = rows[anchor], rows[anchor + 1] if anchor + 1 < len(rows) else None
    if row.pieces or row.line.block.kind is not BlockKind.PARAGRAPH or below is None or not below.is_header:
        return False
    return below.line.block is row.line.block and any(clue_strength(piece.text) >= _SURE for piece in below.pieces)


def _stands_under_heading(rows: tuple[Row, ...], anchor: int) -> bool:
    """Whether a heading stands right under one of higher rank, as roles do under their employer's."""
    if not anchor or rows[anchor].line.block.kind is not BlockKind.HEADING:
        return False
    between = 1  # at most one line, the place of the employer, parts the two
    above = rows[anchor - between]
    if above.line.block.kind is BlockKind.PARAGRAPH and above.is_header and anchor > between:
        above = rows[anchor - between - 1]
    return above.line.block.kind is BlockKind.HEADING and above.depth < rows[anchor].depth


def _employer_score(region: Region, anchor: int, owner: dict[int, int]) -> float:
    """How sure the header so far names the employer beside a role, 0 where it lacks one of the two."""
    mine = [region.rows[index] for index in range(max(anchor - _MOST_HEADER_LINES, 0), anchor + 1)]
    header = [row for index, row in enumerate(mine, max(anchor - _MOST_HEADER_LINES, 0)) if owner.get(index) == anchor]
    said = [piece.text for row in header for piece in row.pieces if not piece.inner]
    roles = [text for text in said if title_score(text) >= 3]
    names = [text for text in said if text not in roles and not (is_place(text) or is_unit(text) or is_area(text))]
    score = max(map(organization_score, names), default=0.0)
    return score if roles and score >= 1 else 0.0


def _adds_nothing(region: Region, anchor: int, owner: dict[int, int], row: Row) -> bool:
    """Whether a line below a header that tells role, employer and time only goes on to tell what was done there."""
    if row.line.block.kind is BlockKind.HEADING or row.line.block is region.rows[anchor].line.block:
        return False
    if row.key and key(row.key[0].strip()) in word_set("keys", "clients"):
        return _employer_score(region, anchor, owner) > 0  # whom the employer worked for
    if row.key or not row.pieces or all(is_place(piece.text) or is_unit(piece.text) for piece in row.pieces):
        return False
    known = _employer_score(region, anchor, owner)
    if known > 0 and row.line.text.rstrip(" *_").endswith(":"):
        return True  # the label of what stands below it
    lead = row.pieces[0].text
    surer = organization_score(lead) >= _SURE and skills().find(lead) is None and title_score(lead) < _SURE
    return known > 0 and not (surer and organization_score(lead) > known)


def _tells_of_another(head: Row, item: Row) -> bool:
    """Whether a header names a school or employer, and an item below it a role with an employer of its own."""
    held = any(piece.marked and organization_score(piece.text) >= 2.5 for piece in item.pieces)
    roles = held and any(title_score(piece.text) >= 3 for piece in item.pieces)
    return roles and any(organization_score(piece.text) >= 2.5 for piece in head.pieces)


def _is_role_alone(row: Row) -> bool:
    return row.line.block.kind is BlockKind.PARAGRAPH and title_score(row.line.text) >= 3


def _role_leads(rows: tuple[Row, ...]) -> bool:
    """Whether the first item that is dated stands below a paragraph that names a role: then such head their items."""
    items = (index for index, row in enumerate(rows) if row.is_anchor and row.line.block.kind is BlockKind.ITEM)
    first = next(items, 0)
    return first > 0 and _is_role_alone(rows[first - 1])


def reach_down(region: Region, anchor: int, owner: dict[int, int]) -> Iterator[int]:
    """The header rows right below an anchor that belong to its header."""
    rows = region.rows
    head = rows[anchor]
    for index in range(anchor + 1, min(anchor + 1 + _MOST_HEADER_LINES, len(rows))):
        row = rows[index]
        if row.role == ASIDE and row.line.block is head.line.block:
            continue  # the advisor, told between the degree and the school
        if index in owner or not row.is_header or (row.is_anchor and row.role != "dates"):
            return
        if (
            region.kind is SectionKind.EDUCATION
            and not head.dates
            and names_school_first(row)
            and names_school_first(head)
        ):
            return  # schools in a list, one a line
        if row.line.block is head.line.block:
            if tells_study(row) and tells_study(head):
                return  # the next study, one a line
            yield index
            continue
        same_kind = row.line.block.kind is head.line.block.kind and row.depth == head.depth
        if row.line.block.kind is BlockKind.ITEM:
            if (
                row.depth <= head.depth
                or index > anchor + 2
                or _employer_score(region, anchor, owner) > 0
                or _tells_of_another(head, row)
                or _stands_under_heading(rows, anchor)
                or _groups_pairs(head, row)
                or not any(clue_strength(piece.text) >= 2.5 for piece in row.pieces)
            ):
                return
        elif head.line.block.kind is BlockKind.ITEM and not head.pieces:
            named_below = bool(row.pieces) and clue_strength(row.pieces[0].text) >= 1
            if row.line.block.kind is not BlockKind.PARAGRAPH or not named_below:
                return
        elif head.line.block.kind is BlockKind.ITEM:
            named = {suggestion(piece.text) for piece in head.pieces}
            if "title" in named or not _is_role_alone(row) or _role_leads(rows):
                return
        elif (
            _adds_nothing(region, anchor, owner, row)
            or (row.line.block.kind is BlockKind.HEADING and (row.depth <= head.depth or index > anchor + 1))
            or (not same_kind and row.line.block.kind is BlockKind.ROW)
        ):
            return
        yield index
