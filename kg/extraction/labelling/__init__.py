"""Pieces → fields: which piece of an entry is the role, the organization, its unit, the place."""

from kg.extraction.labelling.fields import Fields, Value, drop_prefix, split_office, split_sponsor, split_title, value
from kg.extraction.labelling.hidden import lone_bracket
from kg.extraction.labelling.label import label
from kg.extraction.labelling.towns import without_towns

__all__ = [
    "Fields",
    "Value",
    "drop_prefix",
    "label",
    "lone_bracket",
    "split_office",
    "split_sponsor",
    "split_title",
    "value",
    "without_towns",
]
