"""Positions that a line begins with: "Currently at …", "Previously: A, B", "Engineer at Example Inc.", "ex-Example"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.clues import is_area, is_known_organization, is_place, is_school, organization_score
from kg.extraction.lexicon import load
from kg.extraction.outline import SectionKind
from kg.extraction.prose.lexicon import alternatives, lexicon, small_words
from kg.extraction.prose.organizations import Place, called_at, organizations_at
from kg.extraction.prose.roles import Role, is_of_body, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_employer, is_likely, is_study, role_after
from kg.extraction.prose.work.verbs import is_past, last_subject_is_own
from kg.extraction.words import Wording, fold
from kg.gazetteers import skills
from kg.model import BlockKind


def _said(name: str) -> str:
    return alternatives(load("prose")["openings"][name])


_OPENING = re.compile(
    rf"[^\w]{{0,8}}(?:(?P<past>{_said('past')})(?!\sto\b|\sof\b)|(?P<present>{_said('present')})"
    rf"|(?P<soon>{_said('soon')}))(?:\.?\s?[:,–—-]\s?|\.?\s|(?=@))(?:at\s|chez\s|bei\s|@\s?)?(?:an?\s)?",
    re.IGNORECASE,
)
_FORMER = Wording(re.compile(r"(?<![\w-])(?:[Ee]x|EX)[- –]\s?@?(?=[A-Z])"), ("ex",))
_ONE_MORE = re.compile(r"\.?\s?(?:,|;|/|&|\||\band\b|,\sand\b)\s(?:an?\s|the\s)?(?=[A-Za-z])")
_NO_MORE = re.compile(r"(?:ex[-– ]|(?:former|formerly|prev|previously|past)\.?:?\s)(?:an?\s)?", re.IGNORECASE)
_BESIDE = re.compile(
    rf",\s(?:(?P<past>{_said('past')})\s|(?:{_said('present')})\s)?(?:(?:{small_words('articles')})\s)?", re.IGNORECASE
)
# What may follow a role and its place where they are all that is told.
_NO_MORE_SAID = re.compile(
    r"\s?(?:$|[.,;|(•·/&]|(?:since|from|until|where|working|building|and|in|on|with|leading|focus\w+|formerly|previously|now)\s)"
)
_MAIN_CLAUSE = re.compile(r",\s(?:I|he|she|He|She)\s")  # "Before Example College, I received my degree from …"
_A_ROLE = re.compile(r"(?:an?|the)\s[a-zA-Z]")
_PAST = re.compile(r"\b(?:past|previous\w*|former\w*|before|been|worked|was|held|earlier|seen)\b", re.IGNORECASE)
_MOST_ROLES = 6
_AREA = re.compile(r"([A-Za-z][\w/+]{1,20}(?: [A-Z&][\w/+]{0,20}){0,2}) (?:@ ?|at (?=[A-Z@\[]))")
_BULLET = " *_•-–—·>"
_AT = re.compile(
    rf"(?:,?\s(?:currently|now|by day)(?=\s))?\s{{0,2}}(?:\([^()]{{0,40}}\)\s{{0,2}})?(?:(?:at|@)\s{{0,2}}\(?"
    rf"|(?<=\s)(?:{small_words('firmly')})\s{{1,2}}|(?<=\s)(?:all|à l)['’])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"[a-z][\w-]{2,30}")
# What goes before the place of a role; nothing else is told where none of it stands.
_SIGN = re.compile(
    "|".join(
        map(
            re.escape,
            (
                "@",
                ", ",
                " (",
                " at ",
                " of ",
                " for ",
                " with ",
                " à l",
                " all",
                *(f" {w} " for w in load("prose")["joints"]["firmly"]),
            ),
        )
    )
)
_OWNED = re.compile(r"(?:My|Our|His|Her|Their|Meine?|Mon|Ma|Mi|Meu|Minha)\s")
_INSIDE = re.compile(r"\s(?:in|on|within|for)\s")
_FOR = re.compile(r"\sfor\s(?:the\s)?(?=[A-Z])")
_WHOLE = re.compile(r"\s?(?:$|[.,;(|•·])")
_IN_PLACE = re.compile(r",\s[A-Z][\w.]{1,20}(?:\s[A-Z]\w{1,20})?\)")
_BRACKET = re.compile(r"(?:\s(?:in|of|for)\s[\w\s&/-]{2,40})?\s\((?=[A-Z])")
_NEAR = 70
_FEW_TOOLS = 2
_OF = re.compile(rf"\s(?:of|with|{small_words('genitive')})\s(?:the\s)?|\s(?:dell|de l|d)['’]")
_COMMA = re.compile(r",\s{1,2}")
_AFTER_DATE = re.compile(r"[\s*_\])]{0,4}[:：–—-][\s*_]{0,4}")
_TURN = Wording(
    re.compile(
        r"(?:[,;|(–—•·-]|\band|\bbut)\s?"
        r"(?:(?P<past>formerly|previously|prev\.?:?|earlier|before that)|(?P<now>now|currently|presently))\s"
        r"(?P<at>(?:working\s)?(?:at|with|for)\s|@\s?)?(?:an?\s|the\s)?",
        re.IGNORECASE,
    ),
    ("formerly", "previously", "prev", "earlier", "before", "now", "currently", "presently"),
)
# "As head of A, Ada oversees …": the office goes on where what is done in it does.
_ACTS_NOW = re.compile(
    r",\s(?:I|[Hh]e|[Ss]he|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)(?:['’]m|\s(?:am|is|currently|now|(?!was|has)[a-z]{3,}s)\b|\s(?P<verb>[a-z]+))"
)
_TELLING = frozenset(
    (SectionKind.ABOUT, SectionKind.OTHER, SectionKind.ORGANIZATION, SectionKind.NEWS, SectionKind.INTERESTS)
)


def opening_roles(sentence: Sentence, name: str | None = None) -> Iterator[Told]:
    """What the line begins with, and the roles that go on after the first."""
    opening = _beside_name(sentence, name) or _opening(sentence)
    if opening:
        yield opening
        yield from _further_roles(sentence, opening)


def _opening(sentence: Sentence) -> Told | None:
    """A line that begins with "Currently …" or "Previously …", or with the role itself: "Engineer at Example Inc."."""
    text = sentence.text
    if sentence.section.kind not in _TELLING:
        return None
    opening = _OPENING.match(text)
    dated = _after_date(sentence)
    if opening is None and not sentence.first and not dated:
        return _role_alone(sentence)
    if not opening and not _SIGN.search(text):
        return None
    at = opening.end() if opening else dated or len(text) - len(text.lstrip(_BULLET))
    if opening is None and dated is None and not text[at : at + 1].isalnum():
        at += len(text[at:]) - len(text[at:].lstrip("".join({c for c in text[at : at + 4] if not c.isalnum()})))
    began = dated or (opening and opening["soon"])
    tense = Tense.PAST if opening and opening["past"] else Tense.BEGAN if began else Tense.PRESENT
    if opening is None and not dated and sentence.dates and not any(date.period.current for date in sentence.dates):
        tense = Tense.PAST  # "Researcher at Example in 2023" says nothing of today
    if _OWNED.match(text, at):  # "My advisor at Example University was …"
        return None
    item = sentence.line.block.kind is BlockKind.ITEM and _A_ROLE.match(text, at) is not None
    if item and opening is None and _led_by_past(sentence):
        tense = Tense.PAST
    over = fold(text[at:].partition(" ")[0]) in lexicon("over")
    if opening and fold(opening["past"] or "") == "as" and not over and goes_on(text, at):
        tense = Tense.PRESENT
    marked = at > 0 and not text[:at].isascii()  # "👩 nurse @ Example"
    led = text[at : at + 1].isupper() or opening or item or dated or marked
    role = role_at(text, at) if led or _begins_with_office(text, at) else None
    if role and not is_study(role.title) and role.start - at < 12:
        return _opening_role(sentence, role, tense, at)
    if opening and (ending := re.search(r"(?:at\s|@\s?|:\s?)$", opening[0], re.IGNORECASE)):
        places = organizations_at(text, opening.end(), sentence.links)
        if ":" in ending[0] and not (opening["past"] and _are_all(places, text)):
            places = _employers(places)
        if places:
            return Told(tuple(places), role_after(sentence, places[-1].end), tense, at, places[-1].end)
    if opening and opening["past"] and not role:  # "Formerly Example and Other"
        places = _employers(organizations_at(text, opening.end(), sentence.links))
        if (
            places
            and (_are_all(places, text) or is_known_organization(places[0].name))
            and not is_place(places[0].name)
            and not (is_school(places[0].name) and _MAIN_CLAUSE.match(text, places[-1].end))
        ):
            return Told(tuple(places), None, tense, at, places[-1].end)
    if opening is None and not role and (area := _area(sentence, at, tense)):
        return area
    if role and is_study(role.title):
        return _in_entry(sentence, role, at)
    return None


def _of_whole(sentence: Sentence, position: int) -> re.Match[str] | None:
    """The "of" after a role; in other languages not below the heading of an entry, whose own words tell of it."""
    of = _OF.match(sentence.text, position)
    english = of is not None and of[0].startswith((" of", " with"))
    return of if english or sentence.section.kind is not SectionKind.ORGANIZATION else None


def _role_alone(sentence: Sentence) -> Told | None:
    """A role with its place that is all a sentence inside a paragraph tells: "… . Senior designer at Example Inc."."""
    text = sentence.text
    role = role_at(text, 0) if text[:1].isupper() and _SIGN.search(text) else None
    if role is None or role.start or is_study(role.title):
        return None
    owned = fold(role.title.split()[-1]) in lexicon("company_roles") | lexicon("offices")
    if not _AT.match(text, role.end) and not (owned and _OF.match(text, role.end)):
        return None
    tense = Tense.PAST if sentence.dates and not any(date.period.current for date in sentence.dates) else Tense.PRESENT
    told = _opening_role(sentence, role, tense, 0)
    return told if told and told.places and _NO_MORE_SAID.match(text, told.end) else None


def _beside_name(sentence: Sentence, name: str | None) -> Told | None:
    """What stands beside the subject's own name: "Ada Roe, a designer at Example Inc., draws …"."""
    text = sentence.text
    opens = len(text) - len(text.lstrip(_BULLET))
    if not name or not text.startswith(name, opens):
        return None
    comma = _BESIDE.match(text, opens + len(name))
    role = role_at(text, comma.end()) if comma else None
    if role is None or is_study(role.title):
        return None
    return _opening_role(sentence, role, Tense.PAST if comma and comma["past"] else Tense.PRESENT, opens)


