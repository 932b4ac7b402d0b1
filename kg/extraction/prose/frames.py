"""What follows a verb of work: roles, places, teams."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.clues import is_known_organization, is_place, is_school, is_unit, organization_score, title_score
from kg.extraction.person_names import person_at
from kg.extraction.prose.lexicon import lexicon
from kg.extraction.prose.organizations import Place, organization_at, organizations_at
from kg.extraction.prose.roles import Role, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.verbs import tense as tense_of
from kg.extraction.words import fold
from kg.model import PositionKind

_ARTICLE = re.compile(
    r"\s{1,2}(?:(?:an?|the|one of the|one of|ein|eine|einer|un|une|una|um|uma|uno|een)\s)", re.IGNORECASE
)
_ADVERBS = re.compile(r"\s{1,2}([\w-]+,?)(?=\s)")
_AT = re.compile(r"\s{1,2}(?:at|with|@|bei|chez)\s{1,2}", re.IGNORECASE)
_EMPLOYED = re.compile(r"\s(?:employed|hired)\s(?:by|at|with)\s", re.IGNORECASE)
_POSITION_OF = re.compile(r"\s(?:the\s)?(?:position|role|post|title|office)\sof\s", re.IGNORECASE)
_SOMEWHERE = re.compile(r"\s(?:in|on|across|mainly|mostly|primarily|closely|remotely|there)\s[a-z][^.;,]{0,60}?\sat\s")
_TEAM_AT = re.compile(
    r"\s(?:the\s)?(?:[\w-]{1,20}\s){0,3}(?:faculty|staff|team|company|board|group|lab|department)\s(?:at|of)\s"
)
_WITHOUT_ARTICLE = frozenset(("bin", "suis", "soy", "sou", "sono", "ben"))
_MEMBER = re.compile(r"\s{1,2}(?:(?:an?\s)?(?:part|member|affiliate)\sof|affiliated with|on|in)\s{1,2}", re.IGNORECASE)
_WHERE = re.compile(
    r"\s{1,2}(?P<word>at|for|with|@|in|on|bei|chez|für|pour|en|na|no|em|presso|bij|la|à)\s{1,2}", re.IGNORECASE
)
_AS = re.compile(
    r"\s{0,2},?\s{1,2}(?:as|in the role of|in the capacity of|als|comme|en tant que|en tant qu'|como|come)\s{1,2}"
    r"(?:(?:an?|the|their|its|our|ein|eine|un|une|una|um|uma)\s)?",
    re.IGNORECASE,
)
_AS_A = re.compile(r"[^.;,]{0,60}?\sas\s(?:(?P<whose>its|their|the company['’]s)\s|an?\s|the\s)?")
_APPOSITION = re.compile(r"(?:\s?[(（][^()（）]{0,60}[)）])?(?:\s[A-Z][\w-]{1,20})?\s?[,–—-](?=\s)")
_ALSO = re.compile(
    r"\s{0,2},?\s(?:and|as well as|&)\s(?:also\s|currently\s)?(?:(?:an?|the)\s|(?=[A-Z][\w-]*\sat\s)"
    r"|(?=incoming\s)|(?=(?:co-)?(?:director|head|chair|founder|dean|editor)\sof\s))"
    r"|\s{0,2},\s(?=(?:[A-Z][\w-]*\s){1,4}(?:at|@)\s)"
)
_AGAIN = re.compile(r"\s?,?\s?(?:and|&|,)\s(?:then\s|later\s|also\s)?(?:at|with|for)\s", re.IGNORECASE)
_WHERE_I = re.compile(r",?\swhere\s(?:I|he|she)[\s'’]?\s?(?:currently\s|also\s)?$")
_BEFORE_WHERE = re.compile(r"\b(?:at|from|with|of|to|joined|in)\s(?:the\s)?")
_ABROAD = re.compile(r"\b(?:semester|exchange|abroad|term)\b", re.IGNORECASE)
_LED = re.compile(
    r"\s(?P<unit>(?:the|a|an|our)\s(?:[\w&-]{2,20}\s){0,5}(?:team|group|department|division|lab|organi[sz]ation|engineering|efforts?))"
    r"(?:\sof\s[\w ]{1,24})?\s(?:at|@)\s"
)
_TEAM = re.compile(r"\b(?:team|group|lab|laboratory|department|organization|division)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\s(?:my|an?|the|this|that)\s(?:[\w-]{1,20}\s){0,3}(?:position|job|role|post|appointment|internship)s?\s(?:at|with)\s",
    re.IGNORECASE,
)
_POSITIONS_AT = re.compile(r"\s(?:several\s|various\s)?(?:positions|roles|posts|appointments|jobs)\s(?:at|with)\s")
_POSITIONS = re.compile(r"\s(?P<role>[\w-]{3,20}(?:\s[\w-]{3,20})?)\s(?:positions|roles|posts|appointments)\b")
_BRACKETS = re.compile(r"\(([^()]{3,100})\)")
_TOWNS = re.compile(r"(?:,\s[A-Z][\w. ]{1,24}?){1,3}(?=,?\sas\s)")
_IN_TIME = re.compile(r"\s(?:at|with|in the|within)\s")
_AS_ONE = re.compile(r"\sas\s(?:an?|the)\s")
_TO = re.compile(r"\s(?:to|as)\s(?:an?\s|the\s)?")
_TEACHING = re.compile(r"\s(?:[\w&-]{1,20}\s){0,6}?(?:at|in)\s(?=(?:the\s)?[A-Z])")
_NO_STUDENTS = frozenset(("assistant", "worker", "ambassador", "researcher", "intern", "working", "work"))


@dataclass(frozen=True, slots=True)
class Told:
    """What one verb tells: who was what, where, from where to where in the sentence."""

    places: tuple[Place, ...]
    role: Role | None
    tense: Tense
    start: int
    end: int
    kind: PositionKind | None = None


def past_adverbs(text: str, position: int) -> int:
    """Where the adverbs after a verb, and a subject that follows it, end."""
    while match := _ADVERBS.match(text, position):
        if fold(match[1].rstrip(",")) not in lexicon("adverbs") and match[1] not in ("ich", "I"):
            break
        position = match.end()
    return position


def told(sentence: Sentence, verb: re.Match[str], earlier: Sequence[Told]) -> Iterator[Told]:
    """What a verb whose subject is the document's own tells; `earlier` is what the sentence told before it."""
    text = sentence.text
    tense = tense_of(text, verb)
    kind = verb.lastgroup or ""
    start, at = verb.start(), past_adverbs(text, verb.end())
    if kind in ("be", "m", "s"):
        yield from _being(sentence, start, at, tense)
    elif kind == "work":
        yield from _working(sentence, start, at, tense)
    elif kind == "intern":
        yield from _at_places(sentence, start, at, tense, PositionKind.INTERNSHIP)
    elif kind == "volunteer":
        yield from _at_places(sentence, start, at, tense, PositionKind.VOLUNTEER)
    elif kind == "teach":
        yield from _teaching(sentence, start, at, tense)
    elif kind == "join":
        yield from _joining(sentence, start, at, tense)
    elif kind == "spend":
        yield from _spending(sentence, start, at, tense)
    elif kind in ("serve", "hold"):
        yield from _as_role(sentence, start, at, tense, earlier)
    elif kind == "promote" and (to := _TO.match(text, verb.end())):
        found = list(_roles(sentence, start, to.end(), tense, article=True))
        role = role_at(text, to.end())
        if not found and role and earlier:
            found.append(Told(earlier[-1].places, role, tense, start, role.end))
        yield from found
    elif kind == "lead" and (led := _LED.match(text, verb.end())):
        places = organizations_at(text, led.end(), sentence.links)[:1]
        if places:
            yield Told(tuple(places), None, tense, start, places[-1].end)
    elif kind == "found" and text[at : at + 1] == " ":
        places = organizations_at(text, at + 1, sentence.links)
        if places:
            yield Told(tuple(places), None, tense, start, places[-1].end, PositionKind.FOUNDER)


