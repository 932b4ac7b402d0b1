"""Text → Outline: lines, and the sections that headings make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.extraction import headings
from kg.extraction.clues import (
    degrees,
    is_proper_name,
    looks_like_entry,
    main_noun,
    names_organization,
    shows_period,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.contents import judged
from kg.extraction.dates import find
from kg.extraction.headings_of_page import PLAIN_RANK, Page, all_strong, look
from kg.extraction.lines import lines as read_lines
from kg.extraction.outline import ENTRY_KINDS, Line, Outline, Section, SectionKind
from kg.extraction.words import tokens
from kg.model import BlockKind, InlineKind, Level, Text

_HEIRS = {
    **dict.fromkeys((*ENTRY_KINDS, SectionKind.ORGANIZATION), SectionKind.ORGANIZATION),
    **{
        kind: kind
        for kind in (
            SectionKind.SKILLS,
            SectionKind.PROJECTS,
            SectionKind.AWARDS,
            SectionKind.PUBLICATIONS,
            SectionKind.REFERENCES,
            SectionKind.STUDENTS,
            SectionKind.CERTIFICATES,
            SectionKind.INTERESTS,
            SectionKind.LANGUAGES,
            SectionKind.SERVICE,
            SectionKind.FUNDING,
            SectionKind.NEWS,
            SectionKind.HOBBIES,
            SectionKind.CONTACT,
        )
    },
}
# The ranks of headings that only their words and shape give away, below every marked one.
_KEEP_KIND = frozenset((SectionKind.PUBLICATIONS, SectionKind.REFERENCES, SectionKind.CERTIFICATES, SectionKind.AWARDS))
_BESIDE_STUDIES = frozenset(
    (SectionKind.VOLUNTEERING, SectionKind.SKILLS, SectionKind.AWARDS, SectionKind.SERVICE, SectionKind.OTHER)
)
# "EDUCATION ----------": a rule that goes on to the margin.
_RULES = frozenset(4 * sign for sign in "-=_~*#.─━")
_RULED = re.compile(r"\s?([-=_~*#.─━])\1{3,200}$")
_DESCRIBED = re.compile(r"\w.{0,40}?(?:\s[-–—]\s|:\s)\w")
_ORGANIZATION_RANK = 15
_PARTED = re.compile(r"\s[-–—|·•]\s|,\s|\sat\s|\s?[@(]|:\s")
_OF_FIELD = re.compile(r"\s(?:in|of|en|em|im|di)\s")
_PROSE_WORDS = 14
_LED = 5  # words of a sentence
_LONG_DATED, _LONGEST_DATED = 8, 12
# What firms are named for, as sections are: "Example Research", "Example Technologies".
_NAMED_FOR = (SectionKind.RESEARCH, SectionKind.SKILLS)
_GOES_ON = (",", "&", " and", " or", "，", "、")
_SHORT = 40


@dataclass
class _Open:
    """A section being filled; `rank` is its heading's, smaller is higher; a `part` ends where the next entry begins."""

    kind: SectionKind
    rank: int
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)
    path: tuple[SectionKind, ...] = ()
    part: bool = False


def outline(text: Text) -> Outline:
    """The outline of a text: every visible line, in exactly one section; headings head the sections they open."""
    found = read_lines(text)
    first = _Open(SectionKind.ABOUT, 0)
    closed, stack = [first], [first]
    page = look(text, found)
    for line in found:
        if stack[-1].part and _is_dated_entry(line):
            stack.pop()
        if (studies := _resumed(closed, stack[-1])) and _is_dated_degree(line):
            stack[-1:] = [] if studies in stack else [studies]
        if _is_headed(line, stack):
            page = replace(page, plain_rank=2 * line.block.level - 1)
            stack[-1].rank = page.plain_rank
        rank_and_kind = _heading(found, line, stack, page, first_heading=len(closed) == 1 and not first.lines)
        if rank_and_kind is None:
            stack[-1].lines.append(line)
            continue
        rank, kind = rank_and_kind
        part = rank == PLAIN_RANK and line.text in page.again and kind not in ENTRY_KINDS
        part = part and any(one.kind in ENTRY_KINDS for one in stack)
        rank += part
        while len(stack) > 1 and stack[-1].rank >= rank:
            stack.pop()
        path = tuple(section.kind for section in stack[1:])
        opened = _Open(kind, rank, line, path=path, part=part)
        stack.append(opened)
        closed.append(opened)
    return Outline(
        text,
        found,
        judged(
            [
                Section(section.kind, section.heading, tuple(section.lines), section.path)
                for section in closed
                if section.heading or section.lines
            ]
        ),
    )


