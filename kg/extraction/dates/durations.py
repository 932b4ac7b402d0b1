"""How long something took ("8 years 2 months"), which is neither a date nor part of a name."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from tomllib import loads

_DIGIT = re.compile(r"\d")
_BORDER = " \t([|│·•,;–—-"
_CLOSES = re.compile(r"[.+]?\s{0,2}(?:$|[)\]|│·•,;\n\t]|[–—-]\s)")


@cache
def _duration() -> re.Pattern[str]:
    table = loads((files("kg.extraction") / "lexicon" / "dates.toml").read_text(encoding="utf-8"))["durations"]
    units, before, joints = (
        "|".join(re.escape(word) for word in sorted(table[name], key=lambda word: (-len(word), word)))
        for name in ("units", "before", "and")
    )
    part = rf"\d{{1,2}}(?:[.,]\d)?\+?[ \u00a0-]?(?:{units})(?![^\W\d_])\.?"
    return re.compile(rf"(?<!\w)(?:(?:{before})\s)?[~≈]?{part}(?:\s?(?:{joints})?\s?{part})?", re.IGNORECASE)


def durations(text: str) -> list[tuple[int, int]]:
    """The (start, end) of every length of time that ends a stretch of a header, in order; none inside a sentence."""
    if not _DIGIT.search(text):
        return []
    return [
        match.span()
        for match in _duration().finditer(text)
        if (not match.start() or text[match.start() - 1] in _BORDER) and _CLOSES.match(text, match.end())
    ]
