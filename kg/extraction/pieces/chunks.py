"""Parting a line at its dates, separators and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extraction.clues import (
    degrees,
    is_known_organization,
    is_place,
    is_place_code,
    is_proper_name,
    is_town,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.dates import DateMatch, across_cells, durations, find
from kg.extraction.dates.lexicon import lexicon
from kg.extraction.keys import ASIDE, role
from kg.extraction.lexicon import load
from kg.extraction.outline import Line
from kg.extraction.pieces.commas import split_at_commas
from kg.extraction.pieces.joining import joined, may_join
from kg.extraction.pieces.links import only_leads
from kg.extraction.pieces.piece import Piece
from kg.extraction.pieces.splitting import split_at_words
from kg.extraction.pieces.trimming import INNER, SENTENCE_END, led, trimmed
from kg.extraction.words import has_asian, tokens
from kg.model import BlockKind, InlineKind

# One of these begins each separator: elsewhere none of its forms is tried.
_SEPARATOR = re.compile(
    r"(?=[\s|│‖·•●▪◦▸►→⟶◆—;：:@.–─━-])"
    r"(?:\s*[|│‖·•●▪◦▸►→⟶◆]\s*|\t+|\s{3,}|\s+[–—―‒─━-]{1,3}\s+|\s*—\s*"
    r"|\s+//?\s+|;\s+|\s*：\s*|:\s+|\s+@\s*|^@\s*|　+|(?<=[)\]])\.\s+"
    r"|(?<=[a-z])[–-](?=(?:For|The|In|This|My)\s[a-z\d]))"
)


_ACQUIRED = re.compile(r"\b[Aa]cquired\b[^()|;\n]{0,40}$")
_LEFT_OPEN = re.compile(r"(?<=\w)\s\(([^()]{2,60})$")
_ASIAN_GAP = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff])\s+(?=[\u3040-\u30ff\u3400-\u9fff])")


_NAME_GOES_ON = re.compile(r"\s+(?!(?:at|in|from|for|with|and)\s)[^\W\d_]")


_GOES_ON = re.compile(r" [A-Z]")
_RANK_GOES_ON = re.compile(r"\([A-Z]{1,3}-?\d{1,2}\) (?:and|&) [A-Z]")  # "Staff Engineer (L6) and Lead"
_DATE_LEAD = re.compile(r"(?:\s|^)(?:in|im|en|em|nel|from|during|around|circa|om)\s+$", re.IGNORECASE)
_MARK = re.compile(r"(?<![^\W_])_+(?=\d)|(?<=\w)_+(?![^\W_])")
_LONGEST_LEAD = 10
_SURE_NAME = 2.5
_ROLE = 3.0
_NEAR = 80
_OF_STATE = re.compile(r"University of ([A-Z]\w+(?: [A-Z]\w+)?)$")
_CAMPUS = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?(?=$|\W*$|[,;|·•(@]|\s[-–—|·•(@])")
_ABBREVIATIONS = frozenset(("univ", "dept", "prof", "inst", "tech", "asst", "assoc", "intl", "govt", "natl"))


def line_dates(line: Line, language: str | None) -> tuple[DateMatch, ...]:
    """The dates of a line, none for lines too long to head an entry."""
    text = line.text[:600]
    if "_" in text:  # the mark of emphasis beside a year is part of its word: "_2020-2023_", "_2024-present **Editor**"
        text = _MARK.sub(lambda mark: " " * len(mark.group()), text)
    found = find(across_cells(text, language), language)
    if found and "cquired" in text:  # "(acquired by Example in 2020)" dates no entry
        found = [match for match in found if not _ACQUIRED.search(text[: match.start])]
    return tuple(found)


def first_sentence(line: Line) -> str:
    """The words of a line up to the end of its first sentence."""
    end = SENTENCE_END.search(line.text)
    return line.text[: end.start()] if end else line.text


def pieces(line: Line, dates: tuple[DateMatch, ...]) -> tuple[Piece, ...]:
    """The pieces of a line outside its dates, from the left."""
    found: list[Piece] = []
    aside = False
    for chunk, (start, end, marked) in enumerate(_chunks(line, dates)):
        if aside or _labels_aside(line.text, start, end):
            aside = not aside
            continue
        if "ongoing" in lexicon().roles.get(line.text[start:end].casefold(), ()):
            continue  # "today" in a cell of its own
        found.extend(piece for piece in _split(Piece(line, start, end, chunk, marked)) if not only_leads(piece))
    return tuple(joined(found)) if may_join(line.text) else tuple(found)


def _labels_aside(text: str, start: int, end: int) -> bool:
    """Whether a chunk inside a line only labels what follows it, and that is no part of a header ("Host: …")."""
    return (
        start > 0 and text[end : end + 1] in (":", "：") and text[end:].strip() != "" and role(text[start:end]) == ASIDE
    )


def _chunks(line: Line, dates: tuple[DateMatch, ...]) -> Iterator[tuple[int, int, bool]]:
    text = line.text
    inner = [match.span() for match in INNER.finditer(text)]
    cuts = [(_with_word_before(text, match.start), match.end, "") for match in dates]
    cuts += [(start, end, "") for start, end in durations(text)]
    cuts += [
        (match.start(), match.end(), match.group().strip())
        for match in _SEPARATOR.finditer(text)
        if not any(start < match.start() < end for start, end in inner) and not _is_before_campus(text, match)
    ]
    if has_asian(text):
        cuts += [(match.end() - 1, match.end(), "") for match in _after_asian_name().finditer(text)]
        cuts += [(match.start(), match.end(), "") for match in _ASIAN_GAP.finditer(text)]
    if line.block.kind in (BlockKind.HEADING, BlockKind.ROW, BlockKind.PAIR):
        cuts += [(match.start(), match.end(), "") for match in re.finditer(r"\n", text)]
    cuts += [
        (match.start(), match.end(), ".")
        for match in SENTENCE_END.finditer(text)
        if _last_word(text[: match.start()]) not in _ABBREVIATIONS
    ]
    if line.block.kind in (BlockKind.ROW, BlockKind.PAIR):
        cuts += [(end, end, "") for _, end in line.cells]
    cuts += [(start, start, "") for start in (*_linked_names(line), *_set_borders(line))]
    position, marked = 0, False
    for start, end, sign in sorted(cuts):
        if start > position:
            yield from led(text, position, start, marked=marked)
            marked = False
        position = max(position, end)
        marked = sign == "@"
    yield from led(text, position, len(text), marked=marked)


def _is_before_campus(text: str, dash: re.Match[str]) -> bool:
    """Whether a dash stands between a university and the town of a campus: "University of Example - Town"."""
    if dash.group().strip() not in ("-", "–") or not (campus := _CAMPUS.match(text, dash.end())):
        return False
    state = _OF_STATE.search(text[max(dash.start() - 40, 0) : dash.start()])
    return state is not None and is_place_code(state[1]) and is_town(campus.group())


def _linked_names(line: Line) -> Iterator[int]:
    """Where links begin that name an organization right after another word, or end at the head of a line."""
    for link in line.inlines:
        if link.kind is not InlineKind.LINK:
            continue
        if not any(map(str.isalnum, line.text[: link.start])):
            if _GOES_ON.match(line.text, link.end) and organization_score(line.text[link.start : link.end]) >= 2.5:
                yield link.end
            continue
        before = line.text[: link.start].split()
        if not before or line.text[link.start - 1] != " ":
            continue
        apart = before[-1][-1].isalnum() and before[-1][0].isupper()
        if apart and organization_score(line.text[link.start : link.end]) >= 2.5:
            yield link.start
        elif before[-1] == "on" and title_score(line.text[: link.start - 3].strip()) >= 3:
            yield link.start  # "Moderator on Example Forum"


def _set_borders(line: Line) -> Iterator[int]:
    """Where words set strong end before others that are set otherwise, or that tell what was done or studied there."""
    set_apart = {one.start for one in line.inlines if one.kind is InlineKind.EMPHASIS}
    for inline in line.inlines:
        rest = line.text[inline.end : inline.end + _NEAR]
        if inline.kind is not InlineKind.STRONG or not rest.startswith(" ") or not rest[1:2].isupper():
            continue
        name = line.text[inline.start : inline.end]
        if (inline.end + 1 in set_apart and _is_whole(name)) or (
            organization_score(name) >= _SURE_NAME and _is_no_name(rest[1:])
        ):
            yield inline.end
            if line.text[: inline.start].endswith(") "):
                yield inline.start


def _is_whole(name: str) -> bool:
    """Whether words are a name by themselves, none that only begins a role's: "**Senior** *Engineer*"."""
    first, *more = tokens(name) or (None,)
    ranks = word_set("titles", "ranks") | word_set("titles", "of_people")
    return is_proper_name(name) and title_score(name) < _ROLE and bool(more or (first and first.key not in ranks))


