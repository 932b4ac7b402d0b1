"""Grouping the rows of a region into entries, one anchor each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extraction.clues import degrees, employment, is_place, is_school, is_unit, organization_score
from kg.extraction.clues.lexica import word_set
from kg.extraction.dates import DateKind, DateMatch
from kg.extraction.entries.hanging import hanging, is_item
from kg.extraction.entries.late import closed
from kg.extraction.entries.reaching import (
    names_degree,
    names_pair,
    names_school_first,
    reach_down,
    reach_up,
    tells_study,
)
from kg.extraction.entries.regions import Region
from kg.extraction.entries.rows import Row, clue_strength, suggestion
from kg.extraction.keys import KEYED, side
from kg.extraction.lazy import lazy
from kg.extraction.outline import ENTRY_KINDS, SectionKind
from kg.extraction.words import tokens
from kg.model import BlockKind

_MOST_REMARKS = 2  # lines between an employer and the list of roles there
_LONGEST_ITEM = 5  # lines of one item that may all be its header
_SURE = 3.5
_CLUE = 2.0


@dataclass
class Entry:
    """One entry: its header rows (dates among them), the rows that tell of it, and the header it stands under."""

    rows: list[Row]
    kind: SectionKind
    body: list[Row] = field(default_factory=list)
    parent: Entry | None = None
    study: bool | None = None  # whether it tells of studies, once that is judged

    @property
    def dates(self) -> tuple[tuple[Row, DateMatch], ...]:
        """The dates of the header with the row of each."""
        return tuple((row, match) for row in self.rows for match in row.dates)

    @lazy
    def scope(self) -> tuple[tuple[int, int], ...]:
        """The spans of content that tell of the entry."""
        return tuple(row.line.span() for row in (*self.rows, *self.body))


def entries(region: Region) -> tuple[Entry, ...]:
    """The entries of a region in order."""
    rows = region.rows
    dated = list(_one_a_record(region, _dated_heads(rows)))
    studied = region.kind is SectionKind.EDUCATION
    if studied:
        dated = [anchor for anchor in dated if not (is_item(rows[anchor]) and _names_prize(rows[anchor]))]
    hung = hanging(region, dated)
    dated = sorted({hung.get(anchor, anchor) for anchor in dated})
    owner = {**{anchor: anchor for anchor in dated}, **hung}
    for anchor, above in reach_up(region, [] if _dates_lead(rows, dated) else dated, set(hung)).items():
        if not (studied and _names_prize(rows[anchor])):
            owner.update(dict.fromkeys(above, anchor))
    undated = list(_undated_heads(region, dated, owner))
    for anchor, head in _leading_dates(region, dated, owner, undated).items():
        owner[anchor] = head
    for anchor, head in _late_dates(region, dated, owner, undated).items():
        owner[anchor] = head
    heads = sorted({*(anchor for anchor in dated if owner[anchor] == anchor), *undated})
    owner.update({head: head for head in heads})
    owner.update(_courses_above(region, undated, owner))
    for anchor in heads:
        for index in reach_down(region, anchor, owner):
            owner[index] = anchor
    owner.update(_rest_of_records(region, owner))
    if undated and dated:
        owner = closed(region, owner)
    found: dict[int, Entry] = {}
    for index in sorted(owner):
        found.setdefault(owner[index], Entry([], region.kind)).rows.append(rows[index])
    kept = {anchor: entry for anchor, entry in found.items() if not region.strict or _says_enough(entry)}
    owner = {index: anchor for index, anchor in owner.items() if anchor in kept}
    return _nest(region, kept, owner)


def _courses_above(region: Region, undated: list[int], owner: dict[int, int]) -> Iterator[tuple[int, int]]:
    """For each school that a line of its own tells without a time the line above it: what was studied there."""
    rows = region.rows
    if region.kind is not SectionKind.EDUCATION:
        return
    leads = len(undated) > 1 and bool(rows) and _names_degree_alone(rows[0])  # then every study begins so
    for head in undated:
        above = rows[head - 1] if head and head - 1 not in owner else None
        if above is None or not above.is_header or not _names_school_alone(rows[head]):
            continue
        if above.line.block is rows[head].line.block or (leads and _names_degree_alone(above)):
            yield head - 1, head


def _names_prize(row: Row) -> bool:
    """Whether a line among studies only dates a prize won there: "Honor: Example Award (2022)"."""
    if not row.pieces or row.line.block.kind is BlockKind.HEADING:
        return False
    if any(match.kind is not DateKind.POINT for match in row.dates) or degrees(row.line.text):
        return False
    prizes = word_set("awards", "telling") | {"honor", "honors", "honour", "honours", "list"}  # "Dean's List, 2012"
    lead = [tokens(piece.text) for piece in row.pieces[:2]]
    return any(name and not prizes.isdisjoint((name[0].key, name[-1].key)) for name in lead) and not any(
        is_school(p.text) for p in row.pieces
    )


def _one_a_record(region: Region, dated: list[int]) -> Iterator[int]:
    """The anchors, of those in one record only the first."""
    seen: set[int] = set()
    for index in dated:
        block = region.rows[index].line.block
        if not block.labels or id(block) not in seen:
            seen.add(id(block))
            yield index


def _rest_of_records(region: Region, owner: dict[int, int]) -> dict[int, int]:
    """The lines of each record, with the one of them that heads an entry."""
    heads = {id(region.rows[head].line.block): head for head in owner.values() if region.rows[head].line.block.labels}
    return {
        index: heads[id(row.line.block)]
        for index, row in enumerate(region.rows)
        if row.line.block.labels and id(row.line.block) in heads
    }


def _dates_lead(rows: tuple[Row, ...], dated: list[int]) -> bool:
    """Whether every date stands alone right above a heading, from before the first heading on."""
    headings = [row.line.block.kind is BlockKind.HEADING for row in rows]
    return (
        bool(dated)
        and not any(headings[: dated[0]])
        and all(not rows[anchor].pieces and _heading_below(rows, anchor) is not None for anchor in dated)
    )


def _heading_below(rows: tuple[Row, ...], anchor: int) -> int | None:
    """The heading right below a date, or below the place that stands under the date."""
    for index in range(anchor + 1, min(anchor + 3, len(rows))):
        if rows[index].line.block.kind is BlockKind.HEADING:
            return index
        if rows[index].dates or not rows[index].pieces or not all(is_place(piece.text) for piece in rows[index].pieces):
            return None
    return None


def _leading_dates(region: Region, dated: list[int], owner: dict[int, int], undated: list[int]) -> dict[int, int]:
    """The heading right below each date that stands alone, where the first such date comes before any heading."""
    rows, free = region.rows, set(undated)
    joined = {head for index, head in owner.items() if head != index}
    alone = [anchor for anchor in dated if anchor not in joined and not rows[anchor].pieces]
    if not alone or not undated or alone[0] > undated[0]:
        return {}
    below = {anchor: _heading_below(rows, anchor) for anchor in alone}
    return {
        index: head
        for anchor, head in below.items()
        if head is not None and head in free
        for index in range(anchor, head)
    }


def _dated_heads(rows: tuple[Row, ...]) -> list[int]:
    """The dated rows that begin entries; an item deeper than others of them must name a role, a school or the like."""
    dated = [
        index
        for index, row in enumerate(rows)
        if row.is_anchor
        and not _tells_more(rows, index)
        and not (index and _side(row) == "end" and _side(rows[index - 1]) == "start")
    ]
    shallow = min((rows[index].depth for index in dated), default=0)
    return [
        index
        for index in dated
        if rows[index].line.block.kind is not BlockKind.ITEM
        or rows[index].depth == shallow
        or not rows[index].pieces
        or rows[index].is_dated_in_column
        or any(clue_strength(piece.text) >= 3 for piece in rows[index].pieces)
    ]


def _tells_more(rows: tuple[Row, ...], index: int) -> bool:
    """Whether a paragraph right below a dated heading only tells more of its time: "Begun in May 2016, part-time"."""
    row, above = rows[index], rows[index - 1] if index else None
    if above is None or not above.is_anchor or above.line.block.kind is not BlockKind.HEADING:
        return False
    if row.line.block.kind is not BlockKind.PARAGRAPH or not row.pieces or row.key:
        return False
    headed = any(suggestion(piece.text) in ("title", "degree") for piece in above.pieces)
    return headed and not any(clue_strength(piece.text) >= _CLUE for piece in row.pieces)


def _side(row: Row) -> str | None:
    """Which end of a time the row's key names."""
    return side(row.key[0]) if row.key else None


