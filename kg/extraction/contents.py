"""What a section tells of by what stands in it, where its heading promises nothing or something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.clues import (
    degrees,
    is_favour,
    is_place,
    is_proper_name,
    is_school,
    is_sentence,
    looks_like_entry,
    shows_period,
    title_score,
)
from kg.extraction.dates import find, may_hold
from kg.extraction.headings import exact_kind
from kg.extraction.keys import KEYED, key_of, role
from kg.extraction.outline import Line, Section, SectionKind
from kg.extraction.people.names import is_person
from kg.extraction.pieces import first_sentence
from kg.extraction.words import tokens
from kg.gazetteers import skills
from kg.model import BlockKind

# Headings of these kinds are wrong, or say nothing, where entries of jobs or studies stand below them.
_OVERRULED = frozenset(
    (
        SectionKind.ABOUT,
        SectionKind.OTHER,
        SectionKind.SKILLS,
        SectionKind.INTERESTS,
        SectionKind.HOBBIES,
        SectionKind.PUBLICATIONS,
        SectionKind.PROJECTS,
    )
)
_PARTED = re.compile(r"\s*[|•·│;,:()\[\]\t@]\s*|\s[-–—]\s|\s{2,}|\s(?:at|bei|chez)\s")
_WITHIN = re.compile(r"\s(?:of|for|in|de|der|des|du|del)\s(?:the\s)?")
_FEWEST = 2
_NEAR = 2
_HEADER = 4  # lines
_ROLE = 3.0
_SURE_ROLE = 4.0
_LONGEST = 24
_SHORT = 120  # characters
_LONGEST_ITEM = 14


def judged(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, those of jobs or studies whose headings do not say so under the kind of what they hold."""
    found: list[Section] = []
    index = 0
    while index < len(sections):
        head = sections[index]
        last = index + 1
        while last < len(sections) and _is_inside(sections[last], head):
            last += 1
        kind = _told(sections[index:last]) if head.kind in _OVERRULED else head.kind
        if kind is head.kind:
            found.append(head)
            index += 1
            continue
        found.append(replace(head, kind=kind))
        depth = len(head.path)
        for inner in sections[index + 1 : last]:
            path = (*inner.path[:depth], kind, *inner.path[depth + 1 :])
            under = SectionKind.ORGANIZATION if _is_entry(inner, head.kind, kind) else inner.kind
            found.append(replace(inner, kind=under, path=path))
        index = last
    return tuple(found)


def _is_inside(section: Section, head: Section) -> bool:
    depth = len(head.path)
    return section.path[:depth] == head.path and section.path[depth : depth + 1] == (head.kind,)


def _is_entry(section: Section, promised: SectionKind, told: SectionKind) -> bool:
    """Whether a section inside one that holds entries is one of them: nothing else is promised, and a time told.

    A heading with nothing but headings below it is the employer's or the school's.
    """
    shows = _shows_time if told is SectionKind.EDUCATION else _shows_period
    told_when = not section.lines or any(map(shows, [*_lines(section)][:_HEADER]))
    return section.kind in (promised, SectionKind.OTHER) and told_when


def _told(sections: Sequence[Section]) -> SectionKind:
    """What the sections tell of: roles or studies where most of their times or items do, else what the first says."""
    lines = [line for section in sections for line in _lines(section)]
    promised, heading = sections[0].kind, sections[0].heading
    if any(line.block.labels for line in lines) or (promised is SectionKind.ABOUT and not _is_one_story(sections)):
        return promised
    if promised is SectionKind.PROJECTS:
        return SectionKind.EXPERIENCE if _places_all(lines) else promised
    if _keys_jobs(lines):
        return SectionKind.EXPERIENCE
    if heading and looks_like_entry(heading.text) and exact_kind(heading.text) is None:
        return promised
    if promised is SectionKind.OTHER and _lists_roles(sections[0].lines):
        return SectionKind.VOLUNTEERING
    if not any(may_hold(line.text) for line in lines):
        return promised
    dated = [index for index, line in enumerate(lines) if _shows_period(line)]
    if promised is not SectionKind.PUBLICATIONS and not dated and _tells_when_studied(lines):
        return SectionKind.EDUCATION
    if len(dated) < _FEWEST:
        return promised
    roles = _beside(lines, dated, _names_role)
    studies = _beside(lines, dated, _names_degree)
    if max(roles, studies) < _FEWEST or 5 * max(roles, studies) < 3 * len(dated):
        return promised
    if 3 * min(roles, studies) > max(roles, studies):
        return promised if promised is SectionKind.ABOUT else SectionKind.OTHER  # a time line of both
    return SectionKind.EDUCATION if studies > roles else SectionKind.EXPERIENCE


