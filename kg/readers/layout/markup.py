"""HTML source → tags, texts and comments with their places, in one pass and linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from kg.readers.layout.elements import RAW

_NAME = re.compile(r"</?([A-Za-z][^\s/>]{0,60})")
_ATTRIBUTE = re.compile(r"""[\s/]*+([^\s/>=]{1,200})(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?""")
_TAG_END = re.compile(r"[\s/]*+>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


@dataclass(frozen=True, slots=True)
class Tag:
    """`<name …>` or, with `closes`, `</name>`. `places` holds where the attributes' values stand: (start, end)."""

    name: str
    start: int
    end: int
    closes: bool = False
    attributes: dict[str, str | None] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """Text between tags, as written, from `start` to `end`; `raw` text (a script's) knows no entities."""

    start: int
    end: int
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment's words, from `start` to `end`."""

    start: int
    end: int


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Tag | Words | Comment]:
    """The tags, texts and comments of `source[start:end]`, in order."""
    stop = len(source) if end is None else end
    position = words = start
    while True:
        at = source.find("<", position, stop)
        if at < 0:
            break
        found = _token(source, at, stop)
        if found is None:
            position = at + 1
            continue
        token, position = found
        if words < at:
            yield Words(words, at)
        if token is not None:
            yield token
        if isinstance(token, Tag) and not token.closes and token.name in RAW:
            closing = re.compile(f"</{re.escape(token.name)}(?=[\\s/>])", re.IGNORECASE).search(source, position, stop)
            finish = closing.start() if closing else stop
            if position < finish:
                yield Words(position, finish, raw=True)
            position = finish
        words = position
    if words < stop:
        yield Words(words, stop)


def pieces(source: str, words: Words) -> Iterator[tuple[str, int, int | None]]:
    """The visible (text, place, size) of words: size is None where the text stands there as it is."""
    position = words.start
    if not words.raw and "&" in source[words.start : words.end]:
        for match in _ENTITY.finditer(source, words.start, words.end):
            meant = unescape(match.group())
            if meant == match.group():
                continue
            if position < match.start():
                yield source[position : match.start()], position, None
            yield meant, match.start(), match.end() - match.start()
            position = match.end()
    if position < words.end:
        yield source[position : words.end], position, None


def _token(source: str, at: int, stop: int) -> tuple[Tag | Comment | None, int] | None:
    following = source[at + 1 : at + 2]
    if following == "!":
        if source.startswith("!--", at + 1):
            close = source.find("-->", at + 4, stop)
            return Comment(at + 4, close if close >= 0 else stop), close + 3 if close >= 0 else stop
        return None, _after(source, at, stop)
    if following == "?":
        return None, _after(source, at, stop)
    match = _NAME.match(source, at, stop)
    return None if match is None else _tag(source, at, match, stop)


def _after(source: str, at: int, stop: int) -> int:
    close = source.find(">", at, stop)
    return stop if close < 0 else close + 1


def _tag(source: str, at: int, name: re.Match[str], stop: int) -> tuple[Tag | None, int]:
    attributes: dict[str, str | None] = {}
    places: dict[str, tuple[int, int]] = {}
    position = name.end()
    while True:
        close = _TAG_END.match(source, position, stop)
        if close:
            tag = Tag(name.group(1).lower(), at, close.end(), source[at + 1] == "/", attributes, places)
            return tag, close.end()
        found = _ATTRIBUTE.match(source, position, stop)
        if found is None or found.end() == position:
            # An end in the middle of a tag: nothing after it is text.
            return None, stop if position >= stop or source.find(">", position, stop) < 0 else position + 1
        key = found.group(1).lower()
        if key not in attributes:
            value, place = found.group(2), found.span(2)
            if value is not None and value[0] in "\"'":
                value, place = value[1:-1], (place[0] + 1, place[1] - 1)
            attributes[key] = None if value is None else unescape(value)
            if value is not None:
                places[key] = place
        position = found.end()
