"""Text → Profile: sections, entries, dates, prose, skills, people."""

from kg.extraction.profile import Sighting, explain, extract

__all__ = ["Sighting", "explain", "extract"]
