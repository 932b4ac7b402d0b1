"""What may follow a verb or noun of work: the role, the places, and what each must look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.clues import degrees, is_school, is_unit, organization_score, title_score
from kg.extraction.lexicon import load
from kg.extraction.prose.lexicon import as_pattern, lexicon, small_words
from kg.extraction.prose.organizations import Place, organization_at, organizations_at
from kg.extraction.prose.roles import Role, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.study.professions import is_learned
from kg.extraction.prose.times import Tense
from kg.extraction.words import fold
from kg.model import PositionKind

_ADVERBS = re.compile(r"\s{1,2}([\w-]+,?)(?=\s)")
_SUBJECTS = frozenset(("ich", "I", "ik", "jeg", "jag", "er", "sie", "hij", "zij", "han", "hun", "hon"))
_WHEN = re.compile(
    r",?\s(?:(?:ab|seit|sinds|depuis|desde|dal|since|from|von|between|entre|zwischen|de|in|en|im|em|nel)"
    r"\s(?:[\w.]{1,12}\s)?(?:19|20)\d\d(?:\s(?:bis|to|à|a|al|au|until|and|und|et|y|e)\s(?:[\w.]{1,12}\s)?(?:19|20)\d\d)?"
    r"|(?:durante|pendant|por|per|for)\s(?:\w{1,12}\s){1,2}(?:años|ans|anni|anos|years)),?"
    r"(?=\s(?:at|for|with|as|bei|beim|als|chez|comme|en|em|na|no|como|come|presso|bij|hos|på|an|am|in|i|nella|al|alla)\s)"
)
_ALSO = re.compile(
    r"\s{0,2},?\s(?:and|as well as|&)\s(?:also\s|currently\s|then\s|later\s|now\s)?"
    r"(?:(?:as\s)?(?:an?|the)\s|as\s(?=[A-Z])|(?=[A-Z][\w-]*\sat\s)|(?=(?:incoming|current|former)\s)|(?=(?:co-)?(?:director|head|chair|founder|dean|editor)\sof\s))"
    r"|\s{0,2},\s(?:then|later|subsequently|eventually|afterwards)\s(?:as\s)?(?:an?|the)\s"
    r"|\s{0,2},\s(?=(?:[A-Z][\w-]*\s){1,4}(?:at|@)\s)"
)
_AGAIN = re.compile(
    r"\s?,?\s?(?:and|as well as|&|,)\s(?:then\s|later\s|also\s|(?:most |more )?recently\s)?"
    r"(?:at|with|for)\s",
    re.IGNORECASE,
)
# "at A, working with Prof. Ada Roe, and at B"
_WITH_WHOM = re.compile(
    r",?\s(?:working|collaborating|advised|supervised|mentored|hosted)\s(?:\w+\s)?(?:with|by|under)\s[^;:]{3,80}?"
    r"(?=,?\s(?:and|&)\s(?:then\s|later\s|also\s)?at\s)"
)
_IN_TOWN = re.compile(
    r"(?:,|\sin)\s(?:the\s)?[A-Z][\w.]{1,20}(?:,?\s[A-Z][\w.]{1,20}){0,3}"
    r"(?=,?\s(?:and|as well as)\s(?:then\s|later\s|also\s)?(?:at|with|for)\s)"
)
_WHERE_I = re.compile(r",?\swhere\s(?:I|he|she)[\s'’]?\s?(?:(?:currently|also|now|had|have|has|previously)\s)?$")
_AT_FIRST = re.compile(r"\W{0,6}(?:At|With|(?:While|When) (?:working )?at)\s(?:the\s)?")
_THEN_SUBJECT = re.compile(
    r"(?:,?\s(?:in|on|from|between)\s[^.;,]{2,40})?(?:,\s[^.;,]{2,40})?(?:\s\([^()]{1,40}\))?,?"
    r"\s(?:I|he|she|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)(?:['’]m|\s(?:\w+ly|am|is|have|has|also|first|currently|now)){0,2}\s?"
)
_BEFORE_WHERE = re.compile(r"\b(?:at|from|with|of|to|joined|joining|left|leaving|in)\s(?:the\s)?")
_TOWNS = re.compile(r"(?:,\s[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20}){0,2}){1,3}(?=,?\sas\s)")
_ASIDE = re.compile(
    r",\s(?:an?|the|one of)\s[^.;,]{3,100}(?:,[^.;,]{3,60})?,?(?=\sas\s)"
    r"|,?\s(?:full[- ]time|part[- ]time|remotely|on site|onsite)(?=\sas\s)"
    r"|,?\s(?:most recently|initially|originally|first|latterly|eventually|ultimately|finally|last|lastly)(?=\sas\s)"
)
_LATER = re.compile(r"\s{0,2},?\s(?:and|&)\s(?:then|later|subsequently|eventually)\s")
_ACADEMIC = re.compile(r"\b(?:professor|lecturer|fellow|reader|dean|chair|instructor)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.;:!?]\s|,?\s(?:and|but|where|which|who|when|before|after|while|then|working|building|leading)\s|\s(?:I|he|she|we)\s"
)
_NEXT_PLACE = re.compile(
    r"(?:,?\s(?:and|&)\s|,\s)(?:(?:then|later|subsequently|afterwards|eventually|finally)\s)?"
    r"(?:at\s|with\s|for\s)?"
)
_NOW = re.compile(r"\b(?:currently|now|presently)\b")
# "an engineer from A", "ingeniero civil de la Universidad A"
_ORIGIN = re.compile(rf"[^.;]{{0,60}}?\s(?:from(?:\sthe)?|por(?:\sla)?|pela|pelo|{small_words('genitive')})\s[*_\[]*")
_HONOURED = re.compile(r"\b(?:society|academy|association|royal)\b", re.IGNORECASE)
_MOST_ROLES = 6
_ROLE = 3.0
_ENOUGH = 140
_TIME = re.compile(
    r",?\s(?:in|for|since|from|until|during)(?:\s[\w–-]+){1,4}?"
    r"(?=,?(?:\s(?:most recently|initially|first|currently|latterly|eventually))?"
    r"(?:,?\s(?:working|serving|acting))?\sas\s)|\s?\([^()]{4,30}\)"
)
# "joined A to work as a …", "been with A since 2010, serving as a …"
_ACTING = re.compile(
    r",?\s(?:to (?:work|serve|act)|working|serving|acting|where (?:I|he|she) (?:worked|served|works?|serves?))"
    r"(?=\sas\s)"
)
_FIRM_NOUN = re.compile(r"\s(?:company|firm|agency|start-?up|corporation|organi[sz]ation)(?=,?\s(?:as|in|since|for)\s)")
_NO_STUDENTS = frozenset(
    (
        "affiliate",
        "employee",
        "consultant",
        "tutor",
        "mentor",
        "instructor",
        "representative",
        "assistant",
        "worker",
        "ambassador",
        "researcher",
        "intern",
        "working",
        "work",
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one verb tells: who was what, where, from where to where in the sentence."""

    places: tuple[Place, ...]
    role: Role | None
    tense: Tense
    start: int
    end: int
    kind: PositionKind | None = None
    risen: bool = False  # it was held where what was told before it was: "I was promoted to …"


