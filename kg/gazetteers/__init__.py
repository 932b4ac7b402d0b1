"""The names we know: skills and organizations, with their aliases, read from the ontology."""

from kg.gazetteers.organizations import OrganizationGazetteer, OrganizationTerm, organizations
from kg.gazetteers.skills import SkillGazetteer, SkillTerm, skills

__all__ = [
    "OrganizationGazetteer",
    "OrganizationTerm",
    "SkillGazetteer",
    "SkillTerm",
    "organizations",
    "skills",
]
