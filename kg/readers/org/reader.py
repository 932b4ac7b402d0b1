"""Org-mode: headlines, lists, tables and blocks; keywords, drawers and what is exported elsewhere are hidden."""

from __future__ import annotations

import re

from kg.model import BlockKind, Document, Text
from kg.readers.html.feeding import feed
from kg.readers.latex.interpreter import Interpreter
from kg.readers.latex.spans import Span
from kg.readers.latex.tokens import tokenize
from kg.readers.layout.composer import Composer
from kg.readers.layout.draft import Draft
from kg.readers.layout.inline import Passage
from kg.readers.layout.texts import sourced
from kg.readers.org.inline import write
from kg.readers.source.decoding import decode

_HEADLINE = re.compile(
    r"(\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#[A-Z]\][ \t]+)?"
    r"(?P<title>[^\n]*?)(?:[ \t]+(?P<tags>:[\w@#%:]{1,100}:))?[ \t]*$"
)
_KEYWORD = re.compile(r"[ \t]*#\+(\w{1,40}):[ \t]*([^\n]*)")
_BLOCK = re.compile(r"[ \t]*#\+begin_(\w{1,20})", re.IGNORECASE)
_BLOCK_END = re.compile(r"[ \t]*#\+end_(\w{1,20})", re.IGNORECASE)
# Properties of a headline that résumé exporters print beside it, in this order; begin and end make one line.
_FIELD = re.compile(
    r"[ \t]*:(?P<name>(?!(?:END|end):)[A-Za-z_-]{1,40}):"
    r"(?:[ \t]+[<\[]?(?P<value>[^\n<>\[\]]*[^\s<>\[\]])[>\]]?)?[ \t]*$"
)
_SEEN = ("company", "employer", "organization", "institution", "school", "host", "location", "date", "from", "to")
_BEGIN, _END = ("from", "start-date", "start_date", "begin"), ("to", "end-date", "end_date")
_LAST_DATE = re.compile(r"(?:\b[A-Z][a-z]{2,8}\.? )?\b\d{4}(?:[-/]\d{1,2}){0,2}$")
_WEEKDAY = re.compile(r"(?<=\d) [A-Za-z]{2,3}\.?$")
_DRAWER = re.compile(r"[ \t]*:[A-Za-z_-]{1,40}:[ \t]*$")
# What org notes of its own work on a headline, which no export shows.
_PLANNING = re.compile(r"[ \t]*(?:CLOCK|SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[]\d")
_ITEM = re.compile(
    r"([ \t]*)(?:[-+]|(?<=[ \t])\*|\d{1,3}[.)])[ \t]+(?:\[[ xX-]\][ \t]+)?(?:(?P<term>[^\n]{1,80}?)[ \t]+::[ \t]+)?"
)
_RULE = re.compile(r"[ \t]*\|[-+|: \t]+$")
# How a column is set: signs in the cells of a row that shows nothing.
_COLUMN_SIGN = re.compile(r"\s*(?:/|<[lrc]?\d{0,3}>|<>|[<>])?\s*")
_DASHES = re.compile(r"[ \t]*-{5,}[ \t]*$")
_TITLES = frozenset({"title", "subtitle", "author", "email"})


def read(document: Document) -> Text:
    """The blocks of an Org document. Content is the source."""
    source = decode(document)
    writer = _Writer(source.content, document.source)
    writer.run()
    return sourced(
        source,
        writer.composer.drafts,
        [*writer.composer.hidden, *writer.hidden],
        language=writer.language,
        metadata=writer.metadata,
    )