def past_adverbs(text: str, position: int) -> int:
    """Where the adverbs after a verb, a subject that follows it, and the years between it and a place end."""
    while match := _ADVERBS.match(text, position):
        if match[1] in load("prose")["joints"]["at"]:  # Portuguese "na" is no Norwegian "nå"
            break
        if fold(match[1].rstrip(",")) not in lexicon("adverbs") and match[1] not in _SUBJECTS:
            break
        position = match.end()
    dated = _WHEN.match(text, position)
    return dated.end() if dated else position


def roles(sentence: Sentence, start: int, at: int, tense: Tense, *, article: bool) -> Iterator[Told]:
    """The role at the position and those that "and a …" adds to it."""
    text = sentence.text
    waiting: Role | None = None
    for _ in range(3):
        role = role_at(text, at)
        end = role.end if role else at
        left: Role | None = None
        if role and (article or role.title[0].isupper() or not text.isascii()) and not is_study(role.title):
            places = more_places(sentence, places_after(text, role.end, sentence.links))
            if not places and (home := _where(sentence, start)):
                places = [home]
            if _is_honour(role, places):
                places = []
            if places and _ORIGIN.fullmatch(text, role.end, places[0].start) and is_school(places[0].name):
                places = [] if is_learned(role.title) else places
            left = None if places else role
            if places:
                if waiting:
                    yield Told(tuple(replace(place, unit=None) for place in places), waiting, tense, start, waiting.end)
                end = max(places[-1].end, role.end)
                between = text[role.end : places[0].start]
                if "experience" in between and not _NOW.search(between):  # "with years of experience at A and B"
                    tense = Tense.PAST
                yield Told(tuple(places), role, _by_adjective(text[start : role.start], tense), start, end)
        also = _ALSO.search(text, end, min(end + 80, len(text)))
        if also is None or re.search(r"[.;]\s", text[end : also.start()]):
            return
        waiting = left if left and also.start() <= left.end + 1 and _shares_place(text, left, also) else None
        start, at, article = also.start(), also.end(), True