def _heads_items(region: Region, index: int, dated: list[int]) -> bool:
    """Whether a paragraph names an organization or a role, and items right below it the roles or employers."""
    row = region.rows[index]
    first = _past_remarks(region.rows, index + 1)
    below = region.rows[first] if first < len(region.rows) else None
    if below is None or below.line.block.kind is not BlockKind.ITEM or first not in dated or not row.pieces:
        return False
    if not below.pieces or _tells_where(row):
        return False  # the date of the next entry, or where the employer above is
    named = {suggestion(piece.text) for piece in row.pieces}
    if named == {"title"}:
        return all(suggestion(piece.text) != "title" for piece in below.pieces)
    return "title" not in named and organization_score(row.pieces[0].text) >= 1


def _past_remarks(rows: tuple[Row, ...], index: int) -> int:
    """The first of the rows from an index on that does not only tell of a name above it where or what it is."""
    last = min(index + _MOST_REMARKS, len(rows))
    while index < last and _remarks(rows[index]):
        index += 1
    return index


def _remarks(row: Row) -> bool:
    """Whether a paragraph without a time is nothing but a place or a sentence."""
    if row.line.block.kind is not BlockKind.PARAGRAPH or row.dates or row.told:
        return False
    return _tells_where(row) or not row.is_header or row.line.text.rstrip(" *_").endswith(".")