def _being(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    if where := _AT.match(text, at):
        places = [p for p in organizations_at(text, where.end(), sentence.links) if is_employer(p, sentence)]
        if places and (where[0].strip().casefold() != "with" or is_known_organization(places[0].name)):
            yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)
        return
    if employed := _EMPLOYED.match(text, at):
        places = organizations_at(text, employed.end(), sentence.links)
        if places:
            yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)
        return
    if member := _MEMBER.match(text, at):
        yield from _membership(sentence, start, member, tense)
        return
    at = _past_name(text, at)
    article = _ARTICLE.match(text, at)
    foreign = text[start:at].strip(" '’").casefold() in _WITHOUT_ARTICLE
    yield from _roles(sentence, start, article.end() if article else at + 1, tense, article=bool(article) or foreign)


def _past_name(text: str, at: int) -> int:
    """Past the name in "I'm Ada Example, currently a …"."""
    name = person_at(text, at)
    if name is None or not (apposition := _APPOSITION.match(text, name.end)):
        return at
    return past_adverbs(text, apposition.end())


def _roles(sentence: Sentence, start: int, at: int, tense: Tense, *, article: bool) -> Iterator[Told]:
    """The role at the position and those that "and a …" adds to it."""
    text = sentence.text
    for _ in range(3):
        role = role_at(text, at)
        end = role.end if role else at
        if role and (article or role.title[0].isupper() or not text.isascii()) and not is_study(role.title):
            places = more_places(sentence, places_after(text, role.end, sentence.links))
            if not places and (home := _where(sentence, start)):
                places = [home]
            if places:
                end = max(places[-1].end, role.end)
                if "experience" in text[role.end : places[0].start]:  # "with years of experience at A and B"
                    tense = Tense.PAST
                if "incoming" in text[start : role.start].casefold():
                    tense = Tense.BEGAN
                yield Told(tuple(places), role, tense, start, end)
        also = _ALSO.search(text, end, min(end + 80, len(text)))
        if also is None or re.search(r"[.;]\s", text[end : also.start()]):
            return
        start, at, article = also.start(), also.end(), True