class _Writer:
    """Goes over the lines once."""

    def __init__(self, content: str, source: str) -> None:
        self._source = source
        self.composer = Composer()
        self.hidden: list[Draft] = []
        self.metadata: dict[str, str] = {}
        self.language: str | None = None
        self._content = content
        self._hangs = -1  # what goes on a passage is indented more
        self._passage = Passage(lambda start, end: write(self.composer, content, start, end))
        self._block: str | None = None
        self._drawer = False
        self._fields: dict[str, tuple[str, int]] = {}
        self._block_from = 0
        self._skip_from: int | None = None
        self._indents: list[int] = []
        self._table = False

    def run(self) -> None:
        """Tell the composer what is seen."""
        position = 0
        for line in self._content.split("\n"):
            self._line(line, position)
            position += len(line) + 1
        self._passage.flush()
        self._end_table()
        self._end_lists(-1)
        self.composer.finish()

    def _line(self, line: str, at: int) -> None:
        if self._block is not None or self._drawer:
            self._inside(line, at)
            return
        headline = _HEADLINE.match(line)
        if headline:
            self._headline(headline, at)
        elif self._skip_from is not None:
            self._hide(line, at)
        elif not line.strip():
            self._passage.flush()
            self._end_table()
            self.composer.paragraph()
        elif line.lstrip().startswith("#"):
            self._special(line, at)
        elif _DRAWER.match(line):
            self._passage.flush()
            self._drawer = True
        elif _PLANNING.match(line):
            self._hide(line, at)
        elif line.lstrip().startswith("|"):
            self._row(line, at)
        elif _DASHES.match(line):
            self._passage.flush()
            self._end_lists(-1)
        else:
            self._words(line, at)

    def _headline(self, headline: re.Match[str], at: int) -> None:
        self._passage.flush()
        self._end_table()
        self._end_lists(-1)
        level = len(headline.group(1))
        if self._skip_from is not None and level > self._skip_from:
            self._hide(headline.group(), at)
            return
        tags = (headline["tags"] or "").strip(":").split(":")
        self._skip_from = level if "noexport" in tags or headline["title"].startswith("COMMENT ") else None
        if self._skip_from is not None:
            self._hide(headline.group(), at)
            return
        tag = f"h{min(level, 6)}"
        self.composer.open(tag)
        write(self.composer, self._content, at + headline.start("title"), at + headline.end("title"))
        self.composer.close(tag)

    def _special(self, line: str, at: int) -> None:
        self._passage.flush()
        block, keyword = _BLOCK.match(line), _KEYWORD.match(line)
        if block:
            self._end_table()
            self._block = block.group(1).lower()
            if self._block == "export" and line.split()[1:2] in (["latex"], ["html"]):
                self._block = line.split()[1]
            self._block_from = at + len(line)
            if self._block in ("src", "example", "verse"):
                self.composer.open("pre")
            elif self._block == "quote":
                self.composer.open("blockquote")
        elif keyword:
            name, value = keyword.group(1).lower(), keyword.group(2).strip()
            if name == "language" and re.fullmatch(r"[a-z]{2,3}(?:[-_][A-Za-z]{2})?", value):
                self.language = value.replace("_", "-")
            if value:
                self.metadata.setdefault(name, value[:500])
            if name in _TITLES and value:
                self._title(name, at + keyword.start(2), at + keyword.end(2))
            else:
                self._hide(line, at)
        else:
            self._hide(line, at)

    def _title(self, name: str, start: int, end: int) -> None:
        tag = "h1" if name == "title" else "p"
        self.composer.open(tag)
        write(self.composer, self._content, start, end)
        self.composer.close(tag)

    def _inside(self, line: str, at: int) -> None:
        """A line of a block or a drawer."""
        end = _BLOCK_END.match(line)
        if self._drawer:
            self._drawer = line.strip().lower() != ":end:"
            self._hide(line, at)
            if field := _FIELD.match(line):
                self._field(field, at)
            elif not self._drawer:
                self._show_fields()
        elif self._block in ("latex", "html"):
            if end:
                self._exported(self._block_from, at)
                self._block = None
        elif end and end.group(1).lower() == self._block:
            self._passage.flush()
            self.composer.close("blockquote" if self._block == "quote" else "pre")
            self._block = None
        elif self._block in ("src", "example", "verse"):
            self.composer.text(f"{line}\n", at)
        elif self._block in ("quote", "center") and line.strip():
            self._words(line, at)
        elif self._block in ("quote", "center"):
            self._passage.flush()
            self.composer.paragraph()
        else:
            self._hide(line, at)  # exported to one format only, or a comment

    def _field(self, field: re.Match[str], at: int) -> None:
        name = field["name"].lower()
        name = "from" if name in _BEGIN else "to" if name in _END else name
        if name == "to" and not field["value"] and "from" in self._fields:
            self._fields.setdefault("to", ("", at))
        elif name in _SEEN and field["value"]:
            value = _WEEKDAY.sub("", field["value"])
            self._fields.setdefault(name, (value, at + field.start("value")))

    def _show_fields(self) -> None:
        """What the properties of a headline say, as lines under it."""
        for name in _SEEN:
            if name not in self._fields:
                continue
            if name == "to" and "from" in self._fields:
                self.composer.text(" – ", None)
            else:
                self.composer.newline()
            value, at = self._fields[name]
            if not value:
                continue  # an end that is left open
            if name == "to" and "from" not in self._fields and (date := _LAST_DATE.search(value)):
                if words := value[: date.start()].strip():
                    self.composer.text(words, at)
                    self.composer.text(", ", None)
                self.composer.text("until ", None)
                value, at = date.group(), at + date.start()
            self.composer.text(value, at)
        self._fields.clear()
        self.composer.paragraph()

    def _exported(self, start: int, end: int) -> None:
        """What is given to LaTeX or to the web as it is stands on the page that most readers get."""
        if self._block == "html":
            feed(self._content, self.composer, start, end)
        else:
            interpreter = Interpreter(self._source, self.composer)
            tokens = tokenize(self._content, start, end)
            interpreter.run(Span(tokens, 0, len(tokens.items)))
        self.composer.paragraph()

    def _words(self, line: str, at: int) -> None:
        item = _ITEM.match(line)
        indent = len(line) - len(line.lstrip())
        if item is None and self._passage and indent > self._hangs:
            self._passage.add(at + indent, at + len(line.rstrip()))
            return
        self._passage.flush()
        self._end_table()
        inside = bool(self._indents) and indent > self._indents[-1]
        self._hangs = indent if item else self._indents[-1] if inside else -1
        if item is None:
            if not inside:
                self._end_lists(indent)
            self.composer.newline()
            self._passage.add(at + indent, at + len(line.rstrip()))
            return
        self._end_lists(indent)
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
            self.composer.open("ul")
        self.composer.open("li")
        if item["term"]:
            self.composer.open("b")
            write(self.composer, self._content, at + item.start("term"), at + item.end("term"))
            self.composer.close("b")
            self.composer.symbol(":", at + item.end("term"), item.end() - item.end("term"))
            self.composer.text(" ")
        self._passage.add(at + item.end(), at + len(line.rstrip()))

    def _end_lists(self, indent: int) -> None:
        """End the lists that are deeper than a line indented by `indent`."""
        while self._indents and (self._indents[-1] > indent or indent < 0):
            self._indents.pop()
            self.composer.close("ul")
        if self._indents and self._indents[-1] == indent:
            self.composer.close("li")

    def _row(self, line: str, at: int) -> None:
        self._passage.flush()
        if not self._table:
            self._end_lists(-1)
            self._table = True
            self.composer.open("table")
        if _RULE.match(line) or all(_COLUMN_SIGN.fullmatch(cell) for cell in line.split("|")):
            return
        self.composer.open("tr")
        start = line.index("|") + 1
        for cell in re.finditer(r"[^|]*(?:\||$)", line[start:]):
            words = cell.group().rstrip("|")
            if cell.start() == cell.end():
                break
            self.composer.open("td")
            write(self.composer, self._content, at + start + cell.start(), at + start + cell.start() + len(words))
            self.composer.close("td")
        self.composer.close("tr")

    def _end_table(self) -> None:
        if self._table:
            self.composer.close("table")
            self._table = False

    def _hide(self, line: str, at: int) -> None:
        draft = Draft(BlockKind.PARAGRAPH)
        draft.write(line, at)
        if draft.length:
            self.hidden.append(draft)