def _is_headed(line: Line, stack: list[_Open]) -> bool:
    """Whether a heading with marks stands right under one without, which then is above it and all of its rank."""
    head, rank = stack[-1].heading, 2 * line.block.level
    if line.block.kind is not BlockKind.HEADING or head is None or head.block.kind is BlockKind.HEADING:
        return False
    empty = head.index + 1 == line.index and stack[-1].kind in ENTRY_KINDS and stack[-1].rank >= PLAIN_RANK
    return empty and all(around.rank < rank for around in stack[:-1]) and headings.exact_kind(line.text) is None


def _is_dated_entry(line: Line) -> bool:
    return shows_period(line.text) and looks_like_entry(line.text)


def _resumed(closed: list[_Open], last: _Open) -> _Open | None:
    """The section of studies that a line without marks interrupted ("Activities:"), to tell what somebody did there."""
    before = closed[-2] if len(closed) > 1 and last is closed[-1] else None
    aside = last.rank >= PLAIN_RANK and last.kind in _BESIDE_STUDIES
    return before if before and aside and before.kind is SectionKind.EDUCATION and before.lines else None


def _is_dated_degree(line: Line) -> bool:
    """Whether a line begins with a degree and shows when it was studied for."""
    clues = degrees(line.text)
    return bool(clues) and clues[0].start <= 2 and clues[0].level is not Level.OTHER and shows_period(line.text)


def _heading(
    found: tuple[Line, ...], line: Line, stack: list[_Open], page: Page, *, first_heading: bool
) -> tuple[int, SectionKind] | None:
    """The rank and kind of the section a line opens, None where it is no heading."""
    if line.block.kind is BlockKind.HEADING:
        rank = 2 * line.block.level
        parent = _parent(stack, rank)
        kind = _marked_kind(line, parent)
        if _is_next_project(line.text, stack, rank):
            return rank + 1, SectionKind.PROJECTS
        if kind is None:
            peer = _peer(stack, rank)
            if peer and (looks_like_entry(line.text) or _is_bare(peer, stack)) and peer.kind in _HEIRS:
                return rank + 1, _HEIRS[peer.kind]
            kind = _HEIRS.get(parent.kind, SectionKind.ABOUT if first_heading else SectionKind.OTHER)
        return rank, kind
    return _plain_heading(found, line, stack, page)


def _parent(stack: list[_Open], rank: int) -> _Open:
    return next(section for section in reversed(stack) if section.rank < rank or section.rank == 0)


def _peer(stack: list[_Open], rank: int) -> _Open | None:
    """The open section of the same rank, which a heading that looks like one of its entries does not close."""
    return next((section for section in stack if section.rank == rank and section.kind in ENTRY_KINDS), None)


def _is_bare(section: _Open, stack: list[_Open]) -> bool:
    """Whether nothing stands under a heading yet but headings of its own rank, which then are its entries."""
    inside = stack[stack.index(section) + 1 :]
    return not section.lines and (not inside or inside[0].rank == section.rank + 1)


def _is_next_project(heading: str, stack: list[_Open], rank: int) -> bool:
    """Whether a heading of the rank of "Projects" is the next of them: a name, a dash and a word on it."""
    peer = next((section for section in stack if section.rank == rank), None)
    told = peer is not None and peer.kind is SectionKind.PROJECTS and _DESCRIBED.match(heading)
    return bool(told) and headings.exact_kind(heading) is None


def _marked_kind(line: Line, parent: _Open) -> SectionKind | None:
    if shows_period(line.text):
        return None
    inside_entry = parent.kind is SectionKind.ORGANIZATION or parent.kind in ENTRY_KINDS
    exact = headings.exact_kind(line.text)
    kind = exact if exact or inside_entry or _is_degree(line.text) else headings.kind(line.text)
    return _within(kind, parent, line.text)


