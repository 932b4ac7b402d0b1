"""Firms that somebody runs or founded: "I run a small consultancy called Example"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.prose.lexicon import alternatives
from kg.extraction.prose.organizations import Place, organizations_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_likely
from kg.extraction.prose.work.verbs import is_hypothetical, of_subject
from kg.model import PositionKind

_USED_TO = re.compile(r"\bused to\s$")


@cache
def _firm() -> re.Pattern[str]:
    words = load("prose")["firms"]
    return re.compile(
        rf"\b(?:(?P<now>{alternatives(words['runs'])})|{alternatives(words['began'])})\s"
        r"(?:an?|my|my own|his own|her own|the)\s"
        rf"(?:[\w-]{{1,20}}\s){{0,6}}(?:{alternatives(words['nouns'])})(?:,?\s(?:called|named)\s|,\s(?=[A-Z]))",
        re.IGNORECASE,
    )


@cache
def _said_to_be_one() -> re.Pattern[str]:
    """The verb before the name of something that an apposition after it says to be a firm."""
    words = load("prose")["firms"]
    return re.compile(
        rf"\b(?:(?P<now>{alternatives([*words['runs'], *words['builds']])})|{alternatives(words['began'])})"
        r"\s(?=[A-Z@])",
        re.IGNORECASE,
    )


@cache
def _apposition() -> re.Pattern[str]:
    words = load("prose")["firms"]
    nouns = alternatives([*words["nouns"], *words["bodies"]])
    return re.compile(
        rf",?\s[(–—-]?\s?(?:an?|my|our|my own|the)\s(?:[\w’'-]{{1,20}}\s){{0,5}}(?:{nouns})\b", re.IGNORECASE
    )


def is_firm(text: str, end: int) -> bool:
    """Whether what follows a name says that it is a firm: ", a medical imaging company"."""
    return _apposition().match(text, end) is not None


def firms(sentence: Sentence, name: str | None) -> Iterator[Told]:
    """The firm that the sentence says the subject runs or founded: by its noun before the name, or after it."""
    text = sentence.text
    if "firms" not in sentence.matters:
        return
    for match in (*_firm().finditer(text), *_said_to_be_one().finditer(text)):
        if not of_subject(text, match.start(), name) or is_hypothetical(text, match.start(), match.end()):
            continue
        places = organizations_at(text, match.end(), sentence.links)[:1]
        if not places or not (match.re is _firm() or _is_one(sentence, match, places[0])):
            continue
        past = _USED_TO.search(text, 0, match.start())
        tense = Tense.PAST if past else Tense.PRESENT if match["now"] else Tense.BEGAN
        yield Told(tuple(places), None, tense, match.start(), places[0].end, PositionKind.FOUNDER)


def _is_one(sentence: Sentence, verb: re.Match[str], place: Place) -> bool:
    """Whether a name is said to be a firm, or looks like one and is owned."""
    owned = verb[0].strip().casefold() in ("own", "owns", "owned")
    return bool(_apposition().match(sentence.text, place.end)) or (owned and is_likely(place, sentence))
