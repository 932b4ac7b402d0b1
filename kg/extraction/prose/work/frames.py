"""What each class of verbs of work tells, from what follows the verb."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from kg.extraction.clues import is_known_organization, is_place, is_school, is_town, is_unit, organization_score
from kg.extraction.people.names import is_person, person_at
from kg.extraction.prose.lexicon import as_pattern, lexicon, small_words
from kg.extraction.prose.organizations import Place, organization_at, organizations_at
from kg.extraction.prose.roles import Role, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work import changes, moves
from kg.extraction.prose.work.complements import (
    Told,
    each_with_role,
    is_employer,
    is_likely,
    is_study,
    more_places,
    past_adverbs,
    role_after,
    roles,
)
from kg.extraction.prose.work.doings import doing, is_event
from kg.extraction.prose.work.firms import is_firm
from kg.extraction.prose.work.unplaced import once, unplaced
from kg.extraction.prose.work.verbs import tense as tense_of
from kg.extraction.prose.work.verbs import verb
from kg.extraction.words import fold
from kg.gazetteers import skills
from kg.model import PositionKind

ARTICLE = re.compile(
    r"\s{1,2}(?:(?:an?|the|one of the|one of|ein|eine|einer|un|une|una|um|uma|uno|een)\s)", re.IGNORECASE
)
_AT = re.compile(r"\s{1,2}(?:on\s)?(?:at|with|@|bei|chez)\s{1,2}", re.IGNORECASE)
_SUCH_AS = re.compile(
    r"(?:[\w-]+\s){0,3}(?:companies|organi[sz]ations|firms|start-?ups|studios|banks|restaurants|hospitals|schools|places|employers|agencies|institutions"
    r"|entreprises|sociétés|agences|empresas|agencias|agências|firmen|unternehmen|agenturen|aziende|bedrijven)\s"
    r"(?:such as|like|including|comme|telles que|tels que|como|tales como|wie|come|zoals)\s"
)
_SOMEWHERE = re.compile(
    r"\s(?:(?:in|on|across|mainly|mostly|primarily|closely|remotely|there)\s[a-zA-Z][^.;,]{0,60}?(?:,\sfirst)?"
    r"|for\s(?:[\w-]{1,12}\s){1,3}(?:years?|months?|decades?)(?:\s[a-z][^.;,]{0,40}?)?(?:,\sfirst)?),?\s(?:at|for|with)\s"
)
_FURTHER_AT = re.compile(r"[a-z][^.;:,()]{0,60}?\sat\s(?:the\s)?(?=[A-Z@])")
# "worked on soil models as an analyst", "worked in Tarn as a nurse": what, where and how long, before what as
_UP_TO_ROLE = re.compile(
    r"\s(?:on|in|with|for|across|alongside|under|within|from|between)\s(?=[\w'’])[^.;:]{2,90}?(?=,?\sas\s(?:an?|the)\s)"
)
# Somebody's lab, or one's own thesis.
_IN_A_LAB = re.compile(
    r"['’]s?\s(?:[\w-]{1,20}\s){0,2}(?:lab|labs|laboratory|group)\b"
    r"|\b(?:ph\.?d|thesis|dissertation|degree|student|master['’]?s|bachelor['’]?s)\b",
    re.IGNORECASE,
)
# What a name before it only tells apart: "Fjord submarines".
_OF_THINGS = re.compile(
    r"\s(?!as\b|was\b|is\b|has\b|years\b|months\b|weeks\b|towards\b|besides\b|across\b)[a-z-]{3,}s\b"
)
_ANY_NAME = re.compile(r"([A-Z][\w-]{3,24}(?:\s[A-Z][\w-]{2,20}){0,2})\sat\s(?:the\s)?")
_MEMBER = re.compile(
    r"\s{1,2}(?:(?:an?\s)?(?:part|member|affiliate)\sof|(?:in the past )?(?P<affiliated>affiliated) with"
    r"|based (?:at|in)"
    r"|on|in)\s{1,2}",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\s(?:one of|among) (?:the|its|two|three|four)\s(?:[\w-]{2,12}\s)?(?:co-?)?founders of\s(?:the\s)?"
)
_APPOSITION = re.compile(r"(?:\s?[(（][^()（）]{0,60}[)）])?(?:\s[A-Z][\w-]{1,20})?\s?[,–—-](?=\s)")
_LED = re.compile(
    r"\s(?P<unit>(?:(?:the|a|an|our)\s)?(?:[\w&-]{2,20}\s){0,5}?(?:team|group|department|division|lab|organi[sz]ation|engineering|efforts?))"
    r"(?:\sof\s[\w ]{1,24})?\s(?:at|@|(?<=team )for|(?<=group )for|(?<=division )for|(?<=department )for)\s"
)
# "heads research at A", "is leading product for A"
_LED_FIELD = re.compile(r"\s(?:[a-z][\w&-]{2,20}\s){0,2}(?:research|work)\s(?:at|for)\s(?:the\s)?(?=[A-Z])")
_THE_NEXT = re.compile(r"\s(?:the\s)?(?=[A-Z])")
_WRITES_FOR = re.compile(r"\sfor\s(?:the\s)?(?=[A-Z])")
_OWNED_ROLE = re.compile(
    r"\s{1,2}(?:the\s)?(?P<owner>[A-Z][\w&.-]{1,20}(?:\s[A-Z][\w&.-]{1,20}){0,3})['’]s?\s(?=[a-z])"
)
_FIRST = re.compile(r"(?:(?:very\s)?(?:first|second|third|only|sole)\s)?")
_NUMBERED = re.compile(
    r"\s(?:the\s)?(?P<role>(?:employee|hire|engineer|developer|designer|person)\s(?:number\s|no\.?\s|#\s?)\w{1,8}"
    r"|(?:first|second|third|fourth|fifth)\s(?:[a-z]{2,12}\s)?(?:employee|hire))\s(?:at|of|in)\s"
)
_THE = re.compile(r"^(?:the|an?|our)\s")
_TEAM = re.compile(r"\b(?:team|group|lab|laboratory|department|organization|division)\b", re.IGNORECASE)


@cache
def _taught_at() -> re.Pattern[str]:
    """What was taught, up to the school: "algebra and statistics, mostly to beginners, at"."""
    return re.compile(
        rf"\s(?:[\w&'’-]{{1,20}},?\s){{0,12}}?(?:at|in|{small_words('firmly')})\s(?=(?:the\s|der\s|la\s)?[A-Z])"
    )


@cache
def _where() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,2}}(?P<word>{small_words('at')}|(?<=employed )by):?\s{{1,2}}", re.IGNORECASE)


_Frame = Callable[[Sentence, int, int, Tense], Iterator[Told]]


def told(sentence: Sentence, said: re.Match[str], earlier: Sequence[Told]) -> Iterator[Told]:
    """What a verb whose subject is the document's own tells; `earlier` is what the sentence told before it."""
    text = sentence.text
    kind = said.lastgroup or ""
    at = past_adverbs(text, said.end())
    tense = tense_of(text, said)
    if kind in ("serve", "hold"):
        seats = list(changes.on_board(sentence, said.start(), at, tense))
        yield from seats or changes.holding(sentence, said.start(), at, tense, earlier)
    elif kind in ("be", "become"):
        yield from changes.becoming(sentence, said, earlier)
    if frame := _FRAMES.get(kind):
        yield from frame(sentence, said.start(), at, tense)


