"""Named things of a section that lists them: projects and awards, one a heading, item or row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction import headings
from kg.extraction.clues import is_sentence
from kg.extraction.entries import Region, Row
from kg.extraction.lexicon import load
from kg.extraction.outline import SectionKind
from kg.extraction.spelling import clean
from kg.extraction.words import fold, key, tokens
from kg.gazetteers import skills
from kg.gazetteers.skills import FIELD
from kg.model import BlockKind, InlineKind

_SET_OFF = (InlineKind.STRONG, InlineKind.LINK, InlineKind.CODE, InlineKind.EMPHASIS)
_MAKER = r"(?:maintainer|co-maintainer|contributor|author|co-author|creator|developer|member of and contributor)"
_LEAD_IN = re.compile(
    rf"\s*(?:core |lead |main )?{_MAKER}(?: (?:and|&) {_MAKER})? (?:of|to|at|for) (?:open[ -]source )?(?:the )?"
    r"|\s*(?:(?:winners?|recipients?|awardee)(?: of|:)|awarded(?: with)?|honou?red with|(?:received|won|earned):?)"
    r" (?:the |an? )?",
    re.IGNORECASE,
)
_PLACE = r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|gold|silver|bronze|top|global|all[- ]india)"
PLACEMENT = re.compile(
    rf"\W*(?:(?:(?:global|all[- ]india) )?rank(?:ed)? #?\d+(?:/\d+)?\+?|"
    rf"{_PLACE}(?: (?:place|prize|rank|position|medal(?:list)?|runner[- ]?up|winner))?|top \d+(?:\.\d+)? ?%?|"
    rf"(?:(?:global|all[- ]india) )?rank(?:ed)?(?: #?\d+(?:/\d+)?\+?)?|(?:semi[- ]?)?finalist|"
    r"(?:1st |first )?runner[- ]?up|"
    r"winners?|champions?|(?:special |honou?rable )?mention)\b(?=\W|$)",
    re.IGNORECASE,
)
_LONGEST_AWARD = 12
# So many lines set strong among awards name them, and the lines between say who gave them.
_FEWEST_STRONG = 3
_NAMING = frozenset(("title", "name", "award", "honor", "project", "titel", "titre", "nom", "título", "nome"))
_COMMA = re.compile(r"\s*[,|·/•]\s*")
_GOES_ON = re.compile(r"\s*(?:[|:：(（]|[–—-]\s)")
_LONGEST_TOOLS = 120
# A name in small letters, as repositories have: "example-tool - …".
_PARTED_WORD = re.compile(r"[a-z][\w.-]{2,30}(?::\s|\s[–—-]\s)")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+")


@dataclass(frozen=True)
class Listed:
    """A named thing: its row, where in it the name stands, and the rows that tell of it."""

    row: Row
    start: int
    end: int
    body: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The name, cleaned of marks."""
        return clean(self.row.line.text[self.start : self.end])

    @property
    def span(self) -> tuple[int, int]:
        """Where the name stands in the content."""
        return self.row.line.span(self.start, self.end)

    @property
    def scope(self) -> tuple[tuple[int, int], ...]:
        """The spans of content that tell of the thing."""
        return tuple(row.line.span() for row in (self.row, *self.body))


def listed(region: Region, ends: re.Pattern[str]) -> Iterator[Listed]:
    """The named things of a region; a name ends where `ends` matches, at a date, or where its own type does."""
    rows = [row for row in region.rows if not row.told or _begins_set_off(row)]
    if region.kind is SectionKind.AWARDS:
        rows = list(_without_groups(rows)) or rows
        free = not any(row.line.block.kind is BlockKind.ITEM for row in rows)
        strong = _strong_heads(rows, _FEWEST_STRONG) if free else []
        heads = strong or _award_heads(rows, ends) or _heads(rows)
    else:
        heads = (_strong_heads(rows) if region.kind is SectionKind.PROJECTS else []) or _heads(rows)
    heads = sorted(set(heads) - _details(rows))
    for position, index in enumerate(heads):
        stop = heads[position + 1] if position + 1 < len(heads) else len(rows)
        row = rows[index]
        if (name := _name(row, ends)) is not None:
            yield Listed(row, *name, tuple(rows[index + 1 : stop]))


def _begins_set_off(row: Row) -> bool:
    """Whether an item begins with words in a type of their own, and goes on after a date or a separator."""
    if row.line.block.kind is not BlockKind.ITEM or row.line.start:
        return False
    ends = [one.end for one in row.line.inlines if one.kind in (InlineKind.STRONG, InlineKind.LINK) and one.start <= 1]
    return bool(ends) and bool(_GOES_ON.match(row.line.text, max(ends)))


