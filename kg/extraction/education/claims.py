"""The studies that entries tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from kg.extraction.clues import (
    degree_words,
    degrees,
    is_place,
    is_school,
    is_sentence,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.education.abroad import apart, exchanges
from kg.extraction.education.degrees import Degree, field_of, grade_of, named_degrees, names_field, together
from kg.extraction.education.schools import bracketed_school, jointly, school_of, usual_place
from kg.extraction.entries import Entry, Region
from kg.extraction.labelling import Fields, Value, without_towns
from kg.extraction.labelling import label as label_work
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.periods import study_period
from kg.extraction.pieces import Piece, first_sentence
from kg.extraction.positions import is_study
from kg.extraction.positions.context import is_sure
from kg.extraction.spelling import without_brackets, without_honour
from kg.extraction.words import key, tokens
from kg.model import BlockKind, Level, Study

_FIELD_STATED = re.compile(r"\W{0,3}(?:degree )?(?:in|of|on|en|em|de|im|der|des|di|der)\s+[^\W\d_]")
_BRACKETED = re.compile(r"\([^()]{3,}\)")  # the field, told between a degree and the school
_SURE, _FULLY_SURE = 2.0, 3.0
_FULL = (Level.ASSOCIATE, Level.BACHELOR, Level.MASTER, Level.DOCTORATE)
_NO_SCHOOL = frozenset(("thesis", "advisor", "supervisor", "gpa"))


def studies(outline: Outline, region: Region, found: Sequence[Entry]) -> Iterator[Claim[Study]]:
    """A claim for every entry of the region that tells of studies; two degrees named together are two studies."""
    above: tuple[Entry, Fields] | None = None
    whole: set[int] = set()
    told = [(entry, _pieces(entry)) for entry in found if is_study(entry, region)]
    place = usual_place(parts for _, parts in told) if len(told) > 2 else None
    for entry, pieces in told:
        parts, abroad = apart(pieces)
        fields = school_of(parts, place)
        if not _is_labelled(fields, parts) and not is_sure(fields.organization):
            _ask_children(entry, fields)
        unnamed = fields.organization is None or names_field(fields.organization.text)
        if unnamed and region.kind is SectionKind.EDUCATION:
            fields.organization = bracketed_school(parts) or fields.organization
        school_leaving = _only_leaves_school(parts)
        if school_leaving and fields.organization and is_place(fields.organization.text):
            fields.organization = None  # "Abitur, Berlin, 2005"
        lacking = fields.organization is None or _is_field_instead(fields.organization, parts, _least(above))
        if (
            lacking
            and above
            and not _are_peers(above[0], entry)
            and not (school_leaving and _is_apart(above[0], entry))
        ):
            fields.organization = above[1].organization
        parts = [*parts, *_child_pieces(entry)]
        named = named_degrees(parts)
        if id(entry.parent) in whole and not named and not _is_named_school(fields):
            continue  # an honour or a course told of under a study
        if not named and not _is_named_school(fields) and ((whole and _is_award(fields)) or _is_note(entry)):
            continue
        if named and fields.organization:
            whole.add(id(entry))
        yield from _claim(outline, region, entry, fields, named, parts)
        yield from exchanges(outline, entry, abroad)
        above = (entry, fields) if fields.organization and not lacking else above


def _pieces(entry: Entry) -> list[Piece]:
    """The pieces of a header that tell what was studied and where."""
    return [
        piece
        for row in entry.rows
        for piece in without_towns(row.pieces)
        if not is_sentence(piece.text) or degrees(piece.text)
    ]


def _is_labelled(fields: Fields, parts: Sequence[Piece]) -> bool:
    """Whether a key says that the name is the school's."""
    spans = fields.organization.spans if fields.organization else ()
    return any(part.role == "organization" and part.span in spans for part in parts)


def _are_peers(above: Entry, entry: Entry) -> bool:
    """Whether both entries stand under headings of one rank, or are records: the school of one is not the other's."""
    if entry.rows[0].line.block.labels:
        return True
    ranks = [
        next((row.depth for row in one.rows if row.line.block.kind is BlockKind.HEADING), None)
        for one in (above, entry)
    ]
    return ranks[0] is not None and ranks[0] == ranks[1]


def _only_leaves_school(parts: Sequence[Piece]) -> bool:
    """Whether all degrees named are those of schools before university."""
    named = named_degrees(parts)
    return bool(named) and all(degree.clue.level is Level.SECONDARY for degree in named)


def _is_apart(above: Entry, entry: Entry) -> bool:
    """Whether an entry is an item or a paragraph of its own beside another one, and not told of below it."""
    return entry.parent is not above and entry.rows[0].line.block is not above.rows[-1].line.block


def _is_award(fields: Fields) -> bool:
    """Whether what was taken for a school is an award named in a line after a study: "Example Prize, 2022"."""
    name = tokens(fields.organization.text) if fields.organization else ()
    return bool(name) and name[-1].key in word_set("awards", "telling")


