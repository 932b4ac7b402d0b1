"""Exchanges told of in the line of a study: "B.Sc. in Botany, with a semester abroad at Example University"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.clues import degrees, is_school
from kg.extraction.education.degrees import named_degrees
from kg.extraction.education.schools import school_of
from kg.extraction.entries import Entry
from kg.extraction.outline import Claim, Outline
from kg.extraction.pieces import Piece
from kg.extraction.spelling import without_brackets
from kg.model import Level, Study

_FULL = (Level.BACHELOR, Level.MASTER, Level.DOCTORATE)


def apart(parts: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces that tell of the study itself, and those of an exchange with its school after it in the line."""
    for number, part in enumerate(parts):
        if not any(clue.level is Level.EXCHANGE for clue in degrees(part.text)):
            continue
        before = [piece for piece in parts[:number] if piece.line is part.line]
        after = [piece for piece in parts[number:] if piece.line is part.line]
        if _is_study(before) and any(is_school(piece.text) for piece in after):
            gone = {id(piece) for piece in after}
            return [piece for piece in parts if id(piece) not in gone], after
    return list(parts), []


def _is_study(parts: Sequence[Piece]) -> bool:
    """Whether pieces name both a degree and a school."""
    levels = {clue.level for piece in parts for clue in degrees(piece.text)}
    return any(level in levels for level in _FULL) and any(is_school(piece.text) for piece in parts)


def exchanges(outline: Outline, entry: Entry, parts: Sequence[Piece]) -> Iterator[Claim[Study]]:
    """A claim for the exchange that pieces tell of; its time is not told apart from the study's."""
    fields = school_of(parts)
    if fields.organization is None:
        return
    named = named_degrees(parts)
    yield Claim(
        Study(
            evidence=(outline.evidence(*fields.organization.spans, *(degree.piece.span for degree in named[:1])),),
            organization=without_brackets(fields.organization.text),
            degree=named[0].words if named else None,
            level=Level.EXCHANGE,
            location=fields.place.text if fields.place else None,
        ),
        "entry",
        entry.scope,
    )
