"""Ranges whose two ends stand in cells of their own: a "From" and a "To"."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extraction.dates.find import find
from kg.extraction.dates.grammar import DateKind

_CELL = re.compile(r"[^\t\n]+")
_LONGEST_END = 20
_WHOLE = (DateKind.RANGE, DateKind.OPEN)


def across_cells(text: str, language: str | None) -> str:
    r"""`text` with a dash for each tab or line end between the ends of a range: "Jan 2020\tPresent", "2015\n2017"."""
    if "\t" not in text and "\n" not in text:
        return text
    cells = list(_CELL.finditer(text))
    joints = [
        first.end()
        for first, second in pairwise(cells)
        if text[first.end() : second.start()] in ("\t", "\n") and _is_range(first.group(), second.group(), language)
    ]
    for joint in joints:
        text = f"{text[:joint]}–{text[joint + 1 :]}"
    return text


def _is_range(first: str, second: str, language: str | None) -> bool:
    """Whether a cell is a date and the next one the end of the time that begins with it."""
    if max(len(first), len(second)) > _LONGEST_END or not any(char.isdigit() for char in first):
        return False
    begins, both = find(first, language), find(f"{first}–{second}", language)
    return (
        len(begins) == len(both) == 1
        and (begins[0].start, begins[0].end, begins[0].kind) == (0, len(first), DateKind.POINT)
        and (both[0].start, both[0].end) == (0, len(first) + 1 + len(second))
        and both[0].kind in _WHOLE
    )
