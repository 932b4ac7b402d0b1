"""Lines → entries: each job, study, project or award of a list, with its header lines and what is told of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.extraction.clues import degrees, is_sentence, organization_score, shows_period, title_score
from kg.extraction.dates import DateKind, DateMatch
from kg.extraction.keys import ASIDE, key_of, role
from kg.extraction.outline import Line, Outline, Section, SectionKind
from kg.extraction.pieces import Piece, line_dates, pieces
from kg.extraction.sections import ENTRY_KINDS
from kg.extraction.words import words
from kg.model import BlockKind

_LONGEST_HEADER = 22
_MOST_HEADER_LINES = 3


@dataclass(frozen=True)
class Row:
    """A line of a region with what matters for grouping; `told` marks matter of a nested section, never a header."""

    line: Line
    depth: int
    dates: tuple[DateMatch, ...]
    told: bool = False
    columns: tuple[str | None, ...] = ()
    strict: bool = False

    @cached_property
    def key(self) -> tuple[str, int] | None:
        """The key the line begins with and where its value begins, where it begins with one."""
        return key_of(self.line)

    @cached_property
    def role(self) -> str | None:
        """The field that the line's key names."""
        return role(self.key[0]) if self.key else None

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the line outside its dates and its key, labelled by the key or the columns' headings."""
        found = pieces(self.line, self.dates)
        if self.key:
            return tuple(
                replace(piece, role=self.role)
                for piece in found
                if piece.start >= self.key[1] and self.role not in ("dates", ASIDE)
            )
        return tuple(replace(piece, role=self._column(piece)) for piece in found) if self.columns else found

    def _column(self, piece: Piece) -> str | None:
        for (start, end), column in zip(self.line.cells, self.columns, strict=False):
            if start <= piece.start and piece.end <= end:
                return column if column != "dates" else None
        return None

    @cached_property
    def is_header(self) -> bool:
        """Whether the line could head an entry: short, and no sentence about what was done."""
        if self.told or self.role == ASIDE:
            return False
        if self.line.block.kind is BlockKind.HEADING or self.role:
            return True
        text = self.line.text
        if self.line.block.kind is BlockKind.ROW and len(self.line.cells) > 1:
            text = text[slice(*self.line.cells[0])]
        return len(words(text)) <= _LONGEST_HEADER and not is_sentence(text)

    @cached_property
    def is_anchor(self) -> bool:
        """Whether a date of the line, at its edge or between separators, dates an entry."""
        if self.strict and is_sentence(self.line.text):
            return False
        if self.told or not self.dates or self.role not in (None, "dates", "title", "organization", "name"):
            return False
        if self.line.block.kind is BlockKind.ROW and self._fills_a_cell():
            return True
        if self.line.block.kind is BlockKind.HEADING:
            return True
        return any(self._stands_alone(match) for match in self.dates)

    def _begins_as_header(self) -> bool:
        """Whether a long line begins as a header does, before it goes on to tell what was done."""
        first = next((piece for piece in self.pieces if not piece.inner), None)
        return first is not None and _evidence(first.text) >= 3 and not is_sentence(first.text)

    def _fills_a_cell(self) -> bool:
        return len(self.line.cells) > 1 and any(
            start <= match.start and match.end <= end and end - start <= match.end - match.start + 6
            for match in self.dates
            for start, end in self.line.cells
        )

    def _stands_alone(self, match: DateMatch) -> bool:
        text = self.line.text
        before, after = text[: match.start].strip(" *_\t"), text[match.end :].strip(" *_\t")
        ranged = match.kind in (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)
        if not before.strip("([*_- ") and after[:1] == "," and is_sentence(after):
            return False
        if not before.strip("([*_- ") and (
            not after or after[0] in ":.–—-|·,)];│" or "  " in text[match.end : match.end + 3] or ranged
        ):
            if after[:1] not in ":.–—-|·│" and is_sentence(text):
                return False
            return ranged or len(words(after)) <= _LONGEST_HEADER
        if len(words(text)) > _LONGEST_HEADER:
            return ranged and not after.strip(")]*_. ") and before[-1:] in ".,;|)([–—-" and self._begins_as_header()
        if not after.strip(")]*_. "):
            return not is_sentence(before) or before[-1] in "([|–—-│·"
        bracketed = before[-1:] in "([" and after[:1] in ")]"
        parted = before[-1:] in "|·│,–—;" and after[:1] in "|·│,–—;("
        return (bracketed or parted or ranged) and not is_sentence(text)


