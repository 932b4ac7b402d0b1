"""The macros and environments that a LaTeX document defines for itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.readers.latex.spans import Span, argument_at, group_at, option_at, words_of

_SIGNATURE = re.compile(r"[mosO\s+!]*")


@dataclass(frozen=True, slots=True)
class Macro:
    """What a command stands for, how many arguments it takes, and what its first is if it is left out."""

    body: Span
    count: int
    default: Span | None = None


class Macros:
    """What has been defined so far.

    `definers` are the commands that define: each takes a span and the index after the command, and returns the index
    where the definition ends.
    """

    def __init__(self) -> None:
        self.commands: dict[str, Macro] = {}
        self.environments: dict[str, tuple[Macro, Span]] = {}
        self.definers: dict[str, Callable[[Span, int], int]] = {
            "def": self._define_plain,
            "gdef": self._define_plain,
            "edef": self._define_plain,
            "let": self._let,
            "newenvironment": self._define_environment,
            "renewenvironment": self._define_environment,
        }
        for name in ("newcommand", "renewcommand", "providecommand", "newrobustcmd", "DeclareRobustCommand"):
            self.definers[name] = self._define
        for name in ("NewDocumentCommand", "RenewDocumentCommand"):
            self.definers[name] = self._define

    def _define(self, span: Span, index: int) -> int:
        name, index = argument_at(span, index)
        count, index = option_at(span, index)
        default, index = option_at(span, index)
        if count is None and self._is_signature(span, index):
            signature, index = argument_at(span, index)
            written = words_of(signature)
            count_ = sum(1 for c in written if c in "mOodDrR")
            default = Span(span.tokens, index, index) if written.lstrip()[:1] in ("o", "O") else None
        else:
            digits = words_of(count) if count is not None else "0"
            count_ = int(digits) if digits.isdigit() and len(digits) == 1 else 0
        body, index = argument_at(span, index)
        self._store(name, Macro(body, count_, default))
        return index

    def _is_signature(self, span: Span, index: int) -> bool:
        group, after = group_at(span, index)
        return (
            group is not None and bool(_SIGNATURE.fullmatch(words_of(group))) and group_at(span, after)[0] is not None
        )

    def _store(self, name: Span, macro: Macro) -> None:
        command = next((t.text for t in name.items if t.kind == "command"), None)
        if command is not None:
            self.commands[command.rstrip("*")] = macro

    def _define_plain(self, span: Span, index: int) -> int:
        name, index = argument_at(span, index)
        count = 0
        while index < span.last and span.tokens.items[index].kind != "open":
            count += span.tokens.items[index].kind == "parameter"
            index += 1
        body, index = argument_at(span, index)
        self._store(name, Macro(body, min(count, 9)))
        return index

    def _let(self, span: Span, index: int) -> int:
        _, index = argument_at(span, index)
        if index < span.last and span.tokens.items[index].text == "=":
            index += 1
        return argument_at(span, index)[1]

    def _define_environment(self, span: Span, index: int) -> int:
        name, index = argument_at(span, index)
        count, index = option_at(span, index)
        default, index = option_at(span, index)
        digits = words_of(count) if count is not None else "0"
        begins, index = argument_at(span, index)
        ends, index = argument_at(span, index)
        number = int(digits) if digits.isdigit() and len(digits) == 1 else 0
        self.environments[words_of(name)] = (Macro(begins, number, default), ends)
        return index

    def collect(self, span: Span, index: int, macro: Macro) -> tuple[tuple[Span, ...], int]:
        """The arguments that stand for a macro's parameters, and where they end."""
        arguments: list[Span] = []
        if macro.default is not None:
            option, index = option_at(span, index)
            arguments.append(option or macro.default)
        while len(arguments) < macro.count:
            argument, index = argument_at(span, index)
            arguments.append(argument)
        return tuple(arguments), index
