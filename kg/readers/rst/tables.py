"""Where the cells of reStructuredText's two kinds of tables stand in their lines."""

from __future__ import annotations

import re
from itertools import pairwise

_SIMPLE = re.compile(r"[ \t]*={2,}(?:[ \t]+={2,})+[ \t]*$")
_GRID = re.compile(r"\+(?:[-=]{1,}\+)+")


def is_grid(words: str) -> bool:
    """Whether this is a border of a grid table."""
    return _GRID.fullmatch(words) is not None


def grid_edges(border: str) -> list[int]:
    """The places of a border's crossings."""
    return [place for place, character in enumerate(border) if character == "+"]


def grid_cells(line: str, edges: list[int]) -> list[tuple[int, int]]:
    """The (start, end) of each cell in a line of a grid table."""
    return [(min(a + 1, len(line)), min(b, len(line))) for a, b in pairwise(edges)]


def simple_columns(line: str) -> list[int] | None:
    """Where the columns of a simple table begin, by its border; None if this is no border."""
    if not _SIMPLE.match(line):
        return None
    return [match.start() for match in re.finditer("=+", line)]


def spread(line: str, columns: list[int]) -> list[tuple[int, int]]:
    """The (start, end) of each cell in a line of a simple table; the last cell goes on to the end."""
    stops = [*columns[1:], len(line)]
    return [
        (min(start, len(line)), max(min(stop, len(line)), min(start, len(line))))
        for start, stop in zip(columns, stops, strict=True)
    ]
