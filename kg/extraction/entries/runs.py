"""Headings that are entries themselves, several of one rank, where no heading above them promises any."""

from __future__ import annotations

from collections.abc import Callable

from kg.extraction.clues import degrees, is_place, is_proper_name, shows_period, title_score
from kg.extraction.dates import may_hold
from kg.extraction.entries.rows import Row, row_of
from kg.extraction.outline import Outline, Section, SectionKind
from kg.model import BlockKind

_ROLE = 3.0
_MAY_BE_ROLE = 2.0
_SURE_ROLE = 4.0
_MOST_ADDED = 1


def run(outline: Outline, first: int, is_open: Callable[[Section], bool]) -> tuple[SectionKind, int] | None:
    """What the sections of unknown kind from the first on are entries of, and the index after the last of them.

    None where fewer than two of them name a role or degree with where it was, and right below, when.
    """
    sections = outline.sections
    if not _is_dated_below(sections[first]):
        return None
    members: list[Section] = []
    last = first
    while last < len(sections):
        section = sections[last]
        if members and len(section.path) > len(members[0].path) and _rank(section) > _rank(members[0]):
            last += 1  # a part of the entry above
            continue
        beside = not members or (section.path == members[0].path and _rank(section) == _rank(members[0]))
        if not (is_open(section) and beside and _is_entry(outline, section)):
            break
        members.append(section)
        last += 1
    return (_kind(members), last) if len(members) > 1 and _is_sure(outline, members) else None


def _rank(section: Section) -> int:
    """The rank of a marked heading, 0 where there is none."""
    marked = section.heading is not None and section.heading.block.kind is BlockKind.HEADING
    return section.heading.block.level if section.heading and marked else 0


def _is_dated_below(section: Section) -> bool:
    """Whether the first line below a marked heading shows a time: the cheap half of the question."""
    below = section.lines[0].text if section.lines else ""
    return _rank(section) > 0 and may_hold(below) and shows_period(below)


def _is_entry(outline: Outline, section: Section) -> bool:
    """Whether a heading may name a role or a degree and somebody, with nothing but when, or where, right below it."""
    if section.heading is None or not _is_dated_below(section):
        return False
    head, below = (row_of(outline, line, told=False) for line in (section.heading, section.lines[0]))
    added = [piece.text for piece in below.pieces if not is_place(piece.text)]
    if head.dates or not below.is_anchor or not below.is_header or len(added) > _MOST_ADDED:
        return False
    said = [piece.text for piece in head.pieces if not is_place(piece.text)]
    others = [text for text in (*said, *added) if title_score(text) < _ROLE and not degrees(text)]
    if len(said) == 1 and not added and title_score(said[0]) >= _SURE_ROLE:
        return True  # a role alone: the text below it tells where
    role = any(title_score(text) >= _MAY_BE_ROLE or degrees(text) for text in said)
    return role and any(is_proper_name(text) for text in others)


def _is_sure(outline: Outline, members: list[Section]) -> bool:
    """Whether most of the headings leave no doubt that they name a role or a degree."""
    heads = [row_of(outline, section.heading, told=False) for section in members if section.heading]
    return 2 * sum(_names(head) for head in heads) > len(heads)


def _names(head: Row) -> bool:
    return any(title_score(piece.text) >= _ROLE or degrees(piece.text) for piece in head.pieces)


def _kind(members: list[Section]) -> SectionKind:
    studied = all(degrees(section.heading.text) for section in members if section.heading)
    return SectionKind.EDUCATION if studied else SectionKind.EXPERIENCE
