"""What each kind of node looks like: a colour on light and on dark paper, and a shape, so that neither alone tells."""

from __future__ import annotations

from dataclasses import dataclass

from kg.analysis import KINDS


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of node is drawn: a colour on `light` and on `dark` paper, a shape, the least radius, the font's size.

    Both colours reach a contrast of 4.5:1 against the paper of their theme, so they serve for text too.
    """

    light: str
    dark: str
    shape: str
    size: int
    font: int


LOOKS: dict[str, Look] = {
    "person": Look("#b5482f", "#f2937a", "dot", 17, 16),
    "organization": Look("#2a5c8f", "#86b7ea", "square", 14, 15),
    "unit": Look("#1f7380", "#77c8d3", "hexagon", 11, 13),
    "skill": Look("#4b7030", "#a5d07c", "diamond", 7, 12),
    "project": Look("#7348a0", "#c6a4ee", "triangle", 9, 12),
    "topic": Look("#86600f", "#e3ba62", "triangleDown", 8, 12),
    "award": Look("#a8326a", "#f294bd", "star", 9, 12),
    "thing": Look("#5b6472", "#a9b2c0", "ring", 9, 12),
}


def look(kind: str) -> Look:
    """The look of a kind; an unknown one looks like a thing."""
    return LOOKS.get(kind, LOOKS["thing"])


def legend() -> list[dict[str, str | int]]:
    """Every kind in the order of the legend, as the pages' scripts know it."""
    return [
        {
            "name": kind.name,
            "plural": kind.plural,
            "shape": look(kind.name).shape,
            "path": glyph_path(kind.name),
            "size": look(kind.name).size,
            "font": look(kind.name).font,
        }
        for kind in KINDS.values()
    ]


_PATHS = {
    "dot": "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z",
    "ring": "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z",
    "square": "M-.84 -.84H.84V.84H-.84Z",
    "hexagon": "M1 0L.5 .866L-.5 .866L-1 0L-.5 -.866L.5 -.866Z",
    "diamond": "M0 -1L1 0L0 1L-1 0Z",
    "triangle": "M0 -1L.866 .5L-.866 .5Z",
    "triangleDown": "M0 1L-.866 -.5L.866 -.5Z",
    "star": "M0 -1L.294 -.405L.951 -.309L.476 .155L.588 .809L0 .5L-.588 .809L-.476 .155L-.951 -.309L-.294 -.405Z",
}


def glyph_path(kind: str) -> str:
    """The outline of a kind's shape within the unit circle, as an SVG path."""
    return _PATHS[look(kind).shape]
