"""Runs over the tokens of a LaTeX document as TeX would, and tells the composer what would be on paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import LimitError
from kg.model import BlockKind
from kg.readers.latex import commands as known
from kg.readers.latex.macros import Macros
from kg.readers.latex.spans import Span, argument_at, declares, group_at, is_body, option_at, skip_spaces, words_of
from kg.readers.latex.tokens import Token
from kg.readers.layout.composer import Composer
from kg.readers.layout.draft import Draft
from kg.readers.limits import EXPANSIONS

_DEEPEST = 100


@dataclass(slots=True)
class _Environment:
    name: str
    items: bool = False
    table: bool = False
    first_cell: str = "td"
    ends: Span | None = None


class Interpreter:
    """Runs over the tokens as TeX would, and tells the composer what would be on paper."""

    def __init__(self, source: str, composer: Composer | None = None) -> None:
        self.composer = composer or Composer()
        self.comments: list[Draft] = []
        self._source = source
        self._macros = Macros()
        self._environments: list[_Environment] = []
        self._groups: list[list[str]] = [[]]
        self._steps = 0
        self._depth = 0
        self._math = False
        self._ended = False
        self._first_name: Span | None = None
        self._handlers = self._builtins()

    # --- running -------------------------------------------------------------------------------------------------

    def preamble(self, span: Span) -> None:
        """Before the document only definitions count, and what a class prints on top: the name, the address."""
        index = span.first
        while index < span.last:
            token = span.tokens.items[index]
            if token.kind == "command" and (token.text.rstrip("*") in self._handlers or token.text in known.PREAMBLE):
                name = token.text.rstrip("*")
                if name in known.PREAMBLE or name in self._macros.definers:
                    index = self._command(span, index)
                    self.composer.paragraph()
                    continue
            elif token.kind == "comment":
                self._comment(token)
            index += 1

    def run(self, span: Span) -> None:
        """Tell what the span shows."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise LimitError(self._source, "its macros or groups are nested too deeply")
        index = span.first
        while index < span.last and not self._ended:
            index = self._token(span, index)
        self._depth -= 1

    def finish(self) -> None:
        """The document ends."""
        while self._environments:
            self._end()
        self.composer.finish()

    def _token(self, span: Span, index: int) -> int:
        self._steps += 1
        token = span.tokens.items[index]
        if span.call is not None and self._steps > len(span.tokens.items) + EXPANSIONS:
            raise LimitError(self._source, "its macros repeat themselves too often")
        if token.kind == "command":
            return self._command(span, index)
        if token.kind == "sign":
            return self._sign(span, index)
        if token.kind == "open" and token.text == "{":
            self._groups.append([])
        elif token.kind == "close" and token.text == "}":
            self._close_group()
        elif token.kind == "par":
            self.composer.paragraph()
        elif token.kind == "space":
            self.composer.text(" ", token.start if token.text == " " and span.call is None else None)
        elif token.kind == "comment":
            self._comment(token)
        elif token.kind == "math":
            self._math = not self._math
        elif token.kind == "cell" and self._in_table():
            self._next_cell()
        elif token.kind == "parameter":
            self._parameter(span, token)
        else:
            self._text(span, token)
        return index + 1

    def _text(self, span: Span, token: Token) -> None:
        if self._math and token.text in ("^", "_"):
            return
        meant = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "~": " "}.get(token.text)
        self._say(span, meant if meant is not None else token.text, token.start, token.end, verbatim=meant is None)

    def _say(self, span: Span, text: str, start: int, end: int, *, verbatim: bool = False) -> None:
        if span.call is not None:
            self.composer.symbol(text, span.call[0], span.call[1] - span.call[0])
        elif verbatim:
            self.composer.text(text, start)
        else:
            self.composer.symbol(text, start, end - start)

    def _parameter(self, span: Span, token: Token) -> None:
        number = token.text.lstrip("#")
        if number and len(token.text) == 2 and int(number) <= len(span.arguments) and number != "0":
            self._grouped(span.arguments[int(number) - 1])
        elif not span.call:
            self._text(span, token)

    def _grouped(self, span: Span) -> None:
        self._groups.append([])
        depth = len(self._groups)
        self.run(span)
        while len(self._groups) >= depth:
            self._close_group()

    def _close_group(self) -> None:
        if len(self._groups) > 1:
            for tag in reversed(self._groups.pop()):
                self.composer.close(tag)

    def _comment(self, token: Token) -> None:
        draft = Draft(BlockKind.PARAGRAPH)
        words = token.text.strip("%\n\t -=_*~#")
        if any(character.isalnum() for character in words):
            draft.write(words, token.start + token.text.index(words))
            self.comments.append(draft)

    # --- arguments -----------------------------------------------------------------------------------------------

    # --- commands ------------------------------------------------------------------------------------------------

    def _builtins(self) -> dict[str, Callable[[Span, int], int]]:
        return {
            "begin": self._begin_environment,
            "end": self._end_environment,
            "item": self._item,
            "bibitem": self._item,
            **self._macros.definers,
            "iffalse": self._skip_condition,
            "firstname": self._given_name,
            "familyname": self._family_name,
            "lastname": self._family_name,
        }

    def _command(self, span: Span, index: int) -> int:
        token = span.tokens.items[index]
        name = token.text.rstrip("*")
        after = index + 1
        if name in self._handlers:
            return self._handlers[name](span, after)
        if name in known.HEADINGS:
            return self._heading(span, after, known.HEADINGS[name], whole=name == "name")
        if name in self._macros.commands and name not in known.STYLES and name not in known.ARGUMENTS:
            return self._call(span, index)
        if name in known.STYLES and name not in known.DECLARATIONS:
            return self._styled(span, after, known.STYLES[name])
        if name in known.DECLARATIONS:
            if name in known.STYLES:
                self.composer.open(known.STYLES[name])
                self._groups[-1].append(known.STYLES[name])
            return after
        if name in known.WIDE_GAPS:
            self.composer.wide_gap()
        elif name in known.GAPS:
            self.composer.text(" ")
        elif name in known.BREAKS:
            self._break()
        elif name in known.PARAGRAPHS and not self._in_table():
            self.composer.paragraph()
        if name in known.SYMBOLS:
            self._say(span, known.SYMBOLS[name], token.start, token.start + 1 + len(name))
            return after
        if name in known.ACCENTS:
            return self._accent(span, index, known.ACCENTS[name])
        if name in known.ARGUMENTS:
            return self._known(span, after, known.ARGUMENTS[name])
        if name in known.CONTACTS:
            return self._contact(span, index)
        return self._unknown(span, index)

    def _sign(self, span: Span, index: int) -> int:
        token = span.tokens.items[index]
        if token.text == "\\":
            self._break()
            return option_at(span, index + 1)[1]
        if token.text in known.ACCENTS:
            return self._accent(span, index, known.ACCENTS[token.text])
        if token.text in "()[]":
            self._math = token.text in "(["
        elif token.text in " \n":
            self.composer.text(" ")
        elif token.text in "&%$#_{}":
            self._say(span, token.text, token.start + 1, token.end, verbatim=True)
        return index + 1

    def _accent(self, span: Span, index: int, mark: str) -> int:
        token = span.tokens.items[index]
        argument, after = argument_at(span, index + 1)
        items = [t for t in argument.items if t.kind in ("text", "command")]
        if not items:
            return index + 1
        first = items[0]
        letter = known.SYMBOLS.get(first.text, "") if first.kind == "command" else first.text
        base = {"ı": "i", "ȷ": "j"}.get(letter[:1], letter[:1])
        grouped = span.tokens.items[argument.last].text == "}" if argument.last < len(span.tokens.items) else False
        end = span.tokens.items[argument.last].end if grouped else first.start + 1
        self._say(span, unicodedata.normalize("NFC", base + mark), token.start, max(end, token.end))
        if first.kind == "text" and len(letter) > 1:
            self._say(span, letter[1:], first.start + 1, first.end, verbatim=True)
        return after

    def _known(self, span: Span, index: int, signature: str) -> int:
        _, index = option_at(span, index)
        address: str | None = None
        for kind in signature:
            argument, index = argument_at(span, index)
            if kind == "u":
                address = words_of(argument)
            elif kind == "t" and address:
                self.composer.open("a", {"href": address})
                self._grouped(argument)
                self.composer.close("a")
            elif kind == "t":
                self._grouped(argument)
        return index

    def _styled(self, span: Span, index: int, tag: str) -> int:
        argument, index = argument_at(span, index)
        self.composer.open(tag)
        self._grouped(argument)
        self.composer.close(tag)
        return index

    def _heading(self, span: Span, index: int, level: int, *, whole: bool) -> int:
        _, index = option_at(span, index)
        first, index = argument_at(span, index)
        more: list[Span] = []
        while level == 1:
            group, after = group_at(span, index)
            if group is None:
                break
            more, index = [*more, group], after
        if whole:  # \name{Ada}{Example}
            self._tell_heading([first, *more], level)
        else:
            self._tell_heading([first], level)
            if more:
                self._row(more)
        return index

    def _tell_heading(self, parts: list[Span], level: int) -> None:
        tag = f"h{level}"
        self.composer.open(tag)
        for part in parts:
            self.composer.text(" ")
            self._grouped(part)
        self.composer.close(tag)

    def _given_name(self, span: Span, index: int) -> int:
        self._first_name, index = argument_at(span, index)
        return index

    def _family_name(self, span: Span, index: int) -> int:
        name, index = argument_at(span, index)
        self._tell_heading([name] if self._first_name is None else [self._first_name, name], 1)
        return index

    def _contact(self, span: Span, index: int) -> int:
        token = span.tokens.items[index]
        option, after = option_at(span, index + 1)
        value, after = group_at(span, after)
        if value is None:
            return after
        self._open("dl", "dt")
        if option is not None:
            self._grouped(option)
        else:
            self._say(span, token.text, token.start + 1, token.end, verbatim=True)
        self.composer.close("dt")
        self.composer.open("dd")
        self._grouped(value)
        self.composer.close("dl")
        return after

    def _open(self, *tags: str) -> None:
        for tag in tags:
            self.composer.open(tag)

    # --- macros of the document's own, and of a class nobody has here ------------------------------------------------

    def _call(self, span: Span, index: int) -> int:
        token = span.tokens.items[index]
        macro = self._macros.commands[token.text.rstrip("*")]
        arguments, after = self._macros.collect(span, index + 1, macro)
        end = span.tokens.items[after - 1].end
        call = span.call or (token.start, end)
        self.run(Span(macro.body.tokens, macro.body.first, macro.body.last, arguments, call))
        return after

    def _unknown(self, span: Span, index: int) -> int:
        """A command of some class or package: its arguments are shown by their shape."""
        name = span.tokens.items[index].text
        _, after = option_at(span, index + 1)
        groups: list[Span] = []
        while True:
            spaced = skip_spaces(span, after) != after
            group, end = group_at(span, after)
            if group is None or (spaced and groups and declares(group)):
                break
            groups.append(group)
            after = option_at(span, end)[1]
        if not groups:
            if known.SEPARATOR_NAME.search(name) and not name.startswith("fa"):
                self.composer.text(" ")
                self._say(span, "·", span.tokens.items[index].start, span.tokens.items[index].end)
                self.composer.text(" ")
            return index + 1
        self._shaped(name, groups)
        return after

    def _shaped(self, name: str, groups: list[Span]) -> None:
        seen = [group for group in groups if not known.LENGTH.fullmatch(words_of(group))]
        short = [group for group in seen if not is_body(group)]
        if len(groups) == 1:
            if short and known.HEADING_NAME.search(name):
                self._tell_heading(short, 3 if "sub" in name.lower() else 2)
            elif seen:
                self._grouped(seen[0])
            return
        rest = [group for group in seen if group not in short]
        self.composer.paragraph()
        if len(seen) == 2 and len(short) >= 1 and seen[0] is short[0] and known.PAIR_NAME.search(name):
            self._open("dl", "dt")
            self._grouped(seen[0])
            self.composer.close("dt")
            self.composer.open("dd")
            self._grouped(seen[1])
            self.composer.close("dl")
            return
        if len(short) == 1 and rest and known.HEADING_NAME.search(name):
            self._tell_heading(short, 3 if "sub" in name.lower() else 2)
        elif short:
            self._row(short)
        for group in rest:
            self._grouped(group)
            self.composer.paragraph()

    def _row(self, cells: list[Span]) -> None:
        self._open("table", "tr")
        for cell in cells:
            self.composer.open("td")
            self._grouped(cell)
            self.composer.close("td")
        self.composer.close("table")

    # --- definitions ---------------------------------------------------------------------------------------------

    def _skip_condition(self, span: Span, index: int) -> int:
        depth = 1
        while index < span.last and depth:
            token = span.tokens.items[index]
            if token.kind == "command":
                depth += token.text.startswith("if") - (token.text == "fi")
            index += 1
        return index

    # --- environments --------------------------------------------------------------------------------------------

    def _begin_environment(self, span: Span, index: int) -> int:
        argument, index = argument_at(span, index)
        name = words_of(argument)
        _, index = option_at(span, index)
        if name in known.UNSEEN or name in known.VERBATIM:
            return self._unread(span, index, name)
        environment = _Environment(name)
        self._environments.append(environment)
        self._groups.append([])
        if name in self._macros.environments:
            macro, environment.ends = self._macros.environments[name]
            arguments, index = self._macros.collect(span, index, macro)
            call = span.call or (argument.items[0].start if argument.items else 0, span.tokens.items[index - 1].end)
            self.run(Span(macro.body.tokens, macro.body.first, macro.body.last, arguments, call))
        elif name in known.TABLES:
            self.composer.paragraph()
            for _ in known.TABLES[name]:
                _, index = option_at(span, index)
                columns, index = argument_at(span, index)
            environment.table = True
            environment.first_cell = "th" if re.match(r"[^lcrpX]{0,9}>\{?\\bfseries", words_of(columns)) else "td"
            self._open("table", "tr", environment.first_cell)
        elif name in known.ENVIRONMENTS:
            self.composer.paragraph()
            for _ in known.ENVIRONMENTS[name]:
                _, index = argument_at(span, index)
        elif name != "document":
            self.composer.paragraph()
            groups: list[Span] = []
            while (found := group_at(span, index))[0] is not None and not declares(found[0]):
                groups.append(found[0])
                index = found[1]
            if groups:
                self._shaped(name, groups)
                self.composer.paragraph()
        return index

    def _unread(self, span: Span, index: int, name: str) -> int:
        start = index
        while index < span.last and not (
            span.tokens.items[index].text == "end"
            and "".join(t.text for t in span.tokens.items[index + 1 : index + 6]).startswith(f"{{{name}}}")
        ):
            index += 1
        if name in known.VERBATIM:
            self.composer.open("pre")
            for token in span.tokens.items[start:index]:
                self._say(span, token.text if token.kind != "command" else "", token.start, token.end)
            self.composer.close("pre")
        return argument_at(span, index + 1)[1] if index < span.last else index

    def _end_environment(self, span: Span, index: int) -> int:
        argument, index = argument_at(span, index)
        name = words_of(argument)
        if any(environment.name == name for environment in self._environments):
            while self._environments and self._environments[-1].name != name:
                self._end()
            self._end()
        self._ended = self._ended or name == "document"
        return index

    def _end(self) -> None:
        environment = self._environments.pop()
        if environment.items:
            self.composer.close("ul")
        if environment.table:
            self.composer.close("table")
        self._close_group()
        if environment.ends is not None:
            self.run(Span(environment.ends.tokens, environment.ends.first, environment.ends.last, (), (0, 1)))
        self.composer.paragraph()

    def _item(self, span: Span, index: int) -> int:
        if not self._environments:
            self._environments.append(_Environment(""))
            self._groups.append([])
        environment = self._environments[-1]
        if not environment.items:
            environment.items = True
            self.composer.open("ul")
        label, index = option_at(span, index)
        self.composer.open("li")
        if label is not None and any(c.isalnum() for c in re.sub(r"\\[A-Za-z]+", "", words_of(label))):
            self.composer.open("b")
            self._grouped(label)
            self.composer.close("b")
            self.composer.text(" ")
        return index

    def _in_table(self) -> bool:
        return any(environment.table for environment in self._environments[-2:])

    def _next_cell(self) -> None:
        self.composer.close("th")
        self.composer.close("td")
        self.composer.open("td")

    def _break(self) -> None:
        table = next((e for e in self._environments[-2:] if e.table), None)
        if table is None:
            self.composer.line_break()
            return
        self.composer.close("tr")
        self._open("tr", table.first_cell)
