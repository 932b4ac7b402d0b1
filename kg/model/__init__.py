"""What we know, typed and frozen: documents, texts, evidence, dates, facts, profiles, mentions, judgements."""

from kg.model.dates import PartialDate, Period
from kg.model.document import Document
from kg.model.evidence import Evidence
from kg.model.facts import (
    Achievement,
    Advising,
    Award,
    Dated,
    EmploymentType,
    Fact,
    Level,
    Link,
    LinkKind,
    Offer,
    Position,
    PositionKind,
    Project,
    Skill,
    Student,
    Study,
    Topic,
)
from kg.model.mention import Entity, EntityKind, Judgement, Mention, Verdict
from kg.model.profile import FACT_KINDS, Abbreviation, Profile, Subject
from kg.model.text import Block, BlockKind, Inline, InlineKind, Offset, OffsetMap, Run, Text

__all__ = [
    "FACT_KINDS",
    "Abbreviation",
    "Achievement",
    "Advising",
    "Award",
    "Block",
    "BlockKind",
    "Dated",
    "Document",
    "EmploymentType",
    "Entity",
    "EntityKind",
    "Evidence",
    "Fact",
    "Inline",
    "InlineKind",
    "Judgement",
    "Level",
    "Link",
    "LinkKind",
    "Mention",
    "Offer",
    "Offset",
    "OffsetMap",
    "PartialDate",
    "Period",
    "Position",
    "PositionKind",
    "Profile",
    "Project",
    "Run",
    "Skill",
    "Student",
    "Study",
    "Subject",
    "Text",
    "Topic",
    "Verdict",
]
