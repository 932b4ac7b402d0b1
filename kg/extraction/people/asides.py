"""Names that a page gives in passing: at its foot, over links to profiles, in programs that tell of their author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.outline import Line, Outline
from kg.extraction.people.attire import ends_with
from kg.extraction.people.candidates import Candidate, candidate
from kg.extraction.people.introductions import borne_out
from kg.extraction.people.names import PersonName, folded, person_at
from kg.extraction.people.parts import is_thing
from kg.extraction.people.titles import whole_name
from kg.extraction.words import fold
from kg.model import BlockKind, InlineKind

# What else a program says of a person.
_OF_A_PERSON = re.compile(
    r"\b(?:role|pronouns|location|occupation|age|hobbies|code|languages?|skills|about|job|position|title)\b",
    re.IGNORECASE,
)
_QUOTES = ('"', "'", "”", "’", "`")
_LAST_LINES = 4
_LAST_OF_LETTER = 8
_LONGEST_FOOT = 120
_MOST_HIDDEN = 40
_BRAND, _LONGEST_BRAND = 3, 40  # the name of the page above its menu
_MOST_BESIDE = 8
_COPYRIGHT = re.compile(
    r"(?:all rights reserved\W{1,3}|[\d\s–-]{4,12})?(?:copyright\s)?(?:©|\(c\)|copyright)\W{0,2}(?:copyright\s)?"
    r"(?:\d{4}(?:\s?[-–—]\s?(?:\d{4}|present))?,?\s)?(?:by\s)?",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\W{0,3}(?:(?:this\s)?(?:web\s?site|site|page)\s(?:was\s)?)?"
    r"(?:made|built|created|crafted|coded|developed|written|maintained|designed\s(?:and|&)\s\w{4,9})\b[^.:]{0,30}?\bby\s",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\W{0,3}[-–—~]{1,2}\s?(?=[^\W\d_])")
_DECLARES = re.compile(r"\b(?:hereby|declar|dichiar|autorizz|signature|unterschrift)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(（]\s?([^()（）]{4,40}?)\s?[)）]\W{0,2}$")
_PROFILE = re.compile(
    r"(?:linkedin\.com/(?:in|pub)|github\.com/[\w-]+/?$|scholar\.google|researchgate\.net/profile|orcid\.org/|facebook\.com/)",
    re.IGNORECASE,
)
_UNDER_SERVICE = re.compile(
    r"\W{0,4}(?:linkedin|linked in|facebook|xing|google scholar|researchgate|skype|orcid|e-?mail"
    r"|contact)\s?[:：|]\s{0,2}",
    re.IGNORECASE,
)
_IN_PROGRAM = re.compile(
    r"(?<![\w.])(?:self\.|this\.|my)?[\"']?_{0,2}(?:full_?|real_?|display_?|my_?)?name_{0,2}[\"']?\s{0,3}(?::\s?str(?:ing)?\s)?"
    r"(?:=>|:=|=|:)\s{0,3}[\"'“‘`]?|whoami\s?\n\W{0,4}",
    re.IGNORECASE,
)


def closing(outline: Outline) -> Iterator[Candidate]:
    """The name at the foot of the page: who holds its rights, made it, or signs it."""
    for line in outline.lines[-_LAST_LINES:]:
        if len(line.text) < _LONGEST_FOOT and (name := _credited(line.text)):
            yield candidate(outline, line, name, 5)
    for block in outline.text.hidden[:_MOST_HIDDEN]:
        name = _credited(block.text) if len(block.text) < _LONGEST_FOOT else None
        if name:
            yield Candidate(4.9, name.name, outline.evidence(block.span(name.start, name.end)))
    for block in outline.text.hidden[:_BRAND]:
        name = whole_name(block.text, 0, len(block.text)) if len(block.text) < _LONGEST_BRAND else None
        if name and any(len(word) > 3 and borne_out(outline, word) for word in fold(name.name).split()):
            yield Candidate(4.7, name.name, outline.evidence(block.span(name.start, name.end)))
    yield from _signed(outline)


def _credited(text: str) -> PersonName | None:
    """The name that a line says holds the rights of the page, or made it."""
    match = _COPYRIGHT.match(text) or _MADE.match(text)
    name = person_at(text, match.end()) if match else None
    return name if name and " " in name.name else None


def _signed(outline: Outline) -> Iterator[Candidate]:
    """The name under the words that close a letter, after a dash that ends the page, or under a declaration."""
    last = outline.lines[-_LAST_OF_LETTER:]
    declared = any(_DECLARES.search(line.text) for line in last)
    for before, line in zip([None, *last], last, strict=False):
        closes = before is not None and fold(before.text).strip(" ,.!*_") in folded("closings")
        text = line.text
        bracket = _IN_BRACKETS.search(text) if declared else None
        if bracket and (name := whole_name(text, *bracket.span(1))):
            yield candidate(outline, line, name, 5.3)
        elif closes or declared:
            yield from _whole(outline, line, 5.4, 4.7 if closes else None)
        elif (
            line is last[-1]
            and before is not None
            and line.block.kind is not BlockKind.QUOTE
            and len(outline.lines) > 2
        ):
            sign = _SIGNED.match(text)
            name = person_at(text, sign.end()) if sign and before.block.kind is BlockKind.PARAGRAPH else None
            if name and " " in name.name and not text[name.end :].strip(" .*_"):
                yield candidate(outline, line, name, 4.6)


def _whole(outline: Outline, line: Line, weight: float, short: float | None) -> Iterator[Candidate]:
    """The name that a line is, two words or, where `short` weighs it, one."""
    start = next((at for at, char in enumerate(line.text) if char.isalpha()), 0)
    name = whole_name(line.text, 0, len(line.text)) or person_at(line.text, start)
    if name is None or not ends_with(line.text, name, len(line.text)):
        return
    if " " in name.name:
        yield candidate(outline, line, name, weight)
    elif short is not None and not is_thing(name.name):
        yield candidate(outline, line, name, short)


def linked(outline: Outline) -> Iterator[Candidate]:
    """The one name that links to profiles bear, each alone on its line, or that stands after the name of a service."""
    found: dict[str, tuple[Line, PersonName]] = {}
    for line in outline.lines:
        if service := _UNDER_SERVICE.match(line.text):
            name = person_at(line.text, service.end())
            if name and " " in name.name and not line.text[name.end : name.end + 1].strip(" ,;<(["):
                found.setdefault(fold(name.name), (line, name))
        for inline in line.inlines:
            if inline.kind is InlineKind.LINK and _PROFILE.search(inline.target or ""):
                name = person_at(line.text, inline.start, stop=inline.end)
                alone = sum(map(str.isalnum, line.text)) - (inline.end - inline.start) < _MOST_BESIDE
                if name and " " in name.name and name.end == inline.end and alone:
                    found.setdefault(fold(name.name), (line, name))
    if len(found) == 1:
        yield candidate(outline, *next(iter(found.values())), 4.8)


def coded(outline: Outline) -> Iterator[Candidate]:
    """The name that a program or record set as code gives its author: `name = "Ada Roe"`."""
    for block in outline.text.blocks:
        if block.kind is not BlockKind.CODE:
            continue
        for match in _IN_PROGRAM.finditer(block.text):
            name = person_at(block.text, match.end())
            if name is None or name.start > match.end():
                continue
            quoted = block.text[name.end : name.end + 1] in _QUOTES and not is_thing(name.name)
            if " " in name.name or (quoted and _OF_A_PERSON.search(block.text)):
                weight = 7.4 if " " in name.name else 5.6
                yield Candidate(weight, name.name, outline.evidence(block.span(name.start, name.end)))
                return
