"""Work told by how somebody came to a role, or held it: "was appointed", "became its", "served as", "on the board"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.clues import is_place, title_score
from kg.extraction.lexicon import load
from kg.extraction.prose.organizations import organization_at, organizations_at
from kg.extraction.prose.roles import Role, places_after, role_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, engagement, is_employer, is_likely, is_study, roles

_POSITION_OF = re.compile(
    r"\s(?:the\s)?(?:positions?|roles?|post|title|office)\sof\s"
    r"|\s(?:les?|las?|el|os?|une?|um|l['’])\s?(?:postes?|puestos?|cargos?|fonctions?|función|função)\s(?:de\s|d['’])",
    re.IGNORECASE,
)
_AS_A = re.compile(r"[^.;,]{0,60}?\sas\s(?:(?P<whose>its|their|the company['’]s)\s|an?\s|the\s)?")
_HELD = re.compile(
    r"\s(?:my|an?|the|this|that)\s(?P<role>(?:[\w-]{1,20}\s){0,3})(?:position|job|role|post|appointment|internship)s?\s(?:at|with)\s",
    re.IGNORECASE,
)
_POSITIONS_AT = re.compile(
    r"\s(?P<role>(?:[\w-]{3,20}\s){0,4}?)(?:positions|roles|posts|appointments|jobs|fellowships|professorships|chairs)"
    r"\s(?:(?:both\s)?(?:at|with|in)|including\s(?:at|with))\s"
)
_POSITIONS = re.compile(r"\s(?P<role>[\w-]{3,20}(?:\s[\w-]{3,20})?)\s(?:positions|roles|posts|appointments)\b")
_BRACKETS = re.compile(r"\(([^()]{3,100})\)")
_CHAIR = re.compile(
    r"\s(?:the|an?)\s(?P<role>(?:[A-Z][\w.-]{0,20}\s){1,4}(?:Chair|Professorship)(?:\s(?:of|in)\s[A-Z][\w ]{2,40}?)?)"
    r"\sat\s(?:the\s)?"
)
_SERVED_AT = re.compile(r"\s(?:at|with)\s(?:the\s)?")
_FORCES = re.compile(r"\sin\s(?:the\s)?(?=[A-Z])")
_BODIES = r"(?:[\w-]+\s){0,2}?(?:boards?|councils?|committees?)(?:\sof\s(?:directors|trustees|advisors|governors))?"
_ON_BOARD = re.compile(
    rf"\s(?:on|(?:as\s)?an?\s(?:[\w-]+\s){{0,2}}?(?P<member>member)\s(?:of|on))\s(?:the\s|its\s)?"
    rf"(?:(?P<body>{_BODIES})|(?:[\w-]+\s){{0,2}}?(?:faculty|staff))\s(?:of|at|for)\s",
    re.IGNORECASE,
)
_NO_WORK = re.compile(
    r"\b(?:(?:program|programme|organi[sz]ing|thesis|steering|review)\scommittee|technical\sstaff)", re.IGNORECASE
)
_ACTIVE = re.compile(r"\b(?:I|[Hh]e|[Ss]he)\s(?:\w+ly\s|also\s|then\s|later\s)?$")
_INTO = re.compile(
    r"\s(?:(?:to|as|into)\s)?(?P<whose>(?:its|their|the company['’]s)\s)?(?:(?:an?|the|one of the)\s)?"
    r"(?:(?:position|role|rank|post|office)\sof\s)?"
)


def becoming(sentence: Sentence, verb: re.Match[str], earlier: Sequence[Told]) -> Iterator[Told]:
    """The role somebody came to have: "was appointed head of …", "became its director", "was hired by A as a …"."""
    text, start = sentence.text, verb.start()
    into = _INTO.match(text, verb.end())
    hires = verb.lastgroup == "become" and text[verb.end() + 1 : verb.end() + 2].isupper()
    if into is None or (hires and _ACTIVE.search(text, 0, start)):  # "she hired Ada as …"
        return
    role = role_at(text, into.end())
    if verb.lastgroup == "be" and not into["whose"]:  # "joined A and became lab manager"
        if role is None or not earlier or verb[0].casefold() != "became":
            return
        if places_after(text, role.end, sentence.links):
            return
    if role is None or is_study(role.title):
        role, places = engagement(sentence, verb.end())
        if places and (role or verb[0].casefold() in load("prose")["there"]["taken_on"]):
            yield Told(tuple(places), role, Tense.BEGAN, start, max(places[-1].end, role.end if role else 0))
        return
    found: list[Told] = [] if into["whose"] else list(roles(sentence, start, into.end(), Tense.BEGAN, article=True))
    if not found and (earlier or verb[0].casefold() in load("prose")["there"]["risen"]):
        held_at = earlier[-1].places if earlier else ()
        found.append(Told(held_at, role, Tense.BEGAN, start, role.end, risen=not earlier))
    yield from found


def on_board(sentence: Sentence, start: int, at: int, tense: Tense) -> Iterator[Told]:
    """The organizations on whose board, or faculty, somebody is."""
    text = sentence.text
    board = _ON_BOARD.match(text, at)
    if board is None or _NO_WORK.search(board[0]):
        return
    places = [place for place in organizations_at(text, board.end(), sentence.links) if is_employer(place, sentence)]
    if places:
        seat = (board.start("member") if board["member"] else board.start("body"), board.end("body"))
        named = board["body"] and (board["member"] or " of " in board["body"])  # "the board" alone is no title
        role = Role(text[slice(*seat)], *seat) if named else None
        yield Told(tuple(places), role, tense, start, places[-1].end)


def holding(sentence: Sentence, start: int, at: int, tense: Tense, earlier: Sequence[Told]) -> Iterator[Told]:
    """The office, or the place of the positions, that somebody holds or serves in."""
    text = sentence.text
    if office := _POSITION_OF.match(text, at):
        yield from roles(sentence, start, office.end(), tense, article=True)
    elif held := _HELD.match(text, at):
        places = organizations_at(text, held.end(), sentence.links)
        if places:
            yield Told(tuple(places), _titled(held), tense, start, places[-1].end)
    elif chair := _CHAIR.match(text, at):
        places = organizations_at(text, chair.end(), sentence.links)
        if places:
            title = Role(chair["role"], chair.start("role"), chair.end("role"))
            yield Told(tuple(places), title, tense, start, places[-1].end)
    elif several := _POSITIONS_AT.match(text, at):
        yield from _several(sentence, start, several, tense)
    elif as_role := _AS_A.match(text, at):
        role = role_at(text, as_role.end()) if as_role["whose"] else None
        if role and earlier:
            yield Told(earlier[-1].places, role, tense, start, role.end)
        elif told := list(roles(sentence, start, as_role.end(), tense, article=True)):
            yield from told
        else:  # "stayed on at A as a …"
            role, places = engagement(sentence, at)
            if role and places:
                yield Told(tuple(places), role, tense, start, max(places[-1].end, role.end))
    elif (forces := _FORCES.match(text, at)) and (inside := organization_at(text, forces.end(), sentence.links)):
        if is_likely(inside, sentence):
            yield Told((inside,), None, tense, start, inside.end)
    elif text.startswith("serv", start) and (served := _SERVED_AT.match(text, at)):
        places = [
            place for place in organizations_at(text, served.end(), sentence.links) if is_employer(place, sentence)
        ]
        if places:
            yield Told(tuple(places), None, tense, start, places[-1].end)
    elif plural := _POSITIONS.match(text, at):
        yield from _several(sentence, start, plural, tense)


def _titled(match: re.Match[str]) -> Role | None:
    """The role that the words before "position" name, if they name one: "a Lecturer position"."""
    title = match["role"].strip()
    return Role(title, match.start("role"), match.start("role") + len(title)) if title_score(title) >= 3 else None


def _several(sentence: Sentence, start: int, plural: re.Match[str], tense: Tense) -> Iterator[Told]:
    """The places of "held postdoc positions at A and B", or "… on x (A, Town) and y (B, Town)"."""
    text = sentence.text
    role = _titled(plural)
    at = plural.re is _POSITIONS_AT
    places = (
        organizations_at(text, plural.end(), sentence.links) if at else places_after(text, plural.end(), sentence.links)
    )
    if not places:
        for bracket in _BRACKETS.finditer(text, plural.end()):
            place = organization_at(text, bracket.start(1), sentence.links)
            if place and "," in bracket[1] and is_place(bracket[1].rsplit(",", 1)[1]):
                places.append(place)
    if places and (role or at):
        yield Told(tuple(places), role, tense, start, places[-1].end)
