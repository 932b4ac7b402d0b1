"""What is drawn on a page rather than written: bullets, and the rules of tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

_MOST = 20_000
_SMALLEST_DOT, _LARGEST_DOT = 1.5, 7.0
_THICKEST = 2.5
_SHORTEST = 6.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The rectangle that holds a drawn shape, in points upwards from the bottom of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.top - self.bottom

    @property
    def dot(self) -> bool:
        """Whether it may be a bullet: small, and as wide as high."""
        return _SMALLEST_DOT <= self.width <= _LARGEST_DOT and abs(self.width - self.height) <= 0.2 * self.width


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: at `at` points on the one axis, from `start` to `end` on the other."""

    at: float
    start: float
    end: float


def shapes(page: pypdfium2.PdfPage) -> list[Shape]:
    """The shapes of a page in the order in which they are drawn."""
    found: list[Shape] = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        if len(found) == _MOST:
            break
        found.append(Shape(*thing.get_bounds()))
    return found


def rules(drawn: list[Shape]) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and the vertical rules among the shapes; a box has two of each."""
    across: list[Rule] = []
    down: list[Rule] = []
    for shape in drawn:
        wide, high = shape.width >= _SHORTEST, shape.height >= _SHORTEST
        if wide:
            across += [Rule(at, shape.left, shape.right) for at in _edges(shape.bottom, shape.top)]
        if high:
            down += [Rule(at, shape.bottom, shape.top) for at in _edges(shape.left, shape.right)]
    return across, down


def _edges(low: float, high: float) -> Iterator[float]:
    """The middle of what is thin; both edges of what is not."""
    if high - low <= _THICKEST:
        yield (low + high) / 2
    else:
        yield from (low, high)
