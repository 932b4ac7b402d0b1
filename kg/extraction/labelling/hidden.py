"""Roles and organizations in places where names seldom stand: in brackets, or written small."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.clues import (
    degrees,
    employment,
    is_area,
    is_place,
    is_proper_name,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.headings import kind
from kg.extraction.labelling.fields import Value, value
from kg.extraction.pieces import Piece
from kg.extraction.words import tokens
from kg.gazetteers import skills

_LONGEST_NAME = 5
_PARTED = re.compile(r"\s+[|·•–—-]\s|\s?—|\t")


def bracketed(parts: Sequence[Piece]) -> Piece | None:
    """The organization in brackets after a role that names none outside them: "Nurse (Example Hospital)"."""
    sure = [part for part in parts if part.inner and part.role is None and _is_sure_name(part.text)]
    return sure[0] if len(sure) == 1 else None


def lone_bracket(parts: Sequence[Piece]) -> Value | None:
    """The name in the one bracket beside a role that nothing else places: "Nurse (Fern Haven)", "Tutor (Zelvo)"."""
    inner = [part for part in parts if part.inner and part.role is None and not is_place(part.text)]
    if len(inner) != 1 or len(inner) == len(parts):
        return None
    text = inner[0].text
    other = title_score(text) >= 2 or is_unit(text) or is_area(text) or degrees(text)
    named = (
        "," not in text
        and organization_score(text) > 0
        and is_proper_name(text)
        and not other
        and employment(text) is None
        and skills().find(text) is None
    )
    return value(inner[0]) if named else None


def bracketed_role(parts: Sequence[Piece]) -> Value | None:
    """The role in brackets after what it was held for: "Botany 101 (Teaching Assistant)"."""
    inner = [
        replace(part, end=part.start + len(part.text.split(",")[0])) for part in parts if part.inner and not part.role
    ]
    roles = [part for part in inner if title_score(part.text) >= 4]
    return value(roles[0]) if len(roles) == 1 else None


def small_name(title: Piece, rest: Sequence[Piece]) -> Piece | None:
    """The one name that separators or a line of its own part from a role, though its words are small ("example")."""
    others = [
        part for part in rest if part is not title and not (part.line is title.line and part.chunk == title.chunk)
    ]
    if not others and (named := _small_beside(title, rest)):
        return named
    if len(others) != 1 or title_score(others[0].text) >= 2:
        return None
    text = others[0].text
    if is_area(text) or is_unit(text) or degrees(text):
        return None
    return others[0] if (text.isalnum() and len(tokens(text)) < 3) or _heads_role(others[0], title) else None


def _small_beside(title: Piece, rest: Sequence[Piece]) -> Piece | None:
    """What follows a role after a comma, in small letters, up to a dash or stroke: "Engineer, fern & moss — Leeds"."""
    beside = [part for part in rest if part is not title and part.start > title.start and not part.inner]
    if len(beside) != 1 or title.text.islower() or title.line.text[: title.start].strip(" *_-"):
        return None
    text, line = beside[0].text, title.line.text
    comma = line[title.end : beside[0].start].strip() == "," and _PARTED.match(line, beside[0].end)
    other = is_area(text) or is_unit(text) or degrees(text) or employment(text) or title_score(text) >= 2
    small = text.islower() and len(tokens(text)) < _LONGEST_NAME and skills().find(text) is None
    return beside[0] if comma and small and not other else None


def _heads_role(part: Piece, title: Piece) -> bool:
    """Whether a few words, the first with a capital, fill a line or cell before the role's: "Bread and roses"."""
    before, after = part.line.text[: part.start].rstrip(" *_-"), part.line.text[part.end :].lstrip(" *_-:.")
    alone = before[-1:] in ("", "\t", "\n") and after[:1] in ("", "\t", "\n")
    leads = alone and part.span < title.span and part.text[0].isupper()
    return leads and len(tokens(part.text)) <= _LONGEST_NAME and kind(part.text) is None


def _is_sure_name(text: str) -> bool:
    return organization_score(text) >= 2.5 and title_score(text) < 2 and not is_unit(text) and not is_area(text)
