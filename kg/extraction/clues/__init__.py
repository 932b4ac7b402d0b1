"""What the words of a short piece of text suggest it is: a role, an organization, a unit, a place, a degree."""

from kg.extraction.clues.degrees import DegreeClue, degree_words, degrees
from kg.extraction.clues.leads import lead_end
from kg.extraction.clues.names import (
    is_area,
    is_body_noun,
    is_known_organization,
    is_proper_name,
    is_school,
    is_unit,
    organization_score,
)
from kg.extraction.clues.places import is_place, is_place_code, is_region, is_town
from kg.extraction.clues.roles import is_favour, main_noun, title_score
from kg.extraction.clues.sentences import is_sentence, looks_like_entry, names_organization, shows_period
from kg.extraction.clues.terms import employment

__all__ = [
    "DegreeClue",
    "degree_words",
    "degrees",
    "employment",
    "is_area",
    "is_body_noun",
    "is_favour",
    "is_known_organization",
    "is_place",
    "is_place_code",
    "is_proper_name",
    "is_region",
    "is_school",
    "is_sentence",
    "is_town",
    "is_unit",
    "lead_end",
    "looks_like_entry",
    "main_noun",
    "names_organization",
    "organization_score",
    "shows_period",
    "title_score",
]
