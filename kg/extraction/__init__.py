"""Text → Profile: sections, entries, dates, prose, skills, people."""

from kg.extraction.profile import extract

__all__ = ["extract"]
