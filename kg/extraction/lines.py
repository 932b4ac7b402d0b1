"""The visual lines of a text: its blocks, parted where the author broke a line and mended where only a margin did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.clues import degrees
from kg.extraction.dates import DateKind, find
from kg.extraction.headings import exact_kind
from kg.extraction.outline import Line, SectionKind
from kg.extraction.words import says_anything
from kg.model import Block, BlockKind, Text

# Lines that go on in small letters were broken at a margin: they show where it is. Longer ones were not wrapped.
_NARROWEST_MARGIN = 50
_WIDEST_MARGIN = 150
_OUTLIERS = 0.1
_FEWEST_BREAKS = 3
# Formats whose readers know an author's line break from the end of a line in the source.
_NEVER_WRAPPED = frozenset((".html", ".htm", ".xhtml", ".docx", ".json", ".yaml", ".yml", ".tex", ".ltx", ".latex"))
_HARD = re.compile(r"  $|\\\\|<br", re.IGNORECASE | re.MULTILINE)
_WHOLE = (BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING)
_TOLD_BESIDE = frozenset(
    (
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.RESEARCH,
        SectionKind.TEACHING,
        SectionKind.VOLUNTEERING,
        SectionKind.AWARDS,
        SectionKind.SERVICE,
    )
)
_DASHES = frozenset("-–—‒")
_LONGEST_TIME = 30
_RANGES = (DateKind.RANGE, DateKind.OPEN)
_BULLET = re.compile(r"\s*(?:[-*•·▪◦‣●○■□➢➤✓✔–—]|\d{1,2}[.)])\s")
_HANGS = re.compile(
    r"\b(?:a|an|the|at|of|in|on|to|for|and|or|with|by|from|as|und|der|die|das|in|bei|für|et|de|du|la|le|y|en)$"
)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Break:
    """A line break in a block: where it stands, the width of the line before it and of the first word after it."""

    at: int
    width: int
    word: int
    following: str


def lines(text: Text) -> tuple[Line, ...]:
    """Every line of the visible blocks that holds a letter or digit, in reading order."""
    blocks = [block for block in text.blocks if block.kind is not BlockKind.CODE]
    wraps = text.document.suffix not in _NEVER_WRAPPED
    breaks = {id(block): _breaks(block, text.content) for block in blocks if block.kind not in _WHOLE}
    margin = _margin([item for found in breaks.values() for item in found]) if wraps else None
    if not wraps:
        breaks = {key: [replace(item, word=0) for item in found] for key, found in breaks.items()}
    found: list[Line] = []
    above = ""
    for block in blocks:
        head = _heading_beside(block)
        pieces = _beside(block, again=head == above) if head else _pieces(block, breaks.get(id(block), []), margin)
        above = head or (above if block.kind is BlockKind.ITEM else "")
        for start, end in pieces:
            if says_anything(block.text[start:end]):
                found.append(Line(len(found), block, start, end))
    return tuple(found)


def _heading_beside(block: Block) -> str:
    """The heading of a section that stands in a row beside what the section tells; "" in any other block."""
    if block.kind not in (BlockKind.ROW, BlockKind.PAIR) or len(block.cells) < 2 or block.labels:
        return ""
    (start, end), (rest, _) = block.cells[:2]
    head, told = block.text[start:end], block.text[rest:]
    return head if exact_kind(head) in _TOLD_BESIDE and ("\n" in told or find(told) or degrees(told)) else ""


def _beside(block: Block, *, again: bool) -> Iterator[tuple[int, int]]:
    """The heading, unless it stood beside the row above as well, and what is told beside it; a cell line by line."""
    first, second = block.cells[:2]
    if not again:
        yield first
    if len(block.cells) > 2:
        yield second[0], len(block.text)
        return
    start = second[0]
    for line in block.text[start:].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _breaks(block: Block, content: str) -> list[_Break]:
    """The line breaks of a block with the widths that their lines have in the source, markup included."""
    found: list[_Break] = []
    start = 0
    while (stop := block.text.find("\n", start)) >= 0:
        following = _WORD.search(block.text, stop + 1)
        if stop > start and following:
            first, last = block.span(start, stop)
            width = _line_end(content, last) - (content.rfind("\n", 0, first) + 1)
            begin = block.span(following.start(), following.start() + 1)[0]
            raw = _WORD.match(content, content.rfind("\n", 0, begin) + 1) or _WORD.search(content, begin)
            word = max(len(raw.group()) if raw else 0, len(following.group()))
            if _HARD.search(content, max(last - 1, 0), begin) or "\n" not in content[last:begin]:
                word = 0  # no margin breaks a line inside one of the source
            found.append(
                _Break(
                    stop, width if word else 0, min(word, 60), block.text[following.start() : following.start() + 40]
                )
            )
        start = stop + 1
    return found


def _line_end(content: str, position: int) -> int:
    end = content.find("\n", position)
    return len(content) if end < 0 else end


def _margin(breaks: list[_Break]) -> int | None:
    """The width the text was wrapped at, None where its lines are as long as their author wanted."""
    widths = sorted(item.width for item in breaks if item.following[0].islower())
    if len(widths) < _FEWEST_BREAKS:
        return None
    margin = widths[int((1 - _OUTLIERS) * (len(widths) - 1))]
    return margin if _NARROWEST_MARGIN <= margin <= _WIDEST_MARGIN else None


def _pieces(block: Block, breaks: list[_Break], margin: int | None) -> Iterator[tuple[int, int]]:
    """The (start, end) of each line in the block's text, white space at its edges left out."""
    start = 0
    for item in breaks:
        if not _is_wrapped(block, item, margin) and not _parts_range(block.text, start, item.at):
            yield _trim(block.text, start, item.at)
            start = item.at + 1
    yield _trim(block.text, start, len(block.text))


def _parts_range(text: str, start: int, at: int) -> bool:
    """Whether a line ends inside a time, which its dash or the line below shows: "2016 –", "2019"."""
    if at - start > _LONGEST_TIME or not (text[at - 1] in _DASHES or text[at + 1 : at + 2] in _DASHES):
        return False
    head, below = text[start:at].strip(), text[at + 1 : at + _LONGEST_TIME].partition("\n")[0].strip()
    if below in _DASHES:
        return head[-1:].isdigit()
    both = f"{head} {below}".replace("\n", " ")
    found = find(both) if head[-1:] in _DASHES else []
    return len(found) == 1 and found[0].kind in _RANGES and (found[0].start, found[0].end) == (0, len(both))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _in_columns(text: str, end: int) -> bool:
    """Whether the line that ends here is set in columns: a wide gap, and something new after it."""
    gap = text.rfind("\t", text.rfind("\n", 0, end) + 1, end)
    return gap >= 0 and not text[gap + 1].islower()


def _is_left_open(text: str, end: int) -> bool:
    """Whether a line of running text ends in a small word that no sentence and no header ends in."""
    line = text[text.rfind("\n", 0, end) + 1 : end]
    return line.count(" ") > 2 and bool(_HANGS.search(line))


def _is_wrapped(block: Block, item: _Break, margin: int | None) -> bool:
    """Whether a line break is there only because the next word did not fit before the margin."""
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
