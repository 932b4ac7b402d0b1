"""The technologies a document names: known ones anywhere their context allows, unknown ones in explicit lists."""

from kg.extraction.skills.finding import SkillMatch, find, match

__all__ = ["SkillMatch", "find", "match"]
