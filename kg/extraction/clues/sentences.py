"""Whether a line tells something in a sentence, or heads an entry."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from kg.extraction.clues.degrees import degrees
from kg.extraction.clues.lexica import word_set
from kg.extraction.clues.names import connecting, is_proper_name, organization_score
from kg.extraction.clues.roles import title_score
from kg.extraction.dates import DateKind, find
from kg.extraction.lexicon import load
from kg.extraction.words import Token, tokens

_MOST_CLAUSES = 4  # in a header written without spaces
_LONGEST_ROLE = 4
_DETERMINERS = frozenset(("i", "a", "an", "the", "my", "our", "their"))
_AFTER_ROLE = re.compile(r",|\s?[|@·•]\s?|\s/\s")
_LAST_BRACKET = re.compile(r"(?<=\w)\s?\([^()]{1,60}\)\.?$")


@lru_cache(maxsize=4096)
def shows_period(text: str) -> bool:
    """Whether a date range stands in `text`."""
    return len(text) < 400 and any(
        match.kind in (DateKind.RANGE, DateKind.OPEN, DateKind.SINCE) for match in find(text)
    )


def looks_like_entry(text: str) -> bool:
    """Whether a heading heads one entry of a list (a job, a study) rather than a section."""
    return shows_period(text) or title_score(text) >= 3 or organization_score(text) >= 3 or bool(degrees(text))


def names_organization(text: str) -> bool:
    """Whether a line is nothing but an organization's name, in few words."""
    return (
        len(tokens(text)) <= 8
        and not text.rstrip().endswith((".", ":", "!", "?", ","))
        and (organization_score(text) >= 3 and is_proper_name(text) and title_score(text) < 3)
    )


@cache
def _actions() -> frozenset[str]:
    return word_set("actions", "verbs")


@cache
def _written_actions() -> frozenset[str]:
    return frozenset(load("actions")["verbs"])


@cache
def _finite() -> frozenset[str]:
    return frozenset(load("actions")["finite"])


def _is_role(sequence: tuple[Token, ...]) -> bool:
    """Whether a line that could begin with a verb begins with a role: "Lead Instructor", but not "Lead the team"."""
    role = sequence[0].text
    for word in sequence[1:_LONGEST_ROLE]:
        if not word.text[0].isupper():
            return False
        role = f"{role} {word.text}"
        if title_score(role) >= 4:
            return True
    return False


def _is_name(sequence: tuple[Token, ...], text: str) -> bool:
    """Whether what could begin with a verb or "it" is an organization's name: "IT University", "Focus Example Ltd"."""
    if sequence[0].text == "IT" or not sequence[0].key.endswith(("ed", "ing")):
        least = 2.5 if sequence[0].text == "IT" else 5
        return is_proper_name(text) and organization_score(text) >= least
    return False


def _has_finite(sequence: tuple[Token, ...]) -> bool:
    """Whether a verb of a sentence stands after the first word; "am" is German for "at the" but after "I"."""
    finite = _finite()
    return any(word.text in finite and (word.text != "am" or before.text == "I") for before, word in pairwise(sequence))


def _begins_with_role(text: str) -> bool:
    """Whether few words before the first separator name a role: "Teaching assistant, Botany", "Lead writer | Moss"."""
    parted = _AFTER_ROLE.search(text)
    role = text[: parted.start()] if parted else ""
    return bool(role) and len(tokens(role)) <= 4 and title_score(role) >= 4 and not role.endswith("s")


def _is_short_role(sequence: tuple[Token, ...], text: str) -> bool:
    """Whether few words are a role, and no order to one: "Lead software engineer", not "Lead software engineers"."""
    few = len(sequence) <= _LONGEST_ROLE and _DETERMINERS.isdisjoint(word.key for word in sequence)
    return few and title_score(text) >= 4 and not sequence[-1].key.endswith("s")


def _is_role_of_whole(sequence: tuple[Token, ...], text: str) -> bool:
    """Whether a line begins with a role of two words, and then tells where: "Visiting researcher in the Moss Lab"."""
    role = title_score(f"{sequence[0].text} {sequence[1].text}") >= 4 and not sequence[1].key.endswith("s")
    return role and sequence[2].key in ("in", "at", "for", "of", "with") and not text.rstrip().endswith(".")


@lru_cache(maxsize=8192)
def is_sentence(text: str) -> bool:
    """Whether a line tells something in a sentence, rather than heading an entry."""
    if ")" in text:
        text = _LAST_BRACKET.sub("", text) or text
    sequence = tokens(text)
    if not sequence:
        return False
    if "。" in text or text.count("，") > _MOST_CLAUSES:
        return True
    first = sequence[0].key
    if len(sequence) <= 6 and title_score(text) >= 3 and is_proper_name(text):
        return False
    acts = first in _actions() and (sequence[0].text.isascii() or sequence[0].text.casefold() in _written_actions())
    if (
        acts
        and len(sequence) > 1
        and not (_is_role(sequence) or _begins_with_role(text) or _is_short_role(sequence, text))
    ):  # "These …", not "Thèse"
        return not _is_name(sequence, text)
    if len(first) > 4 and first.endswith(("ed", "ing")) and len(sequence) > 3 and sequence[1].text[0].islower():
        return not (_begins_with_role(text) or _is_role_of_whole(sequence, text))
    if (
        len(sequence) > 1
        and text.rstrip().endswith(".")
        and sequence[-1].text.islower()
        and "." not in sequence[-1].text
    ):
        return True
    if len(sequence) > 2 and len(first) > 2 and sequence[0].text in _finite() and sequence[0].text.islower():
        return True  # "ist sie Leiterin", after a date
    if len(sequence) > 3 and _has_finite(sequence):
        return True
    little = connecting()
    small = sum(1 for word in sequence if word.text[0].islower() and word.key not in little)
    if len(sequence) > 5 and text.rstrip().endswith((".", "!", "?")) and small > 2:
        return True
    return len(sequence) > 9 and small > len(sequence) / 2
