"""The sentences of an outline that may tell facts, each with its dates, links and section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.clues import is_sentence, names_organization, title_score
from kg.extraction.dates import DateMatch, find
from kg.extraction.lazy import lazy
from kg.extraction.outline import Line, Outline, Section, SectionKind
from kg.extraction.prose.lexicon import is_advisor_label, lexicon, matters
from kg.extraction.words import lowered, says_anything
from kg.model import BlockKind, Evidence, InlineKind

_SILENT = frozenset(
    (
        SectionKind.PUBLICATIONS,
        SectionKind.REFERENCES,
        SectionKind.SKILLS,
        SectionKind.HOBBIES,
        SectionKind.LANGUAGES,
        SectionKind.CERTIFICATES,
        SectionKind.CONTACT,
        SectionKind.SERVICE,
        SectionKind.STUDENTS,
    )
)
_HEADING_PARTS = re.compile(r"\s[|·•@–—-]\s|,\s")
# Blocks that hold the fields of an entry, and sections that list entries: neither speaks of work in sentences of its
# own, but for those in the first person.
FIELDS = frozenset((BlockKind.HEADING, BlockKind.ROW, BlockKind.PAIR))
LISTS = frozenset(
    (
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.RESEARCH,
        SectionKind.TEACHING,
        SectionKind.VOLUNTEERING,
    )
)
_FIRST_PERSON = re.compile(r"I[\s'’]")
_OF_PEOPLE = frozenset(("advising", "students"))
_STOP = re.compile(
    r"[.!?。！？]{1,3}[)\]\"”’*_]{0,3}(?=\s|$)|[。！？]|\s[–—•·|]\s(?=[A-Z\U0001F000-\U0001FAFF])|[;；]\s"
)
# A line that speaks of the subject goes on in the next one, unless that speaks of the subject anew or heads something.
_SPEAKS = re.compile(r"\b(?:I|He|She|he|she)\b")
_BEGINS = re.compile(
    r"\W*(?:(?:I|My|We|He|She|His|Her|You|This|The|It|In|On|At|Currently|Previously|Before|After|Now|Then|Also|Here|Feel|Please)"
    r"(?:['’]\w+)?\b(?!\s(?:University|Institute|College))|[A-Z][\w-]*(?:\s[\w-]+)?\s?[:：]|\d{4}\b|\d+[.)])"
)
_ANOTHER_TIME = re.compile(r"(?:Currently|Previously|Formerly|Before that|Earlier|Afterwards|Today)\b")
# "Example! as an engineer": a sign that belongs to a name ends no sentence.
_IN_NAME = re.compile(r"\s(?!i\b)[a-z]")
_SAID_BY_OTHERS = re.compile(
    r"[\"“][^\"”]{1,300}[,.!?][\"”]\s(?:[–—-]\s?[A-Z]|says|said|writes|wrote|[A-Z][\w ]{1,40}\s(?:says|said))"
)
_LONGEST = 1200
_LONGEST_WORD = 40
_LONGEST_LABEL = 40
# "Prof.Dr. Ada Example", "A/Prof. Ada Example", "Univ.-Prof. Dr.-Ing. Ada Example"
_TITLES = frozenset(("dr", "prof", "doz", "-prof", "-doz", "-ing"))
_BREAK = re.compile(r"[ \n\t(]")


@dataclass(frozen=True)
class Sentence:
    """`line.text[start:end]`, line breaks and wide gaps shown as spaces; offsets below are into `text`.

    `context` is the organization that the section's heading names, if any; `first`: the sentence opens its line.
    """

    outline: Outline
    line: Line
    start: int
    end: int
    section: Section
    context: str | None
    language: str | None
    first: bool

    @lazy
    def text(self) -> str:
        """The words of the sentence."""
        return _in_one_line(self.line.text[self.start : self.end])

    @lazy
    def lower(self) -> str:
        """The words in lower case, each letter in its place: searching them takes a third of ignoring case."""
        return lowered(self.text)

    @lazy
    def matters(self) -> frozenset[str]:
        """What it may tell of, at a first look."""
        return matters(self.lower)

    @lazy
    def links(self) -> tuple[tuple[int, int], ...]:
        """The (start, end) of the words that are links or set strong: names, more often than not."""
        kinds = (InlineKind.LINK, InlineKind.STRONG, InlineKind.EMPHASIS)
        return tuple(
            (max(i.start - self.start, 0), i.end - self.start)
            for i in self.line.inlines
            if i.kind in kinds and self.start <= i.start and i.end <= self.end
        )

    @lazy
    def dates(self) -> tuple[DateMatch, ...]:
        """Every date and range in it."""
        return tuple(find(self.text, self.language))

    def span(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """Where the stretch of the sentence stands in the content."""
        stop = self.end if end is None else min(self.start + end, self.end)
        return self.line.span(self.start + start, stop)

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """The stretch of the sentence as evidence."""
        return self.outline.evidence(self.span(start, end))


def sentences(outline: Outline) -> Iterator[Sentence]:
    """Every sentence of the sections that may tell of the subject, in reading order."""
    for section in outline.sections:
        if section.kind in _SILENT or any(kind in _SILENT for kind in section.path):
            continue
        context = _context(section)
        for line in _unwrapped(section.lines):
            if _is_silent(line, section) or not _may_tell(line, section.kind):
                continue
            for number, (start, end) in enumerate(_cut(line.text, _dated(line.text, list(bounds(line.text))))):
                if _SAID_BY_OTHERS.match(line.text, start, end):
                    continue
                first = number == 0 or any(sign in line.text[max(start - 3, 0) : start] for sign in "|•·")
                yield Sentence(outline, line, start, end, section, context, outline.text.language, first)


def _is_silent(line: Line, section: Section) -> bool:
    """Whether a line is code, or quoted from somebody: but among jobs and studies the mark of a quotation indents."""
    listed = not LISTS.isdisjoint((section.kind, *section.path))
    return line.block.kind is BlockKind.CODE or (line.block.kind is BlockKind.QUOTE and not listed)


def _may_tell(line: Line, kind: SectionKind) -> bool:
    """Whether a sentence of the line may tell anything: in a list only of people, or in the first person."""
    if line.block.kind not in FIELDS:
        if kind is SectionKind.EDUCATION or not (kind in LISTS or kind is SectionKind.AWARDS):
            return True
        if _FIRST_PERSON.search(line.text):
            return True
    return not _OF_PEOPLE.isdisjoint(matters(lowered(_in_one_line(line.text))))


def _in_one_line(text: str) -> str:
    shown = text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ")
    return shown.replace("´", "'") if "´" in shown else shown  # "I´m"


def _unwrapped(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines, those put together that go on with a sentence the one before leaves open."""
    open_line: Line | None = None
    for line in lines:
        if open_line is not None and _goes_on(open_line, line):
            open_line = Line(open_line.index, line.block, open_line.start, line.end)
            continue
        if open_line is not None:
            yield open_line
        open_line = line
    if open_line is not None:
        yield open_line


