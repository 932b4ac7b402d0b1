"""Parting a piece at its commas, those inside a name left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from kg.extraction.clues import (
    is_body_noun,
    is_known_organization,
    is_place,
    is_place_code,
    is_proper_name,
    is_region,
    is_town,
    is_unit,
    title_score,
)
from kg.extraction.field_lists import list_end
from kg.extraction.pieces.piece import Piece
from kg.extraction.pieces.trimming import trimmed
from kg.extraction.words import tokens, words
from kg.gazetteers import organizations

_COMMA = re.compile(r",\s+|，\s*|、\s*|,(?=[A-Z])")


def split_at_commas(piece: Piece) -> Iterator[Piece]:
    """The parts of a piece between its commas, a town that a name runs into set apart."""
    parts = list(_between_commas(piece))
    for part, following in zip_longest(parts, parts[1:]):
        town = _town_at_end(part.text) if following and is_place_code(following.text) else _town_in_capitals(part.text)
        if town:
            yield replace(part, end=part.start + len(part.text[:town].rstrip()))
            yield replace(part, start=part.start + town, marked=False)
        else:
            yield part


# "Example Labs, a Sample company" says what the name before it is.
_APPOSITION = re.compile(
    r"(?:an?|the|part of|now part of) .*(?:company|subsidiary|start-?up|brand|division|firm|spin-?off|agency|group)$",
    re.IGNORECASE,
)


def _is_apposition(text: str) -> bool:
    """Whether words say what the name before them is: "an Example institute", "the Sample company"."""
    return text.startswith(("a ", "an ")) or bool(_APPOSITION.match(text))


def _town_at_end(text: str) -> int:
    """Where the town begins that a name runs into ("Example Labs Oslo" before "Norway"), 0 where none does."""
    sequence = words(text)
    if is_known_organization(text) or is_place(text):
        return 0
    for size in (3, 2, 1):
        if len(sequence) > size and is_place(text[sequence[-size].start :]):
            before = sequence[-size - 1].key
            return 0 if before in _BEFORE_TOWN else sequence[-size].start
    noun = sequence[-2].key if len(sequence) > 2 else ""  # "Example University Springfield", before a state's code
    return sequence[-1].start if noun in _WHOLE and sequence[-1].text[0].isupper() else 0


def _town_in_capitals(text: str) -> int:
    """Where a town in capitals begins after a name that is not written so ("Example Labs OSLO"), 0 where none does."""
    name, _, last = text.rpartition(" ")
    if not last.isupper() or len(last) < 4 or not is_place(last) or not name or name.isupper():
        return 0
    return 0 if is_known_organization(text) else len(name) + 1


_WHOLE = frozenset(("university", "college"))
_BEFORE_TOWN = frozenset(
    ("of", "in", "at", "de", "di", "von", "university", "college", "the", "universidad", "universite")
)


def _between_commas(piece: Piece) -> Iterator[Piece]:
    position, (first, last) = 0, _fields_listed(piece.text)
    cuts = [match for match in _COMMA.finditer(piece.text) if not first <= match.start() < last]
    for match in (*(match for match in cuts if not _is_inside_name(piece.text, match)), None):
        end = match.start() if match else len(piece.text)
        for start, stop, _ in trimmed(piece.text, position, end, marked=False):
            aside = position > 0 and _is_apposition(piece.text[start:stop])
            yield piece.part(start, stop, marked=piece.marked and position == 0, inner=aside)
        position = match.end() if match else end


# What the nouns of institutes and departments are of, or for.
_OF_FIELD = re.compile(
    r"(?P<noun>[^\W\d_]+)\s(?:of|for|für|de|des|d[oa]s?|di)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?=,\s)"
)


def _fields_listed(text: str) -> tuple[int, int]:
    """Where the fields stand that a name lists: "Department of Ecology, Evolution, and Behavior"; (0, 0) for none."""
    if text.count(",") and (match := _OF_FIELD.search(text)):
        end = list_end(text, match.end())
        noun = match["noun"]
        if end > match.end() and (is_unit(noun) or is_body_noun(noun)):
            return match.end(), end
    return 0, 0


_SUFFIX = re.compile(r"(?:[Ii]nc|[Ll]td|LLC|Corp|Co|GmbH|PLC|S\.A|L\.P|LLP|Pvt|Limited)(?!\w)")


# "Roe, Doe & Partners": what follows the first name of a firm of partners.
_FIRM = re.compile(
    r"(?:[A-Z][\w'’-]+, )*[A-Z][\w'’-]+ (?:&|and|und|et|y) "
    r"(?:Partners?|Co\b\.?|Company|Associates|Associés|Asociados|Sons?|Söhne|Cie\.?|Brothers|Bros\.?|Kollegen)(?=,|$)"
)


_CAMPUS = re.compile(
    r"University of ([A-Z][a-z]+(?: [A-Z][a-z]+)?)$|Institutes? of (?:\w+ )?Technology(?: \(\w+\))?$"
    r"|California State University$"
)


def _is_inside_name(text: str, comma: re.Match[str]) -> bool:
    """Whether a comma belongs to a name: before a legal form, among partners, between a university and its campus."""
    right = text[comma.end() :]
    if _SUFFIX.match(right) and len(tokens(right.split(",")[0])) == 1:
        return True
    if _FIRM.match(right) and _is_partner(text[: comma.start()].rpartition(",")[2].strip()):
        return True
    campus = right.split(",")[0].strip()
    left = text[: comma.start()]
    match = _CAMPUS.search(left) if campus not in left else None
    if match is None or (match.group(1) and not is_place_code(match.group(1))):
        return False
    region = right.partition(",")[2].split(",")[0].strip()
    if (is_place_code(region) or is_region(region)) and not _has_sisters(match[0], campus):
        return False  # "University of Kansas, Lawrence, KS" tells where it is
    return is_proper_name(campus) and not is_place_code(campus) and any(map(_is_town, (campus, *campus.split("-"))))


def _has_sisters(university: str, campus: str) -> bool:
    """Whether a town after a university names one of several that we know, not the only one."""
    whole = {term.iri for term in organizations().find(f"{university}, {campus}")}
    return bool(whole) and whole.isdisjoint(term.iri for term in organizations().find(university))


def _is_partner(name: str) -> bool:
    """Whether a single word can be a family name: no role, no place."""
    return name.isalpha() and name[0].isupper() and title_score(name) < 2 and not is_place(name)


def _is_town(name: str) -> bool:
    """Whether a university's campus can be there; any other name after the comma is a field or a department."""
    return is_town(name) or is_place(name)
