"""What only the whole page shows: its table of contents, its quotes, its records."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import BlockKind, InlineKind
from kg.readers.layout.draft import Draft
from kg.readers.layout.records import gathered

_FEWEST_LINKS = 3


def finished(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The drafts of a page that are seen, and those that are kept apart after all."""
    seen, apart = _without_contents(drafts)
    _speak_plainly(seen)
    return gathered(seen), apart


def _speak_plainly(drafts: Sequence[Draft]) -> None:
    """A page that is mostly quotes quotes nobody: its author only liked the margins."""
    quotes = [draft for draft in drafts if draft.quoted or draft.kind is BlockKind.QUOTE]
    if 2 * sum(draft.length for draft in quotes) > sum(draft.length for draft in drafts):
        for draft in quotes:
            if draft.kind is BlockKind.QUOTE:
                draft.kind = BlockKind.PARAGRAPH


def _without_contents(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """A table of contents is navigation: three or more items in a row that lead to places of the page itself."""
    seen: list[Draft] = []
    apart: list[Draft] = []
    start = 0
    while start < len(drafts):
        end = start
        while end < len(drafts) and _leads_inside(drafts[end]):
            end += 1
        if end - start >= _FEWEST_LINKS:
            apart += drafts[start:end]
        else:
            end = end + 1 if end < len(drafts) else end
            seen += drafts[start:end]
        start = end
    return seen, apart


def _leads_inside(draft: Draft) -> bool:
    if draft.kind is not BlockKind.ITEM:
        return False
    links = [i for i in draft.inlines if i.kind is InlineKind.LINK]
    return (
        len(links) == 1
        and (links[0].target or "").startswith("#")
        and links[0].end - links[0].start >= draft.length - 3
    )