@dataclass
class Entry:
    """One entry: its header rows (dates among them), the rows that tell of it, and the header it stands under."""

    rows: list[Row]
    kind: SectionKind
    body: list[Row] = field(default_factory=list)
    parent: Entry | None = None

    @property
    def dates(self) -> tuple[tuple[Row, DateMatch], ...]:
        """The dates of the header with the row of each."""
        return tuple((row, match) for row in self.rows for match in row.dates)

    @property
    def scope(self) -> tuple[tuple[int, int], ...]:
        """The spans of content that tell of the entry."""
        return tuple(row.line.span() for row in (*self.rows, *self.body))


@dataclass(frozen=True)
class Region:
    """The rows of a section of entries and the sections inside it; `strict` where its heading does not promise entries."""

    kind: SectionKind
    rows: tuple[Row, ...]
    strict: bool = False


def regions(outline: Outline) -> Iterator[Region]:
    """The stretches of the outline in which entries are looked for, in order."""
    index = 0
    sections = outline.sections
    while index < len(sections):
        section = sections[index]
        last = index + 1
        if section.kind in _GROUPED:
            while last < len(sections) and _belongs(sections[last], section):
                last += 1
        elif section.kind not in _OPEN_KINDS:
            index += 1
            continue
        strict = section.kind in _OPEN_KINDS
        while strict and last < len(sections) and _continues(sections[last], section):
            last += 1
        rows = _without_labels(_with_columns(tuple(_rows(outline, sections[index:last]))))
        yield Region(section.kind, tuple(replace(row, strict=True) for row in rows) if strict else rows, strict)
        index = last


def _continues(section: Section, head: Section) -> bool:
    """Whether a section of unknown kind is one more entry beside `head`: both headings show a time."""
    return (
        section.kind is head.kind
        and section.path == head.path
        and all(part.heading is not None and shows_period(part.heading.text) for part in (section, head))
    )


def _belongs(section: Section, head: Section) -> bool:
    """Whether a section lies inside the region that `head` begins, and is no region of its own."""
    depth = len(head.path)
    inside = section.path[:depth] == head.path and section.path[depth : depth + 1] == (head.kind,)
    return inside and (section.kind not in ENTRY_KINDS or section.kind is head.kind)


_OPEN_KINDS = frozenset(
    (
        SectionKind.ABOUT,
        SectionKind.ORGANIZATION,
        SectionKind.OTHER,
        SectionKind.CERTIFICATES,
        SectionKind.SERVICE,
        SectionKind.NEWS,
    )
)
_GROUPED = ENTRY_KINDS | {SectionKind.PROJECTS, SectionKind.AWARDS, SectionKind.CERTIFICATES}
_TOLD = frozenset(
    (
        SectionKind.SKILLS,
        SectionKind.OTHER,
        SectionKind.AWARDS,
        SectionKind.INTERESTS,
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
    )
)


def _rows(outline: Outline, sections: tuple[Section, ...]) -> Iterator[Row]:
    for number, section in enumerate(sections):
        told = number > 0 and section.kind in _TOLD and section.kind is not sections[0].kind
        inner = number > 0 and not told and section.kind not in ENTRY_KINDS
        if number == 0 and section.heading and section.kind in _OPEN_KINDS and shows_period(section.heading.text):
            inner = True
        if inner and section.heading:
            yield _row(outline, section.heading, told=False)
        for line in section.lines:
            for part in _parts(line):
                yield _row(outline, part, told=told)


def _parts(line: Line) -> Iterator[Line]:
    """The line, or its parts where it tells of several studies or jobs one after the other."""
    text = line.text
    cuts = [match.end() for match in _PART_END.finditer(text)] if line.block.kind is not BlockKind.ROW else []
    starts = [0, *cuts]
    spans = [(a, b) for a, b in zip(starts, [*cuts, len(text)], strict=True) if text[a:b].strip()]
    if len(spans) < 2 or not all(_is_whole(text[a:b]) for a, b in spans):
        yield line
        return
    for start, end in spans:
        yield Line(line.index, line.block, line.start + start, line.start + end)


_PART_END = re.compile(r";\s+|(?<=[\d)\w]{4})\.\s+(?=[A-Z])")


def _is_whole(text: str) -> bool:
    """Whether a part of a line names a school or employer of its own with a degree, role or time."""
    if len(words(text)) > _LONGEST_HEADER or is_sentence(text):
        return False
    names = [part for part in re.split(r",|\bat\b|@|\(|\)|\bfrom\b", text) if organization_score(part.strip()) >= 2.5]
    return bool(names) and (bool(degrees(text)) or title_score(text) >= 2 or shows_period(text))


