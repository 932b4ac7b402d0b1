"""The source of a document: its decoded and repaired characters, and which bytes each of them comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.model import Document, Offset, OffsetMap

_SAME_WIDTH = re.compile(
    "[\x00-\x7f]+|[\x80-\u07ff]+|[\ud800-\udfff]+|[\u0800-\ud7ff\ue000-\uffff]+|[\U00010000-\U0010ffff]+"
)


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` are replaced by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Source:
    """The characters of a document. `content` is what blocks point into; `offsets` lead from it to the bytes."""

    document: Document
    content: str
    offsets: OffsetMap
    encoding: str = "utf-8"
    metadata: dict[str, str] = field(default_factory=dict)


def utf8_offsets(text: str, first_byte: int = 0) -> Iterator[Offset]:
    """The offsets of a text that was decoded from UTF-8 bytes which begin at `first_byte`.

    Stray bytes are to be given as lone surrogates ("surrogateescape").
    """
    if text.isascii():
        if text:
            yield Offset(0, first_byte, len(text), len(text))
        return
    byte = first_byte
    for match in _SAME_WIDTH.finditer(text):
        length = match.end() - match.start()
        size = length * len(text[match.start()].encode("utf-8", "surrogateescape"))
        yield Offset(match.start(), byte, length, size)
        byte += size


def encoded_offsets(text: str, encoding: str, first_byte: int, last_byte: int) -> Iterator[Offset]:
    """The offsets of a text decoded from `encoding`; one whole stretch if the characters do not add up to the bytes."""
    if len(text) == last_byte - first_byte:
        yield Offset(0, first_byte, len(text), len(text))
        return
    try:
        widths = [len(character.encode(encoding)) for character in text]
    except UnicodeError:
        widths = []
    if not text or first_byte + sum(widths) != last_byte:
        if text:
            yield Offset(0, first_byte, len(text), last_byte - first_byte, even=False)
        return
    start, byte = 0, first_byte
    for index in range(1, len(text) + 1):
        if index == len(text) or widths[index] != widths[start]:
            size = (index - start) * widths[start]
            yield Offset(start, byte, index - start, size)
            start, byte = index, byte + size


def edited(text: str, offsets: Iterable[Offset], edits: Iterable[Edit]) -> tuple[str, tuple[Offset, ...]]:
    """Apply `edits` (ascending, not overlapping) to `text`, and carry its `offsets` along."""
    parts: list[str] = []
    result: list[Offset] = []
    cursor = _Cursor(tuple(offsets))
    position = length = 0
    for edit in edits:
        result.extend(cursor.take(position, edit.start, length))
        parts.append(text[position : edit.start])
        length += edit.start - position
        if edit.text:
            first, last = cursor.bytes_of(edit.start, edit.end)
            result.append(Offset(length, first, len(edit.text), last - first, even=False))
            parts.append(edit.text)
            length += len(edit.text)
        position = edit.end
    result.extend(cursor.take(position, len(text), length))
    parts.append(text[position:])
    return "".join(parts), tuple(result)


class _Cursor:
    """Walks once, in ascending order, over the offsets of a text."""

    def __init__(self, offsets: tuple[Offset, ...]) -> None:
        self._offsets = offsets
        self._map = OffsetMap(offsets)
        self._index = 0

    def bytes_of(self, start: int, end: int) -> tuple[int, int]:
        return self._map.bytes_span(start, end) if end > start else (0, 0)

    def take(self, start: int, end: int, content: int) -> Iterator[Offset]:
        """The stretches between `start` and `end`, moved so that `start` stands at `content`."""
        while start < end:
            while self._offsets[self._index].content + self._offsets[self._index].length <= start:
                self._index += 1
            offset = self._offsets[self._index]
            stop = min(end, offset.content + offset.length)
            if offset.even and offset.size % offset.length == 0:
                width = offset.size // offset.length
                byte = offset.byte + (start - offset.content) * width
                yield Offset(content, byte, stop - start, (stop - start) * width)
            else:
                yield Offset(content, offset.byte, stop - start, offset.size, even=False)
            content += stop - start
            start = stop