def _being(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    if where := _AT.match(text, at):
        places = [p for p in organizations_at(text, where.end(), sentence.links) if is_employer(p, sentence)]
        sure = where[0].strip().casefold() != "with" or text[start:at].startswith("been") or " " in text[start:at]
        sure = sure or bool(sentence.dates) or any(place.unit for place in places)
        if text.startswith("stayed", start) and any(is_event(place.name) for place in places):
            return
        if places and (sure or is_known_organization(places[0].name)):
            yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)
        return
    if seats := list(changes.on_board(sentence, start, at, tense)):
        yield from seats
        return
    if owned := _owned(sentence, start, at, tense) or _numbered(sentence, start, at, tense):
        yield owned
        return
    if founders := _ONE_OF.match(text, at):
        yield from _founding(sentence, start, founders.end() - 1, tense)
        return
    if (member := _MEMBER.match(text, at)) and (inside := list(_membership(sentence, start, member, tense))):
        yield from inside
        return
    again = verb().match(text, at + 1)
    if again and not (
        again.lastgroup == "lead" and role_at(text, at + 1)
    ):  # "was appointed head of", but "was head of"
        return
    at = past_name(text, at)
    article = ARTICLE.match(text, at)
    placed = list(roles(sentence, start, article.end() if article else at + 1, tense, article=True))
    placed = placed or list(_by_any_name(sentence, start, article.end(), tense) if article else ())
    yield from placed or once(sentence, start, at + 1, tense)


