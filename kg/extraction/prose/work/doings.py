"""Work told by what was done and where: "I build developer tools at Example Inc.", "in charge of sales at …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.clues import is_place, is_school, title_score
from kg.extraction.lexicon import load
from kg.extraction.prose.lexicon import alternatives
from kg.extraction.prose.organizations import Place, organizations_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_employer, more_places, role_after
from kg.extraction.words import fold

_WHAT_AT = re.compile(r"\s(?P<what>(?:[\w&/+.'’-]{1,24},?\s){1,8}?)(?:at|@|in the [\w ]{2,24} office of)\s?(?:the\s)?")


@cache
def _events() -> frozenset[str]:
    return frozenset(fold(word) for word in load("prose")["doings"]["events"])


@cache
def _named_event() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(load('prose')['doings']['named'])})\b|\b(?:19|20)\d\d$", re.IGNORECASE)


def doing(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The employer of "build developer tools at …"; none where an event was held there, or one studies there."""
    what = _WHAT_AT.match(sentence.text, at)
    if what is None or _tells_of_an_event(what["what"]):
        return
    places = [
        place for place in organizations_at(sentence.text, what.end(), sentence.links) if _employs(place, sentence)
    ]
    if places:
        places = more_places(sentence, places)
        yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)


def _tells_of_an_event(what: str) -> bool:
    """Whether the words are about a talk, a course or the like, or lead elsewhere than to an object."""
    words = [fold(word).strip(",.") for word in what.split()]
    if "as" in words:  # "build websites as a designer": told by the capacity
        return True
    return not _events().isdisjoint(words) or words[0] in load("prose")["doings"]["no_objects"]


def is_event(name: str) -> bool:
    """Whether a name is that of an event: "JamFest", "Example Conference 2019"."""
    return _named_event().search(name) is not None


def _employs(place: Place, sentence: Sentence) -> bool:
    if is_school(place.name) or is_place(place.name) or is_event(place.name):
        return False
    return is_employer(place, sentence) and title_score(place.name) < 3
