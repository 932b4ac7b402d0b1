"""Work told by the capacity in which anything was done: "gained experience as a … at …", "kicked off … at … as a …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.people.names import is_person
from kg.extraction.prose.lexicon import alternatives, as_pattern, lexicon
from kg.extraction.prose.organizations import Place, organizations_at
from kg.extraction.prose.roles import role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_employer, is_study, role_after, roles
from kg.extraction.prose.work.verbs import is_hypothetical, is_own_clause
from kg.extraction.words import fold

_AT = re.compile(r"\s(?:at|with|for|by|@|bei|chez|presso|en|na|no)\s", re.IGNORECASE)
# "hired Ada as an engineer", "knows him as a host": the capacity is somebody else's.
_OBJECT = re.compile(r"(?:\b(?:him|them|us|you|people|someone|everyone|others)|([A-Z][\w-]+(?:\s[A-Z][\w-]+){1,2}))$")
_CLAUSE = re.compile(r"[;:!?]\s|[.]\s")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 120
_WINDOW = 45  # so far back looks whoever asks whether something is wished for


def capacities(sentence: Sentence, name: str | None, found: Sequence[Told]) -> Iterator[Told]:
    """Every role with a place that "as" leads to and nothing told so far covers, where the subject is its holder."""
    text = sentence.text
    if "capacities" not in sentence.matters:
        return
    done = 0
    for said in as_pattern().finditer(text):
        if said.start() < done or any(one.start < said.end() <= one.end for one in found):
            continue
        role = role_at(text, said.end())
        clause = max((stop.end() for stop in _CLAUSE.finditer(text, 0, said.start())), default=0)
        if role is None or is_study(role.title) or any(one.role and one.role.start == role.start for one in found):
            continue
        if not _is_own(text, clause, said.start(), name):
            continue
        tense = _tense(text[clause : said.start()])
        placed = list(roles(sentence, said.start(), said.end(), tense, article=True))
        if not placed and (before := _before(sentence, clause, said)):
            placed = [Told(tuple(before), role, tense, before[0].start, role.end)]
        yield from placed
        done = max((one.end for one in placed), default=0)


def _is_own(text: str, clause: int, at: int, name: str | None) -> bool:
    """Whether the capacity is the subject's, and neither wished for nor said to be somebody else's."""
    before = text[clause:at]
    held = _OBJECT.search(before.rstrip())
    if held and (held[1] is None or (is_person(held[1]) and held[1] != name)):
        return False
    if any(word in load("prose")["capacities"]["learned"] for word in before.split()[-2:]):
        return False
    return is_own_clause(before, name) and not is_hypothetical(text, clause + _WINDOW, at)


def _before(sentence: Sentence, clause: int, said: re.Match[str]) -> list[Place]:
    """The places right before "as": "… at Example Inc. in 2019 as a …"."""
    text = sentence.text
    for at in _AT.finditer(text, max(clause, said.start() - _REACH), said.start()):
        places = [place for place in organizations_at(text, at.end(), sentence.links) if is_employer(place, sentence)]
        if places and places[-1].end <= said.start() and (role := role_after(sentence, places[-1].end)):
            return places if role.start >= said.end() else []
    return []


@cache
def _began() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(load('prose')['capacities']['began'])})\b", re.IGNORECASE)


def _tense(before: str) -> Tense:
    """Whether what was done in a capacity goes on, is over, or was a beginning."""
    if _began().search(before):
        return Tense.BEGAN
    words = [fold(word) for word in _WORD.findall(before)]
    over = any(word in load("prose")["capacities"]["over"] for word in words)
    return Tense.PRESENT if not over and any(map(_goes_on, words)) else Tense.PAST


def _goes_on(word: str) -> bool:
    return word in lexicon("present_verbs") or word in load("prose")["capacities"]["goes_on"]