def _where(sentence: Sentence, start: int) -> Place | None:
    """The organization before "where I am a …"."""
    where = _WHERE_I.search(sentence.text[:start])
    if not where:
        return None
    found = None
    for joint in _BEFORE_WHERE.finditer(sentence.text, 0, where.start()):
        if found and joint.start() < found.end:
            continue
        places = organizations_at(sentence.text, joint.end(), sentence.links)
        if places and places[-1].end <= where.start() + 1:
            found = places[-1]
    return found


def more_places(sentence: Sentence, places: list[Place]) -> list[Place]:
    """The places, and those that go on after the date of the last: "at A in 2019 and at B in 2020"."""
    for _ in range(4):
        if not places:
            break
        end = places[-1].end
        date = next(
            (d for d in sentence.dates if end <= d.start <= end + 14 and "." not in sentence.text[end : d.start]), None
        )
        at = date.end if date else end
        at += sentence.text[at : at + 1] in ")]"
        again = _AGAIN.match(sentence.text, at)
        following = organizations_at(sentence.text, again.end(), sentence.links) if again else []
        if not following:
            break
        places = [*places, *following]
    return places


def is_study(title: str) -> bool:
    """Whether a role is that of somebody who studies."""
    words = [fold(word).strip(".") for word in title.split()]
    return any(word in lexicon("students") for word in words) and not _NO_STUDENTS & set(words)


def _membership(sentence: Sentence, start: int, member: re.Match[str], tense: Tense) -> Iterator[Told]:
    place = organization_at(sentence.text, member.end(), sentence.links)
    if place is None:
        return
    of_unit = is_unit(place.name) or place.unit is not None
    if fold(member[0]).strip() in ("on", "in") and not (of_unit and _TEAM.search(f"{place.unit} {place.name}")):
        return
    if of_unit or organization_score(place.name) >= 3:
        yield Told((place,), None, tense, start, place.end)