def _is_no_name(rest: str) -> bool:
    """Whether what follows a name cannot go on with it: a degree, a role, or a word with words in small letters."""
    first, _, second = rest.partition(" ")
    return (
        bool(degrees(rest)) or title_score(rest) >= _ROLE or (second[:1].islower() and not is_known_organization(first))
    )


def _with_word_before(text: str, start: int) -> int:
    """Where a date begins with the little word before it: "Example Works in 2019"."""
    before = text[max(start - _LONGEST_LEAD, 0) : start]
    lead = _DATE_LEAD.search(before) if before[-1:].isspace() else None
    return start - len(before) + lead.start() if lead else start


@cache
def _after_asian_name() -> re.Pattern[str]:
    """A space after a company's or school's name that ends in what it is."""
    lists = load("organizations")
    signs = sorted({*lists["signs"], *lists["school_signs"]}, key=lambda sign: (-len(sign), sign))
    return re.compile(r"(?<=\w)(?<!주식)(?<!유한)(?:" + "|".join(map(re.escape, signs)) + r")\s|(?<=\s)株式会社\s")


def _last_word(text: str) -> str:
    sequence = tokens(text[-24:])
    return sequence[-1].key if sequence else ""


def _split(piece: Piece) -> Iterator[Piece]:
    """The piece, or what brackets, little words, a title's end and commas make of it."""
    text = piece.text
    inner = [match for match in INNER.finditer(text) if match.group(match.lastindex or 0).strip()]
    if len(inner) == 1 and inner[0].group() == text.strip() == piece.line.text.strip():
        start, end = inner[0].span(inner[0].lastindex or 0)  # brackets around all that a line says explain nothing
        piece = piece.part(start, end, marked=piece.marked)
        text, inner = piece.text, []
    if "(" in text and (opened := _LEFT_OPEN.search(text)):  # a date closed the bracket: "Example (Sample Bank, 2024)"
        inner.append(opened)
    for match in inner:
        group = match.lastindex or 0
        if _SEPARATOR.search(match.group(group)) and not _names_roles(match.group(group)):
            continue
        for start, end, _ in trimmed(text, match.start(group), match.end(group), marked=False):
            yield from _parts_inside(piece.part(start, end, marked=False, inner=True))
    outer = _outside(text, inner)
    for part in outer:
        for start, end, after_at in led(text, *part, marked=False):
            for half in split_at_words(piece.part(start, end, marked=piece.marked or after_at)):
                yield from split_at_commas(half)


