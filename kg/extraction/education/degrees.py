"""The degrees an entry names, with their fields and the grade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.clues import (
    DegreeClue,
    degrees,
    is_place,
    is_school,
    is_sentence,
    is_unit,
    organization_score,
)
from kg.extraction.entries import Entry
from kg.extraction.field_lists import list_end
from kg.extraction.labelling import Value
from kg.extraction.pieces import Piece
from kg.extraction.spelling import clean, without_noun
from kg.extraction.words import tokens
from kg.model import Level

_FIELD = re.compile(
    r"[.\s]*(?:,|\(|:|[–—-]|\b(?:in|of|en|em|der|im|mit|with|degree|honours|honors|hons|major|majoring|program|programme|student|candidate|studies)\b|\))*\s*",
    re.IGNORECASE,
)


GRADE = re.compile(
    r"\b(?:C?GPA|SGPA|CPI|grade|average|score|percentage|Note|Notendurchschnitt|Abschlussnote|moyenne|promedio|média)\b\s*[:=of-]{0,3}\s*"
    r"(\d[\d.,]*\s*%?(?:\s*(?:/|out of|von|sur)\s*\d[\d.,]*)?)",
    re.IGNORECASE,
)


_LOOSE = re.compile(r"\w+(?:['’]?s|al)?(?:['’])? degree", re.IGNORECASE)
_PERSON = re.compile(r"(?:prof|dr|mr|mrs|ms)\b", re.IGNORECASE)
_MOST_JOINTS = 4
_OF = re.compile(r"(?:'s|s)?(?: degree)?,? of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?= in |,|\(|$| -| –)")


@dataclass(frozen=True)
class Degree:
    """A degree named in a piece."""

    piece: Piece
    clue: DegreeClue

    @property
    def end(self) -> int:
        """Where the degree ends, "of Science" included."""
        follow = _OF.match(self.piece.text, self.clue.end)
        return follow.end() if follow else self.clue.end

    @property
    def words(self) -> str:
        """The degree as written, with the full stop that belongs to it."""
        line, begin, end = self.piece.line.text, self.piece.start + self.clue.start, self.piece.start + self.end
        dotted = "." in line[begin:end] and line[end : end + 1] == "."
        return without_noun(clean(line[begin : end + dotted]))

    @property
    def is_loose(self) -> bool:
        """Whether the words only tell the level ("Master's degree"), which a short form beside them tells better."""
        return bool(_LOOSE.fullmatch(self.words))


def named_degrees(parts: Sequence[Piece]) -> list[Degree]:
    """The degrees named, the first of each level; a bracket that only speaks of one ("ex DEA") comes last."""
    found: list[Degree] = []
    for piece in sorted(parts, key=lambda part: part.inner and not any(clue.start == 0 for clue in degrees(part.text))):
        for clue in degrees(piece.text):
            degree = Degree(piece, clue)
            number = next((n for n, other in enumerate(found) if other.clue.level is clue.level), None)
            if number is None:
                found.append(degree)
            elif found[number].is_loose and not degree.is_loose and found[number].piece.line is piece.line:
                found[number] = degree
    firm = [degree for degree in found if degree.clue.level not in _VAGUE]
    return firm or found[:1]


_VAGUE = (Level.SECONDARY, Level.CERTIFICATE, Level.OTHER, Level.EXCHANGE)


def together(named: Sequence[Degree]) -> list[Degree]:
    """The first degree, and another one where the same piece names it ("B.S. and M.S. in Physics")."""
    return [degree for degree in named if degree.piece is named[0].piece]


def field_of(degree: Degree, parts: Sequence[Piece], school: Value) -> str | None:
    """The field of study: what follows the degree, after "in" or in the next piece of the same line."""
    text = degree.piece.text
    begin = max([degree.end, *(clue.end for clue in degrees(text))])
    for _ in range(_MOST_JOINTS):
        joint = _FIELD.match(text, begin)
        begin = joint.end() if joint else begin
    if field := clean(text[begin:].removesuffix(school.text)):
        whole, end = degree.piece.line.text, degree.piece.end
        return clean(field + whole[end : list_end(whole, end)]) if text.endswith(field) else field
    line = [part for part in parts if part.line is degree.piece.line and part.start > degree.piece.start]
    line = [part for part in line if not (part.inner and degrees(part.text))]
    following = next((part for part in line if not part.inner or part is line[0]), None)
    if following is None:
        beside = [part for part in parts if part.line.block is degree.piece.line.block]
        others = [part for part in beside if _is_free(part, degree, school)]
        following = others[0] if len(others) == 1 else None
    if following is None or following.marked or following.span in school.spans or len(tokens(following.text)) > 8:
        return None
    if _PERSON.match(following.text):
        return None
    taken = is_place(following.text) or is_school(following.text) or is_unit(following.text) or degrees(following.text)
    return (
        None
        if taken or organization_score(following.text) >= 3 or GRADE.search(following.text)
        else clean(following.text)
    )


def _is_free(part: Piece, degree: Degree, school: Value) -> bool:
    """Whether a piece is none of the school, the degree, a place, a unit or a grade."""
    if part.line is degree.piece.line or part.span in school.spans or part.role not in (None, "field"):
        return False
    return not (is_place(part.text) or is_sentence(part.text))


def grade_of(entry: Entry) -> str | None:
    """The grade that an entry states, as written."""
    for row in (*entry.rows, *entry.body):
        if match := GRADE.search(row.line.text):
            return match.group(1).strip(" .,")
    return None
