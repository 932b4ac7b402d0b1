"""Employers told of on a line of their own, with the whole time there, and then the roles held in that time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kg.extraction.entries import Entry
from kg.extraction.labelling import Fields
from kg.extraction.periods import work_period
from kg.extraction.positions.context import is_sure
from kg.model import Period


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
        """Whether the entries right below lie in an entry's time, and one of them begins with it."""
        within = takewhile(lambda other: not other.parent and _holds(entry, other), self._following[id(entry)])
        return any(work_period(other).start == work_period(entry).start for other in within)


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
