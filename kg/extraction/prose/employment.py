"""Positions told of in sentences: "I worked as a … at …", "interned at A and B", "Currently at C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extraction.clues import is_known_organization, is_place, is_school, is_unit, organization_score
from kg.extraction.kinds import position_kind
from kg.extraction.outline import Claim, SectionKind
from kg.extraction.person_names import person_at
from kg.extraction.prose.organizations import Place, organization_at, organizations_at
from kg.extraction.prose.roles import Role, lexicon, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense, period
from kg.extraction.words import fold
from kg.model import Period, Position, PositionKind

_VERB = re.compile(
    r"(?<![\w'’])(?P<be>am|is|was|been|being)(?!\w)|(?<=[Ii])['’](?P<m>m)(?!\w)|(?<=\w)['’](?P<s>s)\s(?=(?:currently|now|an?|at)\s)"
    r"|(?<![\w-])(?:(?P<work>worked|works|work|working)|(?P<intern>interned|interning)|(?P<join>joined|joins|join)"
    r"|(?P<spend>spent|spend|spending)|(?P<serve>served|serves|serve|serving|acted|acting)|(?P<hold>held|hold|holds)"
    r"|(?P<found>co-founded|cofounded|founded))(?![\w-])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s{1,2}(?:(?:an?|the|one of the|one of)\s)", re.IGNORECASE)
_ADVERBS = re.compile(r"\s{1,2}([\w-]+,?)(?=\s)")
_AT = re.compile(r"\s{1,2}(?:at|with|@)\s{1,2}", re.IGNORECASE)
_MEMBER = re.compile(r"\s{1,2}(?:(?:an?\s)?(?:part|member|affiliate)\sof|affiliated with|on|in)\s{1,2}", re.IGNORECASE)
_AS = re.compile(r"\s{0,2},?\s{1,2}(?:as|in the role of|in the capacity of)\s{1,2}(?:an?|the|their|its|our)?\s?", re.IGNORECASE)
_APPOSITION = re.compile(r"(?:\s?[(（][^()（）]{0,60}[)）])?(?:\s[A-Z][\w-]{1,20})?\s?[,–—-](?=\s)")
_ALSO = re.compile(r"\s{0,2},?\s(?:and|as well as|&)\s(?:also\s|currently\s)?(?:an?|the)\s", re.IGNORECASE)
_OPENING = re.compile(
    r"[^\w]{0,8}(?:(?P<past>previously|formerly|before that|earlier|past|prior|ex|before)(?!\sto\b)|(?P<present>currently|now|presently|current))"
    r"(?:\s?[:,–—-]\s?|\s)(?:at\s|@\s?)?(?:an?\s)?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s(?:and|then|where|before|after|while)\s|[,;]\s")
_GROUP_WORDS = re.compile(r"\b(?:lab|labs|laboratory|group|research|institute|centre|center|laboratoire)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:I|he|she|we|they|it|who|which|that|you|students?|team|company)\b")
_FORTUNATE = re.compile(r"\bI['’ ].{0,30}\b(?:fortunate|lucky|privileged|honou?red|thrilled|opportunity|chance|pleasure|privilege|luck)\b.{0,12}$")
_HELD = re.compile(
    r"\s(?:my|an?|the|this|that)\s(?:[\w-]{1,20}\s){0,3}(?:position|job|role|post|appointment|internship)s?\s(?:at|with)\s",
    re.IGNORECASE,
)
_TELLING = frozenset(
    (SectionKind.ABOUT, SectionKind.OTHER, SectionKind.ORGANIZATION, SectionKind.NEWS, SectionKind.INTERESTS)
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


@cache
def _intentions() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(lexicon("intentions"), key=len, reverse=True)), re.IGNORECASE)


def positions(sentence: Sentence, name: str | None, around: str | None = None) -> Iterator[Claim[Position]]:
    """A claim for every role that the sentence says the subject held.

    `name` is the subject's. `around` is the organization told of just before, to which a unit alone belongs.
    """
    found = sorted(_told(sentence, name), key=lambda told: told.start)
    edges = [0, *(_edge(sentence.text, a.end, b.start) for a, b in pairwise(found)), len(sentence.text)]
    for number, told in enumerate(found):
        stated = period(sentence, edges[number], edges[number + 1], told.tense)
        for place in told.places:
            yield _claim(sentence, told, place, stated, around or sentence.context)


def _edge(text: str, end: int, start: int) -> int:
    """Where one thing told ends and the next begins: at the last joint between them."""
    joints = [m.start() for m in _JOINT.finditer(text, end, max(start, end))]
    return joints[-1] if joints else max(start, end)


def _claim(sentence: Sentence, told: Told, place: Place, stated: Period, around: str | None) -> Claim[Position]:
    title = told.role.title if told.role else None
    kind = told.kind or position_kind(title, (), sentence.section.kind)
    if title is None and told.kind is None and (_GROUP_WORDS.search(place.unit or "") or _GROUP_WORDS.search(place.name)):
        kind = PositionKind.RESEARCH
    organization, unit = place.name, place.unit
    if unit is None and around and is_unit(organization) and not is_known_organization(organization):
        organization, unit = around, organization
    if unit and told.role is not None and fold(unit) == fold(told.role.title):
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


# -- finding ----------------------------------------------------------------------------------------------------------


def _told(sentence: Sentence, name: str | None) -> Iterator[Told]:
    text = sentence.text
    done = -1
    if opening := _opening(sentence):
        yield opening
        done = opening.end
    for verb in _VERB.finditer(text):
        if verb.start() < done or _is_hypothetical(text, verb) or not _of_subject(text, verb.start(), name):
            continue
        for told in _after(sentence, verb):
            yield told
            done = max(done, told.end)


def _is_hypothetical(text: str, verb: re.Match[str]) -> bool:
    return bool(_intentions().search(text, max(verb.start() - 40, 0), min(verb.end() + 25, len(text))))


def _of_subject(text: str, position: int, name: str | None) -> bool:
    """Whether the subject of the verb at the position is the person: "I", "she", the name, or nobody else."""
    before = text[:position].rstrip(" '’")
    words = before.replace(",", " , ").split()
    while words and (fold(words[-1]).strip("*_-–•·:") in lexicon("adverbs") or words[-1] in ("was", "am", "is", "was,")):
        words.pop()
    if not words:
        return True
    last = words[-1].strip("*_([-–•·:\"")
    if last == "to" and _FORTUNATE.search(before):
        return True
    if last in ("I", "i", "He", "he", "She", "she", "I’m", "I'm", "I’ve", "I've") or last.casefold() in ("ich", "je", "yo", "eu", "ik"):
        return True
    if name and last in name.split():
        return True
    if last in ("", ",") or not any(c.isalpha() for c in last):
        pronouns = _PRONOUN.findall(before)
        return not pronouns or pronouns[-1] in ("I", "he", "she")
    if fold(text[len(before) :].strip()) and text[:position].rstrip().endswith(("and", "und", "et", "y")):
        pronouns = _PRONOUN.findall(before)
        return bool(pronouns) and pronouns[-1] in ("I", "he", "she")
    coordinated = re.search(r"(?:^|\W)(?:and|then|also)(?:\s\w+)?$", before)
    pronouns = _PRONOUN.findall(before)
    return bool(coordinated and pronouns and pronouns[-1] in ("I", "he", "she"))


def _past_adverbs(text: str, position: int) -> int:
    while match := _ADVERBS.match(text, position):
        if fold(match[1].rstrip(",")) not in lexicon("adverbs"):
            break
        position = match.end()
    return position


def _tense(text: str, verb: re.Match[str]) -> Tense:
    word = verb[0].strip("'’ ").casefold()
    if word in ("am", "is", "m", "s", "works", "work", "serves", "serve", "hold", "holds", "interning"):
        return Tense.PRESENT
    if word in ("working", "serving", "acting"):
        before = [fold(w) for w in text[max(verb.start() - 30, 0) : verb.start()].split()]
        return Tense.PAST if {"was", "been", "had"} & set(before[-3:]) and "have" not in before[-3:] else Tense.PRESENT
    if word == "been":
        before = text[max(verb.start() - 12, 0) : verb.start()].casefold()
        return Tense.PRESENT if "have" in before or "’ve" in before or "'ve" in before or "has" in before else Tense.PAST
    return Tense.BEGAN if word.startswith("join") else Tense.PAST


def _after(sentence: Sentence, verb: re.Match[str]) -> Iterator[Told]:
    tense = _tense(sentence.text, verb)
    kind = verb.lastgroup or ""
    at = _past_adverbs(sentence.text, verb.end())
    if kind in ("be", "m", "s"):
        yield from _being(sentence, verb.start(), at, tense)
    elif kind == "work":
        yield from _working(sentence, verb.start(), at, tense)
    elif kind == "intern":
        yield from _at_places(sentence, verb.start(), at, tense, PositionKind.INTERNSHIP)
    elif kind == "join":
        yield from _joining(sentence, verb.start(), at)
    elif kind == "spend":
        yield from _spending(sentence, verb.start(), at, tense)
    elif kind in ("serve", "hold"):
        yield from _as_role(sentence, verb.start(), at, tense)
    elif kind == "found":
        places = organizations_at(sentence.text, at + 1, sentence.links)
        if places and sentence.text[at : at + 1] == " ":
            yield Told(tuple(places), None, tense, verb.start(), places[-1].end, PositionKind.FOUNDER)


def _being(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    if where := _AT.match(text, at):
        places = [p for p in organizations_at(text, where.end(), sentence.links) if _is_employer(p, sentence)]
        if places and (where[0].strip().casefold() != "with" or is_known_organization(places[0].name)):
            yield Told(tuple(places), None, tense, start, places[-1].end)
        return
    if member := _MEMBER.match(text, at):
        yield from _membership(sentence, start, member, tense)
        return
    at = _past_name(text, at)
    article = _ARTICLE.match(text, at)
    yield from _roles(sentence, start, article.end() if article else at + 1, tense, article=bool(article))


def _past_name(text: str, at: int) -> int:
    """Past the name in "I'm Ada Example, currently a …"."""
    name = person_at(text, at)
    if name is None or not (apposition := _APPOSITION.match(text, name.end)):
        return at
    return _past_adverbs(text, apposition.end())


def _roles(sentence: Sentence, start: int, at: int, tense: Tense, *, article: bool) -> Iterator[Told]:
    """The role at the position and those that "and a …" adds to it."""
    text = sentence.text
    for _ in range(3):
        role = role_at(text, at)
        if role is None or (not article and not role.title[0].isupper()) or is_study(role.title):
            end = role.end if role else at
        else:
            places = places_after(text, role.end, sentence.links)
            if not places:
                end = role.end
            else:
                yield Told(tuple(places), role, tense, start, places[-1].end)
                end = places[-1].end
        also = _ALSO.search(text, end, min(end + 80, len(text)))
        if also is None or re.search(r"[.;]\s", text[end : also.start()]):
            return
        start, at, article = also.start(), also.end(), True


def is_study(title: str) -> bool:
    """Whether a role is that of somebody who studies."""
    words = [fold(word).strip(".") for word in title.split()]
    return any(word in lexicon("students") for word in words) and not {"assistant", "worker", "ambassador", "researcher", "intern"} & set(words)


def _membership(sentence: Sentence, start: int, member: re.Match[str], tense: Tense) -> Iterator[Told]:
    place = organization_at(sentence.text, member.end(), sentence.links)
    if place is None:
        return
    told_unit = is_unit(place.name) or place.unit is not None
    if fold(member[0]).strip() in ("on", "in") and not (told_unit and _TEAM.search(f"{place.unit} {place.name}")):
        return
    if told_unit or organization_score(place.name) >= 3:
        yield Told((place,), None, tense, start, place.end)


_TEAM = re.compile(r"\b(?:team|group|lab|laboratory|department|organization|division)\b", re.IGNORECASE)


def _working(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    if as_role := _AS.match(text, at):
        yield from _roles(sentence, start, as_role.end(), tense, article=True)
        return
    where = re.compile(r"\s{1,2}(?P<word>at|for|with|@|in|on)\s{1,2}", re.IGNORECASE).match(text, at)
    if not where:
        return
    places = organizations_at(text, where.end(), sentence.links)
    if not places:
        return
    word, place = where["word"].casefold(), places[0]
    known = is_known_organization(place.name) or organization_score(place.name) >= 3
    if word in ("on", "in") and not (place.unit and _TEAM.search(place.unit)) and not (word == "in" and (is_unit(place.name) or known)):
        return
    if word == "with" and not known:
        return
    yield Told(tuple(places), _role_after(sentence, places[-1].end), tense, start, places[-1].end)


def _role_after(sentence: Sentence, end: int) -> Role | None:
    as_role = _AS.match(sentence.text, end)
    return role_at(sentence.text, as_role.end()) if as_role else None


def _at_places(sentence: Sentence, start: int, at: int, tense: Tense, kind: PositionKind) -> Iterator[Told]:
    """ "interned (as a …) at A, B and C"."""
    text = sentence.text
    if as_role := _AS.match(text, at):
        role = role_at(text, as_role.end())
        places = places_after(text, role.end if role else as_role.end(), sentence.links)
    else:
        role = None
        where = re.compile(r"\s{1,2}(?:at|with|for|@|in)\s{1,2}", re.IGNORECASE).match(text, at)
        places = organizations_at(text, where.end(), sentence.links) if where else []
        role = _role_after(sentence, places[-1].end) if places else None
    if places:
        yield Told(tuple(places), role, tense, start, places[-1].end, kind)


def _joining(sentence: Sentence, start: int, at: int) -> Iterator[Told]:
    place = organization_at(sentence.text, at + 1, sentence.links) if sentence.text[at : at + 1] == " " else None
    if place is None or not _is_employer(place, sentence):
        return
    role = _role_after(sentence, place.end)
    between = re.compile(r"[^.;]{0,40}?\sas\s(?:an?|the|their)?\s?").match(sentence.text, place.end)
    if role is None and between:
        role = role_at(sentence.text, between.end())
    after = text_after(sentence.text, place.end)
    if (role and is_study(role.title)) or is_study(after) or (role is None and is_school(place.name)):
        return
    end = role.end if role else place.end
    yield Told((place,), role, Tense.BEGAN, start, end)


def text_after(text: str, end: int) -> str:
    """What "as a …" says after a place, up to the next comma or full stop."""
    found = _AS.match(text, end)
    return re.split(r"[,;]", text[found.end() : found.end() + 60])[0] if found else ""


def _spending(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    limit = min(at + 90, len(text))
    if as_role := re.compile(r"\sas\s(?:an?|the)\s").search(text, at, limit):
        yield from _roles(sentence, start, as_role.end(), tense, article=True)
        return
    where = re.compile(r"\s(?:at|with|in the|within)\s").search(text, at, limit)
    place = organization_at(text, where.end(), sentence.links) if where else None
    if place and (is_unit(place.name) or place.unit or organization_score(place.name) >= 2.5 or any(a <= place.start < b for a, b in sentence.links)):
        yield Told((place,), _role_after(sentence, place.end), tense, start, place.end)


def _as_role(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    text = sentence.text
    if held := _HELD.match(text, at):
        places = organizations_at(text, held.end(), sentence.links)
        if places:
            yield Told(tuple(places), None, tense, start, places[-1].end)
        return
    as_role = re.compile(r"[^.;,]{0,60}?\sas\s(?:an?|the)?\s?").match(text, at)
    if as_role:
        yield from _roles(sentence, start, as_role.end(), tense, article=True)
    elif plural := re.compile(r"\s(?P<role>[\w-]{3,20}(?:\s[\w-]{3,20})?)\s(?:positions|roles|posts|appointments)\b").match(text, at):
        yield from _several(sentence, start, plural, tense)


def _several(sentence: Sentence, start: int, plural: re.Match[str], tense: Tense) -> Iterator[Told]:
    """ "held postdoc positions at A and B", "… on x (A, Town) and y (B, Town)"."""
    text = sentence.text
    role = role_at(text, plural.start("role"))
    places = places_after(text, plural.end(), sentence.links)
    if not places:
        for bracket in re.compile(r"\(([^()]{3,100})\)").finditer(text, plural.end()):
            place = organization_at(text, bracket.start(1), sentence.links)
            parts = bracket[1].split(",")
            if place and len(parts) > 1 and all(is_place(part) for part in parts[-1:]):
                places.append(place)
    if role and places:
        yield Told(tuple(places), role, tense, start, places[-1].end)


def _is_employer(place: Place, sentence: Sentence) -> bool:
    linked = any(a <= place.start < b for a, b in sentence.links)
    return linked or bool(place.unit) or organization_score(place.name) >= 1 or is_unit(place.name)


def _opening(sentence: Sentence) -> Told | None:
    """A line that begins with "Currently …" or "Previously …", or with the role itself: "Engineer at Example Inc."."""
    text = sentence.text
    if sentence.section.kind not in _TELLING:
        return None
    opening = _OPENING.match(text)
    dated = _after_date(sentence)
    at = opening.end() if opening else dated or len(text) - len(text.lstrip(" *_•-–—·>"))
    if opening is None and not sentence.first:
        return None
    role = role_at(text, at) if text[at : at + 1].isupper() or opening else None
    if role and not is_study(role.title):
        where = re.compile(r"\s{0,2}(?:\([^()]{0,40}\)\s{0,2})?(?:at|@)\s{0,2}", re.IGNORECASE).match(text, role.end)
        places = organizations_at(text, where.end(), sentence.links) if where else []
        if places and role.start - at < 4:
            tense = Tense.PAST if opening and opening["past"] else Tense.BEGAN if dated else Tense.PRESENT
            return Told(tuple(places), role, tense, at, places[-1].end)
    if role and sentence.context and SectionKind.EXPERIENCE in sentence.section.path and text[role.end : role.end + 1] == ",":
        context = Place(sentence.context, None, role.end, role.end)
        return Told((context,), role, Tense.PAST, at, role.end)
    if opening and re.search(r"(?:at\s|@\s?)$", opening[0], re.IGNORECASE):
        places = organizations_at(text, opening.end(), sentence.links)
        if places:
            tense = Tense.PAST if opening["past"] else Tense.PRESENT
            return Told(tuple(places), _role_after(sentence, places[-1].end), tense, at, places[-1].end)
    return None


def _after_date(sentence: Sentence) -> int | None:
    """Where an item of news begins after its date: "May 2025: …"."""
    if not sentence.dates or sentence.text[: sentence.dates[0].start].strip(" *_[(-–—•·"):
        return None
    match = re.compile(r"[\s*_\])]{0,4}[:：–—-][\s*_]{0,4}").match(sentence.text, sentence.dates[0].end)
    return match.end() if match else None
