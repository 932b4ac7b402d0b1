"""What only the whole page shows of its headings: which lines without marks are some, and above what they stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.extraction import headings
from kg.extraction.outline import ENTRY_KINDS, Line
from kg.model import BlockKind, InlineKind, Text

# The rank of headings that only their words and shape give away, below every marked one.
PLAIN_RANK = 14
_SHORT = 40
_MARK = re.compile(r"\s*(?:\d{1,3}|[ivxIVX]{1,4}(?=[.)])|\W)")


@dataclass(frozen=True)
class Page:
    """`plain_rank` is the rank of headings without marks, `again` holds lines said twice, `items` those that head."""

    plain_rank: int
    again: frozenset[str]
    items: frozenset[int]


def look(text: Text, found: tuple[Line, ...]) -> Page:
    """What the lines of a text, in reading order, show when all of them are seen."""
    return Page(_plain_rank(found), _said_again(found), _heading_items(text.content, found))


def _plain_rank(found: tuple[Line, ...]) -> int:
    """The rank of headings without marks: above the marked ones where those head nothing but entries."""
    marked = [line for line in found if line.block.kind is BlockKind.HEADING and line.block.level > 1]
    if not marked or any(headings.exact_kind(line.text) in ENTRY_KINDS for line in marked):
        return PLAIN_RANK
    alone = (line for line in found if line.block.kind is BlockKind.PARAGRAPH and line.text == line.block.text)
    kinds = {headings.exact_kind(line.text) for line in alone if len(line.text) <= _SHORT}
    return 2 * min(line.block.level for line in marked) - 1 if len(kinds & ENTRY_KINDS) > 1 else PLAIN_RANK


def _said_again(found: tuple[Line, ...]) -> frozenset[str]:
    """Lines without marks that stand in the text twice or more: below entries they head a part of each of them."""
    plain = (line.text for line in found if line.block.kind is BlockKind.PARAGRAPH and len(line.text) <= _SHORT)
    return frozenset(text for text, times in Counter(plain).items() if times > 1)


def _heading_items(content: str, found: tuple[Line, ...]) -> frozenset[int]:
    """The items of known words with no other item of their kind right above or below: the words head what follows."""
    heads = set()
    for line in found:
        if not _is_short_item(line) or headings.exact_kind(line.text) is None:
            continue
        beside = (
            *found[max(line.index - 1, 0) : line.index],
            *found[line.index + 1 : line.index + 2],
        )
        mark = _mark(content, line)
        if not any(
            other.block.kind is BlockKind.ITEM and other.block.level == 1 and _mark(content, other) == mark
            for other in beside
        ):
            heads.add(line.index)
    return frozenset(heads)


def _is_short_item(line: Line) -> bool:
    block = line.block
    return block.kind is BlockKind.ITEM and block.level == 1 and len(block.text) <= _SHORT and "\n" not in block.text


def _mark(content: str, line: Line) -> str:
    """The sign that an item begins with, "1" for a number; "" where the text does not show it."""
    found = _MARK.match(content, line.block.start)
    return "" if found is None else "1" if found.group()[-1].isalnum() else found.group()[-1]


def all_strong(line: Line) -> bool:
    """Whether a line is set in bold or italics as a whole."""
    shown = len(line.text.strip())
    return any(
        inline.kind in (InlineKind.STRONG, InlineKind.EMPHASIS) and inline.end - inline.start >= shown - 2
        for inline in line.inlines
    )
