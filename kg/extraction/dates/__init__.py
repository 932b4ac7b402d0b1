"""Dates and ranges in a line of text, as precise as they are written and no more."""

from kg.extraction.dates.cells import across_cells
from kg.extraction.dates.durations import durations
from kg.extraction.dates.find import document_date, find, may_hold
from kg.extraction.dates.grammar import DateKind, DateMatch

__all__ = ["DateKind", "DateMatch", "across_cells", "document_date", "durations", "find", "may_hold"]
