"""Whom a role is held for, where a word that leads to many things leads to an employer: "Designer for Example"."""

from __future__ import annotations

import re

from kg.extraction.clues import (
    is_area,
    is_place,
    is_proper_name,
    is_unit,
    main_noun,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.kinds import position_kind
from kg.extraction.outline import SectionKind
from kg.extraction.pieces.piece import Piece
from kg.extraction.words import tokens
from kg.gazetteers import skills
from kg.model import InlineKind, PositionKind

# Employers follow these words, but so do fields, courses, regions and products.
SERVING = frozenset(("for", "with", "pour", "für", "para", "voor"))
_LONGEST_ROLE = 6
_LONGEST_NAME = 5
_WHERE = re.compile(r"\s?\(([^()]+)\)")
_SET = (InlineKind.STRONG, InlineKind.EMPHASIS, InlineKind.LINK)


def serves(piece: Piece, left: str, begin: int) -> bool:
    """Whether the name at `begin` in a piece is whom the role `left` serves.

    Either the setting parts the two, or the town of an employer follows the name in brackets.
    """
    head = piece.text[begin:].split(",")[0]
    if title_score(left) < 4 or len(tokens(left)) > _LONGEST_ROLE or not _could_employ(head) or _is_taught(left):
        return False
    if _is_located(piece, head):
        return True
    return not is_unit(head) and _is_set_apart(piece, piece.start + len(left), piece.start + begin)


def _could_employ(name: str) -> bool:
    """Whether a name says of itself that it is no field, place, role or technology."""
    if not is_proper_name(name) or not name[0].isupper() or len(tokens(name)) > _LONGEST_NAME:
        return False
    other = is_area(name) or is_place(name) or title_score(name) >= 3
    return organization_score(name) >= 1 and not other and skills().find(name) is None


def _is_taught(role: str) -> bool:
    """Whether a course, a person or a conference follows the role as often as an employer."""
    if position_kind(role, (), SectionKind.OTHER) in (PositionKind.TEACHING, PositionKind.RESEARCH):
        return True
    return main_noun(tokens(role)).key in word_set("titles", "duties") | word_set("titles", "of_students")


def _is_set_apart(piece: Piece, end: int, begin: int) -> bool:
    """Whether the role that ends at `end`, or the name from `begin` on, is set strong or as a link by itself."""
    return any(
        (inline.end == end and inline.start <= piece.start + 1)
        or (inline.kind is InlineKind.LINK and inline.start == begin)
        for inline in piece.line.inlines
        if inline.kind in _SET
    )


def _is_located(piece: Piece, head: str) -> bool:
    """Whether a place in brackets ends what a piece says."""
    where = _WHERE.match(piece.line.text, piece.end) if piece.text.endswith(head) else None
    return where is not None and any(is_place(part.strip()) for part in where.group(1).split(","))
