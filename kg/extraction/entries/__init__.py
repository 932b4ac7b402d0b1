"""Lines → entries: each job, study, project or award of a list, with its header lines and what is told of it."""

from kg.extraction.entries.grouping import Entry, entries
from kg.extraction.entries.regions import Region, regions
from kg.extraction.entries.rows import Row

__all__ = ["Entry", "Region", "Row", "entries", "regions"]
