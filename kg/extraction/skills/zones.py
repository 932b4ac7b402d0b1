"""Where a document speaks of its subject's technologies, and where it lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from kg.extraction.lexicon import load
from kg.extraction.outline import Line, Outline, Section, SectionKind
from kg.extraction.skills.icons import shows_technologies
from kg.extraction.words import bare, fold
from kg.model import BlockKind, InlineKind

_SILENT = frozenset(
    {
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
        SectionKind.CONTACT,
        SectionKind.HOBBIES,
        SectionKind.STUDENTS,
        SectionKind.SERVICE,
    }
)
_LISTING = frozenset({SectionKind.SKILLS})
# Inside one of these a list of technologies tells what was used, not what is known.
DOING = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.ORGANIZATION,
        SectionKind.PROJECTS,
        SectionKind.RESEARCH,
        SectionKind.TEACHING,
        SectionKind.VOLUNTEERING,
        SectionKind.EDUCATION,
    }
)
_LABEL = re.compile(r"\s*([^:：|]{1,42}?)\s*[:：]\s*")
# "UI & Styling — …": a list follows the dash.
_DASHED_LABEL = re.compile(r"\s*[^—–|,:·•;]{1,42}?\s[—–-]\s+(?=[^,|·•;/]{1,40}[,|·•;/])")
_SEVERAL = re.compile(r"[,|/;·•]")
_TABBED_LABEL = re.compile(r"[^\t,;|·•:]{1,42}\t\s*(?=[^\t]{1,40}[,|·•;/])")
_STOP = re.compile(r"\.\s+(?=[A-Z])")
_FEWEST_TOLD = 5
_FEWEST_IN_LINE = 7
# After a label this many words are a list, however long the label is.
_FEW_WORDS = 4
_LONGEST_LABEL = 42
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")
# What parts the items of a list in one line.
_PARTING = (",", "|", "/", ";", "·", "•", " * ", " - ", " – ", " & ", "、", "★ ", "☆ ", "\n", "\t")


class Mode(Enum):
    """How a line speaks: in prose, in an explicit list of technologies, in a series of mostly them, of other things."""

    PROSE = "prose"
    LIST = "list"
    SERIES = "series"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Zone:
    """A line to look at; from `begin` on it is a list, where its mode says so; `listed` is what its skills are.

    `group` counts the sections: lines of one section are told by it.
    """

    line: Line
    mode: Mode
    listed: bool = False
    begin: int = 0
    section: SectionKind = SectionKind.OTHER
    group: int = 0


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(_bare(phrase) for phrase in load("skills")[name])


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    folded = fold(_PARENTHESIS.sub("", text).replace("&", " and ").replace("/", " "))
    return " ".join(word for word in bare(folded).split() if word not in ("and", "my", "the", "key"))


def is_label(text: str) -> bool:
    """Whether the words before a colon say that technologies follow."""
    return _bare(text) in _phrases("labels") or _bare(text).endswith(
        (" stack", " technologies", " tools", " frameworks", " libraries", " languages")
    )


def rates(head: str) -> bool:
    """Whether the head of a table's column says that it tells how well something is known, or from where."""
    return not _phrases("ratings").isdisjoint(_bare(head).split())


def zones(outline: Outline) -> Iterator[Zone]:
    """The lines that may name technologies of the subject, in reading order."""
    content = outline.text.content.lower()
    colophon = [phrase for phrase in load("skills")["colophon"] if phrase in content]
    for group, section in enumerate(outline.sections):
        if section.kind is SectionKind.CONTACT:
            shown = [line for line in section.lines if line.block.inlines and shows_technologies(line.block)]
            labelled = (_zone(line, section, group, listing=False) for line in section.lines)
            yield from (zone for zone in labelled if zone.mode is Mode.LIST or zone.line in shown)
        if section.kind in _SILENT or SectionKind.REFERENCES in section.path:
            continue
        if section.heading is not None:
            yield Zone(section.heading, Mode.PROSE, section=section.kind, group=-1)
        listing = section.kind in _LISTING or _heads_list(section)
        for line in section.lines:
            if listing or not (colophon and _speaks_of_page(line.text, colophon)):
                yield _zone(line, section, group, listing=listing)


