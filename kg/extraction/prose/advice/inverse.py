"""Advisors named before what says that they advise: "Ada Example is my advisor", "Ada Example (advisor)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.people.names import PersonName, people_at
from kg.extraction.prose.lexicon import advisor_roles, alternatives
from kg.extraction.words import vocabulary

_BEGINS = re.compile(r"(?<!\w)(?=[^\W\d_a-z])")
_OWNERS = frozenset(("my", "his", "her", "me"))  # one of them, or a bracket, stands in all that is said so
_COMMITTEE = re.compile(r"\b(?:committee|dissertation|thesis|ph\.?\s?d|doctora[lt])")  # a session has chairs, too
_PLACE = r"\s?[(（][^()（）]{0,80}[)）]"  # where somebody is, after the name
_REACH = 160
_MOST = 8  # in one sentence


@cache
def _said() -> re.Pattern[str]:
    """What follows the names: "is my advisor", "supervised my thesis", "(advisor)"."""
    words = load("advising")
    roles, verbs = advisor_roles(), alternatives(phrase.lower() for phrase in words["verbs"])
    return re.compile(
        rf"(?:{_PLACE})?(?:\s(?:is|are|was|were|has been|have been|became)\s(?:also\s|both\s)?"
        rf"(?:my|his|her)\s(?:[\w.'’-]{{1,16}}\s){{0,2}}(?:{roles})(?!\w)"
        rf"|\s(?:has\s|have\s|also\s|kindly\s){{0,2}}(?:{verbs})\s(?:me(?!\w)|(?:my|his|her)\s(?:[\w.'’-]{{1,16}}\s){{0,2}}"
        r"(?:thesis|dissertation|research|work|studies|ph\.?\s?d\.?|doctorate|project|internship)(?!\w))"
        rf"|\sas\s(?:my|his|her)\s(?:[\w.'’-]{{1,16}}\s){{0,2}}(?:{roles})(?!\w))"
        rf"|(?P<bracket>,?\s?[(（])(?:my\s|main\s|primary\s)?(?:{roles}|(?P<chairs>(?:co-?)?chair(?:s|wom[ae]n|m[ae]n)?))[)）,;]"
    )


def named_before(text: str, lower: str, links: Sequence[tuple[int, int]]) -> Iterator[tuple[list[PersonName], int]]:
    """The names, and where what is said of them ends, of every telling of this kind."""
    if _OWNERS.isdisjoint(vocabulary(text)) and "(" not in text and "（" not in text:
        return
    for count, said in enumerate(_said().finditer(lower)):
        if count >= _MOST:
            return
        if said["chairs"] and not _COMMITTEE.search(lower):
            continue
        several = said["bracket"] and said[0].rstrip("),;）").endswith("s")
        for begin in _BEGINS.finditer(text, max(said.start() - _REACH, 0), said.start()):
            names = [name for name in people_at(text, begin.start(), links) if name.end <= said.start()]
            if names and names[-1].end == said.start():
                yield (names[-1:] if said["bracket"] and not several else names), said.end()
                break
