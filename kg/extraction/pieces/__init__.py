"""A header line's pieces: what its dates, separators, brackets and little words part."""

from kg.extraction.pieces.chunks import first_sentence, line_dates, pieces
from kg.extraction.pieces.piece import Piece, role_nouns
from kg.extraction.pieces.serving import SERVING
from kg.extraction.pieces.trimming import before_aside

__all__ = ["SERVING", "Piece", "before_aside", "first_sentence", "line_dates", "pieces", "role_nouns"]
