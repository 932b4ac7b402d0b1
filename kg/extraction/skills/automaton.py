"""Every place in a text where the name of a known technology or field stands: one pass of Aho–Corasick.

Aho, A. V., Corasick, M. J.: Efficient string matching: an aid to bibliographic search. CACM 18(6), 1975.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from kg.extraction.lexicon import load
from kg.gazetteers import SkillTerm, skills
from kg.gazetteers.skills import FIELD

# Names this short are told by a regular expression: as patterns they would match inside every word.
_SHORTEST_PATTERN = 3
_LONGEST_ACRONYM = 3
# A name of two words or more that is as long as this is known by the capital of its first: "Active directory".
_LONG_NAME = 10
# Where a capital inside a name begins a part of it: "TypeScript".
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-zA-Z])")
_LONG_APART = 6
_SHORT = re.compile(r"(?<![\w.&'’+#@\\])[A-Za-z][A-Za-z0-9]?(?:\+\+|#)?(?![\w+#&])")
_TIGHT_BEFORE = frozenset("/-")
_BESIDE_WORD = re.compile(r"[^\W\d_]{3}/$")
# "Acorn.com" is a firm or its site, whatever acorn is.
_DOMAIN_AFTER = re.compile(r"\.(?:com|org|net|co|de|fr|ru|cn|edu)\b")
# "S3-backed" speaks of S3, "C-level" of no language.
_TIGHT_AFTER = re.compile(r"['’]|-(?!(?:bas|back|power|driv|compatib|host|cod|script|packag|programm)[a-z])[a-z]|\.\w")
_VERSION = re.compile(r"v?\d{1,4}(?:\.\d{1,4}){0,3}(?:\.x|\+)?(?![A-Za-z0-9_])")
_ASCII_BLANKS = "\t\r-"
_BLANKS = "\t\r\u00a0\u2009\u202f\u3000\u2028-‑‐–"
# Addresses hold names of nothing: "github.com/somebody/go-thing".
_ADDRESS_MARKS = ("://", "www.", "@", ".com/", ".org/", ".io/", ".net/", ".edu/", ".dev/", ".co/", ".app/", ".ai/")
_LONGEST_ADDRESS = 200
# Names of repositories are made of words: "rag-with-example".
_SLUG = re.compile(r"(?<![\w-])[a-z0-9]{1,24}-[a-z0-9]{1,24}-[a-z0-9][a-z0-9-]{0,60}(?![\w-])")
_EMAIL_PART = re.compile(r"[\w.+-]+@[\w-]+\.\w")


class Strength(IntEnum):
    """How much a name says by itself: CONTEXTUAL needs its surroundings, WEAK a technical document, STRONG nothing."""

    CONTEXTUAL = 0
    WEAK = 1
    STRONG = 2


class Sighting(NamedTuple):
    """The name of `term` at `start` to `end` of a text.

    `cased` says that it is written as the gazetteer writes it, `listed` that only an explicit list would write so.
    """

    start: int
    end: int
    term: SkillTerm
    strength: Strength
    cased: bool
    listed: bool = False

    def moved(self, by: int) -> Sighting:
        """The same name, its places counted from `by`."""
        return Sighting(self.start - by, self.end - by, self.term, self.strength, self.cased, self.listed)

    @property
    def is_field(self) -> bool:
        """Whether a field of work is named, not a technology."""
        return self.term.kind == FIELD


@dataclass(frozen=True, slots=True)
class _Name:
    term: SkillTerm
    label: str
    strength: Strength
    # Whether the capitals of its later words say nothing: "observer pattern", "React server components".
    loose: bool
    spellings: frozenset[str]


class _Automaton:
    """The names of all terms, by their lower-case form, and the search for them."""

    def __init__(self, terms: Iterable[SkillTerm]) -> None:
        self.names: dict[str, dict[str, _Name]] = {}
        terms = tuple(terms)
        vendors = frozenset(load("skills")["vendors"])
        sure = vendors | {lower(term.name) for term in terms if term.name not in term.contextual and term.kind != FIELD}
        for term in terms:
            spellings = frozenset(term.names)
            for label in (*term.names, *term.contextual):
                key = lower(label)
                self.names.setdefault(key, {}).setdefault(label, _name(term, label, key, sure, spellings))
        self._add_variants()
        self.patterns = [name for name in self.names if len(name) >= _SHORTEST_PATTERN]
        self._search = AhoCorasick(
            self.patterns, implementation=Implementation.ContiguousNFA, store_patterns=False
        ).find_matches_as_indexes
        self._by_pattern = [self.names[name] for name in self.patterns]

    def _add_variants(self) -> None:
        for key, names in list(self.names.items()):
            apart = (lower(_HUMP.sub(" ", label)) for label in names if label.isascii() and _HUMP.search(label))
            for variant in (*_variants(key), *filter(_is_apart, apart)):
                self.names.setdefault(variant, names)

    def hits(self, text: str, folded: str) -> Iterator[tuple[int, int, dict[str, _Name]]]:
        """Every name between word borders, overlapping ones too; a version may follow it ("Python3")."""
        edged = f" {folded} "
        for index, start, end in self._search(folded, overlapping=True):
            if is_word(edged[start]) and is_word(edged[start + 1]):
                continue
            if is_word(edged[end + 1]) and is_word(edged[end]):
                version = _VERSION.match(folded, end)
                if not version or edged[end].isdigit():  # "Example 1" is not "Example 15"
                    continue
                end = version.end()
            yield start, end, self._by_pattern[index]
        for match in _SHORT.finditer(text):
            if names := self.names.get(match.group().lower()):
                yield match.start(), match.end(), names


def _name(term: SkillTerm, label: str, key: str, sure: frozenset[str], spellings: frozenset[str]) -> _Name:
    words = label.split()
    loose = len(words) > 1 and (key.split(" ", 1)[0] in sure or all(word.islower() for word in words[1:]))
    return _Name(term, label, _strength(term, label), loose, spellings)


def _strength(term: SkillTerm, label: str) -> Strength:
    if label in term.contextual or len(label) == 1:
        return Strength.CONTEXTUAL
    return Strength.WEAK if label.isalpha() and len(label) <= _LONGEST_ACRONYM else Strength.STRONG


def _variants(key: str) -> Iterator[str]:
    """Other usual spellings of a lower-case name: two words joined; "x.js" as "xjs"."""
    if key.count(" ") == 1 and len(key) >= 9:
        yield key.replace(" ", "")
    if key.endswith(".js") and len(key) > 5:
        yield key[:-3] + "js"
        yield key[:-3] + " js"


def _is_apart(name: str) -> bool:
    """Whether a name written apart is still told from words: "type script" is, "la tex" and "r studio" are not."""
    return len(name) > _LONG_APART and min(map(len, name.split())) > 1


def lower(text: str) -> str:
    """`text` in lower case, of the same length, with a space for every hyphen and white space but line breaks."""
    plain = text
    for blank in _ASCII_BLANKS if text.isascii() else _BLANKS:
        plain = plain.replace(blank, " ")
    folded = plain.lower()
    return folded if len(folded) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def is_word(char: str) -> bool:
    """Whether a character makes one word with its neighbour; the scripts written without spaces do not."""
    return (char.isalnum() or char == "_") and char < "\u2e80"


@cache
def _automaton() -> _Automaton:
    return _Automaton(skills().terms)


def look(text: str) -> list[Sighting]:
    """Every name in `text`, from the left, overlapping ones too; addresses hold none."""
    masked = _without_addresses(text)
    slugs = [match.span() for match in _SLUG.finditer(masked)] if "-" in masked else []
    hits = _automaton().hits(masked, lower(masked))
    found = [
        one
        for start, end, names in hits
        if not _is_part(start, end, slugs)
        and not (text[end : end + 1] == "." and _DOMAIN_AFTER.match(text, end))
        and (one := _read(text, start, end, names)) is not None
    ]
    found.sort(key=lambda sighting: (sighting.start, -sighting.end))
    return found


def _is_part(start: int, end: int, slugs: list[tuple[int, int]]) -> bool:
    """Whether a stretch is part of one of the spans (ascending), and not the whole of it."""
    number = bisect_right(slugs, (start, end)) - 1
    near = slugs[max(number, 0) : number + 2]
    return any(first <= start and end <= last and end - start < last - first for first, last in near)


def sightings(text: str, *, listed: bool = False) -> list[Sighting]:
    """Every name in `text`, from the left, none overlapping another; capitals matter less in a list (`listed`)."""
    return longest(look(text.replace("\n", " ")), listed=listed)


def longest(found: Iterable[Sighting], *, listed: bool) -> list[Sighting]:
    """The sightings without those that only a list would write so, and where several begin or cross, the longest."""
    kept = [sighting for sighting in found if listed or not sighting.listed]
    if len(kept) < 2:
        return kept
    kept.sort(key=lambda sighting: (sighting.start - sighting.end, sighting.start, -sighting.strength))
    taken: list[Sighting] = []
    covered: set[int] = set()
    for sighting in kept:
        if sighting.start not in covered and sighting.end - 1 not in covered:
            covered.update(range(sighting.start, sighting.end))
            taken.append(sighting)
    taken.sort(key=lambda sighting: sighting.start)
    return taken


def _read(text: str, start: int, end: int, names: dict[str, _Name]) -> Sighting | None:
    """The name at a place; None where words only look like a name written apart."""
    surface = text[start:end]
    name = names.get(surface)
    agrees = name is not None
    if name is None:
        agrees, name = max(
            ((_capitals_agree(surface, name), name) for name in names.values()),
            key=lambda pair: (pair[0], pair[1].strength, pair[1].label),
        )
    # A word in small letters is the name of a technology only where the technology is written so.
    cased = surface in name.spellings or (name.strength is not Strength.CONTEXTUAL and agrees)
    listed = not agrees and " " in name.label
    parts = lower(surface).split(" ")
    if len(parts) > 1 and "".join(parts) == name.label.lower():
        if not (surface.istitle() or surface.isupper()):
            return None  # "free hand", "one note"
        listed = True
    if end - start < _SHORTEST_PATTERN:
        tight = text[start - 1 : start] in _TIGHT_BEFORE and not _BESIDE_WORD.search(text, max(0, start - 4), start)
        listed = listed or tight or bool(_TIGHT_AFTER.match(text, end))
    return Sighting(start, end, name.term, name.strength, cased, listed)


def _capitals_agree(surface: str, name: _Name) -> bool:
    """Whether each word that begins with a capital in the label does so here, or everything stands in capitals."""
    if surface.isupper():
        return len(name.label) > _LONGEST_ACRONYM or name.label.isupper()
    if name.loose:
        return True
    words, wanted = surface.replace("-", " ").split(), name.label.replace("-", " ").split()
    if len(wanted) > 1 and words[0][0].isupper() and len(surface) >= _LONG_NAME:
        return True
    return all(word[0].isupper() or not want[0].isupper() for word, want in zip(words, wanted, strict=False))


def _without_addresses(text: str) -> str:
    """`text` with spaces in the place of web and mail addresses."""
    spans = []
    for mark in _ADDRESS_MARKS:
        at = text.find(mark)
        while at >= 0:
            start, end = _token(text, at)
            begin = max(start, text.rfind("http", start, at)) if mark == "://" else start
            if mark != "@" or _EMAIL_PART.search(text, start, end):
                spans.append((begin, end))
            at = text.find(mark, end)
    pieces, last = [], 0
    for start, end in sorted(spans):
        if end > last:
            begin = max(start, last)
            pieces += [text[last:begin], " " * (end - begin)]
            last = end
    return "".join((*pieces, text[last:]))


def _token(text: str, at: int) -> tuple[int, int]:
    """The (start, end) of what stands between white space around a place, no more than an address is long."""
    first, last = max(0, at - _LONGEST_ADDRESS), min(len(text), at + _LONGEST_ADDRESS)
    before = max(text.rfind(space, first, at) for space in " \n\t(|,") + 1
    ends = [end for space in " \n\t)|" if (end := text.find(space, at, last)) >= 0]
    return max(before, first), max(min(ends, default=last), at + 1)
