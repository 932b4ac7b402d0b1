"""Choosing the pieces that are the role and the organization, by scores and position."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.clues import (
    is_area,
    is_body_noun,
    is_known_organization,
    is_place,
    is_school,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.headings import exact_kind
from kg.extraction.labelling.fields import Fields, Value
from kg.extraction.pieces import Piece
from kg.extraction.words import tokens
from kg.model import InlineKind

_TITLE_FLOOR = 2.0
_ROLE = 4.0
_MARKED = 3.0
_HABIT = 0.8
_PART = 2.25  # what a unit is part of is the employer, if it is named at all
_NEAR = 6
# What any school scores: a society or club that stands before the school it belongs to is the one people serve.
_SCHOOL = 3.5


def _title_value(part: Piece) -> float:
    score = title_score(part.text)
    if score < _TITLE_FLOOR and _sounds_like_role(part.text):
        score = _TITLE_FLOOR
    if part.marked:
        score -= 2.5
    known = organization_score(part.text)
    if known >= 5 or (known >= 3 and score <= 3):
        score = min(score, 1.0) if known >= 5 and score < 4 else score - 1.0
    return score


def _sounds_like_role(text: str) -> bool:
    """Whether the last of several words is formed as words for people are ("Growth Wrangler")."""
    sequence = tokens(text)
    if not 1 < len(sequence) <= 5 or organization_score(text) >= 2 or is_unit(text) or is_place(text):
        return False
    return len(sequence[-1].key) > 4 and sequence[-1].key.endswith(("er", "or", "ist", "ian", "eur", "ant"))


def _stands_before(part: Piece, place: Value | None) -> bool:
    """Whether a place follows the piece in its line, as it follows organizations."""
    return place is not None and any(0 < start - part.span[1] <= _NEAR for start, _ in place.spans)


def _organization_value(part: Piece, place: Value | None) -> float:
    score = organization_score(part.text)
    if is_school(part.text):
        score = min(score, _SCHOOL)
    if _stands_before(part, place):
        score += _HABIT
    if part.marked:
        score += _MARKED
    if part.is_set(InlineKind.LINK):
        score += 1.0
    if part.is_set(InlineKind.STRONG):
        score += 0.3
    if title_score(part.text) >= 3 and not is_known_organization(part.text):
        score -= 2.5
    if is_unit(part.text) and not part.marked:
        score -= 1.0 if tokens(part.text)[-1].key == "group" else _PART  # firms call themselves groups, too
    if is_area(part.text) and not part.marked:
        score -= 1.5
    if not part.text[0].isupper() and not part.text[0].isdigit() and part.text[0].isascii():
        score -= 0.5
    return score


def is_beside_name(part: Piece) -> bool:
    """Whether a piece is a second employer's name, or a fellowship's that a role at an employer was held with."""
    named = tokens(part.text)
    prize = bool(named) and named[-1].key in word_set("awards", "telling") and not is_school(part.text)
    return prize or part.text.startswith(("and ", "& "))


def best_pair(rest: Sequence[Piece], habit: str, fields: Fields) -> tuple[Piece | None, Piece | None]:
    """The pieces that together make the best role and organization; either can be missing."""
    titles: list[Piece | None] = [None]
    organizations: list[Piece | None] = [None]
    if fields.title is None:
        titles += [part for part in rest if _title_value(part) >= _TITLE_FLOOR]
    if fields.organization is None:
        names = [part for part in rest if _could_be_name(part)]
        apart = [part for part in names if not is_beside_name(part)]
        organizations += apart if any(title_score(part.text) < 3 for part in apart) else names
    best: tuple[float, int, int] | None = None
    chosen: tuple[Piece | None, Piece | None] = (None, None)
    for t, title in enumerate(titles):
        for o, organization in enumerate(organizations):
            if (
                title is not None
                and organization is not None
                and (title is organization or _goes_with(title, organization))
            ):
                continue
            score = _pair_score(title, organization, rest, habit, fields.place)
            ranked = (score, -t, -o)
            if best is None or ranked > best:
                best, chosen = ranked, (title, organization)
    return chosen


def _goes_with(title: Piece, part: Piece) -> bool:
    """Whether a piece is a second role beside the first: only a comma parts the two, and words make it no employer."""
    beside = part.line is title.line and part.chunk == title.chunk and not part.marked
    return beside and title_score(part.text) >= _ROLE and not is_known_organization(part.text)


def _could_be_name(part: Piece) -> bool:
    if part.text.isascii() and len(tokens(part.text)) == 1 and (is_unit(part.text) or is_body_noun(part.text)):
        return False  # "Team", "at the University"
    if part.marked or organization_score(part.text) >= 2.5:
        return True
    return exact_kind(part.text) is None and (part.is_set(InlineKind.LINK) or organization_score(part.text) > 0)


def _pair_score(
    title: Piece | None, organization: Piece | None, rest: Sequence[Piece], habit: str, place: Value | None
) -> float:
    score = 0.0
    if title is not None:
        score += _title_value(title) - 0.3 * rest.index(title)
    if organization is not None:
        score += 0.6 + _organization_value(organization, place) - 0.25 * rest.index(organization)
    if title is None and organization and organization is rest[0] and habit == "title" and len(rest) > 1:
        score -= 0.0 if is_known_organization(organization.text) else _HABIT
    if title is not None and organization is not None:
        first = "title" if rest.index(title) < rest.index(organization) else "organization"
        score += _HABIT if first == habit else 0.0
        if organization.chunk == title.chunk and organization.line is title.line and not organization.marked:
            score -= 0.4
    return score
