"""reStructuredText: sections, lists, fields, definitions and tables. Nothing is included, nothing raw passed through.

A reader of our own: that of docutils gives no places, and takes 35 seconds for 40 KB of hostile markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import BlockKind, Document, Text
from kg.readers.layout.composer import Composer
from kg.readers.layout.draft import Draft
from kg.readers.layout.inline import Passage, picture
from kg.readers.layout.texts import sourced
from kg.readers.rst.inline import write
from kg.readers.rst.tables import grid_cells, grid_edges, is_grid, simple_columns, spread
from kg.readers.source.decoding import decode

_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{1,}\s*$")
_ITEM = re.compile(r"(?:[-*+•‣⁃]|\d{1,3}[.)]|#\.|\([a-z\d]{1,2}\)|[a-zA-Z][.)])[ \t]+(?=\S)")
_FIELD = re.compile(r":(?P<name>[^:\n`]{1,80}):(?:[ \t]+|$)")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|$)")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?P<name>[\w-]{1,40})::[ \t]*")
_NOTE = re.compile(r"\.\.[ \t]+\[[^\]\n]{1,40}\][ \t]*")
_TOLD = re.compile(
    "note|tip|hint|important|warning|attention|caution|danger|error|admonition|topic|sidebar|container|class|compound|"
    "pull-quote|epigraph|highlights|rubric|centered|line-block|only|table"
)
# A picture, or a name that stands for one where a text has it; and what it says to those who do not see it.
_PICTURE = re.compile(
    r"\.\.[ \t]+(?:\|(?P<name>[^|\n]{1,80})\|[ \t]+)?(?:image|figure)::[ \t]+(?P<address>\S{1,2000})[ \t]*$"
)
_ALT = re.compile(r"[ \t]+:alt:[ \t]+(?P<alt>[^\n]{1,200})$")
# A row of a table that is written as a list of lists, and a cell of it.
_LISTED_ROW = re.compile(r"[ \t]+\*[ \t]+-(?:[ \t]+|$)")
_LISTED_CELL = re.compile(r"[ \t]+-(?:[ \t]+|$)")
_HEAD_ROWS = re.compile(r"[ \t]+:header-rows:[ \t]*[1-9]")
_LONGEST_OPTIONS = 8
_LONGEST_TABLE = 500
_TITLED = frozenset({"admonition", "topic", "sidebar", "rubric", "centered"})


def read(document: Document) -> Text:
    """The blocks of a reStructuredText document. Content is the source; directives and comments are hidden."""
    source = decode(document)
    writer = _Writer(source.content)
    writer.run()
    return sourced(source, writer.composer.drafts, [*writer.composer.hidden, *writer.hidden])


class _Writer:
    """Goes over the lines once, looking one or two ahead."""

    def __init__(self, content: str) -> None:
        self.composer = Composer()
        self.hidden: list[Draft] = []
        self._content = content
        self._passage = Passage(self._write)
        self._lines = content.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._levels: list[tuple[str, bool]] = []
        self._indents: list[int] = []
        self._hide_from: int | None = None
        self._code_from: int | None = None
        self._field: int | None = None
        self._term: int | None = None
        self._pictures = dict(self._defined())

    def _defined(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for index, line in enumerate(self._lines):
            if line.startswith("..") and (found := _PICTURE.match(line)) and found["name"]:
                yield found["name"].strip(), (self._alt(index), found["address"])

    def _alt(self, index: int) -> str:
        """What the options under a picture say that it shows."""
        for line in self._lines[index + 1 : index + 1 + _LONGEST_OPTIONS]:
            if found := _ALT.match(line):
                return found["alt"]
            if not line.strip() or not line[0].isspace():
                break
        return ""

    def run(self) -> None:
        """Tell the composer what is seen."""
        index = 0
        while index < len(self._lines):
            index = self._line(index)
        self._passage.flush()
        self.composer.finish()

    def _write(self, start: int, end: int) -> None:
        write(self.composer, self._content, start, end, self._pictures)

    def _line(self, index: int) -> int:
        line = self._lines[index]
        words = line.strip()
        indent = len(line) - len(line.lstrip())
        if not words:
            self._passage.flush()
            self.composer.paragraph()
            return index + 1
        if self._inside(index, indent):
            return index + 1
        self._outdent(indent, item=_ITEM.match(words) is not None)
        if heading := self._heading(index):
            return heading
        if is_grid(words):
            return self._grid(index)
        if (columns := simple_columns(line)) is not None:
            return self._simple(index, columns)
        if _RULE.match(words) and not self._lines[index - 1].strip() and len(words) >= 4:
            self._passage.flush()
            return index + 1
        if words.startswith(".. list-table::"):
            return self._listed_table(index, indent)
        self._told(index, indent, words)
        return index + 1

    def _inside(self, index: int, indent: int) -> bool:
        """Whether a line belongs to what is hidden or is code, by its indentation."""
        if self._hide_from is not None and indent > self._hide_from:
            self._passage.flush()
            self._hide(index)
            return True
        self._hide_from = None
        if self._code_from is not None and indent > self._code_from:
            self._passage.flush()
            self.composer.open("pre")
            self.composer.text(self._lines[index], self._starts[index])
            self.composer.close("pre")
            return True
        self._code_from = None
        return False

    def _told(self, index: int, indent: int, words: str) -> None:
        at = self._starts[index] + indent
        item, field = _ITEM.match(words), _FIELD.match(words)
        if _EXPLICIT.match(words):
            self._passage.flush()
            self._explicit(index, indent, words)
        elif item:
            self._item(at + item.end(), index, indent)
        elif field:
            self._pair(at + field.start("name"), at + field.end("name"))
            self._field = indent
            self._words(at + field.end(), index)
        elif words.startswith("| "):
            self._passage.flush()
            self.composer.newline()
            self._words(at + 2, index)
        elif not self._passage and self._defines(index, indent):
            self._pair(at, at + len(words))
            self._term = indent
        else:
            if not self._passage:
                self.composer.newline()
            self._words(at, index)

    def _item(self, start: int, index: int, indent: int) -> None:
        self._passage.flush()
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
            self.composer.open("ul")
        self.composer.open("li")
        self._words(start, index)

    def _words(self, start: int, index: int) -> None:
        end = self._starts[index] + len(self._lines[index].rstrip())
        if self._lines[index].rstrip().endswith("::"):
            self._code_from = len(self._lines[index]) - len(self._lines[index].lstrip())
            end -= 1 if end - start > 2 else 2
        if start < end:
            self._passage.add(start, end)

    def _pair(self, start: int, end: int) -> None:
        self._passage.flush()
        self.composer.open("dl")
        self.composer.open("dt")
        self._write(start, end)
        self.composer.close("dt")
        self.composer.open("dd")

    def _outdent(self, indent: int, *, item: bool = False) -> None:
        """End what a line that is indented no more than `indent` does not belong to."""
        if (self._field is not None and indent <= self._field) or (self._term is not None and indent <= self._term):
            self._field = self._term = None
            self._passage.flush()
            self.composer.close("dl")
        if self._indents and self._indents[-1] >= indent:
            self._passage.flush()
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
            self.composer.close("ul")
        if self._indents and self._indents[-1] == indent:
            self.composer.close("li")
            if not item:
                self._indents.pop()
                self.composer.close("ul")

    def _defines(self, index: int, indent: int) -> bool:
        """Whether a line is a term: the next one is indented more, and it stands first in its paragraph."""
        if index + 1 == len(self._lines) or self._field is not None or self._indents:
            return False
        following = self._lines[index + 1]
        first = (
            index == 0
            or not self._lines[index - 1].strip()
            or len(self._lines[index - 1]) - len(self._lines[index - 1].lstrip()) > indent
        )
        return first and bool(following.strip()) and len(following) - len(following.lstrip()) > indent

    def _heading(self, index: int) -> int | None:
        """The index after a heading that begins here, None if there is none."""
        line = self._lines[index].strip()
        below = self._lines[index + 1].rstrip() if index + 1 < len(self._lines) else ""
        third = self._lines[index + 2].rstrip() if index + 2 < len(self._lines) else ""
        if _RULE.fullmatch(line) and below.strip() and third == line and not _RULE.fullmatch(below.strip()):
            self._title(index + 1, (line[0], True))
            return index + 3
        under = _RULE.fullmatch(below)
        if (
            under
            and not _RULE.fullmatch(line)
            and len(below) >= min(len(line), 4)
            and self._lines[index][:1] not in (" ", "\t")
        ):
            self._title(index, (below[0], False))
            return index + 2
        return None

    def _title(self, index: int, style: tuple[str, bool]) -> None:
        if style not in self._levels:
            self._levels.append(style)
        self._passage.flush()
        self._outdent(-1)
        self._indents.clear()
        tag = f"h{min(self._levels.index(style) + 1, 6)}"
        self.composer.open(tag)
        line = self._lines[index]
        start = self._starts[index] + len(line) - len(line.lstrip())
        self._write(start, self._starts[index] + len(line.rstrip()))
        self.composer.close(tag)

    def _explicit(self, index: int, indent: int, words: str) -> None:
        directive, note = _DIRECTIVE.match(words), _NOTE.match(words)
        at = self._starts[index] + indent
        if note:
            self.composer.paragraph()
            self._words(at + note.end(), index)
        elif directive and _TOLD.fullmatch(directive["name"]):
            self.composer.paragraph()
            if directive["name"] not in ("class", "container"):
                tag = "b" if directive["name"] in _TITLED else "span"
                self.composer.open(tag)
                self._words(at + directive.end(), index)
                self._passage.flush()
                self.composer.close(tag)
            if directive["name"] in _TITLED:
                self.composer.paragraph()
        else:
            self._hide_from = indent
            shown = _PICTURE.match(words)
            if shown and not shown["name"]:
                span = (at, at + len(words))
                picture(self.composer, self._content, span, self._alt(index), shown["address"])
            self._hide(index)

    # --- tables --------------------------------------------------------------------------------------------------

    def _simple(self, index: int, columns: list[int]) -> int:
        """A table between lines of equals signs; what stands above the second of three is its head."""
        self._passage.flush()
        borders = [index]
        stop = index + 1
        while stop < min(len(self._lines), index + _LONGEST_TABLE) and len(borders) < 3:
            if simple_columns(self._lines[stop]) == columns:
                borders.append(stop)
                if stop + 1 == len(self._lines) or not self._lines[stop + 1].strip():
                    break
            stop += 1
        self.composer.open("table")
        for row in range(index + 1, borders[-1]):
            if row not in borders and self._lines[row].strip():
                self._row(
                    spread(self._lines[row], columns), self._starts[row], head=len(borders) == 3 and row < borders[1]
                )
        self.composer.close("table")
        return max(borders[-1], index) + 1

    def _listed_table(self, index: int, indent: int) -> int:
        """A table whose rows are the items of a list, and whose cells are those of lists in them."""
        self._passage.flush()
        stop = index + 1
        while stop < len(self._lines) and stop < index + _LONGEST_TABLE:
            line = self._lines[stop]
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                break
            stop += 1
        head = any(_HEAD_ROWS.match(line) for line in self._lines[index + 1 : index + 1 + _LONGEST_OPTIONS])
        self.composer.open("table")
        rows = 0
        for number in range(index + 1, stop):
            line = self._lines[number]
            row, cell = _LISTED_ROW.match(line), _LISTED_CELL.match(line)
            rows += row is not None
            if row:
                self.composer.open("tr")
            if row or (rows and cell):
                self.composer.open("th" if head and rows == 1 else "td")
            if rows:
                mark = row or cell
                begin = mark.end() if mark else len(line) - len(line.lstrip())
                self._write(self._starts[number] + begin, self._starts[number] + len(line))
                self.composer.text(" ")
        self.composer.close("table")
        return stop

    def _grid(self, index: int) -> int:
        self._passage.flush()
        stop = index
        while stop < len(self._lines) and self._lines[stop].strip()[:1] in ("+", "|"):
            stop += 1
        edges = grid_edges(self._lines[index])
        doubled = next(
            (i for i in range(index, stop) if "=" in self._lines[i][:8] and is_grid(self._lines[i].strip())), index
        )
        self.composer.open("table")
        first = index
        for border in range(index + 1, stop):
            if is_grid(self._lines[border].strip()):
                self._grid_row(first + 1, border, edges, head=border <= doubled)
                first = border
        self.composer.close("table")
        return max(stop, index + 1)

    def _grid_row(self, first: int, last: int, edges: list[int], *, head: bool) -> None:
        self.composer.open("tr")
        lines = [(row, grid_cells(self._lines[row], edges)) for row in range(first, last)]
        for column in range(len(edges) - 1):
            self.composer.open("th" if head else "td")
            for row, cells in lines:
                start, end = cells[column]
                self.composer.newline()
                self._write(self._starts[row] + start, self._starts[row] + end)
            self.composer.close("th" if head else "td")
        self.composer.close("tr")

    def _row(self, cells: list[tuple[int, int]], at: int, *, head: bool) -> None:
        self.composer.open("tr")
        for start, end in cells:
            self.composer.open("th" if head else "td")
            self._write(at + start, at + end)
            self.composer.close("th" if head else "td")
        self.composer.close("tr")

    def _hide(self, index: int) -> None:
        draft = Draft(BlockKind.PARAGRAPH)
        draft.write(self._lines[index], self._starts[index])
        if draft.length:
            self.hidden.append(draft)
