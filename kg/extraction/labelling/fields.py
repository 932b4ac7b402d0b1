"""The fields of an entry: the words of each and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.extraction.clues import (
    is_known_organization,
    is_place,
    is_proper_name,
    is_school,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.pieces import SERVING, Piece, role_nouns
from kg.extraction.spelling import clean
from kg.extraction.words import tokens, words
from kg.gazetteers import skills

_LONGEST_SPONSOR = 4
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros|\w\.\w{1,3})$")


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
    line = last.line.text
    stop = last.end + 1 if line[last.end : last.end + 1] == "." and _ABBREVIATED.search(last.text) else last.end
    text = line[first.start : stop] if first.line is last.line else " ".join(part.text for part in parts)
    return Value(clean(text), tuple(part.span for part in parts))


def split_title(title: Value) -> tuple[str, str] | None:
    """A role and the proper name that follows it without a separator ("Editor Example Press"), None where none does."""
    sequence = words(title.text)
    ends = [index for index, word in enumerate(sequence) if word.key in role_nouns()]
    if not ends or ends[-1] + 1 >= len(sequence):
        return None
    served = sequence[ends[-1] + 1].key in SERVING
    if (ends[-1] == 0 and not served) or ends[-1] + 1 + served >= len(sequence):
        return None
    name = title.text[sequence[ends[-1] + 1].end if served else sequence[ends[-1]].end :].strip()
    if not is_proper_name(name) or len(tokens(name)) > 4 or not name[0].isalnum() or name[0].islower():
        return None
    return title.text[: sequence[ends[-1]].end], name


def split_office(title: Value) -> tuple[str, str] | None:
    """An office and the club or council before it ("Chess Club Vice President"), None where a title ends otherwise."""
    sequence = words(title.text)
    first = len(sequence) - 1
    if first < 2 or sequence[first].key not in word_set("titles", "offices") | word_set("titles", "of_clubs"):
        return None
    first -= sequence[first - 1].key in word_set("titles", "beside_offices")
    name = title.text[: sequence[first].start].strip()
    if first < 2 or organization_score(name) < 3 or not is_proper_name(name) or title_score(name) >= 4:
        return None
    if sequence[first - 1].key in word_set("titles", "bodies_within") or (first < 3 and is_school(name)):
        return None
    return title.text[sequence[first].start :], name


def split_sponsor(title: Value) -> tuple[str, str] | None:
    """A trainee's role and the employer that it begins with ("Example Research Intern"), None where it does not."""
    sequence = words(title.text)
    if len(sequence) < 2 or sequence[-1].key not in word_set("titles", "trainees"):
        return None
    for size in range(min(len(sequence) - 1, _LONGEST_SPONSOR), 0, -1):
        name = title.text[: sequence[size - 1].end]
        if is_known_organization(name) and skills().find(name) is None and not is_place(name):
            first = size - (sequence[size - 1].key == "research" and size > 1)  # "Research Intern" of "A Research"
            return title.text[sequence[first].start :], name
    return None


def drop_prefix(unit: Value, organization: str) -> Value:
    """A unit's name without its organization's in front of it, unless little would be left."""
    shortened = unit.text.removeprefix(organization).strip(" ,-–—")
    return replace(unit, text=shortened) if len(tokens(shortened)) > 1 else unit
