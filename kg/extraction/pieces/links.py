"""Links that only lead somewhere ("GitHub", "Slides"): no part of what a header says."""

from __future__ import annotations

from urllib.parse import urlsplit

from kg.extraction.clues.lexica import word_set
from kg.extraction.pieces.piece import Piece
from kg.extraction.words import key
from kg.model import InlineKind


def only_leads(piece: Piece) -> bool:
    """Whether a piece is a link with a label for what it leads to, not the name of an employer's page."""
    link = next(
        (
            inline
            for inline in piece.line.inlines
            if inline.kind is InlineKind.LINK and inline.start <= piece.start + 1 and inline.end >= piece.end - 1
        ),
        None,
    )
    if link is None or piece.start == 0:
        return False
    label = key(piece.text)
    if label in word_set("keys", "labels"):
        return True
    return label in word_set("keys", "sites") and bool(urlsplit(link.target or "").path.strip("/"))
