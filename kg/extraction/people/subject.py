"""Who a document is about: the name it states, never one guessed from an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.extraction.clues import is_place, title_score
from kg.extraction.lexicon import load
from kg.extraction.outline import Line, Outline, SectionKind, once
from kg.extraction.people.asides import closing, coded, linked
from kg.extraction.people.attire import ends_with, past_attire
from kg.extraction.people.candidates import Candidate, candidate
from kg.extraction.people.declared import (
    EARLY_LINES,
    addressed,
    banners,
    declared,
    own_in_publications,
)
from kg.extraction.people.introductions import introduced
from kg.extraction.people.names import PersonName, folded, is_name_word, parted_at, person_at
from kg.extraction.people.parts import (
    declared_in_parts,
    family_first,
    is_thing,
    keyed_in_parts,
    letter_by_letter,
    over_two_lines,
)
from kg.extraction.people.titles import FIRST_LINES, LISTS, alone, titled, whole_name
from kg.extraction.words import Wording, fold, has_asian
from kg.model import BlockKind, Subject

# "Name: Ada Roe", and in Chinese, Japanese and Korean forms also without a sign.
_KEY = re.compile(
    r"([^:：\t]{1,32})[:：\t](?:-{1,2}(?!\d))?\s{0,3}|(姓\s{0,4}名|名前|氏\s{0,4}名|이\s?름|성\s?명)\s{1,4}"
)
_FOLLOWS = re.compile(r"[\s,]{1,3}(?:\([^()]{0,60}\),?\s)?([\w-]+)")
_SPACES = re.compile(r"\s")
_OCCUPATION = 3.0
_CLAUSE = re.compile(r"\s(?:is|was|works as|ist|est|es|é|är)\s(?:(?:an?|the|ein|eine|une?|una?)\s)?([^.,;:!?]{3,60})")
_OTHERS = frozenset(
    (
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
        SectionKind.STUDENTS,
        SectionKind.SKILLS,
        SectionKind.CERTIFICATES,
    )
)


@once
def subject(outline: Outline) -> Subject:
    """The person the outline is about, without a name where the document states none."""
    found = sorted(_candidates(outline), key=lambda candidate: -candidate.weight)
    if not found:
        return Subject()
    best = found[0]
    same = [candidate for candidate in found if _shares(best.name, candidate.name)]
    shown = next((one.name for one in same if fold(one.name) == fold(best.name) and not one.name.isupper()), None)
    best = replace(best, name=shown or _in_small_letters(best.name))
    others = [name for candidate in same for name in (candidate.name, *candidate.others)]
    others += [name for name in _also(outline) if name not in others]
    alternate = tuple(dict.fromkeys(name for name in others if name != best.name))
    evidence = tuple(dict.fromkeys(candidate.evidence for candidate in same if fold(candidate.name) == fold(best.name)))
    return Subject(name=best.name, alternate_names=alternate, evidence=evidence)


def _in_small_letters(name: str) -> str:
    """A name written all in capitals as it is written elsewhere: "ADA M. ROE-BERG" is Ada M. Roe-Berg."""
    if not name.isupper() or " " not in name or has_asian(name):
        return name
    return " ".join(word if len(word.rstrip(".")) < 3 else word.title() for word in name.split())


def _shares(name: str, other: str) -> bool:
    return bool(set(fold(name).split()) & set(fold(other).split()))


def _candidates(outline: Outline) -> Iterator[Candidate]:
    of_others, listed = _inside(outline, _OTHERS), _inside(outline, LISTS)
    early = [line for line in outline.lines[:EARLY_LINES] if line.index not in of_others]
    for line in early:
        yield from introduced(outline, line)
        if line.index not in listed:
            yield from _keyed(outline, line)
    yield from _headed(outline, early)
    yield from titled(outline)
    yield from alone(outline)
    yield from _third_person(outline, [line for line in early if line.index not in listed])
    yield from declared(outline)
    yield from declared_in_parts(outline)
    yield from keyed_in_parts(outline)
    yield from over_two_lines(outline)
    yield from letter_by_letter(outline)
    yield from own_in_publications(outline)
    yield from banners(outline)
    yield from addressed(outline)
    yield from closing(outline)
    yield from linked(outline)
    yield from coded(outline)


def _inside(outline: Outline, kinds: frozenset[SectionKind]) -> frozenset[int]:
    """The numbers of the lines of sections of these kinds, and of those inside them."""
    return frozenset(
        line.index
        for section in outline.sections
        if section.kind in kinds or not kinds.isdisjoint(section.path)
        for line in section.lines
    )


@cache
def _also_called() -> Wording:
    phrases = sorted(load("people")["also"], key=len, reverse=True)
    anyone = "|".join(re.escape(phrase) for phrase in phrases)
    return Wording(re.compile(rf"\b(?:{anyone})\s(?:the name\s)?", re.IGNORECASE), phrases)


def _also(outline: Outline) -> list[str]:
    found = []
    for line in outline.lines[:EARLY_LINES]:
        for match in _also_called().finditer(line.text):
            name = person_at(line.text, match.end())
            if name and name.start == match.end() and not is_place(name.name):
                found.append(name.name)
    return found


def _keyed(outline: Outline, line: Line) -> Iterator[Candidate]:
    """A form or record: "Name: Ada Example"."""
    text = line.text
    headed = any(
        other.block.kind is BlockKind.HEADING and other.block.level == 1 for other in outline.lines[:FIRST_LINES]
    )
    pairs = zip(line.block.labels, line.cells, strict=False) if line.block.labels and not headed else ()
    for label, (start, end) in pairs:
        owner, _, key = fold(label).rpartition(".")
        own = not owner or bool(set(re.findall(r"[a-z]+", owner)) & folded("owners"))
        if own and key in folded("keys") and line.index < EARLY_LINES // 2:
            name = family_first(text, start, end) or whole_name(text, start, end) or person_at(text, start, stop=end)
            if name and ends_with(text, name, end) and (" " in name.name or has_asian(name.name)):
                yield candidate(outline, line, name, 9.5)
    cut = _KEY.match(text)
    if cut and _SPACES.sub("", fold(cut[1] or cut[2]).strip(" *_")) in _without_spaces("keys"):
        name = family_first(text, cut.end()) or parted_at(text, cut.end()) or person_at(text, cut.end())
        if name and (" " in name.name or has_asian(name.name)):
            yield candidate(outline, line, name, 9.5)
        elif name and _in_form(outline, line, name):
            yield candidate(outline, line, name, 6.6)


def _in_form(outline: Outline, line: Line, name: PersonName) -> bool:
    """Whether a name of one word is all of a line, and the next line is keyed as forms that ask for people are."""
    following = outline.lines[line.index + 1].text if line.index + 1 < len(outline.lines) else ""
    cut = _KEY.match(following)
    keyed = cut is not None and fold(cut[1] or "").strip(" *_-•") in folded("person_keys")
    return keyed and ends_with(line.text, name, len(line.text)) and not is_thing(name.name)


def _headed(outline: Outline, early: list[Line]) -> Iterator[Candidate]:
    """The name that is all of the line below a heading that asks for it: "## Name", "- Ada Roe"."""
    for heading, line in pairwise(early):
        if heading.block.kind is not BlockKind.HEADING or line.block.kind is BlockKind.HEADING:
            continue
        if _SPACES.sub("", fold(heading.text).strip(" :：*_")) in _without_spaces("keys"):
            start = next((at for at, char in enumerate(line.text) if char.isalpha()), 0)
            name = family_first(line.text, start) or parted_at(line.text, start) or person_at(line.text, start)
            if name and (" " in name.name or has_asian(name.name)) and ends_with(line.text, name, len(line.text)):
                yield candidate(outline, line, name, 8.0)


@cache
def _without_spaces(listed: str) -> frozenset[str]:
    return frozenset(_SPACES.sub("", word) for word in folded(listed))


def _third_person(outline: Outline, early: list[Line]) -> Iterator[Candidate]:
    """A page that speaks of its person by name: "Ada Example is …", "Ada studied … her …"."""
    prose = [
        line for line in early if line.block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and len(line.text) > 30
    ]
    for line in prose[:3]:
        name = person_at(line.text, _past_occupation(line.text))
        following = _FOLLOWS.match(line.text, past_attire(line.text, name.end)) if name else None
        if name is None or following is None or fold(following[1]) not in folded("verbs"):
            continue
        if fold(name.name) in ("he", "she"):
            continue
        of_a_person = re.search(r"\b(?:he|she|his|her)\b", line.text, re.IGNORECASE) or _again(outline, line, name)
        if " " in name.name or (of_a_person and not is_place(name.name)):
            yield candidate(outline, line, name, 8 if " " in name.name else 6.5)
            return


def _past_occupation(text: str) -> int:
    """Where a name may begin that what its bearer does stands before: "Composer Ada Roe-Berg lives …"."""
    occupation, *name = text.split(" ", 3)[:3]
    led = len(name) > 1 and all(is_name_word(word) for word in name) and title_score(occupation) >= _OCCUPATION
    return len(occupation) + 1 if led and occupation.isalpha() else 0


def _again(outline: Outline, line: Line, name: PersonName) -> bool:
    """Whether a given name is told of again: in the heading above ("About Ada"), or at the start of a sentence."""
    above = outline.lines[line.index - 1] if line.index else line
    headed = above.block.kind is BlockKind.HEADING and fold(name.name) in fold(above.text).split()
    said = _CLAUSE.match(line.text, name.end)
    role = said is not None and title_score(said[1]) >= 2  # firms and projects are told of by name, too
    return role and (headed or re.search(rf"[.!?,]\s{re.escape(name.name)}(?:['’]s)?\s[a-z]", line.text) is not None)
