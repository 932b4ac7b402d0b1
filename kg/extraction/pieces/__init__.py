"""A header line's pieces: what its dates, separators, brackets and little words part."""

from kg.extraction.pieces.chunks import first_sentence, line_dates, pieces
from kg.extraction.pieces.piece import Piece, role_nouns
from kg.extraction.pieces.serving import SERVING

__all__ = ["SERVING", "Piece", "first_sentence", "line_dates", "pieces", "role_nouns"]
