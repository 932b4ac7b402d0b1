"""Work told by a move: "moved to A", "joined B as a …", "left C", "began my career at D", "spent two years at E"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.clues import degrees, is_known_organization, is_place, is_school, is_unit, organization_score
from kg.extraction.lexicon import load
from kg.extraction.people.names import is_person
from kg.extraction.prose.organizations import organization_at, organizations_at
from kg.extraction.prose.roles import role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, engagement, is_employer, is_likely, is_study, role_after, roles
from kg.model import PositionKind

_TEAM_AT = re.compile(
    r"\s(?:the\s)?(?:[\w-]{1,20}\s){0,3}(?:faculty|staff|team|company|board|group|lab|department)\s(?:at|of)\s"
)
_ABROAD = re.compile(
    r"\b(?:semester|exchange|abroad|term|(?:freshman|sophomore|junior|senior|gap) year)\b", re.IGNORECASE
)
_STUDYING = re.compile(
    r"[^.;:]{0,40}?\s(?:studying|majoring"
    r"|(?:pursuing|completing|doing|finishing|working (?:on|towards?))\s(?:my|an?|his|her)\s)"
)
_SPAN = re.compile(
    r"\b(?:years?|months|weeks|summers?|winters?|springs?|autumns?|decades?|time|career|life|half|most|semesters?|terms?"
    r"|internships?|sabbatical|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_IN_TIME = re.compile(r"\s(?:at|with|in the|within)\s")
_AS_ONE = re.compile(r"\sas\s(?:an?|the)\s")
_TO_PLACE = re.compile(r"\s(?:(?:back|over|on)\s)?(?:to|into)\s(?P<role>an?\s)?")
_FROM = re.compile(r"\sfrom\s(?=[A-Z])")
_FIELD_AT = re.compile(r"(?:[a-z][\w-]{2,20}\s){1,4}at\s(?:the\s)?(?=[A-Z@])")
_WORKED_THERE = re.compile(r",?\swhere\s(?:I|he|she)\s(?:(?:\w+ly|have|has|also|now)\s){0,2}(?P<verb>[a-z-]+)")
_LEFT_FOR = re.compile(
    r",?\s(?:to\s(?:join|found|co-found|start|become|work|pursue|focus|build|launch|lead|teach|study|do)"
    r"|in\s(?:\w+\s)?\d{4}|after\s|where\s|as\s)"
)
_OWN_JOB = re.compile(
    r"\s(?:my|his|her|a)\s(?:[\w-]{1,20}\s){0,3}(?:job|position|role|post|career)\s(?:at|with)\s(?:the\s)?"
)
# What was begun, where it is no career: "started this blog at".
_SOMETHING = re.compile(
    r"\s(?:this|that|these|the|an?|our|some|learning|playing|writing|reading|coding)\s(?!(?:\w+\s)?(?:career|journey|job))"
)
_SUBJECT = re.compile(r"\s(?:I|he|she|who|where|which)\s")
_SAYS_WHEN = ("before", "prior to", "since", "after", "upon", "by", "of")
_LEFT_TO = re.compile(r"\b(?:left|quit|resigned)\b[^.;]{0,60}\sto\s$")
_MY_CAREER = re.compile(
    r"\s(?:out\s)?(?:(?:my|his|her|a|the)\s(?:[\w-]+\s){0,3}?(?:career|journey|work|research|path|life|adventure)\b(?=\s))?"
    r"(?:(?:\sby)?\sworking\b(?=\s))?"
    r"(?=[^.;]{0,60}?\b(?:as|at|with|in)\s)",
    re.IGNORECASE,
)


def going(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place somebody went to for work: "moved to A as a …", "returned to B, where I built …"."""
    text = sentence.text
    left = _FROM.match(text, at)
    gone = organization_at(text, left.end(), sentence.links) if left else None
    to = _TO_PLACE.match(text, gone.end if gone else at)
    if to is None:
        return
    if to["role"]:
        yield from roles(sentence, start, to.end(), tense, article=True)
        return
    field = _FIELD_AT.match(text, to.end())  # "moved into data science at A"
    place = organization_at(text, field.end() if field else to.end(), sentence.links)
    if place is None or not is_employer(place, sentence) or is_place(place.name):
        return
    if gone and not is_likely(gone, sentence) and not is_likely(place, sentence):
        return  # "moved from Bergen to Tarn"
    if gone and not (is_place(gone.name) or is_school(gone.name)) and is_employer(gone, sentence):
        yield Told((gone,), None, Tense.ENDED, start, gone.end)
        start = gone.end
    role = role_after(sentence, place.end)
    if role:
        if not is_study(role.title):
            yield Told((place,), role, tense, start, role.end)
        return
    there = _WORKED_THERE.match(text, place.end)
    worked = there is not None and _is_of_work(there["verb"])
    if not is_school(place.name) and (worked or field or gone or (there is None and is_likely(place, sentence))):
        yield Told((place,), None, tense, start, place.end)


