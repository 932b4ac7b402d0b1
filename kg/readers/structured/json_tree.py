"""JSON → tree, forgiving what people get wrong by hand: commas too many or too few, comments, bare words, a cut end."""

from __future__ import annotations

import re

from kg.errors import DocumentError, LimitError
from kg.readers.limits import DEPTH, NODES
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence

_TOKEN = re.compile(
    r"""[\s\ufeff]++|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|\#[^\n]*+|(?P<string>"(?:[^"\\]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)|"""
    r"""(?P<mark>[{}\[\]:,=;])|(?P<bare>[^\s{}\[\]:,"'=;\#]++)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": "\n"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


def parse(text: str, source: str) -> Node:
    """The tree of a JSON text.

    Raises DocumentError, naming `source`, if this is no JSON object or list, LimitError if it is too deep or large.
    """
    root = _Parser(text, source).parse()
    if isinstance(root, Scalar):
        raise DocumentError(source, "this is no JSON object or list")
    return root


def metadata(root: Node) -> dict[str, str]:
    """What the data declares about itself: `language`, `modified`, `schema`."""
    found: dict[str, str] = {}
    places = [root, *(v for k, v in root.entries if k.text == "meta")] if isinstance(root, Mapping) else []
    for place in places:
        for key, value in place.entries if isinstance(place, Mapping) else []:
            if not isinstance(value, Scalar) or not value.text:
                continue
            name = key.text.lower()
            if name in ("lang", "language", "locale") and _LANGUAGE.fullmatch(value.text):
                found["language"] = value.text.replace("_", "-")
            elif name in ("lastmodified", "last_modified", "updated", "last_updated"):
                found["modified"] = value.text[:100]
            elif name == "$schema":
                found["schema"] = value.text[:500]
    return found


class _Parser:
    """One pass over the tokens with a stack of open containers: no recursion, whatever the depth."""

    def __init__(self, text: str, source: str) -> None:
        self._text = text
        self._source = source
        self._stack: list[tuple[Mapping | Sequence, Scalar | None]] = []
        self._root: Node | None = None
        self._nodes = 0

    def parse(self) -> Node:
        """The first value of the text."""
        position = 0
        while position < len(self._text) and (self._root is None or self._stack):
            token = _TOKEN.match(self._text, position)
            if token is None:
                position += 1
                continue
            position = token.end()
            mark = token["mark"]
            if mark in ("{", "["):
                self._open(Mapping() if mark == "{" else Sequence())
            elif mark in ("}", "]"):
                self._close(mark)
            elif token["string"] is not None:
                self._value(self._string(token))
            elif token["bare"] is not None:
                written = token["bare"]
                self._value(Scalar("" if written in ("null", "undefined") else written, *token.span("bare")))
        if self._root is None:
            raise DocumentError(self._source, "this is no JSON object or list")
        return self._root

    def _open(self, node: Mapping | Sequence) -> None:
        self._value(node)
        self._stack.append((node, None))
        if len(self._stack) > DEPTH:
            raise LimitError(self._source, "the data is nested too deeply")

    def _close(self, mark: str) -> None:
        wanted = Mapping if mark == "}" else Sequence
        for index in range(len(self._stack) - 1, -1, -1):
            if isinstance(self._stack[index][0], wanted):
                del self._stack[index:]
                return

    def _value(self, node: Node) -> None:
        """Put a value where it belongs: into the list, under the waiting key, or as the next key itself."""
        self._nodes += 1
        if self._nodes > NODES:
            raise LimitError(self._source, "the data holds too many values")
        if not self._stack:
            if not isinstance(node, Scalar) or self._root is None:
                self._root = node
            return
        container, key = self._stack[-1]
        if isinstance(container, Sequence):
            container.items.append(node)
        elif key is not None:
            container.entries.append((key, node))
            self._stack[-1] = (container, None)
        elif isinstance(node, Scalar):
            self._stack[-1] = (container, node)

    def _string(self, token: re.Match[str]) -> Scalar:
        start, end = token.span("string")
        closed = end - start > 1 and self._text[end - 1] == self._text[start]
        inner = self._text[start + 1 : end - 1 if closed else end]
        return Scalar(unescaped(inner), start + 1, end - 1 if closed else end)


def unescaped(written: str) -> str:
    """What the inside of a quoted string means."""
    return _ESCAPE.sub(_unescaped, written) if "\\" in written else written


def _unescaped(match: re.Match[str]) -> str:
    code = match.group(1)
    if len(code) == 5:
        character = chr(int(code[1:], 16))
        return " " if "\ud800" <= character <= "\udfff" else character
    return _SIMPLE.get(code, code)