def _tells_where(row: Row) -> bool:
    """Whether a row is nothing but a place or a manner of work: "Leeds, UK", "Remote"."""
    return bool(row.pieces) and all(is_place(piece.text) or employment(piece.text) for piece in row.pieces)


def _dates_follow(region: Region, index: int, dated: list[int]) -> bool:
    """Whether deeper rows right below a row are dated."""
    depth = region.rows[index].depth
    for below in range(index + 1, min(index + 5, len(region.rows))):
        if region.rows[below].depth <= depth:
            return False
        if below in dated:
            return True
    return False


def _late_dates(region: Region, dated: list[int], owner: dict[int, int], undated: list[int]) -> dict[int, int]:
    """The heading that each date belongs to which stands alone below what the heading's entry tells."""
    found: dict[int, int] = {}
    free = set(undated)
    joined = {head for index, head in owner.items() if head != index}
    for anchor in dated:
        row = region.rows[anchor]
        if anchor in joined or row.pieces or owner[anchor] != anchor:
            continue
        head = next((index for index in range(anchor - 1, -1, -1) if index in owner or index in free), None)
        if head in free and head not in found.values() and region.rows[head].line.block.kind is BlockKind.HEADING:
            found[anchor] = head
    return found


def _undated_heads(region: Region, dated: list[int], owner: dict[int, int]) -> Iterator[int]:
    """The undated header rows that begin an entry of their own."""
    if region.strict:
        return
    item_depth = _item_depth(region, dated)
    joined = {head for index, head in owner.items() if head != index}
    alone = {anchor for anchor in dated if not region.rows[anchor].pieces and anchor not in joined}
    leads = 0 in alone  # every entry begins with its time, if the first does
    for index, row in enumerate(region.rows):
        if row.line.block.labels and any(region.rows[other].line.block is row.line.block for other in owner):
            continue
        if index and index - 1 in dated and _explains(row, region.rows[index - 1]):
            continue
        if index in owner or not row.is_header or _is_below_date(region, index, dated, alone):
            continue
        if leads and row.line.block.kind is BlockKind.PARAGRAPH and _is_right_below(region, index, alone):
            continue
        lone = index - 1 not in owner and _is_strong_role(region, index)
        if lone or _is_undated_header(region, index, dated, item_depth):
            yield index


