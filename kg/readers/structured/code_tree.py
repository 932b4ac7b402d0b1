"""Program code that tells of its author → tree: `me = {"name": …}`, `self.skills = [...]`, in whatever language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.readers.structured.json_tree import unescaped
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence

_TOKEN = re.compile(
    r"""\s++|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|\#[^\n]*+|"""
    r"""[fFrRbBuU]?(?P<string>"{3}(?:[^"]|"(?!""))*+"{3}|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`[^`]*+`)|"""
    r"""(?P<mark>[{}\[\]()])|(?P<sign>=>|->|:=|::|[=!<>]=|[=:,;|+&*])|(?P<bare>[\w$@][\w$.]*+!?)|.""",
    re.DOTALL,
)
_PARTNER = {"{": "}", "[": "]", "(": ")"}
_GIVES = frozenset(("=", ":", "=>", ":="))
_SAYS_NOTHING = frozenset(("null", "none", "nil", "undefined", "true", "false", "this", "self"))
_DOES = frozenset(("function", "async", "lambda", "def", "class", "if", "for", "while", "switch", "return", "await"))
_QUOTES = re.compile(r"\"{3}|[\"'`]")
_MOST_TOKENS = 4000
_DEEPEST = 12
_TYPE = 8  # a type between a name and its value has at most that many tokens


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def parse(text: str, start: int, end: int) -> Mapping | None:
    """What the code in `text[start:end]` assigns, offsets into `text`; None where it assigns nothing or too much."""
    tokens = list(_tokens(text, start, end))
    if len(tokens) > _MOST_TOKENS:
        return None
    found = Mapping(list(_Reader(tokens).assigned()))
    if len(found.entries) == 1 and isinstance(only := found.entries[0][1], Mapping):
        found = only
    return found if found.entries else None


def _tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, start, end):
        if (kind := match.lastgroup) is None:
            continue
        first, last = match.span(kind)
        if kind == "string":
            quote = _QUOTES.match(text, first)
            size = len(quote.group()) if quote else 0
            first, last = first + size, last - size
        written = text[first:last]
        yield _Token(kind, unescaped(written) if kind == "string" else written, first, last)


class _Reader:
    """Reads literals out of tokens; what only computes is passed over."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens

    def assigned(self) -> Iterator[tuple[Scalar, Node]]:
        """The names that are given a text or a container of texts, in order."""
        index = 0
        while index < len(self._tokens):
            at = self._value_of(index)
            node, after = self._value(at, 0, inside=False) if at else (None, index + 1)
            if node is not None:
                yield self._key(index), node
            index = max(after, index + 1) if node is not None else index + 1

    def _is(self, index: int, *texts: str) -> bool:
        return index < len(self._tokens) and self._tokens[index].kind != "string" and self._tokens[index].text in texts

    def _value_of(self, index: int) -> int:
        """Where the value of the name at the index begins, after a type if one stands between; 0 where none does."""
        token = self._tokens[index]
        if token.kind not in ("bare", "string") or token.text in _DOES:
            return 0
        if self._is(index + 1, ":"):
            for ahead in range(index + 2, min(index + 2 + _TYPE, len(self._tokens))):
                if self._is(ahead, "=") and self._tokens[ahead - 1].kind != "string":
                    return ahead + 1
                if self._is(ahead, ",", ";", ":", "{", "(") or self._tokens[ahead].kind == "string":
                    break
        return index + 2 if self._is(index + 1, *_GIVES) and index + 2 < len(self._tokens) else 0

    def _key(self, index: int) -> Scalar:
        """The last name of a chain: "skills" of "self.skills"."""
        token = self._tokens[index]
        name = token.text.rsplit(".", 1)[-1] if token.kind == "bare" else token.text
        return Scalar(name, token.end - len(name), token.end)

    def _value(self, index: int, depth: int, *, inside: bool) -> tuple[Node | None, int]:
        """The value that begins at the index, if it says something, and the index after it."""
        while self._is(index, "&", "*", "new", "const", "[") and (not self._is(index, "[") or self._is(index + 1, "]")):
            index += 2 if self._is(index, "[") else 1
            if self._is(index, ",", ";", "}", ")"):
                return None, index
        if index >= len(self._tokens) or depth > _DEEPEST:
            return None, index + 1
        token = self._tokens[index]
        if token.kind == "string":
            after = index + 1
            while self._is(after, "|", "+") and after + 1 < len(self._tokens):
                after += 2
            return (Scalar(token.text, token.start, token.end) if token.text.strip() else None), after
        if token.text in _PARTNER and token.kind == "mark":
            return self._computed(*self._container(index, depth), depth)
        if token.kind == "bare" and index + 1 < len(self._tokens) and self._tokens[index + 1].text in _PARTNER:
            node, after = self._container(index + 1, depth)
            return self._computed(None if token.text in _DOES else node, after, depth)
        if token.kind == "bare" and inside and token.text.casefold() not in _SAYS_NOTHING:
            return Scalar(token.text, token.start, token.end), index + 1
        return None, index + 1

    def _computed(self, node: Node | None, after: int, depth: int) -> tuple[Node | None, int]:
        """The value, None where an arrow makes parameters of it; then the function's body is passed over, too."""
        if not self._is(after, "=>", "->"):
            return node, after
        return None, self._value(after + 1, depth + 1, inside=False)[1]

    def _container(self, index: int, depth: int) -> tuple[Node | None, int]:
        """The mapping or list between brackets; of code between them the names it gives values to."""
        close = _PARTNER[self._tokens[index].text]
        entries: list[tuple[Scalar, Node]] = []
        items: list[Node] = []
        index += 1
        while index < len(self._tokens) and not self._is(index, close):
            if self._is(index, ",", ";"):
                index += 1
                continue
            at = self._value_of(index)
            node, after = self._value(at or index, depth + 1, inside=True)
            if node is not None and at:
                entries.append((self._key(index), node))
            elif node is not None:
                items.append(node)
            index = max(after, index + 1)
        node = Mapping(entries) if entries else Sequence(items) if items else None
        return node, index + 1