def _goes_on(line: Line, following: Line) -> bool:
    if line.block is not following.block or line.block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return False
    last = line.block.text[: line.end].rsplit("\n", 1)[-1].strip()
    if last[-1:].isalnum() or last[-1:] in ",)" or (last[-1:] == "." and following.text[:1].islower()):
        first = following.text.lstrip("*_[")[:1]
        told = line.text[max((start for start, _ in bounds(line.text)), default=0) :]
        if _SPEAKS.search(told) and not _BEGINS.match(following.text) and (first.isalnum() or first in "(&"):
            return True
    whole = len(last) > 50 and last.count(" ") > 6 and last[-1] not in ".!?:;|)" and is_sentence(last)
    return whole and not _ANOTHER_TIME.match(following.text)


def _context(section: Section) -> str | None:
    if section.heading is None:
        return None
    parts = [part.strip() for part in _HEADING_PARTS.split(section.heading.text)]
    if len(parts) > 1 and any(title_score(part) >= 3 for part in parts):  # "Example Works – Engineer"
        return next((part for part in parts if names_organization(part)), None)
    text = section.heading.text.strip()
    return text if names_organization(text) else None


def _cut(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, those longer than anybody writes cut at a space, so that reading one takes bounded time."""
    for start, end in parts:
        while end - start > _LONGEST:
            space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            stop = space if space > 0 else start + _LONGEST
            yield start, stop
            start = stop + (space > 0)
        if start < end:
            yield start, end


def _dated(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences, with a date that stands alone after one ("…. 2019 – 2021") put to it."""
    whole: list[tuple[int, int]] = []
    for start, end in parts:
        if whole and end - start < 40 and any(c.isdigit() for c in text[start:end]):
            left = text[start:end]
            for match in reversed(find(left)):
                left = left[: match.start] + left[match.end :]
            if not any(c.isalpha() for c in left):
                whole[-1] = (whole[-1][0], end)
                continue
        whole.append((start, end))
    return whole


def bounds(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence in a line's text, white space at its edges left out."""
    start = 0
    for stop in _STOP.finditer(text):
        sign = text[stop.start()]
        if (sign == "." and not _ends(text, stop.start(), stop.end())) or (
            sign == "!" and _IN_NAME.match(text, stop.end())
        ):
            continue
        if sign.isspace() and stop.start() - start < _LONGEST_LABEL and is_advisor_label(text[start : stop.start()]):
            continue  # "Advisor – Ada Roe"
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, dot: int, after: int) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation or initial, and before a new beginning."""
    word = _BREAK.split(text[max(dot - _LONGEST_WORD, 0) : dot])[-1]
    rest = text[after : after + 8].lstrip(" \n\t*_\"“'([")
    if rest and rest[0].islower():
        return False
    bare = word.lstrip('(["“*_').casefold()
    if bare in lexicon("abbreviated") or bare.rpartition(".")[2].rpartition("/")[2] in _TITLES:
        bracket = text[after : after + 2].strip() == "("
        return not rest or (not bracket and bare in lexicon("closing") and bool(_BEGINS.match(text, after)))
    initials = all(len(letter) == 1 and letter.isalpha() for letter in bare.split("."))
    return not (initials and rest)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if says_anything(piece):
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
