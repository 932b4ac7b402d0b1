"""Rows as a table that a person can read."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Sequence

from kg.cli.terminal import lively, one_line

_WIDE = 10_000  # columns: a pipe has no edge to wrap at


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns: wrapped to a terminal's width, one line each into a pipe."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(one_line(column)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    if lively(sys.stdout):
        Console(file=sys.stdout).print(table)
        return
    drawn = io.StringIO()
    Console(file=drawn, width=_WIDE, color_system=None).print(table)
    for line in drawn.getvalue().splitlines():
        sys.stdout.write(f"{line.rstrip()}\n")


def without_empty(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    """The columns in which some row says something, and the rows cut to them."""
    kept = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    return [columns[index] for index in kept], [[row[index] for index in kept] for row in rows]


def without_repeats(rows: Iterable[Sequence[str]], leading: int) -> list[list[str]]:
    """The rows with the first `leading` cells left blank where all of them say what the row above says."""
    before: Sequence[str] = ()
    shown = []
    for row in rows:
        same = row[:leading] == before
        shown.append([*([""] * leading if same else row[:leading]), *row[leading:]])
        before = row[:leading]
    return shown
