"""A header line's pieces: what its dates, separators, brackets and little words part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from kg.extraction.clues import (
    degrees,
    employment,
    is_known_organization,
    is_place,
    is_place_code,
    is_proper_name,
    is_sentence,
    organization_score,
    title_score,
)
from kg.extraction.dates import DateMatch, find
from kg.extraction.keys import ASIDE, role
from kg.extraction.lexicon import load
from kg.extraction.outline import Line
from kg.extraction.words import has_asian, key, words
from kg.model import BlockKind, InlineKind

_SEPARATOR = re.compile(
    r"\s*[|│‖·•●▪◦▸►→⟶◆]\s*|\t+|\s{3,}|\s+[–—―‒-]{1,3}\s+|\s*—\s*|\s+//?\s+|;\s+|\s*：\s*|:\s+|\s+@\s*|^@\s*|　+|(?<=[)\]])\.\s+"
)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_A-Z]{3})\.(?:\s+(?=[A-Z\"“(])|$)")
_COMMA = re.compile(r",\s+|，\s*|、\s*|,(?=[A-Z])")
_INNER = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|（([^（）]*)）")
_EDGE = " \t\n,;:.–—―‒-|/·•*_~`'\"“”«»…→>"
_AT = re.compile(
    r"\s+(?:at|@|bei der|bei|beim|chez|presso|bij|an der|am|en|à|au|in|with|for|from|no|na|pour|für|of)\s+(?:the\s+|der\s+|dem\s+|la\s+|l['’])?"
)
_LEADING_AT = re.compile(
    r"(?:at|@|bei der|bei dem|beim|bei|chez|an der|am|presso|bij|from|in)\s+(?:the\s+)?(?=[^\Wa-z_])"
)
_NUMBERING = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[^\W\d])")
_SURE = frozenset(("at", "@", "bei", "bei der", "beim", "chez", "presso", "bij", "from"))
_ASIAN_GAP = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff])\s+(?=[\u3040-\u30ff\u3400-\u9fff])")
_NAME_GOES_ON = re.compile(r"\s+(?!(?:at|in|from|for|with|and)\s)[^\W\d_]")
_ABBREVIATIONS = frozenset(("univ", "dept", "prof", "inst", "tech", "asst", "assoc", "intl", "govt", "natl"))


@dataclass(frozen=True)
class Piece:
    """`line.text[start:end]`, which separators part from the rest of the line.

    `chunk` counts the stretches between separators; pieces that only commas part share one. `marked` tells that "at"
    or "@" stands before it, `inner` that it stands in brackets, `role` what the column or key above it calls it.
    """

    line: Line
    start: int
    end: int
    chunk: int
    marked: bool = False
    inner: bool = False
    role: str | None = None

    @cached_property
    def text(self) -> str:
        """The words of the piece."""
        return self.line.text[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the content."""
        return self.line.span(self.start, self.end)

    def is_set(self, *kinds: InlineKind) -> bool:
        """Whether the whole piece is set as one of `kinds` (strong, link, …)."""
        return any(
            inline.kind in kinds and inline.start <= self.start + 1 and inline.end >= self.end - 1
            for inline in self.line.inlines
        )


def line_dates(line: Line, language: str | None) -> tuple[DateMatch, ...]:
    """The dates of a line, none for lines too long to head an entry."""
    return tuple(find(line.text[:600], language))


def first_sentence(line: Line) -> str:
    """The words of a line up to the end of its first sentence."""
    end = _SENTENCE_END.search(line.text)
    return line.text[: end.start()] if end else line.text


def pieces(line: Line, dates: tuple[DateMatch, ...]) -> tuple[Piece, ...]:
    """The pieces of a line outside its dates, from the left."""
    found: list[Piece] = []
    aside = False
    for chunk, (start, end, marked) in enumerate(_chunks(line, dates)):
        if aside or _labels_aside(line.text, start, end):
            aside = not aside
            continue
        found.extend(_split(Piece(line, start, end, chunk, marked)))
    return tuple(found)


