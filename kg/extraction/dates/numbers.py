"""Numbers and chains of numbers: "2021-05-19", "05/2025", "2018–2026", "2015–17"; and which numbers are no dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

DASHES = "-‐‑‒–—―−─━"
_YEAR = r"((?:19|20)\d\d)"
_ISO = re.compile(_YEAR + r"([-./])(\d{1,2})\2(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\." + _YEAR)
_EITHER = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2" + _YEAR)
_YEAR_MONTH = re.compile(_YEAR + r"([-./])(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-./|]" + _YEAR)
_SHORT_MONTH_YEAR = re.compile(r"(\d\d)([/.|])(\d\d)|(\d)/(\d\d)")
_SHORT_YEAR_MONTH = re.compile(r"(1[3-9]|2\d)[/.](0[1-9]|1[0-2])")
_SCHOOL_YEAR = re.compile(_YEAR + rf"[/{re.escape(DASHES)}](\d\d)")
_MONTHS_OF_YEAR = re.compile(rf"(\d{{1,2}})[{re.escape(DASHES)}](\d{{1,2}}[./]{_YEAR[1:-1]})")
_PLAIN_YEAR = re.compile(_YEAR)

_FAR = 40  # no year of two digits lies between this one and those of the last century that people still write of


@dataclass(frozen=True, slots=True)
class Part:
    """One end of a range as written: what is known of year, month and day.

    `short` says that the year had two digits only, `weak` that the form alone may as well be a version number,
    `order` how day and month follow each other where they are numbers: "dm", "md", or "?" for either; "ym" is a short
    year before its month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    short: bool = False
    weak: bool = False
    order: str = ""


def century(short: int) -> int:
    """The year that two digits mean: '18 is 2018, '87 is 1987."""
    return 2000 + short if short <= 49 else 1900 + short


def single(chain: str) -> Part | None:
    """The one date that a chain of digits and separators is, or None."""
    if match := _PLAIN_YEAR.fullmatch(chain):
        return Part(int(chain))
    if match := _ISO.fullmatch(chain):
        return Part(int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY_FIRST.fullmatch(chain):
        return Part(int(match[3]), int(match[2]), int(match[1]))
    if match := _EITHER.fullmatch(chain):
        return _either(int(match[1]), int(match[3]), int(match[4]))
    if (match := _YEAR_MONTH.fullmatch(chain)) and 1 <= int(match[3]) <= 12:
        return Part(int(match[1]), int(match[3]), weak=match[2] == "." and len(match[3]) == 1)
    if (match := _MONTH_YEAR.fullmatch(chain)) and 1 <= int(match[1]) <= 12:
        return Part(int(match[2]), int(match[1]))
    if (match := _SHORT_MONTH_YEAR.fullmatch(chain)) and (found := _short(match)):
        return found
    if match := _SHORT_YEAR_MONTH.fullmatch(chain):
        return Part(century(int(match[1])), int(match[2]), short=True, weak=True, order="ym")
    return None


def _short(match: re.Match[str]) -> Part | None:
    month, year = int(match[1] or match[4]), int(match[3] or match[5])
    if not 1 <= month <= 12 or _FAR < year < 60:
        return None
    return Part(century(year), month, short=True, weak=match[2] != "/")


def _either(first: int, second: int, year: int) -> Part:
    if first > 12:
        return Part(year, second, first, order="dm")
    return Part(year, first, second, order="?" if second <= 12 and first != second else "md")


def pair(chain: str) -> tuple[int, Part, Part] | None:
    """(length of the first, first, second) where the chain is two dates with a dash or slash between, or None."""
    if match := _SCHOOL_YEAR.fullmatch(chain):
        start, end = int(match[1]), int(match[1]) // 100 * 100 + int(match[2])
        if start < end <= start + 20:
            return 4, Part(start), Part(end)
    if (match := _MONTHS_OF_YEAR.fullmatch(chain)) and (last := single(match[2])) and 1 <= int(match[1]) <= 12:
        return match.end(1), Part(month=int(match[1])), last
    for index, char in enumerate(chain):
        if char in DASHES or (char == "/" and len(chain) == 9):
            rest = chain[index + 1 :].lstrip(DASHES) if char in DASHES else chain[index + 1 :]
            first, second = single(chain[:index]), single(rest)
            if first and second:
                return index, first, second
    return None


def begun(first: Part, second: Part) -> Part | None:
    """The first end of a range, told what the second one says of how it is written; None where they do not agree.

    The "01/03" of "01/03 – 30/09/2023" is a day of March, that of "01/03 – 12/05" is January 2003.
    """
    if not first.short:
        together = first.month and not second.weak and (first.year or 0) <= (second.year or 0)
        return first if not (second.short and second.month) or together else None
    if second.day and second.order in ("dm", "md") and first.month and first.year:
        numbers = first.month, first.year % 100
        day, month = numbers if second.order == "dm" else numbers[::-1]
        return Part(second.year, month, day, order=second.order) if 1 <= month <= 12 and 1 <= day <= 31 else None
    return first if first.order == second.order or not second.short else None


def settle(part: Part, other: Part | None, *, day_first: bool | None) -> Part:
    """Decide day and month of a part written as "05/12/2020"; only the year stays where nothing decides.

    `other` is the other end of the range; `day_first` is the custom of the document's language, if it has one.
    """
    if part.order != "?":
        return part
    if day_first is None and other is not None and other.order in ("dm", "md"):
        day_first = other.order == "dm"
    if day_first is None:
        return Part(part.year)
    return replace(part, month=part.day, day=part.month, order="dm") if day_first else replace(part, order="md")
