"""Whether an entry tells of studies rather than of a role."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.clues import (
    degrees,
    is_school,
    main_noun,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.entries import Entry, Region
from kg.extraction.kinds import position_kind
from kg.extraction.labelling import without_towns
from kg.extraction.lexicon import load
from kg.extraction.outline import SectionKind
from kg.extraction.words import Phrases, tokens
from kg.model import Level, PositionKind

# "Research assistant in the framework of my PhD thesis" is no study.
_THESIS = re.compile(r"\b(?:Ph\.?D\.?|[Dd]octoral)(?= (?:thesis|dissertation|project)\b)")
_FULL = frozenset((Level.BACHELOR, Level.MASTER, Level.DOCTORATE))


def is_study(entry: Entry, region: Region) -> bool:
    """Whether an entry tells of studies: by its degree and school, and what its section promises."""
    if entry.study is None:
        entry.study = _tells_of_studies(entry, region)
    return entry.study


def _is_enrolled(text: str) -> bool:
    """Whether a degree stands in the name of a role, as in "PhD student"."""
    return any(word.key in ("student", "candidate", "researcher", "fellow", "intern") for word in tokens(text))


def _studies(text: str) -> bool:
    """Whether a role is nothing but that of a student: "PhD student", "Doctoral Candidate in Botany"."""
    return main_noun(tokens(text)).key in ("student", "candidate")


@cache
def _enrolled() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in load("titles")["enrolled"])


def _only_studies(text: str) -> bool:
    """Whether a role is that of a student without any degree named: "Student", "Étudiante"."""
    return bool(_enrolled().whole(text))


def _is_held_at_school(text: str) -> bool:
    """Whether a role is one that people hold at a school; any other one is what a school trains for."""
    if title_score(text) < 3:
        return False
    held = position_kind(text, (), SectionKind.OTHER) is not PositionKind.JOB
    return held or main_noun(tokens(text)).key in word_set("titles", "of_students")


def names_licence(entry: Entry) -> bool:
    """Whether the header of an entry names a licence or the like, which people list beside their studies."""
    licences = word_set("actions", "licences")
    return any(word.key in licences for row in entry.rows for piece in row.pieces for word in tokens(piece.text))


def _names_degree(text: str) -> bool:
    """Whether a degree is named; a "postdoc" is a role that follows one."""
    return any(clue.level is not Level.OTHER or title_score(text[clue.start : clue.end]) < 3 for clue in degrees(text))


def _tells_of_studies(entry: Entry, region: Region) -> bool:
    texts = [piece.text for row in entry.rows for piece in without_towns(row.pieces)]
    has_degree = any(_names_degree(text) for text in texts)
    working = region.kind in (SectionKind.EXPERIENCE, SectionKind.RESEARCH)
    if working and has_degree:  # a thesis told of among jobs is work, done at a firm or a laboratory
        theses = word_set("titles", "theses")
        has_degree = not any(word.key in theses for text in texts for word in tokens(text)[:1])
    has_school = any(is_school(text) for text in texts)
    enrolled = has_school and any(_only_studies(text) for text in texts)
    has_title = any(
        title_score(text) >= 3
        and not (enrolled and _only_studies(text))
        and (
            not _names_degree(_THESIS.sub("", text))
            or (working and _is_enrolled(text) and not (has_school and _studies(text)))
        )
        for text in texts
    )
    if region.kind is SectionKind.EDUCATION and not (has_degree or has_school) and names_licence(entry):
        return False
    if region.kind is SectionKind.EDUCATION:
        return has_degree or not has_title or not any(_is_held_at_school(text) for text in texts)
    if region.kind in (SectionKind.AWARDS, SectionKind.TEACHING):
        return False  # the degree that a prize was won for, or that a course leads to
    if region.kind is SectionKind.CERTIFICATES:
        return has_degree
    if not region.strict:
        has_degree = has_degree and any(clue.level in _FULL for text in texts for clue in degrees(text))
    return (has_degree or (enrolled and not region.strict)) and has_school and not has_title
