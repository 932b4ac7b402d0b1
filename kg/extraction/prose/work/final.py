"""Work told by a verb at the end of its clause: "Ich habe bei Example als Entwickler gearbeitet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.prose.lexicon import alternatives, as_pattern
from kg.extraction.prose.organizations import Place, organizations_at
from kg.extraction.prose.roles import Role, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_employer, is_study

_CLAUSE = re.compile(
    r"[.;:!?]\s|,\s(?=(?:wo|waar|und|en|nachdem|bevor|wobei)\b)|\s(?:und|en)\s(?=(?:habe|war|bin|heb|was)\b)"
)


def final_verbs(sentence: Sentence) -> Iterator[Told]:
    """The place and the role before a verb at the end of its clause, where the clause speaks of its writer."""
    text = sentence.text
    if "final" not in sentence.matters:
        return
    for verb in _pattern("verbs").finditer(text):
        start = max((stop.end() for stop in _CLAUSE.finditer(text, 0, verb.start())), default=0)
        opens = start == 0 and not _pattern("subjects").search(text)
        if not opens and not _pattern("subjects").search(text, start, verb.start()):
            continue
        role, places = _role(text, start, verb.start()), _places(sentence, start, verb.start())
        if places:
            tense = Tense.PRESENT if _pattern("now").search(text, start, verb.start()) else Tense.PAST
            yield Told(tuple(places), role, tense, start, verb.end())


def _role(text: str, start: int, end: int) -> Role | None:
    said = as_pattern().search(text, start, end)
    role = role_at(text[:end], said.end()) if said else None
    return role if role and not is_study(role.title) else None


def _places(sentence: Sentence, start: int, end: int) -> list[Place]:
    for where in _pattern("at").finditer(sentence.text, start, end):
        listed = organizations_at(sentence.text, where.end(), sentence.links)
        places = [place for place in listed if place.end <= end and is_employer(place, sentence)]
        if places and sentence.text[where.end()].isupper():
            return places
    return []


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The words of one kind, with a space after those that lead to a place."""
    words = alternatives(load("prose")["final"][name])
    return re.compile(
        rf"\b(?:{words})\s(?:(?:der|die|das|dem|de|het)\s)?" if name == "at" else rf"\b(?:{words})\b", re.IGNORECASE
    )
