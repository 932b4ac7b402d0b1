"""The stretches of an outline in which entries are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extraction.clues import is_sentence, shows_period, title_score
from kg.extraction.dates import may_hold
from kg.extraction.dates.lexicon import fold, lexicon
from kg.extraction.entries.columns import with_ends
from kg.extraction.entries.overhead import with_employers
from kg.extraction.entries.parts import parts
from kg.extraction.entries.resuming import resumption
from kg.extraction.entries.rows import Row, row_of, with_columns, without_labels
from kg.extraction.entries.runs import run
from kg.extraction.headings import tells_of_present, tells_time_alone
from kg.extraction.outline import ENTRY_KINDS, Outline, Section, SectionKind
from kg.extraction.words import tokens


@dataclass(frozen=True)
class Region:
    """The rows of a section of entries and the sections in it.

    `strict` where its heading promises no entries, `current` where it says that they go on ("Current position").
    """

    kind: SectionKind
    rows: tuple[Row, ...]
    strict: bool = False
    current: bool = False


def regions(outline: Outline) -> Iterator[Region]:
    """The stretches of the outline in which entries are looked for, in order."""
    index = 0
    sections = outline.sections
    while index < len(sections):
        section = sections[index]
        last = index + 1
        if section.kind in _GROUPED:
            while last < len(sections) and _belongs(sections[last], section):
                last += 1
        elif section.kind not in _OPEN_KINDS:
            index += 1
            continue
        elif found := run(outline, index, _is_open):
            kind, last = found
            inside, index = sections[index:last], last
            yield Region(kind, without_labels(tuple(_run_rows(outline, inside))))
            continue
        strict = section.kind in _OPEN_KINDS
        while strict and last < len(sections) and _continues(sections[last], section):
            last += 1
        while strict and section.heading and last < len(sections) and _dates_entry(sections[last], section):
            last += 1
        inside, index = sections[index:last], last
        if strict and not _are_dated(inside):
            continue
        rows = without_labels(with_columns(with_ends(tuple(_rows(outline, inside)))))
        rows = tuple(replace(row, strict=True) for row in rows) if strict else with_employers(rows)
        yield Region(section.kind, rows, strict, bool(section.heading and tells_of_present(section.heading.text)))
        for inner in inside[1:]:
            if inner.kind is SectionKind.AWARDS and section.kind in ENTRY_KINDS:
                yield Region(inner.kind, without_labels(with_columns(tuple(_rows(outline, (inner,))))))


def _is_open(section: Section) -> bool:
    return section.kind in _OPEN_KINDS


def _run_rows(outline: Outline, sections: Sequence[Section]) -> Iterator[Row]:
    """The rows of headings that are entries themselves; what lies deeper is told of them."""
    depth = len(sections[0].path)
    for section in sections:
        told = len(section.path) > depth
        if section.heading and not told:
            yield row_of(outline, section.heading, told=False)
        for line in section.lines:
            yield row_of(outline, line, told=told)


def _are_dated(sections: Sequence[Section]) -> bool:
    """Whether anything in the sections looks like a date: without one, nothing is an entry that no heading promises."""
    return any(
        may_hold(line.text)
        for section in sections
        for line in ((section.heading, *section.lines) if section.heading else section.lines)
    )


def _continues(section: Section, head: Section) -> bool:
    """Whether a section of unknown kind is one more entry beside `head`: both headings show a time."""
    return (
        section.kind is head.kind
        and section.path == head.path
        and all(part.heading is not None and shows_period(part.heading.text) for part in (section, head))
    )


def _dates_entry(section: Section, head: Section) -> bool:
    """Whether a section of unknown kind under `head` has a heading that shows a time: one entry of it."""
    depth = len(head.path)
    inside = section.path[:depth] == head.path and section.path[depth:] == (head.kind,)
    return inside and section.kind in _OPEN_KINDS and bool(section.heading and shows_period(section.heading.text))


def _belongs(section: Section, head: Section) -> bool:
    """Whether a section lies inside the region that `head` begins, and is no region of its own."""
    depth = len(head.path)
    inside = section.path[:depth] == head.path and section.path[depth : depth + 1] == (head.kind,)
    return inside and (section.kind not in ENTRY_KINDS or section.kind is head.kind)


_OPEN_KINDS = frozenset(
    (
        SectionKind.ABOUT,
        SectionKind.ORGANIZATION,
        SectionKind.OTHER,
        SectionKind.CERTIFICATES,
        SectionKind.SERVICE,
    )
)


_GROUPED = ENTRY_KINDS | {SectionKind.PROJECTS, SectionKind.AWARDS, SectionKind.CERTIFICATES}


_TOLD = frozenset(
    (
        SectionKind.SKILLS,
        SectionKind.OTHER,
        SectionKind.AWARDS,
        SectionKind.INTERESTS,
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
    )
)


# What people tell of under a heading of its own in the midst of an entry, the next entry right below it.
_TOLD_AT_EASE = frozenset((SectionKind.SKILLS, SectionKind.OTHER))


def _heads_stay(section: Section) -> bool:
    """Whether a heading names a role, and nothing but a name and the time stands right below: "since 2013 Example"."""
    if section.heading is None or not section.lines or title_score(section.heading.text) < _ROLE:
        return False
    below = section.lines[0].text
    first, _, rest = below.partition(" ")
    short = shows_period(below) and len(tokens(below)) <= _LONGEST_STAY
    return short and not is_sentence(rest if "since" in lexicon().roles.get(fold(first), ()) else below)


_ROLE = 3.0
_LONGEST_STAY = 10


def _rows(outline: Outline, sections: tuple[Section, ...]) -> Iterator[Row]:
    for place, section in enumerate(sections):
        dated = bool(section.heading and section.kind in _OPEN_KINDS and shows_period(section.heading.text))
        told = place > 0 and section.kind in _TOLD and section.kind is not sections[0].kind and not dated
        inner = place > 0 and not told and section.kind not in ENTRY_KINDS
        if place == 0 and sections[0].kind in _OPEN_KINDS and (dated or len(sections) > 1 or _heads_stay(section)):
            inner = True
        if inner and section.heading and not tells_time_alone(section.heading.text):
            yield row_of(outline, section.heading, told=False)
        goes_on = resumption(outline, section.lines) if told and section.kind in _TOLD_AT_EASE else None
        for number, line in enumerate(section.lines):
            aside = told and (goes_on is None or number < goes_on)
            for part in parts(line, outline.text.language):
                yield row_of(outline, part.line, told=aside or part.told, inner=part.inner)
