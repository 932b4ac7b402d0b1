"""Who somebody is, told in the first lines of a page: the role, and below it the unit and the organization."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kg.extraction.clues import (
    degrees,
    is_known_organization,
    is_place,
    is_proper_name,
    is_school,
    is_sentence,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.roles import may_name_role
from kg.extraction.keys import role as role_of_key
from kg.extraction.kinds import position_kind
from kg.extraction.labelling import Fields, label
from kg.extraction.outline import Claim, Line, Outline, SectionKind
from kg.extraction.pieces import Piece, line_dates, pieces
from kg.extraction.prose.study.schools import level_of, written
from kg.extraction.prose.work.complements import is_study
from kg.extraction.words import tokens
from kg.model import Position, Study

_STUDENT = re.compile(r"\s(?:student|candidate)$", re.IGNORECASE)
_FIRST_LINES = 14
_MOST_LINES = 3
_MOST_WORDS = 12
_LONGEST_ROLE = 7
_TELLING = frozenset((SectionKind.ABOUT, SectionKind.OTHER, SectionKind.ORGANIZATION))


def headlines(outline: Outline) -> Iterator[Claim[Position | Study]]:
    """A claim for every role that stands alone in one of the first lines, with the names in the lines below it."""
    lines = list(islice(_first_lines(outline), _FIRST_LINES))
    for number, line in enumerate(lines):
        role = _role(outline, line)
        if role is None:
            continue
        below: list[Piece] = []
        for other in lines[number + 1 : number + 1 + _MOST_LINES]:
            names = _names(outline, other)
            if not names:
                break
            below.extend(names)
        if any(_is_organization(piece) for piece in below):
            yield _claim(outline, role, label([role, *below]), below)


def roles_alone(outline: Outline) -> Iterator[Piece]:
    """Every role that is all that one of the first lines says."""
    return (role for line in islice(_first_lines(outline), _FIRST_LINES) if (role := _role(outline, line)))


def _first_lines(outline: Outline) -> Iterator[Line]:
    """The lines up to the first section that lists something, headings among them."""
    for section in outline.sections:
        if section.kind not in _TELLING:
            return
        if section.heading:
            yield section.heading
        yield from section.lines


def _role(outline: Outline, line: Line) -> Piece | None:
    """The role that is all a line says, None where it says anything else."""
    if (
        len(tokens(line.text)) > _LONGEST_ROLE
        or not may_name_role(line.text)
        or line_dates(line, outline.text.language)
    ):
        return None
    found = pieces(line, ())
    if len(found) != 1 or found[0].inner or found[0].marked or is_sentence(line.text):
        return None
    text = found[0].text
    return found[0] if title_score(text) >= 3.5 and organization_score(text) < 3 and is_proper_name(text) else None


def _names(outline: Outline, line: Line) -> tuple[Piece, ...]:
    """The names of units, organizations and places that are all a line says; none where it says anything else."""
    if len(tokens(line.text)) > _MOST_WORDS or line_dates(line, outline.text.language) or is_sentence(line.text):
        return ()
    found = pieces(line, ())
    if len(line.block.labels) == 1 == len(found):  # the key of the record says what is named
        found = (replace(found[0], role=role_of_key(line.block.labels[0])),)
    return found if all(piece.inner or _is_name(piece) for piece in found) else ()


def _is_name(piece: Piece) -> bool:
    return _is_organization(piece) or is_unit(piece.text) or is_place(piece.text)


def _is_organization(piece: Piece) -> bool:
    text = piece.text
    return not piece.inner and (
        piece.role == "organization"
        or is_known_organization(text)
        or is_school(text)
        or (organization_score(text) >= 3 and not is_unit(text))
    )


def _claim(outline: Outline, role: Piece, fields: Fields, below: Sequence[Piece]) -> Claim[Position | Study]:
    evidence = (outline.evidence(role.span, *(piece.span for piece in below)),)
    title, name = role.text, fields.organization.text if fields.organization else below[-1].text
    unit = fields.unit.text if fields.unit and fields.unit.text != name else None
    place = fields.place.text if fields.place else None
    scope = (role.line.span(), *(piece.line.span() for piece in below))
    if is_study(title):
        what = _STUDENT.sub("", title)
        clue = next(iter(degrees(what)), None)
        study = Study(
            organization=name,
            unit=unit,
            degree=written(what, clue) if clue else None,
            level=clue.level if clue else level_of(title),
            location=place,
            current=True,
            evidence=evidence,
        )
        return Claim(study, "headline", scope)
    kind = position_kind(title, (), SectionKind.ABOUT)
    position = Position(
        organization=name, unit=unit, title=title, kind=kind, location=place, current=True, evidence=evidence
    )
    return Claim(position, "headline", scope)
