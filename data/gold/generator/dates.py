"""How people write months, years and ranges."""

from __future__ import annotations

from generator.people import WORDS, Month

DASHES = (" – ", " - ", "–", " to ")


def write(month: Month, language: str, style: str) -> str:
    """A month or year in a style: "short", "long", "slash", "iso" or "native"."""
    if month.month is None:
        return f"{month.year}年" if style == "native" and language in ("zh", "ja") else str(month.year)
    if style == "slash":
        return f"{month.month:02}.{month.year}" if language in ("de", "tr") else f"{month.month:02}/{month.year}"
    if style == "iso":
        return str(month)
    if language in ("zh", "ja", "ko"):
        year, sign = ("년 ", "월") if language == "ko" else ("年", "月")
        return f"{month.year}{year}{month.month}{sign}"
    names = WORDS["months"]["en" if language == "en" and style == "short" else "long" if language == "en" else language]
    return f"{names[month.month - 1]} {month.year}"


def span(start: Month, end: Month | None, language: str, style: str, dash: str = " – ") -> str:
    """A range; an end of None is written as the language's word for "now"."""
    if dash == " to " and language != "en":
        dash = " – "
    return (
        f"{write(start, language, style)}{dash}{write(end, language, style) if end else WORDS['language'][language][4]}"
    )
