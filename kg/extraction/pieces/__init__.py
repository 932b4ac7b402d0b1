"""A header line's pieces: what its dates, separators, brackets and little words part."""

from kg.extraction.pieces.chunks import first_sentence, line_dates, pieces
from kg.extraction.pieces.piece import Piece, role_nouns

__all__ = ["Piece", "first_sentence", "line_dates", "pieces", "role_nouns"]
