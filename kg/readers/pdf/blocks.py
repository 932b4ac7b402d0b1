"""Lines → blocks: headings by size, items by bullets, paragraphs by the space around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from kg.model import BlockKind, InlineKind
from kg.readers.layout import tables
from kg.readers.layout.draft import Draft
from kg.readers.pdf.columns import Line
from kg.readers.pdf.tables import Cell, Table
from kg.readers.pdf.words import Word
from kg.readers.pdf.wrapping import WIDE, Hyphens, Measure

_BULLET = re.compile(r"[•‣⁃∙·◦○●◉◆◇■□▪▫▶►▸▹➢➤➔➜→»›✓✔✦✧★☆❖❯⋄∗➣\uf0a7\uf0b7\uf0d8\uf076\u2023\u25aa]|[-–—*](?=$)|o(?=$)")
_PAGE = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,3}\s*(?:(?:of|/|von|sur)\s*\d{1,3})?\s*[-–]?", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?:\s{0,3}(?:of|/|von|sur)\s{0,3}\d{1,2})?$")
_FEWEST_LINES = 3
_LARGER = 1.12
_LONGEST_HEADING = 90
_APART = 1.5


_NO_MEASURE = Measure(0.0)

Page = Sequence[list[Line] | Table]


def blocks(pages: Sequence[Page]) -> tuple[list[Draft], list[Draft]]:
    """What is seen on the pages, and the page numbers apart."""
    writer = _Writer([line for page in pages for region in page for line in _lines(region)])
    heads: set[str] = set()
    for page in pages:
        aside = _at_edges(page, heads)
        for region in page:
            if isinstance(region, Table):
                writer.table(region)
            else:
                shown = [line for line in region if line not in aside]
                writer.region(shown, Measure.of(shown))
        writer.aside(aside)
    return writer.drafts, writer.hidden


def _lines(region: list[Line] | Table) -> list[Line]:
    return region.lines if isinstance(region, Table) else region


def _at_edges(page: Page, heads: set[str]) -> list[Line]:
    """The lines at the top and the bottom of a page that number it, or say what those of a page before said."""
    lines = [line for region in page if not isinstance(region, Table) for line in region]
    if len(lines) <= _FEWEST_LINES:
        return []
    edges = {min(line.base for line in lines), max(line.base for line in lines)}
    outer = [line for line in lines if line.base in edges]
    aside = [line for line in outer if _PAGE.fullmatch(line.text) or _masked(line) in heads]
    heads.update(_masked(line) for line in outer)
    return aside


def _masked(line: Line) -> str:
    return _NUMBER.sub("#", line.text)


class _Writer:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.drafts: list[Draft] = []
        self.hidden: list[Draft] = []
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        self._body = min(sizes, key=lambda size: (-sizes[size], size), default=10.0)
        larger = sorted({line.size for line in lines if self._larger(line)}, reverse=True)
        self._levels = {size: min(rank + 1, 4) for rank, size in enumerate(_merged(larger))}
        self._pitch = self._usual_pitch(lines)
        self._hyphens = Hyphens(lines)
        self._marks: list[float] = []
        self._item_at = 0.0
        self._left_off: tuple[Line, Measure] | None = None

    def table(self, table: Table) -> None:
        """Write a table, row by row; a first row in bold is its head."""
        rows = []
        for number, row in enumerate(table.rows):
            filled = [line for cell in row for line in cell.lines]
            head = number == 0 and bool(filled) and all(word.bold for line in filled for word in line.words)
            rows.append(tables.Row(head, [self._cell(cell) for cell in row]))
        self.drafts += tables.lay_out(rows)
        self._left_off = None

    def _cell(self, cell: Cell) -> tables.Cell:
        page, self.drafts, self._left_off = self.drafts, [], None
        self.region(cell.lines, Measure(cell.edge, known=True))
        page, self.drafts = self.drafts, page
        return tables.Cell(columns=cell.columns, rows=cell.rows, drafts=page)

    def aside(self, lines: Sequence[Line]) -> None:
        """Write what is no part of the text."""
        self.hidden += [self._draft([line], BlockKind.PARAGRAPH) for line in lines]

    def region(self, lines: Sequence[Line], measure: Measure) -> None:
        """Write a column, line by line."""
        self._marks.clear()
        lines = [line for line in lines if not _BULLET.fullmatch(line.text)]  # bullets and ornaments by themselves
        for group in self._groups(lines, measure):
            self._write_group(group, measure)
        self._left_off = (lines[-1], measure) if lines else self._left_off

    def _write_group(self, group: list[Line], measure: Measure) -> None:
        """Write lines that belong to one block."""
        first = group[0]
        if self._is_heading(first):
            level = next((lv for size, lv in self._levels.items() if size <= first.size + 0.01), 4)
            self.drafts.append(self._draft(group, BlockKind.HEADING, measure, level))
            self._marks.clear()
        elif bullet := _bullet(first):
            depth = self._depth(first.left)
            self.drafts.append(self._draft([bullet, *group[1:]], BlockKind.ITEM, measure, depth))
        elif self._left_off is not None and self.drafts and self._left_off[1].goes_on(self._left_off[0], first):
            self.drafts[-1].gap(" ")
            self._write(self.drafts[-1], group, measure)
        else:
            self.drafts.append(self._draft(group, BlockKind.PARAGRAPH, measure))
        self._left_off = None

    def _groups(self, lines: Sequence[Line], measure: Measure) -> Iterator[list[Line]]:
        """The lines of each block."""
        group: list[Line] = []
        for line in lines:
            if group and self._belongs(group, line, measure):
                group.append(line)
                continue
            if group:
                yield group
            group = [line]
        if group:
            yield group

    def _belongs(self, group: Sequence[Line], line: Line, measure: Measure) -> bool:
        """Whether a line goes on with the block of the lines above it."""
        first, above = group[0], group[-1]
        if not 0 <= above.base - line.base <= _APART * max(self._pitch, line.size):
            return False
        if self._is_heading(first):
            return self._is_heading(line) and abs(above.size - line.size) < 0.1 and measure.broke(above, line)
        if self._is_heading(line) or _bullet(line):
            return False
        if _bullet(first):
            return line.left > first.left + 0.25 * line.size
        return abs(above.size - line.size) < 0.1 * line.size

    def _draft(self, group: Sequence[Line], kind: BlockKind, measure: Measure = _NO_MEASURE, level: int = 0) -> Draft:
        """A draft of some lines."""
        draft = Draft(kind, level)
        self._write(draft, group, measure)
        return draft

    def _write(self, draft: Draft, group: Sequence[Line], measure: Measure) -> None:
        """Write lines; one that was broken only because it was full goes on in the next after a space."""
        before: Word | None = None
        for line, below in zip_longest(group, group[1:]):
            gap = "\n" if below is None else measure.gap(line, below)
            last = line.words[-1].text
            if below is not None and gap == " " and last.endswith("-"):
                held = self._hyphens.gap(last, below.words[0].text)
                line, gap = (line if held is not None else _unhyphenated(line)), held or ""
            self._write_line(draft, line, before)
            before = line.words[-1]
            if gap == "\n":
                self._mark(draft, before, None)
                before = None
            if gap and below is not None:
                draft.gap(gap)

    def _write_line(self, draft: Draft, line: Line, above: Word | None) -> None:
        """Write a line; `above` is the word that it goes on from."""
        before = None
        for word in line.words:
            if before is not None:
                distance = word.left - before.right
                if distance > WIDE * word.size:
                    draft.gap("\t")
                elif not (word.glued and distance < 0.15 * word.size):
                    draft.gap(" ")
            self._mark(draft, before or above, word)
            draft.write(word.text, None)
            before = word

    def _mark(self, draft: Draft, before: Word | None, word: Word | None) -> None:
        """Begin and end what is bold or a link between two words."""
        old, new = (before.target if before else None), (word.target if word else None)
        if old is not None and old != new:
            draft.close(InlineKind.LINK)
        if before is not None and before.bold and not (word is not None and word.bold):
            draft.close(InlineKind.STRONG)
        if word is not None and word.bold and not (before is not None and before.bold):
            draft.open(InlineKind.STRONG)
        if new is not None and old != new:
            draft.open(InlineKind.LINK, new)

    def _depth(self, left: float) -> int:
        while self._marks and self._marks[-1] > left + 2:
            self._marks.pop()
        if not self._marks or self._marks[-1] < left - 2:
            self._marks.append(left)
        return len(self._marks)

    def _is_heading(self, line: Line) -> bool:
        return self._larger(line) and len(line.text) <= _LONGEST_HEADING and not _bullet(line)

    def _larger(self, line: Line) -> bool:
        return line.size >= self._body * _LARGER

    def _usual_pitch(self, lines: Sequence[Line]) -> float:
        steps = [a.base - b.base for a, b in pairwise(lines) if a.size == b.size == self._body]
        near = sorted(step for step in steps if 0.8 * self._body < step < 2.5 * self._body)
        return near[len(near) // 4] if near else 1.2 * self._body


def _bullet(line: Line) -> Line | None:
    """The line without its bullet; None if it has none."""
    first = line.words[0]
    if len(line.words) > 1 and line.words[1].left - first.right > 3 * line.words[1].size:
        return None  # an ornament far from the words
    if not _BULLET.match(first.text):
        return None
    if len(first.text) == 1:
        return Line(line.words[1:]) if len(line.words) > 1 else None
    if first.text[0] in "-–—*o·":
        return None
    rest = Word(first.text[1:], first.left, first.right, first.base, first.size, first.bold, False, first.target)
    return Line((rest, *line.words[1:]))


def _unhyphenated(line: Line) -> Line:
    """The line without the hyphen at its end."""
    last = line.words[-1]
    return Line((*line.words[:-1], replace(last, text=last.text[:-1])))


def _merged(sizes: Sequence[float]) -> list[float]:
    """Sizes, largest first, that differ enough to be told apart."""
    kept: list[float] = []
    for size in sizes:
        if not kept or size < kept[-1] * 0.93:
            kept.append(size)
    return kept
