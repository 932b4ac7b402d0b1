"""A text with the spans that facts rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of a text from `start` on, and the numbers of the facts it is evidence for, if any."""

    text: str
    facts: tuple[int, ...]
    start: int


def pieces(text: str, spans: Iterable[tuple[int, int, int]]) -> tuple[Piece, ...]:
    """Cut a text where spans (start, end, number of the fact) begin or end; joined, the pieces are the text.

    Spans may overlap and nest; what lies outside the text is left out.
    """
    inside = [(max(start, 0), min(end, len(text)), fact) for start, end, fact in spans if start < len(text)]
    inside = [span for span in inside if span[0] < span[1]]
    edges = sorted({0, len(text), *(start for start, _, _ in inside), *(end for _, end, _ in inside)})
    return tuple(
        Piece(text[start:end], _over(inside, start, end), start) for start, end in pairwise(edges) if start < end
    )


def excerpt(found: Sequence[Piece], *, around: int = 120) -> tuple[Piece, ...]:
    """The marked pieces with `around` characters before and after, an ellipsis where something is left out."""
    kept = []
    for place, piece in enumerate(found):
        if piece.facts or len(piece.text) <= 2 * around + 1:
            kept.append(piece)
            continue
        before = piece.text[:around] if place else ""
        after = piece.text[-around:] if place + 1 < len(found) else ""
        kept.append(Piece(f"{before} … {after}", (), piece.start))
    return tuple(kept)


def _over(spans: Sequence[tuple[int, int, int]], start: int, end: int) -> tuple[int, ...]:
    return tuple(sorted({fact for first, last, fact in spans if first <= start and end <= last}))