def goes_on(text: str, at: int) -> bool:
    """Whether the clause after "As head of A", or "In my role as …", tells of what is done now."""
    main = _ACTS_NOW.search(text, at)
    return main is not None and (main["verb"] is None or not is_past(main["verb"]))


def _area(sentence: Sentence, at: int, tense: Tense) -> Told | None:
    """The role told by nothing but a field of work before the employer: "Backend @ Example", "Security at Example"."""
    text = sentence.text
    match = _AREA.match(text, at)
    if match is None or not (is_area(match[1]) or fold(match[1]) in lexicon("areas")):
        return None
    places = [place for place in organizations_at(text, match.end(), sentence.links) if not is_school(place.name)]
    role = Role(match[1], match.start(1), match.end(1))
    return Told(tuple(places), role, tense, at, places[-1].end) if places else None


def _begins_with_office(text: str, at: int) -> bool:
    """Whether a line begins, in small letters, with a role that only a body can be "of": "co-PI of the …"."""
    return (
        fold(text[at:].partition(" ")[0]) in lexicon("company_roles") and _OF.search(text, at, at + _NEAR) is not None
    )


def _led_by_past(sentence: Sentence) -> bool:
    """Whether the line that leads to a list of roles speaks of the past: "In the past, I have been:"."""
    above = reversed(sentence.outline.lines[: sentence.line.index])
    lead = next((line for line in above if line.block.kind is not BlockKind.ITEM), None)
    return lead is not None and _PAST.search(lead.text) is not None


