"""The rows of a section: lines with what matters for grouping them into entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extraction.clues import (
    degrees,
    employment,
    is_place,
    is_proper_name,
    is_school,
    is_sentence,
    is_unit,
    lead_end,
    organization_score,
    shows_period,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.dates import DateKind, DateMatch
from kg.extraction.dates.lexicon import lexicon
from kg.extraction.entries.parts import LONGEST_HEADER
from kg.extraction.headings import exact_kind
from kg.extraction.keys import ASIDE, key_of, role
from kg.extraction.lazy import lazy
from kg.extraction.outline import Line, Outline, SectionKind
from kg.extraction.pieces import Piece, before_aside, first_sentence, line_dates, pieces
from kg.extraction.words import fold, tokens
from kg.gazetteers import skills
from kg.model import Block, BlockKind, InlineKind

_LONGEST_LEAD = 6
_SHORTEST_LIST = 3
_SHORT = 8
_THINGS = frozenset((SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.HOBBIES))
_PARTING = ("|", ",", "•", "·", "–", "—", "-", "\t", "\n")
_COLONS = frozenset(":：")
_PART = re.compile(r"[,|\n(·]|\s[-–—]\s")
_SPANS = (DateKind.END, DateKind.RANGE, DateKind.OPEN)
_CELL = re.compile(r"[^\t]+")


@dataclass(frozen=True)
class Row:
    """A line of a region with what matters for grouping; `told` marks matter of a nested section, never a header.

    `ends` marks the row of a table that begins with the end of the time that the row above begins with.
    """

    line: Line
    depth: int
    dates: tuple[DateMatch, ...]
    told: bool = False
    columns: tuple[str | None, ...] = ()
    strict: bool = False
    ends: bool = False

    @lazy
    def cells(self) -> tuple[tuple[int, int], ...]:
        """The (start, end) of the cells of a table's row, in the line's text; tabs part those of a plain text."""
        if self.line.cells or "\t" not in self.line.text:
            return self.line.cells
        return tuple(match.span() for match in _CELL.finditer(self.line.text))

    @lazy
    def key(self) -> tuple[str, int] | None:
        """The key the line begins with and where its value begins, where it begins with one."""
        found = key_of(self.line)
        if found and self.line.block.kind is BlockKind.PAIR and self._is_header(*found):
            return None
        return found

    def _is_header(self, key: str, begin: int) -> bool:
        """Whether a pair's key is no key but who employed somebody, or as what, and its value tells when."""
        named, dated = role(key), shows_period(self.line.text[begin:])
        if named in (None, ASIDE) and dated and title_score(key) >= 3:
            return True
        if named is not None:
            return False
        return _heads(key) or (dated and is_proper_name(key) and _tells_role(self.line.text[begin:]))

    @lazy
    def role(self) -> str | None:
        """The field that the line's key names."""
        return role(self.key[0]) if self.key else None

    @lazy
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the line outside its dates and its key, labelled by the key or the columns' headings."""
        found = pieces(self.line, self.dates)
        if self.key:
            if self.role in ("dates", ASIDE):
                return self._after_time(found) if self.role == "dates" else ()
            begin = self.key[1]
            values = (replace(piece, start=max(piece.start, begin)) for piece in found if piece.end > begin)
            return self._whole(self._keyed(values))
        return self._whole(replace(piece, role=self._column(piece)) for piece in found) if self.columns else found

    def _after_time(self, found: Iterable[Piece]) -> tuple[Piece, ...]:
        """The pieces that a sign parts from the time of the key: "Graduated: 2012 | Example University"."""
        end = max((match.end for match in self.dates), default=len(self.line.text))
        after = tuple(piece for piece in found if piece.start >= end and not piece.inner)
        parted = after and any(sign in self.line.text[end : after[0].start] for sign in _PARTING)
        return after if parted and any(clue_strength(piece.text) >= 3 for piece in after) else ()

    def _keyed(self, found: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces of a line that begins with a key, each with the field that the last key before it names."""
        named = self.role
        for piece in found:
            if self.line.text[piece.end : piece.end + 3].lstrip("*_ ")[:1] in _COLONS and (field := role(piece.text)):
                named = field
            elif named not in ("dates", ASIDE):
                yield replace(piece, role=named)

    def _whole(self, found: Iterable[Piece]) -> tuple[Piece, ...]:
        """The pieces, a labelled name whole again that only its words had parted ("Example Volunteer Fire Company")."""
        whole: list[Piece] = []
        for piece in found:
            last = whole[-1] if whole else None
            if (
                last
                and piece.role == last.role == "organization"
                and self.line.text[last.end : piece.start] == " "
                and not piece.inner
                and not last.inner
            ):
                whole[-1] = replace(last, end=piece.end)
            else:
                whole.append(piece)
        return tuple(whole)

    def _column(self, piece: Piece) -> str | None:
        for (start, end), column in zip(self.cells, self.columns, strict=False):
            if start <= piece.start and piece.end <= end:
                return column if column != "dates" else None
        return None

    @property
    def is_set_strong(self) -> bool:
        """Whether the whole line is set strong."""
        shown = self.line.text.strip()
        return any(i.kind is InlineKind.STRONG and i.end - i.start >= len(shown) - 2 for i in self.line.inlines)

    @lazy
    def is_header(self) -> bool:
        """Whether the line could head an entry: short, and no sentence about what was done."""
        if self.told or self.role == ASIDE:
            return False
        if self.line.block.kind is BlockKind.HEADING or self.role:
            return True
        text = self.line.text
        if _lists_technologies(text) or _cites(text):
            return False
        if self.line.block.kind in (BlockKind.ROW, BlockKind.PAIR) and len(self.line.cells) > 1:
            text = text[slice(*self.line.cells[self.ends])]
            if exact_kind(text) in _THINGS:
                return False  # "Languages | Java, C" lists things under their own heading
        if len(tokens(text)) <= LONGEST_HEADER and not is_sentence(self._after_date(text)):
            return True
        if self.is_set_strong and len(tokens(text)) <= LONGEST_HEADER and is_proper_name(text):
            return True  # "Development of Software — Example", set as a heading is, tells of no deed
        lead = first_sentence(self.line)
        if (head := before_aside(lead)) != lead:
            return len(tokens(head)) <= LONGEST_HEADER and not is_sentence(head) and self._begins_as_header()
        return len(tokens(lead)) <= _LONGEST_LEAD and title_score(lead) >= 4 and not is_sentence(lead)

    def _after_date(self, text: str) -> str:
        """What follows the time that a line begins with, or "Pursuing a": neither begins a sentence there."""
        if self.strict and not (self.dates and self.dates[0].kind is DateKind.SINCE):
            return text
        first = self.dates[0] if self.dates else None
        begins = first is not None and not text[: first.start].strip("([*_- ") and first.end < len(text)
        rest = (text[first.end :].lstrip(":.,)]*_–—- ") or text) if first and begins else text
        return rest[lead_end(rest) :]

    @lazy
    def is_anchor(self) -> bool:
        """Whether a date of the line, at its edge or between separators, dates an entry."""
        if self.told or self.ends or not self.dates or _cites(self.line.text):
            return False
        told = self.strict and self.pieces and is_sentence(self._after_date(self.line.text))
        if told and not self.is_dated_in_column:
            return False
        if self.role == "grade" and self._ends_in_time():
            return True
        if self.role not in (None, "dates", "title", "organization", "name") or self._heads_columns():
            return False
        if self.is_dated_in_column:
            return True
        if _dates_the_document(self.line.text[: self.dates[0].start]):
            return False
        if self.line.block.kind is BlockKind.HEADING:
            return True
        return any(self._stands_alone(match) for match in self.dates)

    def _ends_in_time(self) -> bool:
        """Whether a sign parts what a line tells from the span of time that it ends with: "GPA: 3.8 | 2014 – 2018"."""
        last, text = self.dates[-1], self.line.text
        parted = text[: last.start].rstrip(" *_")[-1:] in _PARTING
        return last.kind in _SPANS and parted and not text[last.end :].strip(" *_.")

    def _heads_columns(self) -> bool:
        """Whether a row of a table is nothing but times, one above each column."""
        return self.line.block.kind is BlockKind.ROW and len(self.line.cells) > 1 and not self.pieces

    def _begins_as_header(self) -> bool:
        """Whether a long line begins as a header does, before it goes on to tell what was done."""
        first = next((piece for piece in self.pieces if not piece.inner), None)
        return first is not None and clue_strength(first.text) >= 3 and not is_sentence(first.text)

    @lazy
    def is_dated_in_column(self) -> bool:
        """Whether a date fills a cell of a row or a column of a line."""
        return len(self.cells) > 1 and any(
            start <= match.start
            and match.end <= end
            and (
                end - start <= match.end - match.start + 6
                or (match.start <= start + 1 and match.kind is DateKind.RANGE)
            )
            for match in self.dates
            for start, end in self.cells
        )

    def _stands_alone(self, match: DateMatch) -> bool:
        text, lead = self.line.text, first_sentence(self.line)
        if match.end < len(lead) < len(text) and len(tokens(lead)) <= LONGEST_HEADER and not is_sentence(lead):
            text = lead  # a header, and then in the same line what is told of it
        before, after = text[: match.start].strip(" *_\t"), text[match.end :].strip(" *_\t")
        ranged = match.kind in (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)
        if not before.strip("([*_- ") and after[:1] == "," and is_sentence(after):
            return False
        if not before and not self.strict and match.kind is DateKind.POINT and after[:1].isupper():
            headed = self._begins_as_header()  # "2012 MA, Botany, Example School of Science, Leeds, UK"
            short = len(tokens(after)) <= (LONGEST_HEADER if headed else _SHORT)
            return short and not is_sentence(text) and (match.end > 5 or headed)
        if not before.strip("([*_- ") and (
            not after or after[0] in ":.–—-|·,)];│" or "  " in text[match.end : match.end + 3] or ranged
        ):
            whole = self.strict and match.kind is not DateKind.SINCE
            if after[:1] not in ":.–—-|·│" and is_sentence(text if whole else after):
                return False
            return ranged or len(tokens(after)) <= LONGEST_HEADER
        if len(tokens(text)) > LONGEST_HEADER:
            return ranged and not after.strip(")]*_. ") and before[-1:] in ".,;|)([–—-" and self._begins_as_header()
        if not after.strip(")]*_. "):
            return not is_sentence(before) or before[-1] in "([|–—-│·"
        if degrees(before) and is_school(after):
            return True  # "BSc 2019 Example University"
        bracketed = before[-1:] in "([" and after[:1] in ")]"
        if bracketed and ranged and after[1:].lstrip(" *_")[:1] in _COLONS:
            return not is_sentence(before)  # "Clerk (2015–2017): Process improvements"
        parted = before[-1:] in "|·│,–—;" and after[:1] in "|·│,–—;("
        return (bracketed or parted or ranged) and not is_sentence(text.split(";")[0])


_OPENS = frozenset('"“„«‘')
_TITLE = re.compile(r"[\s*_-]{0,4}[\"“„«‘](?:[^\s\"”“»]{1,30}\s){3,30}[^\s\"”“»]{1,30}[\"”“»’]")


def _lists_technologies(text: str) -> bool:
    """Whether a line lists what was worked with ("Java · Docker · Oracle"): vendors are named like organizations."""
    parts = [part for part in re.split(r"[·•|,/]", text) if part.strip()]
    if len(parts) < _SHORTEST_LIST:
        return False
    known = skills()
    many = 3 * sum([known.find(part.strip(" .")) is not None for part in parts]) >= 2 * len(parts)
    return many and not any(title_score(part) >= 3 for part in parts)


def _cites(text: str) -> bool:
    """Whether a line begins with the title of a paper or talk in quotes: no name of an employer is as long."""
    return text.lstrip(" *_-")[:1] in _OPENS and _TITLE.match(text) is not None


def _dates_the_document(before: str) -> bool:
    """Whether the words before a date say that it is the document's own ("Last updated: …")."""
    return fold(before).strip(" :*_-–—(").endswith(tuple(lexicon().dated))


def _heads(key: str) -> bool:
    """Whether a pair's key is no key but a header ("Editor, Example Press: 2019–2020")."""
    named = any(clue_strength(part.strip()) >= 3 for part in re.split(r"[,|–—]", key) if part.strip())
    return len(tokens(key)) > 1 and (named or shows_period(key))


def _tells_role(value: str) -> bool:
    """Whether one of the parts of a value names a role: what its key names is then who employed somebody so."""
    return any(title_score(part) >= 3 for part in _PART.split(value))


def with_columns(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without those that only name the columns of a table; the rows below know what those call their cells."""
    found: list[Row] = []
    columns: tuple[str | None, ...] = ()
    for row in rows:
        cells = row.cells
        if row.line.block.kind not in (BlockKind.ROW, BlockKind.PARAGRAPH) or len(cells) < 2:
            found.append(row)
            continue
        named = tuple(role(row.line.text[start:end]) for start, end in cells)
        if sum(name is not None for name in named) >= 2 and not row.dates:
            columns = named
        else:
            found.append(replace(row, columns=_of_cells(row, columns)) if len(columns) == len(cells) else row)
    return tuple(found)


def _of_cells(row: Row, columns: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """The fields of a row's cells; none for a role or degree that stands with its organization in one cell."""
    if "organization" in columns or "name" in columns or not {"title", "degree"} & set(columns):
        return columns
    inside = [sum(start <= piece.start < end and not piece.inner for piece in row.pieces) for start, end in row.cells]
    return tuple(
        None if kind in ("title", "degree") and count > 1 else kind for kind, count in zip(columns, inside, strict=True)
    )


def without_labels(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without what stands in every entry and tells of none ("View certificate")."""
    times = Counter(row.line.text for row in rows)
    return tuple(
        row
        for index, row in enumerate(rows)
        if times[row.line.text] < 3
        or row.dates
        or row.key
        or any(piece.role for piece in row.pieces)
        or title_score(row.line.text) >= 2
        or organization_score(row.line.text) >= 2.5
        or any(is_unit(piece.text) for piece in row.pieces)
        or _may_employ(rows, index)
    )


def _may_employ(rows: tuple[Row, ...], index: int) -> bool:
    """Whether a line said again and again can be the employer of several entries: a name beside a time or a role."""
    text = rows[index].line.text
    if not is_proper_name(text) or len(tokens(text)) > _LONGEST_LEAD or is_place(text) or employment(text):
        return False
    words = {word.key for word in tokens(text)}
    if not words.isdisjoint(word_set("keys", "labels") | word_set("keys", "leading")) or is_sentence(text):
        return False
    if exact_kind(text) or role(text) == ASIDE or text.rstrip().endswith((":", "：")):
        return False
    beside = rows[max(index - 1, 0) : index] + rows[index + 1 : index + 2]
    return any(row.dates or title_score(row.line.text) >= 3 for row in beside)


def row_of(outline: Outline, line: Line, *, told: bool, inner: bool = False) -> Row:
    """The row of a line; `inner` where it is part of one that tells of the entry it belongs to."""
    depth = line.block.level if line.block.kind is BlockKind.HEADING else 10
    if line.block.kind is BlockKind.ITEM:
        depth = 10 + line.block.level
    depth += inner
    return Row(line, depth, line_dates(line, outline.text.language), told, _labelled(line))


def _labelled(line: Line) -> tuple[str | None, ...]:
    """What the keys of a record say of each cell in one of its lines; empty outside records."""
    block = line.block
    if len(block.labels) != len(block.cells):
        return ()
    inside = [line.start <= start and end <= line.end for start, end in block.cells]
    named = [role(label) for label in block.labels]
    lacking = "title" in named and "organization" not in named
    name = "organization" if lacking else None
    if lacking and named.count("place") > 1 and "name" not in named and "place" in block.labels:
        named[block.labels.index("place")] = "organization"  # where they worked; another key tells where that is
    elif lacking and named.count("place") == 1 and "name" not in named and _names_no_place(block, named.index("place")):
        named[named.index("place")] = "organization"
    return tuple(name if kind == "name" else kind for kind, here in zip(named, inside, strict=True) if here)


def _names_no_place(block: Block, cell: int) -> bool:
    """Whether what a record tells under a key for a place is the name of something else: where somebody worked."""
    said = block.text[slice(*block.cells[cell])]
    return is_proper_name(said) and not any(is_place(part.strip()) for part in said.split(","))


def clue_strength(text: str) -> float:
    """How much a piece looks like a role, an organization or a degree."""
    return max(title_score(text), organization_score(text), 3.0 if degrees(text) else 0.0)


def suggestion(text: str) -> str:
    """What a piece looks like most: "degree", "title", "organization", or nothing."""
    if degrees(text):
        return "degree"
    if title_score(text) >= 3:
        return "title"
    return "organization" if organization_score(text) >= 2.5 else ""
