"""Roles named in running text: "a postdoctoral researcher", "Assistant Professor of Physics"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.clues import (
    degrees,
    is_area,
    is_known_organization,
    is_place,
    is_school,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.lexicon import load
from kg.extraction.prose.lexicon import lexicon, small_words
from kg.extraction.prose.organizations import Place, called_at, name_at, organizations_at
from kg.extraction.words import fold
from kg.gazetteers import skills

VERBS = re.compile(
    r"\b(?:bin|ist|war|suis|est|soy|fui|è|é|es|arbeite|travaille|travaillé|trabajo|trabajé|trabalho|trabalhei|lavoro|lavorato|работаю|sou|sono|are|joined|worked|became|started|began|fui|estoy|estou|étais|comecei|empecé|includes?|included|was|is|has|have|had|received|am|will|obtained|earned|graduated|holds|held)\b"
)
_STOP = re.compile(
    r"\s(?:at|in|with|for|from|on|under|who|where|which|that|working|and|or|speciali[sz](?:es?|ed|ing)|focus\w*|based|during"
    r"|since|as|als|como|comme|to|by|while|currently|jointly|both|remotely|affiliated|before|after|until|responsible|supporting|providing|evaluating|building|developing|interested|leading|within|via"
    r"|through|is|was|using|making|helping|creating|designing|driving|overseeing|maintaining|delivering|solving|employed|originally|chez|bei|beim|en|à|au|dans|no|na|em|presso|bij|pela|pelo|nella|an|am|aan|på|hos|w|con|com|mit|avec|met|в|во|entre|desde|depuis|pendant|durante|während|seit|dal|от|с)(?=\s)|\sthere(?=[\s.,;]|$)|\s?[,.;:(|–—@•!?]\s?|\s?[\u2600-\u27bf\U0001F300-\U0001FAFF]|\s-\s|\s(?=\d{4})|$"
)
_OF = re.compile(rf"\s(?:of\s(?:the\s)?|(?:{small_words('genitive')})\s|(?:dell|de l|d)['’])")
_AT_OR_OF = re.compile(r"\s(?:at|of|@|with)\s|\sfor\s(?:the\s)?(?=[A-Z])")
_AND_FIELD = re.compile(r"\sand\s(?P<field>(?:[\w-]{3,20}\s){0,2}[\w-]{3,20})(?=,?\s(?:at|in|with)\s)")
_LATER = re.compile(r"\s(?:and|&)\s(?:then|later|subsequently|eventually)\s")  # another role
_TAIL = re.compile(r"\s(?:de|du|da|von|from|since|seit|depuis|desde|of)$")
_AT_BRACKET = re.compile(r"\s?\((?:at\s|@\s?)(?=[*_\[]{0,2}[A-Z])")  # "engineer (@Example, @Sample)"
_BRACKET = re.compile(r"\s?[(\[][^()\[\]]{0,60}[)\]]")
_CONNECTORS = re.compile(
    rf"(?:^|\s)(?:at|with|for|in|of|on|from|within|through|{small_words('firmly')}|{small_words('genitive')})"
    r"\s(?:the\s|la\s|der\s)?|\s?@\s?|,\s|\s(?:all|dell|nell|de l|à l|d)['’]",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:!?]\s|\s(?:and|but|where|who|which|while|when)\s(?:I|he|she|we|they|it|my|our)\b|\s(?:I|he|she|we)\s"
    r"|\sto\s(?:become|join|work|found|co-found|lead|start|take|pursue|move|build)\b"
    r"|\s(?:and|but)\s(?:is|was|am|has|had|now|then|later|currently|became|moved|joined|went|left)\b"
)
_PRONOUNS = frozenset(
    (
        "die",
        "der",
        "das",
        "le",
        "la",
        "les",
        "el",
        "il",
        "lo",
        "los",
        "las",
        "saya",
        "jag",
        "jeg",
        "ich",
        "sie",
        "er",
        "elle",
        "ella",
        "ela",
        "hij",
        "je",
        "j'ai",
        "j'etais",
        "j'étais",
        "yo",
        "eu",
        "io",
        "ik",
        "я",
        "soy",
        "sou",
        "sono",
        "suis",
        "mi",
        "me",
        "i",
        "i'm",
        "im",
        "i've",
        "he",
        "she",
        "we",
        "my",
        "it",
        "to",
        "you",
        "this",
        "there",
    )
)
_PREPOSITIONS = frozenset(
    (
        "als",
        "como",
        "comme",
        "besides",
        "becoming",
        "being",
        "having",
        "joining",
        "during",
        "after",
        "before",
        "while",
        "as",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "since",
        "by",
    )
)
_FORMER = re.compile(r"[Ee]x-[A-Z]")
_AND_ANOTHER = re.compile(r"\sand\s(?:(?:as\s)?an?\s|the\s(?=(?:[\w-]{1,20}\s){1,3}(?:of|for)\s))")
_CHARGE = re.compile(
    r"\sfor\s[A-Z][\w&-]{1,20}(?:\s(?:and|&|[A-Z][\w-]{2,20})){0,3}(?=\s(?:at|in|of|for|@|from|since)\s|[,.]|$)"
)
_ADVISOR_TO = re.compile(r"\sto\s(?:the\s)?(?=[A-Z@])")
_ADVISES = re.compile(r"\b(?:advis[eo]r|consultant|counsel|ambassador)$", re.IGNORECASE)
_AND_MEMBER = re.compile(
    r"\sand\s(?:as\san?\s|an?\s(?:[\w-]{1,20}\s){1,3}of\s)"
)  # another role, with a place of its own
_AT = frozenset(("at", "@", "within", *load("prose")["joints"]["firmly"]))
_GENITIVES = frozenset((*load("prose")["joints"]["genitive"], "dell'", "dell’", "de l'", "de l’", "d'", "d’"))
_FUNDS = re.compile(r"\b(?:foundation|trust|fund|council|stiftung|fondation|fundación)\b", re.IGNORECASE)
_FOND_OF = re.compile(
    r"\b(?:passions?|love|interests?|enthusiasm|appetite|knack|eye|talent|affinity|desire|drive|taste|appreciation|care)$"
)
_HOSTED_AT = re.compile(r"\s(?:in|with|within|at)\s[^;!?]{0,160}?\sat\s(?:the\s)?(?=[A-Z])")
_STAFF = re.compile(r"(?:(?:senior|principal|distinguished) )?member of (?:the )?(?:technical )?staff\b", re.IGNORECASE)
_SEAT = re.compile(
    r"(?:[\w-]{2,12}\s){0,2}member of (?:the )?(?:[\w-]{2,14}\s){0,3}(?:board|committee|council)"
    r"(?:\sof\s(?:directors|trustees|advisors|governors))?(?=\s(?:of|at|for)\s)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\s{0,2}([*_\"“]{0,2})(\([^()]{1,20}\)|[\w-]+)\s")
# "for the Winter season": what stands before a noun is no name by itself.
_THING = re.compile(
    r"\s(?:season|period|holidays?|holiday|project|projects|market|markets|community|users|customers|clients|people|app|apps"
    r"|website|campaign|event|events|conference|industry|sector|region|area|students|children|families)\b"
)
_MOST_WORDS = 8
_REACH = 110


@dataclass(frozen=True, slots=True)
class Role:
    """A role named at `start` to `end`."""

    title: str
    start: int
    end: int


def role_at(text: str, position: int) -> Role | None:
    """The role that begins at the position, articles and adjectives before it read over; None where none does."""
    position = _past_adjectives(text, position)
    limit = min(position + 120, len(text))
    for stop in _STOP.finditer(text, position, limit):
        end = stop.start()
        if stop[0].strip() == "." and fold(text[position:end].rsplit(" ", 1)[-1]) in lexicon("short_titles"):
            continue
        of = _OF.search(text, position, end)
        if of:
            end = _of(text, position, of.start(), of.end(), end)
            if end == stop.start() and stop[0].strip() == "and" and (more := _AND_FIELD.match(text, end)):
                end = more.end() if _is_field(more["field"]) else end
        if stop[0].strip() == "for" and (charge := _CHARGE.match(text, end)):
            charged = fold(text[position:end].rsplit(" ", 1)[-1]) in lexicon("for_roles")
            end = charge.end() if charged and organization_score(charge[0][5:]) < 2.5 else end
        title = _TAIL.sub("", text[position:end].strip(" *_\"'“”"))
        if _is_role(title):
            if (
                stop[0].strip() == "and"
                and not of
                and not _LATER.match(text, stop.start())
                and not text.startswith("the ", stop.end())
                and (second := role_at(text, stop.end()))
                and _AT_OR_OF.match(text, second.end)
            ):
                title = text[position : second.end].strip(" *_\"'“”")
            start = text.find(title, position)
            return Role(title, start, start + len(title))
        if of or not stop[0].strip().startswith(("and", "or", "focus")):  # "Data and Applied Scientist Intern" goes on
            return None
    return None


def _is_field(words: str) -> bool:
    """Whether words after "and" go on with the field of a role: "international affairs", unlike "work"."""
    last = fold(words.split()[-1])
    return last in lexicon("studied") or last in lexicon("field_heads") or fold(words) in lexicon("studied")


def _is_role(title: str) -> bool:
    if not title or len(title.split()) > _MOST_WORDS:
        return False
    first = title.split(" ")[0]
    if fold(first).replace("’", "'") in _PRONOUNS and (first == "I" or not first.isupper()):
        return False
    if fold(first) in _PREPOSITIONS or fold(first) in _working_verbs() or _FORMER.match(first):
        return False
    if first.endswith(("'s", "’s")) and fold(first[:-2]) not in lexicon("patrons"):
        return False
    last = fold(title.split(" ")[-1])
    if last == "resident" and " " in title and fold(first) not in lexicon("of_residents"):
        return True  # a physician in training: "Internal Medicine resident"
    if (
        fold(title) in lexicon("no_roles")
        or (last in lexicon("no_roles") and first.lower() != "working")
        or VERBS.search(title[0].lower() + title[1:])
    ):
        return False
    return title_score(title) >= 3 and organization_score(title) < 3.5


@cache
def _working_verbs() -> frozenset[str]:
    """The verbs of work and of coming to a role, with which no role begins; "working student" is one."""
    verbs = load("prose")["verbs"]
    return frozenset(fold(form) for kind in ("work", "become") for form in verbs[kind]) - {"work", "working"}


@cache
def _dropped() -> frozenset[str]:
    return lexicon("drop") | lexicon("adverbs")


def _past_adjectives(text: str, position: int) -> int:
    while match := _ADJECTIVE.match(text, position):
        if fold(match[2]).strip("()") not in _dropped() and not match[2].endswith("-based"):
            break
        position = match.end()
    return position + len(text[position:]) - len(text[position:].lstrip(' *_"“'))


def _of(text: str, start: int, of: int, after: int, end: int) -> int:
    """Where the role ends: before "of" where an organization follows it, else after its field."""
    name = name_at(text, after)
    if text[of:after].split()[0] != "of":  # other languages: the whole of a name after it must tell
        office = name is not None and _is_office(text[start:of]) and not is_area(name)
        return of if name and (office or organization_score(name) >= 3 or called_at(text, after)) else end
    if staff := _STAFF.match(text, start):
        return staff.end()
    if seat := _SEAT.match(text, start):
        return seat.end()
    if called_at(text, after):
        return of
    head = _weightiest(text[start:of])
    if name is None:
        field = head in lexicon("field_roles") and text[of:after] == " of "
        return end if field or text[after : after + 1].isupper() else of
    organization = organization_score(name) >= 3 or is_unit(name) or is_known_organization(name)
    organization = organization or (_is_office(text[start:of]) and not is_area(name))
    organization = organization or (head in lexicon("of_roles") and _is_body(text, after, name))
    chief = text[start : start + 6].casefold() == "chief " and head == "officer"
    return of if organization or chief or is_of_body(head, name) else end


def _weightiest(title: str) -> str:
    """The last word of a role, of several with strokes between them one that only a body can follow: "founder/CTO"."""
    heads = [fold(one.split()[-1]) for one in title.split("/") if one.strip()]
    return next((head for head in heads if head in lexicon("company_roles")), heads[-1] if heads else "")


def is_of_body(head: str, name: str) -> bool:
    """Whether only a body can stand after a role's last word and "of": "founder", or the editor of a magazine."""
    return head in lexicon("company_roles") and (head not in lexicon("editors") or _is_paper(name))


