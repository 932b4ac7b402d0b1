"""Positions told of in sentences: "I worked as a … at …", "interned at A and B", "Currently at C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from kg.extraction.clues import is_known_organization, is_unit, organization_score
from kg.extraction.kinds import position_kind
from kg.extraction.outline import Claim, SectionKind
from kg.extraction.prose.frames import Told, is_employer, is_study, role_after, told
from kg.extraction.prose.organizations import Place, organizations_at
from kg.extraction.prose.roles import Role, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense, period
from kg.extraction.prose.verbs import VERB, is_hypothetical, of_subject
from kg.extraction.prose.verbs import tense as tense_of
from kg.extraction.words import fold
from kg.model import Period, Position, PositionKind

_OPENING = re.compile(
    r"[^\w]{0,8}(?:(?P<past>previously|formerly|before that|earlier|past|prior|ex|before|as|former)(?!\sto\b|\sof\b)"
    r"|(?P<present>currently|now|presently|current|incoming))(?:\s?[:,–—-]\s?|\s)(?:at\s|@\s?)?(?:an?\s)?",
    re.IGNORECASE,
)
_FORMER = re.compile(r"(?<![\w-])(?:[Ee]x|EX)[- –]\s?@?(?=[A-Z])")
_NOUN = re.compile(
    r"\b(?P<my>my\s)?"
    r"(?:(?P<now>current|present)\s|(?:previous|last|first|former|most recent|summer|research|\w+-month)\s){0,2}"
    r"(?P<noun>internships?|role|position|job|post-?doc|residency|apprenticeship|traineeship|postdoctoral fellowship)"
    r"\s(?:at|with)\s",
    re.IGNORECASE,
)
_UNDERTAKEN = re.compile(
    r"\b(?:completed|did|do|doing|had|includes?|including|undertook|finished|through|during|after|summer|an|my)\s"
    r"(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(r"\.?\s?(?:,|;|/|&|\||\band\b|,\sand\b)\s(?:an?\s|the\s)?(?=[A-Z])")
_MOST_ROLES = 6
_MOST_VERBS = 40  # in one sentence
_STARTED = re.compile(r"\b(?:start\w*|beg[aiu]n\w*)\s(?:my|an?|the|his|her)?\s?$", re.IGNORECASE)
_SAME_PLACE = re.compile(
    r"\s(?:at|in|with|within)\s(?:this|that|the)\ssame\s(?:\w+\s)?(?:chair|group|lab|laboratory|department|institute|institution"
    r"|university|school|cent(?:er|re)|company|firm|team|place|organi[sz]ation)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s(?:as\s|also\s|previously\s|then\s){0,2}(?:an?|the)\s")
_BULLET = " *_•-–—·>"
_AT = re.compile(r"\s{0,2}(?:\([^()]{0,40}\)\s{0,2})?(?:at|@|chez|bei)\s{0,2}", re.IGNORECASE)
_HANDLE = re.compile(r"[a-z][\w-]{2,30}")
_COMMA = re.compile(r",\s{1,2}")
_JOINT = re.compile(r"\s(?:and|then|where|before|after|while)\s|[,;]\s")
_NEXT_CLAUSE = re.compile(r",?\s(?:and|but)\s(?:I|he|she)\s|;\s")
_AND_THEN = re.compile(r",?\s(?:and|then)(?:\s(?:then|later|also|subsequently))?\s$")
_TOLD_BEFORE = re.compile(
    r"\b(?:got|received|earned|obtained|completed|graduated|finished|studied|did|holds?|have|has)\b"
)
_GROUP_WORDS = re.compile(
    r"\b(?:lab|labs|laboratory|group|research|institute|centre|center|laboratoire)\b", re.IGNORECASE
)
_AFTER_DATE = re.compile(r"[\s*_\])]{0,4}[:：–—-][\s*_]{0,4}")
_TELLING = frozenset(
    (SectionKind.ABOUT, SectionKind.OTHER, SectionKind.ORGANIZATION, SectionKind.NEWS, SectionKind.INTERESTS)
)


def positions(sentence: Sentence, name: str | None, around: str | None = None) -> Iterator[Claim[Position]]:
    """A claim for every role that the sentence says the subject held.

    `name` is the subject's. `around` is the organization told of just before, to which a unit alone belongs.
    """
    found = _all_told(sentence, name)
    text = sentence.text
    edges = [_first_edge(text, found), *(_edge(text, a.end, b.start) for a, b in pairwise(found)), len(text)]
    for number, one in enumerate(found):
        stop = _NEXT_CLAUSE.search(text, one.end)
        end = min(edges[number + 1], stop.start() if stop else len(text))
        stated = period(sentence, edges[number], end, one.tense, told_at=one.start)
        for index, place in enumerate(one.places):
            limit = one.places[index + 1].start if index + 1 < len(one.places) else end
            own = period(sentence, place.start, limit, one.tense) if len(one.places) > 1 else stated
            when = own if own.start or own.end else stated
            yield _claim(sentence, one, place, when, around or sentence.context)


def at_the_same_place(sentence: Sentence, name: str | None, last: Claim[Position] | None) -> Iterator[Claim[Position]]:
    """The role that the sentence says was held where the last one told was: "a postdoc at the same chair"."""
    text = sentence.text
    same = _SAME_PLACE.search(text)
    if last is None or same is None:
        return
    for verb in islice(VERB.finditer(text, 0, same.start()), _MOST_VERBS):
        article = _ARTICLE.match(text, verb.end())
        role = role_at(text, article.end()) if article else None
        if role is None or is_study(role.title) or not of_subject(text, verb.start(), name):
            continue
        if text[role.end : same.start()].strip() or is_hypothetical(text, verb.start(), verb.end()):
            continue
        place = Place(last.fact.organization or "", last.fact.unit, same.start(), same.end())
        tense = tense_of(text, verb)
        yield _claim(
            sentence,
            Told((place,), role, tense, verb.start(), same.end()),
            place,
            period(sentence, 0, len(text), tense),
            None,
        )
        return


def _first_edge(text: str, found: Sequence[Told]) -> int:
    """Where the first thing told begins: not before the verb where it goes on after something else was told."""
    joined = _AND_THEN.search(text[: found[0].start]) if found else None
    return joined.start() if joined and _TOLD_BEFORE.search(text[: joined.start()]) else 0


def _edge(text: str, end: int, start: int) -> int:
    """Where one thing told ends and the next begins: at the last joint between them."""
    joints = [match.start() for match in _JOINT.finditer(text, end, max(start, end))]
    return joints[-1] if joints else max(start, end)


def _claim(sentence: Sentence, one: Told, place: Place, stated: Period, around: str | None) -> Claim[Position]:
    title = one.role.title if one.role else None
    kind = one.kind or position_kind(title, (), sentence.section.kind)
    if (
        title is None
        and one.kind is None
        and (_GROUP_WORDS.search(place.unit or "") or _GROUP_WORDS.search(place.name))
    ):
        kind = PositionKind.RESEARCH
    organization, unit = place.name, place.unit
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


def _belongs_to(unit: str, around: str) -> bool:
    """Whether a name on its own is a unit of the organization that was told of just before."""
    if is_known_organization(unit) or fold(unit) == fold(around):
        return False
    return is_unit(unit) or (fold(unit).split()[0] == fold(around).split()[0] and bool(_GROUP_WORDS.search(unit)))


def _all_told(sentence: Sentence, name: str | None) -> list[Told]:
    """What the verbs and the beginning of the sentence tell, in its order."""
    text = sentence.text
    found: list[Told] = []
    opening = _opening(sentence)
    if opening:
        found.append(opening)
        found.extend(_further_roles(sentence, opening))
    if sentence.section.kind in _TELLING:
        found.extend(_former(sentence))
    done = max((one.end for one in found), default=-1) if opening else -1
    for verb in islice(VERB.finditer(text), _MOST_VERBS) if _names_something(sentence) else ():
        if verb.start() < done or not of_subject(text, verb.start(), name):
            continue
        if is_hypothetical(text, verb.start(), verb.end()):
            continue
        for one in told(sentence, verb, found):
            found.append(one)
            done = max(done, one.end)
    found.extend(
        one for one in _nouns(sentence) if all(one.start >= other.end or one.end <= other.start for other in found)
    )
    return sorted(found, key=lambda one: one.start)


def _further_roles(sentence: Sentence, opening: Told) -> Iterator[Told]:
    """The roles that go on after the first: "Previously: Analyst at A, Intern at B and Tutor at C"."""
    text, end = sentence.text, opening.end
    for _ in range(_MOST_ROLES):
        joint = _ONE_MORE.match(text, end)
        role = role_at(text, joint.end()) if joint else None
        where = _AT.match(text, role.end) if role else None
        places = organizations_at(text, where.end(), sentence.links) if where else []
        if role is None or not places or is_study(role.title):
            return
        yield Told(tuple(places), role, opening.tense, role.start, places[-1].end)
        end = places[-1].end


def _names_something(sentence: Sentence) -> bool:
    """Whether a capital or a sign of another script stands inside the sentence, as in every name."""
    return not sentence.text.isascii() or sentence.text[2:] != sentence.lower[2:]


def _former(sentence: Sentence) -> Iterator[Told]:
    """The places of "ex-Example"."""
    for match in _FORMER.finditer(sentence.text):
        places = organizations_at(sentence.text, match.end(), sentence.links)
        if places:
            yield Told(tuple(places[:1]), None, Tense.PAST, match.start(), places[0].end)


def _nouns(sentence: Sentence) -> Iterator[Told]:
    """The places of "internships at A and B" and "my current role at C"."""
    text = sentence.text
    if "nouns" not in sentence.matters:
        return
    for match in _NOUN.finditer(text):
        before = text[max(match.start() - 30, 0) : match.start()]
        if is_hypothetical(text, match.start(), match.start()) or not (match["my"] or _UNDERTAKEN.search(before)):
            continue
        places = [p for p in organizations_at(text, match.end(), sentence.links) if is_employer(p, sentence)]
        if places:
            now = match["now"] or re.search(r"\b(?:doing|currently|now)\b", before)
            noun = match["noun"].casefold()
            kind = PositionKind.INTERNSHIP if noun.startswith("intern") else None
            titled = noun.startswith("postd") and not match["my"]  # "my postdoc" refers to what is told elsewhere
            role = Role(match["noun"], match.start("noun"), match.end("noun")) if titled else None
            tense = Tense.BEGAN if _STARTED.search(before) else Tense.PRESENT if now else Tense.PAST
            yield Told(tuple(places), role, tense, match.start(), places[-1].end, kind)


def _opening(sentence: Sentence) -> Told | None:
    """A line that begins with "Currently …" or "Previously …", or with the role itself: "Engineer at Example Inc."."""
    text = sentence.text
    if sentence.section.kind not in _TELLING:
        return None
    opening = _OPENING.match(text)
    if opening is None and not sentence.first:
        return None
    if (
        not any(sign in text for sign in (" at ", "@", ", ", " chez ", " bei "))
        and not opening
        and not (sentence.context and "," in text)
    ):
        return None
    dated = _after_date(sentence)
    at = opening.end() if opening else dated or len(text) - len(text.lstrip(_BULLET))
    if opening is None and dated is None and not text[at : at + 1].isalnum():
        at += len(text[at:]) - len(text[at:].lstrip("".join({c for c in text[at : at + 4] if not c.isalnum()})))
    tense = Tense.PAST if opening and opening["past"] else Tense.BEGAN if dated else Tense.PRESENT
    if opening is None and not dated and sentence.dates and not any(date.period.current for date in sentence.dates):
        tense = Tense.PAST  # "Researcher at Example in 2023" says nothing of today
    role = role_at(text, at) if text[at : at + 1].isupper() or opening else None
    if role and not is_study(role.title) and role.start - at < 12:
        return _opening_role(sentence, role, tense, at)
    if opening and (ending := re.search(r"(?:at\s|@\s?|:\s?)$", opening[0], re.IGNORECASE)):
        places = organizations_at(text, opening.end(), sentence.links)
        if ":" in ending[0]:
            places = [place for place in places if is_known_organization(place.name)]
        if places:
            return Told(tuple(places), role_after(sentence, places[-1].end), tense, at, places[-1].end)
    if role and is_study(role.title):
        return _in_entry(sentence, role, at)
    return None


def _opening_role(sentence: Sentence, role: Role, tense: Tense, at: int) -> Told | None:
    text = sentence.text
    where = _AT.match(text, role.end)
    places: Sequence[Place] = organizations_at(text, where.end(), sentence.links) if where else ()
    if where and not places and "@" in where[0] and (handle := _HANDLE.match(text, where.end())):
        places = (Place(handle[0], None, handle.start(), handle.end()),)
    if where is None and (comma := _COMMA.match(text, role.end)):
        named = organizations_at(text, comma.end(), sentence.links)[:1]
        places = [place for place in named if organization_score(place.name) >= 3]
    if places:
        return Told(tuple(places), role, tense, at, places[-1].end)
    return _in_entry(sentence, role, at)


def _in_entry(sentence: Sentence, role: Role, at: int) -> Told | None:
    """The role that a paragraph under an organization's heading begins with: "Visiting student, …"."""
    text = sentence.text
    if (
        not sentence.context
        or SectionKind.EXPERIENCE not in sentence.section.path
        or text[role.end : role.end + 1] != ","
    ):
        return None
    return Told((Place(sentence.context, None, role.end, role.end),), role, Tense.PAST, at, role.end)


def _after_date(sentence: Sentence) -> int | None:
    """Where an item of news begins after its date: "May 2025: …"."""
    if not sentence.dates or sentence.text[: sentence.dates[0].start].strip(" *_[(-–—•·"):
        return None
    match = _AFTER_DATE.match(sentence.text, sentence.dates[0].end)
    return match.end() if match else None
