"""Employers told of on a line of their own, with the whole time there, and then the roles held in that time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kg.extraction.clues import title_score
from kg.extraction.entries import Entry
from kg.extraction.labelling import Fields
from kg.extraction.periods import work_period
from kg.extraction.positions.context import is_sure
from kg.model import Period

_ROLE = 3.0


class Stays:
    """The employers among a region's entries that roles below them were held at."""

    def __init__(self, work: Sequence[Entry]) -> None:
        self._following = {id(entry): work[index + 1 :] for index, entry in enumerate(work)}
        self._now: Entry | None = None

    def heed(self, entry: Entry, fields: Fields) -> None:
        """Put a role that was held in the time of the employer above under it: a weaker name is a team's there."""
        if fields.title is None:
            self._now = entry if fields.organization and self._is_stay(entry) else None
        elif self._now is None or entry.parent or is_sure(fields.organization) or not _holds(self._now, entry):
            self._now = None
        else:
            entry.parent = self._now
            fields.unit, fields.organization = fields.unit or fields.organization, None

    def _is_stay(self, entry: Entry) -> bool:
        """Whether the entries right below lie in an entry's time, and one begins with it or it tells nothing itself."""
        within = list(takewhile(lambda other: not other.parent and _holds(entry, other), self._following[id(entry)]))
        begins = any(_agree(str(work_period(other).start), str(work_period(entry).start)) for other in within)
        return begins or (_is_bare(entry) and any(map(_names_role_alone, within)))


def _is_bare(entry: Entry) -> bool:
    """Whether nothing but one name and its time is told of an entry."""
    return len(entry.rows) == 1 and not entry.body and len(entry.rows[0].pieces) == 1


def _names_role_alone(entry: Entry) -> bool:
    """Whether the header of an entry leaves no doubt of a role, and names nothing else."""
    said = [piece.text for row in entry.rows for piece in row.pieces if not piece.inner]
    return bool(said) and all(title_score(text) >= _ROLE for text in said)


def _agree(one: str, other: str) -> bool:
    """Whether two dates are the same as far as both are told."""
    return one[: len(other)] == other[: len(one)]


def _holds(above: Entry, entry: Entry) -> bool:
    """Whether the range of an entry lies within that of another, as precisely as both are told."""
    whole, part = work_period(above), work_period(entry)
    if not (_is_range(whole) and _is_range(part)) or whole.start is None or part.start is None:
        return False
    if str(part.start)[: len(str(whole.start))] < str(whole.start)[: len(str(part.start))]:
        return False
    if part.end is None or whole.end is None:
        return whole.current
    return str(part.end)[: len(str(whole.end))] <= str(whole.end)[: len(str(part.end))]


def _is_range(period: Period) -> bool:
    return period.start is not None and (period.current or (period.end is not None and period.end != period.start))
