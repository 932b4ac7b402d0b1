"""Pieces → fields: which piece of an entry is the role, the organization, its unit, the place, by scores and position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extraction.clues import (
    degrees,
    employment,
    is_known_organization,
    is_place,
    is_place_code,
    is_proper_name,
    is_school,
    is_sentence,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.pieces import Piece, role_nouns
from kg.extraction.spelling import clean
from kg.extraction.words import words
from kg.model import InlineKind

_TITLE_FLOOR = 2.0
_MARKED = 3.0
_HABIT = 0.8


@dataclass(frozen=True)
class Value:
    """A field's words and where they stand in the content."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass
class Fields:
    """What the header of an entry says, piece by piece."""

    title: Value | None = None
    organization: Value | None = None
    unit: Value | None = None
    place: Value | None = None
    terms: list[str] = field(default_factory=list)
    order: str = ""
    stand_in: Value | None = None

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where all of it stands."""
        parts = (self.title, self.organization, self.unit, self.place)
        return tuple(span for part in parts if part for span in part.spans)


def value(*parts: Piece) -> Value:
    """The words of neighbouring pieces as one value, cleaned of marks at their edges."""
    first, last = parts[0], parts[-1]
    text = first.line.text[first.start : last.end] if first.line is last.line else " ".join(part.text for part in parts)
    return Value(clean(text), tuple(part.span for part in parts))


def label(parts: Sequence[Piece], habit: str = "") -> Fields:
    """Label the pieces of one entry's header.

    `habit` is "title" or "organization", whichever the entries around it put first, where their words leave no doubt.
    """
    fields = Fields()
    rest = _take_terms(list(parts), fields)
    rest = _take_roles(rest, fields)
    rest = _take_places(rest, fields)
    rest = [part for part in rest if not part.inner and not is_sentence(part.text)]
    title, organization = _best_pair(rest, habit, fields)
    if title:
        fields.title = value(*_with_neighbours(title, organization, rest))
    if organization:
        fields.organization = value(organization)
    used = {id(part) for part in (*_with_neighbours(title, organization, rest), organization) if part}
    _label_rest([part for part in rest if id(part) not in used], title, organization, fields)
    fields.title = fields.title or fields.stand_in
    if title and organization:
        fields.order = "title" if parts.index(title) < parts.index(organization) else "organization"
    return fields


def _take_terms(parts: list[Piece], fields: Fields) -> list[Piece]:
    """Set terms of employment ("Full-time") apart: they are no titles."""
    rest = []
    for part in parts:
        term = employment(part.text)
        if term and not (term == "freelance" and not fields.terms and len(parts) == 1):
            fields.terms.append(term)
            if term in ("internship", "volunteer") and not part.inner:
                fields.stand_in = fields.stand_in or value(part)
        else:
            rest.append(part)
    return rest


def _take_roles(parts: list[Piece], fields: Fields) -> list[Piece]:
    """Set apart what a column's or key's name labels."""
    rest = []
    for part in parts:
        if part.role in ("title", "organization", "unit", "place"):
            if getattr(fields, part.role) is None:
                setattr(fields, part.role, value(part))
            elif part.role == "place" and fields.place:
                fields.place = Value(f"{fields.place.text}, {clean(part.text)}", (*fields.place.spans, part.span))
        elif part.role is None:
            rest.append(part)
    return rest


def _take_places(parts: list[Piece], fields: Fields) -> list[Piece]:
    """Set trailing places apart, a town before its country or state included."""
    taken: list[Piece] = []
    for index, part in enumerate(parts):
        if is_place(part.text) and not (part.marked and len(parts) < 3 and is_known_organization(part.text)):
            taken.append(part)
            before = parts[index - 1] if index else None
            if before and is_place_code(part.text) and _is_town(before, part, parts):
                taken.append(before)
    taken_ids = {id(part) for part in taken}
    rest = [part for part in parts if id(part) not in taken_ids]
    if not any(not part.inner for part in rest) and len(taken) == 1 and not fields.organization and len(parts) == 1:
        return parts
    if taken and fields.place is None:
        ordered = [part for part in parts if id(part) in taken_ids]
        fields.place = Value(", ".join(clean(part.text) for part in ordered), tuple(part.span for part in ordered))
    return rest


def without_towns(parts: Sequence[Piece]) -> list[Piece]:
    """The pieces without "Cambridge, MA" and the like, whose region's code could be taken for a degree."""
    rest: list[Piece] = []
    for part in parts:
        before = rest[-1] if rest else None
        if before and is_place_code(part.text) and degrees(part.text):
            if is_place(before.text) or _is_town(before, part, parts):
                rest.pop()
                continue
        rest.append(part)
    return rest


def _is_town(before: Piece, part: Piece, parts: Sequence[Piece]) -> bool:
    """Whether the piece before a country or state is a town: in the same chunk, after something else, no other field."""
    return (
        before.line is part.line
        and before.chunk == part.chunk
        and not before.inner
        and len(words(before.text)) <= 3
        and is_proper_name(before.text)
        and title_score(before.text) < 2
        and organization_score(before.text) < 2
        and not degrees(before.text)
        and any(
            other is not before and other is not part and organization_score(other.text) > 0 and title_score(other.text) < 3
            for other in parts
        )
    )


def _title_value(part: Piece) -> float:
    score = title_score(part.text)
    if part.marked:
        score -= 2.5
    known = organization_score(part.text)
    if known >= 5 or (known >= 3 and score <= 3):
        score = min(score, 1.0) if known >= 5 and score < 4 else score - 1.0
    return score


