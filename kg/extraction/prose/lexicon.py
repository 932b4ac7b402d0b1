"""The words of sentences that tell of work and study, from lexicon/prose.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.extraction.lexicon import load
from kg.extraction.words import Wording, fold

_DOTTED = re.compile(r"\b[A-Z][a-z]{0,3}\.[A-Z]")  # "M.F.A.", "Sc.D.", and initials


@cache
def _gates() -> tuple[AhoCorasick, tuple[str, ...]]:
    """The parts of words of all gates in one automaton, and the matter of each."""
    parts = [(part, matter) for matter, listed in load("prose")["gates"].items() for part in listed]
    return AhoCorasick([part for part, _ in parts]), tuple(matter for _, matter in parts)


def matters(lower: str) -> frozenset[str]:
    """What a sentence, given in lower case, may tell of at all: by the parts of words that telling of it takes."""
    automaton, names = _gates()
    return frozenset(names[match[0]] for match in automaton.find_matches_as_indexes(lower, overlapping=True))


@cache
def _short_degrees() -> Wording:
    shorts = load("prose")["short_degrees"]
    return Wording(re.compile(rf"\b(?=[A-Z])(?i:{'|'.join(shorts)})\b"), shorts)


def may_name_short_degree(text: str) -> bool:
    """Whether a short degree may stand in the text; with a capital only, for "be" and "am" are words too."""
    return _short_degrees().search(text) is not None or _DOTTED.search(text) is not None


def alternatives(phrases: Iterable[str]) -> str:
    """The phrases as one part of a pattern, the longest first; any apostrophe and white space will do."""
    return "|".join(
        re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s")
        for phrase in sorted(phrases, key=len, reverse=True)
    )


@cache
def advisor_roles() -> str:
    """What an advisor is called, with the words that say of what, as one part of a pattern: "PhD thesis supervisor"."""
    modifiers, roles = (alternatives(map(str.lower, load("advising")[name])) for name in ("modifiers", "roles"))
    return rf"(?:(?:{modifiers})\s){{0,3}}(?:{roles})"


@cache
def _advisor_label() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}(?:{advisor_roles()})(?:\(s\))?\W{{0,3}}", re.IGNORECASE)


def is_advisor_label(text: str) -> bool:
    """Whether words are nothing but what an advisor is called: "Thesis supervisors"."""
    return _advisor_label().fullmatch(text) is not None


@cache
def small_words(name: str) -> str:
    """The small words of one kind between parts of a sentence, as one part of a pattern."""
    return alternatives(load("prose")["joints"][name])


@cache
def as_pattern() -> re.Pattern[str]:
    """What leads to a role: "as a", "als", "en tant que"."""
    return re.compile(
        rf"\s{{0,2}},?\s{{1,2}}(?:{small_words('as')})(?:\s{{1,2}}|(?<=['’]))(?:(?:{small_words('articles')})\s)?",
        re.IGNORECASE,
    )


@cache
def lexicon(name: str) -> frozenset[str]:
    """The list `name` of the lexicon of prose, each entry folded."""
    return frozenset(fold(word) for word in load("prose")[name])
