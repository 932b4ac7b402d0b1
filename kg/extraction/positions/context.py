"""What an entry takes from the header above it and from the lines below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from kg.extraction.clues import (
    employment,
    is_place,
    is_proper_name,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.entries import Entry, Row
from kg.extraction.labelling import Fields, Value, label, value
from kg.extraction.pieces import Piece
from kg.extraction.words import key, tokens
from kg.model import BlockKind

_COURSE = re.compile(r"\b[A-Z][A-Za-z]{1,5}[ -]?(?!(?:19|20)\d\d)\d{2,4}[A-Z]{0,2}\b")  # "BIO 201"


def heed_parent(entry: Entry, fields: Fields, labelled: dict[int, Fields]) -> None:
    """Under a header that names only an organization, a name that says little is the role's, and a unit is its own."""
    above = labelled.get(id(entry.parent)) if entry.parent else None
    if above is None or above.organization is None or above.title is not None:
        return
    name = fields.organization
    if fields.title is None and name and organization_score(name.text) < 2:
        fields.title, fields.organization = name, None
    elif fields.title and name and is_unit(name.text) and not is_unit(above.organization.text):
        fields.unit, fields.organization = fields.unit or name, None  # "Lab Assistant, Moss Lab"


def heed_group(entry: Entry, fields: Fields, previous: tuple[Entry, Fields] | None, grouped: set[int]) -> None:
    """Below the first role of a group, which its organization heads, a name that says little is a role's or unit's."""
    heads = previous is not None and (id(previous[0]) in grouped or _heads_a_group(*previous))
    lone = (
        bool(entry.dates)
        and len(entry.rows) == 1
        and len([piece for piece in entry.rows[0].pieces if not piece.inner]) == 1
    )
    name = fields.organization
    if not heads or entry.parent or len(entry.rows) > 1 or name is None or organization_score(name.text) >= 2:
        return
    if lone and fields.title is None:
        fields.title, fields.organization = name, None
    elif fields.title and previous and entry.rows[0].line.block is previous[0].rows[0].line.block:
        fields.unit, fields.organization = fields.unit or name, None  # "Staff Nurse, Cardiology"


def heed_school(fields: Fields) -> None:
    """Under a school, a name that says little is a course's: the role was held at the school."""
    if fields.title and not is_sure(fields.organization):
        fields.organization = None


def is_course(entry: Entry, name: Value | None) -> bool:
    """Whether what could be an organization is the course that a header tells of: "CS 101: Trees (Assistant)"."""
    if name is None or is_sure(name) or _is_short(name.text):
        return False
    keys = {label.rpartition(".")[2].lower() for label in entry.rows[0].line.block.labels}
    if not keys.isdisjoint(word_set("titles", "course_keys")):
        return True
    return names_course(entry, name) or tokens(name.text)[0].key in word_set("titles", "courses")


def names_course(entry: Entry, name: Value | None) -> bool:
    """Whether the code of a course goes before what could be an organization: "BIO 201: Trees"."""
    if name is None or is_sure(name):
        return False
    text = entry.rows[0].line.text
    return bool(_COURSE.search(text[: text.find(name.text) + len(name.text)]))


def without_courses(parts: Sequence[Piece]) -> list[Piece]:
    """The pieces without a course that the school follows after a comma: "Introduction to Ferns, UCX"."""
    return [
        part
        for part, after in zip_longest(parts, parts[1:])
        if not (after and after.chunk == part.chunk and after.line is part.line and _is_taught(part, after))
    ]


def _is_taught(course: Piece, school: Piece) -> bool:
    """Whether a piece begins as the names of courses do and the one after it can be nothing but the school."""
    if tokens(course.text)[0].key not in word_set("titles", "courses") or organization_score(course.text) >= 2.5:
        return False
    return _is_short(school.text) or organization_score(school.text) >= 2.5


def _is_short(name: str) -> bool:
    """Whether a name is the short form of a school's: "UCX"."""
    return name.isalpha() and name.isupper() and 2 < len(name) < 7 and not is_place(name)


