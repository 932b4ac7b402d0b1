"""Work told as what a career holds: "past roles include …", "experience at A and B", "previous employers: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.clues import is_school
from kg.extraction.lexicon import load
from kg.extraction.prose.lexicon import alternatives
from kg.extraction.prose.organizations import organizations_at
from kg.extraction.prose.roles import places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_employer, is_study, more_places, role_after
from kg.extraction.prose.work.verbs import is_hypothetical, is_own_clause

_JOINT = re.compile(r"(?:,?\s(?:and|&|as well as)\s|[,;]\s)(?:most recently\s|currently\s)?")
_ARTICLE = re.compile(r"(?:an?|the|as|as an?|being)\s")
_MINE = re.compile(r"\b(?:[Mm]y|[Hh]is|[Hh]er)\s(?:[\w-]{1,12}\s){0,2}$")
_MOST = 6
_NEAR = 60


def records(sentence: Sentence, name: str | None) -> Iterator[Told]:
    """The places, with their roles, of everything that a noun for the subject's work so far leads to."""
    text = sentence.text
    if "records" not in sentence.matters:
        return
    for match in _lists().finditer(text):
        if is_own_clause(text[: match.end("noun")], name) and not is_hypothetical(text, match.start(), match.end()):
            yield from _listed(sentence, match.end(), employers=match["noun"].casefold().startswith("employer"))
    for match in _spent().finditer(text):
        own = is_own_clause(text[: match.end("noun")], name) or _MINE.search(text, 0, match.start())
        if own and not is_hypothetical(text, match.start(), match.end()):
            for told in _places(sentence, match.start(), match.end()):
                if told.role or not is_school(told.places[0].name):  # three years at a school may be studies
                    yield told


@cache
def _lists() -> re.Pattern[str]:
    """A noun of work and what says that its members follow: "previous roles include", "past employers:"."""
    words = load("prose")["records"]
    return re.compile(
        rf"\b(?P<noun>{alternatives(words['nouns'])})(?:\s(?:{alternatives(words['include'])})\s|:\s)", re.IGNORECASE
    )


@cache
def _spent() -> re.Pattern[str]:
    """A noun of time at work up to its places: "ten years of experience working at companies such as"."""
    words = load("prose")["records"]
    return re.compile(
        rf"\b(?P<noun>{alternatives(words['spans'])})\s(?:(?:as|of)\s(?:experience|work)\s)?(?:gained\s|work(?:ing)?\s)?"
        rf"(?:at|for|from)\s{_SUCH_AS}",
        re.IGNORECASE,
    )


_SUCH_AS = (
    r"(?:(?:[\w-]+\s){0,3}(?:companies|organi[sz]ations|firms|start-?ups|places|employers|agencies|institutions)"
    r"\s(?:such as|like|including)\s)?"
)


def _listed(sentence: Sentence, at: int, *, employers: bool) -> Iterator[Told]:
    """The members of a list: roles with their places, times at places, or bare employers."""
    text = sentence.text
    for _ in range(_MOST):
        told = _member(sentence, at, employers=employers)
        if told is None:
            return
        yield told
        joint = _JOINT.match(text, told.end)
        if joint is None:
            return
        at = joint.end()


def _member(sentence: Sentence, at: int, *, employers: bool) -> Told | None:
    text = sentence.text
    if spent := _stay().match(text, at):
        return next(_places(sentence, at, spent.end()), None)
    article = _ARTICLE.match(text, at)
    start = article.end() if article else at
    role = role_at(text, start)
    if role and role.start == start and not is_study(role.title):
        places = places_after(text, role.end, sentence.links, reach=_NEAR)[:1]
        return Told(tuple(places), role, Tense.PAST, at, places[0].end) if places else None
    return next(_places(sentence, at, at), None) if employers else None


@cache
def _stay() -> re.Pattern[str]:
    """A member of a list that names only places: "time at", "senior roles with", "work for"."""
    words = load("prose")["records"]
    nouns = alternatives([*words["nouns"], *words["spans"], "work"])
    return re.compile(
        rf"(?:[\w-]+\s){{0,4}}?(?:{nouns})\s(?:working\s)?(?:at|for|with|in|from)\s{_SUCH_AS}", re.IGNORECASE
    )


def _places(sentence: Sentence, start: int, at: int) -> Iterator[Told]:
    places = [place for place in organizations_at(sentence.text, at, sentence.links) if is_employer(place, sentence)]
    if places:
        places = more_places(sentence, places)
        yield Told(tuple(places), role_after(sentence, places[-1].end), Tense.PAST, start, places[-1].end)
