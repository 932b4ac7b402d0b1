"""The parts of a line that tell of several things: entries one after the other, or a header and what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extraction.clues import degrees, is_sentence, organization_score, shows_period, title_score
from kg.extraction.keys import ASIDE, key_of, role
from kg.extraction.outline import Line
from kg.extraction.pieces import line_dates
from kg.extraction.pieces.trimming import SENTENCE_END
from kg.extraction.words import tokens
from kg.model import BlockKind

LONGEST_HEADER = 22
_LONGEST_ROLE = 16
_SHORTEST_TOLD = 4
_ENTRY_END = re.compile(r";\s+|\.(?<=[\d)\w]{4}\.)\s+(?=[A-Z])")
_HEADER_END = re.compile(r"[)\]*_]{0,3}\.[*_]{0,2}\s+(?=[^\W\d_]|[\"“(\[])")
_SEPARATORS = frozenset(",;:|–—-([·•*_/\t")
_FIELD_END = re.compile(r"\s[|·•/–—-]\s|[\t│]|\s{3,}")
_CLAUSE = re.compile(r",|\bat\b|@|\(|\)|\bfrom\b")
_HALF = re.compile(r"\s[–—|-]\s|,\s|\s?[()@]|\s(?:at|bei|chez|en)\s")
_AGAIN = re.compile(r"\d\S{0,3}[,;] \D{4,60}\d")
_WHOLE = (BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING)


@dataclass(frozen=True)
class Part:
    """A part of a line: `told` where it only tells of the entry before it, `inner` for a role within that entry."""

    line: Line
    told: bool = False
    inner: bool = False


def parts(line: Line, language: str | None) -> Iterator[Part]:
    """The line, or its parts where it tells of several studies or jobs, or goes on after an entry's dates."""
    text = line.text
    cuts = [match.end() for match in _ENTRY_END.finditer(text)] if line.block.kind is not BlockKind.ROW else []
    spans = _stretches(text, cuts, 0)
    if len(spans) > 1 and all(_is_whole(text[a:b]) for a, b in spans):
        for start, end in spans:
            yield Part(_within(line, start, end))
        return
    if aside := _aside_end(line, language):
        yield Part(_within(line, 0, aside))
        yield Part(_within(line, aside, len(text)))
        return
    if roles := _role_ends(line, language):
        for number, (start, end) in enumerate(_stretches(text, roles, 0)):
            yield Part(_within(line, start, end), inner=number > 0)
        return
    header = _header_end(line, language) or _named_end(line)
    if not header:
        yield Part(line)
        return
    yield Part(_within(line, 0, header))
    yield from _told(line, header, language)


def _aside_end(line: Line, language: str | None) -> int:
    """Where a field told beside a header ends that the header's time follows: "Advisor: Ada Example · 2019 – 2021"."""
    found = key_of(line) if line.block.kind not in _WHOLE else None
    if found is None or role(found[0]) != ASIDE:
        return 0
    dates = line_dates(line, language)
    cuts = [cut.end() for cut in _FIELD_END.finditer(line.text, found[1], dates[0].start)] if dates else []
    return cuts[-1] if cuts and not any(map(str.isalnum, line.text[cuts[-1] : dates[0].start])) else 0


def _role_ends(line: Line, language: str | None) -> list[int]:
    """Where each of several dated roles in one line ends: "Example Trust: Editor (2015–), Reporter (2009–2015)"."""
    if line.block.kind is BlockKind.ROW or not _AGAIN.search(line.text):
        return []
    dates = line_dates(line, language)
    ends: list[int] = []
    for date, following in pairwise(dates):
        between = line.text[date.end : following.start]
        role = between.strip(" ,;()[]|–—-")
        if title_score(role.removeprefix("and ")) >= 3 and len(tokens(role)) <= _LONGEST_ROLE // 2:
            ends.append(date.end + len(between) - len(between.lstrip(" ,;)]")))
    return ends if len(ends) == len(dates) - 1 and _names_something(line.text[: dates[0].start]) else []


def _within(line: Line, start: int, end: int) -> Line:
    stretch = line.text[start:end]
    begin = line.start + start + len(stretch) - len(stretch.lstrip())
    return Line(line.index, line.block, begin, begin + len(stretch.strip()))


def _stretches(text: str, cuts: Sequence[int], begin: int) -> list[tuple[int, int]]:
    """The stretches of `text[begin:]` that the cuts part."""
    return [(a, b) for a, b in pairwise((begin, *cuts, len(text))) if text[a:b].strip()]


def _is_whole(text: str) -> bool:
    """Whether a part of a line names a school or employer of its own with a degree, role or time."""
    if len(tokens(text)) > LONGEST_HEADER or is_sentence(text):
        return False
    names = [part for part in _CLAUSE.split(text) if organization_score(part.strip()) >= 2.5]
    return bool(names) and (bool(degrees(text)) or title_score(text) >= 2 or shows_period(text))


def _header_end(line: Line, language: str | None) -> int | None:
    """Where the header of an entry ends with its date and a full stop, None where the line is nothing but one."""
    if "." not in line.text:
        return None
    if line.block.kind in _WHOLE or line.block.labels:
        return None
    for date in line_dates(line, language):
        end = _HEADER_END.match(line.text, date.end)
        if end:
            head = line.text[: date.end]
            short = len(tokens(head)) <= LONGEST_HEADER and not is_sentence(head)
            before = line.text[: date.start]
            apart = before.rstrip()[-1:] in _SEPARATORS or before.endswith("  ")
            return end.end() if short and apart and _names_something(before) else None
    return None


def _named_end(line: Line) -> int:
    """Where a header without a time ends that names a role, its employer and then, after a colon, what was done."""
    head, colon, told = line.text.partition(": ")
    if not colon or line.block.kind in _WHOLE or line.block.labels or len(tokens(told)) < _SHORTEST_TOLD:
        return 0
    if len(tokens(head)) > _LONGEST_ROLE or is_sentence(head) or shows_period(head) or shows_period(told):
        return 0
    clauses = [clause.strip(" *_") for clause in _HALF.split(head) if clause.strip(" *_")]
    roles = [clause for clause in clauses if title_score(clause) >= 3]
    named = any(organization_score(clause) >= 1 for clause in clauses if clause not in roles)
    return len(head) + len(colon) if roles and named else 0


def _names_something(text: str) -> bool:
    """Whether a role, an organization or a degree stands between the commas of a header."""
    clauses = [clause.strip(" *_–—-|") for clause in _CLAUSE.split(text)]
    return any(title_score(c) >= 3 or organization_score(c) >= 2.5 or bool(degrees(c)) for c in clauses)


def _told(line: Line, begin: int, language: str | None) -> Iterator[Part]:
    """What follows a header: its sentences together, dated roles among them apart."""
    text = line.text
    start = begin
    for first, last in _stretches(text, [match.end() for match in SENTENCE_END.finditer(text, begin)], begin):
        role = _within(line, first, last)
        if _is_role(role, language):
            if text[start:first].strip():
                yield Part(_within(line, start, first), told=True)
            yield Part(role, inner=True)
            start = last
    if text[start:].strip():
        yield Part(_within(line, start, len(text)), told=True)


def _is_role(line: Line, language: str | None) -> bool:
    """Whether a sentence after a header is the dated header of a role ("Teaching assistant, Botany, 2019.")."""
    text = line.text
    first = text.split(",")[0]
    return (
        len(tokens(text)) <= _LONGEST_ROLE
        and len(tokens(first)) <= 5
        and title_score(first) >= 4
        and not is_sentence(text)
        and bool(line_dates(line, language))
    )