def _with_columns(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without those that only name the columns of a table; the rows below know what those call their cells."""
    found: list[Row] = []
    columns: tuple[str | None, ...] = ()
    for row in rows:
        cells = row.line.cells
        if row.line.block.kind is not BlockKind.ROW or len(cells) < 2:
            found.append(row)
            continue
        named = tuple(role(row.line.text[start:end]) for start, end in cells)
        if sum(name is not None for name in named) >= 2 and not row.dates:
            columns = named
        else:
            found.append(replace(row, columns=columns) if len(columns) == len(cells) else row)
    return tuple(found)


def _without_labels(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without what stands in every entry and tells of none ("View certificate")."""
    times = Counter(row.line.text for row in rows)
    return tuple(
        row
        for row in rows
        if times[row.line.text] < 3
        or row.dates
        or row.key
        or title_score(row.line.text) >= 2
        or organization_score(row.line.text) >= 2.5
    )


def _row(outline: Outline, line: Line, *, told: bool) -> Row:
    depth = line.block.level if line.block.kind is BlockKind.HEADING else 10
    if line.block.kind is BlockKind.ITEM:
        depth = 10 + line.block.level
    return Row(line, depth, line_dates(line, outline.text.language), told)


def entries(region: Region) -> tuple[Entry, ...]:
    """The entries of a region in order."""
    rows = region.rows
    dated = [index for index, row in enumerate(rows) if row.is_anchor]
    owner = {anchor: anchor for anchor in dated}
    for anchor, above in _reach_up(region, dated).items():
        owner.update(dict.fromkeys(above, anchor))
    undated = list(_undated_heads(region, dated, owner))
    for anchor, head in _late_dates(region, dated, owner, undated).items():
        owner[anchor] = head
    heads = sorted({*(anchor for anchor in dated if owner[anchor] == anchor), *undated})
    owner.update({head: head for head in heads})
    for anchor in heads:
        for index in _reach_down(region, anchor, owner):
            owner[index] = anchor
    found: dict[int, Entry] = {}
    for index in sorted(owner):
        found.setdefault(owner[index], Entry([], region.kind)).rows.append(rows[index])
    kept = {anchor: entry for anchor, entry in found.items() if not region.strict or _says_enough(entry)}
    owner = {index: anchor for index, anchor in owner.items() if anchor in kept}
    return tuple(_nest([kept[anchor] for anchor in sorted(kept)], region, owner))


def _late_dates(region: Region, dated: list[int], owner: dict[int, int], undated: list[int]) -> dict[int, int]:
    """The heading that each date belongs to which stands alone below what the heading's entry tells."""
    found: dict[int, int] = {}
    for anchor in dated:
        row = region.rows[anchor]
        if row.pieces or any(head == anchor and index != anchor for index, head in owner.items()):
            continue
        head = next((index for index in range(anchor - 1, -1, -1) if index in owner or index in undated), None)
        if head in undated and head not in found.values() and region.rows[head].line.block.kind is BlockKind.HEADING:
            found[anchor] = head
    return found


def _undated_heads(region: Region, dated: list[int], owner: dict[int, int]) -> Iterator[int]:
    """The undated header rows that begin an entry of their own."""
    if region.strict:
        return
    item_depth = _item_depth(region, dated)
    for index, row in enumerate(region.rows):
        if index and index - 1 in dated and _explains(row, region.rows[index - 1]):
            continue
        if index not in owner and row.is_header and _is_undated_header(region, index, dated, item_depth):
            yield index


def _explains(row: Row, above: Row) -> bool:
    """Whether an undated heading right under a dated one of higher rank is the second line of the same header."""
    both = row.line.block.kind is BlockKind.HEADING and above.line.block.kind is BlockKind.HEADING
    return both and row.depth > above.depth


def _says_enough(entry: Entry) -> bool:
    """Whether dates and words together show that an entry is one where no heading promised any."""
    labels = {_label(piece.text) for row in entry.rows for piece in row.pieces}
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
    strength = max((_evidence(piece.text) for piece in row.pieces), default=0.0)
    if kind is BlockKind.HEADING:
        return True
    if kind is BlockKind.ITEM:
        if item_depth is None or row.depth != item_depth:
            return False
        below = region.rows[index + 1] if index + 1 < len(region.rows) else None
        if (
            below
            and index + 1 in dated
            and below.depth > row.depth
            and organization_score(row.pieces[0].text if row.pieces else "") >= 1
        ):
            return True
        if strength < 3:
            return False
        headed = any(other.line.block.kind is BlockKind.HEADING for other in region.rows)
        return not headed or len({_label(piece.text) for piece in row.pieces} - {""}) > 1
    if dated:
        return False
    roles = {_label(piece.text) for piece in row.pieces}
    return "organization" in roles and ("title" in roles or "degree" in roles)


def _evidence(text: str) -> float:
    return max(title_score(text), organization_score(text), 3.0 if degrees(text) else 0.0)


def _label(text: str) -> str:
    if degrees(text):
        return "degree"
    if title_score(text) >= 3:
        return "title"
    return "organization" if organization_score(text) >= 2.5 else ""


def _reach_up(region: Region, heads: list[int]) -> dict[int, list[int]]:
    """For each anchor the header rows above it that belong to it, by the habit of the region."""
    rows = region.rows
    taken = set(heads)
    runs: dict[int, list[int]] = {}
    clean: Counter[int] = Counter()
    for anchor in heads:
        above: list[int] = []
        index = anchor - 1
        while (
            index >= 0
            and index not in taken
            and _can_join(rows[index], rows[anchor])
            and len(above) < 2 * _MOST_HEADER_LINES
        ):
            above.append(index)
            index -= 1
            if rows[index + 1].line.block.kind is BlockKind.HEADING and len(above) > 1:
                break
            if rows[index + 1].line.block.kind is BlockKind.ITEM and rows[anchor].line.block.kind is not BlockKind.ITEM:
                break
        if above and rows[above[-1]].line.block.kind is not BlockKind.HEADING:
            above = above[:_MOST_HEADER_LINES]
        runs[anchor] = above
        if index < 0 or index not in taken:
            clean[len(above)] += 1
    habit = max(clean, key=lambda size: (clean[size], -size)) if clean else 0
    first = heads[0] if heads else None
    for anchor, above in runs.items():
        previous = anchor - len(above) - 1
        crowded = previous in taken
        limit = len(above) if not crowded or anchor == first else min(habit, len(above))
        if crowded and above:
            blocks = [index for index in above if rows[index].line.block is rows[anchor].line.block]
            if 0 < len(blocks) < len(above) and rows[previous].line.block is not rows[anchor].line.block:
                limit = len(blocks)
        runs[anchor] = above[:limit]
    return runs


def _can_join(row: Row, anchor: Row) -> bool:
    """Whether an undated row above an anchor can be part of the same header."""
    if not row.is_header or row.told or anchor.line.block.kind is BlockKind.HEADING:
        return False
    if row.line.block is anchor.line.block:
        return True
    if anchor.line.block.kind is BlockKind.ITEM:
        return not anchor.pieces and row.line.block.kind is BlockKind.ITEM and row.depth == anchor.depth
    if row.line.block.kind is BlockKind.ITEM:
        return row.line.index == anchor.line.index - 1 and any(_evidence(piece.text) >= 2 for piece in row.pieces)
    return row.depth <= anchor.depth


def _reach_down(region: Region, anchor: int, owner: dict[int, int]) -> Iterator[int]:
    """The header rows right below an anchor that belong to its header."""
    rows = region.rows
    head = rows[anchor]
    for index in range(anchor + 1, min(anchor + 1 + _MOST_HEADER_LINES, len(rows))):
        row = rows[index]
        if index in owner or not row.is_header or row.is_anchor:
            return
        if row.line.block is head.line.block:
            yield index
            continue
        same_kind = row.line.block.kind is head.line.block.kind and row.depth == head.depth
        if row.line.block.kind is BlockKind.ITEM:
            if (
                row.depth <= head.depth
                or index > anchor + 2
                or not any(_evidence(piece.text) >= 2.5 for piece in row.pieces)
            ):
                return
        elif head.line.block.kind is BlockKind.ITEM:
            named = {_label(piece.text) for piece in head.pieces}
            if "title" in named or row.line.block.kind is not BlockKind.PARAGRAPH or title_score(row.line.text) < 3:
                return
        elif (row.line.block.kind is BlockKind.HEADING and (row.depth <= head.depth or index > anchor + 1)) or (not same_kind and row.line.block.kind is BlockKind.ROW):
            return
        yield index


def _nest(found: list[Entry], region: Region, owner: dict[int, int]) -> list[Entry]:
    """Give every entry its body, and the entry it stands under where its own header is the deeper one."""
    rows = region.rows
    starts = {id(entry): rows.index(entry.rows[0]) for entry in found}
    for position, entry in enumerate(found):
        first = starts[id(entry)] + len(entry.rows)
        stop = starts[id(found[position + 1])] if position + 1 < len(found) else len(rows)
        entry.body = [row for index, row in enumerate(rows[first:stop], first) if index not in owner]
        depth = min(row.depth for row in entry.rows)
        entry.parent = next(
            (other for other in reversed(found[:position]) if min(row.depth for row in other.rows) < depth), None
        )
    return found
