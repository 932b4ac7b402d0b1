"""Work told by where it was done: "At Example Inc., I lead …", "While at Example Inc., I built …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.clues import is_place, is_school
from kg.extraction.lexicon import load
from kg.extraction.prose.organizations import organization_at, organizations_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_employer, is_likely, role_after
from kg.extraction.prose.work.doings import is_event
from kg.extraction.words import Wording
from kg.model import PositionKind

_STAY = Wording(
    re.compile(  # in lower case
        r"(?:^\W{0,6}|(?<=[;.]\s))(?:(?P<while>while|whilst|when|during (?:my|his|her) (?:time|tenure|years|stay))\s"
        r"(?:i was\s)?(?:working\s)?)?(?:at|with)\s"
    ),
    ("at", "with"),
)
_THEN_I = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:\sin\s[A-Z]\w+(?:,?\s[A-Z]\w+)?)?(?:\s[A-Z][\w-]{1,20})?,?\s(?:I|he|she)(?:['’]ve|\s(?:have|has))?\s(?:\w+ly\s|also\s)?(?P<verb>[a-z]+)"
)
_SCHOOL = re.compile(r"(?:Universit|College|School|Hochschule)")  # research at one may be part of studying there
_RESEARCH = Wording(
    re.compile(
        r"(?<!\w)(?:I|[Hh]e|[Ss]he)(?:['’]m|\sam|\sis|\salso|\scurrently|\snow){0,2}"
        r"\s(?:(?P<past>did|conducted|carried out)|do|does|doing|conducts?"
        r"|conducting)\s(?:my\s)?(?:\w+\s)?research\s(?:at|in|with)\s(?:the\s)?"
    ),
    ("research",),
)
_CAREER = Wording(
    re.compile(r"\b(?:[Mm]y|[Hh]is|[Hh]er)\s(?:(?:\w+\s)?career\s(?:started|began)|(?:start|teeth))\s(?:at|with)\s"),
    ("career", "start", "teeth"),
)


def stays(sentence: Sentence) -> Iterator[Told]:
    """The organization at which the sentence says the subject did something at work."""
    text, there = sentence.text, load("prose")["there"]
    for match in _RESEARCH.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        if place and is_likely(place, sentence) and (place.unit or not _SCHOOL.search(place.name)):
            tense = Tense.PAST if match["past"] else Tense.PRESENT
            yield Told((place,), None, tense, match.start(), place.end, PositionKind.RESEARCH)
    for match in _CAREER.finditer(text):
        begun = organizations_at(text, match.end(), sentence.links)[:1]
        if begun:
            yield Told((begun[0],), role_after(sentence, begun[0].end), Tense.BEGAN, match.start(), begun[0].end)
    for match in _STAY.finditer(sentence.lower):
        places = [
            place for place in organizations_at(text, match.end(), sentence.links)[:1] if is_employer(place, sentence)
        ]
        then = _THEN_I.match(text, places[0].end) if places else None
        if not then or is_place(places[0].name) or is_school(places[0].name) or is_event(places[0].name):
            continue
        if match["while"] or then["verb"] in there["held"] or is_likely(places[0], sentence):
            tense = Tense.PRESENT if then["verb"] in there["held_now"] and not match["while"] else Tense.PAST
            yield Told((places[0],), None, tense, match.start(), places[0].end)