def _by_adjective(said: str, tense: Tense) -> Tense:
    """The tense that words between the verb and the role ask for: "is a former editor", "is an incoming intern"."""
    words = {fold(word).strip(",") for word in said.split()[1:]}
    if "incoming" in words:
        return Tense.BEGAN
    if "current" in words:
        return Tense.PRESENT
    return Tense.PAST if tense is Tense.PRESENT and not words.isdisjoint(lexicon("over")) else tense


def _shares_place(text: str, role: Role, also: re.Match[str]) -> bool:
    """Whether a role without a place was held where the one after it was: "lecturer and later a reader at A"."""
    return _LATER.match(text, also.start()) is not None or _ACADEMIC.search(role.title) is not None


def _is_honour(role: Role, places: Sequence[Place]) -> bool:
    """Whether a role is one that honours: an honorary one, or that of a fellow of a learned society."""
    title = role.title.casefold()
    fellow = title == "fellow" and any(_HONOURED.search(place.name) for place in places)
    return fellow or title.startswith(("honorary fellow", "honorary member", "honorary doctor"))


def _where(sentence: Sentence, start: int) -> Place | None:
    """The organization before "where I am a …"."""
    where = _WHERE_I.search(sentence.text[:start])
    if not where:
        return _leading_place(sentence, start)
    found = None
    for joint in _BEFORE_WHERE.finditer(sentence.text, 0, where.start()):
        if found and joint.start() < found.end:
            continue
        places = organizations_at(sentence.text, joint.end(), sentence.links)
        if places and places[-1].end <= where.start() + 1:
            found = places[-1]
    return found


def _leading_place(sentence: Sentence, start: int) -> Place | None:
    """The organization that the sentence begins with: "At Example Inc., I was a …"."""
    at = _AT_FIRST.match(sentence.text)
    place = organization_at(sentence.text, at.end(), sentence.links) if at else None
    if place is None or not is_employer(place, sentence):
        return None
    return place if _THEN_SUBJECT.fullmatch(sentence.text, place.end, start) else None


def more_places(sentence: Sentence, places: list[Place]) -> list[Place]:
    """The places, and those that go on after the date of the last: "at A in 2019 and at B in 2020"."""
    for _ in range(4):
        if not places:
            break
        end = places[-1].end
        if town := _IN_TOWN.match(sentence.text, end):
            end = town.end()
        date = next(
            (d for d in sentence.dates if end <= d.start <= end + 14 and "." not in sentence.text[end : d.start]), None
        )
        at = date.end if date else end
        at += sentence.text[at : at + 1] in ")]"
        aside = _WITH_WHOM.match(sentence.text, at)
        at = aside.end() if aside else at
        again = _AGAIN.match(sentence.text, at)
        following = organizations_at(sentence.text, again.end(), sentence.links) if again else []
        if not following:
            break
        places = [*places, *following]
    return places