def _by_any_name(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The role that only the firm calls so, at a firm that surely is one: "a Zelvonaut at [Zelvo](…)"."""
    match = _ANY_NAME.match(sentence.text, at)
    no_role = lexicon("no_roles") | lexicon("students")
    if match is None or is_study(match[1]) or fold(match[1].split()[-1]) in no_role:
        return
    places = organizations_at(sentence.text, match.end(), sentence.links)
    if places and is_likely(places[0], sentence) and not is_school(places[0].name):
        role = Role(match[1], match.start(1), match.end(1))
        yield Told(tuple(places), role, tense, start, places[-1].end)


def _owned(sentence: Sentence, start: int, at: int, tense: Tense) -> Told | None:
    """The role and employer of "am Example's head of design"; None where somebody, or no employer, owns it."""
    owner = _OWNED_ROLE.match(sentence.text, at)
    said = _FIRST.match(sentence.text, owner.end()) if owner else None
    role = role_at(sentence.text, said.end()) if said else None
    if owner is None or said is None or role is None or role.start > said.end() + 1 or is_study(role.title):
        return None
    if is_person(owner["owner"]) or is_place(owner["owner"]):
        return None
    place = Place(owner["owner"], None, *owner.span("owner"))
    return Told((place,), role, tense, start, role.end)


def _numbered(sentence: Sentence, start: int, at: int, tense: Tense) -> Told | None:
    """The place of "was employee number five at Example", "was the first engineering hire at Example"."""
    said = _NUMBERED.match(sentence.text, at)
    places = organizations_at(sentence.text, said.end(), sentence.links)[:1] if said else []
    if said is None or not places or not is_employer(places[0], sentence):
        return None
    return Told(tuple(places), Role(said["role"], *said.span("role")), tense, start, places[0].end)


def past_name(text: str, at: int) -> int:
    """Past the name in "I'm Ada Example, currently a …"."""
    name = person_at(text, at)
    if name is None or not (apposition := _APPOSITION.match(text, name.end)):
        return at
    return past_adverbs(text, apposition.end())


def _membership(sentence: Sentence, start: int, member: re.Match[str], tense: Tense) -> Iterator[Told]:
    places = organizations_at(sentence.text, member.end(), sentence.links)
    if not places:
        return
    place = places[0]
    of_unit = is_unit(place.name) or place.unit is not None
    if fold(member[0]).strip() in ("on", "in") and not (of_unit and _TEAM.search(f"{place.unit} {place.name}")):
        return
    said = member["affiliated"] and place.name[0].isupper()
    said = said or is_likely(place, sentence) or is_firm(sentence.text, place.end)
    if of_unit or organization_score(place.name) >= 3 or said:
        places = more_places(sentence, places)
        yield Told(tuple(places), None, tense, start, places[-1].end)


def _working(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    if as_role := as_pattern().match(text, at):
        if owned := _owned(sentence, start, as_role.end() - 1, tense):  # "as Example's designer"
            yield owned
            return
        placed = list(roles(sentence, start, as_role.end(), tense, article=True))
        yield from placed or unplaced(sentence, start, as_role.end(), tense)
        return
    where = _where().match(text, at)
    such = _SUCH_AS.match(text, where.end()) if where else None
    places = organizations_at(text, such.end() if such else where.end(), sentence.links) if where else []
    if not places and (named := list(_as_role_later(sentence, start, at, tense))):
        yield from named
        return
    if not where or not places:
        yield from _elsewhere(sentence, start, at, tense)
        return
    word, place = where["word"].casefold(), places[0]
    if place.name.islower() and " " in place.name:  # what was worked on, in bold
        return
    known = is_known_organization(place.name) or organization_score(place.name) >= 3
    account = text[place.start - 1 : place.start] == "@"
    team = bool(place.unit and _TEAM.search(place.unit))
    known = known and not (word == "in" and is_town(place.name))  # "worked in Berkeley as a teacher"
    if (word == "on" and not (account or team)) or (word == "in" and not (team or is_unit(place.name) or known)):
        yield from list(_as_role_later(sentence, start, at, tense)) or _elsewhere(sentence, start, at, tense)
        return
    tool = any(skills().find(one.name) is not None for one in places)
    if word == "with" and (tool or not (known or is_firm(text, place.end))) and not text.startswith("employed", start):
        return
    places = more_places(sentence, places)
    role = role_after(sentence, places[-1].end)
    if role is None and (between := _UP_TO_ROLE.match(text, places[-1].end)):
        role = role_after(sentence, between.end())
    yield from each_with_role(sentence, Told(tuple(places), role, tense, start, places[-1].end))


def _as_role_later(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The role of "worked on soil models as a research assistant at A"."""
    between = _UP_TO_ROLE.match(sentence.text, at)
    said = as_pattern().match(sentence.text, between.end()) if between else None
    if said:
        placed = list(roles(sentence, start, said.end(), tense, article=True))
        yield from placed or unplaced(sentence, start, said.end(), tense)


def _elsewhere(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place of "work on compilers at A", "work remotely, mostly on maps, at B"."""
    text = sentence.text
    somewhere = _SOMEWHERE.match(text, at)
    if somewhere is None or _IN_A_LAB.search(somewhere[0]):
        return
    such = _SUCH_AS.match(text, somewhere.end())
    places = organizations_at(text, such.end() if such else somewhere.end(), sentence.links)
    if not places and (further := _FURTHER_AT.match(text, somewhere.end())):  # "on tools for farmers at A"
        places = organizations_at(text, further.end(), sentence.links)
    if places and somewhere[0].endswith(" for ") and _OF_THINGS.match(text, places[-1].end):
        return  # "worked on software for Fjord customers"
    if places and not somewhere[0].endswith(("at ", "@ ")) and _is_tool(places[0]):
        return  # "worked on sites written with React"
    if places := more_places(sentence, places):
        yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)


def _is_tool(place: Place) -> bool:
    """Whether a name is that of a technology, and of no firm."""
    return skills().find(place.name) is not None and not is_known_organization(place.name)


def _at_places(sentence: Sentence, start: int, at: int, tense: Tense, kind: PositionKind) -> Iterator[Told]:
    """The places of "interned (as a …) at A, B and C"."""
    text = sentence.text
    if as_role := as_pattern().match(text, at):
        role = role_at(text, as_role.end())
        places = places_after(text, role.end if role else as_role.end(), sentence.links)
    else:
        where = _where().match(text, at)
        places = organizations_at(text, where.end(), sentence.links) if where else []
        role = role_after(sentence, places[-1].end) if places else None
    places = more_places(sentence, places)
    if places:
        yield from each_with_role(sentence, Told(tuple(places), role, tense, start, places[-1].end, kind))


def _mentoring(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place of "mentor at A": nobody and nothing stands between."""
    where = _AT.match(sentence.text, at)
    places = organizations_at(sentence.text, where.end(), sentence.links) if where else []
    if places and is_employer(places[0], sentence) and where and not where[0].strip().startswith("with"):
        yield Told(tuple(places), None, tense, start, places[-1].end, PositionKind.VOLUNTEER)


def _organizing(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The circle that somebody organizes: "the Example Python Meetup"."""
    place = organization_at(sentence.text, at + 1, sentence.links) if sentence.text[at : at + 1] == " " else None
    named = place is not None and (" " in place.name or not place.name[1:].islower() or is_likely(place, sentence))
    if place and named and place.name.isascii() and place.name[0].isupper():
        yield Told((place,), None, tense, start, place.end, PositionKind.VOLUNTEER)


def _teaching(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    if as_role := as_pattern().match(sentence.text, at):
        yield from roles(sentence, start, as_role.end(), tense, article=True)
        return
    where = _taught_at().match(sentence.text, at)
    places = organizations_at(sentence.text, where.end(), sentence.links) if where else []
    schools = tuple(place for place in places if is_school(place.name))
    if places and is_school(places[0].name):
        end = schools[-1].end
        yield Told(schools, role_after(sentence, end), tense, start, end, PositionKind.TEACHING)


def _leading(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The place of "lead the search team at …", with the team."""
    if sentence.text[start].isupper() and role_at(sentence.text, start):  # "Lead engineer at …"
        return
    led = _LED.match(sentence.text, at)
    if led is None and sentence.text[start].islower() and sentence.text[at : at + 1] == " ":  # "directs the Moss Lab"
        lab = organization_at(sentence.text, at + 1, sentence.links)
        role = role_after(sentence, lab.end) if lab else None
        named = lab is not None and (lab.unit or lab.name)[0].isupper()
        if lab and (role or (named and (is_unit(lab.unit or lab.name) or organization_score(lab.name) >= 2.5))):
            yield Told((lab,), role, tense, start, role.end if role else lab.end)
            return
    place = organization_at(sentence.text, led.end(), sentence.links) if led else None
    if led is None or place is None:
        if field := _LED_FIELD.match(sentence.text, at):
            found = organizations_at(sentence.text, field.end(), sentence.links)
            places = [one for one in found if is_employer(one, sentence)]
            yield from [Told(tuple(places), None, tense, start, places[-1].end)] if places else ()
        elif sentence.lower[start : start + 1] != "r":  # what one runs may be an experiment
            yield from doing(sentence, start, at, tense)
        return
    group = _THE.sub("", led["unit"])
    if place.unit is None and _TEAM.search(group) and len(group.split()) > 1:
        place = replace(place, unit=group)
    yield Told((place,), None, tense, start, place.end)


def _founding(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    if text[start:at].strip() == "found" and not text[:start].endswith("to "):  # "found a job", but "left to found A"
        return
    places = organizations_at(text, at + 1, sentence.links) if text[at : at + 1] == " " else []
    if places:
        yield Told(tuple(places), None, tense, start, places[-1].end, PositionKind.FOUNDER)


def _performing(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The body that somebody danced with, flew for or practised at, where words tell that it is one."""
    where = _THE_NEXT.match(sentence.text, at)
    places = organizations_at(sentence.text, where.end(), sentence.links) if where else []
    places = [place for place in places if organization_score(place.name) >= 2.5 and not is_school(place.name)]
    if places:
        yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)


def _writing(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The paper of "write for the Example Gazette", or where one writes what."""
    where = _WRITES_FOR.match(sentence.text, at)
    places = organizations_at(sentence.text, where.end(), sentence.links) if where else []
    places = [place for place in places if is_likely(place, sentence)]
    if places:
        yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)
    else:
        yield from doing(sentence, start, at, tense)


_FRAMES: dict[str, _Frame] = {
    **dict.fromkeys(("be", "m", "s", "are"), _being),
    "work": _working,
    "intern": partial(_at_places, kind=PositionKind.INTERNSHIP),
    "volunteer": partial(_at_places, kind=PositionKind.VOLUNTEER),
    "mentor": _mentoring,
    "organize": _organizing,
    "perform": _performing,
    "teach": _teaching,
    "lead": _leading,
    "found": _founding,
    "do": doing,
    "write": _writing,
    "join": moves.joining,
    "go": moves.going,
    "leave": moves.leaving,
    "begin": moves.beginning,
    "spend": moves.spending,
}
