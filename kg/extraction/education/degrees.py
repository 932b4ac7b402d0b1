"""The degrees an entry names, with their fields and the grade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extraction.clues import (
    DegreeClue,
    degrees,
    is_area,
    is_place,
    is_place_code,
    is_proper_name,
    is_region,
    is_school,
    is_sentence,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.entries import Entry
from kg.extraction.field_lists import list_end
from kg.extraction.labelling import Value
from kg.extraction.pieces import Piece
from kg.extraction.spelling import clean, without_noun
from kg.extraction.words import tokens
from kg.gazetteers import skills
from kg.gazetteers.skills import FIELD
from kg.model import Level

_FIELD = re.compile(
    r"[.\s]*(?:,|\(|:|[–—-]|\b(?:in|of|en|em|de|der|im|mit|with|degree|honours|honors|hons|major|majoring|program|programme|student|candidate|studies)\b|\)"
    r"|\d(?:st|nd|rd|th|ère|er|ème|e)\s(?:year|année)\b)*\s*",
    re.IGNORECASE,
)


GRADE = re.compile(
    r"\b(?:C?GPA|SGPA|CPI|grade|average|score|percentage|Note|Notendurchschnitt|Abschlussnote|moyenne|promedio|média)\b\s*[:=of-]{0,3}\s*"
    r"(\d[\d.,]*\s*%?(?:\s*(?:/|out of|von|sur)\s*\d[\d.,]*)?)",
    re.IGNORECASE,
)


# What follows a degree that was taken, and none that somebody else's thesis or office is named by.
_WHAT_FOR = re.compile(r"\.?\W*$|\.?[*_]*(?:\s+(?:degree\s+)?(?:in|of|en|em|di|de)\s|\s?[,(:–—-]\s?)[^\W\d_]")
_LOOSE = re.compile(r"\w+(?:['’]?s|al)?(?:['’])? degree", re.IGNORECASE)
_LED = re.compile(r"\s(?:in|at|from|@)\s*$")  # the school that it leads to is a piece of its own
_MANNERS = frozenset(("full", "part", "executive", "dual", "double", "joint", "online", "integrated", "accelerated"))
_PERSON = re.compile(r"(?:prof|dr|mr|mrs|ms)\b", re.IGNORECASE)
_MOST_JOINTS = 4
_TOWN = re.compile(r"[(\[]([^()\[\],]{2,30}), $")
_AND = re.compile(r"\s(?:and|&|und|et|y|e|with)\s|\s?/\s?")
# "Bachelor of Science, Major in Botany"
_MAJOR = re.compile(
    r"(?:major(?:ing|ed)?|concentration|emphasis|speciali[sz]ation|option)(?:\s(?:in|of))?\s?:?\s+(?=\w)", re.IGNORECASE
)
_NAMED = re.compile(r"\sin\s[A-Z]")
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
    """The degrees named, the first of each level; a bracket ("BSN", "ex DEA") comes last."""
    found: list[Degree] = []
    told = [part for part in parts if part.role not in ("place", "organization", "grade")]
    for piece in sorted(told, key=lambda part: part.inner):
        for clue in degrees(piece.text):
            degree = Degree(piece, clue)
            number = next((n for n, other in enumerate(found) if other.clue.level is clue.level), None)
            if number is None:
                found.append(degree)
            elif found[number].is_loose and not degree.is_loose and found[number].piece.line is piece.line:
                found[number] = degree
    found = [degree for degree in found if not _is_state(degree.piece) and (len(found) == 1 or not _is_region(degree))]
    firm = [degree for degree in found if degree.clue.level not in _VAGUE]
    return firm or found[:1]


def _is_state(piece: Piece) -> bool:
    """Whether a degree's letters are the code of a state, after a town in brackets: "(Salem, MA)"."""
    if not piece.inner or not is_place_code(piece.text):
        return False
    before = _TOWN.search(piece.line.text[: piece.start])
    return before is not None and not names_field(before[1])


def _is_region(degree: Degree) -> bool:
    """Whether what may be a short form ends a piece as a town's region does: "Marlin Hollow MD"."""
    piece, clue = degree.piece, degree.clue
    code = piece.text[clue.start :]
    return bool(clue.start) and is_region(code) and not names_field(piece.text[: clue.start])


_VAGUE = (Level.SECONDARY, Level.CERTIFICATE, Level.OTHER, Level.EXCHANGE)


def together(named: Sequence[Degree]) -> list[Degree]:
    """The first degree, and others that the same piece ("B.S. and M.S. in Physics") or a line of their own names."""
    return [degree for degree in named if degree.piece is named[0].piece or _has_line(degree, named[0])]


def _has_line(degree: Degree, first: Degree) -> bool:
    """Whether a full degree begins a line after the one of the first degree, and only its field follows."""
    piece = degree.piece
    if piece.line is first.piece.line or degree.clue.level in _VAGUE or first.clue.level in _VAGUE:
        return False
    begins = not degree.clue.start and not piece.line.text[: piece.start].strip(" *_–-")
    return begins and bool(_WHAT_FOR.match(piece.line.text, piece.start + degree.end))