def _working(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    if as_role := _AS.match(text, at):
        yield from _roles(sentence, start, as_role.end(), tense, article=True)
        return
    where = _WHERE.match(text, at)
    places = organizations_at(text, where.end(), sentence.links) if where else []
    if not places and (elsewhere := _SOMEWHERE.match(text, at)):
        places = organizations_at(text, elsewhere.end(), sentence.links)
        if places:
            yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)
        return
    if not where or not places:
        return
    word, place = where["word"].casefold(), places[0]
    known = is_known_organization(place.name) or organization_score(place.name) >= 3
    if word == "on" and not (place.unit and _TEAM.search(place.unit)):
        return
    if word == "in" and not (place.unit and _TEAM.search(place.unit)) and not (is_unit(place.name) or known):
        return
    if word == "with" and not known:
        return
    places = more_places(sentence, places)
    yield Told(tuple(places), role_after(sentence, places[-1].end), tense, start, places[-1].end)


def role_after(sentence: Sentence, end: int) -> Role | None:
    """The role in "at Example Inc. as a …"."""
    towns = _TOWNS.match(sentence.text, end)
    as_role = _AS.match(sentence.text, end) or (_AS.match(sentence.text, towns.end()) if towns else None)
    return role_at(sentence.text, as_role.end()) if as_role else None


def _at_places(sentence: Sentence, start: int, at: int, tense: Tense, kind: PositionKind) -> Iterator[Told]:
    """The places of "interned (as a …) at A, B and C"."""
    text = sentence.text
    if as_role := _AS.match(text, at):
        role = role_at(text, as_role.end())
        places = places_after(text, role.end if role else as_role.end(), sentence.links)
    else:
        where = _WHERE.match(text, at)
        places = organizations_at(text, where.end(), sentence.links) if where else []
        role = role_after(sentence, places[-1].end) if places else None
    places = more_places(sentence, places)
    if places:
        yield Told(tuple(places), role, tense, start, places[-1].end, kind)


def _teaching(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    where = _TEACHING.match(sentence.text, at)
    place = organization_at(sentence.text, where.end(), sentence.links) if where else None
    if place and is_school(place.name):
        yield Told((place,), role_after(sentence, place.end), tense, start, place.end, PositionKind.TEACHING)


def _joining(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
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
    if place is None or not is_employer(place, sentence):
        return
    between = re.compile(r"[^;]{0,60}?\sas\s(?:(?:an?|the|their)\s)?").match(text, place.end)
    role = role_at(text, between.end()) if between else None
    said = re.split(r"[,;]", text[between.end() : between.end() + 60])[0] if between else ""
    if is_study(said) or (role is None and is_school(place.name)):
        return
    yield Told((place,), role, tense, start, role.end if role else place.end)


def _spending(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    limit = min(at + 90, len(text))
    as_role, where = _AS_ONE.search(text, at, limit), _IN_TIME.search(text, at, limit)
    place = organization_at(text, where.end(), sentence.links) if where else None
    if as_role and (place is None or as_role.start() < place.start):
        yield from _roles(sentence, start, as_role.end(), tense, article=True)
        return
    if place and _ABROAD.search(text, at, place.start):
        return
    if place and (is_unit(place.name) or is_employer(place, sentence)):
        role = role_after(sentence, place.end)
        if not (role and is_study(role.title)):
            yield Told((place,), role, tense, start, place.end)


def _as_role(sentence: Sentence, start: int, at: int, tense: Tense, earlier: Sequence[Told]) -> Iterator[Told]:
    text = sentence.text
    if office := _POSITION_OF.match(text, at):
        yield from _roles(sentence, start, office.end(), tense, article=True)
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
            yield from _roles(sentence, start, as_role.end(), tense, article=True)
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


def is_employer(place: Place, sentence: Sentence) -> bool:
    """Whether a place looks enough like an organization to be worked at."""
    linked = any(a <= place.start < b for a, b in sentence.links)
    return linked or bool(place.unit) or organization_score(place.name) >= 1 or is_unit(place.name)
