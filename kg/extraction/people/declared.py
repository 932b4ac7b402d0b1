"""Names that a page declares beside its text, or by the way it sets them: metadata, lists of publications."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.outline import Line, Outline, SectionKind
from kg.extraction.people.candidates import Candidate, candidate
from kg.extraction.people.names import PersonName, is_person, person_at
from kg.extraction.people.titles import SEPARATOR
from kg.model import InlineKind

EARLY_LINES = 40
# A name that only the page's title gives: less than one at its top, more than a heading among others of its rank.
_HIDDEN = 8.1
_GIVEN = ("name", "firstname", "first_name", "first-name", "given_name", "givenname")
_FAMILY = ("surname", "lastname", "last_name", "last-name", "family_name", "familyname")


def declared(outline: Outline) -> Iterator[Candidate]:
    """A name in the page's own description, where a visible line bears it out; as the page's title, it is shown."""
    for key in ("author", "name", "title", "og:title"):
        declared = outline.text.metadata.get(key, "")
        for piece in SEPARATOR.split(declared[:200]):
            if not is_person(piece):
                continue
            for line in outline.lines[:EARLY_LINES]:
                if (at := line.text.find(piece.strip())) >= 0:
                    yield candidate(outline, line, PersonName(at, at + len(piece.strip()), piece.strip()), 6)
                    break
            else:
                name = piece.strip()
                start = outline.text.content.find(name) if key in ("title", "name") else -1
                if start >= 0:
                    yield Candidate(_HIDDEN, name, outline.evidence((start, start + len(name))))


def declared_in_parts(outline: Outline) -> Iterator[Candidate]:
    """A name whose given and family names stand under keys of their own in the page's description."""
    said, content = outline.text.metadata, outline.text.content
    given = next((said[key].strip() for key in _GIVEN if said.get(key)), "")
    family = next((said[key].strip() for key in _FAMILY if said.get(key)), "")
    first, last = content.find(given), content.find(family)
    if min(first, last) >= 0 and given and family and is_person(f"{given} {family}"):
        spans = ((first, first + len(given)), (last, last + len(family)))
        yield Candidate(6, f"{given} {family}", outline.evidence(*spans))


def own_in_publications(outline: Outline) -> Iterator[Candidate]:
    """The author whose name the lists of publications set off, again and again: authors do that with their own."""
    seen: dict[str, list[tuple[Line, PersonName]]] = {}
    for section in outline.sections:
        if section.kind is not SectionKind.PUBLICATIONS:
            continue
        for line in section.lines:
            for inline in line.inlines:
                if inline.kind is not InlineKind.STRONG:
                    continue
                name = person_at(line.text, inline.start)
                if name and name.end >= inline.end - 2 and " " in name.name:
                    seen.setdefault(name.name, []).append((line, name))
    often = [found for found in seen.values() if len(found) > 1]
    if len(often) == 1:
        yield candidate(outline, *often[0][0], 5)
