"""Answers as a notebook shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

MOST = 200


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, truncated: bool = False) -> str:
    """The first 200 rows as an HTML table that holds words and nothing else, and whether there are more."""
    cells = iter(rows)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in islice(cells, MOST))
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    more = "and more" if truncated else "" if (left := sum(1 for _ in cells)) == 0 else f"and {left:,} more"
    caption = f'<caption style="caption-side:bottom">{more}</caption>' if more else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
