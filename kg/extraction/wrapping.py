"""Which line breaks an author set, and which are there only because a line was full at a margin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Block, InlineKind

# Lines that go on in small letters, or inside a link, were broken at a margin: they show where it is. Longer ones were
# not wrapped.
_NARROWEST_MARGIN = 50
_WIDEST_MARGIN = 150
_OUTLIERS = 0.1
_FEWEST_BREAKS = 3
# Where few go on so, most breaks must stand where the next word would have been too much for the longest line.
_FULL = 0.6
# And of those, as many must leave something open as no list of entries does.
_OPEN = 0.4
_HARD = re.compile(r"  \n|\\[\\\n]|<br", re.IGNORECASE)
_EMPTY = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(r"\s*(?:[-*•·▪◦‣●○■□➢➤✓✔–—]|\d{1,2}[.)])\s")
_HANGS = re.compile(
    r"\b(?:a|an|the|at|of|in|on|to|for|and|or|with|by|from|as|und|der|die|das|in|bei|für|et|de|du|la|le|y|en)$"
)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Break:
    """A line break in a block: where it stands, the width of the line before it and of the first word after it.

    Width and word are 0 where the break is meant, as the source says or between the values of a record; `linked` is
    whether it stands inside a link, `parted` whether the line before it has a wide gap, `open` whether what is said
    must go on.
    """

    at: int
    width: int
    word: int
    following: str
    linked: bool = False
    parted: bool = False
    open: bool = False


def breaks(block: Block, content: str) -> list[Break]:
    """The line breaks of a block with the widths that their lines have in the source, markup included."""
    found: list[Break] = []
    start = 0
    while (stop := block.text.find("\n", start)) >= 0:
        following = _WORD.search(block.text, stop + 1)
        if stop > start and following:
            first, last = block.span(start, stop)
            width = _line_end(content, last) - (content.rfind("\n", 0, first) + 1)
            begin = block.span(following.start(), following.start() + 1)[0]
            raw = _WORD.match(content, content.rfind("\n", 0, begin) + 1) or _WORD.search(content, begin)
            word = max(len(raw.group()) if raw else 0, len(following.group()))
            meant = block.labels or _HARD.search(content, max(last - 1, 0), begin)
            if meant or "\n" not in content[last:begin] or _EMPTY.search(content, last, begin):
                word = 0  # no margin breaks a line inside one of the source, or leaves one empty
            linked = any(i.kind is InlineKind.LINK and i.start < stop < i.end - 1 for i in block.inlines)
            below = block.text[following.start() : following.start() + 40]
            line = block.text[start:stop]
            goes_on = linked or below[0].islower() or _must_go_on(line)
            found.append(Break(stop, width if word else 0, min(word, 60), below, linked, "\t" in line, goes_on))
        start = stop + 1
    return found


def _must_go_on(line: str) -> bool:
    """Whether a line ends in a comma, a dash, a small word or an open bracket."""
    return line[-1] in ",-–&/" or line.rfind("(") > line.rfind(")") or bool(_HANGS.search(line))


def _line_end(content: str, position: int) -> int:
    end = content.find("\n", position)
    return len(content) if end < 0 else end


def margin(found: Iterable[Break], blocks: Iterable[Block], content: str) -> int | None:
    """The width the text was wrapped at, None where its lines are as long as their author wanted."""
    soft = [item for item in found if item.width]
    if len(soft) < _FEWEST_BREAKS:
        return None
    widths = sorted(item.width for item in soft if item.linked or item.following[0].islower())
    if len(widths) >= _FEWEST_BREAKS:
        reached = widths[int((1 - _OUTLIERS) * (len(widths) - 1))]
    else:
        reached = _longest(blocks, content)
        full = [item for item in soft if item.width + 1 + item.word > reached and not item.parted]
        enough = len(full) >= max(_FULL * len(soft), _FEWEST_BREAKS)
        reached = reached if enough and sum(item.open for item in full) >= _OPEN * len(full) else 0
    return reached if _NARROWEST_MARGIN <= reached <= _WIDEST_MARGIN else None


def _longest(blocks: Iterable[Block], content: str) -> int:
    """The width of the longest line; one that is a single word could not be wrapped."""
    written = (line for block in blocks for line in content[block.start : block.end].split("\n"))
    return max((len(line) for line in written if " " in line.strip()), default=0)


def is_wrapped(block: Block, item: Break, margin: int | None) -> bool:
    """Whether a line break is there only because the next word did not fit before the margin."""
    if item.linked and item.word:
        return True
    if _BULLET.match(block.text, item.at + 1) or _in_columns(block.text, item.at):
        return False
    first = item.following[0]
    if margin is None:
        return bool(item.word) and (first.isalnum() or first in "([") and _is_left_open(block.text, item.at)
    if not (first.isalnum() or first in "(\"'“‘[&$@#"):
        return False
    if item.width + 1 + item.word > margin or _HANGS.search(block.text, max(0, item.at - 12), item.at):
        return True
    return first.islower() and block.text[: item.at].rstrip()[-1:] not in ".:!?"


def _in_columns(text: str, end: int) -> bool:
    """Whether the line that ends here is set in columns: a wide gap, and something new after it."""
    gap = text.rfind("\t", text.rfind("\n", 0, end) + 1, end)
    return gap >= 0 and not text[gap + 1].islower()


def _is_left_open(text: str, end: int) -> bool:
    """Whether a line of running text ends in a small word that no sentence and no header ends in."""
    line = text[text.rfind("\n", 0, end) + 1 : end]
    return line.count(" ") > 2 and bool(_HANGS.search(line))
