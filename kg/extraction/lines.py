"""The visual lines of a text: its blocks, parted where the author broke a line and mended where only a margin did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from kg.extraction.clues import degrees
from kg.extraction.dates import DateKind, find
from kg.extraction.headings import exact_kind
from kg.extraction.keys import role
from kg.extraction.outline import Line, SectionKind
from kg.extraction.words import says_anything
from kg.extraction.wrapping import Break, breaks, is_wrapped, margin
from kg.model import Block, BlockKind, Text

# Formats whose readers know an author's line break from the end of a line in the source.
_NEVER_WRAPPED = frozenset((".html", ".htm", ".xhtml", ".docx", ".json", ".yaml", ".yml", ".tex", ".ltx", ".latex"))
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
_FIELDS = frozenset(("dates", "place", "grade", "field", "organization", "title"))
_DASHES = frozenset("-–—‒")
_LONGEST_TIME = 30
_RANGES = (DateKind.RANGE, DateKind.OPEN)


def lines(text: Text) -> tuple[Line, ...]:
    """Every line of the visible blocks that holds a letter or digit, in reading order."""
    blocks = [block for block in text.blocks if block.kind is not BlockKind.CODE]
    wraps = text.document.suffix not in _NEVER_WRAPPED
    told = [block for block in blocks if block.kind not in _WHOLE]
    broken = {id(block): breaks(block, text.content) for block in told}
    reached = margin((item for found in broken.values() for item in found), told, text.content) if wraps else None
    if not wraps:
        broken = {key: [replace(item, word=0) for item in found] for key, found in broken.items()}
    found: list[Line] = []
    above = ""
    for block, following in zip_longest(blocks, blocks[1:]):
        head = "" if following and _are_fields(block, following) else _heading_beside(block)
        pieces = _beside(block, again=head == above) if head else _pieces(block, broken.get(id(block), []), reached)
        above = head or (above if block.kind is BlockKind.ITEM else "")
        for start, end in pieces:
            if says_anything(said := block.text[start:end]):
                found.append(Line(len(found), block, start, end, "\n" in said and block.kind not in _WHOLE))
    return tuple(found)


def _are_fields(block: Block, following: Block) -> bool:
    """Whether two keys in a row name fields of one entry: "Degree: BSc", "Dates: 2012-2015"."""
    if not block.kind is following.kind is BlockKind.PAIR or len(block.cells) != 2 or len(following.cells) != 2:
        return False
    first, second = (role(one.text[slice(*one.cells[0])]) for one in (block, following))
    return first == "degree" and second in _FIELDS


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


def _pieces(block: Block, found: list[Break], reached: int | None) -> Iterator[tuple[int, int]]:
    """The (start, end) of each line in the block's text, white space at its edges left out."""
    start = 0
    for item in found:
        if not is_wrapped(block, item, reached) and not _parts_range(block.text, start, item.at):
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