def _is_of_work(verb: str) -> bool:
    """Whether the verb of "…, where I …" tells of work."""
    there = load("prose")["there"]
    return verb not in there["studied"] and (verb.endswith("ed") or verb in there["worked"])


def leaving(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:  # noqa: ARG001 (a frame)
    """The place somebody left: "left A in 2020 to join B"."""
    text = sentence.text
    job = _OWN_JOB.match(text, at)
    at = job.end() - 1 if job else at
    place = organization_at(text, at + 1, sentence.links) if text[at : at + 1] == " " else None
    if place is None or is_school(place.name) or is_place(place.name):
        return
    if job or _LEFT_FOR.match(text, place.end) or is_likely(place, sentence):
        yield Told((place,), None, Tense.ENDED, start, place.end)


def beginning(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """Where, and as what, a career began or went on: "began my career at A as a …", "continued as a … at B"."""
    text = sentence.text
    own = organization_at(text, at + 1, sentence.links) if text[at : at + 1] == " " else None
    left = _LEFT_TO.search(text, max(start - 80, 0), start)
    if own and (left or organization_score(own.name) >= 5) and not is_known_organization(own.name):
        yield Told((own,), None, tense, start, own.end, PositionKind.FOUNDER)
        return
    said = _MY_CAREER.match(text, at) if not _SOMETHING.match(text, at) else None
    role, places = engagement(sentence, said.end() - (text[said.end() - 1] == " ")) if said else (None, [])
    if places and (role or not is_school(places[0].name)):
        end = max(places[-1].end, role.end if role else 0)
        yield Told(tuple(places), role, tense, start, end)


def joining(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place of "joined A in 2019 as a …"; none where the joining only says when something else was."""
    text = sentence.text
    if text[max(start - 12, 0) : start].casefold().rstrip().endswith(_SAYS_WHEN) and not text.startswith(
        "joining", start
    ):
        return
    team = _TEAM_AT.match(text, at)
    at = team.end() - 1 if team else at
    place = organization_at(text, at + 1, sentence.links) if text[at : at + 1] == " " else None
    if place is None or not is_employer(place, sentence) or (team and is_person(place.name)):
        return
    between = re.compile(r"[^;]{0,60}?\sas\s(?:(?:an?|the|their)\s)?").match(text, place.end)
    if between and _SUBJECT.search(between[0]):
        between = None  # "joined A, I worked at B as a …"
    role = role_at(text, between.end()) if between else None
    role = role or role_after(sentence, place.end)
    said = re.split(r"[,;]", text[between.end() : between.end() + 60])[0] if between else ""
    if is_study(said) or (role is None and is_school(place.name)):
        return
    if role is None and text.startswith("joining", start) and (place.unit or is_unit(place.name)):
        return  # the lab that a student joined
    yield Told((place,), role, tense, start, role.end if role else place.end)


def _is_for_degree(said: str, name: str) -> bool:
    """Whether the time was spent at a school for a degree: "two years on a BSc at Example University"."""
    return is_school(name) and bool(degrees(said)) and " as " not in said


def spending(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place and role of "spent three years at A as a …"."""
    text = sentence.text
    limit = min(at + 90, len(text))
    as_role, where = _AS_ONE.search(text, at, limit), _IN_TIME.search(text, at, limit)
    places = (
        organizations_at(text, where.end(), sentence.links) if where and _SPAN.search(text, at, where.end()) else []
    )
    place = places[0] if places else None
    if as_role and (place is None or as_role.start() < place.start):
        yield from roles(sentence, start, as_role.end(), tense, article=True)
        return
    if place and (_ABROAD.search(text, at, place.start) or _is_for_degree(text[at : place.start], place.name)):
        return
    if place and (is_unit(place.name) or is_employer(place, sentence)):
        role = role_after(sentence, places[-1].end)
        if not (role and is_study(role.title)) and not (is_school(place.name) and _STUDYING.match(text, place.end)):
            yield Told(tuple(places), role, tense, start, places[-1].end)