def is_sure(name: Value | None) -> bool:
    """Whether a name's words tell that it is an organization's."""
    return name is not None and organization_score(name.text) >= 2.5


def ask_children(entry: Entry, fields: Fields, *, sure: bool) -> None:
    """Take a missing role or organization from the first lines under the header, where they are nothing else."""
    if fields.title and fields.organization:
        return
    for row in entry.body[:2]:
        if row.told:
            return
        if row.depth <= entry.rows[0].depth:
            fields.title = fields.title or _role_below(entry, row)
            return
        found = label(row.pieces)
        named = found.organization and "freelance" not in fields.terms and _is_name(row, found, sure=sure)
        if fields.organization is None and named:
            fields.organization = found.organization
            fields.place = fields.place or found.place
        if fields.title is None and found.title and len(tokens(row.line.text)) <= 8 and row.is_header:
            fields.title = found.title
        elif fields.title is None and (lead := _role_before_colon(row)):
            fields.title = lead


_ENDS_SENTENCE = re.compile(r"(?:, [^.,;:]{2,40})?\. [A-Z]")


def _role_below(entry: Entry, row: Row) -> Value | None:
    """The role that the paragraph right below a dated one begins with, before it tells what was done."""
    above = entry.rows[-1].line
    if above.index + 1 != row.line.index or not row.line.block.kind is above.block.kind is BlockKind.PARAGRAPH:
        return None
    return _role_before_colon(row) or _role_in_first_sentence(row)


def _role_in_first_sentence(row: Row) -> Value | None:
    """The role that is a line's first sentence, but for a team: "Research Intern, Search group. Worked on …"."""
    first = next(iter(row.pieces), None)
    if first is None or first.inner or first.start > 2 or not _ENDS_SENTENCE.match(row.line.text, first.end):
        return None
    return value(first) if title_score(first.text) >= 4 and len(tokens(first.text)) <= 5 else None


def _role_before_colon(row: Row) -> Value | None:
    """The role that a line begins with before it tells what was done ("Project Manager: Led the …")."""
    first = next(iter(row.pieces), None)
    if first is None or first.inner or first.start > 2 or not row.line.text.startswith(":", first.end):
        return None
    return value(first) if title_score(first.text) >= 4 and len(tokens(first.text)) <= 8 else None


def _is_name(row: Row, found: Fields, *, sure: bool) -> bool:
    if found.organization is None or len(tokens(row.line.text)) > 10:
        return False
    lead = tokens(row.line.text)[0].key
    if lead in _AT:
        return True
    name = found.organization.text
    if sure:
        return row.is_header and organization_score(name) >= 3
    return row.is_header and (
        organization_score(name) >= 2.5 or (is_proper_name(name) and found.title is None and len(tokens(name)) <= 5)
    )


_AT = frozenset(key(word) for word in ("at", "bei", "chez", "an", "en", "bij", "presso", "in"))


def inherit(
    entry: Entry, fields: Fields, labelled: dict[int, Fields], previous: tuple[Entry, Fields] | None, grouped: set[int]
) -> bool:
    """Take a missing organization from the header the entry stands under, or from the one that heads its group."""
    if fields.organization is not None or fields.title is None or "freelance" in fields.terms:
        return False
    if any(employment(word.text) == "freelance" for word in tokens(fields.title.text)):
        return False
    above = labelled.get(id(entry.parent)) if entry.parent else None
    if above is None and previous and (id(previous[0]) in grouped or _heads_a_group(*previous)):
        above = previous[1]
    if above is None or above.organization is None:
        return False
    fields.organization, fields.unit = above.organization, fields.unit or above.unit
    fields.place = fields.place or above.place
    return True


def _heads_a_group(entry: Entry, fields: Fields) -> bool:
    """Whether the organization of an entry stands in a line of its own above the dated one."""
    if fields.organization is None or fields.title is None or len(entry.rows) < 2:
        return False
    first, last = entry.rows[0].line.span()
    named = first <= fields.organization.spans[0][0] < last
    return named and last <= fields.title.spans[0][0] and not entry.rows[0].is_anchor
