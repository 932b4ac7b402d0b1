"""Whether words name a role."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extraction.clues.lexica import folded_words, word_set
from kg.extraction.clues.names import without_brackets
from kg.extraction.lexicon import load
from kg.extraction.words import Phrases, Token, has_asian, tokens

_PREPOSITIONS = frozenset(
    (
        "of",
        "for",
        "in",
        "at",
        "to",
        "on",
        "with",
        "von",
        "für",
        "fur",
        "im",
        "zum",
        "zur",
        "bei",
        "de",
        "du",
        "des",
        "en",
        "pour",
        "da",
        "do",
        "di",
        "und",
    )
)


_LONGEST_STEM = 8
_ON_THEIR_OWN = frozenset(("freelance", "freelancer", "freelancing", "selfemployed"))


@cache
def _whole_titles() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in load("titles")["whole"])


@cache
def _statuses() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in load("titles")["statuses"])


@lru_cache(maxsize=8192)
def title_score(text: str) -> float:
    """How much `text` looks like the name of a role: 0 not at all, 2 contains one, 3 and more is one."""
    bare = without_brackets(text)
    sequence = tokens(bare)
    if not sequence or len(sequence) > 14:
        return 0.0
    if has_asian(text) and any(sign in text for sign in load("titles")["signs"]):
        return 3.5
    keys = [word.key for word in sequence]
    if not any(map(_hints_at_role, keys)):
        return 0.0
    heads = word_set("titles", "heads")
    if keys[-1] in word_set("awards", "prizes"):
        return 0.0  # "Head of School Award"
    if _statuses().within(sequence):
        return 0.0
    if len(sequence) < 6 and not _ON_THEIR_OWN.isdisjoint(keys):
        return 4.0
    main = main_noun(sequence)
    if main.key in heads and (len(sequence) < 9 or main == sequence[-1]):
        return 4.0 if main.text[0].isupper() or len(sequence) < 6 else 3.0
    first = _names_role_abroad(keys[:1])
    abroad = first or (_names_role_abroad(keys) and not _is_institution(main, sequence[0]))
    if first or (abroad and _names_role_abroad(keys[:2])):
        return 4.0
    if _whole_titles().within(sequence):
        return 3.5
    if abroad:
        return 3.0
    return 0.0 if heads.isdisjoint(keys) else 2.0


def may_name_role(text: str) -> bool:
    """Whether a word stands in `text`, brackets or not, without which no part of it looks like the name of a role."""
    return has_asian(text) or any(_hints_at_role(word.key) for word in tokens(text))


@lru_cache(maxsize=65536)
def _hints_at_role(key: str) -> bool:
    """Whether a word may make its phrase the name of a role; most words do not, and most phrases hold no such word."""
    known = key in word_set("titles", "heads") or key in _ON_THEIR_OWN or _whole_titles().begins(key)
    return known or _names_role_abroad([key])


def _is_institution(main: Token, first: Token) -> bool:
    """Whether a phrase is about an institution, which such a word only describes: "Instituto Técnico Example"."""
    heads = word_set("organizations", "heads")
    formed = len(main.key) > _LONGEST_STEM and main.key.endswith(folded_words("titles", "suffixes"))
    return main.key in heads or (first.key in heads and not formed)  # but "Software Architekt" is a person


def _names_role_abroad(keys: list[str]) -> bool:
    """Whether one of the words is a role's in another language, or formed like one."""
    if not word_set("titles", "words").isdisjoint(keys):
        return True
    suffixes = folded_words("titles", "suffixes")
    return any(len(word) > _LONGEST_STEM and word.endswith(suffixes) for word in keys)


def main_noun(sequence: tuple[Token, ...]) -> Token:
    """The noun a phrase is about: the last word before a preposition, ranks left out."""
    main = sequence[0]
    ranks = word_set("titles", "ranks")
    for word in sequence[1:]:
        if word.key in _PREPOSITIONS:
            break
        if word.key not in ranks:
            main = word
    return main


def is_favour(title: str) -> bool:
    """Whether a role is one that people take now and then for others, beside any work: "Reviewer"."""
    return main_noun(tokens(title)).key in word_set("titles", "favours")
