"""The macros and environments that a LaTeX document defines for itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kg.readers.latex.spans import Span, argument_at, group_at, option_at, words_of

_OPTIONAL = frozenset("oOdD")
_KINDS = frozenset("mvrRoOdDst")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a command takes; `default` stands for one that may be left out, None for one that must be there.

    A `star` belongs to the command's name here: its parameter takes nothing.
    """

    default: Span | None = None
    star: bool = False


@dataclass(frozen=True, slots=True)
class Macro:
    """What a command stands for, and what it takes."""

    body: Span
    parameters: tuple[Parameter, ...] = ()


class Macros:
    """What has been defined so far; `switches` are those of the defined ones that are on.

    `definers` are the commands that define: each takes a span and the index after the command, and returns the index
    where the definition ends.
    """

    def __init__(self) -> None:
        self.commands: dict[str, Macro] = {}
        self.environments: dict[str, tuple[Macro, Span]] = {}
        self.switches: set[str] = set()
        self.definers: dict[str, Callable[[Span, int], int]] = {
            "def": self._define_plain,
            "gdef": self._define_plain,
            "edef": self._define_plain,
            "let": self._let,
            "newif": self._switch,
            "newenvironment": self._define_environment,
            "renewenvironment": self._define_environment,
        }
        for kind in ("newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "newcommandx"):
            self.definers[kind] = self._define
        self.definers |= dict.fromkeys(("newrobustcmd", "renewrobustcmd", "renewcommandx"), self._define)
        for verb in ("New", "Renew", "Provide", "Declare"):
            self.definers[f"{verb}DocumentCommand"] = self._define_signed
            self.definers[f"{verb}DocumentEnvironment"] = self._define_signed_environment

    def _define(self, span: Span, index: int) -> int:
        name, index = argument_at(span, index)
        parameters, index = self._parameters(span, index)
        body, index = argument_at(span, index)
        self._store(name, Macro(body, parameters))
        return index

    def _parameters(self, span: Span, index: int) -> tuple[tuple[Parameter, ...], int]:
        """`[2][default]`, or nothing."""
        count, index = option_at(span, index)
        default, index = option_at(span, index)
        written = words_of(count) if count is not None else "0"
        number = int(written) if written.isdigit() and len(written) == 1 else 0
        return tuple(Parameter(default if place == 0 else None) for place in range(number)), index

    def _define_signed(self, span: Span, index: int) -> int:
        name, index = argument_at(span, index)
        signature, index = argument_at(span, index)
        body, index = argument_at(span, index)
        self._store(name, Macro(body, _signed(signature)))
        return index

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
        self._store(name, Macro(body, (Parameter(),) * min(count, 9)))
        return index

    def _let(self, span: Span, index: int) -> int:
        _, index = argument_at(span, index)
        if index < span.last and span.tokens.items[index].text == "=":
            index += 1
        return argument_at(span, index)[1]

    def _switch(self, span: Span, index: int) -> int:
        r"""`\newif\ifshort`: `\shorttrue` turns it on, `\shortfalse` off."""
        argument, index = argument_at(span, index)
        for name in (t.text for t in argument.items if t.kind == "command" and t.text.startswith("if")):
            for ending, change in (("true", self.switches.add), ("false", self.switches.discard)):
                self.definers[name[2:] + ending] = partial(_turn, change, name)
        return index

    def _define_environment(self, span: Span, index: int) -> int:
        name, index = argument_at(span, index)
        parameters, index = self._parameters(span, index)
        begins, index = argument_at(span, index)
        ends, index = argument_at(span, index)
        self.environments[words_of(name)] = (Macro(begins, parameters), ends)
        return index

    def _define_signed_environment(self, span: Span, index: int) -> int:
        name, index = argument_at(span, index)
        signature, index = argument_at(span, index)
        begins, index = argument_at(span, index)
        ends, index = argument_at(span, index)
        self.environments[words_of(name)] = (Macro(begins, _signed(signature)), ends)
        return index

    def collect(self, span: Span, index: int, macro: Macro) -> tuple[tuple[Span, ...], int]:
        """The arguments that stand for a macro's parameters, and where they end."""
        arguments: list[Span] = []
        for parameter in macro.parameters:
            if parameter.default is None:
                argument, index = argument_at(span, index)
                arguments.append(argument)
            elif parameter.star:
                arguments.append(parameter.default)
            else:
                option, index = option_at(span, index)
                arguments.append(option or parameter.default)
        return tuple(arguments), index


def _turn(change: Callable[[str], None], name: str, _span: Span, index: int) -> int:
    change(name)
    return index


def _signed(signature: Span) -> tuple[Parameter, ...]:
    """The parameters of a signature such as `s O{default} m m`."""
    nothing = Span(signature.tokens, signature.first, signature.first)
    found: list[Parameter] = []
    index = signature.first
    while index < signature.last:
        group, after = group_at(signature, index)
        if group is not None:
            if found and found[-1].default is not None:
                found[-1] = Parameter(group)
            index = after
            continue
        token = signature.tokens.items[index]
        for kind in token.text if token.kind == "text" else "":
            if kind in _OPTIONAL or kind == "s":
                found.append(Parameter(nothing, star=kind == "s"))
            elif kind in _KINDS:
                found.append(Parameter())
        index += 1
    return tuple(found)
