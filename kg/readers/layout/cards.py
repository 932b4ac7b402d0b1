"""Containers that each hold one entry: its lines stay together, whatever its author set as headings among them.

A page shows an entry as a card: a time, then a role as a heading, then an employer as a smaller one. Read one after
the other, such a heading would part the time above it from what it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import BlockKind
from kg.readers.layout.draft import Draft
from kg.readers.layout.tables import emphasized

CONTAINERS = frozenset({"div", "li", "article", "td", "section", "details"})
_LONGEST = 120
_PLACE = 40
_MOST_WORDS = 7
_MOST_LINES = 7
_SMALLEST = 3  # the level of a heading that can name an entry; larger ones name a page and its sections
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def gather(drafts: list[Draft], begin: int, depth: int) -> bool:
    """Make one item of the lines that head the entry in `drafts[begin:]`, where headings among them would part them.

    `depth` is that of an item there; what is listed below it goes deeper. Says whether one entry and no more is there.
    """
    head = _head(drafts[begin:])
    below = drafts[begin + len(head) :]
    if not _is_entry(head, below):
        return False
    if _is_torn(head):
        if not any(draft.kind is BlockKind.ITEM and draft.level > depth for draft in below):
            for draft in below:
                draft.level += draft.kind is BlockKind.ITEM
        drafts[begin : begin + len(head)] = [_joined(head, depth)]
    return True


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a lead-in does, not as an abbreviation does: "Acorn Inc.", "Ph.D."."""
    if not text.endswith((".", "!", "?", ":")):
        return False
    words = text.split()
    return not text.endswith(".") or words[-1][0].islower() or len(words) > _MOST_WORDS


def _head(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The short lines above all else, up to the place that may follow the last heading or time."""
    last = 0
    for index, draft in enumerate(drafts):
        line = draft.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) or (draft.kind is BlockKind.ITEM and index == 0)
        if not line or draft.length > _LONGEST or ends_sentence(draft.text) or draft.cells:
            break
        if draft.kind is BlockKind.HEADING or _YEAR.search(draft.text) or (draft.length <= _PLACE and last == index):
            last = index + 1
    return drafts[:last]


def _is_entry(head: Sequence[Draft], below: Sequence[Draft]) -> bool:
    """Whether lines are those of one entry: a heading or more, and one time."""
    if not 2 <= len(head) <= _MOST_LINES or any(draft.kind is BlockKind.HEADING for draft in below):
        return False
    levels = [draft.level for draft in head if draft.kind is BlockKind.HEADING]
    return min(levels, default=0) >= _SMALLEST and sum(bool(_YEAR.search(draft.text)) for draft in head) == 1


def _is_torn(head: Sequence[Draft]) -> bool:
    """Whether the lines do not begin with their headings, the largest of them first."""
    levels = [draft.level for draft in head if draft.kind is BlockKind.HEADING]
    return any(draft.kind is not BlockKind.HEADING for draft in head[: len(levels)]) or levels[0] != min(levels)


def _joined(head: Sequence[Draft], depth: int) -> Draft:
    whole = Draft(BlockKind.ITEM, depth)
    for draft in head:
        whole.append(emphasized(draft) if draft.kind is BlockKind.HEADING else draft, "\n")
    return whole
