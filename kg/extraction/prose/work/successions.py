"""Roles held one after the other at one place: "joined A as an analyst and later a partner", "first as … then as …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.prose.organizations import Place
from kg.extraction.prose.roles import places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_study

_NEXT = re.compile(
    r"(?:,?\s(?:and|but)\s|,\s)(?:(?:is|am|was)\s)?(?P<when>(?:then|later|subsequently|eventually|finally|afterwards|ultimately|now|currently)\s){1,2}"
    r"(?:as\s|became\s|becoming\s)?(?:an?\s|the\s|its\s)?"
)
_THERE = re.compile(r"\s(?:there|at the same)\b")
_MOST = 4
_ELSEWHERE = 50


def successions(sentence: Sentence, found: Sequence[Told]) -> Iterator[Told]:
    """The roles that follow one told before at its place, each without a place of its own."""
    for one in found:
        end, places = max(one.end, one.role.end if one.role else 0), one.places
        for _ in range(_MOST if one.role and places else 0):
            told = _next(sentence, end, places)
            if told is None or told.role is None:
                break
            yield told
            end = told.role.end


def _next(sentence: Sentence, end: int, places: Sequence[Place]) -> Told | None:
    text = sentence.text
    joint = _NEXT.match(text, end)
    role = role_at(text, joint.end()) if joint else None
    if joint is None or role is None or is_study(role.title):
        return None
    there = _THERE.match(text, role.end)
    if there is None and places_after(text, role.end, sentence.links, reach=_ELSEWHERE):
        return None
    goes_on = joint["when"].strip() in ("now", "currently")
    return Told(
        tuple(places),
        role,
        Tense.PRESENT if goes_on else Tense.BEGAN,
        joint.start(),
        there.end() if there else role.end,
    )
