"""Names whose given and family names stand apart: under keys of their own, on two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction import headings
from kg.extraction.clues import is_known_organization, is_place, title_score
from kg.extraction.outline import Line, Outline
from kg.extraction.people.candidates import Candidate
from kg.extraction.people.names import PersonName, folded, is_name_word, is_person, person_at
from kg.extraction.words import fold
from kg.gazetteers import skills
from kg.model import BlockKind

_KEYED = re.compile(
    r"\W{0,4}([^\W\d_][^:：=\t\n]{1,30}?)\s?[:：=\t]\s{0,3}([^\W\d_][\w.'’-]{0,30}(?:\s[^\W\d_][\w.'’-]{0,30}){0,3})\s{0,9}$"
)
_FAMILY_FIRST = re.compile(
    r"([^\W\d_][\w'’-]{1,30}(?:\s[^\W\d_][\w'’-]{1,30})?),\s([^\W\d_][\w'’-]{1,30}(?:\s[^\W\d_][\w'’.-]{0,30})?)\s{0,3}$"
)
_Part = tuple[Line, int, int]
_WEIGHT = 9.0
_NEAR = 3
_FIRST = 3
_WIDE = re.compile(r"\t|\s{2,}")
_EARLY = 25
_ALONE = re.compile(r"\W{0,3}([^\W\d_][\w'’-]{1,20}(?:\s[A-Z]\.)?)\W{0,3}$")


def declared_in_parts(outline: Outline) -> Iterator[Candidate]:
    """A name whose given and family names stand under keys of their own in the page's description."""
    said, content = outline.text.metadata, outline.text.content
    given = next((said[key].strip() for key in said if fold(key) in folded("given_keys")), "")
    given = given or said.get("name", "").strip()
    family = next((said[key].strip() for key in said if fold(key) in folded("family_keys")), "")
    first, last = content.find(given), content.find(family)
    if min(first, last) >= 0 and given and family and is_person(f"{given} {family}"):
        spans = ((first, first + len(given)), (last, last + len(family)))
        yield Candidate(6, f"{given} {family}", outline.evidence(*spans))


def keyed_in_parts(outline: Outline) -> Iterator[Candidate]:
    """A form that asks for the family name in one place and the given names in another: "Surname: Roe"."""
    found: dict[str, _Part] = {}
    for line in outline.lines[:_EARLY]:
        for key, start, end in _keys(line):
            for kind in ("given_keys", "family_keys", "whole_keys"):
                if key in folded(kind):
                    found.setdefault(kind, (line, start, end))
        given, family, whole = (found.get(kind) for kind in ("given_keys", "family_keys", "whole_keys"))
        halves = (given or whole, family or whole)
        if halves[0] and halves[1] and halves[0] != halves[1] and (pair := _pair(outline, halves[0], halves[1])):
            yield pair
            return


def _keys(line: Line) -> Iterator[tuple[str, int, int]]:
    """The keys of a line, folded, and where their values stand."""
    if line.block.labels:
        for label, (start, end) in zip(line.block.labels, line.cells, strict=False):
            yield fold(label).rpartition(".")[2], start, end
    elif match := _KEYED.match(line.text):
        yield fold(match[1]).strip(" *_."), *match.span(2)


def _pair(outline: Outline, given: _Part, family: _Part) -> Candidate | None:
    written = [line.text[start:end] for line, start, end in (given, family)]
    name = " ".join(written)
    if abs(given[0].index - family[0].index) > _NEAR or not is_person(name):
        return None
    return Candidate(_WEIGHT, name, outline.evidence(*(line.span(start, end) for line, start, end in (given, family))))


def family_first(text: str, position: int, stop: int | None = None) -> PersonName | None:
    """The name that is all of a line from the position on, written "Lindqvist, Mara"."""
    match = _FAMILY_FIRST.match(text, position, len(text) if stop is None else stop)
    name = person_at(f"{match[2]} {match[1]}", 0) if match else None
    if not match or name is None or name.end < len(f"{match[2]} {match[1]}"):
        return None
    if fold(match[2]).rstrip(".") in folded("suffixes") or fold(match[1]).rstrip(".") in folded("suffixes"):
        return None  # "Mara Lindqvist, MSc"
    return PersonName(match.start(), match.end(2), f"{match[2]} {match[1]}")


def over_two_lines(outline: Outline) -> Iterator[Candidate]:
    """The two words, one on each of the first two lines, that the page begins with."""
    if len(outline.lines) < 3:
        return
    first, second, third = outline.lines[:3]
    matches = [_ALONE.match(line.text) for line in (first, second)]
    goes_on = _ALONE.match(third.text) and third.block.kind is not BlockKind.HEADING and not headings.kind(third.text)
    if not all(matches) or goes_on or first.block.kind in (BlockKind.ITEM, BlockKind.PAIR):
        return
    words = [match[1] for match in matches if match]
    if words[0].isupper() != words[1].isupper() or not all(_is_half(word) for word in words):
        return
    spans = [line.span(*match.span(1)) for line, match in zip((first, second), matches, strict=True) if match]
    yield Candidate(_WEIGHT - 0.3, " ".join(words), outline.evidence(*spans))


def letter_by_letter(outline: Outline) -> Iterator[Candidate]:
    """The name on one of the first lines whose letters spaces part: "A D A   R O E"."""
    for line in outline.lines[:_FIRST]:
        words = [spelt.split(" ") for spelt in _WIDE.split(line.text.strip())]
        name = " ".join("".join(letters) for letters in words)
        spelt = all(len(letter) == 1 for letters in words for letter in letters) and max(map(len, words)) > 1
        if spelt and len(words) > 1 and is_person(name):
            yield Candidate(_WEIGHT, name, outline.evidence(line.span()))


def _is_half(word: str) -> bool:
    """Whether a word alone on a line can be half a name."""
    return is_name_word(word.split()[0]) and not is_thing(word)


def is_thing(word: str) -> bool:
    """Whether a word names something else than a person: a place, an organization, a technology, a role."""
    if fold(word) in folded("given_names"):
        return False
    known = is_place(word) or is_known_organization(word) or headings.kind(word) is not None
    return known or skills().find(word) is not None or title_score(word) >= 2