def _without_groups(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without headings, and lines that end as a label does, which only group the awards under them.

    What stands under a label of other things ("Juried exhibitions:") is none.
    """
    other = False
    for index, row in enumerate(rows):
        heads = row.line.block.kind is BlockKind.HEADING
        if heads or (row.line.block.kind is BlockKind.PARAGRAPH and _labels_items(rows, index)):
            words = {word.key for word in tokens(row.line.text)}
            other = not heads and not words.isdisjoint(map(key, load("awards")["other_groups"]))
        elif not other:
            yield row


def _labels_items(rows: Sequence[Row], index: int) -> bool:
    """Whether a line ends in a colon and an item follows."""
    follows = rows[index + 1].line.block.kind is BlockKind.ITEM if index + 1 < len(rows) else False
    return follows and rows[index].line.text.rstrip().endswith((":", "："))


def _details(rows: Sequence[Row]) -> set[int]:
    """The rows of records (blocks whose lines have labels) that say more of what another line of the record names."""
    records: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        if row.line.block.labels and row.line.block.kind is BlockKind.ITEM:
            records.setdefault(id(row.line.block), []).append(index)
    found: set[int] = set()
    for members in records.values():
        naming = next((index for index in members if _is_named_by_label(rows[index])), members[0])
        found.update(index for index in members if index != naming)
    return found


def _is_named_by_label(row: Row) -> bool:
    """Whether the label of a record's line says that it gives the name."""
    block, line = row.line.block, row.line
    return any(
        fold(label) in _NAMING and line.start <= start < line.end
        for label, (start, _) in zip(block.labels, block.cells, strict=False)
        if label
    )


def _strong_heads(rows: Sequence[Row], fewest: int = 1) -> list[int]:
    """The rows set strong as a whole, if as many as `fewest`, where no headings stand and other rows tell of them."""
    if any(row.line.block.kind is BlockKind.HEADING for row in rows):
        return []
    strong = [index for index, row in enumerate(rows) if _is_all_strong(row)]
    if any(_begins_set_off(row) and index not in strong for index, row in enumerate(rows)):
        return []  # each line says in itself what it tells of the name it begins with
    return strong if fewest <= len(strong) < len(rows) else []


def _award_heads(rows: Sequence[Row], ends: re.Pattern[str]) -> list[int]:
    """Which rows of a section without items name an award: lines and rows of tables, in any mixture."""
    if any(row.line.block.kind is BlockKind.ITEM for row in rows):
        return []
    return [
        index
        for index, row in enumerate(rows)
        if _is_free(row) and not _explains(rows, index) and _may_name_award(row, ends)
    ]


def _is_free(row: Row) -> bool:
    """Whether a row has no key, or none but a date."""
    return not row.key or any(date.start <= 1 and date.end >= len(row.key[0]) for date in row.dates)


def _explains(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is an undated paragraph under a row of a table that ends as a sentence does."""
    row, above = rows[index], rows[index - 1] if index else None
    return (
        row.line.block.kind is BlockKind.PARAGRAPH
        and not row.dates
        and row.line.text.rstrip().endswith(".")
        and above is not None
        and above.line.block.kind is BlockKind.ROW
    )


def _may_name_award(row: Row, ends: re.Pattern[str]) -> bool:
    """Whether a row names something in few words, and is no date alone, no link with a label, no heading of others."""
    text = row.line.text
    if row.line.block.kind is BlockKind.ROW:
        return True
    cut = ends.search(text, 1)
    first = text[: cut.start()] if cut else text
    if len(tokens(first)) > _LONGEST_AWARD or not (row.is_header or PLACEMENT.match(first)):
        return False
    labels_link = "://" in text and len(tokens(first)) <= 3
    return not labels_link and (bool(row.dates) or headings.among_others(text) is None)


def _heads(rows: Sequence[Row]) -> list[int]:
    """Which rows name a thing: headings, else short paragraphs above items, else the shallowest items and rows."""
    headings = [index for index, row in enumerate(rows) if row.line.block.kind is BlockKind.HEADING]
    if headings:
        return headings
    items = [row.depth for row in rows if row.line.block.kind is BlockKind.ITEM and not _is_date_alone(row)]
    recorded = any(row.line.block.labels and row.line.block.kind is BlockKind.ITEM for row in rows)
    short = [
        index
        for index, row in enumerate(rows)
        if row.line.block.kind is BlockKind.PARAGRAPH
        and not recorded
        and not row.key
        and _is_short(row)
        and (not row.line.text[:1].islower() or _PARTED_WORD.match(row.line.text))
        and not _names_tools(row.line.text)
    ]
    tabled = [index for index, row in enumerate(rows) if row.line.block.kind is BlockKind.ROW]
    if len(tabled) > len(short) and not items and _is_told_below(rows, tabled):
        return tabled
    if short and (not items or (rows[short[0] + 1 : short[0] + 2] and _is_told_below(rows, short))):
        return short
    if tabled and items and tabled[0] == 0 and _is_told_below(rows, tabled):
        return tabled
    pairs = [index for index, row in enumerate(rows) if row.line.block.kind is BlockKind.PAIR and not row.line.start]
    if pairs and not items and not tabled:
        return pairs
    depth = min(items, default=0)
    return [index for index, row in enumerate(rows) if _is_item(row, depth) or row.line.block.kind is BlockKind.ROW]


def _names_tools(text: str) -> bool:
    """Whether a line lists technologies and nothing else: what the thing above it was made with."""
    parts = _COMMA.split(text.strip(" .*_`"))
    return len(text) <= _LONGEST_TOOLS and all(
        (term := skills().find(part)) is not None and term.kind != FIELD for part in parts
    )


def _is_item(row: Row, depth: int) -> bool:
    """Whether a row is the first line of an item at a depth, or of a record."""
    block = row.line.block
    return block.kind is BlockKind.ITEM and row.depth == depth and (not row.line.start or bool(block.labels))


def _is_date_alone(row: Row) -> bool:
    """Whether an item says when, and its own items what."""
    return len(row.dates) == 1 and not (row.line.text[: row.dates[0].start] + row.line.text[row.dates[0].end :]).strip()


def _is_all_strong(row: Row) -> bool:
    """Whether a short row is set strong from its first to its last word, the dates after it left out."""
    if row.line.block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH) or row.key or len(tokens(row.line.text)) > 16:
        return False
    end = min((date.start for date in row.dates), default=len(row.line.text))
    shown = row.line.text[:end].rstrip(" (|–—-,:")
    begun = [i.end for i in row.line.inlines if i.kind is InlineKind.STRONG and i.start <= 2]
    if not begun:
        return False
    rest = shown[max(begun) :].strip()
    return len(rest) < 2 or (row.line.block.kind is BlockKind.PARAGRAPH and rest[0] in "(|–—-")


def _is_short(row: Row) -> bool:
    first, *rest = re.split(r"[|:–—(（]| - ", row.line.text, maxsplit=1)
    if len(tokens(first)) > 8 or row.told:
        return False
    # A name, and what the thing was made with after a separator, is no header of an entry, but one here.
    named = bool(rest) and "," not in first and not is_sentence(first) and headings.exact_kind(first) is None
    return row.is_header or (named and bool(first.strip()) and not skills().find(first.strip()))


def _is_told_below(rows: Sequence[Row], short: Sequence[int]) -> bool:
    """Whether items or text follow most of the short paragraphs."""
    followed = sum(1 for index in short if index + 1 < len(rows) and index + 1 not in short)
    return 2 * followed >= len(short)


def _is_set_off(text: str, start: int, end: int, *, again: bool = False) -> bool:
    """Whether a date is no part of a name: it stands after a separator, or at the end and does not come `again`."""
    before, after = text[:start].rstrip(), text[end:].strip(" )]*_.,;")
    return (not after and not again) or before[-1:] in ",;:|–—-([（·/\t" or text[start - 3 : start].isspace()


def _name(row: Row, ends: re.Pattern[str]) -> tuple[int, int] | None:
    """Where the name stands in the row; None for rows that name nothing."""
    text = row.line.text
    start = match.end() if (match := _NUMBER.match(text)) else 0
    start = match.end() if (match := _LEAD_IN.match(text, start)) else start
    while start < len(text) and not text[start].isalnum() and text[start] not in '"“「『':
        start += 1
    for date in row.dates:
        if date.start <= start + 1:
            start = max(start, date.end)
            while start < len(text) and not text[start].isalnum():
                start += 1
    again = any(date.start < start for date in row.dates)
    set_off = [
        date.start for date in row.dates if date.start > start and _is_set_off(text, date.start, date.end, again=again)
    ]
    stop = min(set_off, default=len(text))
    if match := ends.search(text, start + 1, stop):
        stop = match.start()
    for inline in row.line.inlines:
        if inline.kind in _SET_OFF and inline.start <= start < inline.end <= stop:
            stop = inline.end
            break
    return (start, stop) if clean(text[start:stop]) else None
