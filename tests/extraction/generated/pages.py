"""Pages of invented people laid out anew: other marks, headings, spaces and frames, and the facts they always state."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from generated import Fact, Page, pages_changed, pages_rendered, stated
from kg.extraction import extract
from kg.model import Document
from kg.readers import read

_DATA = Path(__file__).parents[3] / "data"


@cache
def _sources() -> tuple[Path, ...]:
    """The Markdown pages that the project ships, which have headings to change."""
    found = [*(_DATA / "gold" / "made").glob("*.md"), *(_DATA / "profiles").rglob("*.md")]
    return tuple(sorted(path for path in found if "\n## " in path.read_text(encoding="utf-8")))


@cache
def _stated(path: Path) -> frozenset[Fact]:
    """What is read in a page as it is."""
    return stated.career(extract(read(Document(path.name, path.read_bytes()))))


def page(seed: int, suffix: str) -> Page:
    """A shipped page after up to three changes, each of another kind, that no reader would be misled by."""
    chance = random.Random(f"pages {seed}")
    source = chance.choice(_sources())
    content = source.read_text(encoding="utf-8")
    # Markdown that is none shows as it is written on a web page.
    kinds = [pages_changed.SIGNS] if suffix == "html" else chance.sample(pages_changed.KINDS, chance.randint(1, 3))
    chosen = [(kind, *chance.choice(list(kind.items()))) for kind in kinds]
    for _, _, change in sorted(chosen, key=lambda choice: pages_changed.KINDS.index(choice[0])):
        content = change(content, chance)
    name = "-".join((f"pages-{seed}", source.stem, *(name for _, name, _ in chosen)))
    if suffix == "html":
        frame = chance.choice(list(pages_rendered.FRAMES))
        content, name = pages_rendered.FRAMES[frame](pages_rendered.rendered(content)), f"{name}-{frame}"
    return Page(f"{name}.{suffix}", content, _stated(source))