def _labels_aside(text: str, start: int, end: int) -> bool:
    """Whether a chunk inside a line only labels what follows it, and that is no part of a header ("Host: …")."""
    return start > 0 and text[end : end + 1] in (":", "：") and text[end:].strip() != "" and role(text[start:end]) == ASIDE


def _chunks(line: Line, dates: tuple[DateMatch, ...]) -> Iterator[tuple[int, int, bool]]:
    text = line.text
    inner = [match.span() for match in _INNER.finditer(text)]
    cuts = [(match.start, match.end, "") for match in dates]
    cuts += [
        (match.start(), match.end(), match.group().strip())
        for match in _SEPARATOR.finditer(text)
        if not any(start < match.start() < end for start, end in inner)
    ]
    if has_asian(text):
        cuts += [(match.end() - 1, match.end(), "") for match in _after_asian_name().finditer(text)]
        cuts += [(match.start(), match.end(), "") for match in _ASIAN_GAP.finditer(text)]
    if line.block.kind in (BlockKind.HEADING, BlockKind.ROW, BlockKind.PAIR):
        cuts += [(match.start(), match.end(), "") for match in re.finditer(r"\n", text)]
    cuts += [
        (match.start(), match.end(), ".")
        for match in _SENTENCE_END.finditer(text)
        if _last_word(text[: match.start()]) not in _ABBREVIATIONS
    ]
    if line.block.kind in (BlockKind.ROW, BlockKind.PAIR):
        cuts += [(end, end, "") for _, end in line.cells]
    position, marked = 0, False
    for start, end, sign in sorted(cuts):
        if start > position:
            yield from _led(text, position, start, marked=marked)
            marked = False
        position = max(position, end)
        marked = sign == "@"
    yield from _led(text, position, len(text), marked=marked)


@cache
def _after_asian_name() -> re.Pattern[str]:
    """A space after a company's or school's name that ends in what it is."""
    lists = load("organizations")
    signs = sorted({*lists["signs"], *lists["school_signs"]}, key=lambda sign: (-len(sign), sign))
    return re.compile(r"(?<=\w)(?:" + "|".join(map(re.escape, signs)) + r")\s|(?<=\s)株式会社\s")


def _led(text: str, start: int, end: int, *, marked: bool) -> Iterator[tuple[int, int, bool]]:
    """The trimmed stretch, without numbering or an "at" it begins with and without what an aside begins."""
    number = _NUMBERING.match(text, start, end)
    for first, last, _ in _trimmed(text, number.end() if number else start, end, marked=marked):
        lead = _LEADING_AT.match(text, first, last)
        begin = lead.end() if lead else first
        marks = marked or lead is not None
        if aside := _asides("asides").search(text, begin, last):
            last = aside.start()
        while matter := _asides("matters").search(text, begin, last):
            comma = text.find(", ", matter.end(), last)
            yield from _trimmed(text, begin, matter.start(), marked=marks)
            begin, marks = (comma if comma >= 0 else last), False
        if last > begin:
            yield from _trimmed(text, begin, last, marked=marks)


@cache
def _asides(name: str) -> re.Pattern[str]:
    phrases = sorted(load("actions")[name], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")(?!\w)", re.IGNORECASE)


def _last_word(text: str) -> str:
    sequence = words(text[-24:])
    return sequence[-1].key if sequence else ""


def _trimmed(text: str, start: int, end: int, *, marked: bool) -> Iterator[tuple[int, int, bool]]:
    """The stretch without signs at its edges and brackets that have lost their partner."""
    while start < end and (text[start] in _EDGE or _is_sign(text[start])):
        start += 1
    while start < end and (text[end - 1] in _EDGE or _is_sign(text[end - 1])):
        end -= 1
    piece = text[start:end]
    if piece[:1] in "([{（" and piece[:1] and not any(sign in piece for sign in ")]}）"):
        yield from _trimmed(text, start + 1, end, marked=marked)
    elif (piece[-1:] in ")]}）" and piece[-1:] and not any(sign in piece for sign in "([{（")) or (piece[-1:] in "([{（" and piece[-1:]):
        yield from _trimmed(text, start, end - 1, marked=marked)
    elif any(char.isalnum() for char in piece):
        yield start, end, marked


