"""Templates in Markdown (Liquid, Hugo): what a site would fill in from the front matter is filled in, the rest goes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.errors import LimitError
from kg.readers.limits import EXPANSIONS
from kg.readers.markdown.components import Argument, shown
from kg.readers.structured import keys
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence, aligned

_TOKEN = re.compile(
    r"(?P<line>^[ \t]*+)?(?P<mark>\{%-?(?P<tag>[^%]{0,2000}?)-?%\}|\{\{[<%](?P<code>[^}]{0,2000}?)[>%]\}\}|"
    r"\{\{(?P<out>[^{}]{0,500}?)\}\}|<[A-Z][\w.]{0,60}\s(?P<element>[^<>]{1,2000}?)/?>)(?P<end>[ \t]*+\n)?",
    re.MULTILINE,
)
_CALL = re.compile(r"\w{1,60}\([^()=]{0,60}=.{0,400}\)", re.DOTALL)  # Zola's components: "job(title=…)"
_ELEMENT = re.compile(r"<[A-Z][\w.]{0,60}\s")
_FOR = re.compile(r"for\s+(\w+)\s+in\s+([\w.\[\]'\"-]+)")
_CLOSERS = {"for": "endfor", "if": "endif", "unless": "endunless", "comment": "endcomment", "capture": "endcapture"}
_CLOSERS["case"] = "endcase"


@dataclass
class Working:
    """A text made from pieces of the content: `pieces` says for any part of it where it comes from."""

    parts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    places: list[tuple[int, int | None]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, at: int, size: int | None = None) -> None:
        """Append `text`, which stands at `at` in the content (as `size` characters, if it is written another way)."""
        if text:
            self.parts.append(text)
            self.starts.append(self.length)
            self.places.append((at, size))
            self.length += len(text)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int, int | None]]:
        """The stretches of `text[start:end]`: (start, end, place in the content, size there if written another way)."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        while start < end and index < len(self.parts):
            first, (at, size) = self.starts[index], self.places[index]
            stop = min(end, first + len(self.parts[index]))
            yield start, stop, (at if size is not None else at + start - first), size
            start, index = stop, index + 1


def expand(content: str, start: int, page: Mapping | None, source: str) -> Working:
    """`content[start:]` with its templates filled in from `page`; LimitError if that grows without bounds."""
    working = Working()
    some = "{%" in content or "{{" in content or _ELEMENT.search(content, start) is not None
    tokens = list(_TOKEN.finditer(content, start)) if some else []
    if not tokens:
        working.add(content[start:], start)
        return working
    _Expansion(content, tokens, working, source).run(start, page)
    return working


class _Expansion:
    def __init__(self, content: str, tokens: list[re.Match[str]], working: Working, source: str) -> None:
        self._content = content
        self._tokens = tokens
        self._working = working
        self._source = source
        self._ends = _blocks(tokens)

    def run(self, start: int, page: Mapping | None) -> None:
        last = self._write(0, len(self._tokens), start, {} if page is None else {"page": page, "include": page})
        self._add(last, len(self._content))

    def _write(self, first: int, stop: int, position: int, names: dict[str, Node]) -> int:
        """Write what stands from `position` through tokens `first` to `stop`; returns where the next text begins."""
        index = first
        while index < stop:
            token = self._tokens[index]
            begin, end = _extent(token)
            arguments = self._arguments(token)
            if token["element"] is not None and not arguments:
                index += 1
                continue  # an element of HTML, or one that shows nothing of an entry
            self._add(position, begin)
            position = end
            tag = (token["tag"] or "").split(None, 1)
            if arguments:
                self._component(arguments, begin)
            elif token["out"] is not None:
                self._output(token["out"], names)
            elif tag and index in self._ends:
                close = min(self._ends[index], stop - 1)
                if tag[0] == "for":
                    self._loop(index, close, position, names)
                elif tag[0] in ("if", "unless"):
                    branch = self._branch(index, close)
                    finish = self._write(index + 1, branch, position, names)
                    self._add(finish, _extent(self._tokens[branch])[0])
                index, position = close, _extent(self._tokens[close])[1]
            index += 1
        return position

    def _loop(self, index: int, close: int, position: int, names: dict[str, Node]) -> None:
        match = _FOR.match((self._tokens[index]["tag"] or "").strip())
        found = _resolve(match.group(2), names) if match else None
        items = found.items if isinstance(found, Sequence) else []
        for item in items:
            last = self._write(index + 1, close, position, {**names, match.group(1): item} if match else names)
            self._add(last, _extent(self._tokens[close])[0])

    def _branch(self, index: int, close: int) -> int:
        """The token that ends the first branch of a condition: its else, or its end."""
        inner = index + 1
        while inner < close:
            if (self._tokens[inner]["tag"] or "").split(None, 1)[:1] in (["else"], ["elsif"]):
                return inner
            inner = self._ends.get(inner, inner) + 1
        return close

    def _output(self, expression: str, names: dict[str, Node]) -> None:
        value = _resolve(expression.partition("|")[0].strip(), names)
        if isinstance(value, Scalar):
            for text, at, size in aligned(value, self._content):
                self._working.add(text, at, size)

    def _arguments(self, token: re.Match[str]) -> list[Argument]:
        """What a token shows of an entry, where it is a component of the theme."""
        name = next((name for name in ("code", "element", "tag", "out") if token[name] is not None), None)
        if name is None or (name == "tag" and not token["tag"].lstrip().startswith("include")):
            return []
        if name == "out" and not _CALL.fullmatch(token["out"].strip()):
            return []
        return shown(self._content, *token.span(name))

    def _component(self, arguments: list[Argument], begin: int) -> None:
        """Write what a component shows as lines of a paragraph, each after its key where that names a field."""
        self._working.add("\n\n", begin, 1)
        for argument in arguments:
            start, end = argument.value
            key = self._content[slice(*argument.key)] if argument.key else ""
            if argument.key and keys.FIELDS.fullmatch(key):
                self._working.add(key, argument.key[0])
                self._working.add(": ", argument.key[1], start - argument.key[1])
            self._working.add(" ".join(self._content[start:end].split("\n")), start)
            self._working.add("\n", end, 1)
        self._working.add("\n", begin, 1)

    def _add(self, start: int, end: int) -> None:
        if start < end:
            self._working.add(self._content[start:end], start)
        if self._working.length > len(self._content) + EXPANSIONS:
            raise LimitError(self._source, "its template repeats itself too often")


def _extent(token: re.Match[str]) -> tuple[int, int]:
    """What goes with a token: its whole line if nothing else stands there."""
    whole = token["line"] is not None and token["end"] is not None and token["out"] is None
    return token.span() if whole else token.span("mark")


def _blocks(tokens: list[re.Match[str]]) -> dict[int, int]:
    """Which token closes which, by index."""
    ends: dict[int, int] = {}
    open_: list[tuple[str, int]] = []
    for index, token in enumerate(tokens):
        word = (token["tag"] or "").split(None, 1)[:1]
        if word and word[0] in _CLOSERS:
            open_.append((_CLOSERS[word[0]], index))
        elif word and open_ and open_[-1][0] == word[0]:
            ends[open_.pop()[1]] = index
    return ends


def _resolve(path: str, names: dict[str, Node]) -> Node | None:
    first, *rest = path.split(".")
    node = names.get(first)
    for key in rest:
        node = node.get(key) if isinstance(node, Mapping) else None
    return node
