"""Projects that a label announces among the lines of a job or a study: "Project: Trading platform"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.clues import is_sentence
from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Line, Outline, SectionKind, firsts
from kg.extraction.spelling import clean
from kg.extraction.words import tokens
from kg.model import BlockKind, Project

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


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, load("projects")["labels"]), key=len, reverse=True))
    return re.compile(rf"[^\w\n]{{0,4}}(?:{labels})(?: ?#?\d{{1,2}})?\s{{0,2}}[:：]\s{{0,3}}(?=\S)", re.IGNORECASE)


def labelled_projects(outline: Outline) -> Iterator[Claim[Project]]:
    """A claim for each name that stands after the word for a project and a colon."""
    for section in outline.sections:
        if section.kind not in _SPEAKS:
            continue
        for line in firsts(section.lines):
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
