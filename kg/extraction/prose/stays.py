"""Work told by where it was done: "At Example Inc., I lead …", "While at Example Inc., I built …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.clues import is_place, is_school
from kg.extraction.prose.complements import Told, is_employer, is_likely
from kg.extraction.prose.organizations import organizations_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense

_STAY = re.compile(  # in lower case
    r"(?:^\W{0,6}|(?<=[;.]\s))(?:(?P<while>while|whilst|when|during (?:my|his|her) (?:time|tenure|years|stay))\s"
    r"(?:i was\s)?(?:working\s)?)?(?:at|with)\s"
)
_THEN_I = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:\s[A-Z][\w-]{1,20})?,\s(?:I|he|she)(?:['’]ve|\s(?:have|has))?\s(?:\w+ly\s|also\s)?(?P<verb>[a-z]+)"
)
_WORK = frozenset(
    (
        "work",
        "works",
        "lead",
        "leads",
        "manage",
        "manages",
        "run",
        "runs",
        "worked",
        "led",
        "managed",
        "ran",
        "am",
        "is",
    )
)
_NOW = frozenset(("work", "works", "lead", "leads", "manage", "manages", "run", "runs", "am", "is"))


def stays(sentence: Sentence) -> Iterator[Told]:
    """The organization at which the sentence says the subject did something at work."""
    text = sentence.text
    for match in _STAY.finditer(sentence.lower):
        places = [
            place for place in organizations_at(text, match.end(), sentence.links)[:1] if is_employer(place, sentence)
        ]
        then = _THEN_I.match(text, places[0].end) if places else None
        if not then or is_place(places[0].name) or is_school(places[0].name):
            continue
        if match["while"] or then["verb"] in _WORK or is_likely(places[0], sentence):
            tense = Tense.PRESENT if then["verb"] in _NOW and not match["while"] else Tense.PAST
            yield Told((places[0],), None, tense, match.start(), places[0].end)
