"""Names that a page declares beside its text, or by the way it sets them: metadata, lists of publications."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from urllib.parse import quote, unquote_plus

from kg.extraction.outline import Line, Outline, SectionKind
from kg.extraction.people.candidates import Candidate, candidate
from kg.extraction.people.introductions import introduced_at, introduction_in, owner_of_page, told_of
from kg.extraction.people.names import PersonName, is_person, person_at
from kg.extraction.people.titles import SEPARATOR, calls_a_page, whole_name
from kg.model import InlineKind

EARLY_LINES = 40
# Services that draw the words in their address.
_DRAWN = ("readme-typing-svg", "capsule-render")
_WORDS_DRAWN = re.compile(
    rf"(?:{'|'.join(_DRAWN)})[^\s\"<>]{{1,600}}?[?&;](?:lines|text)=(?P<words>[^\s\"<>&)]{{3,600}})"
)
_BANNER = 8.0
# A name that only the page's title gives: less than one at its top, more than a heading among others of its rank.
_HIDDEN = 8.1
_WRITER = 5.2  # who wrote the page is most often whom it is about
_TOLD, _TOLD_SHORT = 5.4, 4.6
_NAMING = (
    "author",
    "name",
    "title",
    "og:title",
    "heading",
    "seo_title",
    "og_title",
    "subtitle",
    "fullname",
    "full_name",
    "displayname",
    "display_name",
    "page_title",
    "pagetitle",
    "site_title",
)
_TELLING = (
    "title",
    "description",
    "excerpt",
    "summary",
    "tagline",
    "bio",
    "intro",
    "abstract",
    "subtitle",
    "lead",
    "headline",
)
_CARD = 2
_ADDRESS = re.compile(
    r"(?:,\s|\s{1,3}[|·•–-]\s|\s{1,3})(?=\d|[\w.+-]{1,40}@|\+\d|\(\d|(?i:e-?mail|phone|tel|mobile|cell|address)\b)"
)


def declared(outline: Outline) -> Iterator[Candidate]:
    """A name in the page's own description, where a visible line bears it out; as the page's title, it is shown."""
    for key in _NAMING:
        declared = outline.text.metadata.get(key, "")[:200]
        for piece in SEPARATOR.split(declared):
            found = whole_name(piece, 0, len(piece))
            if found is not None and is_person(found.name):
                written = piece[found.start : found.end]
                yield from _borne_out(outline, found, written, _WRITER if key == "author" else _HIDDEN)
    for key in _TELLING:
        said = outline.text.metadata.get(key, "")[:200]
        told = (owner_of_page(said) or told_of(said) or introduction_in(said) or _at_a_sign(said)) if said else None
        if told is not None:
            yield from _borne_out(outline, told, told.name, _TOLD if " " in told.name else _TOLD_SHORT)


def _at_a_sign(said: str) -> PersonName | None:
    """The name that a description begins with, or has after or before what a page is called.

    "Ada Roe - potter since 2004", "Resume — Ada Roe, Potter", "Ada Roe resume".
    """
    start = 0
    for cut in (*islice(SEPARATOR.finditer(said), 2), None):
        end = cut.start() if cut else len(said)
        name = whole_name(said, start, end)
        if name and (cut or start or name.end < end):
            return name if is_person(name.name) else None
        if cut is None or not calls_a_page(said[start:end]):
            return None
        start = cut.end()
    return None


def _borne_out(outline: Outline, name: PersonName, written: str, weight: float) -> Iterator[Candidate]:
    """The name where an early line has it as it is written there, otherwise where the page hides it."""
    for line in outline.lines[:EARLY_LINES]:
        if (at := line.text.find(written)) >= 0:
            shown = replace(name, start=at, end=at + len(written))
            yield candidate(outline, line, shown, 6 if " " in name.name else weight)
            return
    start = outline.text.content.find(written)
    if start >= 0:
        yield Candidate(weight, name.name, outline.evidence((start, start + len(written))), name.others)


def banners(outline: Outline) -> Iterator[Candidate]:
    """The name in the words that a picture is drawn from: "…/svg?lines=Hi,+I'm+Ada+Roe;Welcome"."""
    content = outline.text.content
    if not any(service in content for service in _DRAWN):
        return
    for match in _WORDS_DRAWN.finditer(content):
        drawn = unquote_plus(match["words"])
        for said in drawn.split(";"):
            name = introduced_at(said)
            found = _as_drawn(said[name.start : name.end]).search(content, *match.span()) if name else None
            if name and found:
                yield Candidate(_BANNER if " " in name.name else _BANNER - 1, name.name, outline.evidence(found.span()))


def _as_drawn(name: str) -> re.Pattern[str]:
    """A name as addresses write it: "Ada+Roe", "Ada%20R%C3%B6e"."""
    letters = (r"(?:\+|%20|_|\s)" if one.isspace() else f"(?:{re.escape(one)}|{quote(one, safe='')})" for one in name)
    return re.compile("".join(letters), re.IGNORECASE)


def addressed(outline: Outline) -> Iterator[Candidate]:
    """The name before an address: in the line that the page begins with, or alone in a section for contact."""
    first = outline.lines[0] if outline.lines else None
    name = person_at(first.text, 0) if first else None
    if first and name and " " in name.name and _ADDRESS.match(first.text, name.end):
        yield candidate(outline, first, name, 8.5)
    for section in outline.sections:
        for line in section.lines[:_CARD] if section.kind is SectionKind.CONTACT else ():
            name = whole_name(line.text, 0, len(line.text))
            if name and line is not section.lines[-1] and is_person(name.name):
                yield candidate(outline, line, name, 5)
                break


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
