"""Places among pieces, a town with its country or state."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.clues import (
    degrees,
    is_area,
    is_known_organization,
    is_place,
    is_place_code,
    is_proper_name,
    is_region,
    is_town,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.labelling.fields import Fields, Value
from kg.extraction.pieces import Piece
from kg.extraction.spelling import clean
from kg.extraction.words import tokens


def take_places(parts: list[Piece], fields: Fields) -> list[Piece]:
    """Set trailing places apart, a town before its country or state included."""
    taken: list[Piece] = []
    for index, part in enumerate(parts):
        if is_place(part.text) and not (part.marked and len(parts) < 3 and is_known_organization(part.text)):
            taken.append(part)
            before = parts[index - 1] if index else None
            region = is_place_code(part.text) and not _lies_in_region(parts, index)
            if before and (region or _stands_apart(before, parts)) and _is_town(before, part, parts):
                taken.append(before)
    taken_ids = {id(part) for part in taken}
    rest = [part for part in parts if id(part) not in taken_ids]
    if not any(not part.inner for part in rest) and len(taken) == 1 and not fields.organization and len(parts) == 1:
        return parts
    if taken and fields.place is None:
        ordered = [part for part in parts if id(part) in taken_ids]
        fields.place = Value(", ".join(clean(part.text) for part in ordered), tuple(part.span for part in ordered))
    return rest


def _lies_in_region(parts: Sequence[Piece], index: int) -> bool:
    """Whether a name that regions and towns share is the town's: "New York, NY", but not "Victoria, Australia"."""
    part, after = parts[index], parts[index + 1] if index + 1 < len(parts) else None
    return after is not None and after.line is part.line and after.chunk == part.chunk and is_region(after.text)


def _stands_apart(town: Piece, parts: Sequence[Piece]) -> bool:
    """Whether a name of one word stands apart from another name in its line that is no field of work."""
    return len(tokens(town.text)) == 1 and any(
        other.line is town.line
        and other.chunk != town.chunk
        and is_proper_name(other.text)
        and title_score(other.text) < 2
        and len(tokens(other.text)) > 1
        and not (is_unit(other.text) or is_area(other.text) or is_place(other.text) or degrees(other.text))
        for other in parts
    )


def without_towns(parts: Sequence[Piece]) -> list[Piece]:
    """The pieces without "Cambridge, MA" and the like, whose region's code could be taken for a degree."""
    rest: list[Piece] = []
    for part in parts:
        before = rest[-1] if rest else None
        if before and (before.line is not part.line or before.start > part.start):
            before = None  # the town in brackets at the end of a line that begins with "MA"
        ambiguous = before is not None and is_place_code(part.text) and bool(degrees(part.text))
        if ambiguous and before and (is_place(before.text) or _is_town(before, part, parts)):
            rest.pop()
        elif not _is_town_and_region(part.text):
            rest.append(part)
    return rest


def _is_town_and_region(text: str) -> bool:
    """Whether a piece is a town with its region's code, no comma between: "Rockville MD"."""
    town, _, code = text.rpartition(" ")
    return bool(town) and is_place_code(code) and is_town(town) and bool(degrees(code))


def _is_town(before: Piece, part: Piece, parts: Sequence[Piece]) -> bool:
    """Whether the piece before a country or state is a town: in the same chunk, and no other field."""
    if before.line is not part.line or before.chunk != part.chunk or before.inner or not is_proper_name(before.text):
        return False
    could_be = any(
        other is not before
        and other is not part
        and organization_score(other.text) > 0
        and title_score(other.text) < 3
        and not is_place(other.text)
        for other in parts
    )
    if is_town(before.text):
        return could_be or not is_known_organization(before.text)
    return (
        could_be
        and len(tokens(before.text)) <= 3
        and title_score(before.text) < 2
        and organization_score(before.text) < 2
        and not degrees(before.text)
    )