def _is_below_date(region: Region, index: int, dated: list[int], alone: set[int]) -> bool:
    """Whether a line goes on in an item below its dated line, or in its block below a date that stands alone."""
    rows, block = region.rows, region.rows[index].line.block
    if block.kind is BlockKind.ITEM and any(
        above in dated and rows[above].line.block is block for above in range(max(index - _LONGEST_ITEM, 0), index)
    ):
        return True
    return any(above in alone and region.rows[above].line.block is block for above in (index - 1, index - 2))


def _is_right_below(region: Region, index: int, alone: set[int]) -> bool:
    """Whether nothing but what could be a name or place stands between a date that stands alone and a row below it."""
    above = region.rows[index - 1]
    return index - 1 in alone or (index - 2 in alone and above.is_header and not above.dates)


def _explains(row: Row, above: Row) -> bool:
    """Whether an undated heading right under a dated one of higher rank is the second line of the same header."""
    both = row.line.block.kind is BlockKind.HEADING and above.line.block.kind is BlockKind.HEADING
    return both and row.depth > above.depth


def _says_enough(entry: Entry) -> bool:
    """Whether dates and words together show that an entry is one where no heading promised any."""
    labels = {suggestion(piece.text) for row in entry.rows for piece in row.pieces}
    if labels & {"title", "degree"}:
        records = (row for row in entry.rows if row.line.block.labels and is_item(row))
        labels |= {piece.role for row in records for piece in row.pieces if piece.role == "organization"}
    pair = "organization" in labels and ("title" in labels or "degree" in labels)
    ranged = any(match.kind in (DateKind.RANGE, DateKind.OPEN) for _, match in entry.dates)
    return pair or (ranged and bool(labels - {""}))


def _item_depth(region: Region, dated: list[int]) -> int | None:
    """The depth of the list items that are entries themselves, None where items only tell of entries."""
    rows = region.rows
    depths = Counter(rows[index].depth for index in dated)
    if depths and max(depths, key=lambda depth: (depths[depth], -depth)) <= 10:
        return None
    shallow = [row.depth for row in rows if row.line.block.kind is BlockKind.ITEM]
    if not shallow or (dated and any(row.line.block.kind is BlockKind.HEADING for row in rows)):
        return None
    return min(shallow)


def _is_undated_header(region: Region, index: int, dated: list[int], item_depth: int | None) -> bool:
    row = region.rows[index]
    kind = row.line.block.kind
    if kind is BlockKind.HEADING:
        return True
    if kind is BlockKind.ITEM:
        if region.kind is SectionKind.EDUCATION and tells_study(row) and _is_beside_studies(region, row, dated):
            return True  # the one that goes on, among others that have ended
        if item_depth is None or row.depth != item_depth:
            return False
        if _dates_follow(region, index, dated) and organization_score(row.pieces[0].text if row.pieces else "") >= 1:
            return True
        if not any(clue_strength(piece.text) >= 3 for piece in row.pieces):
            return False
        headed = any(other.line.block.kind is BlockKind.HEADING for other in region.rows)
        return not headed or len({suggestion(piece.text) for piece in row.pieces} - {""}) > 1 or names_pair(row)
    if _is_keyed_pair(region, index):
        return True
    if region.kind is SectionKind.EDUCATION and _is_study_below_study(region, index):
        return True
    if dated and not _is_degree_among_degrees(region, index, dated):
        return _heads_items(region, index, dated)
    if region.kind is SectionKind.EDUCATION and not dated and names_school_first(row):
        return not any(other.line.block.kind is BlockKind.HEADING for other in region.rows)
    roles = {suggestion(piece.text) for piece in row.pieces}
    if region.kind is SectionKind.EDUCATION and not dated and names_degree(row) and is_school(row.line.text):
        return True  # "BSc: Botany from Example University"
    return "organization" in roles and ("title" in roles or "degree" in roles)


def _names_school_alone(row: Row) -> bool:
    """Whether a line among studies says where, and nothing else: "Example University (EU), Norway"."""
    said = [piece.text for piece in row.pieces if not piece.inner and not is_place(piece.text)]
    said = [text for text in said if not is_unit(text)] or said  # a department stands beside its university
    return len(said) == 1 and is_school(said[0]) and organization_score(said[0]) >= _SURE and not degrees(said[0])