def _is_sign(char: str) -> bool:
    """Whether a character is an emoji or an ornament: neither letter, digit, bracket, nor common punctuation."""
    return not char.isalnum() and ord(char) > 0x2000


def _split(piece: Piece) -> Iterator[Piece]:
    """The piece, or what brackets, little words, a title's end and commas make of it."""
    text = piece.text
    inner = [match for match in _INNER.finditer(text) if match.group(match.lastindex or 0).strip()]
    for match in inner:
        group = match.lastindex or 0
        if _SEPARATOR.search(match.group(group)):
            continue
        for start, end, _ in _trimmed(text, match.start(group), match.end(group), marked=False):
            yield replace(piece, start=piece.start + start, end=piece.start + end, inner=True, marked=False)
    outer = _outside(text, inner)
    for part in outer:
        for start, end, led in _led(text, *part, marked=False):
            base = replace(piece, start=piece.start + start, end=piece.start + end, marked=piece.marked or led)
            for half in _at_split(base):
                yield from _comma_split(half)


def _outside(text: str, inner: list[re.Match[str]]) -> list[tuple[int, int]]:
    """The stretches around brackets; brackets that end a title or a name stay with it where they explain it."""
    found, position = [], 0
    for match in inner:
        if _NAME_GOES_ON.match(text, match.end()):
            continue
        if match.start() > position:
            found.append((position, match.start()))
        position = match.end()
    if position < len(text):
        found.append((position, len(text)))
    return found


def _at_split(piece: Piece) -> Iterator[Piece]:
    text = piece.text
    for match in _AT.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if not right:
            break
        word = match.group().split()[0].casefold()
        if _parts(left, right, word):
            yield replace(piece, end=piece.start + match.start())
            yield from _at_split(replace(piece, start=piece.start + match.end(), marked=not is_place(right)))
            return
    for part in _set_off_split(piece):
        yield from _title_end_split(part)


def _set_off_split(piece: Piece) -> Iterator[Piece]:
    """Part "**Example Press** Editor", where only the setting parts the organization from the role."""
    for inline in piece.line.inlines:
        for border in (inline.start, inline.end):
            if not piece.start < border < piece.end:
                continue
            left, right = piece.line.text[piece.start : border].strip(), piece.line.text[border : piece.end].strip()
            if _differ(left, right) or _differ(right, left):
                yield replace(piece, end=piece.start + len(piece.line.text[piece.start : border].rstrip()))
                gap = len(piece.line.text[border : piece.end]) - len(piece.line.text[border : piece.end].lstrip())
                yield replace(piece, start=border + gap, marked=False)
                return
    yield piece


def _differ(role: str, name: str) -> bool:
    return title_score(role) >= 4 and title_score(name) < 3 and len(name) > 3 and organization_score(name) >= 1


def _parts(left: str, right: str, preposition: str) -> bool:
    """Whether "left at right" names a role or degree and then a place or an organization."""
    head = right.split(",")[0]
    role = title_score(left) >= 2 or bool(degrees(left)) or employment(left) is not None
    if preposition in _SURE:
        if is_place(right) and not is_known_organization(head):
            return False
        role = role or (preposition in ("at", "@") and len(words(left)) <= 5 and left[0].isupper() and not is_sentence(left))
        return (role or organization_score(left) >= 2.5) and (
            right[0].isupper() or organization_score(head) >= 2.5 or not right[0].isascii()
        )
    if is_place(head) or is_place(right):
        return preposition == "in"
    if preposition == "of":
        return title_score(left) >= 4 and organization_score(head) >= 3 and organization_score(head.split()[0]) < 3
    return title_score(left) >= 2 and not degrees(left) and organization_score(head) >= 3


