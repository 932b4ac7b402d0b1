"""Words of documents, made fit to be shown in one line."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from kg.model import PartialDate

_CONTROLS = {"Cc", "Cf", "Cs", "Co"}


def plain(text: str) -> str:
    """The text in one line without signs that steer rather than show (controls, direction overrides)."""
    if text.isprintable():
        return " ".join(text.split())
    shown = (" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    return " ".join("".join(sign for sign in shown if unicodedata.category(sign) not in _CONTROLS).split())


def period(when: str, *, current: bool = False) -> str:
    """An EDTF date or interval as people write it: "Jul 2021 – Oct 2023", "since 2024", "until May 2020"."""
    start, interval, end = when.partition("/")
    if not interval:
        return _date(start) or ("now" if current else "")
    if current or end == "..":
        return f"since {_date(start)}" if start else "now"
    if not start:
        return f"until {_date(end)}"
    if not end:
        return f"from {_date(start)}"
    return _date(start) if start == end else f"{_date(start)} – {_date(end)}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@lru_cache(maxsize=4096)
def _date(text: str) -> str:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return plain(text)
    parts = (date.day and str(date.day), date.month and _MONTHS[date.month - 1], f"{date.year:04}")
    return " ".join(part for part in parts if part)
