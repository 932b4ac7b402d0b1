"""SPARQL as tokens: enough of the lexical grammar to know what is code and what is text, without parsing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """What a token is; STRAY is a character that starts nothing SPARQL knows."""

    SPACE = "space"
    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    TAG = "tag"
    VARIABLE = "variable"
    NAME = "name"
    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a query; `start` is its offset."""

    kind: TokenKind
    text: str
    start: int


_ESCAPE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_LETTER = r"[^\W\d_]"
# As in the grammar, a dot belongs to a name only where a name goes on behind it; "\#" and its like are part of one.
_PIECE = r"(?:[\w\-·:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])"
_LOCAL = rf"(?:{_PIECE}+(?:\.+{_PIECE}+)*)?"
# Of limited length, or a long run of letters and dots that no colon ends would be gone through again and again.
_PREFIX = rf"(?:{_LETTER}[\w\-·.]{{0,127}})?"
_TOKEN = re.compile(
    "|".join(
        (
            r"(?P<space>\s+)",
            r"(?P<comment>\#[^\r\n]*)",
            rf'(?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|{_ESCAPE})*>)',
            (
                r"(?P<string>'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
                r'|"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
                r"|'(?:[^'\\\r\n]|\\.)*'"
                r'|"(?:[^"\\\r\n]|\\.)*")'
            ),
            r"(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[a-z]+)?)",
            r"(?P<variable>[?$]\w[\w·]*)",
            rf"(?P<name>_:[\w][\w\-·]*(?:\.+[\w\-·]+)*|{_PREFIX}:{_LOCAL})",
            rf"(?P<word>{_LETTER}\w*)",
            r"(?P<number>\d+(?:\.\d+)?)",
            r"(?P<mark>&&|\|\||\^\^|<<|>>|<=|>=|!=|[{}()\[\].,;=<>!+\-*/|^?~_])",
            r"(?P<stray>.)",
        )
    ),
    re.DOTALL,
)


def tokens(query: str) -> Iterator[Token]:
    """Every token of the query, in order; put together again they are the query."""
    for match in _TOKEN.finditer(query):
        yield Token(TokenKind(match.lastgroup or "stray"), match.group(), match.start())


def place(query: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1."""
    before = query[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