def _heads_list(section: Section) -> bool:
    """Whether an unknown heading says that technologies follow: "Stack I reach for"."""
    if section.kind is not SectionKind.OTHER or section.heading is None:
        return False
    return not _phrases("list_heads").isdisjoint(_bare(section.heading.text).split())


def _zone(line: Line, section: Section, group: int, *, listing: bool) -> Zone:
    doing = section.kind in DOING or any(kind in DOING for kind in section.path)
    if line.block.kind is BlockKind.ROW and len(line.cells) > 1 and _labels_second(line):
        return Zone(line, Mode.LIST, not doing, line.cells[1][0], section.kind, group)
    if listing and _is_row_of_list(line):
        return Zone(line, Mode.LIST, not doing, line.cells[1][0], section.kind, group)
    label = _LABEL.match(line.text) if ":" in line.text or "：" in line.text else None
    apart = "personal_labels" if listing else "other_labels"
    if label and _bare(label.group(1)) in _phrases(apart):
        return Zone(line, Mode.OTHER, section=section.kind, group=group)
    if label and is_label(label.group(1)):
        return Zone(line, Mode.LIST, not doing, label.end(), section.kind, group)
    if listing and label is None and (after := _strong_label(line)):
        return Zone(line, Mode.LIST, not doing, after, section.kind, group)
    if listing and (not _is_sentence(line) or (label and len(line.text[label.end() :].split()) <= _FEW_WORDS)):
        if line.block.kind is not BlockKind.ROW:
            label = label or _TABBED_LABEL.match(line.text)
        label = label or _DASHED_LABEL.match(line.text)
        begin = label.end() if label and len(line.text) > label.end() else 0
        return Zone(line, Mode.LIST, not doing, begin, section.kind, group)
    return Zone(line, Mode.PROSE, listing and not doing, section=section.kind, group=group)


def _strong_label(line: Line) -> int:
    """Where a list begins after the only words of a line that are set strong, which label it; 0 where none do."""
    strong = [one for one in line.inlines if one.kind is InlineKind.STRONG]
    if len(strong) != 1 or strong[0].start > 1 or strong[0].end - strong[0].start > _LONGEST_LABEL:
        return 0
    listed = line.text[strong[0].end :]
    return strong[0].end if listed[:1].isspace() and any(mark in listed for mark in _PARTING) else 0


def _labels_second(line: Line) -> bool:
    """Whether the first cell of a row, or what heads the column of the second, says that technologies follow."""
    head = line.block.labels[1] if len(line.block.labels) > 1 else ""
    return is_label(line.text[slice(*line.cells[0])]) or (head != line.text[slice(*line.cells[1])] and is_label(head))


def _is_row_of_list(line: Line) -> bool:
    """Whether the second cell of a row lists several things, so that the first can but label them."""
    if line.block.kind is not BlockKind.ROW or len(line.cells) != 2:
        return False
    alone = not _SEVERAL.search(line.text, *line.cells[0])
    return alone and any(line.text.count(mark, *line.cells[1]) > 1 for mark in _PARTING)


def list_end(text: str, begin: int) -> int:
    """Where a list that begins at `begin` ends and sentences follow: "Tools: Git, Docker. The team was small."."""
    for stop in _STOP.finditer(text, begin) if ". " in text else ():
        following = text[stop.end() :].split(". ", 1)[0]
        if len(following.split()) >= _FEWEST_TOLD and _tells(following):
            return stop.start()
    return len(text)


def _is_sentence(line: Line) -> bool:
    """Whether a line of a skills section tells something rather than lists."""
    return line.block.kind is not BlockKind.ROW and len(line.text.split()) >= _FEWEST_IN_LINE and _tells(line.text)


def _tells(text: str) -> bool:
    """Whether words are parted too seldom for a list."""
    return sum(text.count(mark) for mark in _PARTING) < len(text.split()) / 5


def _speaks_of_page(text: str, phrases: list[str]) -> bool:
    """Whether a line tells how the page was made: it begins so, or says so of a site; other things are hosted, too."""
    folded = text.lower().lstrip()
    told = [phrase for phrase in phrases if phrase in folded]
    return any(folded.startswith(phrase) for phrase in told) or (
        bool(told) and any(word in folded for word in load("skills")["pages"])
    )