def _is_note(entry: Entry) -> bool:
    """Whether an entry is one line that says what a date means: "Expected defense: June 2026"."""
    row = entry.rows[0]
    return len(entry.rows) == 1 and bool(row.dates) and row.line.text[: row.dates[0].start].rstrip().endswith(":")


def _is_named_school(fields: Fields) -> bool:
    return fields.organization is not None and is_school(fields.organization.text)


def _least(above: tuple[Entry, Fields] | None) -> float:
    """From which score on words are a school's rather than a field's: a higher one below a school without a degree."""
    if above is None or any(degrees(row.line.text) for row in above[0].rows) or not _is_named_school(above[1]):
        return _SURE
    return _FULLY_SURE


def _is_field_instead(school: Value, parts: Sequence[Piece], least: float) -> bool:
    """Whether what was taken for a school is the field that follows a degree in its line: "M.S., Informatics"."""
    if (
        is_school(school.text)
        or is_place(school.text)
        or (organization_score(school.text) >= least and not names_field(school.text))
    ):
        return False
    numbers = [number for number, part in enumerate(parts) if part.span in school.spans]
    before = parts[numbers[0] - 1] if numbers and numbers[0] else None
    if before is None or before.line is not parts[numbers[0]].line or title_score(before.text) >= 3:
        return False
    clues = degrees(before.text)
    line = before.line.text[before.end : parts[numbers[0]].start]
    stated = _states_field(before.text[clues[-1].end :]) if clues else True
    return not stated and (names_field(school.text) or not _BRACKETED.search(line))


def _states_field(rest: str) -> bool:
    """Whether what follows a degree in its piece is a field: "in Botany", or a name that is no honour."""
    honours = word_set("actions", "honours")
    return bool(_FIELD_STATED.match(rest)) or any(
        word.text[0].isupper() and len(word.text) > 3 and word.key not in honours for word in tokens(rest)
    )


def _child_pieces(entry: Entry) -> list[Piece]:
    return [
        piece
        for row in entry.body[:3]
        if not row.told and not is_sentence(first_sentence(row.line))
        for piece in row.pieces
        if piece.chunk == 0 or len(tokens(row.line.text)) <= 20
    ]


def _ask_children(entry: Entry, fields: Fields) -> None:
    for row in entry.body[:2]:
        inside = row.line.block is entry.rows[0].line.block
        if (row.depth <= entry.rows[0].depth and not inside) or row.told or tokens(row.line.text)[0].key in _NO_SCHOOL:
            continue
        found = school_of(row.pieces)
        lead = tokens(row.line.text)[0].key
        if found.organization and (organization_score(found.organization.text) >= 3 or lead in _AT):
            if lead in _AT:
                worked = label_work(row.pieces)
                found.organization = worked.organization or found.organization
            fields.organization, fields.place = found.organization, found.place
            return


_AT = frozenset(key(word) for word in ("at", "bei", "chez", "an", "en", "bij", "presso", "in", "à"))


def _claim(
    outline: Outline, region: Region, entry: Entry, fields: Fields, named: Sequence[Degree], parts: Sequence[Piece]
) -> Iterator[Claim[Study]]:
    if fields.organization is None and not _stands_alone(region, entry, named):
        return
    if region.strict and not named:
        return
    period = study_period(entry)
    spans = [*_spans(fields.organization), *(row.line.span(match.start, match.end) for row, match in entry.dates)]
    schools = jointly(without_brackets(fields.organization.text)) if fields.organization else (None,)
    for degree, school in product((*together(named),) or (None,), schools):
        own = [*spans, degree.piece.span] if degree else spans
        yield Claim(
            Study(
                evidence=(outline.evidence(*own),),
                start=period.start,
                end=period.end,
                current=period.current,
                organization=school,
                unit=fields.unit.text if fields.unit else None,
                degree=degree.words if degree else None,
                level=degree.clue.level if degree else _level_by_school(school or ""),
                field=without_honour(field_of(degree, parts, fields.organization)) if degree else None,
                location=fields.place.text if fields.place else None,
                grade=grade_of(entry),
            ),
            "entry",
            entry.scope,
        )


def _stands_alone(region: Region, entry: Entry, named: Sequence[Degree]) -> bool:
    """Whether an entry of a section of studies begins with a full degree, though it names no school."""
    first = next((piece for row in entry.rows for piece in row.pieces), None)
    degree = named[0] if named and region.kind is SectionKind.EDUCATION else None
    if degree is None or first is None or degree.clue.level not in _FULL:
        return False
    return degree.piece is first and not degree.clue.start and bool(entry.dates)


def _spans(school: Value | None) -> tuple[tuple[int, int], ...]:
    return school.spans if school else ()


def _level_by_school(school: str) -> Level | None:
    clues = degree_words(school)
    if clues and clues[0].level is Level.SECONDARY:
        return Level.SECONDARY
    keys = {word.key for word in tokens(school)}
    if not keys.isdisjoint(word_set("organizations", "schools_of_children")):
        keys.discard("language")  # a school of foreign languages is one for children, a language school is not
    if "school" in keys and keys.isdisjoint(word_set("organizations", "special_schools")):
        return Level.SECONDARY
    return None
