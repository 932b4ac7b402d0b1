"""Floors: figures that a change may raise and never silently lower, pinned to one corpus by its digest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.evaluation.scoring import Score

# Figures are kept to four digits: below this a difference is rounding.
_TOLERANCE = 0.0005


@dataclass(frozen=True)
class Floors:
    """The lowest F1 allowed for each metric, on the corpus with this digest."""

    digest: str
    f1: dict[str, float]

    def broken_by(self, score: Score) -> dict[str, tuple[float, float]]:
        """The metrics that fell: name → (floor, figure)."""
        figures = figures_of(score)
        return {name: (floor, figures[name]) for name, floor in self.f1.items() if figures[name] < floor - _TOLERANCE}


def figures_of(score: Score) -> dict[str, float]:
    """Every pinned figure of a score, rounded to four digits."""
    figures = {name: round(figure.f1, 4) for name, figure in score.figures.items()}
    return {"headline": round(score.headline, 4), **figures, "grounded": round(score.grounded.precision, 4)}


def read_floors(path: Path) -> Floors:
    """Read pinned floors; UsageError where the file is none."""
    try:
        pinned = json.loads(path.read_text(encoding="utf-8"))
        return Floors(str(pinned["digest"]), {str(name): float(value) for name, value in pinned["f1"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{path}: not a file of floors; write one with: kg evaluate FOLDER --floors {path} --raise"
        ) from error


def write_floors(path: Path, digest: str, score: Score) -> Floors:
    """Pin the figures of a score; of the same corpus none becomes lower, not even by what counts as rounding.

    Raises UsageError where a floor of the same corpus would fall: what is lowered is lowered by hand, in the open.
    """
    figures = figures_of(score)
    if path.exists() and (pinned := read_floors(path)).digest == digest:
        if fallen := pinned.broken_by(score):
            raise UsageError(f"{path}: would lower {', '.join(sorted(fallen))}; edit the file by hand if that is meant")
        figures = {name: max(figure, pinned.f1.get(name, 0.0)) for name, figure in figures.items()}
    floors = Floors(digest, figures)
    path.write_text(json.dumps({"digest": digest, "f1": floors.f1}, indent=1) + "\n", encoding="utf-8")
    return floors
