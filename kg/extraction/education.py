"""Entries → studies: school, degree, level, field and grade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extraction.clues import (
    DegreeClue,
    degrees,
    is_known_organization,
    is_place,
    is_school,
    is_sentence,
    is_unit,
    organization_score,
)
from kg.extraction.entries import Entry, Region
from kg.extraction.labelling import Fields, Value, value, without_towns
from kg.extraction.labelling import label as label_work
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.periods import study_period
from kg.extraction.pieces import Piece, first_sentence
from kg.extraction.positions import is_study
from kg.extraction.spelling import clean, without_brackets
from kg.extraction.words import has_asian, key, words
from kg.model import Level, Study

_FIELD = re.compile(
    r"[.\s]*(?:,|\(|:|[–—-]|\b(?:in|of|en|der|im|mit|with|degree|honours|honors|hons|major|majoring|program|programme|student|candidate|studies)\b|\))*\s*",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:C?GPA|grade|average|score|percentage|Note|Notendurchschnitt|Abschlussnote|moyenne|promedio|média)\b\s*[:=of-]{0,3}\s*"
    r"(\d[\d.,]*\s*%?(?:\s*(?:/|out of|von|sur)\s*\d[\d.,]*)?)",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:'s|s)?(?: degree)?,? of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?= in |,|\(|$| -| –)")
_TOKEN = re.compile(r"\S+")
_ASIAN_UNIVERSITY = re.compile(r"大学校?|大學|대학교")
_NO_SCHOOL = frozenset(("thesis", "advisor", "supervisor", "gpa"))


@dataclass(frozen=True)
class _Degree:
    piece: Piece
    clue: DegreeClue

    @property
    def end(self) -> int:
        """Where the degree ends, "of Science" included."""
        follow = _OF.match(self.piece.text, self.clue.end)
        return follow.end() if follow else self.clue.end


def studies(outline: Outline, region: Region, found: Sequence[Entry]) -> Iterator[Claim[Study]]:
    """A claim for every entry of the region that tells of studies; two degrees named together are two studies."""
    above: Fields | None = None
    for entry in found:
        if not is_study(entry, region):
            continue
        parts = [
            piece
            for row in entry.rows
            for piece in without_towns(row.pieces)
            if not is_sentence(piece.text) or degrees(piece.text)
        ]
        fields = _school(parts)
        if fields.organization is None or organization_score(fields.organization.text) < 2.5:
            _ask_children(entry, fields)
        if fields.organization is None and above is not None:
            fields.organization = above.organization
        parts = [*parts, *_child_pieces(entry)]
        named = _degrees(parts)
        if claim := _claim(outline, region, entry, fields, named, parts):
            yield from claim
        above = fields if fields.organization else above


def _school(parts: Sequence[Piece]) -> Fields:
    """The school among the pieces: the best name that is no degree; a department beside it is the unit."""
    fields = Fields()
    parts = [half for part in parts for half in _part_school(part)]
    best: tuple[float, Piece] | None = None
    candidates = [
        part for part in parts if not part.inner and not _is_degree_only(part) and not _GRADE.search(part.text)
    ]
    for index, part in enumerate(candidates):
        if is_place(part.text) and not is_school(part.text) and len(candidates) > 1:
            continue
        score = organization_score(part.text) - 0.2 * index
        score += 2.0 if is_school(part.text) else 0.0
        score -= 1.5 if is_unit(part.text) else 0.0
        score -= 2.5 if degrees(part.text) and not is_school(part.text) else 0.0
        score += 1.5 if part.marked else 0.0
        if best is None or score > best[0]:
            best = (score, part)
    if best and best[0] > 0.5:
        fields.organization = value(best[1])
        places = [part for part in parts if part is not best[1] and is_place(part.text) and not degrees(part.text)]
        if places:
            fields.place = Value(", ".join(clean(part.text) for part in places), tuple(part.span for part in places))
        unit = next((part for part in candidates if part is not best[1] and is_unit(part.text)), None)
        fields.unit = value(unit) if unit else None
    return fields


def _part_school(part: Piece) -> list[Piece]:
    """Part "Ph.D. in Physics Example University", where nothing parts the field from the school."""
    if has_asian(part.text) and (match := _ASIAN_UNIVERSITY.search(part.text)) and match.end() < len(part.text):
        end = part.start + match.end()
        return [replace(part, end=end), replace(part, start=end)]
    clues = degrees(part.text)
    if not clues or not is_school(part.text) or is_known_organization(part.text):
        return [part]
    tokens = [(match.start(), match.group()) for match in _TOKEN.finditer(part.text)]
    starts = [start for start, _ in tokens if start >= clues[0].end]
    known = next((start for start in starts if is_known_organization(part.text[start:])), None)
    if known is None:
        known = _school_start(part.text, tokens, clues[0].end)
    if known is None or known == 0:
        return [part]
    return [replace(part, end=part.start + known), replace(part, start=part.start + known, marked=True)]


def _school_start(text: str, tokens: list[tuple[int, str]], after: int) -> int | None:
    """Where a school's name begins: at "University of …", else one word before its noun."""
    for index, (start, token) in enumerate(tokens):
        if start < after or not is_school(token):
            continue
        following = tokens[index + 1][1] if index + 1 < len(tokens) else ""
        if following in ("of", "for", "de", "di", "da", "do", "für", "degli") or index == 0:
            return start
        before = tokens[index - 1]
        return before[0] if before[0] >= after and before[1][0].isupper() else start
    return None