def _places_all(lines: Sequence[Line]) -> bool:
    """Whether nothing but a town and its land stands beside nearly every range of time: there somebody was engaged."""
    dated = [index for index, line in enumerate(lines) if len(line.text) < _SHORT and _shows_period(line)]
    placed = _beside(lines, dated, _tells_where) if len(dated) > _FEWEST else 0
    return placed > _FEWEST and 5 * placed >= 4 * len(dated)


def _tells_where(text: str) -> bool:
    return all(is_place(part.strip()) for part in text.split(","))


def _keys_jobs(lines: Sequence[Line]) -> bool:
    """Whether keys name role and employer again and again: "Position: …", "Company: …"."""
    keys = (key_of(line) for line in lines if ":" in line.text or "：" in line.text)
    named = Counter(role(key[0]) for key in keys if key)
    return min(named[field] for field in KEYED) >= _FEWEST


def _is_one_story(sections: Sequence[Section]) -> bool:
    """Whether a time stands right below a heading about somebody, and all headings inside promise nothing."""
    begins = [line for section in sections for line in section.lines][:_HEADER]
    if not sections[0].lines and len(sections) == 2:
        return False  # one heading below another is no list of entries: a name, and then what is told
    told = sections[0].heading is not None and all(inner.kind is SectionKind.OTHER for inner in sections[1:])
    return told and any(map(_shows_time, begins))


def _shows_period(line: Line) -> bool:
    return shows_period(line.text)


def _shows_time(line: Line) -> bool:
    return len(line.text) < _SHORT and bool(find(line.text))


def _lines(section: Section) -> Iterator[Line]:
    if section.heading:
        yield section.heading
    yield from section.lines


def _beside(lines: Sequence[Line], dated: Sequence[int], tells: Callable[[str], bool]) -> int:
    """Beside how many of the dates stands a header that tells so, each counted for one date only."""
    used: set[int] = set()
    for at in dated:
        near = sorted(range(max(at - _NEAR, 0), min(at + _NEAR + 1, len(lines))), key=lambda index: abs(index - at))
        used.update([index for index in near if index not in used and _heads(lines[index], tells)][:1])
    return len(used)


def _heads(line: Line, tells: Callable[[str], bool]) -> bool:
    lead = first_sentence(line)
    return len(tokens(lead)) <= _LONGEST and tells(lead) and not is_sentence(lead)


def _names_role(text: str) -> bool:
    return any(title_score(part) >= _ROLE for part in _PARTED.split(text) if part)


def _names_degree(text: str) -> bool:
    return bool(degrees(text))


def _tells_when_studied(lines: Sequence[Line]) -> bool:
    """Whether single times stand beside degrees and their schools: "MSc, Example University, 2019"."""
    dated = [index for index, line in enumerate(lines) if _shows_time(line)]
    degreed = _beside(lines, dated, _names_degree)
    return degreed >= _FEWEST and 3 * degreed >= 2 * len(dated) and _beside(lines, dated, is_school) > 0


def _lists_roles(lines: Sequence[Line]) -> bool:
    """Whether most items of a list name a role and, without a time, whose it is: "Example Club (Treasurer)"."""
    items = [line for line in lines if line.block.kind is BlockKind.ITEM]
    if len(items) < _FEWEST or len(items) < len(lines):
        return False
    return 3 * sum(map(_names_role_somewhere, items)) >= 2 * len(items)


def _names_role_somewhere(line: Line) -> bool:
    lead = first_sentence(line)
    if len(tokens(lead)) > _LONGEST_ITEM or is_sentence(lead):
        return False
    parts = [part for part in _PARTED.split(lead) if part]
    roles = [part for part in parts if title_score(part) >= _SURE_ROLE and not is_favour(part)]
    named = [part for part in parts if part not in roles]
    named += [inner for role in roles for inner in _WITHIN.split(role)[1:]]
    return bool(roles) and any(
        is_proper_name(name) and not is_person(name) and not skills().find(name) for name in named
    )