def _within(kind: SectionKind | None, parent: _Open, heading: str) -> SectionKind | None:
    """The kind of a heading inside another section: some words mean less there than they do alone."""
    if kind is parent.kind and kind in ENTRY_KINDS and title_score(heading) >= 3:
        return None
    if parent.kind is SectionKind.ORGANIZATION and kind in (SectionKind.AWARDS, SectionKind.ABOUT, *ENTRY_KINDS):
        return SectionKind.OTHER
    if parent.kind is SectionKind.SKILLS and kind in (
        SectionKind.LANGUAGES,
        SectionKind.PROJECTS,
        SectionKind.INTERESTS,
    ):
        return SectionKind.SKILLS
    if parent.kind is SectionKind.SKILLS and kind is SectionKind.HOBBIES and headings.tells_nothing(heading):
        return SectionKind.SKILLS
    if parent.kind in _KEEP_KIND and kind is not None:
        return parent.kind
    return kind


def _plain_heading(
    found: tuple[Line, ...], line: Line, stack: list[_Open], page: Page
) -> tuple[int, SectionKind] | None:
    """Whether a line without marks is a heading: known words alone, or an organization above its prose."""
    shown = line.text.strip()
    shown = _RULED.sub("", shown) if shown[-4:] in _RULES else shown
    if line.inlines and (led := _led_kind(found, line)):
        return page.plain_rank, led
    if line.block.kind is BlockKind.ITEM and not (
        line.block.level == 1 and (all_strong(line) or line.index in page.items)
    ):
        return None
    if line.block.kind not in _MAY_HEAD or len(shown) > 60 or len(tokens(shown)) > 6:
        return None
    if line.block.kind in (BlockKind.ROW, BlockKind.PAIR) and (len(line.cells) > 1 or line.start):
        return None
    if line.index and not line.inlines and found[line.index - 1].text.rstrip().endswith(_GOES_ON):
        return None  # the last word of a list that a page broke
    if line.start and not shown.isupper() and _SAYS_MORE.match(shown):
        return None  # what the lines above it in the same paragraph leave to say: "Thesis: On moss"
    kind = headings.exact_kind(shown)
    following = found[line.index + 1] if line.index + 1 < len(found) else None
    told = shown.isupper() or _is_labelled(shown) or all_strong(line) or _promises_entries(line)
    told = told and not (following and _is_dated_name(shown, following, stack[-1].kind))
    if kind is None and (told or _stands_above_list(line, following)):
        kind = headings.kind(shown) if not _names_more(shown) else None
    if kind is None and stack[-1].kind in _LISTS and line.block.kind is BlockKind.PARAGRAPH and not shows_period(shown):
        kind = headings.among_others(shown)
        kind = None if kind in _SAID_IN_LISTS else kind
    if kind is SectionKind.HOBBIES and stack[-1].kind is SectionKind.SKILLS and headings.tells_nothing(shown):
        return None
    if kind is stack[-1].kind and kind in ENTRY_KINDS and line.start:
        return None  # what was studied, in the middle of an entry: "Education"
    if following and title_score(shown) >= 3 and _dates_employer(following.text):
        return None
    if kind is not None and _stands_out(shown):
        parent = _parent(stack, page.plain_rank)
        return page.plain_rank, _within(kind, parent, shown) or kind
    tells_of_group = (
        stack[-1].kind not in _SPEAK_OF_OTHERS and names_organization(shown) and not _begins_with_title(shown)
    )
    if following and _is_prose(following) and tells_of_group and not (degrees(shown) or find(shown)):
        return _ORGANIZATION_RANK, SectionKind.ORGANIZATION
    return None


_SAYS_MORE = re.compile(r"[^:]{2,40}:\s+\S")
_MAY_HEAD = frozenset((BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.PAIR, BlockKind.ITEM))
# In sections that list things, a line that joins two words for sections ("Leadership & Workshops") begins another;
# the words for kinds of such things only group them.
_LISTS = frozenset((SectionKind.AWARDS, SectionKind.CERTIFICATES, SectionKind.PROJECTS))
_SAID_IN_LISTS = frozenset((SectionKind.AWARDS, SectionKind.PROJECTS, SectionKind.SKILLS, None))

_SPEAK_OF_OTHERS = frozenset(
    {SectionKind.REFERENCES, SectionKind.PUBLICATIONS, SectionKind.CONTACT, SectionKind.PROJECTS}
)


