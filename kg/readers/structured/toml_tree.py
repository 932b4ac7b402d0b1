"""TOML → tree, every key and value with its place: what `tomllib` accepts, and a scan of the same text finds again."""

from __future__ import annotations

import re
import tomllib

from kg.errors import DocumentError, LimitError
from kg.readers.limits import DEPTH, NODES
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence

_TOKEN = re.compile(
    r"""(?P<long>\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3,5}|'{3}(?:[^']|'{1,2}(?!'))*'{3,5})"""
    r"""|(?P<quoted>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
    r"""|(?P<sign>[\[\]{}=,\n])"""
    r"""|(?P<space>[ \t\r]+|\#[^\n]*)"""
    r"""|(?P<bare>[^\s\[\]{}=,#"']+(?:[ ]\d\d:[\d:.]+)?)""",
    re.DOTALL,
)
_LINE = re.compile(r"\(at line (\d+)")
_MOST_BROKEN = 20
_PART = re.compile(r"""\s*+(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*+(?:\.|$)""")


def parse(text: str, source: str, base: int = 0) -> Mapping:
    """The tree of a TOML document, which stands at `base` in its file; lines that make no sense are left out.

    Raises DocumentError, naming `source`, if it does not parse, LimitError if it is too deep or too large.
    """
    return _Scan(_sound(text, source), source, base).document()


def _sound(text: str, source: str) -> str:
    """The text with blanks in the place of the lines at which it does not parse, as long as they are few."""
    lines = text.split("\n")
    for _ in range(_MOST_BROKEN):
        try:
            tomllib.loads("\n".join(lines))
            break
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            place = _LINE.search(str(error))
            number = int(place[1]) - 1 if place else len(lines)
            if number >= len(lines) or not lines[number].strip():
                raise DocumentError(source, f"the TOML does not parse ({error})") from error
            lines[number] = " " * len(lines[number])
    else:
        raise DocumentError(source, "the TOML does not parse")
    return "\n".join(lines)


class _Scan:
    """Walks the tokens of a text that is known to be sound."""

    def __init__(self, text: str, source: str, base: int) -> None:
        self._base = base
        self._source = source
        self._tokens = [token for token in _TOKEN.finditer(text) if token.lastgroup != "space"]
        if len(self._tokens) > NODES:
            raise LimitError(source, "the data is too large")
        self._at = 0
        self._known: dict[tuple[int, str], Node] = {}  # by table and key: looking through entries would be quadratic

    def document(self) -> Mapping:
        """Everything."""
        root = Mapping()
        table = root
        while self._at < len(self._tokens):
            if self._skip("["):
                table = self._table(root)
            elif not self._skip("\n"):
                self._pair(table)
        return root

    def _put(self, table: Mapping, key: Scalar, node: Node) -> None:
        table.entries.append((key, node))
        self._known[id(table), key.text] = node

    def _within(self, table: Mapping, key: Scalar) -> Mapping:
        """The table under `key`, made if there is none; of several, the last."""
        known = self._known.get((id(table), key.text))
        if isinstance(known, Sequence):
            known = known.items[-1]
        if isinstance(known, Mapping):
            return known
        opened = Mapping()
        self._put(table, key, opened)
        return opened

    def _skip(self, sign: str) -> bool:
        """Go past the next token if it is that sign."""
        found = self._tokens[self._at].group() == sign
        self._at += found
        return found

    def _table(self, root: Mapping) -> Mapping:
        """The table that `[a.b]` or `[[a.b]]` opens, its first bracket read."""
        repeated = self._skip("[")
        *path, last = self._key("]")
        self._at += repeated
        table = root
        for part in path:
            table = self._within(table, part)
        if not repeated:
            return self._within(table, last)
        tables = self._known.get((id(table), last.text))
        if not isinstance(tables, Sequence):
            tables = Sequence()
            self._put(table, last, tables)
        opened = Mapping()
        tables.items.append(opened)
        return opened

    def _pair(self, table: Mapping, depth: int = 1) -> None:
        *path, last = self._key("=")
        for part in path:
            table = self._within(table, part)
        self._put(table, last, self._value(depth))

    def _key(self, end: str) -> list[Scalar]:
        """The parts of a dotted key, up to the sign that ends it."""
        begun = self._at
        while not self._skip(end):
            self._at += 1
        tokens = self._tokens[begun : self._at - 1]
        start = tokens[0].start()
        written = tokens[0].string[start : tokens[-1].end()]
        parts: list[Scalar] = []
        for match in _PART.finditer(written):
            group = match.lastindex or 3
            place = self._base + start
            parts.append(Scalar(match[group], place + match.start(group), place + match.end(group)))
        return parts or [Scalar(written, self._base + start, self._base + start + len(written))]

    def _value(self, depth: int) -> Node:
        if depth > DEPTH:
            raise LimitError(self._source, "the data is nested too deeply")
        if self._skip("["):
            return self._array(depth)
        if self._skip("{"):
            return self._inline(depth)
        token = self._tokens[self._at]
        self._at += 1
        start, end = self._base + token.start(), self._base + token.end()
        if token.lastgroup == "bare":
            return Scalar(token.group(), start, end)
        return Scalar(str(tomllib.loads(f"value = {token.group()}")["value"]), start, end)

    def _array(self, depth: int) -> Sequence:
        found = Sequence()
        while not self._skip("]"):
            if not self._skip(",") and not self._skip("\n"):
                found.items.append(self._value(depth + 1))
        return found

    def _inline(self, depth: int) -> Mapping:
        found = Mapping()
        while not self._skip("}"):
            if not self._skip(",") and not self._skip("\n"):
                self._pair(found, depth + 1)
        return found
