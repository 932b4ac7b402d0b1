"""A name that a document may give its person, with what weighs for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extraction.clues import is_known_organization
from kg.extraction.outline import Line, Outline
from kg.extraction.people.names import PersonName, folded, is_name_word, person_at
from kg.extraction.words import fold, has_asian
from kg.model import Evidence

# A nickname or another writing in brackets or quotes after a name.
NICKNAME = re.compile(r"\s?[(（\"“'‘]\s?([^()（）\"“”'‘’]{1,40})\s?[)）\"”'’]\s?")


@dataclass(frozen=True)
class Candidate:
    """A name the document may give its person; the heaviest wins, the earliest among equals."""

    weight: float
    name: str
    evidence: Evidence
    others: tuple[str, ...] = ()


def candidate(outline: Outline, line: Line, name: PersonName, weight: float) -> Candidate:
    """The candidate that a name in a line makes, its nickname and its other writing read from the brackets after it."""
    start, end, words, others = name.start, name.end, name.name, []
    if match := NICKNAME.match(line.text, end):
        inner = match[1].split(",")[0].strip()
        rest = person_at(line.text, match.end()) if match.end() > match.end(1) else None
        if " " not in words and rest and rest.name.count(" ") < 2 and is_name_word(inner):
            others.append(f"{inner} {rest.name}")
            words, end = f"{words} {rest.name}", rest.end
        elif (is_name_word(inner) or has_asian(inner)) and fold(inner) not in folded("pronouns"):
            others.append(inner)
    return Candidate(weight, words, outline.evidence(line.span(start, end)), tuple(others))


def goes_on_after_nickname(text: str, name: PersonName, end: int = 0) -> bool:
    """Whether a nickname and a surname that reaches to the end follow a given name: 'Ada "Addie" Roe'."""
    nickname = NICKNAME.match(text, name.end)
    rest = person_at(text, nickname.end()) if nickname else None
    inner = nickname[1] if nickname else ""
    known = is_known_organization(name.name) or is_known_organization(inner)
    return rest is not None and rest.end >= end and is_name_word(inner) and not known
