"""Entries → positions: jobs, internships and other roles, field by field."""

from kg.extraction.positions.claims import positions
from kg.extraction.positions.study import is_study

__all__ = ["is_study", "positions"]
