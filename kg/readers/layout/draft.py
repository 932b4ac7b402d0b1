"""A block in the making: visible text, and where in the source each of its characters stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Block, BlockKind, Inline, InlineKind, Run

# Characters that are there and that nobody sees: zero-width spaces, soft hyphens, direction marks.
_UNSEEN = "\u200b\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u180e"
_PIECE = re.compile(f"[^\\s{_UNSEEN}]+(?: [^\\s{_UNSEEN}]+)*|\\s+|[{_UNSEEN}]+")
_WIDE = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{4,}")
_SET_OFF = (InlineKind.STRONG, InlineKind.EMPHASIS)
_WORD = 3
_DATED = re.compile(r"(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d")
_STRENGTH = {"": 0, " ": 1, "\t": 2, "\n": 3}


class Draft:
    """A block being written. White space collapses as on a page; `gap` asks for layout between two words."""

    def __init__(self, kind: BlockKind, level: int = 0) -> None:
        self.kind = kind
        self.level = level
        self.quoted = False
        self.inlines: list[Inline] = []
        self.cells: list[tuple[int, int]] = []
        self.labels: tuple[str, ...] = ()
        self.runs: list[Run] = []
        self.length = 0
        self._parts: list[str] = []
        self._gap = ""
        self._space_at: int | None = None
        self._ended = -1
        self._seam, self._seam_gap = -1, " "
        self._open: list[tuple[InlineKind, str | None, int | None]] = []
        self._waiting = False

    @property
    def text(self) -> str:
        """What has been written so far."""
        return "".join(self._parts)

    def write(self, text: str, at: int | None, *, keep: bool = False, columns: bool = False) -> None:
        """Write `text`, which stands in the source at `at` (None: nowhere); `keep` leaves its white space as it is.

        With `columns`, tabs and wide gaps inside a line part columns, as in plain text.
        """
        if keep:
            self._keep(text, at)
            return
        for match in _PIECE.finditer(text):
            piece = match.group()
            place = None if at is None else at + match.start()
            if piece[0].isspace():
                wide = columns and _WIDE.fullmatch(piece) is not None
                self.gap("\t" if wide else " ", place if piece == " " else None)
            elif piece[0].isprintable() or len(piece) > 1 or piece[0] in "\u200c\u200d":
                self._put(piece, place)

    def symbol(self, text: str, at: int, size: int) -> None:
        """Write `text`, which the source writes as the `size` characters from `at` on."""
        if text.isspace():
            self.gap(" ")
        elif text:
            self._put(text, at, size)

    def gap(self, gap: str, at: int | None = None) -> None:
        """Part the next word from the last: by a space, a wide gap (tab) or a line break; the strongest wins."""
        if _STRENGTH[gap] > _STRENGTH[self._gap]:
            self._gap = gap
            self._space_at = at if gap == " " else None

    def open(self, kind: InlineKind, target: str | None = None) -> None:
        """Begin a stretch that is set in a certain way, at the next word."""
        self._open.append((kind, target, None))
        self._waiting = True

    def close(self, kind: InlineKind) -> None:
        """End the innermost open stretch of that kind."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is kind:
                _, target, start = self._open.pop(index)
                if kind in _SET_OFF:
                    self._ended = self.length
                if start is not None and start < self.length:
                    self.inlines.append(Inline(kind, start, self.length, target))
                return

    def seam(self, gap: str = " ") -> None:
        """An element begins or ends: a word that begins here is one of its own, though no space stands before it.

        `gap` is what then parts it from the last.
        """
        self._seam, self._seam_gap = self.length, gap

    def append(self, other: Draft, gap: str) -> tuple[int, int]:
        """Write what another draft holds, parted by `gap`; returns the (start, end) it now has."""
        if other.length == 0:
            return self.length, self.length
        self._gap, self._space_at = (gap if self.length else ""), None
        self._fill_gap()
        base = self.length
        self._parts.append(other.text)
        self.runs += [Run(base + run.text, run.content, run.length, run.size) for run in other.runs]
        self.inlines += [Inline(i.kind, base + i.start, base + i.end, i.target) for i in other.inlines]
        self.length += other.length
        return base, self.length

    def part(self, start: int, end: int) -> Draft:
        """What stands from `start` to `end`, as a draft of its own."""
        draft = Draft(BlockKind.PARAGRAPH)
        for run in self.runs:
            first, last = max(run.text, start), min(run.text + run.length, end)
            if first < last:
                at = run.content if run.size is not None else run.content + first - run.text
                draft.runs.append(Run(first - start, at, last - first, run.size))
        inlines = [Inline(i.kind, max(i.start, start), min(i.end, end), i.target) for i in self.inlines]
        draft.inlines = [Inline(i.kind, i.start - start, i.end - start, i.target) for i in inlines if i.start < i.end]
        draft._parts, draft.length = [self.text[start:end]], end - start
        return draft

    def block(self, start: int, end: int, runs: Iterable[Run] | None = None) -> Block:
        """The finished block, which spans `start` to `end` of the content; `runs` other than its own may be given."""
        inlines = tuple(sorted(self.inlines, key=lambda inline: (inline.start, -inline.end, inline.kind.value)))
        return Block(
            self.kind,
            self.text,
            start,
            end,
            level=self.level,
            runs=tuple(self.runs if runs is None else runs),
            inlines=inlines,
            cells=tuple(self.cells),
            labels=self.labels,
        )

    def _keep(self, text: str, at: int | None) -> None:
        for offset, line in _lines(text):
            if offset:
                self.gap("\n")
            shown = line.rstrip() if self.length else line.strip()
            if shown:
                self._put(shown, None if at is None else at + offset + line.index(shown))

    def _put(self, text: str, at: int | None, size: int | None = None) -> None:
        if not self._gap and self._set_apart(text):
            self.gap("\t")
        elif not self._gap and self._seam == self.length and self._begins_word(text):
            self.gap(self._seam_gap)
        self._fill_gap(at)
        if self._waiting:
            self._waiting = False
            self._open = [(kind, target, self.length if start is None else start) for kind, target, start in self._open]
        self._parts.append(text)
        if at is not None:
            self._map(at, len(text), size)
        self.length += len(text)

    def _set_apart(self, text: str) -> bool:
        """Whether a word begins here though no space stands before it: "Teacher<b>2019</b>", "**2019**Teacher"."""
        begins = any(kind in _SET_OFF and start is None for kind, _, start in self._open)
        return (begins or self._ended == self.length) and self._begins_word(text)

    def _begins_word(self, text: str) -> bool:
        """Whether what follows the last word cannot be the rest of it: "Teacher" and then "May" or "2019"."""
        if not self._parts or len(text) < _WORD:
            return False
        last = self._parts[-1]
        if len(last) < _WORD:
            return False
        if text[0].isupper():
            return last[-1].islower() or last[-1].isdigit() or last[-1] == ")"
        return text[0].isdigit() and (last[-1].isalpha() or last[-1] == ")") and _DATED.match(text) is not None

    def _fill_gap(self, at: int | None = None) -> None:
        if self._gap and self.length:
            self._parts.append(self._gap)
            if self._space_at is not None and at == self._space_at + 1:
                self._map(self._space_at, 1, None)
            self.length += 1
        self._gap, self._space_at = "", None

    def _map(self, at: int, length: int, size: int | None) -> None:
        if size is None and self.runs:
            last = self.runs[-1]
            if last.size is None and last.text + last.length == self.length and last.content + last.length == at:
                self.runs[-1] = Run(last.text, last.content, last.length + length)
                return
        self.runs.append(Run(self.length, at, length, size))


def _lines(text: str) -> Iterable[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        yield offset, line
        offset += len(line) + 1
