"""Roles that a heading names once for all entries under it: "Lab Assistant", and below where and when it was held."""

from __future__ import annotations

from kg.extraction.clues import is_unit, organization_score, title_score
from kg.extraction.dates import DateKind
from kg.extraction.entries import Entry
from kg.extraction.labelling import Fields
from kg.extraction.positions.context import is_sure
from kg.model import BlockKind

_RANGES = (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)


class SharedRoles:
    """The roles that headings of a region name for the entries under them."""

    def __init__(self) -> None:
        self._given: set[int] = set()
        self.told: set[int] = set()

    def heed(self, entry: Entry, fields: Fields, above: Fields | None) -> None:
        """Give an entry that names only where and when the role of the heading it stands under.

        `told` keeps the entries whose role those under them held: they tell of none themselves.
        """
        parent = entry.parent
        if parent is None or above is None or above.title is None or parent.dates or _names_role(fields):
            return
        if id(parent) in self._given:
            self._give_within(entry, fields, above)
        elif above.organization is None and _heads(parent, above) and _tells_where(entry, fields):
            fields.place = fields.place or fields.title
            fields.title = above.title
        if fields.title is above.title:
            self._given.add(id(entry))
            self.told.add(id(parent))

    def _give_within(self, entry: Entry, fields: Fields, above: Fields) -> None:
        """The role and the employer above for what is dated below them: a unit, or a course that was taught there."""
        if fields.title or not entry.dates or above.organization is None or not _is_part(fields):
            return
        fields.unit = fields.unit or (fields.organization if _is_unit(fields) else None)
        fields.title, fields.organization = above.title, above.organization


def _names_role(fields: Fields) -> bool:
    """Whether an entry's own words tell a role; what only its place in a line made one is more likely a town."""
    return fields.title is not None and (title_score(fields.title.text) >= 2 or " " in fields.title.text)


def _heads(entry: Entry, fields: Fields) -> bool:
    """Whether an entry is a heading, an item or a line set strong that says nothing but a role."""
    row = entry.rows[0]
    alone = len(entry.rows) == 1 and len([piece for piece in row.pieces if not piece.inner]) == 1
    apart = row.line.block.kind in (BlockKind.HEADING, BlockKind.ITEM) or row.is_set_strong
    return alone and apart and title_score(fields.title.text if fields.title else "") >= 3


def _tells_where(entry: Entry, fields: Fields) -> bool:
    """Whether an entry names an employer that lets no doubt, or any name with the time there."""
    ranged = any(match.kind in _RANGES for _, match in entry.dates)
    return is_sure(fields.organization) or (fields.organization is not None and ranged)


def _is_unit(fields: Fields) -> bool:
    return fields.organization is not None and is_unit(fields.organization.text)


def _is_part(fields: Fields) -> bool:
    """Whether nothing was taken for an employer, or a unit of one, or a name that says little."""
    return fields.organization is None or _is_unit(fields) or organization_score(fields.organization.text) < 2.5
