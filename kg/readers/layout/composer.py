"""Elements → drafts: a page is laid out as a browser would, without its looks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.model import BlockKind, InlineKind
from kg.readers.layout import cards, elements, images, tables
from kg.readers.layout.draft import Draft
from kg.readers.layout.elements import Attributes
from kg.readers.layout.finishing import finished
from kg.readers.layout.nesting import ended_by

_DEEPEST = 400
_LINE = 60
_LONGEST_ITEM = 160
_STAND_ALONE = ("span", "time")


@dataclass
class _Item:
    """An open item; `heading` is the last one in it, which another one right below goes on.

    `draft` is what it begins with: short paragraphs right below are lines of it.
    """

    level: int
    fresh: bool = True
    draft: Draft | None = None
    heading: Draft | None = None


@dataclass(slots=True)
class _Frame:
    """An open element, and what to put back when it closes."""

    tag: str
    inline: InlineKind | None = None
    dropped: bool = False
    saved: tuple[list[Draft], Draft | None] | None = None
    items: list[_Item] | None = None
    bare: bool = False
    last: str | None = None
    apart: bool = False
    badge: bool = False
    begin: tuple[list[Draft], int] | None = None


@dataclass(slots=True)
class _List:
    """A definition list: what has been collected of the entry at hand."""

    keys: list[Draft] = field(default_factory=list)
    values: list[Draft] = field(default_factory=list)


class Composer:
    """Takes a page's elements and texts in order; `drafts` is what a reader sees, `hidden` what is kept apart."""

    def __init__(self, *, columns: bool = False) -> None:
        self._columns = columns
        self.drafts: list[Draft] = []
        self.hidden: list[Draft] = []
        self._sink = self.drafts
        self._draft: Draft | None = None
        self._frames = [_Frame("#page")]
        self._counts: Counter[str] = Counter()
        self._inlines: list[tuple[InlineKind, str | None]] = []
        self._items: list[_Item] = []
        self._tables: list[list[tables.Row]] = []
        self._lists: list[_List] = []
        self._breaks = 0
        self._dropped = self._overflow = 0
        self._heading = self._quote = self._pre = 0

    # --- what comes in -------------------------------------------------------------------------------------------

    def open(self, tag: str, attributes: Attributes | None = None) -> None:
        """An element begins. An image or a line break is whole with that."""
        attributes = attributes or {}
        self._end_implied(tag)
        if tag == "br":
            self.line_break()
        elif tag == "img":
            self._image(attributes)
        elif tag == "hr":
            self._flush()
        if tag in elements.VOID:
            return
        if len(self._frames) > _DEEPEST:
            self._overflow += 1  # a browser, too, lays out what is deeper as if it were beside
            return
        self._part(tag, attributes)
        frame = _Frame(tag, badge=tag not in elements.BLOCKS and elements.is_badge(attributes))
        self._frames.append(frame)
        self._counts[tag] += 1
        if self._dropped or tag in elements.DROPPED:
            frame.dropped = True
            self._dropped += 1
            return
        if self._unseen(tag, attributes):
            frame.saved = (self._sink, self._draft)
            self._sink, self._draft = self.hidden, None
        self._enter(tag, attributes, frame)
        if tag in cards.CONTAINERS and self._draft is None:
            frame.begin = (self._sink, len(self._sink))
        found = elements.inline(tag, attributes)
        if found is not None:
            frame.inline = found[0]
            self._inlines.append(found)
            if self._draft is not None:
                self._draft.open(*found)

    def close(self, tag: str) -> None:
        """An element ends, and with it whatever its author left open inside."""
        if tag == "br":
            self.line_break()
            return
        if self._overflow:
            self._overflow -= 1
            return
        if not self._counts[tag]:
            return
        barriers = elements.CELLS | {"table"} if tag not in ("table", "tr", "tbody", "thead", "tfoot") else set()
        for index in range(len(self._frames) - 1, 0, -1):
            if self._frames[index].tag == tag:
                while len(self._frames) > index:
                    self._leave(self._frames.pop())
                return
            if self._frames[index].tag in barriers:
                return

    def text(self, text: str, at: int | None = None) -> None:
        """Words of the page, which stand in the source at `at`."""
        if self._dropped:
            return
        frame = self._frames[-1]
        if text.isspace():
            frame.apart = True
            if self._draft is not None:
                self._draft.write(text, at, keep=self._pre > 0, columns=self._columns)
            return
        if text in elements.PERMALINKS and self._inlines and (self._inlines[-1][1] or "").startswith("#"):
            return
        frame.bare, frame.last = True, None
        self._current().write(text, at, keep=self._pre > 0, columns=self._columns)
        self._breaks = 0

    def symbol(self, text: str, at: int, size: int) -> None:
        """Words of the page that the source writes as the `size` characters from `at` on."""
        if self._dropped:
            return
        if not text.isspace():
            self._breaks = 0
            self._current().symbol(text, at, size)
        elif self._draft is not None:
            self._draft.gap(" ")

    def newline(self) -> None:
        """The author went to the next line, and a reader may see so."""
        if self._draft is not None and not self._dropped:
            self._draft.gap("\n")

    def wide_gap(self) -> None:
        """The next words stand at some distance, in a column or at the margin."""
        if self._draft is not None and not self._dropped:
            self._draft.gap("\t")

    def line_break(self) -> None:
        """A line ends; two of them end a paragraph."""
        self._breaks += 1
        if self._breaks >= 2 and not self._heading and not self._tables:
            self._flush()
        else:
            self.newline()

    def paragraph(self) -> None:
        """A paragraph ends."""
        if not self._dropped and not self._heading:
            self._flush()

    def image(self, names: list[tuple[str, int | None]], target: str | None, size: int | None = None) -> None:
        """An image that says `names`, each standing at a place in the source (as `size` characters, if given)."""
        if self._dropped:
            return
        for name, at in names:
            draft = self._current()
            if draft.inlines and draft.inlines[-1].kind is InlineKind.IMAGE and draft.inlines[-1].end == draft.length:
                draft.gap("\n")  # one image after the other: each is a line of its own
            draft.open(InlineKind.IMAGE, target)
            if at is not None and size is not None:
                draft.symbol(name, at, size)
            else:
                draft.write(name, at)
            draft.close(InlineKind.IMAGE)
            self._breaks = 0

    def place(self, shown: list[Draft], hidden: list[Draft]) -> None:
        """Blocks come in that are finished."""
        self._flush()
        self._sink += shown
        self.hidden += hidden

    def finish(self) -> None:
        """The page ends."""
        while len(self._frames) > 1:
            self._leave(self._frames.pop())
        self._flush()
        self.drafts, apart = finished(self.drafts)
        self.hidden += apart

    # --- how it is laid out --------------------------------------------------------------------------------------

    def _current(self) -> Draft:
        if self._draft is None:
            self._draft = Draft(*self._kind())
            self._draft.quoted = self._quote > 0
            for found in self._inlines:
                self._draft.open(*found)
        return self._draft

    def _kind(self) -> tuple[BlockKind, int]:
        if self._heading:
            return BlockKind.HEADING, self._heading
        if self._pre:
            return BlockKind.CODE, 0
        if self._items and self._items[-1].fresh:
            self._items[-1].fresh = False
            return BlockKind.ITEM, self._items[-1].level
        return (BlockKind.QUOTE if self._quote else BlockKind.PARAGRAPH), 0

    def _flush(self) -> None:
        draft, self._draft, self._breaks = self._draft, None, 0
        if draft is None or not draft.length:
            return
        for kind, _ in self._inlines:
            draft.close(kind)
        if self._items and draft.kind is BlockKind.ITEM:
            self._items[-1].draft = draft
        if (begun := self._begun(draft)) is not None:
            begun.append(draft, "\n")
        else:
            self._sink.append(draft)

    def _begun(self, draft: Draft) -> Draft | None:
        """The item that a short paragraph right below it, which is no sentence, goes on."""
        if draft.kind is not BlockKind.PARAGRAPH or draft.length > _LINE or cards.ends_sentence(draft.text):
            return None
        begun = self._items[-1].draft if self._items else None
        fits = begun is not None and begun.length <= _LONGEST_ITEM and self._sink[-1:] == [begun]
        return begun if fits else None

    def _part(self, tag: str, attributes: Attributes) -> None:
        """Part what follows from what was: by a new block, a new line or, between two bare spans, a wide gap."""
        if tag in elements.LINES and self._items and self._draft is not None and self._draft.kind is BlockKind.ITEM:
            self._draft.gap("\n")
        elif tag in elements.BLOCKS:
            self._flush()
        elif self._draft is not None and ((self._heading and tag == "small") or elements.is_set_apart(attributes)):
            self._draft.gap("\t")
        elif tag in _STAND_ALONE and self._draft is not None:
            frame = self._frames[-1]
            bare = frame.tag in elements.BLOCKS and not frame.bare and frame.last in _STAND_ALONE
            bare = bare and self._heading != 1 and not elements.is_part_of_name(attributes)
            if bare and frame.apart:
                self._draft.gap("\t")
            self._draft.seam("\t" if bare else " ")

    def _enter(self, tag: str, attributes: Attributes, frame: _Frame) -> None:
        if tag in elements.HEADINGS:
            self._heading = elements.HEADINGS[tag]
            above = self._items[-1].heading if self._items else None
            if above is not None and self._sink[-1:] == [above] and above.level == self._heading:
                self._draft = self._sink.pop()
                self._draft.gap("\n")
        elif tag in ("pre", "listing", "xmp"):
            self._pre += 1
        elif tag == "blockquote":
            self._quote += 1
        elif tag == "li":
            self._heading = 0  # no heading holds a list: one like it was to be closed, "<h2>Work<h2>"
            depth = sum(self._counts[name] for name in elements.LISTS)
            self._items.append(_Item(max(depth, 1)))
        elif tag == "table":
            self._tables.append([])
            frame.items, self._items = self._items, []
        elif tag == "tr" and self._tables:
            self._tables[-1].append(tables.Row(any(f.tag == "thead" for f in self._frames[-4:])))
        elif tag in elements.CELLS and self._tables:
            if not self._tables[-1]:
                self._tables[-1].append(tables.Row())
            cell = tables.Cell(tag == "th", _span(attributes, "colspan"), _span(attributes, "rowspan"))
            self._tables[-1][-1].cells.append(cell)
            self._collect(frame, cell.drafts)
        elif tag == "dl":
            self._lists.append(_List())
        elif tag in ("dt", "dd") and self._lists:
            if tag == "dt" and self._lists[-1].values:
                self._end_entry()
            self._collect(frame, self._lists[-1].keys if tag == "dt" else self._lists[-1].values)

    def _collect(self, frame: _Frame, drafts: list[Draft]) -> None:
        if frame.saved is None:  # what is unseen stays apart, in a cell as well
            frame.saved = (self._sink, None)
            self._sink = drafts

    def _leave(self, frame: _Frame) -> None:
        tag = frame.tag
        self._counts[tag] -= 1
        if frame.dropped:
            self._dropped -= 1
            return
        if tag in elements.LINES and self._items and self._draft is not None and self._draft.kind is BlockKind.ITEM:
            self._draft.gap("\n")
        elif tag in elements.BLOCKS or frame.saved is not None:
            self._flush()
        if frame.begin is not None:
            self._gather(*frame.begin)
        if frame.inline is not None:
            for index in range(len(self._inlines) - 1, -1, -1):
                if self._inlines[index][0] is frame.inline:
                    del self._inlines[index]
                    break
            if self._draft is not None:
                self._draft.close(frame.inline)
        if self._draft is not None and frame.badge:
            self._draft.gap("\t")
        elif self._draft is not None and tag in _STAND_ALONE:
            self._draft.seam()
        if frame.saved is not None:
            self._sink, self._draft = frame.saved
        self._exit(tag, frame)
        parent = self._frames[-1]
        parent.last, parent.apart = (tag, False) if tag not in elements.BLOCKS else (None, False)

    def _gather(self, sink: list[Draft], begin: int) -> None:
        """Keep an entry's lines together that a container holds; what holds more is none itself."""
        if sink is self._sink and len(sink) > begin + 1 and cards.gather(sink, begin, max(len(self._items), 1)):
            for outer in self._frames:
                if outer.begin is not None and outer.begin[1] < begin:
                    outer.begin = None

    def _exit(self, tag: str, frame: _Frame) -> None:
        if tag in elements.HEADINGS:
            self._heading = 0
            if self._items:
                self._items[-1].fresh = False
                self._items[-1].heading = self._sink[-1] if self._sink else None
        elif tag in ("pre", "listing", "xmp"):
            self._pre -= 1
        elif tag == "blockquote":
            self._quote -= 1
        elif tag == "li":
            self._items.pop()
        elif tag == "table":
            rows = self._tables.pop()
            self._items = frame.items or []
            self._sink.extend(tables.lay_out(rows))
        elif tag == "dl":
            self._end_entry()
            self._lists.pop()

    def _end_entry(self) -> None:
        """Write out an entry of a definition list: a pair if its value is short, else its parts."""
        entry = self._lists[-1]
        keys, values = entry.keys, entry.values
        entry.keys, entry.values = [], []
        sink = self._sink
        if keys and values and tables.Cell(drafts=values).simple and tables.Cell(drafts=keys).simple:
            sink.append(tables.pair(tables.merged(keys), tables.merged(values)))
            return
        sink.extend(tables.emphasized(key) for key in keys)
        sink.extend(values)

    def _end_implied(self, tag: str) -> None:
        ended, scope = ended_by(tag)
        if not any(self._counts[name] for name in ended):
            return
        for index in range(len(self._frames) - 1, 0, -1):
            if self._frames[index].tag in ended:
                while len(self._frames) > index:
                    self._leave(self._frames.pop())
                return
            if self._frames[index].tag in scope:
                return

    def _unseen(self, tag: str, attributes: Attributes) -> bool:
        asked = tag in ("label", "legend") and self._counts["form"] > 0
        pressed = elements.is_control(tag, attributes) and not self._heading
        return asked or pressed or elements.unseen(tag, attributes) or self._footer(tag, attributes)

    def _footer(self, tag: str, attributes: Attributes) -> bool:
        return elements.is_footer(tag, attributes) and not any(
            f.tag in ("main", "article", "section", "blockquote") for f in self._frames
        )

    def _image(self, attributes: Attributes) -> None:
        address = attributes.get("src") or ""
        size = images.pixels(attributes.get("width"), attributes.get("height"))
        said = images.names(attributes.get("alt") or "", address, size)
        self.image([(name, None) for name in said], address or None)


def _span(attributes: Attributes, name: str) -> int:
    value = (attributes.get(name) or "").strip()
    return min(int(value), 100) or 1 if value.isascii() and value.isdigit() and len(value) < 5 else 1
