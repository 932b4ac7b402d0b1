"""Every place in a text where the name of a known technology or field stands: one pass of Aho–Corasick.

Aho, A. V., Corasick, M. J.: Efficient string matching: an aid to bibliographic search. CACM 18(6), 1975.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from kg.extraction.lexicon import load
from kg.gazetteers import SkillTerm, skills
from kg.gazetteers.skills import FIELD

# Names this short are told by a regular expression: as patterns they would match inside every word.
_SHORTEST_PATTERN = 3
_LONGEST_ACRONYM = 3
_SHORT = re.compile(r"(?<![\w.&'’+#@/\\-])[A-Za-z][A-Za-z0-9]?(?:\+\+|#)?(?![\w+#'’&]|-[a-z]|\.\w)")
_SHORT_LISTED = re.compile(r"(?<![\w.&'’+#@\\])[A-Za-z][A-Za-z0-9]?(?:\+\+|#)?(?![\w+#&])")
_VERSION = re.compile(r"(?: ?v?\d{1,4}(?:\.\d+){0,3}(?:\.x|\+)?)?(?![A-Za-z0-9_])")
_BLANK = str.maketrans(dict.fromkeys("\n\t\r\u00a0\u2009\u202f\u3000\u2028", " ") | {"‑": "-", "‐": "-", "–": "-"})
_MASKED = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+[a-z]{2,4}/\S+")


class Strength(IntEnum):
    """How much a name says by itself: CONTEXTUAL needs its surroundings, WEAK a technical document, STRONG nothing."""

    CONTEXTUAL = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Sighting:
    """The name of `term` at `start` to `end` of a text; `cased` says that it is written as the gazetteer writes it."""

    start: int
    end: int
    term: SkillTerm
    strength: Strength
    cased: bool

    @property
    def is_field(self) -> bool:
        """Whether a field of work is named, not a technology."""
        return self.term.kind == FIELD


@dataclass(frozen=True, slots=True)
class _Name:
    term: SkillTerm
    label: str
    strength: Strength
    # Whether the first word alone says what is meant ("React server components"): capitals then do not matter.
    loose: bool = False


class _Automaton:
    def __init__(self, terms: Iterable[SkillTerm]) -> None:
        self._names: dict[str, dict[str, _Name]] = {}
        terms = tuple(terms)
        sure = frozenset(load("skills")["vendors"]) | {
            lower(term.name) for term in terms if term.name not in term.contextual and term.kind != FIELD
        }
        for term in terms:
            for label in (*term.names, *term.contextual):
                self._names.setdefault(lower(label), {}).setdefault(label, _name(term, label, label, sure))
        for term in terms:
            for label in term.names:
                for variant in _variants(label):
                    if lower(variant) not in self._names:
                        self._names[lower(variant)] = {variant: _name(term, variant, label, sure)}
        self._patterns = [name for name in self._names if len(name) >= _SHORTEST_PATTERN]
        self._search = AhoCorasick(
            self._patterns, implementation=Implementation.ContiguousNFA, store_patterns=False
        ).find_matches_as_indexes
        self._by_pattern = [self._names[name] for name in self._patterns]

    def hits(self, text: str, folded: str, *, listed: bool) -> Iterator[tuple[int, int, dict[str, _Name]]]:
        """Every name between word borders, overlapping ones too."""
        end_of_text = len(text)
        for index, start, end in self._search(folded, overlapping=True):
            if start and is_word(folded[start - 1]) and is_word(folded[start]):
                continue
            if end < end_of_text and is_word(folded[end]) and is_word(folded[end - 1]):
                match = _VERSION.match(folded, end)
                if not match or not match.group():
                    continue
                end = match.end()
            yield start, end, self._by_pattern[index]
        for match in (_SHORT_LISTED if listed else _SHORT).finditer(text):
            if found := self._names.get(match.group().lower()):
                yield match.start(), match.end(), found


def _name(term: SkillTerm, label: str, origin: str, sure: frozenset[str]) -> _Name:
    return _Name(term, label, _strength(term, origin), lower(label).split()[0] in sure)


def _strength(term: SkillTerm, label: str) -> Strength:
    if label in term.contextual or len(label) == 1:
        return Strength.CONTEXTUAL
    return Strength.WEAK if label.isalpha() and len(label) <= _LONGEST_ACRONYM else Strength.STRONG


def _variants(label: str) -> Iterator[str]:
    """Other usual spellings: words joined, hyphenated or parted; "X.js" as "XJS"."""
    if " " in label and len(label) >= 7:
        yield label.replace(" ", "-")
        yield label.replace(" ", "")
    if "-" in label and len(label) >= 7:
        yield label.replace("-", " ")
        yield label.replace("-", "")
    if label.endswith(".js") and len(label) > 5:
        yield label[:-3] + "JS"
        yield label[:-3] + " JS"


def lower(text: str) -> str:
    """`text` in lower case, of the same length, with every white space a space and every hyphen "-"."""
    folded = text.translate(_BLANK).lower()
    return (
        folded
        if len(folded) == len(text)
        else "".join(c if len(c.lower()) != 1 else c.lower() for c in text.translate(_BLANK))
    )


def is_word(char: str) -> bool:
    """Whether a character makes one word with its neighbour; the scripts written without spaces do not."""
    return (char.isalnum() or char == "_") and char < "\u2e80"


@cache
def _automaton() -> _Automaton:
    return _Automaton(skills().terms)


def sightings(text: str, *, listed: bool = False) -> list[Sighting]:
    """Every name in `text`, from the left, none overlapping another: where several begin or cross, the longest.

    In an explicit list (`listed`) capitals do not matter and a hyphen or slash parts names.
    """
    masked = _MASKED.sub(lambda match: " " * len(match.group()), text)
    found = []
    for start, end, names in _automaton().hits(masked, lower(masked), listed=listed):
        if sighting := _read(text, start, end, names, listed=listed):
            found.append(sighting)
    return _longest(found)


def _read(text: str, start: int, end: int, names: dict[str, _Name], *, listed: bool) -> Sighting | None:
    surface = text[start:end]
    name = names.get(surface)
    if name is None:
        name = max(names.values(), key=lambda name: (_capitals_agree(surface, name), name.strength))
        if not listed and " " in name.label and not _capitals_agree(surface, name):
            return None
    # A word in small letters is the name of a technology only where the technology is written so.
    cased = surface in name.term.names or (name.strength is not Strength.CONTEXTUAL and _capitals_agree(surface, name))
    return Sighting(start, end, name.term, name.strength, cased)


def _capitals_agree(surface: str, name: _Name) -> bool:
    """Whether each word that begins with a capital in the label does so here, or everything stands in capitals."""
    label = name.label
    if surface.isupper():
        return len(label) > _LONGEST_ACRONYM or label.isupper()
    words, wanted = surface.replace("-", " ").split(), label.replace("-", " ").split()
    if len(wanted) > 1 and (name.loose or all(word.islower() for word in wanted[1:])):
        return True
    return all(word[0].isupper() or not want[0].isupper() for word, want in zip(words, wanted, strict=False))


def _longest(found: list[Sighting]) -> list[Sighting]:
    found.sort(key=lambda sighting: (sighting.start - sighting.end, sighting.start))
    taken: list[Sighting] = []
    starts: set[int] = set()
    for sighting in found:
        places = range(sighting.start, sighting.end)
        if starts.isdisjoint(places):
            starts.update(places)
            taken.append(sighting)
    taken.sort(key=lambda sighting: sighting.start)
    return taken
