"""Entries → studies: school, degree, level, field and grade."""

from kg.extraction.education.claims import studies

__all__ = ["studies"]
