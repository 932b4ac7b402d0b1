"""A piece of a header line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.extraction.lazy import lazy
from kg.extraction.lexicon import load
from kg.extraction.outline import Line
from kg.extraction.words import key
from kg.model import InlineKind

SURE = frozenset(("at", "@", "bei", "bei der", "beim", "chez", "presso", "bij", "from", "à", "au", "aux"))


@dataclass(frozen=True)
class Piece:
    """`line.text[start:end]`, which separators part from the rest of the line.

    `chunk` counts the stretches between separators; pieces that only commas part share one. `marked` tells that "at"
    or "@" stands before it, `inner` that it stands in brackets, `role` what the column or key above it calls it.
    """

    line: Line
    start: int
    end: int
    chunk: int
    marked: bool = False
    inner: bool = False
    role: str | None = None

    @lazy
    def text(self) -> str:
        """The words of the piece."""
        return self.line.text[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the content."""
        return self.line.span(self.start, self.end)

    def part(self, start: int, end: int, *, marked: bool, inner: bool = False) -> Piece:
        """The stretch `text[start:end]` as a piece of its own; what is part of a piece in brackets stands in them."""
        return Piece(
            self.line, self.start + start, self.start + end, self.chunk, marked, inner or self.inner, self.role
        )

    def is_set(self, *kinds: InlineKind) -> bool:
        """Whether the whole piece is set as one of `kinds` (strong, link, …)."""
        return any(
            inline.kind in kinds and inline.start <= self.start + 1 and inline.end >= self.end - 1
            for inline in self.line.inlines
        )


@cache
def role_nouns() -> frozenset[str]:
    """The words that end the name of a role."""
    return frozenset(key(word) for word in load("titles")["heads"]) - {
        "academic",
        "sales",
        "subject",
        "committee",
        "model",
        "student",
        "faculty",
    }
