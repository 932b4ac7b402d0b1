"""Work told by how it began, changed, was held or ended: "joined", "moved to", "was appointed", "served as", "left"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.clues import is_known_organization, is_place, is_school, is_unit, organization_score, title_score
from kg.extraction.people.names import is_person
from kg.extraction.prose.complements import (
    Told,
    engagement,
    is_employer,
    is_likely,
    is_study,
    role_after,
    roles,
)
from kg.extraction.prose.organizations import organization_at, organizations_at
from kg.extraction.prose.roles import Role, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.model import PositionKind

_POSITION_OF = re.compile(r"\s(?:the\s)?(?:position|role|post|title|office)\sof\s", re.IGNORECASE)
_TEAM_AT = re.compile(
    r"\s(?:the\s)?(?:[\w-]{1,20}\s){0,3}(?:faculty|staff|team|company|board|group|lab|department)\s(?:at|of)\s"
)
_AS_A = re.compile(r"[^.;,]{0,60}?\sas\s(?:(?P<whose>its|their|the company['’]s)\s|an?\s|the\s)?")
_ABROAD = re.compile(r"\b(?:semester|exchange|abroad|term)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\s(?:my|an?|the|this|that)\s(?:[\w-]{1,20}\s){0,3}(?:position|job|role|post|appointment|internship)s?\s(?:at|with)\s",
    re.IGNORECASE,
)
_POSITIONS_AT = re.compile(r"\s(?:several\s|various\s)?(?:positions|roles|posts|appointments|jobs)\s(?:at|with)\s")
_POSITIONS = re.compile(r"\s(?P<role>[\w-]{3,20}(?:\s[\w-]{3,20})?)\s(?:positions|roles|posts|appointments)\b")
_BRACKETS = re.compile(r"\(([^()]{3,100})\)")
_IN_TIME = re.compile(r"\s(?:at|with|in the|within)\s")
_AS_ONE = re.compile(r"\sas\s(?:an?|the)\s")

_TO_PLACE = re.compile(r"\s(?:(?:back|over|on)\s)?(?:to|into)\s(?P<role>an?\s)?")
_WORKED_THERE = re.compile(r",?\swhere\s(?:I|he|she)\s(?:(?:\w+ly|have|has|also|now)\s){0,2}(?P<verb>[a-z-]+)")
_NO_WORK = frozenset(
    ("studied", "received", "earned", "completed", "obtained", "graduated", "attended", "enrolled", "lived", "majored")
)
_WORK = frozenset(
    (
        "built",
        "led",
        "wrote",
        "ran",
        "made",
        "work",
        "build",
        "lead",
        "write",
        "run",
        "help",
        "develop",
        "manage",
        "design",
    )
)
_TAKEN_ON = frozenset(("hired", "recruited", "placed"))
_LEFT_FOR = re.compile(r"\s(?:to\s(?:join|found|start|become|work|pursue|focus)|in\s(?:\w+\s)?\d{4}|after\s)")
_MY_CAREER = re.compile(
    r"\s(?:out\s)?(?:(?:my|his|her|a|the)\s(?:[\w-]+\s){0,3}?(?:career|journey|work|research|path|life|adventure)\b(?=\s))?"
    r"(?=[^.;]{0,60}?\b(?:as|at|with|in)\s)",
    re.IGNORECASE,
)
_ON_BOARD = re.compile(
    r"\son\s(?:the\s)?(?:\w+\s){0,2}board\s(?:of\s(?:directors|trustees|advisors)\s)?(?:of|at|for)\s(?:the\s)?"
)
_HONOURED = re.compile(r"\b(?:society|academy|association|royal)\b", re.IGNORECASE)
_INTO = re.compile(
    r"\s(?:(?:to|as|into)\s)?(?P<whose>(?:its|their|the company['’]s)\s)?(?:(?:an?|the|one of the)\s)?"
    r"(?:(?:position|role|rank|post|office)\sof\s)?"
)


def becoming(sentence: Sentence, verb: re.Match[str], earlier: Sequence[Told]) -> Iterator[Told]:
    """The role somebody came to have: "was appointed head of …", "became its director", "was hired by A as a …"."""
    text, start = sentence.text, verb.start()
    into = _INTO.match(text, verb.end())
    if into is None:
        return
    role = role_at(text, into.end())
    if verb.lastgroup == "be" and not into["whose"]:  # "joined A and became lab manager"
        if role is None or not earlier or verb[0].casefold() != "became":
            return
        if places_after(text, role.end, sentence.links):
            return
    if role is None or is_study(role.title):
        role, places = engagement(sentence, verb.end())
        if places and (role or verb[0].casefold() in _TAKEN_ON):
            yield Told(tuple(places), role, Tense.BEGAN, start, max(places[-1].end, role.end if role else 0))
        return
    found: list[Told] = [] if into["whose"] else list(roles(sentence, start, into.end(), Tense.BEGAN, article=True))
    if role.title.casefold() == "fellow" and any(_HONOURED.search(place.name) for one in found for place in one.places):
        return  # an honour
    if not found and earlier:
        found.append(Told(earlier[-1].places, role, Tense.BEGAN, start, role.end))
    yield from found


def going(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place somebody went to for work: "moved to A as a …", "returned to B, where I built …"."""
    text = sentence.text
    to = _TO_PLACE.match(text, at)
    if to is None:
        return
    if to["role"]:
        yield from roles(sentence, start, to.end(), tense, article=True)
        return
    place = organization_at(text, to.end(), sentence.links)
    if place is None or not is_employer(place, sentence):
        return
    role = role_after(sentence, place.end)
    if role:
        if not is_study(role.title):
            yield Told((place,), role, tense, start, role.end)
        return
    there = _WORKED_THERE.match(text, place.end)
    worked = (
        there is not None and there["verb"] not in _NO_WORK and (there["verb"][-2:] == "ed" or there["verb"] in _WORK)
    )
    if not is_school(place.name) and (worked or (there is None and is_likely(place, sentence))):
        yield Told((place,), None, tense, start, place.end)