def _parts_inside(piece: Piece) -> Iterator[Piece]:
    """What a bracket says, the place or unit after its first comma apart: "(Example Institute, Norway)"."""
    name, comma, rest = piece.text.partition(", ")
    placed = bool(comma) and is_place(rest.rpartition(", ")[2]) and not is_place(name)
    if placed or (is_unit(rest) and organization_score(name) >= _SURE_NAME and not is_unit(name)):
        yield replace(piece, end=piece.start + len(name))
        yield replace(piece, start=piece.end - len(rest))
    else:
        yield piece


def _names_roles(text: str) -> bool:
    """Whether a bracket names several roles between strokes: "Example Works (Engineer / Team Lead)"."""
    halves = re.split(r"\s[/|]\s|;\s", text)
    return len(halves) > 1 and all(title_score(half) >= 3 for half in halves)


def _outside(text: str, inner: list[re.Match[str]]) -> list[tuple[int, int]]:
    """The stretches around brackets; brackets that end a title or a name stay with it where they explain it."""
    found, position = [], 0
    for match in inner:
        if _NAME_GOES_ON.match(text, match.end()) or _RANK_GOES_ON.match(text, match.start()):
            continue
        if match.start() > position:
            found.append((position, match.start()))
        position = match.end()
    if position < len(text):
        found.append((position, len(text)))
    return found
