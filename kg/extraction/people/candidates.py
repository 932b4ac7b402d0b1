"""A name that a document may give its person, with what weighs for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extraction.outline import Line, Outline
from kg.extraction.people.names import PersonName, folded, is_name_word
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
    """The candidate that a name in a line makes, the other names it goes by read from the brackets after it."""
    others = list(name.others)
    if match := NICKNAME.match(line.text, name.end):
        inner = match[1].split(",")[0].strip()
        if (is_name_word(inner) or has_asian(inner)) and fold(inner) not in folded("pronouns"):
            others.append(inner)
    return Candidate(weight, name.name, outline.evidence(line.span(name.start, name.end)), tuple(others))
