"""Whether words name an organization, a school, a unit; whether they are a proper name at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.extraction.clues.lexica import folded_words, word_set
from kg.extraction.lexicon import load
from kg.extraction.words import Phrases, Token, has_asian, tokens
from kg.gazetteers import organizations

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


# "BIO 201", the number of a course.
_COURSE = re.compile(r"[A-Z]{2,6}[ -]?\d{2,4}[A-Z]{0,2}")


_SHORTEST_COMPOUND = 8
_SHORTEST_SCHOOL = 7
_GROUPS = frozenset(("grupo", "gruppo", "groupe"))
_DOMAIN = re.compile(r"[\w-]+\.(?:com|org|net|io|ai|co|de|fr|app|dev|tv|gg|me|edu|gov)\b", re.IGNORECASE)


@cache
def connecting() -> frozenset[str]:
    """Little words inside names, which take no capital."""
    return frozenset(load("organizations")["connecting"])


def without_brackets(text: str) -> str:
    """The words outside brackets."""
    return _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text


# Abbreviations up to this length are words in small letters, too.
_LONGEST_WORD = 4


@lru_cache(maxsize=8192)
def is_known_organization(text: str) -> bool:
    """Whether the gazetteer knows an organization of exactly this name; "who" and "mit" are no abbreviations."""
    known = organizations().find(text) if text else ()
    if known and text.islower() and len(text) <= _LONGEST_WORD:
        return any(not name.isupper() for term in known for name in term.names if name.lower() == text)
    return bool(known)


@lru_cache(maxsize=8192)
def organization_score(text: str) -> float:
    """How much `text` looks like an organization's name: 0 not at all, 1 a proper name, 3 and more is one."""
    bare = without_brackets(text).strip(" ,;:–—-")
    sequence = tokens(bare)
    if not sequence or len(sequence) > 14:
        return 0.0
    if is_known_organization(bare):
        return 5.0
    if has_asian(bare):
        return 4.0 if any(sign in bare for sign in load("organizations")["signs"]) else 1.0
    if _COURSE.fullmatch(bare) or not any(char.isalpha() for char in bare):
        return 0.0
    heads, weak = word_set("organizations", "heads"), word_set("organizations", "weak")
    first, last = sequence[0], sequence[-1]
    proper = is_proper_name(bare)
    if (
        len(sequence) > 1
        and last.key in word_set("organizations", "suffixes")
        and (last.text[0].isupper() or last.text.islower())
    ):
        return 5.0 if proper else 3.0
    if len(sequence) > 1 and first.key in word_set("organizations", "prefixes"):
        return 5.0
    if _DOMAIN.fullmatch(bare):
        return 3.0
    strong = [
        word
        for word in sequence
        if (word.key in heads and word.key not in weak) or _is_school_word(word.key) or _is_compound(word.key)
    ]
    if strong and len(sequence) == 1 and not _is_compound(last.key):
        return 1.2 if proper else 0.0  # "the University" alone names none
    if strong and (any(word.text[0].isupper() for word in strong)):
        return 3.5 if proper else 2.5
    if proper and len(sequence) > 1 and (last.key in heads or first.key in heads or _are_people(last.key)):
        return 2.5
    return 1.2 if proper else 0.0


@lru_cache(maxsize=2048)
def is_body_noun(word: str) -> bool:
    """Whether one word is the noun of a kind of organization ("Institute"), which alone names none."""
    sequence = tokens(word)
    if len(sequence) != 1 or is_known_organization(word):
        return False
    key = sequence[0].key
    strong = key in word_set("organizations", "heads") and key not in word_set("organizations", "weak")
    return strong or _is_school_word(key)


def _are_people(word: str) -> bool:
    """Whether a word names several people of a profession, as firms do ("Example Advisors")."""
    titles = word_set("titles", "heads")
    return len(word) > 5 and word.endswith("s") and word not in titles and word[:-1] in titles


def _is_school_word(word: str) -> bool:
    if len(word) <= _SHORTEST_SCHOOL or word in word_set("organizations", "school_adjectives"):
        return False
    return bool(
        word.endswith(folded_words("organizations", "school_suffixes"))
        or word.startswith(folded_words("organizations", "school_prefixes"))
    )


def _is_compound(word: str) -> bool:
    """Whether a word ends in what an organization is: "Stadtmuseum"."""
    return len(word) > _SHORTEST_COMPOUND and word.endswith(folded_words("organizations", "head_suffixes"))


@lru_cache(maxsize=8192)
def is_school(text: str) -> bool:
    """Whether the words name a school, university or college."""
    schools = word_set("organizations", "schools")
    if any(word.key in schools or _is_school_word(word.key) for word in tokens(text)):
        return True
    if has_asian(text) and any(sign in text for sign in load("organizations")["school_signs"]):
        return True
    return any(
        kind.rsplit("/", 1)[-1]
        in ("CollegeOrUniversity", "HighSchool", "School", "EducationalOrganization", "MiddleSchool")
        for term in organizations().find(text)
        for kind in term.types
    )


@lru_cache(maxsize=8192)
def is_unit(text: str) -> bool:
    """Whether the words name a part of an organization: a team, group, department, laboratory, faculty."""
    sequence = tokens(without_brackets(text))
    units = word_set("organizations", "units")
    if has_asian(text):
        return any(sign in text for sign in load("organizations")["unit_signs"])
    if not sequence:
        return False
    if sequence[0].key in _GROUPS and len(sequence) > 1 and sequence[1].text[0].isupper():
        return False  # "Grupo Example" is a firm, "Grupo de Redes" none
    if sequence[0].key in units or (sequence[-1].key in units and sequence[-1].key != "service"):
        return not _is_institution(sequence)  # "Service informatique" is one, "Example Forest Service" is not
    return (
        sequence[0].key in ("school", "college", "institute", "center", "centre")
        and len(sequence) > 2
        and sequence[1].key in ("of", "for")
    )


def _is_institution(sequence: Sequence[Token]) -> bool:
    """Whether a name that ends in "Center" is an institution's by the word before: "Example Medical Center"."""
    centre = len(sequence) > 2 and sequence[-1].key in ("center", "centre")
    return centre and sequence[-2].key in word_set("organizations", "institutional")


@cache
def _areas() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in load("organizations")["areas"])


@lru_cache(maxsize=8192)
def is_area(text: str) -> bool:
    """Whether `text` names nothing but a field of work ("Backend", "Machine Learning")."""
    return bool(_areas().whole(text))


@lru_cache(maxsize=8192)
def is_proper_name(text: str) -> bool:
    """Whether every word that is no connecting word, nor follows a hyphen, begins with a capital or a digit."""
    little = connecting()
    sequence = [word for word in tokens(text) if word.key not in little]
    return bool(sequence) and all(
        word.text[0].isupper()
        or word.text[0].isdigit()
        or not word.text[0].isascii()
        or any(c.isupper() for c in word.text)
        or f"-{word.text}" in text
        for word in sequence
    )
