"""How a page writes its times: one style, one dash and one word for now, the same on the whole page."""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable
from dataclasses import dataclass

MONTHS = tuple(calendar.month_name)[1:]
STYLES: dict[str, Callable[[int, int], str]] = {
    "year": lambda year, _: f"{year}",
    "short": lambda year, month: f"{MONTHS[month - 1][:3]} {year}",
    "point": lambda year, month: f"{MONTHS[month - 1][:3]}. {year}",
    "long": lambda year, month: f"{MONTHS[month - 1]} {year}",
    "slash": lambda year, month: f"{month:02d}/{year}",
    "iso": lambda year, month: f"{year}-{month:02d}",
    "dot": lambda year, month: f"{month:02d}.{year}",
}
DASHES = (" - ", " – ", "–", " — ", " to ", "-")
NOW = ("present", "Present", "now", "today")


@dataclass(frozen=True, slots=True)
class Hand:
    """The manner in which one page writes times."""

    style: str
    dash: str
    now: str

    def span(self, chance: random.Random, shortest: int = 1, longest: int = 3) -> tuple[str, str, str]:
        """A range as written, its start and its end (`present` where it goes on)."""
        first, last = chance.randint(2005, 2018), chance.randint(1, 12)
        end = first + chance.randint(shortest, longest), chance.randint(1, 12)
        write = STYLES[self.style]
        stated = self.stated(first, last), self.stated(*end)
        if chance.random() < 0.15:
            return write(first, last) + self.dash + self.now, stated[0], "present"
        return write(first, last) + self.dash + write(*end), *stated

    def stated(self, year: int, month: int) -> str:
        """What this style tells of a month, as EDTF."""
        return f"{year}" if self.style == "year" else f"{year}-{month:02d}"


def hand(chance: random.Random, styles: tuple[str, ...] = tuple(STYLES)) -> Hand:
    """A manner of writing times; a hyphen inside dates never joins them, too, without spaces."""
    style, dash = chance.choice(styles), chance.choice(DASHES)
    return Hand(style, " - " if style == "iso" and dash == "-" else dash, chance.choice(NOW))