def _are_all(places: Sequence[Place], text: str) -> bool:
    """Whether several names, none of them a technology's, are all that is left of a sentence."""
    left = text[places[-1].end :] if places else ""
    return len(places) > 1 and not left.strip(" .*_") and all(skills().find(place.name) is None for place in places)


def _employers(places: Sequence[Place]) -> list[Place]:
    """The places listed after a colon: all of them where one is surely an organization and none a technology."""
    if any(skills().find(place.name) is not None for place in places):
        return [place for place in places if is_known_organization(place.name)]
    return list(places) if any(organization_score(place.name) >= 3 for place in places) else []


def _further_roles(sentence: Sentence, opening: Told) -> Iterator[Told]:
    """The roles that go on after the first: "Previously: Analyst at A, Intern at B and Tutor at C"."""
    text, end = sentence.text, opening.end
    for _ in range(_MOST_ROLES):
        joint = _ONE_MORE.match(text, end)
        over = _NO_MORE.match(text, joint.end()) if joint else None
        role = role_at(text, over.end() if over else joint.end()) if joint else None
        where = _AT.match(text, role.end) if role else None
        places = organizations_at(text, where.end(), sentence.links) if where else []
        if role is None or not places or is_study(role.title):
            return
        yield Told(tuple(places), role, Tense.PAST if over else opening.tense, role.start, places[-1].end)
        end = places[-1].end


def former(sentence: Sentence) -> Iterator[Told]:
    """The places of "ex-Example"."""
    if sentence.section.kind not in _TELLING:
        return
    for match in _FORMER.finditer(sentence.text):
        places = organizations_at(sentence.text, match.end(), sentence.links)
        if places:
            yield Told(tuple(places[:1]), None, Tense.PAST, match.start(), places[0].end)


