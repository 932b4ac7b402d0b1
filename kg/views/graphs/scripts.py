"""The scripts of a graph page; the small and the large one differ in how they draw, and in nothing else."""

from __future__ import annotations

_BEFORE = (
    "graph/unfold.js",
    "index.js",
    "shapes.js",
    "facts.js",
    "time.js",
    "search.js",
    "panel.js",
    "table.js",
    "graph/state.js",
    "graph/labels.js",
    "graph/ties.js",
    "graph/frame.js",
    "graph/settling.js",
    "graph/tint.js",
    "graph/node.js",
)
_AFTER = ("graph/legend.js", "graph/export.js", "graph/years.js", "graph/page.js")


def scripts(*drawing: str) -> tuple[str, ...]:
    """The names of the assets of a page that draws with `drawing`, in the order they run."""
    return (*_BEFORE, *drawing, *_AFTER)
