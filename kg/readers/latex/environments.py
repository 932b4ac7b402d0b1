r"""The environments of a LaTeX document: lists, tables, and what classes and authors make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from kg.readers.latex import commands as known
from kg.readers.latex.macros import Macros
from kg.readers.latex.shapes import Part, shape, title_of
from kg.readers.latex.spans import Span, argument_at, declares, group_at, option_at, words_of
from kg.readers.layout.composer import Composer

_BOLD_COLUMN = re.compile(r"[^lcrpX]{0,9}>\{?\\bfseries")


class Page(Protocol):
    """What environments need of the interpreter they are part of."""

    composer: Composer
    macros: Macros

    def run(self, span: Span) -> None:
        """Tell what the span shows."""
        ...

    def grouped(self, span: Span) -> None:
        """Tell what the span shows; its declarations end with it."""
        ...

    def show(self, parts: list[Part]) -> None:
        """Show the arguments of a command."""
        ...

    def say(self, span: Span, text: str, start: int, end: int, *, verbatim: bool = False) -> None:
        """Tell words that the source writes between two places; `verbatim` if it has them as they are."""
        ...

    def open_group(self) -> None:
        """A group begins."""
        ...

    def close_group(self) -> None:
        """The innermost group ends."""
        ...


@dataclass(slots=True)
class _Environment:
    name: str
    items: bool = False
    table: bool = False
    tabs: bool = False
    obeying: bool = False
    first_cell: str = "td"
    ends: Span | None = None


class Environments:
    """Those that are open."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open: list[_Environment] = []
        self.ended = False

    @property
    def in_table(self) -> bool:
        """Whether cells and line breaks are those of a table."""
        return any(environment.table for environment in self._open[-2:])

    @property
    def in_tabs(self) -> bool:
        """Whether signs are those of `tabbing`."""
        return bool(self._open) and self._open[-1].tabs

    @property
    def obeying(self) -> bool:
        """Whether the line ends of the source are those of the page."""
        return any(environment.obeying for environment in self._open)

    def finish(self) -> None:
        """The document ends."""
        while self._open:
            self._end()

    def begin(self, span: Span, index: int) -> int:
        r"""What `\\begin` begins; returns the index after its arguments."""
        argument, index = argument_at(span, index)
        name = words_of(argument)
        _, index = option_at(span, index)
        if name in known.UNSEEN or name in known.VERBATIM:
            return self._unread(span, index, name)
        environment = _Environment(name)
        self._open.append(environment)
        self._page.open_group()
        if name in self._page.macros.environments:
            return self._defined(span, index, environment, argument)
        if name in known.TABLES:
            return self._table(span, index, environment)
        if name in known.ENVIRONMENTS:
            self._page.composer.paragraph()
            for _ in known.ENVIRONMENTS[name]:
                _, index = argument_at(span, index)
        elif name != "document":
            index = self._of_a_class(span, index, environment)
        return index

    def end(self, span: Span, index: int) -> int:
        r"""What `\\end` ends, and whatever is still open inside it."""
        argument, index = argument_at(span, index)
        name = words_of(argument)
        if any(environment.name == name for environment in self._open):
            while self._open and self._open[-1].name != name:
                self._end()
            self._end()
        self.ended = self.ended or name == "document"
        return index

    def item(self, span: Span, index: int) -> int:
        r"""An `\\item`, with the label that stands before it."""
        self.begin_item()
        label, index = option_at(span, index)
        if label is not None and any(c.isalnum() for c in re.sub(r"\\[A-Za-z]+", "", words_of(label))):
            composer = self._page.composer
            composer.open("b")
            self._page.grouped(label)
            composer.close("b")
            composer.text(" ")
        return index

    @property
    def in_list(self) -> bool:
        """Whether items belong to an environment."""
        return bool(self._open) and self._open[-1].name != "document"

    def begin_item(self) -> None:
        """An item of the list at hand begins, and with the first of them the list."""
        if not self._open:
            self._open.append(_Environment(""))
            self._page.open_group()
        if not self._open[-1].items:
            self._open[-1].items = True
            self._page.composer.open("ul")
        self._page.composer.open("li")

    def next_cell(self) -> None:
        """A cell ends, and another begins."""
        for tag in ("th", "td"):
            self._page.composer.close(tag)
        self._page.composer.open("td")

    def line_break(self) -> None:
        r"""`\\\\`: a row of a table ends, or a line."""
        table = next((e for e in self._open[-2:] if e.table), None)
        if table is None:
            self._page.composer.line_break()
            return
        self._page.composer.close("tr")
        self._page.composer.open("tr")
        self._page.composer.open(table.first_cell)

    def _defined(self, span: Span, index: int, environment: _Environment, name: Span) -> int:
        macro, environment.ends = self._page.macros.environments[environment.name]
        arguments, index = self._page.macros.collect(span, index, macro)
        call = span.call or (name.items[0].start if name.items else 0, span.tokens.items[index - 1].end)
        self._page.run(Span(macro.body.tokens, macro.body.first, macro.body.last, arguments, call))
        return index

    def _table(self, span: Span, index: int, environment: _Environment) -> int:
        composer = self._page.composer
        composer.paragraph()
        columns = span
        for _ in known.TABLES[environment.name]:
            _, index = option_at(span, index)
            columns, index = argument_at(span, index)
        environment.table = True
        environment.first_cell = "th" if _BOLD_COLUMN.match(words_of(columns)) else "td"
        for tag in ("table", "tr", environment.first_cell):
            composer.open(tag)
        return index

    def _of_a_class(self, span: Span, index: int, environment: _Environment) -> int:
        self._page.composer.paragraph()
        if environment.name == "tabbing":
            environment.tabs = True
            return self._after_stops(span, index)
        environment.obeying = environment.name in known.OBEYING
        groups: list[Span] = []
        while (found := group_at(span, index))[0] is not None and not declares(found[0]):
            groups.append(found[0])
            index = option_at(span, found[1])[1]
        title = title_of(environment.name, groups)
        if title is not None:
            self._page.show([title])
        elif groups:
            self._page.show(shape(environment.name, None, groups, alone=True))
        self._page.composer.paragraph()
        return index

    def _after_stops(self, span: Span, index: int) -> int:
        r"""The index after the line that only sets tab stops and ends with `\kill`, if the first one does."""
        for place in range(index, span.last):
            token = span.tokens.items[place]
            if token.kind == "command" and token.text == "kill":
                return place + 1
            if token.text in ("\\", "end"):
                break
        return index

    def _unread(self, span: Span, index: int, name: str) -> int:
        start, items = index, span.tokens.items
        while index < span.last and not (
            items[index].text == "end"
            and "".join(t.text for t in items[index + 1 : index + 6]).startswith(f"{{{name}}}")
        ):
            index += 1
        if name in known.VERBATIM:
            self._page.composer.open("pre")
            for token in items[start:index]:
                self._page.say(span, token.text if token.kind != "command" else "", token.start, token.end)
            self._page.composer.close("pre")
        return argument_at(span, index + 1)[1] if index < span.last else index

    def _end(self) -> None:
        environment = self._open.pop()
        composer = self._page.composer
        if environment.items:
            composer.close("ul")
        if environment.table:
            composer.close("table")
        self._page.close_group()
        if environment.ends is not None:
            ends = environment.ends
            self._page.run(Span(ends.tokens, ends.first, ends.last, (), (0, 1)))
        composer.paragraph()
