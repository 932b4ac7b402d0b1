"""A text: what a reader made of a document, with offsets back into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

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
    """`length` characters that stand at `text` in the block's text and at `content` in the text's content."""

    text: int
    content: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row or key–value pair.

    `text` is what a person sees, without markup; "\\n" stands where the author broke a line. `level` is 1–6 for a
    heading and the nesting depth (from 1) for an item, else 0. `start` and `end` span the block, markup included, in
    the text's content. `runs` map `text` back to the content. `cells` are the (start, end) of a row's cells, or of a
    pair's key and value, in `text`.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int = 0
    runs: tuple[Run, ...] = ()
    inlines: tuple[Inline, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the content: (start, end), a superset where markup lies between."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}-{end} in a block of {len(self.text)} characters")
        return self._locate(start), self._locate(end - 1) + 1

    def _locate(self, position: int) -> int:
        index = max(bisect_right(self.runs, position, key=lambda run: run.text) - 1, 0)
        run = self.runs[index]
        return run.content + min(position - run.text, run.length - 1)


@dataclass(frozen=True, slots=True)
class Offset:
    """From `content` on, characters of the content correspond to bytes from `byte` on.

    `size` bytes make up the `length` characters of this stretch. Inside a stretch whose `size` equals its `length`
    each character is one byte; any other stretch is mapped as a whole.
    """

    content: int
    byte: int
    length: int
    size: int


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
        inside = min(position - offset.content, offset.length - 1)
        if offset.size == offset.length:
            return offset.byte + inside + (0 if first else 1)
        return offset.byte if first else offset.byte + offset.size


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
