"""The outline of a text: its lines, and the sections they form. What every extraction rule looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from itertools import accumulate
from typing import Any, Generic, TypeVar

from kg.extraction.lazy import lazy
from kg.model import Block, Evidence, Fact, Inline, Text

F = TypeVar("F", bound=Fact, covariant=True)
T = TypeVar("T")


class SectionKind(StrEnum):
    """What a section tells of, by its heading; ABOUT is what stands before any heading, OTHER an unknown one."""

    ABOUT = "about"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    RESEARCH = "research"
    TEACHING = "teaching"
    VOLUNTEERING = "volunteering"
    SKILLS = "skills"
    PROJECTS = "projects"
    AWARDS = "awards"
    INTERESTS = "interests"
    STUDENTS = "students"
    PUBLICATIONS = "publications"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    SERVICE = "service"
    FUNDING = "funding"
    NEWS = "news"
    REFERENCES = "references"
    HOBBIES = "hobbies"
    CONTACT = "contact"
    ORGANIZATION = "organization"
    OTHER = "other"


ENTRY_KINDS = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.RESEARCH,
        SectionKind.TEACHING,
        SectionKind.VOLUNTEERING,
    }
)


@dataclass(frozen=True)
class Line:
    """One visual line: `block.text[start:end]`. `index` counts the lines of the outline from 0.

    The breaks inside a `wrapped` one are there only because a margin was reached: they are spaces.
    """

    index: int
    block: Block
    start: int
    end: int
    wrapped: bool = False

    @lazy
    def text(self) -> str:
        """What a person sees in the line."""
        text = self.block.text[self.start : self.end]
        return text.replace("\n", " ") if self.wrapped else text

    @lazy
    def inlines(self) -> tuple[Inline, ...]:
        """The set-off stretches (strong, links, …) inside the line, with offsets into the line's text."""
        if not self.block.inlines or (self.start == 0 and self.end == len(self.block.text)):
            return self.block.inlines
        return tuple(
            Inline(i.kind, max(i.start, self.start) - self.start, min(i.end, self.end) - self.start, i.target)
            for i in self.block.inlines
            if i.start < self.end and i.end > self.start
        )

    @lazy
    def cells(self) -> tuple[tuple[int, int], ...]:
        """The (start, end) of a row's cells or of a pair's key and value, in the line's text."""
        return tuple((a - self.start, b - self.start) for a, b in self.block.cells if a >= self.start and b <= self.end)

    @lazy
    def to_block_end(self) -> Line:
        """The line and all that follows it in its block, as one line."""
        stop = len(self.block.text)
        return self if self.end == stop else Line(self.index, self.block, self.start, stop)

    def span(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """Where `text[start:end]` stands in the content of the text: (start, end)."""
        if end is None and not start:
            return self._whole
        stop = self.end - self.start if end is None else end
        return self.block.span(self.start + start, self.start + stop)

    @lazy
    def _whole(self) -> tuple[int, int]:
        return self.block.span(self.start, self.end)


@dataclass(frozen=True)
class Section:
    """A heading and the lines under it, up to the next heading of its rank.

    `heading` is None for what stands before the first one. `path` holds the kinds of the sections around it, outermost
    first; a heading that names an organization or a role makes a section of its own inside "experience".
    """

    kind: SectionKind
    heading: Line | None
    lines: tuple[Line, ...]
    path: tuple[SectionKind, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A text, its lines in reading order, and the sections that part them (each line is in exactly one)."""

    text: Text
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]

    @lazy
    def shown(self) -> str:
        """The text of all lines, one after the other: what a first look over the whole needs."""
        return "\n".join([line.text for line in self.lines])

    @lazy
    def _begins(self) -> list[int]:
        """Where each line begins in `shown`."""
        return [0, *accumulate(len(line.text) + 1 for line in self.lines)][: len(self.lines)]

    def lines_at(self, places: Iterable[int]) -> frozenset[int]:
        """The numbers of the lines that hold these places of `shown`, so that one search serves all lines."""
        begins = self._begins
        return frozenset([bisect_right(begins, place) - 1 for place in places])

    @lazy
    def remembered(self) -> dict[Callable[..., Any], Any]:
        """What rules that several others ask have found in it."""
        return {}

    def evidence(self, *spans: tuple[int, int]) -> Evidence:
        """The smallest stretch of content that holds all the spans, with the marks that close what it opens."""
        start, end = min(a for a, _ in spans), max(b for _, b in spans)
        start, end = _closed(self.text.content, start, end)
        return Evidence(start=start, end=end, quote=self.text.content[start:end])


_OPENING = {")": "(", "]": "[", "»": "«", "”": "“"}
_EITHER = ("**", "__", "*", "_", "`")


def _closed(content: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the bracket, quotation mark or emphasis at its edge whose other half it holds."""
    for _ in range(3):
        after = content[end : end + 1]
        if after in _OPENING and content.count(_OPENING[after], start, end) > content.count(after, start, end):
            end += 1
            continue
        for mark in _EITHER:
            if content.count(mark, start, end) % 2:
                if content.startswith(mark, end):
                    end += len(mark)
                    break
                if content.endswith(mark, 0, start):
                    start -= len(mark)
                    break
        else:
            break
    return start, end


def firsts(lines: Iterable[Line]) -> Iterator[Line]:
    """The first of the lines of each block: a heading may stand in a block's own first line."""
    block: Block | None = None
    for line in lines:
        if line.block is not block:
            yield line
        block = line.block


def once(rule: Callable[[Outline], T]) -> Callable[[Outline], T]:
    """Let a rule that several others ask look at each outline only once; nobody changes what it returns."""

    @wraps(rule)
    def looked(outline: Outline) -> T:
        known = outline.remembered
        if rule not in known:
            known[rule] = rule(outline)
        found: T = known[rule]
        return found

    return looked


@dataclass(frozen=True)
class Claim(Generic[F]):
    """A fact, the rule that saw it, and the spans of content that tell of it.

    A skill named inside `scope` was used in the fact. `rule` names the rule for `--explain` and for tests.
    """

    fact: F
    rule: str
    scope: tuple[tuple[int, int], ...] = ()
