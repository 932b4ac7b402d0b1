"""Positions told by a noun: "internships at A and B", "my current role as a … at C", "a stint at D"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.clues import is_school
from kg.extraction.people.names import is_person
from kg.extraction.prose.organizations import Place, organizations_at
from kg.extraction.prose.roles import Role, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_employer, is_likely, is_study, more_places, role_after
from kg.extraction.prose.work.openings import goes_on
from kg.extraction.prose.work.verbs import is_hypothetical
from kg.gazetteers import skills
from kg.gazetteers.skills import FIELD
from kg.model import PositionKind

_NOUN = re.compile(  # in lower case
    r"\b(?:(?P<my>my|his|her)\s)?"
    r"(?:(?P<now>current|present|day)\s|(?:previous|past|prior|earlier|last|first|second|former|most recent|new"
    r"|summer|research|joint|visiting|academic|leadership|senior|technical|industry|work|professional|prior|faculty"
    r"|full-time|two-year|\w+-(?:month|year|week))\s){0,2}"
    r"(?P<noun>internships?|co-ops?|placements?|roles?|positions?|jobs?|gigs?|stints?|appointments?|post-?docs?"
    r"|(?:[a-z-]{4,20}\s){0,2}residency"
    r"|(?:[a-z-]{4,20}\s)(?:fellowship|internship)"
    r"|work(?=\s(?:as|at)\s)"
    r"|apprenticeship|traineeship|student teaching|practicum|externship|secondment|(?:postdoctoral )?fellowship)"
    r"(?=\s)"
)
_IN_ROLE = re.compile(r"\s(?:as|of|is|was|is as|was as|is currently)\s(?:an?\s|the\s)?")
_AT = re.compile(
    r"(?:\s\([^()]{1,30}\))?\s(?:in\s(?:[a-z][\w&-]{1,20}\s){1,4})?"
    r"(?:(?:is|was|were|has been|have been)\s)?(?:currently\s)?(?:at|with)\s"
)
_IN = re.compile(r"\sin\s")
_DOING = re.compile(r"\s(?:was\s)?[a-z]{2,16}ing\s[^.;:]{0,80}?(?<=\s)at\s")
_INCLUDE = re.compile(r"\s(?:have\s|has\s)?(?:included?|including|were|such as)\s(?:(?:an?|the)\s)?")
_JOINT = re.compile(r",?\s(?:and|&)\s(?:an?\s|the\s)?|[,;]\s(?:an?\s|the\s)?")
_MOST_ROLES = 6
_NEAR = 60
_UNDERTAKEN = re.compile(
    r"\b(?:completed|did|do|doing|had|have|held|hold|holds|includ\w+|undertook|finished|through|during|after|summer|an|my|took|accepted"
    r"|landed|secured|got|started|began|for an?|followed (?:\w+ )?up with)\s(?:\w+\s){0,4}$",
    re.IGNORECASE,
)
_TOOK_UP = re.compile(
    r"\b(?:start\w*|beg[aiu]n\w*|took|accepted|landed|secured|got)\s(?:my|an?|the|his|her)?\s?$", re.IGNORECASE
)
_STARTED = re.compile(r"\b(?:start\w*|beg[aiu]n\w*)\s(?:my|an?|the|his|her)?\s?$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:doing|currently|now)\b")


def nouns(sentence: Sentence, name: str | None) -> Iterator[Told]:
    """The places, and the role if one is named, of every noun of work that is the subject's own."""
    text = sentence.text
    if "nouns" not in sentence.matters:
        return
    for match in _NOUN.finditer(sentence.lower):
        before = text[max(match.start() - 40, 0) : match.start()]
        if is_hypothetical(text, match.start(), match.start()) or not (
            match["my"] or _UNDERTAKEN.search(before) or _is_owned(before, name)
        ):
            continue
        if included := _INCLUDE.match(text, match.end()):
            yield from _listed(sentence, included.end())
            continue
        role, places = _named(sentence, match)
        noun = match["noun"].casefold()
        if text.startswith(" at ", match.end()) and noun == "work":  # "my work at Example University" may be a study
            places = [place for place in places if not is_school(place.name)] if match["my"] else []
        if not places or (role is None and noun in ("fellowship", "appointment") and is_school(places[0].name)):
            continue
        kind = PositionKind.INTERNSHIP if noun.startswith(("intern", "co-op")) else None
        if (
            role is None and noun.startswith("postd") and not match["my"]
        ):  # "my postdoc" refers to what is told elsewhere
            role = Role(text[slice(*match.span("noun"))], *match.span("noun"))
        now = match["now"] or _NOW.search(before)
        took_up = _TOOK_UP.search(before) and (kind is None or _STARTED.search(before))
        now = now or (
            match["my"] and sentence.lower[: match.start()].strip(" *_") == "in" and goes_on(text, match.end())
        )
        tense = Tense.BEGAN if took_up else Tense.PRESENT if now else Tense.PAST
        yield Told(tuple(places), role, tense, match.start(), max(places[-1].end, role.end if role else 0), kind)


def _is_owned(before: str, name: str | None) -> bool:
    """Whether the words end in the subject's name with "'s"."""
    owners = tuple(f"{part}{tail}" for part in (name or "").split() for tail in ("'s", "’s"))
    return before.rstrip().endswith(owners)


def _listed(sentence: Sentence, at: int) -> Iterator[Told]:
    """The roles that a noun of work is said to include: "past roles include CTO of A and engineer at B"."""
    text = sentence.text
    for _ in range(_MOST_ROLES):
        role = role_at(text, at)
        places = places_after(text, role.end, sentence.links, reach=_NEAR) if role else []
        if role is None or not places:
            return
        yield Told((places[0],), role, Tense.PAST, role.start, places[0].end)
        joint = _JOINT.match(text, places[0].end)
        if joint is None:
            return
        at = joint.end()


def _is_field(name: str) -> bool:
    """Whether a name is that of a field of knowledge."""
    term = skills().find(name)
    return term is not None and term.kind == FIELD


def _named(sentence: Sentence, noun: re.Match[str]) -> tuple[Role | None, list[Place]]:
    """The role and the places that follow a noun of work."""
    text = sentence.text
    into = _IN_ROLE.match(text, noun.end())
    role = role_at(text, into.end()) if into else None
    if role and is_study(role.title):
        return None, []
    if role:
        return role, places_after(text, role.end, sentence.links)
    where = _AT.match(text, noun.end()) or _DOING.match(text, noun.end()) or _IN.match(text, noun.end())
    listed = organizations_at(text, where.end(), sentence.links) if where else []
    if where and where[0].endswith("with "):
        hosts = noun["noun"].casefold().startswith("post") or "post" in text[max(noun.start() - 12, 0) : noun.start()]
        named = [place for place in listed if not is_person(place.name)]
        listed = [place for place in named if not hosts or is_likely(place, sentence)]  # "a postdoc with Ada"
    if where and where[0].startswith(" in"):
        if any(_is_field(place.name) for place in listed):
            return None, []  # "roles in Software Engineering and Security Consultancy"
        listed = [place for place in listed if is_likely(place, sentence)]
    places = more_places(sentence, [place for place in listed if is_employer(place, sentence)])
    role = role_after(sentence, places[-1].end) if places else None
    return role, places
