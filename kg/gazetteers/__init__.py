"""The names we know: skills and organizations with their aliases, read from the ontology, and towns."""

from kg.gazetteers.organizations import OrganizationGazetteer, OrganizationTerm, organizations
from kg.gazetteers.skills import SkillGazetteer, SkillTerm, skills
from kg.gazetteers.towns import Towns, towns

__all__ = [
    "OrganizationGazetteer",
    "OrganizationTerm",
    "SkillGazetteer",
    "SkillTerm",
    "Towns",
    "organizations",
    "skills",
    "towns",
]