def field_of(degree: Degree, parts: Sequence[Piece], school: Value | None) -> str | None:
    """The field of study: what follows the degree, after "in" or in the next piece, or what stands right before it."""
    text = degree.piece.text
    labelled = [part for part in parts if part.role == "field" and not part.inner]
    if labelled and not _NAMED.match(text, degree.end):  # "Bachelor in Physics" tells more than its specialization
        return _whole(labelled)
    begin = max([degree.end, *(clue.end for clue in degrees(text))])
    for _ in range(_MOST_JOINTS):
        joint = _FIELD.match(text, begin)
        begin = joint.end() if joint else begin
    if field := clean(_LED.sub("", text[begin:].removesuffix(school.text if school else ""))):
        whole, end = degree.piece.line.text, degree.piece.end
        return clean(_LED.sub("", field + whole[end : list_end(whole, end)])) if text.endswith(field) else field
    line = sorted((part for part in parts if part.line is degree.piece.line), key=lambda part: part.start)
    named = school.spans if school else ()
    after = [part for part in line if part.start > degree.piece.start and not _only_adds(part)]
    after = [part for part in after if not (part.inner and part.span in named)]  # "BSc (ESEX) - Botany"
    following = next((part for part in after if not part.inner or part is after[0]), None)
    before = next((part for part in reversed(line) if part.start < degree.piece.start), None)
    if following is None and before is None:
        beside = [part for part in parts if part.line.block is degree.piece.line.block]
        others = [part for part in beside if _is_free(part, degree, school)]
        following = others[0] if len(others) == 1 else None
    if following is not None and (led := _MAJOR.match(following.text)):
        following = replace(following, start=following.start + led.end())
    if following is not None and _may_tell_field(following, school):
        return clean(following.text)
    if before is not None and _is_beside(before, degree) and _may_tell_field(before, school):
        return clean(before.text)
    return _leading_field(text[: degree.clue.start])


def _whole(labelled: Sequence[Piece]) -> str:
    """All that stands under the key for a field, which may be a list: "Statistics and Botany"."""
    first = labelled[0]
    end = max(part.end for part in labelled if part.line is first.line and part.chunk == first.chunk)
    return clean(first.line.text[first.start : end])


def _leading_field(words: str) -> str | None:
    """The field right before a degree: "Computer Science" in "Computer Science B.Sc."."""
    field = words.strip(" ,–-")
    said = tokens(field)
    if not said or len(said) > 6 or any(word.key in word_set("actions", "honours") | _MANNERS for word in said):
        return None
    other = is_school(field) or is_unit(field) or is_place(field) or bool(degrees(field)) or title_score(field) >= 3
    named = is_proper_name(field) or names_field(field)
    return None if other or field[-1].isdigit() or not named else field


def _only_adds(part: Piece) -> bool:
    """Whether what follows a degree is an honour ("Cum Laude"), or adds another degree in brackets."""
    honours = word_set("actions", "honours")
    return (part.inner and bool(degrees(part.text))) or all(word.key in honours for word in tokens(part.text))


def _is_beside(part: Piece, degree: Degree) -> bool:
    """Whether a comma or a bracket alone parts a piece from the degree after it: "Botany, Ph.D.", "Botany (B.Sc.)"."""
    between = part.line.text[part.end : degree.piece.start].strip()
    return between in (",", "(", "") and title_score(part.text) < 3 and is_proper_name(part.text)


def _may_tell_field(part: Piece, school: Value | None) -> bool:
    """Whether a piece beside a degree can be its field: no school, place, unit, person, grade or other degree."""
    text = part.text
    if (school and part.span in school.spans) or len(tokens(text)) > 8 or _PERSON.match(text) or GRADE.search(text):
        return False
    if part.marked and not part.line.text[: part.start].rstrip().endswith(" in"):
        return False
    taken = is_place(text) or is_school(text) or is_unit(text) or bool(degrees(text))
    return not taken and (organization_score(text) < 3 or names_field(text))


def names_field(text: str) -> bool:
    """Whether words name a field of study that we know, and no school: "Nursing", "Mathematics and Statistics"."""
    return not is_school(text) and all(_is_studied(side) for side in _AND.split(clean(text)))


def _is_studied(name: str) -> bool:
    term = skills().find(name)
    return is_area(name) or (term is not None and term.kind == FIELD)


def _is_free(part: Piece, degree: Degree, school: Value | None) -> bool:
    """Whether a piece is none of the school, the degree, a place, a unit or a grade."""
    if part.line is degree.piece.line or part.role not in (None, "field") or (school and part.span in school.spans):
        return False
    return not (is_place(part.text) or is_sentence(part.text))


def grade_of(entry: Entry) -> str | None:
    """The grade that an entry states, as written."""
    for row in (*entry.rows, *entry.body):
        if match := GRADE.search(row.line.text):
            return match.group(1).strip(" .,")
    return None
