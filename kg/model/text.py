"""A text: what a reader made of a document, with offsets back into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from kg.model.document import Document


class BlockKind(StrEnum):
    """What a block is in the layout of its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    PAIR = "pair"
    QUOTE = "quote"
    CODE = "code"


class InlineKind(StrEnum):
    """What a stretch inside a block is set as."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of a block's text, `start` to `end`, set in a certain way; `target` is a link's or image's address."""

    kind: InlineKind
    start: int
    end: int
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters that stand at `text` in the block's text and at `content` in the text's content.

    With `size`, they are written there as `size` characters (an entity, an accent command) and mapped as a whole.
    """

    text: int
    content: int
    length: int
    size: int | None = None


_BEGINNING = attrgetter("text")


@dataclass(frozen=True, slots=True)
class Block:
    r"""A heading, paragraph, list item, table row or key–value pair.

    `text` is what a person sees, without markup; "\n" stands where the author broke a line. `level` is 1–6 for a
    heading and the nesting depth (from 1) for an item, else 0. `start` and `end` span the block, markup included, in
    the text's content. `runs` map `text` back to the content; breaks and gaps that stand for layout belong to none.
    "\t" in `text` is a wide gap: between cells, before a right-aligned date. `cells` are the (start, end) of a row's
    cells, of a pair's key and value, or of a record's values, in `text`; `labels` name them one by one, where the
    document does: by a table's column headings (a heading row is labelled with itself) or a record's keys.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int = 0
    runs: tuple[Run, ...] = ()
    inlines: tuple[Inline, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()
    labels: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the content: (start, end), a superset where markup lies between."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}-{end} in a block of {len(self.text)} characters")
        first = max(bisect_right(self.runs, start, key=_BEGINNING) - 1, 0)
        run = self.runs[first] if self.runs else None
        if run and run.size is None and run.text <= start and end <= run.text + run.length:  # by far the commonest
            return start + run.content - run.text, end + run.content - run.text
        last = max(bisect_right(self.runs, end - 1, first, key=_BEGINNING) - 1, 0)
        if first < last and start >= self.runs[first].text + self.runs[first].length:
            first += 1  # it starts in layout between two runs: take what follows
        covering = [_place(run, start, end - 1) for run in self.runs[first : last + 1]]
        return min(place[0] for place in covering), max(place[1] for place in covering)


def _place(run: Run, start: int, last: int) -> tuple[int, int]:
    """The (start, end) in the content of the characters from `start` to `last` of a block's text that `run` holds."""
    if run.size is not None:
        return run.content, run.content + run.size
    inside = min(max(start - run.text, 0), run.length - 1), min(max(last - run.text, 0), run.length - 1)
    return run.content + inside[0], run.content + inside[1] + 1


@dataclass(frozen=True, slots=True)
class Offset:
    """From `content` on, characters of the content correspond to bytes from `byte` on.

    `size` bytes make up the `length` characters of this stretch. In an even stretch each character takes the same
    number of bytes; any other (a repaired one, for example) is mapped as a whole.
    """

    content: int
    byte: int
    length: int
    size: int
    even: bool = True


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads from spans of the content to spans of the original bytes; `offsets` ascend and do not overlap."""

    offsets: tuple[Offset, ...]

    def bytes_span(self, start: int, end: int) -> tuple[int, int]:
        """The smallest known (start, end) of original bytes that hold `content[start:end]`."""
        return self._edge(start, first=True), self._edge(end - 1, first=False)

    def _edge(self, position: int, *, first: bool) -> int:
        index = max(bisect_right(self.offsets, position, key=lambda offset: offset.content) - 1, 0)
        offset = self.offsets[index]
        width, rest = divmod(offset.size, offset.length)
        if not offset.even or rest:
            return offset.byte if first else offset.byte + offset.size
        inside = min(max(position - offset.content, 0), offset.length - 1)
        return offset.byte + (inside + (0 if first else 1)) * width


@dataclass(frozen=True, slots=True)
class Text:
    """What a reader made of a document.

    `content` is the repaired text that evidence points into: the source itself for formats that people write as text
    (plain text, Markdown, LaTeX, …), the visible words for the others (HTML, PDF, DOCX). `blocks` are the visible
    parts in reading order; `hidden` holds matter that no reader of the page sees (front matter, comments). `encoding`
    is the one the bytes were decoded with. `language` is a BCP 47 tag where the document declares one. `metadata`
    holds what the format itself declares (title, author, modified, …), by lower-case name.
    """

    document: Document
    content: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap
    hidden: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    language: str | None = None
    metadata: dict[str, str] = field(default_factory=dict)
