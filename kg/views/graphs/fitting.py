"""Shorten quotes until they fit."""

from __future__ import annotations

from collections.abc import Sequence

from kg.views.shell import encode
from kg.views.words import plain

_LENGTHS = (1000, 600, 400, 300, 220, 160, 120, 90, 70, 50, 36)


def fitting(words: Sequence[str], room: int) -> list[str]:
    """The quotes, all cut to the greatest of a few lengths at which they take no more than `room` bytes; else none."""
    clean = [plain(quote) for quote in words]
    for most in _LENGTHS:
        cut = [quote if len(quote) <= most else f"{quote[: most - 1].rstrip()}…" for quote in clean]
        if len(encode(cut).encode()) <= room:
            return cut
    return []
