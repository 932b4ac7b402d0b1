"""The visual lines of a text: its blocks, parted where the author broke a line and mended where only a margin did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.outline import Line
from kg.model import Block, BlockKind, Text

# Text wrapped at a margin has lines about as long as the margin; a document with longer lines was not wrapped.
_NARROWEST_MARGIN = 56
_WIDEST_MARGIN = 150
_BULLET = re.compile(r"\s*(?:[-*•·▪◦‣●○■□➢➤✓✔–—]|\d{1,2}[.)])\s")
_STARTS_WORD = re.compile(r"\S+")


def lines(text: Text) -> tuple[Line, ...]:
    """Every line of the visible blocks that holds a letter or digit, in reading order."""
    margin = _margin(text.blocks)
    found: list[Line] = []
    for block in text.blocks:
        if block.kind is BlockKind.CODE:
            continue
        for start, end in _pieces(block, margin):
            if any(char.isalnum() for char in block.text[start:end]):
                found.append(Line(len(found), block, start, end))
    return tuple(found)


def _margin(blocks: tuple[Block, ...]) -> int | None:
    """The width the text was wrapped at, None where its lines are as long as their author wanted."""
    widths = [
        len(part)
        for block in blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE) and "\n" in block.text
        for part in block.text.split("\n")
    ]
    widest = max(widths, default=0)
    return widest if _NARROWEST_MARGIN <= widest <= _WIDEST_MARGIN else None


def _pieces(block: Block, margin: int | None) -> Iterator[tuple[int, int]]:
    """The (start, end) of each line in the block's text, white space at its edges left out."""
    if block.kind in (BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING):
        yield _trim(block.text, 0, len(block.text))
        return
    start = 0
    position = 0
    while (stop := block.text.find("\n", position)) >= 0:
        if not (margin and _is_wrapped(block.text, position, stop, margin)):
            yield _trim(block.text, start, stop)
            start = stop + 1
        position = stop + 1
    yield _trim(block.text, start, len(block.text))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _is_wrapped(text: str, start: int, stop: int, margin: int) -> bool:
    """Whether the line break at `stop` is there only because the next word did not fit before the margin."""
    following = _STARTS_WORD.search(text, stop + 1, min(stop + 200, len(text)))
    if not following or _BULLET.match(text, stop + 1):
        return False
    line = text[start:stop].rstrip()
    if len(line) + 1 + len(following.group()) <= margin:
        return False
    return following.group()[0].islower() or not line.endswith((".", "!", "?", ":", "|")) or len(line) > margin - 8
