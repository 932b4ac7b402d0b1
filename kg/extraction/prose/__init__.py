"""Facts told in sentences: employment, study, advising, students."""

from kg.extraction.prose.claims import claims
from kg.extraction.prose.work.unplaced import unless_placed

__all__ = ["claims", "unless_placed"]
