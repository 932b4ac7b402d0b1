"""The time of an entry: which of its header's dates hold for it, and for what."""

from __future__ import annotations

import re

from kg.extraction.dates import DateKind, DateMatch, find
from kg.extraction.entries import Entry
from kg.extraction.keys import side
from kg.model import PartialDate, Period

_JOINT = re.compile(r"\s*(?:&|and|,|und|et|y|/)\s*")
_OPENS = re.compile(r"\s?\((?:expected|exp\.?|anticipated)?:?\s?", re.IGNORECASE)
_LONGEST_END = 20
_WHOLE = (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE)


def work_period(entry: Entry) -> Period:
    """When a role was held: the range of the header, else its single date, which is start and end."""
    return _chosen(entry)


def tells_range(entry: Entry) -> bool:
    """Whether begin and end of a time stand apart from each other, under keys or in cells."""
    return bool(_keyed_ends(entry) or _ends_in_cells(_best(entry), entry))


def study_period(entry: Entry) -> Period:
    """When somebody studied: the range of the header; a single date is the end of the studies, where they are over."""
    match = _best(entry)
    if ends := _keyed_ends(entry) or _ends_in_cells(match, entry):
        return ends
    if match is None:
        return Period()
    if match.kind is DateKind.POINT and (expected := _in_brackets_after(entry, match)):
        return Period(match.period.start, expected)
    if match.kind in (DateKind.POINT, DateKind.END):
        return Period(end=match.period.end or match.period.start)
    return match.period


def _in_brackets_after(entry: Entry, match: DateMatch) -> PartialDate | None:
    """The later date in brackets right after a date: "2022 (2026)" is a beginning and the end that is expected."""
    row = next(row for row, other in entry.dates if other is match)
    for other in row.dates:
        between, after = row.line.text[match.end : other.start], row.line.text[other.end : other.end + 1]
        end = other.period.end or other.period.start
        if (
            _OPENS.fullmatch(between)
            and after == ")"
            and end
            and match.period.start
            and str(end) > str(match.period.start)
        ):
            return end
    return None


def point(entry: Entry) -> PartialDate | None:
    """The one date of an award or the like."""
    match = _best(entry)
    return (match.period.start or match.period.end) if match else None


def _chosen(entry: Entry) -> Period:
    match = _best(entry)
    if ends := _keyed_ends(entry) or _ends_in_cells(match, entry):
        return ends
    if match is None or match.kind in _WHOLE:
        return match.period if match else Period()
    row = next(row for row, other in entry.dates if other is match)
    last = row.dates[-1]
    if last is not match and _JOINT.fullmatch(row.line.text[match.end : row.dates[1].start]):
        return Period(match.period.start, last.period.end)
    return match.period


def _keyed_ends(entry: Entry) -> Period | None:
    """The period of an entry whose two ends stand under keys of their own ("From: …", "To: …")."""
    ends = {side(row.key[0]): row.line.text[row.key[1] :].strip() for row in entry.rows if row.key}
    if "start" not in ends or "end" not in ends:
        return None
    found = find(f"{ends['start']} – {ends['end']}")
    return found[0].period if len(found) == 1 and found[0].kind in _WHOLE else None


def _ends_in_cells(match: DateMatch | None, entry: Entry) -> Period | None:
    """The period whose two ends stand in cells of one row, apart from each other and in any order."""
    if match is None or match.kind is not DateKind.POINT:
        return None
    row = next(row for row, other in entry.dates if other is match)
    cells = [row.line.text[start:end].strip() for start, end in row.cells]
    told = row.line.text[match.start : match.end]
    if told not in cells:
        return None
    for other in cells:
        if other != told and len(other) <= _LONGEST_END:
            found = find(f"{told} – {other}")
            if len(found) == 1 and found[0].kind is DateKind.RANGE and found[0].end > len(told) + len(other):
                return found[0].period
    return None


def _best(entry: Entry) -> DateMatch | None:
    """The date that says most: a range before a single date, the first of equals."""
    dated = [match for _, match in entry.dates]
    return next((match for match in dated if match.kind in _WHOLE), dated[0] if dated else None)
