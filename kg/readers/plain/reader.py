"""Plain text: lines as their author set them; headings, lists and ruled tables by their marks alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from kg.model import BlockKind, Document, Text
from kg.readers.layout.draft import Draft
from kg.readers.layout.texts import sourced
from kg.readers.plain.lines import Line, lines
from kg.readers.source.decoding import decode

_BULLET = re.compile(
    r"(>>|[-*+•‣⁃∙·◦○●◉◆◇■□▪▫▶►▸▹➢➤➔➜→⇒»›✓✔✗✦✧★☆❖❯✅☑⭐🔹🔸🔷🔶🔺🔻🔘🔵🟢🟣🟠🔴⚫⚪👉📌]\ufe0f?|[\uf0a7\uf0b7\uf0d8\uf076]|[–—](?=\s))"
    r"(?:[ \t\u00a0\u200b]+|(?<=[^-*+–—·»›→*])(?=[^\s\-*]))"
)
# "o" is the bullet of the second level that word processors leave behind; where several lines begin so it is none of
# the words "o" there are.
_ROUND = re.compile(r"(o)[ \t]+(?=\S)")
_SURELY_ROUND = re.compile(r"o[ \t]+[A-Z0-9]")
_FEWEST_ROUND = 3
_NUMBER = re.compile(r"(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)][ \t]+(?=\S)|\(\d{1,2}\)[ \t]+(?=\S)")
_ATX = re.compile(r"(#{1,6})[ \t]+(?=\S)|(#{2,6})(?=[^\W\d_])")
# AsciiDoc's headings.
_EQUALS = re.compile(r"(={1,6})[ \t]+(?=\S)")
_LEVELS = {"=": 1, "═": 1, "━": 1, "#": 1, "*": 3, "~": 3, "^": 3, "+": 3}
_BAR = re.compile("[│┃║]")
# Leaders ("Acorn Ltd ........ Leeds") part as space does.
_LEADERS = r"[ \t\u00a0]++[-–—_.·…]{4,}+[ \t\u00a0]++"
# A heading in the middle of a rule ("-- Work ------", "=== Work ==="), or in brackets that stand alone.
_FRAMED = re.compile(
    r"([=\-~*_#+─═━—–])\1+ {1,3}(?P<in>[^\W\d_][^=~*_#+─═━]{1,60}?) {1,3}\1{2,}|\[ (?P<boxed>[^\[\]\n]{3,40}) \]"
)
_GAP = re.compile(rf"{_LEADERS}|[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{{3,}}")
# What nobody writes but in Markdown: its headings, links and the addresses they refer to.
_MARKDOWN = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        r"^#{1,6} \S",
        r"^\[[^\]\n]{1,80}\]: {0,3}(?:https?:|/|#|mailto:)\S",
        r"\w\]\((?:https?:|/|#|mailto:)[^\s)]{1,500}\)",
    )
)
_HEADING_LENGTH = 120
_SIGN_LENGTH = 50


def read(document: Document) -> Text:
    """The blocks of a plain text. One with Markdown's headings is Markdown, whatever it is called."""
    source = decode(document)
    if any(len(sign.findall(source.content)) >= 2 for sign in _MARKDOWN):
        from kg.readers.markdown.reader import from_source

        return from_source(source)
    writer = _Writer(lines(source.content))
    writer.run()
    return sourced(source, writer.drafts)