def _is_degree_only(part: Piece) -> bool:
    clues = degrees(part.text)
    return bool(clues) and not is_school(part.text)


def _child_pieces(entry: Entry) -> list[Piece]:
    return [
        piece
        for row in entry.body[:3]
        if not row.told and not is_sentence(first_sentence(row.line))
        for piece in row.pieces
        if piece.chunk == 0 or len(words(row.line.text)) <= 20
    ]


def _ask_children(entry: Entry, fields: Fields) -> None:
    for row in entry.body[:2]:
        if row.depth <= entry.rows[0].depth or row.told or words(row.line.text)[0].key in _NO_SCHOOL:
            continue
        found = _school(row.pieces)
        lead = words(row.line.text)[0].key
        if found.organization and (organization_score(found.organization.text) >= 3 or lead in _AT):
            if lead in _AT:
                worked = label_work(row.pieces)
                found.organization = worked.organization or found.organization
            fields.organization, fields.place = found.organization, found.place
            return


_AT = frozenset(key(word) for word in ("at", "bei", "chez", "an", "en", "bij", "presso", "in", "à"))


def _degrees(parts: Sequence[Piece]) -> list[_Degree]:
    """The degrees named, the first of each level."""
    found: list[_Degree] = []
    for piece in parts:
        for clue in degrees(piece.text):
            if not any(other.clue.level is clue.level for other in found):
                found.append(_Degree(piece, clue))
    firm = [degree for degree in found if degree.clue.level not in _VAGUE]
    return firm or found[:1]


_VAGUE = (Level.SECONDARY, Level.CERTIFICATE, Level.OTHER, Level.EXCHANGE)


def _claim(
    outline: Outline, region: Region, entry: Entry, fields: Fields, named: Sequence[_Degree], parts: Sequence[Piece]
) -> Iterator[Claim[Study]]:
    if fields.organization is None:
        return
    if region.strict and not named:
        return
    period = study_period(entry)
    spans = [*fields.organization.spans, *(row.line.span(match.start, match.end) for row, match in entry.dates)]
    for degree in _together(named) or [None]:
        own = [*spans, degree.piece.span] if degree else spans
        yield Claim(
            Study(
                evidence=(outline.evidence(*own),),
                start=period.start,
                end=period.end,
                current=period.current,
                organization=without_brackets(fields.organization.text),
                unit=fields.unit.text if fields.unit else None,
                degree=clean(degree.piece.text[degree.clue.start : degree.end]) if degree else None,
                level=degree.clue.level if degree else _level_by_school(fields.organization.text),
                field=_field(degree, parts, fields.organization) if degree else None,
                location=fields.place.text if fields.place else None,
                grade=_grade(entry),
            ),
            "entry",
            entry.scope,
        )


def _together(named: Sequence[_Degree]) -> list[_Degree]:
    """The first degree, and another one where the same piece names it ("B.S. and M.S. in Physics")."""
    return [degree for degree in named if degree.piece is named[0].piece]


def _level_by_school(school: str) -> Level | None:
    clues = degrees(school)
    if clues and clues[0].level is Level.SECONDARY:
        return Level.SECONDARY
    keys = {word.key for word in words(school)}
    if "school" in keys and not keys & {"graduate", "business", "law", "medical", "of", "summer"}:
        return Level.SECONDARY
    return None


def _field(degree: _Degree, parts: Sequence[Piece], school: Value) -> str | None:
    """The field of study: what follows the degree, after "in" or in the next piece of the same line."""
    text = degree.piece.text
    rest = text[degree.end :]
    joint = _FIELD.match(rest)
    if field := clean(rest[joint.end() if joint else 0 :]):
        return field
    line = [part for part in parts if part.line is degree.piece.line and part.start > degree.piece.start]
    following = next((part for part in line if not part.inner or part is line[0]), None)
    if following is None:
        others = [part for part in parts if part.line.block is degree.piece.line.block and _is_free(part, degree, school)]
        following = others[0] if len(others) == 1 else None
    if following is None or following.marked or following.span in school.spans or len(words(following.text)) > 8:
        return None
    taken = is_place(following.text) or is_school(following.text) or is_unit(following.text) or degrees(following.text)
    return (
        None
        if taken or organization_score(following.text) >= 3 or _GRADE.search(following.text)
        else clean(following.text)
    )


def _is_free(part: Piece, degree: _Degree, school: Value) -> bool:
    """Whether a piece is none of the school, the degree, a place, a unit or a grade."""
    if part is degree.piece or part.line is degree.piece.line or part.span in school.spans or part.role not in (None, "field"):
        return False
    return not (is_place(part.text) or is_sentence(part.text))


def _grade(entry: Entry) -> str | None:
    for row in (*entry.rows, *entry.body):
        if match := _GRADE.search(row.line.text):
            return match.group(1).strip(" .,")
    return None


__all__ = ["SectionKind", "studies"]