def _organization_value(part: Piece) -> float:
    score = organization_score(part.text)
    if part.marked:
        score += _MARKED
    if part.is_set(InlineKind.LINK):
        score += 1.0
    if part.is_set(InlineKind.STRONG):
        score += 0.3
    if title_score(part.text) >= 3 and not is_known_organization(part.text):
        score -= 2.5
    if is_unit(part.text) and not part.marked:
        score -= 1.0
    if not part.text[0].isupper() and not part.text[0].isdigit() and part.text[0].isascii():
        score -= 0.5
    return score


def _best_pair(rest: Sequence[Piece], habit: str, fields: Fields) -> tuple[Piece | None, Piece | None]:
    """The pieces that together make the best role and organization; either can be missing."""
    titles: list[Piece | None] = [None]
    organizations: list[Piece | None] = [None]
    if fields.title is None:
        titles += [part for part in rest if _title_value(part) >= _TITLE_FLOOR]
    if fields.organization is None:
        organizations += [part for part in rest if _could_be_name(part)]
    best: tuple[float, int, int] | None = None
    chosen: tuple[Piece | None, Piece | None] = (None, None)
    for t, title in enumerate(titles):
        for o, organization in enumerate(organizations):
            if title is not None and title is organization:
                continue
            score = _pair_score(title, organization, rest, habit)
            ranked = (score, -t, -o)
            if best is None or ranked > best:
                best, chosen = ranked, (title, organization)
    return chosen


def _could_be_name(part: Piece) -> bool:
    return part.marked or part.is_set(InlineKind.LINK) or organization_score(part.text) > 0


def _pair_score(title: Piece | None, organization: Piece | None, rest: Sequence[Piece], habit: str) -> float:
    score = 0.0
    if title is not None:
        score += _title_value(title) - 0.3 * rest.index(title)
    if organization is not None:
        score += 0.6 + _organization_value(organization) - 0.25 * rest.index(organization)
    if title is None and organization and organization is rest[0] and habit == "title" and len(rest) > 1:
        score -= _HABIT
    if title is not None and organization is not None:
        first = "title" if rest.index(title) < rest.index(organization) else "organization"
        score += _HABIT if first == habit else 0.0
        if organization.chunk == title.chunk and organization.line is title.line and not organization.marked:
            score -= 0.4
    return score


def _with_neighbours(title: Piece | None, organization: Piece | None, rest: Sequence[Piece]) -> list[Piece]:
    """The title with what a comma only parts from it: "Senior Engineer, Contractor", "Director, Trainer"."""
    if title is None:
        return []
    run = [title]
    index = rest.index(title)
    for part in rest[index + 1 :]:
        if part is organization or not _continues(run[-1], part):
            break
        run.append(part)
    for part in reversed(rest[:index]):
        if part is organization or not _continues(part, run[0]) or title_score(part.text) < 3:
            break
        run.insert(0, part)
    return run


def _continues(part: Piece, following: Piece) -> bool:
    return (
        part.line is following.line
        and part.chunk == following.chunk
        and not following.inner
        and title_score(following.text) >= 3
        and organization_score(following.text) < 3
    )


def _label_rest(rest: Sequence[Piece], title: Piece | None, organization: Piece | None, fields: Fields) -> None:
    """A unit among what is left, and a title without a title's words where the layout leaves no other reading."""
    named = organization is not None or fields.organization is not None
    for part in rest:
        if part.inner or (degrees(part.text) and not is_unit(part.text)):
            continue
        lacks_title = fields.title is None and fields.stand_in is None
        if lacks_title and organization is not None and _could_be_title(part, organization):
            fields.title = value(part)
        elif fields.unit is None and named and (
            is_unit(part.text) or organization_score(part.text) >= 2 or _stands_beside(part, (title, organization))
        ):
            fields.unit = value(part)


def _stands_beside(part: Piece, others: Sequence[Piece | None]) -> bool:
    """Whether only a comma parts a piece from one of the others."""
    return any(other is not None and other.line is part.line and other.chunk == part.chunk for other in others)


def _could_be_title(part: Piece, organization: Piece) -> bool:
    """Whether a piece with no word of a role can be one: it stands apart from the organization, or before it."""
    text = part.text
    if is_unit(text) or is_school(text) or is_place(text) or organization_score(text) >= 2 or len(words(text)) > 6:
        return False
    if not text[0].isupper() or any(char.isdigit() for char in text):
        return False
    return not _stands_beside(part, (organization,)) or part.start < organization.start


def split_title(title: Value) -> tuple[str, str] | None:
    """A role and the proper name that follows it without a separator ("Editor Example Press"), None where none does."""
    sequence = words(title.text)
    ends = [index for index, word in enumerate(sequence) if word.key in role_nouns()]
    if not ends or ends[-1] + 1 >= len(sequence) or ends[-1] == 0:
        return None
    name = title.text[sequence[ends[-1]].end :].strip()
    if not is_proper_name(name) or len(words(name)) > 4 or not name[0].isalnum():
        return None
    return title.text[: sequence[ends[-1]].end], name


def drop_prefix(unit: Value, organization: str) -> Value:
    """A unit's name without its organization's in front of it, unless little would be left."""
    shortened = unit.text.removeprefix(organization).strip(" ,-–—")
    return replace(unit, text=shortened) if len(words(shortened)) > 1 else unit