def _title_end_split(piece: Piece) -> Iterator[Piece]:
    """Part "German Instructor Example University", where nothing but the end of the title parts the two."""
    sequence = words(piece.text)
    heads = role_nouns()
    ends = [index for index, word in enumerate(sequence) if word.key in heads]
    if ends and ends[-1] + 1 < len(sequence) and not is_known_organization(sequence[0].text):
        rest = sequence[ends[-1] + 1 :]
        gap = piece.text[sequence[ends[-1]].end : rest[0].start]
        name = piece.text[rest[0].start :]
        if (
            gap.isspace()
            and rest[0].text[0].isupper()
            and is_proper_name(name)
            and _is_name(name, piece, rest[0].start)
        ):
            yield replace(piece, end=piece.start + sequence[ends[-1]].end)
            yield replace(piece, start=piece.start + rest[0].start, marked=True)
            return
    yield piece


@cache
def role_nouns() -> frozenset[str]:
    """The words that end the name of a role."""
    return frozenset(key(word) for word in load("titles")["heads"]) - {
        "academic",
        "sales",
        "subject",
        "committee",
        "model",
        "student",
        "engineers",
        "interns",
        "assistants",
    }


def _is_name(name: str, piece: Piece, start: int) -> bool:
    """Whether what follows a title is an organization: by its words, or set as a link of its own."""
    linked = any(
        inline.kind is InlineKind.LINK and abs(inline.start - piece.start - start) <= 1 for inline in piece.line.inlines
    )
    lone = len(words(name)) == 1 and len(name) > 3 and not name.isupper() and piece.line.block.kind is BlockKind.HEADING
    return linked or lone or organization_score(name.split(",")[0]) >= 2.5


def _comma_split(piece: Piece) -> Iterator[Piece]:
    parts = list(_between_commas(piece))
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        town = _town_at_end(part.text) if following and is_place_code(following.text) else 0
        if town:
            yield replace(part, end=part.start + len(part.text[:town].rstrip()))
            yield replace(part, start=part.start + town, marked=False)
        else:
            yield part


def _town_at_end(text: str) -> int:
    """Where the town begins that a name runs into ("Example Labs Oslo" before "Norway"), 0 where none does."""
    sequence = words(text)
    if is_known_organization(text):
        return 0
    for size in (3, 2, 1):
        if len(sequence) > size and is_place(text[sequence[-size].start :]):
            before = sequence[-size - 1].key
            return 0 if before in _BEFORE_TOWN else sequence[-size].start
    return 0


_BEFORE_TOWN = frozenset(("of", "in", "at", "de", "di", "von", "university", "college", "the", "universidad", "universite"))


def _between_commas(piece: Piece) -> Iterator[Piece]:
    position = 0
    for match in (*(match for match in _COMMA.finditer(piece.text) if not _is_inside_name(piece.text, match)), None):
        end = match.start() if match else len(piece.text)
        for start, stop, _ in _trimmed(piece.text, position, end, marked=False):
            yield replace(
                piece, start=piece.start + start, end=piece.start + stop, marked=piece.marked and position == 0
            )
        position = match.end() if match else end


_SUFFIXES = ("Inc", "Ltd", "LLC", "Corp", "Co", "GmbH", "PLC", "S.A", "L.P", "LLP", "Pvt", "Limited")
_CAMPUS = re.compile(r"University of ([A-Z][a-z]+(?: [A-Z][a-z]+)?)$|Institutes? of (?:\w+ )?Technology(?: \(\w+\))?$")


def _is_inside_name(text: str, comma: re.Match[str]) -> bool:
    """Whether a comma belongs to a name: before a legal form, or between a university and its campus."""
    right = text[comma.end() :]
    if right.startswith(_SUFFIXES) and len(words(right.split(",")[0])) == 1:
        return True
    campus = right.split(",")[0].strip()
    left = text[: comma.start()]
    match = _CAMPUS.search(left)
    if match is None or (match.group(1) and not is_place_code(match.group(1))):
        return False
    return is_proper_name(campus) and not is_place_code(campus) and len(words(campus)) <= 3
