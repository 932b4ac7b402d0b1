"""What a line of an entry begins with before it names the degree or the role: "Pursuing a", "Worked as an"."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.clues.degrees import degrees
from kg.extraction.clues.roles import title_score
from kg.extraction.lexicon import load

_ROLE_END = re.compile(r"\s(?:at|for|in|with|of|bei|chez|en|im|na|no)\s|[,(|–—]")
_LONGEST = 90
_MOST_BEFORE = 2  # "an online executive MBA"; a degree named later is another matter of the sentence


@cache
def _leads(name: str) -> re.Pattern[str]:
    phrases = sorted(load("actions")[name], key=lambda phrase: (-len(phrase), phrase))
    articles = "|".join(load("actions")["lead_articles"])
    spans = "|".join(load("actions")["spans"])
    said = "|".join(map(re.escape, phrases))
    return re.compile(
        rf"[\s*_\-•:]{{0,6}}(?:\d{{1,2}}\+? (?:{spans}) )?(?:{said})\s(?:(?:{articles})\s)?[\s*_]{{0,3}}(?=\w)",
        re.IGNORECASE,
    )


def lead_end(text: str, start: int = 0) -> int:
    """Where the words at `start` end that only say that somebody studied for a degree or worked as something.

    `start` where there are none, or neither a degree nor a role follows.
    """
    if study := _leads("study_leads").match(text, start):
        rest = text[study.end() : study.end() + _LONGEST]
        if any(rest[: clue.start].count(" ") <= _MOST_BEFORE for clue in degrees(rest)):
            return study.end()
    if work := _leads("work_leads").match(text, start):
        rest = _ROLE_END.split(text[work.end() : work.end() + _LONGEST], maxsplit=1)[0]
        if title_score(rest) >= 3:
            return work.end()
    return start