def _names_degree_alone(row: Row) -> bool:
    """Whether a line names a degree and no school: "BSc in Botany"."""
    return names_degree(row) and not row.dates and not is_school(row.line.text)


def _is_keyed_pair(region: Region, index: int) -> bool:
    """Whether keys in lines of a block name the role and the employer: "Position: …" and then "Company: …"."""
    row = region.rows[index]
    if row.role not in KEYED:
        return False
    below = [other for other in region.rows[index + 1 : index + 3] if other.line.block is row.line.block]
    second = next((other.role for other in below if other.role), None)  # a long role may go on in a second line
    return {row.role, second} == KEYED


def _is_degree_among_degrees(region: Region, index: int, dated: list[int]) -> bool:
    """Whether a paragraph without a time begins with a degree, as the one right below it does."""
    rows, block = region.rows, region.rows[index].line.block
    if region.kind is not SectionKind.EDUCATION or rows[index].line.start or not names_degree(rows[index]):
        return False
    below = next((other for other in range(index + 1, len(rows)) if rows[other].line.block is not block), None)
    return below is not None and names_degree(rows[below]) and not any(index <= other < below for other in dated)


def _is_beside_studies(region: Region, row: Row, dated: list[int]) -> bool:
    """Whether items of the same depth, with times, tell of studies as a row does."""
    others = (region.rows[index] for index in dated)
    return any(other.depth == row.depth and tells_study(other) for other in others)


def _is_study_below_study(region: Region, index: int) -> bool:
    """Whether a line without a time tells of a study as the one right above it in its paragraph does."""
    row, above = region.rows[index], region.rows[index - 1] if index else None
    return above is not None and above.line.block is row.line.block and tells_study(row) and tells_study(above)


def _is_strong_role(region: Region, index: int) -> bool:
    """Whether a paragraph names a role in strong type or with its organization, and what was done is told below."""
    row = region.rows[index]
    if row.line.block.kind is not BlockKind.PARAGRAPH or region.kind not in ENTRY_KINDS:
        return False
    below = region.rows[index + 1] if index + 1 < len(region.rows) else None
    told = below is not None and (below.line.block.kind is BlockKind.ITEM or not below.is_header)
    named = {suggestion(piece.text) for piece in row.pieces}
    return told and "title" in named and (row.is_set_strong or "organization" in named)


def _nest(region: Region, kept: dict[int, Entry], owner: dict[int, int]) -> tuple[Entry, ...]:
    """Give every entry its body, and the entry it stands under where its own header is the deeper one."""
    rows = region.rows
    first = {}
    for index in sorted(owner, reverse=True):
        first[owner[index]] = index
    order = sorted(kept, key=first.__getitem__)
    open_entries: list[tuple[int, Entry]] = []
    for position, anchor in enumerate(order):
        entry = kept[anchor]
        begin = first[anchor] + 1
        stop = first[order[position + 1]] if position + 1 < len(order) else len(rows)
        entry.body = [rows[index] for index in range(begin, stop) if index not in owner]
        depth = min(row.depth for row in entry.rows)
        while open_entries and open_entries[-1][0] >= depth:
            open_entries.pop()
        entry.parent = open_entries[-1][1] if open_entries else None
        if entry.parent and _dates_parent(entry):
            entry.parent.rows.extend(entry.rows)
            entry.parent.body.extend(entry.body)
            kept.pop(anchor)
        else:
            open_entries.append((depth, entry))
    return tuple(kept[anchor] for anchor in order if anchor in kept)


def _dates_parent(entry: Entry) -> bool:
    """Whether an item is nothing but the time of the item that it is the first below, or says where and when."""
    above, row = entry.parent, entry.rows[0]
    if above is None or above.dates or len(entry.rows) > 1 or not entry.dates:
        return False
    items = row.line.block.kind is above.rows[-1].line.block.kind is BlockKind.ITEM
    first = not above.body and row.line.index == above.rows[-1].line.index + 1
    return items and (_tells_where(row) if row.pieces else first)
