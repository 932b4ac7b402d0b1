"""LaTeX source → tokens that know where they stand and which bracket closes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.readers.latex import commands as known

_TOKEN = re.compile(
    r"(?P<comment>%[^\n]*+(?:\n[ \t]*+)?)|(?P<command>\\(?!@[^A-Za-z@])[A-Za-z@]++\*?[ \t]*+)|(?P<sign>\\(?:.|\n))|"
    r"(?P<par>\n[ \t]*+\n\s*+)|"
    r"(?P<space>\s++)|(?P<open>[{\[])|(?P<close>[}\]])|(?P<math>\$\$?)|(?P<cell>&)|(?P<tie>~)|(?P<dash>---?)|"
    r"(?P<quote>``|''|`)|(?P<parameter>\#\#?\d?)|(?P<text>[^\\%{}\[\]$&~\s`'\#-]++|['-])",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is a group of the pattern above; `text` a command's bare name or the characters themselves."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    r"""Tokens, for each opening bracket that is closed the index of what closes it, and the branches of conditions.

    `branches` leads from an `\if…` that is closed to the indexes of its `\else`, if it has one, and its `\fi`.
    """

    items: list[Token]
    mates: dict[int, int]
    branches: dict[int, tuple[int | None, int]]


def tokenize(source: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `source[start:end]`."""
    items = []
    for match in _TOKEN.finditer(source, start, len(source) if end is None else end):
        kind = match.lastgroup or "text"
        text = match.group()
        if kind == "command":
            text = text[1:].rstrip(" \t")
        elif kind == "sign":
            text = text[1:]
        items.append(Token(kind, text, match.start(), match.end()))
    return matched(items)


def matched(items: list[Token]) -> Tokens:
    """Tokens with their brackets matched; a square bracket only within its braces."""
    mates: dict[int, int] = {}
    open_: list[int] = []
    for index, token in enumerate(items):
        if token.kind == "open":
            open_.append(index)
        elif token.text == "]" and token.kind == "close":
            if open_ and items[open_[-1]].text == "[":
                mates[open_.pop()] = index
        elif token.kind == "close":
            while open_ and items[open_[-1]].text == "[":
                open_.pop()
            if open_:
                mates[open_.pop()] = index
    return Tokens(items, mates, _branches(items))


def _branches(items: list[Token]) -> dict[int, tuple[int | None, int]]:
    found: dict[int, tuple[int | None, int]] = {}
    open_: list[tuple[int, int | None]] = []
    for index, token in enumerate(items):
        if token.kind != "command":
            continue
        if known.is_condition(token.text):
            open_.append((index, None))
        elif open_ and token.text == "else" and open_[-1][1] is None:
            open_[-1] = (open_[-1][0], index)
        elif open_ and token.text == "fi":
            start, other = open_.pop()
            found[start] = (other, index)
    return found
