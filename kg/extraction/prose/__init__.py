"""Facts told in sentences: employment, study, advising, students."""

from kg.extraction.prose.claims import claims

__all__ = ["claims"]
