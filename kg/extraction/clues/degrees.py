"""The degrees that words name, with their levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extraction.clues.lexica import word_set
from kg.extraction.clues.names import is_school
from kg.extraction.lexicon import load
from kg.extraction.words import Phrases, Word, has_asian, key, tokens, words
from kg.model import Level


@dataclass(frozen=True, slots=True)
class DegreeClue:
    """A degree named at `start` to `end`, and its level."""

    start: int
    end: int
    level: Level


# "Instituto Técnico de Example" is a school.
_SCHOOLS = frozenset(
    ("instituto", "colegio", "colégio", "escuela", "escola", "liceo", "istituto", "institut", "centro")
)
# These degrees are written "MArch" or "M.Arch", "MEd" or "M.Ed".
_OTHER_WORDS = ("March", "march", "MARCH", "med")
_PREFIXES = ("pre-", "post-")  # "a pre-doctoral fellow"


_NAMED = re.compile(r"(?:^|\s)[^\W\d_a-z](?![\w-]*ed\s)[\w.'’-]*\s$")  # the word before is a name's
_TAUGHT = (Level.BACHELOR, Level.MASTER)
_JOINED = frozenset("-&")


@cache
def _degree_phrases() -> Phrases[Level]:
    listed = [(phrase, Level(level)) for level, lists in load("degrees").items() for phrase in lists["phrases"]]
    return Phrases((form, level) for phrase, level in listed for form in _forms(phrase))


def _forms(phrase: str) -> Iterator[str]:
    """The phrase, and what people make of "bachelor of science": "Bachelor's of Science", "Bachelor in Science"."""
    yield phrase
    rank, of, subject = phrase.partition(" of ")
    if of and rank in ("bachelor", "master", "associate"):
        yield f"{rank}s of {subject}"
        if subject in ("science", "arts"):  # "in Engineering" tells the field
            yield f"{rank} in {subject}"
            yield f"{rank}s in {subject}"


@cache
def _degree_capitals() -> dict[str, Level]:
    return {short: Level(level) for level, lists in load("degrees").items() for short in lists["upper"]}


def _may_be_named(text: str) -> bool:
    """Whether a phrase or an abbreviation for a degree stands in the text; in most there is none."""
    sequence = [token for token in tokens(text) if _hints_at_degree(token.text)]
    if any(_is_short_degree(token.text) for token in sequence):
        return True
    return bool(sequence) and _degree_phrases().within(tokens(text))


@lru_cache(maxsize=65536)
def _hints_at_degree(word: str) -> bool:
    """Whether a word may begin the name of a degree, or be one; most phrases hold no such word."""
    return _is_short_degree(word) or _degree_phrases().begins(key(word))


def _is_short_degree(word: str) -> bool:
    return word.replace(".", "").upper() in _degree_capitals()


def _is_market(sequence: Sequence[Word], first: int, last: int) -> bool:
    """Whether an exchange is one that things are traded at, or part of an institution's name."""
    if sequence[first].key != "exchange" or last - first > 1:
        return False
    before = sequence[first - 1].key if first else ""
    after = sequence[last].key if last < len(sequence) else ""
    return before in word_set("organizations", "exchanged") or after in word_set("organizations", "of_exchanges")


@lru_cache(maxsize=8192)
def degrees(text: str) -> tuple[DegreeClue, ...]:
    """Every degree that `text` names, from the left; what a school is called by ("Example High School") is none."""
    return tuple(clue for clue in degree_words(text) if not _names_school(text, clue))


def _names_school(text: str, clue: DegreeClue) -> bool:
    """Whether the word for a level is part of a school's name: "Lycée Example", "Example Sixth Form College"."""
    if clue.level is not Level.SECONDARY:
        return False
    level, before = text[clue.start : clue.end], text[: clue.start]
    following = text[clue.end :].split(" ", 2)[1] if text.startswith(" ", clue.end) else ""
    if key(level) in word_set("degree_words", "before_schools"):
        return is_school(following)
    if not is_school(level.rsplit(" ", 1)[-1]):
        return False
    return bool(_NAMED.search(before)) or (" " not in level and following[:1].isupper() and not degree_words(following))


@lru_cache(maxsize=8192)
def degree_words(text: str) -> tuple[DegreeClue, ...]:
    """Every word for a degree or the level of a school, from the left."""
    asian = has_asian(text)
    if not asian and not _may_be_named(text):
        return ()
    sequence = words(text)
    not_mastered, work, theses = (word_set("degree_words", name) for name in ("no_degree_after", "work", "theses"))
    clues = [
        DegreeClue(hit.start, hit.end, hit.value)
        for hit in _degree_phrases().find(sequence)
        if not (hit.first and sequence[hit.first - 1].key in not_mastered)
        and text[hit.start : hit.end] not in _OTHER_WORDS
        and not text[max(hit.start - 5, 0) : hit.start].casefold().endswith(_PREFIXES)
        and not (hit.first and sequence[hit.first - 1].key in _SCHOOLS and hit.value is Level.CERTIFICATE)
        and not (hit.value is Level.EXCHANGE and _is_market(sequence, hit.first, hit.last))
        and not any(word.key in work for word in sequence[hit.last : hit.last + 2])
        and not (hit.value in _TAUGHT and any(word.key in theses for word in sequence[hit.last : hit.last + 1]))
    ]
    capitals = _degree_capitals()
    for word in sequence:
        bare = word.text.replace(".", "")
        written = bare in capitals or (bare.upper() in capitals and "." in word.text)
        if not _JOINED.isdisjoint((text[word.start - 1 : word.start], text[word.end : word.end + 1])):
            continue  # "LC-MS", "MS-DOS", "BM&F"
        if written and not any(clue.start <= word.start < clue.end for clue in clues):
            clues.append(DegreeClue(word.start, word.end, capitals[bare.upper()]))
    if asian:
        for level, lists in load("degrees").items():
            for sign in lists["signs"]:
                if (at := text.find(sign)) >= 0:
                    clues.append(DegreeClue(at, at + len(sign), Level(level)))
    return tuple(sorted(clues, key=lambda clue: (clue.start, -clue.end)))