class _Writer:
    """Goes over the lines once; a draft is open while lines go on belonging to it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.drafts: list[Draft] = []
        self._lines = lines
        self._open: Draft | None = None
        self._marks: list[tuple[int, str]] = []
        self._hanging: int | None = None
        self._apart = True  # whether an empty line stands above
        self._led = False  # whether the open item begins what stands between empty lines: the lines below are of it
        round_ones = [line.text for line in lines if _ROUND.match(line.text)]
        capital = sum(1 for text in round_ones if _SURELY_ROUND.match(text))
        self._equals = sum(1 for line in lines if _EQUALS.match(line.text)) > 1
        self._rounded = capital >= _FEWEST_ROUND and 2 * capital > len(round_ones)

    def run(self) -> None:
        skip = False
        for index, line in enumerate(self._lines):
            below = self._lines[index + 1] if index + 1 < len(self._lines) else None
            if skip:
                skip = False
            elif not line.text:
                self._open, self._apart = None, True
            elif line.rule:
                self._open = self._hanging = None
                self._apart = False
            elif self._underlined(index) and below is not None:
                self._heading(line, _LEVELS.get(below.rule or "", 2), 0)
                skip = True
                self._apart = False
            else:
                self._line(line)
                self._apart = False

    def _underlined(self, index: int) -> bool:
        if index + 1 == len(self._lines):
            return False
        line, rule = self._lines[index], self._lines[index + 1].rule
        if rule is None or len(line.text) > _HEADING_LENGTH or _GAP.search(line.text) or _BAR.search(line.text):
            return False
        above = self._lines[index - 1] if index else None
        if above is not None and above.rule is not None:
            return above.rule == rule  # a rule of another kind above makes this a line of a ruled table
        alone = above is None or not above.text or self._open is None
        return alone or abs(len(self._lines[index + 1].text) - len(line.text)) <= 2

    def _line(self, line: Line) -> None:
        framed = _FRAMED.fullmatch(line.text)
        if framed:
            start, end = framed.span("in" if framed["in"] else "boxed")
            self._heading(Line(line.start, line.text[:end], line.indent), 2, start)
            return
        heading = _ATX.match(line.text) or (_EQUALS.match(line.text) if self._equals else None)
        if heading:
            self._heading(line, len(heading.group(1) or heading.group(2)), heading.end())
            return
        initial = not self.drafts and line.text[0].isupper()  # a page begins with "A. Roe", not with "A."
        bullet = _BULLET.match(line.text) or (None if initial else _NUMBER.match(line.text))
        bullet = bullet or (_ROUND.match(line.text) if self._rounded else None)
        if bullet and bullet.end() < len(line.text):
            mark = "1" if bullet.re is _NUMBER else bullet.group(1)
            self._begin(BlockKind.ITEM, self._depth(line.indent, mark))
            self._hanging, self._led = line.indent, self._apart
            self._write(line.text[bullet.end() :], line.start + bullet.end())
        elif _BAR.search(line.text):
            self._row(line)
        elif len(line.text) <= _SIGN_LENGTH and unicodedata.category(line.text[0]) == "So":
            self._marks.clear()  # a short line led by a pictograph opens something new
            self._begin(BlockKind.PARAGRAPH)
            self._write(line.text, line.start)
            self._open = self._hanging = None
        else:
            if self._open is not None and self._hanging is not None and line.indent <= self._hanging and not self._led:
                self._open = None
            if self._open is None:
                self._begin(BlockKind.PARAGRAPH)
                self._hanging = None
            self._write(line.text, line.start)

    def _heading(self, line: Line, level: int, skip: int) -> None:
        self._begin(BlockKind.HEADING, level)
        text = line.text[skip:]
        closed = text.rstrip("#").rstrip() if skip else ""
        self._write(closed or text, line.start + skip)
        self._open = self._hanging = None
        self._marks.clear()

    def _row(self, line: Line) -> None:
        self._begin(BlockKind.ROW)
        draft, position = self.drafts[-1], 0
        edges = [m.span() for m in re.finditer(f"{_BAR.pattern}|{_GAP.pattern}", line.text)]
        for start, end in [*edges, (len(line.text), len(line.text))]:
            cell = Draft(BlockKind.PARAGRAPH)
            cell.write(line.text[position:start], line.start + position)
            if cell.length:
                draft.cells.append(draft.append(cell, "\t"))
            position = end
        self._open = self._hanging = None

    def _begin(self, kind: BlockKind, level: int = 0) -> None:
        self._open = Draft(kind, level)
        self.drafts.append(self._open)

    def _write(self, text: str, at: int) -> None:
        if self._open is None:
            return
        self._open.gap("\n")
        position = 0
        for gap in _GAP.finditer(text):
            self._open.write(text[position : gap.start()], at + position)
            self._open.gap("\t")
            position = gap.end()
        self._open.write(text[position:], at + position)

    def _depth(self, indent: int, mark: str) -> int:
        """The depth of an item: deeper than the last if it is indented more, or as much under a mark not yet in use."""
        while self._marks and self._marks[-1][0] > indent:
            self._marks.pop()
        for index, known in enumerate(self._marks):
            if known == (indent, mark):
                del self._marks[index + 1 :]
                return index + 1
        self._marks.append((indent, mark))
        return len(self._marks)
