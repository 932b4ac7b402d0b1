"""An explicit list of technologies: its items, the known ones and those that no gazetteer knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import zip_longest

from kg.extraction.lexicon import load
from kg.extraction.skills.automaton import Sighting
from kg.extraction.skills.misspelt import meant
from kg.extraction.skills.zones import is_label
from kg.extraction.words import fold
from kg.gazetteers import SkillTerm, skills
from kg.gazetteers.skills import FIELD

_SEPARATOR = re.compile(
    r"\s\*\s|[★☆⭐]+|[,;|/•·،、。，・\n\t()\[\]{}:：&+]|\s[-–—]\s|\.\s|\s(?:and|or|und|oder|et|ou|y|e)\s"
)
_EDGES = " \t*_`\"'“”‘’.…!★☆●○■□✓✔▪◦◾◽◼◻▫◆◇⬛⬜🟢🟡🔴🔵⚪⚫-–—<>="
_RATING = re.compile(r"\s*(?:\d{1,3}\s?%|\d(?:\.\d)?\s?/\s?\d+|\(?\d+\+?\s*(?:years?|yrs?)\)?)$", re.IGNORECASE)
_SHARED_TAIL = re.compile(r"\b([A-Za-z]+)-\s?/\s?([A-Za-z]+)-([A-Za-z]+)\b")
_SHARED_BRACES = re.compile(r"\{(\w+),(\w+)\}(\w+)")
_INNER_LABEL = re.compile(r"(?:(?<=[\s,;|•])|^)([A-Z]{2,5}|[A-Z][a-z]{2,12})s?\s?[:：]\s")
_DASH = re.compile(r"\s+[–—-]{1,2}\s+(?=\w)")
_NUMBERED = re.compile(r"\d{1,2}[A-Z]")
_HOST = re.compile(r"\.(?:com|org|net|io|dev|co)/\S*$")
_COLON = re.compile(r"\s?[:：]\s*")
_FIRST_WORD = re.compile(r"\w+")
_AFTER_SLASH = re.compile(r"\s?/\s?(\w{2,14})(?!\w)")
# What goes on in small letters after "and" belongs to the same phrase.
_PHRASE = re.compile(r"\s(?:&|and)\s((?:[a-z]{2,20}[ ,;.)]?){2,6})")
_BRACKET = re.compile(r"(?:\s?/\s?\w{2,20})?\s?\(")
_SHAPE = re.compile(r"[a-z\d][A-Z]|\b[A-Z]{4,}\b|[A-Za-z]{2}-?\d")
# Words that name what people do, not what they do it with: "Typesetting".
_ABSTRACT = re.compile(
    r"[A-Z]?[a-z]{4,}(?:ing|tion|sion|ment|ity|ics|logy|graphy|ance|ence|ism|ship|ness|ung|heit|ción|ção)"
)
_LONGEST_LABELLED = 200
_MOST_WORDS = 3
_FEWEST_KNOWN = 3
# The share of items that must be known names, for a line of prose to be read as a list.
_MOSTLY = 0.7
_LONGEST_NAME = 28
_LONGEST_ITEM = 60
# How many more unknown items than known ones a list of technologies may hold.
_DARING = 2
# Kinds whose names do not show that a text speaks of technology: everybody writes with an office program.
EVERYDAY = frozenset({"Application", "Field", "Technique", "Hardware"})

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A technology at `start` to `end` of a line; `term` is None where no gazetteer knows it."""

    start: int
    end: int
    name: str
    term: SkillTerm | None


class Guess(Enum):
    """What to make of items that no gazetteer knows.

    They never count, or by their shape too, or only among more that are known, or always.
    """

    NONE = "none"
    SHAPED = "shaped"
    FEW = "few"
    ALL = "all"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("skills")[name])


