"""A career as bars, in hundredths of the width, drawn without a script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.analysis.times import Bounds, bounds
from kg.views.profiles.sheet import Line

_SIGN, _RIM = 1.12, 2.2  # percent of the width that a letter takes, and the space around a name, on a usual page
_TONES = {
    "worked at": "organization",
    "studied at": "topic",
    "member of": "unit",
    "worked on": "project",
    "advises at": "person",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `x` to `x + width` in percent, surely from `sure` on for `sure_width`; `lane` counts from the top.

    Its words stand from `words_x` on, `words_width` wide: in the bar where they fit, else beside it.
    """

    line: Line
    tone: str
    lane: int
    x: float
    width: float
    sure: float
    sure_width: float
    words_x: float
    words_width: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, the years that mark the ground as (percent, year), and how many lanes the bars take."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[float, int], ...]
    lanes: int


def chart(lines: Iterable[Line]) -> Chart:
    """The chart of all dated jobs, studies, memberships and projects; empty where none is dated."""
    dated = [(line, found) for line in lines if line.relation in _TONES and (found := bounds(line.said))]
    if not dated:
        return Chart((), (), 0)
    ends = [day for _, found in dated for day in (found.first, found.last, *(found.certain or ()))]
    real = [day for day in ends if day not in (date.min, date.max)]
    first, last = min(real).year, max(real).year + 1
    origin, span = date(first, 1, 1).toordinal(), (last - first) * 365.25
    bars: list[Bar] = []
    lanes: list[float] = []
    for line, found in sorted(dated, key=lambda pair: (pair[1].first, pair[0].number)):
        start, stop, sure, until = (_place(day, origin, span) for day in _ends(found))
        width, certain = max(stop - start, 0.8), max(until - sure, 0.0)
        left, right = _words(start, start + width, len(line.label) * _SIGN + _RIM)
        lane = next((place for place, free in enumerate(lanes) if free <= min(start, left) + 0.01), len(lanes))
        lanes[lane : lane + 1] = [max(stop, right)]
        spot = (start, round(width, 2), sure, round(certain, 2), round(left, 2), round(right - left, 2))
        bars.append(Bar(line, _TONES[line.relation], lane, *spot))
    step = max(1, (last - first) // 10)
    years = tuple((_place(date(year, 1, 1), origin, span), year) for year in range(first, last, step))
    return Chart(tuple(bars), years, len(lanes))


def _ends(found: Bounds) -> tuple[date, date, date, date]:
    """First and last day, first and last certain day; where there is no certain day, the last two are one."""
    if found.certain is None:
        return found.first, found.last, found.last, found.last
    return found.first, found.last, *found.certain


def _words(start: float, stop: float, need: float) -> tuple[float, float]:
    """From where to where the words of a bar stand: in it, else after it, else before it, else cut."""
    if need <= stop - start:
        return start, stop
    if stop + need <= 100:
        return stop, stop + need
    return (start - need, start) if start >= need else (start, stop)


def _place(day: date, origin: int, span: float) -> float:
    return round(min(max((day.toordinal() - origin) / span, 0.0), 1.0) * 100, 2)
