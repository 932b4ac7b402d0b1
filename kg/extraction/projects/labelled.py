"""Projects that a label announces among the lines of a job or a study: "Project: Trading platform".

Several are listed after the colon ("Other projects: Reedbook, tidebell.org"), or are the items below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extraction.clues import is_sentence
from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Line, Outline, Section, SectionKind, firsts
from kg.extraction.spelling import clean
from kg.extraction.words import fold, tokens
from kg.gazetteers import skills
from kg.model import BlockKind, InlineKind, Project

_SPEAKS = frozenset(
    {
        SectionKind.ABOUT,
        SectionKind.OTHER,
        SectionKind.EXPERIENCE,
        SectionKind.ORGANIZATION,
        SectionKind.RESEARCH,
        SectionKind.EDUCATION,
        SectionKind.VOLUNTEERING,
        SectionKind.TEACHING,
    }
)
_ENDS = re.compile(r"\n|\t|\.(?:\s|$)|\s[–—|-]\s|\s*[(（]|;\s|,\s(?:an?|the)\s|$")
_LONGEST_NAME = 10
_LISTED = re.compile(r"\s*[,;·•、，]\s*(?:(?:and|und|et|y|e) )?|\s(?:and|und|et|y|e)\s|\.$")
_PARTED = re.compile(r"\s*[:：]|\s[–—|-]\s|\s*[(（]")
_LONGEST_LISTED = 4
_MARKS = " \t*_`•▸-–—"


@cache
def _series() -> frozenset[str]:
    return frozenset(fold(label) for label in load("projects")["series"])


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, load("projects")["labels"]), key=len, reverse=True))
    return re.compile(rf"[^\w\n]{{0,4}}(?:{labels})(?: ?#?\d{{1,2}})?\s{{0,2}}[:：]\s{{0,3}}(?=\S)", re.IGNORECASE)


def labelled_projects(outline: Outline) -> Iterator[Claim[Project]]:
    """A claim for each name that stands after the word for a project and a colon."""
    for section in outline.sections:
        lines = list(firsts(section.lines))
        if section.heading is not None and _is_labelled(section):
            yield from _below_label(outline, section.heading, lines)
        if section.kind not in _SPEAKS:
            continue
        for index, line in enumerate(lines):
            yield from (claim(outline, line, *span) for span in series(line))
            if line.text.rstrip().endswith(":") and fold(line.text.strip(_MARKS + ":")) in _series():
                yield from _below_label(outline, line, lines[index + 1 :])
            if line.block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING):
                yield from _in_line(outline, line)
        if section.heading is not None:
            yield from _in_line(outline, section.heading)


def _in_line(outline: Outline, line: Line) -> Iterator[Claim[Project]]:
    label = _label().match(line.text)
    if label is None:
        return
    end = _ENDS.search(line.text, label.end())
    name = line.text[label.end() : end.start() if end else len(line.text)]
    if not clean(name) or len(tokens(name)) > _LONGEST_NAME or is_sentence(name) or name[:1].islower():
        return
    span = line.span(label.end(), label.end() + len(name))
    url = next((one.target for one in line.inlines if one.target and one.start >= label.end()), None)
    fact = Project(evidence=(outline.evidence(span),), name=clean(name), url=url)
    yield Claim(fact, "label", (line.to_block_end.span(),))


def series(line: Line) -> list[tuple[int, int]]:
    """The (start, end) of each name that a line lists after a label of several projects, in few words each."""
    label, colon, _ = line.text.partition(":")
    if not colon or fold(label.strip(_MARKS)) not in _series():
        return []
    start, found = len(label) + 1, []
    for cut in (*_LISTED.finditer(line.text, start), None):
        name = line.text[start : cut.start() if cut else len(line.text)]
        if name.strip(_MARKS):
            found.append((start + len(name) - len(name.lstrip(_MARKS)), start + len(name.rstrip(_MARKS))))
        start = cut.end() if cut else len(line.text)
    short = all(len(tokens(line.text[a:b])) <= _LONGEST_LISTED for a, b in found)
    return found if short and len(found) > 1 else []


def _is_labelled(section: Section) -> bool:
    """Whether a line among those of a job or a study labels the projects below it."""
    if section.kind is not SectionKind.PROJECTS or _SPEAKS.isdisjoint(section.path):
        return False
    return section.heading is not None and section.heading.block.kind is not BlockKind.HEADING


def _below_label(outline: Outline, label: Line, lines: Iterable[Line]) -> Iterator[Claim[Project]]:
    """The names that begin the items right below a label, each parted from what is told of it."""
    above = label.block.level if label.block.kind is BlockKind.ITEM else 0
    depth = -1
    for line in lines:
        if line.block.kind is not BlockKind.ITEM or line.block.level <= above:
            return
        depth = line.block.level if depth < 0 else depth
        if line.block.level == depth and (end := _named_until(line)):
            yield claim(outline, line, 0, end)


def _named_until(line: Line) -> int:
    """Where the name ends that an item begins with; 0 where it begins with none."""
    strong = next((i.end for i in line.inlines if i.kind is InlineKind.STRONG and i.start <= 1), 0)
    parted = _PARTED.search(line.text)
    end = min(filter(None, (strong, parted.start() if parted else 0)), default=0)
    name = line.text[:end].rstrip(_MARKS + ":")
    made = fold(name.split()[0]) in load("projects")["verbs"] if name.split() else True
    if made or not name[0].isupper() or len(tokens(name)) > _LONGEST_NAME or is_sentence(name) or skills().find(name):
        return 0
    return len(name)


def claim(outline: Outline, line: Line, start: int, end: int) -> Claim[Project]:
    """The project whose name stands at `start` to `end` of a line."""
    name = clean(line.text[start:end])
    return Claim(Project(evidence=(outline.evidence(line.span(start, end)),), name=name), "label", (line.span(),))