def _led_kind(found: tuple[Line, ...], line: Line) -> SectionKind | None:
    """The kind of entries that strong words promise before a sentence above a list: "**Work Experience** I have …"."""
    first = line.inlines[0]
    if line.block.kind is not BlockKind.PARAGRAPH or first.kind is not InlineKind.STRONG or first.start:
        return None
    below = found[line.index + 1] if line.index + 1 < len(found) else None
    rest = line.text[first.end :]
    if below is None or below.block.kind is not BlockKind.ITEM or len(tokens(rest)) < _LED or ":" in rest[:2]:
        return None
    kind = headings.exact_kind(line.text[: first.end])
    return kind if kind in ENTRY_KINDS else None


def _begins_with_title(shown: str) -> bool:
    """Whether a line names a role before the organization: a headline that sentences follow, no group of them."""
    first, comma, rest = shown.partition(", ")
    return bool(comma) and title_score(first) >= 3 and names_organization(rest)


def _names_more(shown: str) -> bool:
    """Whether words tell a time, a role, a degree or an institution besides what a heading tells."""
    role = title_score(shown) >= 3 or any(title_score(part) >= 4 for part in _PARTED.split(shown))
    return role or shows_period(shown) or _is_degree(shown) or _is_institution(shown)


def _is_institution(heading: str) -> bool:
    """Whether a heading names an institution by what it is for, a word for sections: "Institute for Sleep Research"."""
    sequence = tokens(heading)
    main = main_noun(sequence)
    named = main != sequence[-1] and main.key in word_set("organizations", "heads")
    return named and is_proper_name(heading) and headings.kind(main.text) is None


def _is_degree(heading: str) -> bool:
    """Whether a heading names a degree with its field, which may be a word for sections: "M.A. in Teaching"."""
    return any(_OF_FIELD.search(heading, clue.start) for clue in degrees(heading))


def _promises_entries(line: Line) -> bool:
    """Whether a line is two or three words with capitals that end in one for many entries ("Ministry Experience")."""
    shown = line.text.strip()
    if line.block.kind is not BlockKind.PARAGRAPH or not 1 < len(tokens(shown)) < 4 or not is_proper_name(shown):
        return False
    return headings.kind(shown.split()[-1]) in ENTRY_KINDS


def _dates_employer(following: str) -> bool:
    """Whether what follows a role is an employer with a time: a few words, more where the time stands after them."""
    count = len(tokens(following))
    dates = find(following) if count < _LONGEST_DATED else []
    return bool(dates) and (count < _LONG_DATED or dates[0].start > 2)


def _is_dated_name(shown: str, following: Line, around: SectionKind) -> bool:
    """Whether a time or a role alone follows a name that ends in a word for sections: "Example Research"."""
    if (
        around not in (*ENTRY_KINDS, SectionKind.ORGANIZATION)
        or " " not in shown
        or headings.kind(shown) not in _NAMED_FOR
        or headings.exact_kind(shown) is not None
    ):
        return False
    if len(tokens(following.text)) <= _LONG_DATED and title_score(following.text.split(",")[0]) >= 4:
        return is_proper_name(shown)
    dates = find(following.text)
    return len(dates) == 1 and not (following.text[: dates[0].start] + following.text[dates[0].end :]).strip(" *_()")


def _stands_above_list(line: Line, following: Line | None) -> bool:
    """Whether a few words are a paragraph of their own right above a list ("Data competition awards")."""
    alone = line.block.kind is BlockKind.PARAGRAPH and len(line.text) == len(line.block.text)
    listed = following is not None and following.block.kind is BlockKind.ITEM and following.block.level == 1
    return alone and listed and len(tokens(line.text)) < 5 and line.text[-1:].isalnum() and ":" not in line.text


def _stands_out(shown: str) -> bool:
    """A heading begins with a capital or a sign, or ends with a colon, and is not part of a running text."""
    shown = headings.unnumbered(shown)
    first = next(char for char in shown if char.isalnum())
    return first.isupper() or not first.isascii() or shown.endswith((":", "：")) or shown[0] != first


def _is_labelled(shown: str) -> bool:
    """Whether a line ends in a colon as a heading does, not as words that lead to a list inside an entry."""
    return shown.endswith((":", "：")) and (is_proper_name(shown) or len(tokens(shown)) < 3)


def _is_prose(line: Line) -> bool:
    return line.block.kind is BlockKind.PARAGRAPH and len(tokens(line.text)) >= _PROSE_WORDS
