"""Where the headers of one list name what: the words of most tell it, and the others are laid out as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from kg.extraction.clues import degrees, is_place, is_school, is_unit, organization_score, title_score
from kg.extraction.entries import Entry
from kg.extraction.labelling import Fields, Value, label
from kg.extraction.pieces import Piece
from kg.extraction.words import tokens

Slot = tuple[int, int, int]  # the line of the header, the stretch of the line, the piece of the stretch
_FEWEST = 2
_FEW = 2
_ROLE = 3.0
_SURE_NAME = 2.5
_KNOWN_NAME = 5.0


def labelled(work: Sequence[Entry], parts: Mapping[int, Sequence[Piece]], habit: str) -> dict[int, Fields]:
    """The fields of every entry's header by its id; `parts` are the pieces of each.

    An entry that words alone leave in doubt names role and employer where most of those around it do.
    """
    fields = {id(entry): label(parts[id(entry)], habit) for entry in work}
    places = {id(entry): _slots(parts[id(entry)]) for entry in work}
    votes: dict[int, Counter[tuple[Slot, Slot]]] = {}
    for entry in work:
        found = _named(fields[id(entry)], places[id(entry)])
        if found and _is_sure(fields[id(entry)]):
            votes.setdefault(_dated_line(entry), Counter())[found] += 1
    for entry in work:
        common = _common(votes.get(_dated_line(entry)))
        if common and (pieces := _misread(fields[id(entry)], places[id(entry)], common)):
            fields[id(entry)] = label(_with_roles(parts[id(entry)], pieces), habit)
    return fields


def _slots(parts: Sequence[Piece]) -> dict[Slot, Piece]:
    """The pieces of a header outside brackets, by where they stand; none where a key or column names any."""
    found: dict[Slot, Piece] = {}
    if any(part.role is not None for part in parts):
        return found
    lines = groupby((part for part in parts if not part.inner), key=lambda part: part.line.index)
    for row, (_, line) in enumerate(lines):
        for stretch, (_, chunk) in enumerate(groupby(line, key=lambda part: part.chunk)):
            found |= {(row, stretch, number): part for number, part in enumerate(chunk)}
    return found


def _dated_line(entry: Entry) -> int:
    """Which line of the header shows the time, -1 for none."""
    return next((number for number, row in enumerate(entry.rows) if row.dates), -1)


def _named(fields: Fields, slots: Mapping[Slot, Piece]) -> tuple[Slot, Slot] | None:
    """Where a header names its role and its employer."""
    role, name = _slot_of(fields.title, slots), _slot_of(fields.organization, slots)
    return (role, name) if role and name else None


def _slot_of(value: Value | None, slots: Mapping[Slot, Piece]) -> Slot | None:
    return next((slot for slot, piece in slots.items() if value and piece.span == value.spans[0]), None)


def _is_sure(fields: Fields) -> bool:
    """Whether words tell the role from the employer."""
    role, name = fields.title, fields.organization
    return bool(role and name) and title_score(role.text if role else "") >= _ROLE > title_score(
        name.text if name else ""
    )


def _common(votes: Counter[tuple[Slot, Slot]] | None) -> tuple[Slot, Slot] | None:
    """Where most of the headers that leave no doubt name role and employer."""
    if not votes:
        return None
    best, times = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
    return best if times >= _FEWEST and 3 * times >= 2 * votes.total() else None


def _misread(fields: Fields, slots: Mapping[Slot, Piece], common: tuple[Slot, Slot]) -> dict[str, Piece] | None:
    """The role and the employer of a header that words leave in doubt, where they stand as in the others."""
    role, name = slots.get(common[0]), slots.get(common[1])
    if role is None or name is None or _named(fields, slots) == common:
        return None
    if not _may_employ(name.text) or not _may_be_role(role.text):
        return None
    sure_role = fields.title is not None and title_score(fields.title.text) >= _ROLE
    if sure_role and _slot_of(fields.title, slots) != common[0]:
        return None
    if fields.organization and organization_score(fields.organization.text) > max(organization_score(name.text), 1.2):
        return None if sure_role or fields.organization.spans[0] != name.span else {"title": role, "organization": name}
    return {"title": role, "organization": name}


def _may_employ(text: str) -> bool:
    named = organization_score(text) > 0 or (text[0].isupper() and len(tokens(text)) <= _FEW)  # "Example interactive"
    return named and title_score(text) < _ROLE and not (is_place(text) or is_unit(text))


def _may_be_role(text: str) -> bool:
    other = is_place(text) or is_school(text) or is_unit(text) or bool(degrees(text))
    return not other and organization_score(text) < _KNOWN_NAME


def _with_roles(parts: Iterable[Piece], named: Mapping[str, Piece]) -> list[Piece]:
    """The pieces, the two that were found by where they stand labelled so."""
    roles = {piece.span: role for role, piece in named.items()}
    return [replace(part, role=roles.get(part.span)) if part.span in roles else part for part in parts]
