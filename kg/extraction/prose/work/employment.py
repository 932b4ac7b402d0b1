"""Positions told of in sentences: "I worked as a … at …", "interned at A and B", "Currently at C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from kg.extraction.clues import is_known_organization, is_unit, title_score
from kg.extraction.kinds import position_kind
from kg.extraction.outline import Claim
from kg.extraction.prose.organizations import Place, team_after
from kg.extraction.prose.roles import Role, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense, period
from kg.extraction.prose.work.capacities import capacities
from kg.extraction.prose.work.complements import Told, is_study
from kg.extraction.prose.work.final import final_verbs
from kg.extraction.prose.work.firms import firms
from kg.extraction.prose.work.frames import told
from kg.extraction.prose.work.listed import listed
from kg.extraction.prose.work.nouns import nouns
from kg.extraction.prose.work.openings import former, opening_roles, turns
from kg.extraction.prose.work.records import records
from kg.extraction.prose.work.stays import stays
from kg.extraction.prose.work.successions import successions
from kg.extraction.prose.work.verbs import is_hypothetical, of_subject, verb, verbs
from kg.extraction.prose.work.verbs import tense as tense_of
from kg.extraction.words import fold
from kg.model import Period, Position, PositionKind

_MOST_VERBS = 40  # in one sentence
_SAME_PLACE = re.compile(  # in lower case
    r"\sthere\b|\s(?:at|in|with|within)\s(?:this|that|the)\ssame\s(?:\w+\s)?(?:chair|group|lab|laboratory|department|institute|institution"
    r"|university|school|cent(?:er|re)|company|firm|team|place|organi[sz]ation)\b"
)
_ARTICLE = re.compile(r"\s(?:as\s|also\s|previously\s|then\s){0,2}(?:an?|the)\s")
_ON_THE_SIDE = re.compile(
    r"\W{0,4}(?:on campus|outside|apart from|besides|aside from|in my (?:free|spare) time"
    r"|at (?:school|university|college)\b)",
    re.IGNORECASE,
)
# What shows that a role without a place was not held where the sentence before told.
_ELSEWHERE = re.compile(
    r"\b(?:before|previously|formerly|earlier|prior|industry|sector|abroad|freelanc\w+|independent\w*|various|several)\b",
    re.IGNORECASE,
)
_I_AM = re.compile(
    r"(?:There,?\s)?(?:I['’]m|I am|My role is|My title is)\s(?:currently\s|now\s)?(?:an?|the|one of the)\s"
)
_ALSO = re.compile(r"\b(?:also|not)\b")
_PLAIN = (PositionKind.JOB, PositionKind.RESEARCH)
_JOINT = re.compile(r"\s(?:and|then|where|before|after|while)\s|[,;]\s")
_NEXT_CLAUSE = re.compile(
    r",?\s(?:and|but)\s(?:I|he|she)\s|;\s|,\s(?:an?|the)\s(?:[\w-]+\s){1,4}?(?:I|we|he|she|which|that)\s"
)
_FURTHER_CLAUSE = re.compile(r",?\s(?:and|but|before|after|while|when|until)\s(?!as\s|in\s)")
_AND_THEN = re.compile(r",?\s(?:and|then)(?:\s(?:then|later|also|subsequently))?\s$")
_TOLD_BEFORE = re.compile(
    r"\b(?:got|received|earned|obtained|completed|graduated|finished|studied|did|holds?|have|has)\b"
)
# What stands on its own unless a school has it.
_WHOLE = re.compile(r"\b(?:cent(?:er|re)|institute|foundation|observatory)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\(([A-Z][^()\d]{2,40})\)$")
_GROUP_WORDS = re.compile(
    r"\b(?:lab|labs|laboratory|group|research|institute|centre|center|laboratoire)\b", re.IGNORECASE
)


def positions(sentence: Sentence, name: str | None, around: str | None = None) -> Iterator[Claim[Position]]:
    """A claim for every role that the sentence says the subject held.

    `name` is the subject's. `around` is the organization told of just before, to which a unit alone belongs.
    """
    found = _all_told(sentence, name)
    text = sentence.text
    around = None if _ON_THE_SIDE.match(text) else around
    edges = [_first_edge(text, found), *(_edge(text, a.end, b.start) for a, b in pairwise(found)), len(text)]
    for number, one in enumerate(found):
        stop = _NEXT_CLAUSE.search(text, one.end)
        end = min(edges[number + 1], stop.start() if stop else len(text))
        stated = period(sentence, edges[number], end, one.tense, told_at=one.start)
        if one.risen:
            place = Place(around, None, one.start, one.end) if around else None
            yield from [_claim(sentence, one, place, stated, None)] if place else ()
            continue
        if not one.places and one.role and (not around or _ELSEWHERE.search(text, 0, one.end)):
            home = Place(sentence.context, None, one.start, one.end) if sentence.context else None
            told_with = _FURTHER_CLAUSE.search(text, one.end)
            limit = min(end, told_with.start() if told_with else end)
            yield _claim(sentence, one, home, period(sentence, edges[number], limit, one.tense), None)
        for index, place in enumerate(one.places):
            limit = one.places[index + 1].start if index + 1 < len(one.places) else end
            own = period(sentence, place.start, limit, one.tense) if len(one.places) > 1 else stated
            when = own if own.start or own.end else stated
            yield _claim(sentence, one, place, when, around or sentence.context)


def at_the_same_place(sentence: Sentence, name: str | None, last: Claim[Any] | None) -> Iterator[Claim[Position]]:
    """The role that the sentence says was held where the last one told was: "a postdoc at the same chair"."""
    text = sentence.text
    if last and (role := _as_what(text, last.fact)):
        place = Place(last.fact.organization or "", last.fact.unit, role.start, role.end)
        one = Told((place,), role, Tense.PRESENT, role.start, role.end)
        yield _claim(sentence, one, place, Period(current=True), None)
        return
    same = _SAME_PLACE.search(sentence.lower) if last else None
    if last is None or same is None:
        return
    for said in islice(verb().finditer(text, 0, same.start()), _MOST_VERBS):
        article = _ARTICLE.match(text, said.end())
        role = role_at(text, article.end()) if article else None
        if role is None or is_study(role.title) or not of_subject(text, said.start(), name):
            continue
        if text[role.end : same.start()].strip() or is_hypothetical(text, said.start(), said.end()):
            continue
        place = Place(last.fact.organization or "", last.fact.unit, same.start(), same.end())
        tense = tense_of(text, said)
        yield _claim(
            sentence,
            Told((place,), role, tense, said.start(), same.end()),
            place,
            period(sentence, 0, len(text), tense),
            None,
        )
        return


def _as_what(text: str, last: object) -> Role | None:
    """The role that a sentence names right after one that only says where: "I work at A. I am the lead designer"."""
    if not isinstance(last, Position) or last.title or not last.current or last.kind not in _PLAIN:
        return None
    am = _I_AM.match(text)
    role = role_at(text, am.end()) if am else None
    if role is None or is_study(role.title) or places_after(text, role.end, ()):
        return None
    return None if _ELSEWHERE.search(text, 0, role.end) or _ALSO.search(text, 0, role.start) else role


def _first_edge(text: str, found: Sequence[Told]) -> int:
    """Where the first thing told begins: not before the verb where it goes on after something else was told."""
    if found and text.startswith((" and ", ", and "), found[0].start):
        return found[0].start
    joined = _AND_THEN.search(text[: found[0].start]) if found else None
    return joined.start() if joined and _TOLD_BEFORE.search(text[: joined.start()]) else 0


def _edge(text: str, end: int, start: int) -> int:
    """Where one thing told ends and the next begins: at the last joint between them."""
    joints = [match.start() for match in _JOINT.finditer(text, end, max(start, end))]
    return joints[-1] if joints else max(start, end)


def _claim(sentence: Sentence, one: Told, place: Place | None, stated: Period, around: str | None) -> Claim[Position]:
    if place is None:
        return _unplaced_claim(sentence, one, stated)
    title = one.role.title if one.role else _in_brackets(sentence.text[place.start : place.end])
    kind = one.kind or position_kind(title, (), sentence.section.kind)
    if (
        title is None
        and one.kind is None
        and (_GROUP_WORDS.search(place.unit or "") or _GROUP_WORDS.search(place.name))
    ):
        kind = PositionKind.RESEARCH
    organization, unit = place.name, place.unit
    if unit is None and one.role and (team := team_after(sentence.text, one.role.end)):
        unit = team["unit"]
    if unit is None and around and _belongs_to(organization, around):
        organization, unit = around, organization
    if unit and title and fold(unit) == fold(title):
        unit = None
    fact = Position(
        organization=organization,
        unit=unit,
        title=title,
        kind=kind,
        location=place.location,
        start=stated.start,
        end=stated.end,
        current=stated.current,
        evidence=(sentence.evidence(),),
    )
    return Claim(fact, "employment in prose", (sentence.span(),))


def _unplaced_claim(sentence: Sentence, one: Told, stated: Period) -> Claim[Position]:
    """The claim of a role that is told without an employer."""
    title = one.role.title if one.role else None
    fact = Position(
        organization=None,
        title=title,
        kind=position_kind(title, (), sentence.section.kind),
        start=stated.start,
        end=stated.end,
        current=stated.current,
        evidence=(sentence.evidence(),),
    )
    return Claim(fact, "employment in prose", (sentence.span(),))


def _in_brackets(name: str) -> str | None:
    """The title in the brackets after an employer: "Example Inc. (Director)"."""
    bracket = _BRACKETED.search(name)
    return bracket[1] if bracket and title_score(bracket[1]) >= 2 else None


def _belongs_to(unit: str, around: str) -> bool:
    """Whether a name on its own is a unit of the organization that was told of just before."""
    if is_known_organization(unit) or fold(unit) == fold(around):
        return False
    inside = is_unit(unit) and not _WHOLE.search(unit)
    return inside or (fold(unit).split()[0] == fold(around).split()[0] and bool(_GROUP_WORDS.search(unit)))


def _all_told(sentence: Sentence, name: str | None) -> list[Told]:
    """What the beginning, the verbs and the nouns of the sentence tell, in its order."""
    text = sentence.text
    found = list(opening_roles(sentence, name))
    done = max((one.end for one in found), default=-1)
    found.extend(former(sentence))
    for said in islice(verbs(sentence.lower), _MOST_VERBS) if _names_something(sentence) else ():
        if said.start() < done or not (said["are"] or of_subject(text, said.start(), name, said.end())):
            continue
        if is_hypothetical(text, said.start(), said.end()):
            continue
        for one in told(sentence, said, found):
            found.append(one)
            done = max(done, one.end)
    for one in (
        *nouns(sentence, name),
        *records(sentence, name),
        *firms(sentence, name),
        *stays(sentence),
        *listed(sentence),
        *final_verbs(sentence),
        *turns(sentence, found),
    ):
        if _apart(one, found):
            found.append(one)
    found.extend([one for one in successions(sentence, found) if _apart(one, found)])
    found.extend([one for one in capacities(sentence, name, found) if _apart(one, found)])
    return sorted(found, key=lambda one: one.start)


def _apart(one: Told, found: Sequence[Told]) -> bool:
    return all(one.start >= other.end or one.end <= other.start for other in found)


def _names_something(sentence: Sentence) -> bool:
    """Whether a capital, a sign of another script or of an account stands inside the sentence, as in every name.

    Or else words that lead to a role without a place.
    """
    if " as " in sentence.lower or " was a" in sentence.lower:
        return True
    return "@" in sentence.text or not sentence.text.isascii() or sentence.text[2:] != sentence.lower[2:]