def is_study(title: str) -> bool:
    """Whether a role is that of somebody who studies."""
    words = [fold(word).strip(".") for word in title.partition(" of ")[0].split()]  # "Director of Graduate Studies"
    if words and words[-1] == "scholar" and degrees(title):
        return True
    if words[:1] == ["student"] and len(words) > 1 and words[-1] not in lexicon("students"):  # "Student Vice President"
        return title_score(words[-1]) < _ROLE
    return any(word in lexicon("students") for word in words) and not _NO_STUDENTS & set(words)


def role_after(sentence: Sentence, end: int) -> Role | None:
    """The role in "at Example Inc. as a …"."""
    if noun := _FIRM_NOUN.match(sentence.text, end):
        end = noun.end()
    towns, date = _TOWNS.match(sentence.text, end), _TIME.match(sentence.text, end)
    at = towns.end() if towns else date.end() if date else end
    acting = _ACTING.match(sentence.text, at)
    for start in (end, at, acting.end() if acting else at, _past_aside(sentence.text, at)):
        if as_role := as_pattern().match(sentence.text, start):
            return role_at(sentence.text, as_role.end())
    return None


def _past_aside(text: str, end: int) -> int:
    """Past ", one of the largest …," or ", most recently" after a name, where "as …" goes on from there."""
    aside = _ASIDE.match(text, end)
    return aside.end() if aside else end


def each_with_role(sentence: Sentence, told: Told) -> Iterator[Told]:
    """What was told, and the same of further places that each name a role: "with A as an analyst, B as a tutor"."""
    yield told
    text, end = sentence.text, told.end if told.role is None else max(told.end, told.role.end)
    for _ in range(_MOST_ROLES if told.role else 0):
        joint = _NEXT_PLACE.match(text, end)
        place = organization_at(text, joint.end(), sentence.links) if joint else None
        role = role_after(sentence, place.end) if place else None
        if place is None or role is None or is_study(role.title):
            return
        yield replace(told, places=(place,), role=role, start=place.start, end=role.end)
        end = role.end


@cache
def _as_one() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{small_words('as')})\s(?:(?:{small_words('articles')})\s|(?=[A-Z]))")


@cache
def _at_place() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{small_words('at')}|to|by)\s", re.IGNORECASE)


def engagement(sentence: Sentence, at: int) -> tuple[Role | None, list[Place]]:
    """The role and the places in the rest of a clause: "as a designer at A", "at A in 2019 as a designer"."""
    text = sentence.text
    stop = _CLAUSE_END.search(text, at)
    limit = min(stop.start() if stop else len(text), at + _ENOUGH)
    said = _as_one().search(text, at, limit)
    role = role_at(text, said.end()) if said else None
    if said and (role is None or is_study(role.title)):
        return None, []
    if role and (places := places_after(text, role.end, sentence.links)):
        return role, more_places(sentence, places)
    for where in _at_place().finditer(text, at, said.start() + 1 if said else limit):
        fits = (
            is_employer
            if where[0].strip().casefold() in ("at", "@", "by", "bei", "beim", "chez", "hos", "bij", "presso")
            else is_likely
        )
        places = [place for place in organizations_at(text, where.end(), sentence.links) if fits(place, sentence)]
        if places:
            return role, more_places(sentence, places)
    return role, []


def is_likely(place: Place, sentence: Sentence) -> bool:
    """Whether a place is an organization by more than its capital: known, linked, or named by a noun for one."""
    return _set_off(place, sentence) or bool(place.unit) or organization_score(place.name) >= 2.5 or is_unit(place.name)


def _set_off(place: Place, sentence: Sentence) -> bool:
    """Whether a place stands in a link or in bold, and is no words in small letters that are set off for themselves."""
    return not (place.name.islower() and " " in place.name) and any(a <= place.start < b for a, b in sentence.links)


def is_employer(place: Place, sentence: Sentence) -> bool:
    """Whether a place looks enough like an organization to be worked at."""
    return _set_off(place, sentence) or bool(place.unit) or organization_score(place.name) >= 1 or is_unit(place.name)
