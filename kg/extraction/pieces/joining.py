"""Pieces that a sign parts and yet are one: roles held as one, firms that are one employer, partners' names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extraction.clues import is_area, is_place, is_proper_name, is_unit, organization_score, title_score
from kg.extraction.clues.lexica import word_set
from kg.extraction.pieces.piece import Piece
from kg.extraction.words import tokens
from kg.gazetteers import skills

# The last names of a firm that is called after its partners: "Holm and Finch", "Holm & Partners LLP".
_PARTNERS = re.compile(r"[A-Z][\w'’-]+ (?:and|&|und|et|y) [A-Z][\w'’-]+(?:,? [A-Z]\S*){0,2}")
_SURNAME = re.compile(r"[A-Z][a-zà-ÿ]['’\w-]+")
_JOINT = re.compile(r" (?:and|&|und|et|y) ")
_ROLE = 3.0
_LONGEST_NAME = 4


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a line, those that are halves of one role or parts of one employer's name as one."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and (_are_halves(whole[-1], piece) or _are_partners(whole[-1], piece)):
            whole[-1] = replace(whole[-1], end=piece.end)
        else:
            whole.append(piece)
    return whole


def _are_halves(left: Piece, right: Piece) -> bool:
    """Whether nothing but a stroke stands between two halves of one thing."""
    if left.line.text[left.end : right.start].strip() != "/" or left.inner or right.inner:
        return False
    if title_score(right.text) >= _ROLE:
        return title_score(left.text) >= _ROLE or _is_ranked(left.text)
    return left.line.text.count(" / ") == 1 and all(map(_may_be_firm, (left.text, right.text)))


def _are_partners(left: Piece, right: Piece) -> bool:
    """Whether a surname and the names after its comma are those of one firm's partners: "Broom, Holm and Finch"."""
    if left.line.text[left.end : right.start] != ", " or left.inner or right.inner:
        return False
    if not (_SURNAME.fullmatch(left.text) and _PARTNERS.match(right.text)):
        return False
    return not any(map(_is_no_surname, (left.text, right.text.split()[0])))


def _is_no_surname(word: str) -> bool:
    term = skills().find(word)
    known = term is not None and not term.ambiguous
    return known or is_place(word) or is_area(word) or title_score(word) >= 2


def may_join(text: str) -> bool:
    """Whether a line has the signs around which pieces may be one."""
    return " / " in text or (", " in text and _JOINT.search(text) is not None)


def _is_ranked(text: str) -> bool:
    """Whether words begin with a rank and name no employer: half of a role ("Senior Cloud / DevOps Engineer")."""
    first, *rest = tokens(text)
    return first.key in word_set("titles", "ranks") and bool(rest) and organization_score(text) < _ROLE


def _may_be_firm(text: str) -> bool:
    """Whether words can be the name of an employer and nothing else."""
    other = title_score(text) >= 2 or is_place(text) or is_unit(text) or is_area(text)
    return not other and is_proper_name(text) and organization_score(text) >= 1 and len(tokens(text)) <= _LONGEST_NAME