def leaving(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:  # noqa: ARG001 (a frame)
    """The place somebody left: "left A in 2020 to join B"."""
    text = sentence.text
    place = organization_at(text, at + 1, sentence.links) if text[at : at + 1] == " " else None
    if place and not is_school(place.name) and _LEFT_FOR.match(text, place.end):
        yield Told((place,), None, Tense.ENDED, start, place.end)


def beginning(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """Where, and as what, a career began or went on: "began my career at A as a …", "continued as a … at B"."""
    text = sentence.text
    own = organization_at(text, at + 1, sentence.links) if text[at : at + 1] == " " else None
    if own and organization_score(own.name) >= 5 and not is_known_organization(own.name):
        yield Told((own,), None, tense, start, own.end, PositionKind.FOUNDER)
        return
    said = _MY_CAREER.match(text, at)
    role, places = engagement(sentence, said.end() - (text[said.end() - 1] == " ")) if said else (None, [])
    if places and (role or not is_school(places[0].name)):
        end = max(places[-1].end, role.end if role else 0)
        yield Told(tuple(places), role, tense, start, end)


def joining(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place of "joined A in 2019 as a …"; none where the joining only says when something else was."""
    text = sentence.text
    if (
        text[max(start - 12, 0) : start]
        .casefold()
        .rstrip()
        .endswith(("before", "prior to", "since", "after", "upon", "by", "of"))
    ):
        return
    team = _TEAM_AT.match(text, at)
    at = team.end() - 1 if team else at
    place = organization_at(text, at + 1, sentence.links) if text[at : at + 1] == " " else None
    if place is None or not is_employer(place, sentence) or (team and is_person(place.name)):
        return
    between = re.compile(r"[^;]{0,60}?\sas\s(?:(?:an?|the|their)\s)?").match(text, place.end)
    role = role_at(text, between.end()) if between else None
    said = re.split(r"[,;]", text[between.end() : between.end() + 60])[0] if between else ""
    if is_study(said) or (role is None and is_school(place.name)):
        return
    yield Told((place,), role, tense, start, role.end if role else place.end)


def spending(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place and role of "spent three years at A as a …"."""
    text = sentence.text
    limit = min(at + 90, len(text))
    as_role, where = _AS_ONE.search(text, at, limit), _IN_TIME.search(text, at, limit)
    place = organization_at(text, where.end(), sentence.links) if where else None
    if as_role and (place is None or as_role.start() < place.start):
        yield from roles(sentence, start, as_role.end(), tense, article=True)
        return
    if place and _ABROAD.search(text, at, place.start):
        return
    if place and (is_unit(place.name) or is_employer(place, sentence)):
        role = role_after(sentence, place.end)
        if not (role and is_study(role.title)):
            yield Told((place,), role, tense, start, place.end)


def on_board(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The organization on whose board somebody serves."""
    board = _ON_BOARD.match(sentence.text, at)
    place = organization_at(sentence.text, board.end(), sentence.links) if board else None
    if place:
        yield Told((place,), None, tense, start, place.end)


def holding(sentence: Sentence, start: int, at: int, tense: Tense, earlier: Sequence[Told]) -> Iterator[Told]:
    """The office, or the place of the positions, that somebody holds or serves in."""
    text = sentence.text
    if office := _POSITION_OF.match(text, at):
        yield from roles(sentence, start, office.end(), tense, article=True)
    elif held := _HELD.match(text, at):
        places = organizations_at(text, held.end(), sentence.links)
        if places:
            yield Told(tuple(places), None, tense, start, places[-1].end)
    elif several := _POSITIONS_AT.match(text, at):
        places = organizations_at(text, several.end(), sentence.links)
        if places:
            yield Told(tuple(places), None, tense, start, places[-1].end)
    elif as_role := _AS_A.match(text, at):
        role = role_at(text, as_role.end()) if as_role["whose"] else None
        if role and earlier:
            yield Told(earlier[-1].places, role, tense, start, role.end)
        else:
            yield from roles(sentence, start, as_role.end(), tense, article=True)
    elif plural := _POSITIONS.match(text, at):
        yield from _several(sentence, start, plural, tense)


def _several(sentence: Sentence, start: int, plural: re.Match[str], tense: Tense) -> Iterator[Told]:
    """The places of "held postdoc positions at A and B", or "… on x (A, Town) and y (B, Town)"."""
    text = sentence.text
    title = plural["role"]
    role = Role(title, plural.start("role"), plural.end("role")) if title_score(title) >= 3 else None
    places = places_after(text, plural.end(), sentence.links)
    if not places:
        for bracket in _BRACKETS.finditer(text, plural.end()):
            place = organization_at(text, bracket.start(1), sentence.links)
            if place and "," in bracket[1] and is_place(bracket[1].rsplit(",", 1)[1]):
                places.append(place)
    if role and places:
        yield Told(tuple(places), role, tense, start, places[-1].end)
