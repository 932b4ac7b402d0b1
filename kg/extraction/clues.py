"""What the words of a short piece of text suggest it is: a role, an organization, a unit, a place, a degree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extraction.dates import DateKind, find
from kg.extraction.lexicon import load
from kg.extraction.words import Phrases, Word, fold, has_asian, key, words
from kg.gazetteers import organizations
from kg.model import Level

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
_RANKS = frozenset(("i", "ii", "iii", "iv", "v", "vi", "1", "2", "3", "4", "5", "l3", "l4", "l5", "l6", "e4", "e5"))
_PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ON_THEIR_OWN = frozenset(("freelance", "freelancer", "freelancing", "selfemployed"))
_DOMAIN = re.compile(r"[\w-]+\.(?:com|org|net|io|ai|co|de|fr|app|dev|tv|gg|me|edu|gov)\b", re.IGNORECASE)
_CONNECTING = frozenset(
    (
        "of",
        "the",
        "for",
        "and",
        "in",
        "at",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "der",
        "die",
        "für",
        "fur",
        "und",
        "et",
        "y",
        "e",
        "van",
        "von",
        "d",
        "l",
        "to",
        "by",
        "à",
        "a",
        "an",
        "on",
        "zu",
        "im",
        "ve",
        "al",
        "el",
        "il",
        "din",
        "dla",
        "na",
        "w",
        "i",
        "și",
        "og",
        "och",
        "zum",
        "zur",
        "aan",
        "voor",
        "du",
        "al",
    )
)


def _keys(lists: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word) for word in lists)


@cache
def _set(lexicon: str, name: str) -> frozenset[str]:
    return _keys(load(lexicon)[name])


@cache
def _folded(lexicon: str, name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in load(lexicon)[name])


@cache
def _whole_titles() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in load("titles")["whole"])


@lru_cache(maxsize=8192)
def title_score(text: str) -> float:
    """How much `text` looks like the name of a role: 0 not at all, 2 contains one, 3 and more is one."""
    bare = _PARENTHESES.sub(" ", text)
    sequence = words(bare)
    if not sequence or len(sequence) > 14:
        return 0.0
    if has_asian(text) and any(sign in text for sign in load("titles")["signs"]):
        return 3.5
    heads, abroad = _set("titles", "heads"), _set("titles", "words")
    if len(sequence) < 6 and any(word.key in _ON_THEIR_OWN for word in sequence):
        return 4.0
    main = _main_noun(sequence)
    if main.key in heads and (len(sequence) < 9 or main is sequence[-1]):
        return 4.0 if main.text[0].isupper() or len(sequence) < 6 else 3.0
    if any(word.key in abroad or _ends_as_role(word.key) for word in sequence[:2]):
        return 4.0
    if next(_whole_titles().find(sequence), None):
        return 3.5
    if any(word.key in abroad or _ends_as_role(word.key) for word in sequence):
        return 3.0
    return 2.0 if any(word.key in heads for word in sequence) else 0.0


def _ends_as_role(word: str) -> bool:
    return len(word) > 8 and word.endswith(_folded("titles", "suffixes"))


def _main_noun(sequence: tuple[Word, ...]) -> Word:
    """The noun a phrase is about: the last word before a preposition, ranks left out."""
    main = sequence[0]
    for word in sequence:
        if word.key in _PREPOSITIONS and word is not sequence[0]:
            break
        if word.key not in _RANKS or word is sequence[0]:
            main = word
    return main


@lru_cache(maxsize=8192)
def is_known_organization(text: str) -> bool:
    """Whether the gazetteer knows an organization of exactly this name."""
    return bool(text) and bool(organizations().find(text))


@lru_cache(maxsize=8192)
def organization_score(text: str) -> float:
    """How much `text` looks like an organization's name: 0 not at all, 1 a proper name, 3 and more is one."""
    bare = _PARENTHESES.sub(" ", text).strip(" ,;:–—-")
    sequence = words(bare)
    if not sequence or len(sequence) > 14:
        return 0.0
    if is_known_organization(bare):
        return 5.0
    if has_asian(bare):
        return 4.0 if any(sign in bare for sign in load("organizations")["signs"]) else 1.0
    heads, weak = _set("organizations", "heads"), _set("organizations", "weak")
    first, last = sequence[0], sequence[-1]
    proper = is_proper_name(bare)
    if (
        len(sequence) > 1
        and last.key in _set("organizations", "suffixes")
        and (last.text[0].isupper() or last.text.islower())
    ):
        return 5.0 if proper else 3.0
    if _DOMAIN.fullmatch(bare):
        return 3.0
    strong = [word for word in sequence if (word.key in heads and word.key not in weak) or _is_school_word(word.key)]
    if strong and (any(word.text[0].isupper() for word in strong)):
        return 3.5 if proper else 2.5
    if proper and len(sequence) > 1 and (last.key in heads or first.key in heads):
        return 2.5
    return 1.2 if proper else 0.0


def _is_school_word(word: str) -> bool:
    return len(word) > 7 and (
        word.endswith(_folded("organizations", "school_suffixes"))
        or word.startswith(_folded("organizations", "school_prefixes"))
    )


@lru_cache(maxsize=8192)
def is_school(text: str) -> bool:
    """Whether the words name a school, university or college."""
    schools = _set("organizations", "schools")
    if any(word.key in schools or _is_school_word(word.key) for word in words(text)):
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
    sequence = words(_PARENTHESES.sub(" ", text))
    units = _set("organizations", "units")
    if has_asian(text):
        return any(sign in text for sign in load("organizations")["unit_signs"])
    if not sequence:
        return False
    if sequence[0].key in units or sequence[-1].key in units:
        return True
    return (
        sequence[0].key in ("school", "college", "institute", "center", "centre")
        and len(sequence) > 2
        and sequence[1].key in ("of", "for")
    )