class _Cover:
    """Which characters of a line are taken."""

    def __init__(self, text: str, spans: Iterable[Span] = ()) -> None:
        self._taken = bytearray(len(text))
        for span in spans:
            self.take(*span)

    def take(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\1" * (end - start)

    def crosses(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) >= 0


def looks_like(text: str, begin: int, known: Sequence[Sighting]) -> bool:
    """Whether a line of prose is a list of technologies all the same: short items, most of them known."""
    spans = [(sighting.start, sighting.end) for sighting in known if not sighting.is_field and sighting.start >= begin]
    if len(spans) < _FEWEST_KNOWN:
        return False
    segments = list(_segments(text, begin, len(text), _Cover(text, spans)))
    short = sum(1 for start, end in segments if text.count(" ", start, end) < _MOST_WORDS)
    filled = len(set(spans) & set(segments))
    return short == len(segments) and filled >= _MOSTLY * len(segments)


def read(
    text: str, begin: int, known: Sequence[Sighting], *, borders: Sequence[int] = (), guess: Guess = Guess.FEW
) -> list[Item]:
    """The items of the list that `text` holds from `begin` on.

    `known` are the sightings in the line; `borders` are further places where an item ends (cells of a table). Unknown
    items count as `guess` says.
    """
    names = _Cover(text, ((one.start, one.end) for one in known))
    items = [
        *_shared(text, begin),
        *_nested(text, known),
        *_headed(text, known, names),
        *_labelled(text, begin, names),
    ]
    cover = _Cover(text, ((item.start, item.end) for item in items))
    labelled = begin > 0 and is_label(text[:begin].strip(_EDGES + ":："))
    for one in known:
        if labelled and one.end <= begin:
            continue
        if not one.is_field and not _is_heading(text, one) and not cover.crosses(one.start, one.end):
            items.append(Item(one.start, one.end, one.term.name, one.term))
    tooled = labelled and not _words("tool_labels").isdisjoint(fold(text[:begin].strip(_EDGES + ":：")).split())
    telling = sum(
        1
        for item in items
        if item.start >= begin
        and item.term
        and (item.term.kind not in EVERYDAY or (tooled and item.term.kind != FIELD))
    )
    for one in known:
        cover.take(one.start, one.end)
    if guess is not Guess.NONE and (telling or guess is not Guess.FEW):
        told = _explained(text, known)
        unknown = [item for item in _unknown(text, begin, cover, borders) if item.start < told]
        items += [item for item in unknown if item.term]
        unknown = [item for item in unknown if not item.term]
        if not telling and guess is Guess.SHAPED:
            unknown = [item for item in unknown if is_shaped(item.name)]
        if sum(1 for item in unknown if not is_shaped(item.name)) < telling + _DARING:
            items += unknown
    return sorted(items, key=lambda item: (item.start, item.end))


def _explained(text: str, known: Sequence[Sighting]) -> int:
    """Where a dash after a known name begins to tell of it: "Git — Branching and merging"; else the end of the text."""
    dashes = [
        one.end
        for one in known
        if not one.is_field and (dash := _DASH.match(text, one.end)) and not _tells_level(text, dash.end())
    ]
    return min(dashes, default=len(text))


def _tells_level(text: str, start: int) -> bool:
    """Whether what follows a dash only says how well or how long something is known."""
    word = _FIRST_WORD.match(text, start)
    return word is not None and (word.group()[0].isdigit() or fold(word.group()) in _words("levels"))


def _is_heading(text: str, sighting: Sighting) -> bool:
    """Whether a platform heads a list of what is used on it: "iOS: Swift, ARKit", or a site its address."""
    return fold(sighting.term.name) in _words("platforms") | _words("sites") and text[
        sighting.end : sighting.end + 3
    ].lstrip()[:1] in (
        ":",
        "：",
    )


def _shared(text: str, begin: int) -> Iterator[Item]:
    """Names that share a part: "Two-/Three-Tower", "{B,T}DD"."""
    for match in _SHARED_TAIL.finditer(text, begin):
        for head in match.group(1, 2):
            if term := _technology(f"{head}-{match.group(3)}"):
                yield Item(match.start(), match.end(), term.name, term)
    for match in _SHARED_BRACES.finditer(text, begin):
        for head in match.group(1, 2):
            if term := _technology(head + match.group(3)):
                yield Item(match.start(), match.end(), term.name, term)


def _technology(name: str) -> SkillTerm | None:
    term = skills().find(name)
    return term if term and term.kind != FIELD else None


def _nested(text: str, known: Sequence[Sighting]) -> Iterator[Item]:
    """Names that a parenthesis completes: "React (Query, Native)" names React Query and React Native."""
    for one in known:
        opening = text.find("(", one.end, one.end + 2)
        if opening < 0 or one.is_field:
            continue
        stop = min(len(text), opening + _LONGEST_LABELLED)
        closing = text.find(")", opening, stop)
        parent = text[one.start : one.end]
        for start, end in _segments(text, opening + 1, closing if closing > 0 else stop):
            term = _technology(f"{parent} {text[start:end]}")
            if term and term is not one.term:
                yield Item(start, end, term.name, term)


def _headed(text: str, known: Sequence[Sighting], names: _Cover) -> Iterator[Item]:
    """Names that share the first word of the name before a slash: "Google Docs/Sheets" names Google Sheets."""
    for one in known:
        head, blank, _ = text[one.start : one.end].partition(" ")
        end = one.end
        while blank and (match := _AFTER_SLASH.match(text, end)) and not names.crosses(*match.span(1)):
            if term := _technology(f"{head} {match[1]}"):
                yield Item(*match.span(1), term.name, term)
            end = match.end()


def _labelled(text: str, begin: int, names: _Cover) -> Iterator[Item]:
    """Names that the label before them completes: "API: Maps, Mail" where "Maps API" is known."""
    labels = list(_INNER_LABEL.finditer(text))
    for label, following in zip_longest(labels, labels[1:]):
        end = min(following.start() if following else len(text), label.end() + _LONGEST_LABELLED)
        for start, stop in _segments(text, label.end(), end):
            if start < begin or names.crosses(start, stop):
                continue
            if term := _technology(f"{text[start:stop]} {label.group(1)}"):
                yield Item(start, stop, term.name, term)


def _segments(
    text: str, begin: int, end: int, cover: _Cover | None = None, borders: Sequence[int] = ()
) -> Iterator[Span]:
    """The (start, end) between separators, none of which lies in a covered place; edges trimmed."""
    cuts = [match.span() for match in _SEPARATOR.finditer(text, begin, end)]
    cuts = [cut for cut in cuts if not (cover and cover.crosses(*cut))]
    cuts = sorted([*cuts, *((border, border) for border in borders if begin < border < end)])
    start = begin
    for cut_start, cut_end in (*cuts, (end, end)):
        stop = max(cut_start, start)
        piece = text[start:stop]
        left, right = start + len(piece) - len(piece.lstrip(_EDGES)), stop - len(piece) + len(piece.rstrip(_EDGES))
        if left < right:
            yield left, right
        start = max(start, cut_end)


def _unknown(text: str, begin: int, cover: _Cover, borders: Sequence[int]) -> Iterator[Item]:
    """The items that no gazetteer knows and that look like the name of a technology."""
    for start, end in _segments(text, begin, len(text), cover, borders):
        if end - start > _LONGEST_ITEM or cover.crosses(start, end) or _is_label(text, end):
            continue
        if text[start - 1 : start] == "/" and _HOST.search(text, max(0, start - _LONGEST_ITEM), start):
            continue
        name = _RATING.sub("", text[start:end]).rstrip(_EDGES)
        if is_name(name) and not _goes_on(text, end, cover):
            term = meant(name)
            shown = term.name if term else " ".join(name.split())
            yield Item(start, start + len(name), shown, term)


def _is_label(text: str, end: int) -> bool:
    """Whether a colon follows that makes a label of an item; "Example: Advanced" tells how well it is known."""
    colon = _COLON.match(text, end)
    return colon is not None and not _tells_level(text, colon.end())


def _goes_on(text: str, end: int, cover: _Cover) -> bool:
    """Whether an item is the head of a phrase or of what follows in brackets: "Tide & wave models", "Maps (QGIS)"."""
    if match := _PHRASE.match(text, end):
        return not cover.crosses(match.start(1), match.start(1) + 2)
    opening = _BRACKET.match(text, end)
    return opening is not None and cover.crosses(opening.end(), min(opening.end() + 2, len(text)))


def is_shaped(name: str) -> bool:
    """Whether an item is shaped like a product's name: a capital inside a word, capitals alone, letters and digits."""
    return bool(_SHAPE.search(name))


def _is_generic(name: str) -> bool:
    return name in _words("generic") or (name.endswith("s") and name[:-1] in _words("generic"))


def is_name(name: str) -> bool:
    """Whether an item that no gazetteer knows may be a technology's name, going by its shape and words."""
    parts = name.split()
    if not 1 <= len(parts) <= _MOST_WORDS or not 2 <= len(name) <= _LONGEST_NAME or not name.isascii():
        return False
    if not (name[0].isalpha() or _NUMBERED.match(name)) or _is_generic(fold(name)) or skills().find(name):
        return False
    if any(fold(part.strip(".,")) in _words("never_in_name") for part in parts):
        return False
    if len(parts) == 1 and _ABSTRACT.fullmatch(name):
        return False
    return any(c.isalpha() for c in name) and (parts[-1][0].isupper() or any(c.isupper() or c.isdigit() for c in name))