def _is_paper(name: str) -> bool:
    """Whether somebody edits a paper or magazine for work: no journal of a science, nor a book about a technology."""
    return fold(name.split()[0]) not in lexicon("journals") and skills().find(name.split()[0]) is None


def _is_body(text: str, at: int, name: str) -> bool:
    """Whether a name after "of" is written as a body's: with an article and several capitals, or in quotes."""
    if is_area(name) or is_place(name) or not name[0].isupper() or skills().find(name) is not None:
        return False
    if fold(name.split()[0]) in lexicon("journals"):
        return False
    return (text[max(at - 4, 0) : at] == "the " and " " in name) or text[at : at + 1] in '"“„«'


def _is_office(title: str) -> bool:
    """Whether a role is the office of a whole organization: "president", "Executive Director", "board member"."""
    words = [fold(word) for word in title.split()]
    return words[-1:] != [] and (words[-1] in lexicon("offices") or " ".join(words[-2:]) in lexicon("offices"))


def places_after(text: str, position: int, links: Sequence[tuple[int, int]], *, reach: int = _REACH) -> list[Place]:
    """The organizations that a role at the position is held at: "… in data science at A and B"."""
    if (handles := _AT_BRACKET.match(text, position)) and (held := organizations_at(text, handles.end(), links)):
        return held
    bracket = _BRACKET.match(text, position)
    position = bracket.end() if bracket else position
    limit = min(position + reach, len(text))
    if stop := _BREAK.search(text, position, limit):
        limit = stop.start() + 1
    if _AND_MEMBER.match(text, position):
        return []
    if (to := _ADVISOR_TO.match(text, position)) and _ADVISES.search(text, max(position - 24, 0), position):
        return organizations_at(text, to.end(), links)
    if another := _AND_ANOTHER.search(text, position + 1, limit):
        limit = another.start() + 1
    for joint in _CONNECTORS.finditer(text, position, limit):
        word = joint[0].strip().casefold().removesuffix("the").strip()
        if word == "for" and _FOND_OF.search(text, position, joint.start()):
            continue  # "with a passion for Example"
        found = organizations_at(text, joint.end(), links)
        if not found or found[0].start >= limit:
            continue
        name = found[0].name
        taken = degrees(name) and not is_school(name) and organization_score(name) < 2.5  # "Example AB" is a firm
        if taken or degrees(text[position : joint.start()]):
            return []  # "a nurse with a BSN from Example College"
        place = found[0]
        strong = organization_score(place.name) >= 3 or is_known_organization(place.name) or is_unit(place.name)
        strong = strong or (place.unit is not None and is_unit(place.unit))
        linked = any(a <= place.start < b for a, b in links)
        alone = place.name[0].isupper() and skills().find(place.name) is None and not _THING.match(text, place.end)
        named = strong or linked or alone
        if word.split(" ")[0] in _AT or (word in ("with", "for") and named):
            return found
        if word == "of" and (hosts := _hosts_of_fellow(text, place, links)):
            return hosts
        if word == "of" and (strong or joint.start() <= position + 1):
            return found
        owned = word in _GENITIVES and joint.start() <= position + 1
        if owned and (strong or linked or _is_office(text[:position]) or called_at(text, joint.end())):
            return found
        if strong and (word != "," or joint.start() <= position + 1):
            return found
    return []


def _hosts_of_fellow(text: str, place: Place, links: Sequence[tuple[int, int]]) -> list[Place]:
    """Where somebody works whom a foundation pays: "a fellow of the Example Foundation in A's group at B"."""
    if not _FUNDS.search(place.name):
        return []
    at = _HOSTED_AT.match(text, place.end)
    found = organizations_at(text, at.end(), links) if at else []
    return found if found and organization_score(found[0].name) >= 2.5 else []