@lru_cache(maxsize=8192)
def is_proper_name(text: str) -> bool:
    """Whether every word that is no connecting word begins with a capital or a digit."""
    sequence = [word for word in words(text) if word.key not in _CONNECTING]
    return bool(sequence) and all(
        word.text[0].isupper()
        or word.text[0].isdigit()
        or not word.text[0].isascii()
        or any(c.isupper() for c in word.text)
        for word in sequence
    )


@cache
def _places() -> frozenset[str]:
    lists = load("places")
    return frozenset(_place_key(name) for part in ("countries", "regions", "cities") for name in lists[part])


@cache
def _place_codes() -> frozenset[str]:
    lists = load("places")
    return frozenset((*lists["short"], *lists["region_codes"]))


def _place_key(name: str) -> str:
    return " ".join(word.key for word in words(name)) if not has_asian(name) else name.strip()


@lru_cache(maxsize=8192)
def is_place(text: str) -> bool:
    """Whether `text` is a country, region or city we know, or their usual short form in capitals."""
    bare = text.strip(" .,;()[]")
    return bare in _place_codes() or _place_key(bare) in _places()


def is_place_code(text: str) -> bool:
    """Whether `text` is a country or a region: what stands after a city's name."""
    bare = text.strip(" .,;()[]")
    lists = load("places")
    return bare in _place_codes() or _place_key(bare) in {_place_key(name) for name in lists["countries"]} | {
        _place_key(name) for name in lists["regions"]
    }


@dataclass(frozen=True, slots=True)
class DegreeClue:
    """A degree named at `start` to `end`, and its level."""

    start: int
    end: int
    level: Level


@cache
def _degree_phrases() -> Phrases[Level]:
    return Phrases((phrase, Level(level)) for level, lists in load("degrees").items() for phrase in lists["phrases"])


@cache
def _degree_capitals() -> dict[str, Level]:
    return {short: Level(level) for level, lists in load("degrees").items() for short in lists["upper"]}


@lru_cache(maxsize=8192)
def degrees(text: str) -> tuple[DegreeClue, ...]:
    """Every degree that `text` names, from the left."""
    sequence = words(text)
    clues = [DegreeClue(hit.start, hit.end, hit.value) for hit in _degree_phrases().find(sequence)]
    capitals = _degree_capitals()
    for word in sequence:
        bare = word.text.replace(".", "")
        if bare in capitals or (bare.upper() in capitals and "." in word.text):
            if not any(clue.start <= word.start < clue.end for clue in clues):
                clues.append(DegreeClue(word.start, word.end, capitals[bare.upper()]))
    if has_asian(text):
        for level, lists in load("degrees").items():
            for sign in lists["signs"]:
                if (at := text.find(sign)) >= 0:
                    clues.append(DegreeClue(at, at + len(sign), Level(level)))
    return tuple(sorted(clues, key=lambda clue: (clue.start, -clue.end)))


@cache
def _terms() -> Phrases[str]:
    return Phrases((phrase, kind) for kind, phrases in load("employment").items() for phrase in phrases)


@lru_cache(maxsize=4096)
def employment(text: str) -> str | None:
    """The terms of employment, where `text` says only those: "full-time", …, "internship", "volunteer", "mode"."""
    bare = text.strip(" ()[].,;")
    if has_asian(bare):
        return next((kind for kind, phrases in load("employment").items() if bare in phrases), None)
    return _terms().whole(bare)


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
        len(words(text)) <= 8
        and not text.rstrip().endswith((".", ":", "!", "?", ","))
        and (organization_score(text) >= 3 and is_proper_name(text) and title_score(text) < 3)
    )


@cache
def _actions() -> frozenset[str]:
    return _set("actions", "verbs")


@cache
def _finite() -> frozenset[str]:
    return frozenset(load("actions")["finite"])


def _is_role(sequence: tuple[Word, ...]) -> bool:
    """Whether a line that could begin with a verb begins with a role: "Lead Instructor", but not "Lead the team"."""
    return sequence[1].text[0].isupper() and title_score(f"{sequence[0].text} {sequence[1].text}") >= 4


@lru_cache(maxsize=8192)
def is_sentence(text: str) -> bool:
    """Whether a line tells something in a sentence, rather than heading an entry."""
    sequence = words(text)
    if not sequence:
        return False
    first = sequence[0].key
    if len(sequence) <= 6 and title_score(text) >= 3 and is_proper_name(text):
        return False
    if first in _actions() and len(sequence) > 1 and not _is_role(sequence):
        return True
    if len(first) > 4 and first.endswith(("ed", "ing")) and len(sequence) > 3 and sequence[1].text[0].islower():
        return True
    if (
        len(sequence) > 1
        and text.rstrip().endswith(".")
        and sequence[-1].text.islower()
        and "." not in sequence[-1].text
    ):
        return True
    if len(sequence) > 3 and any(word.text in _finite() for word in sequence[1:]):
        return True
    small = sum(1 for word in sequence if word.text[0].islower() and word.key not in _CONNECTING)
    if len(sequence) > 5 and text.rstrip().endswith((".", "!", "?")) and small > 2:
        return True
    return len(sequence) > 9 and small > len(sequence) / 2
