"""Lines → blocks: headings by size, items by bullets, paragraphs by the space around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kg.model import BlockKind, InlineKind
from kg.readers.layout.draft import Draft
from kg.readers.pdf.columns import Line
from kg.readers.pdf.words import Word

_BULLET = re.compile(r"[•‣⁃∙·◦○●◉◆◇■□▪▫▶►▸▹➢➤➔➜→»›✓✔✦✧★☆❖❯⋄∗➣\uf0a7\uf0b7\uf0d8\uf076\u2023\u25aa]|[-–—*](?=$)|o(?=$)")
_PAGE = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,3}\s*(?:(?:of|/|von|sur)\s*\d{1,3})?\s*[-–]?", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?:\s{0,3}(?:of|/|von|sur)\s{0,3}\d{1,2})?$")
_FEWEST_LINES = 3
_LARGER = 1.12
_LONGEST_HEADING = 90
_APART = 1.5
_WIDE = 1.4


def blocks(pages: Sequence[Sequence[Sequence[Line]]]) -> tuple[list[Draft], list[Draft]]:
    """What is seen on the pages, and the page numbers apart."""
    writer = _Writer([line for page in pages for region in page for line in region])
    heads: set[str] = set()
    for page in pages:
        aside = _at_edges(page, heads)
        for region in page:
            writer.region([line for line in region if line not in aside])
        writer.hidden += [writer.draft(line, BlockKind.PARAGRAPH) for line in aside]
    return writer.drafts, writer.hidden


def _at_edges(page: Sequence[Sequence[Line]], heads: set[str]) -> list[Line]:
    """The lines at the top and the bottom of a page that number it, or say what those of a page before said."""
    lines = [line for region in page for line in region]
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
        self._marks: list[float] = []
        self._item_at = 0.0

    def region(self, lines: Sequence[Line]) -> None:
        """Write a column, line by line."""
        above: Line | None = None
        self._marks.clear()
        for line in lines:
            if _BULLET.fullmatch(line.text):
                continue  # a bullet, or an ornament, with nothing beside it
            apart = above is None or not 0 <= above.base - line.base <= _APART * max(self._pitch, line.size)
            if self._larger(line) and len(line.text) <= _LONGEST_HEADING and not _bullet(line):
                level = next((lv for size, lv in self._levels.items() if size <= line.size + 0.01), 4)
                self.drafts.append(self.draft(line, BlockKind.HEADING, level))
                self._marks.clear()
            elif bullet := _bullet(line):
                self.drafts.append(self.draft(bullet, BlockKind.ITEM, self._depth(line.left)))
                self._item_at = line.left
            elif above is not None and not apart and self._goes_on(above, line):
                self._write(self.drafts[-1], line)
            else:
                self.drafts.append(self.draft(line, BlockKind.PARAGRAPH))
            above = line

    def draft(self, line: Line, kind: BlockKind, level: int = 0) -> Draft:
        """A draft that begins with a line."""
        draft = Draft(kind, level)
        self._write(draft, line)
        return draft

    def _goes_on(self, above: Line, line: Line) -> bool:
        last = self.drafts[-1]
        if last.kind is BlockKind.ITEM:
            return line.left > self._item_at + 0.25 * line.size
        return last.kind is BlockKind.PARAGRAPH and abs(above.size - line.size) < 0.1 * line.size

    def _write(self, draft: Draft, line: Line) -> None:
        draft.gap("\n")
        before: Word | None = None
        for word in line.words:
            if before is not None:
                distance = word.left - before.right
                if distance > _WIDE * word.size:
                    draft.gap("\t")
                elif not (word.glued and distance < 0.15 * word.size):
                    draft.gap(" ")
            self._mark(draft, before, word)
            draft.write(word.text, None)
            before = word
        self._mark(draft, before, None)

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


def _merged(sizes: Sequence[float]) -> list[float]:
    """Sizes, largest first, that differ enough to be told apart."""
    kept: list[float] = []
    for size in sizes:
        if not kept or size < kept[-1] * 0.93:
            kept.append(size)
    return kept
