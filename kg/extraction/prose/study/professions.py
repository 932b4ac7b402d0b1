"""Studies told by what one was trained for: "a civil engineer from the University of Tarn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.clues import is_school
from kg.extraction.prose.lexicon import alternatives, lexicon
from kg.extraction.prose.organizations import organization_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.study.schools import Told, of_others
from kg.extraction.prose.times import Tense
from kg.extraction.words import fold

_FROM = re.compile(r",?\s(?:from|por|pela|pelo|de|da|do|dell[ao]?|del)\s(?:the\s|la\s|l['’])?|\s(?:de\s|dell)l?['’]")


@cache
def _profession() -> re.Pattern[str]:
    """A profession, alone or with the field of it: "a mechanical engineer", "ingeniera en informática"."""
    return re.compile(
        r"(?:^|(?:\b(?:I am|[Hh]e is|[Ss]he is|[Ss]oy|[Ss]ou|[Ss]ono|[Ss]uis|[Ee]s|[ÉéÈè]|[Ee]st)"
        r"|(?<=I)['’]m|(?<=\w),)\s)"
        r"(?:an?\s|une?\s|um[a]?\s|una?\s)?"
        rf"(?P<title>(?:[\w-]{{2,20}}\s){{0,3}}?(?i:{alternatives(lexicon('professions'))})\b"
        r"(?:\s(?:in|en|em)\s[\w-]{3,20}(?:\s[\w-]{2,20}){0,3}?|\s[\w-]{3,20})?)"
        rf"(?={_FROM.pattern})"
    )


def is_learned(title: str) -> bool:
    """Whether a role is a profession that people take from a school rather than hold at one."""
    return any(fold(word) in lexicon("professions") for word in title.split())


def by_profession(sentence: Sentence) -> Iterator[Told]:
    """The school that somebody is an engineer, a lawyer, … from."""
    if "professions" not in sentence.matters:
        return
    text = sentence.text
    for match in _profession().finditer(text):
        origin = _FROM.match(text, match.end())
        place = organization_at(text, origin.end(), sentence.links) if origin else None
        if place and is_school(place.name) and not of_others(text, match.start() - 40, match.start()):
            yield Told(place, match.start("title"), place.end, Tense.PAST, match["title"])