def turns(sentence: Sentence, found: Sequence[Told]) -> Iterator[Told]:
    """What a later stretch of the sentence adds about another time: ", now at A", ", formerly an analyst at B"."""
    text = sentence.text
    for match in _TURN.finditer(text):
        told_before = any(one.end <= match.start() + 1 for one in found)
        if not told_before and not last_subject_is_own(text[: match.start()]):
            continue
        tense = Tense.PAST if match["past"] else Tense.PRESENT
        role = None if match["at"] else role_at(text, match.end())
        if role:
            places = [] if is_study(role.title) else places_after(text, role.end, sentence.links)
        else:
            places = organizations_at(text, match.end(), sentence.links) if match["at"] else []
        if places:
            yield Told(tuple(places), role, tense, match.start(), max(places[-1].end, role.end if role else 0))


def _opening_role(sentence: Sentence, role: Role, tense: Tense, at: int) -> Told | None:
    text = sentence.text
    where = _AT.match(text, role.end)
    places: Sequence[Place] = organizations_at(text, where.end(), sentence.links) if where else ()
    if where and not places and "@" in where[0] and (handle := _HANDLE.match(text, where.end())):
        places = (Place(handle[0], None, handle.start(), handle.end()),)
    if where is None and (comma := _COMMA.match(text, role.end)) and not _lists_tools(text[comma.end() :]):
        named = organizations_at(text, comma.end(), sentence.links)[:1]
        linked = [place for place in named if any(a <= place.start < b for a, b in sentence.links)]
        linked = linked if " of " not in role.title else []
        places = linked or [place for place in named if organization_score(place.name) >= 3]
    if where is None and not places and (of := _of_whole(sentence, role.end)):
        named = organizations_at(text, of.end(), sentence.links)
        head, owns = fold(role.title.split()[-1]), not of[0].startswith(" with")
        whole = (owns and head in lexicon("offices")) or called_at(text, of.end()) is not None
        places = [p for p in named if whole or p.unit or (owns and is_of_body(head, p.name)) or _is_body(sentence, p)]
    if where is None and not places and _INSIDE.match(text, role.end):  # "Assistant in the Moss Lab at …"
        named = places_after(text, role.end, sentence.links, reach=_NEAR)
        whole = bool(named) and _WHOLE.match(text, named[-1].end) is not None
        if _FOR.match(text, role.end):  # "Librarian for Example.", not "Engineer for Example Cloud from start to …"
            places = [place for place in named if whole and is_employer(place, sentence) and not is_area(place.name)]
        else:
            places = [place for place in named if is_likely(place, sentence)]
    if where is None and not places and (bracket := _BRACKET.match(text, role.end)):  # "Tutor in maths (Moss School)"
        named = organizations_at(text, bracket.end(), sentence.links)[:1]
        places = [place for place in named if organization_score(place.name) >= 2.5 or _IN_PLACE.match(text, place.end)]
    if places:
        return Told(tuple(places), role, tense, at, places[-1].end)
    return _in_entry(sentence, role, at)


def _is_body(sentence: Sentence, place: Place) -> bool:
    """Whether a name after "of" is a body's, not a field's: by its words, or as a link in letters of its own."""
    linked = any(a <= place.start < b for a, b in sentence.links)
    if organization_score(place.name) >= 2.5:
        return True
    other = is_area(place.name) or skills().find(place.name.split()[0]) is not None
    return linked and place.name[0].isupper() and not other


def _lists_tools(after: str) -> bool:
    """Whether technologies are listed, some of whose makers are employers elsewhere: "Docker, Kotlin"."""
    named = [part.strip(" .;*_") for part in after.split(",")[:_FEW_TOOLS]]
    return len(named) == _FEW_TOOLS and all(skills().find(name) for name in named)


def _in_entry(sentence: Sentence, role: Role, at: int) -> Told | None:
    """The role that a paragraph under an organization's heading begins with: "Visiting student, …"."""
    text = sentence.text
    if (
        not sentence.context
        or SectionKind.EXPERIENCE not in sentence.section.path
        or text[role.end : role.end + 1] != ","
        or _lists_tools(text[role.end + 1 :])
    ):
        return None
    return Told((Place(sentence.context, None, role.end, role.end),), role, Tense.PAST, at, role.end)


def _after_date(sentence: Sentence) -> int | None:
    """Where an item of news begins after its date: "May 2025: …"."""
    if not sentence.dates or sentence.text[: sentence.dates[0].start].strip(" *_[(-–—•·"):
        return None
    match = _AFTER_DATE.match(sentence.text, sentence.dates[0].end)
    return match.end() if match else None
