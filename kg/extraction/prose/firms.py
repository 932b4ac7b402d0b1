"""Firms that somebody runs or founded: "I run a small consultancy called Example"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.prose.complements import Told
from kg.extraction.prose.lexicon import alternatives
from kg.extraction.prose.organizations import organizations_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.verbs import is_hypothetical, of_subject
from kg.model import PositionKind


@cache
def _firm() -> re.Pattern[str]:
    words = load("prose")["firms"]
    return re.compile(
        rf"\b(?:(?P<now>{alternatives(words['runs'])})|{alternatives(words['began'])})\s"
        r"(?:an?|my|my own|his own|her own|the)\s"
        rf"(?:[\w-]{{1,20}}\s){{0,4}}(?:{alternatives(words['nouns'])}),?\s(?:called|named)\s",
        re.IGNORECASE,
    )


def firms(sentence: Sentence, name: str | None) -> Iterator[Told]:
    """The firm that the sentence says the subject runs or founded."""
    text = sentence.text
    for match in _firm().finditer(text) if " called " in text or " named " in text else ():
        if not of_subject(text, match.start(), name) or is_hypothetical(text, match.start(), match.end()):
            continue
        places = organizations_at(text, match.end(), sentence.links)[:1]
        if places:
            tense = Tense.PRESENT if match["now"] else Tense.BEGAN
            yield Told(tuple(places), None, tense, match.start(), places[0].end, PositionKind.FOUNDER)
