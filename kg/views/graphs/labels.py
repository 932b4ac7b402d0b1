"""How a node's name stands under it, and how much room node and name take."""

from __future__ import annotations

import math
import unicodedata
from textwrap import wrap

from kg.views.palette import look
from kg.views.words import plain

_LINE = 20
_LINES = 2


def broken(label: str) -> str:
    """The label in at most two lines of about 20 signs, shortened with an ellipsis where it is longer."""
    lines = wrap(plain(label)[:200], _LINE, max_lines=_LINES, placeholder="…", break_on_hyphens=False)
    return "\n".join(lines) or "…"


def radius(kind: str, degree: int) -> int:
    """The radius of a node: its area grows with its neighbours, up to three times the least radius."""
    least = look(kind).size
    return round(min(least * (0.9 + 0.16 * math.sqrt(degree)), least * 2.4))


def room(kind: str, size: int, label: str) -> tuple[float, float, float]:
    """Width, height and downward shift of the box that node and label fill together."""
    font = look(kind).font
    lines = label.split("\n")
    width = max(sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.56 for sign in line) for line in lines)
    below = len(lines) * font * 1.2 + 4
    return max(width * font, 2.0 * size) + 10, 2.0 * size + below + 8, below / 2
