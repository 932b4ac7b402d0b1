"""Runs over the tokens of a LaTeX document as TeX would, and tells the composer what would be on paper."""

from __future__ import annotations

from collections.abc import Callable

from kg.errors import LimitError
from kg.model import BlockKind
from kg.readers.latex import commands as known
from kg.readers.latex import conditions
from kg.readers.latex.environments import Environments
from kg.readers.latex.heads import Heads, is_entry
from kg.readers.latex.letters import accented
from kg.readers.latex.macros import Macros
from kg.readers.latex.shapes import Part, shape
from kg.readers.latex.showing import Showing
from kg.readers.latex.spans import (
    Span,
    argument_at,
    declares,
    ends_line,
    group_at,
    option_at,
    options_at,
    past_rule,
    skip_spaces,
    stands_alone,
    words_of,
)
from kg.readers.latex.tokens import Token
from kg.readers.layout.composer import Composer
from kg.readers.layout.draft import Draft
from kg.readers.limits import EXPANSIONS

_DEEPEST = 100


class Interpreter:
    """Runs over the tokens as TeX would, and tells the composer what would be on paper."""

    def __init__(self, source: str, composer: Composer | None = None) -> None:
        self.composer = composer or Composer()
        self.comments: list[Draft] = []
        self._source = source
        self.macros = Macros()
        self._environments = Environments(self)
        self._groups: list[list[str]] = [[]]
        self._steps = 0
        self._depth = 0
        self._math = False
        self._showing = Showing(self.composer, self._environments, self.grouped)
        self._heads = Heads(self, self._showing)
        self._handlers = self._builtins()

    # --- running -------------------------------------------------------------------------------------------------

    def preamble(self, span: Span) -> None:
        """Before the document only definitions count, and what a class prints on top: the name, the address."""
        index = span.first
        while index < span.last:
            token = span.tokens.items[index]
            name = token.text.rstrip("*")
            if token.kind == "command" and (name in self.macros.definers or _heads_page(name)):
                index = self._command(span, index)
                self.composer.paragraph()
                continue
            if token.kind == "comment":
                self._comment(token)
            index += 1

    def run(self, span: Span) -> None:
        """Tell what the span shows."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise LimitError(self._source, "its macros or groups are nested too deeply")
        index = span.first
        while index < span.last and not self._environments.ended:
            index = self._token(span, index)
        self._depth -= 1

    def finish(self) -> None:
        """The document ends."""
        self._environments.finish()
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
            self.open_group()
        elif token.kind == "close" and token.text == "}":
            self.close_group()
        elif token.kind == "par":
            self.composer.paragraph()
        elif token.kind == "space":
            if "\n" in token.text and self._environments.obeying:
                self.composer.newline()
            self.composer.text(" ", token.start if token.text == " " and span.call is None else None)
        elif token.kind == "comment":
            self._comment(token)
        elif token.kind == "math":
            self._math = not self._math
        elif token.kind == "cell" and self._environments.in_table:
            self._environments.next_cell()
        elif token.kind == "parameter":
            self._parameter(span, token)
        else:
            self._text(span, token)
        return index + 1

    def _text(self, span: Span, token: Token) -> None:
        if self._math and token.text in ("^", "_"):
            return
        meant = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "~": " "}.get(token.text)
        self.say(span, meant if meant is not None else token.text, token.start, token.end, verbatim=meant is None)

    def show(self, parts: list[Part]) -> None:
        """Show the arguments of a command."""
        self._showing.show(parts)

    def say(self, span: Span, text: str, start: int, end: int, *, verbatim: bool = False) -> None:
        """Tell words that the source writes between two places; `verbatim` if it has them as they are."""
        if span.call is not None:
            self.composer.symbol(text, span.call[0], span.call[1] - span.call[0])
        elif verbatim:
            self.composer.text(text, start)
        else:
            self.composer.symbol(text, start, end - start)

    def _parameter(self, span: Span, token: Token) -> None:
        number = token.text.lstrip("#")
        if number and len(token.text) == 2 and int(number) <= len(span.arguments) and number != "0":
            self.grouped(span.arguments[int(number) - 1])
        elif not span.call:
            self._text(span, token)

    def grouped(self, span: Span) -> None:
        """Tell what the span shows; its declarations end with it."""
        self.open_group()
        depth = len(self._groups)
        self.run(span)
        while len(self._groups) >= depth:
            self.close_group()

    def open_group(self) -> None:
        """A group begins."""
        self._groups.append([])

    def close_group(self) -> None:
        """The innermost group ends, and with it what was declared in it."""
        if len(self._groups) > 1:
            for tag in reversed(self._groups.pop()):
                self.composer.close(tag)

    def _comment(self, token: Token) -> None:
        draft = Draft(BlockKind.PARAGRAPH)
        words = token.text.strip("%\n\t -=_*~#")
        if any(character.isalnum() for character in words):
            draft.write(words, token.start + token.text.index(words))
            self.comments.append(draft)

    # --- commands ------------------------------------------------------------------------------------------------

    def _builtins(self) -> dict[str, Callable[[Span, int], int]]:
        return {
            "begin": self._environments.begin,
            "end": self._environments.end,
            "item": self._environments.item,
            "bibitem": self._environments.item,
            "hrule": self._rule,
            "vrule": past_rule,
            "firstname": self._heads.given_name,
            "familyname": self._heads.family_name,
            "lastname": self._heads.family_name,
            **dict.fromkeys(known.RUNNING, self._heads.running),
        }

    def _command(self, span: Span, index: int) -> int:
        token = span.tokens.items[index]
        name = token.text.rstrip("*")
        after = index + 1
        handler = self._handlers.get(name) or self.macros.definers.get(name)
        if handler is not None:
            return handler(span, after)
        if name in self.macros.commands and name not in known.STYLES and name not in known.ARGUMENTS:
            return self._call(span, index)
        if name in known.HEADINGS and (known.HEADINGS[name] > 1 or not self._showing.sectioned):
            return self._unknown(span, index) if is_entry(name, span, after) else self._heads.heading(span, after, name)
        if name in known.BRACED or known.is_condition(name):
            return self._condition(span, after, name)
        if name in known.STYLES and name not in known.DECLARATIONS:
            return self._styled(span, after, known.STYLES[name])
        if name in known.DECLARATIONS:
            if name in known.STYLES:
                self.composer.open(known.STYLES[name])
                self._groups[-1].append(known.STYLES[name])
            return after
        self._part(name)
        if name in known.SYMBOLS:
            self.say(span, known.SYMBOLS[name], token.start, token.start + 1 + len(name))
            return after
        if name in known.ACCENTS:
            return self._accent(span, index, known.ACCENTS[name])
        if name in known.ARGUMENTS:
            return self._known(span, after, known.ARGUMENTS[name])
        if name in known.ASIDES:
            return self._aside(span, after)
        if name in known.CONTACTS and not (name == "location" and self._showing.sectioned):
            return self._heads.contact(span, index)
        return self._unknown(span, index)

    def _part(self, name: str) -> None:
        """The gaps, line ends and paragraph ends that commands make."""
        if name in known.WIDE_GAPS:
            self.composer.wide_gap()
        elif name in known.GAPS:
            self.composer.text(" ")
        elif name in known.BREAKS:
            self._environments.line_break()
        elif name in known.PARAGRAPHS and not self._environments.in_table:
            self.composer.paragraph()

    def _sign(self, span: Span, index: int) -> int:
        token = span.tokens.items[index]
        if token.text == "\\":
            skip, after = option_at(span, index + 1)
            if skip is not None and not self._environments.in_table and known.TALL.fullmatch(words_of(skip)):
                self.composer.paragraph()
            else:
                self._environments.line_break()
            return after
        if self._environments.in_tabs and token.text in known.TABS:
            self.composer.wide_gap()
            return index + 1
        if token.text in known.ACCENTS:
            return self._accent(span, index, known.ACCENTS[token.text])
        if token.text in "()[]":
            self._math = token.text in "(["
        elif token.text in " \n":
            self.composer.text(" ")
        elif token.text in "&%$#_{}":
            self.say(span, token.text, token.start + 1, token.end, verbatim=True)
        return index + 1

    def _accent(self, span: Span, index: int, mark: str) -> int:
        found, after = accented(span, index, mark)
        if found is not None:
            self.say(span, found.letter, found.start, found.end)
            if found.rest is not None:
                self.say(span, found.rest.text[1:], found.rest.start + 1, found.rest.end, verbatim=True)
        return after

    def _known(self, span: Span, index: int, signature: str) -> int:
        _, index = options_at(span, index)
        address: str | None = None
        for kind in signature:
            argument, index = argument_at(span, options_at(span, index)[1])
            if kind == "u":
                address = words_of(argument)
            elif kind == "t" and address:
                self.composer.open("a", {"href": address})
                self.grouped(argument)
                self.composer.close("a")
            elif kind == "t":
                self.grouped(argument)
        return index

    def _rule(self, span: Span, index: int) -> int:
        if not self._environments.in_table:
            self.composer.paragraph()
        return past_rule(span, index)

    def _styled(self, span: Span, index: int, tag: str) -> int:
        argument, index = argument_at(span, index)
        self.composer.open(tag)
        self.grouped(argument)
        self.composer.close(tag)
        return index

    def _aside(self, span: Span, index: int) -> int:
        """What stands in the margin stands at some distance from the text beside it."""
        _, index = option_at(span, index)
        argument, index = argument_at(span, index)
        self.composer.wide_gap()
        self.grouped(argument)
        self.composer.wide_gap()
        return index

    # --- macros of the document's own, conditions, and commands of a class nobody has here -----------------------

    def _call(self, span: Span, index: int) -> int:
        token = span.tokens.items[index]
        macro = self.macros.commands[token.text.rstrip("*")]
        arguments, after = self.macros.collect(span, index + 1, macro)
        end = span.tokens.items[after - 1].end
        call = span.call or (token.start, end)
        body = macro.body
        self.run(Span(body.tokens, body.first, body.last, arguments, call, ends_line(span, after)))
        return after

    def _condition(self, span: Span, index: int, name: str) -> int:
        if name in known.BRACED:
            branches = conditions.braced(name, span, index)
        else:
            branches = conditions.delimited(name, span, index, self.macros.switches)
        if branches.shown is not None:
            self.run(branches.shown)
        return branches.after

    def _unknown(self, span: Span, index: int) -> int:
        """A command of some class or package: its arguments are shown by their shape."""
        name = span.tokens.items[index].text
        option, after = options_at(span, index + 1)
        groups: list[Span] = []
        while True:
            spaced = skip_spaces(span, after) != after
            group, end = group_at(span, after)
            if group is None or (spaced and groups and declares(group)):
                break
            groups.append(group)
            after = options_at(span, end)[1]
        if groups:
            self._showing.show(shape(name, option, groups, alone=stands_alone(span, index, after)))
            return after
        if known.BARE_ITEM_NAME.fullmatch(name):
            self._environments.begin_item()
        elif known.SEPARATOR_NAME.search(name) and not name.startswith("fa") and name not in known.PARAGRAPHS:
            self.composer.text(" ")
            self.say(span, "·", span.tokens.items[index].start, span.tokens.items[index].end)
            self.composer.text(" ")
        beside = index + 1 < span.last and span.tokens.items[index + 1].text == "["
        return after if beside else index + 1


def _heads_page(name: str) -> bool:
    """Whether a command of the preamble says what a class prints on top of the page."""
    return name in known.PREAMBLE | known.RUNNING or bool(known.NAME_COMMAND.fullmatch(name))
