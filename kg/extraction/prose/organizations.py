"""Names of organizations in running text: "the Theory Lab (TL) at Example University", "Example's Search team"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.clues import (
    is_known_organization,
    is_place,
    is_proper_name,
    is_school,
    is_town,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.lexicon import load
from kg.extraction.people.names import folded, is_person
from kg.extraction.prose.extent import ARTICLE, INSTITUTE, PART_OF, extent, name_words
from kg.extraction.prose.lexicon import small_words
from kg.extraction.words import fold
from kg.gazetteers import skills

_BRACKET = re.compile(r"\s?[(（]\s?([^()（）]{1,80}?)\s?[)）]")
_CHAIN = re.compile(
    r"\s{0,2}(?:,\s{1,2}(?:at|in|of)\s|,|@|\bat\b|\bwithin\b|\bof\b|\bin\b|\bfrom\b|\bunder\b|\s[–—-]\s"
    r"|\b(?:à|aux?|d[eu]|an der|am|im|beim|bei|der|des|della|del|da|do)(?=\s)|\bdell(?=['’]))"
    r"\s{0,2}(?P<the>the\s{1,2})?",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s{0,2}(?:,\s{1,2}(?:and|&|as well as|und|et|y),?\s|,\s"
    r"|(?:and|&|as well as|und|et|y|e|ou|oder|then|→|➜|➔|⟶|->)\s)\s{0,2}"
    r"(?:,?\s?(?:later|then|also|(?:most|more) recently|finally|currently|now),?\s)?"
    rf"(?:at\s|@\s|(?=@)|(?:{small_words('firmly')})\s)?",
    re.IGNORECASE,
)
_TOWN = re.compile(r"(?:,? | at | in )(?:St\.? )?[^\W\d_][\w-]{2,20}")
_TOWNS = re.compile(r"(?:,? | at )[^\W\d_][\w-]{2,20} [^\W\d_][\w-]{2,20}")
# "University of Example at Sample Town"
_OF_PLACE = re.compile(r"University of [A-Z]\w+(?: [A-Z]\w+)?$")
_SISTER = re.compile(r" at (?P<town>[A-Z][\w.]{1,20}(?:[ -][A-Z][\w.]{2,20}){0,2})(?![\w-]|\s[A-Z])")
_NOUN_AFTER = re.compile(
    r" (?:research )?(?:institute|group|lab|laboratory|team|department|program|programme|center|centre|division)\b"
)
_LOWER_UNIT = re.compile(
    r"(?!(?:leading|managing|heading|running|building|joining|directing|where|which|and|co-leading)\s)"
    r"(?:[a-z][\w/&-]{1,20} ){1,4}(?:group|lab|laboratory|team|department|division|institute|center|centre)\b"
)
_TEAM_AFTER = re.compile(
    r",?\s(?:on|in|within|as part of)\s(?:the|their|its)\s"
    r"(?P<unit>(?:(?!(?:at|of|in|on|with|from|where|who|which|and I|my)\s)[\w/&’'-]{1,20}\s){1,5}"
    r"(?:team|group|division|department|org|unit|lab))\b"
)
# "the Trust and Safety team at Example": a team whose name has an "and" in it.
_NAMED_TEAM = re.compile(
    r"(?:[A-Z][\w/-]{1,20}\s){1,3}(?:and|&)\s(?:[A-Z][\w/-]{1,20}\s){1,3}(?:team|group|division|department|unit|lab)\b"
)
_DOES = re.compile(r"\s(?:at|from|who|is|was|and\s(?:I|he|she))\s|\s?\(|,\s(?:an?|the|who|my)\s")
_MEASURE = re.compile(r"\d+-[a-z]")  # "a 4-person team"
_ABOVE = re.compile(r"(?:Ministry|Government)\b")  # what an institute belongs to is not where somebody works
_LEGAL_DOT = re.compile(r"!(?=,?\s[a-z])|(?:(?<= Inc)|(?<= Ltd)|(?<= Corp)|(?<= Co))\.(?=,|\s(?:[a-z(]|[&|]))")
# "Co., Ltd."
_SECOND_FORM = re.compile(r"(?:(?<= Co)|(?<= Pvt)|(?<= Pty)|(?<= Sdn))\.?,?\s(?:Ltd|Inc|LLC|Limited|Bhd)\b")
_TEAM = re.compile(r"\b(?:[Tt]eam|[Gg]roup|[Dd]ivision|[Dd]epartment)$")
_CHAIR = re.compile(r"Chair (?:of|for) (?!the )")
_LISTED_WHOLE = re.compile(r"\w.*\s(?:Cent(?:er|re)|Institute|Compan(?:y|ies)|Agency|Group|Laboratory|Laboratories)$")
_UNIVERSITY = re.compile(r"Universit\w+ (?:of|de|di|do|zu|at) |\w.* University$")
_OF_WHAT = re.compile(r"[A-Z]\w* (?:of|for) ")
_OFFICE = re.compile(r"\s(?:[Oo]ffices?|[Bb]ranch|[Hh]eadquarters|HQ|[Cc]ampus)$")
_HANDLE = re.compile(r"[*_\[]{0,3}@(\w[\w-]{1,38})(?![\w@]|\.\w|\s[A-Z])")  # "@example", an account on GitHub
_BATCH = re.compile(r"YC\b|[WS]\d\d$")  # of an accelerator
# "As head of A, Ada oversees …": what follows the name is its verb.
_ACTS = re.compile(
    r"\s(?!(?:and|or|in|on|at|as|to|for|from|with|within|by|of|since|until|before|after|where|when|while|during|among"
    r"|through|via|based|teams?|group|lab|between|[a-z]+ing"
    rf"|{small_words('going_on')})\b)[a-z]{{2,20}}\b"
)
_LONGEST_TOWN = 3
_MOST_LISTED = 8
_IN_TOWN = re.compile(
    r"(?:\sin|,)\s(?P<town>[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?)(?:,\s(?P<land>[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?))?"
    r"(?=,?\s(?:and|as well as|to|for)\s)"
)
_MOST_PARTS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """An organization named at `start` to `end` of a text, with the unit inside it, if one is named."""

    name: str
    unit: str | None
    start: int
    end: int
    location: str | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    start: int
    end: int
    owned: bool = False  # it belongs to the part before it: "Example's Search team"


@cache
def _lower_abroad() -> re.Pattern[str]:
    """A unit whose field is written in small letters: "Département de science politique", "Facultad de letras"."""
    units = "|".join(map(re.escape, load("prose")["names"]["abroad"]))
    inside = rf"(?!(?:{'|'.join(load('prose')['names']['closing'])})\b)"
    return re.compile(
        rf"(?i:{units}) (?:de |des |du |d['’]|di |del |da |do )(?=[a-zà-ÿ]){inside}[\w-]{{3,20}}"
        rf"(?: (?:et (?=d['’]|de )(?:d['’]|de ))?(?=[a-zà-ÿ]){inside}[\w'’-]{{3,20}}){{0,4}}"
        rf"(?: (?:de |du |do |da |d['’])(?!(?:{units})\b|(?i:univ|coll|hoch))[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)?)?",
    )


@cache
def _called() -> re.Pattern[str]:
    """What a firm is, before its name: "a small agency called", "local nonprofit"."""
    words = load("prose")["firms"]
    nouns = "|".join(map(re.escape, sorted({*words["nouns"], *words["bodies"]}, key=len, reverse=True)))
    inside = r"(?:and|or|of|at|for|with|in|by|from|to|is|was)\s"
    return re.compile(
        rf"(?:(?!{inside})[A-ZÀ-Ý][\w-]{{1,20}}\s(?:(?!{inside})[a-zà-ÿ][\w-]{{0,20}}\s){{0,4}}"
        rf"|(?!{inside})[a-zà-ÿ][\w-]{{0,20}}\s(?:(?!{inside})[\w-]{{1,20}}\s){{0,4}})?(?:{nouns}),?\s"
        r"(?:(?:called|named)\s|(?=[*_\[\"“„«]{0,2}[A-Z])(?!I\b))[*_\[\"“„«]{0,2}"
    )


def called_at(text: str, position: int) -> int | None:
    """Where the name begins that words for what it is lead to: "the small agency called …"; None where none does."""
    called = _called().match(text, position)
    return called.end() if called else None


def organization_at(text: str, position: int, links: Sequence[tuple[int, int]] = ()) -> Place | None:
    """The organization whose name begins at the position, an article before it read over; None where none does."""
    position = called_at(text, position) or position
    parts, inner, end, location = _chain(text, position, links)
    if not parts:
        return None
    names = [part.name for part in parts]
    main = _main(parts)
    units = [part.name for index, part in enumerate(parts) if index != main and _is_inner(part)]
    unit = units[0] if units else inner
    if unit is None and (team := team_after(text, end)):
        unit, end = team["unit"], team.end()
    return Place(names[main], unit, parts[0].start, end, location)


def team_after(text: str, position: int) -> re.Match[str] | None:
    """The team, in the group "unit", that "on the … team" names right after an organization or a role."""
    return _TEAM_AFTER.match(text, position)


def _is_inner(part: _Part) -> bool:
    """Whether a part of a chain names a unit, rather than the field in "Physics at Example University"."""
    return part.owned or is_unit(part.name) or organization_score(part.name) >= 2.5


def name_at(text: str, position: int, links: Sequence[tuple[int, int]] = ()) -> str | None:
    """The one name that begins at the position, nothing it belongs to."""
    read = _read(text, position, links)
    return read[0].name if read else None


def organizations_at(text: str, position: int, links: Sequence[tuple[int, int]] = ()) -> list[Place]:
    """The organizations listed from the position on: "A, B and C"."""
    found: list[Place] = []
    while place := organization_at(text, position, links):
        found.append(place)
        town = past_town(text, place.end)
        joint = _AND.match(text, town)
        if not joint or len(found) > _MOST_LISTED:
            break
        following = organization_at(text, joint.end(), links)
        if following and town > place.end and organization_score(following.name) < 3:
            break
        if following and joint[0].strip() == "," and _is_one_link(place, following, links):
            found[-1] = replace(following, unit=following.unit or place.name, start=place.start)
            break
        if following is None or not _goes_on(text, following) or _is_town(text, joint[0], place, following):
            break
        position = joint.end()
    return found


def _is_one_link(place: Place, following: Place, links: Sequence[tuple[int, int]]) -> bool:
    """Whether one link holds a name, a comma and a school: "[Example Lab, Sample University]"."""
    school = is_school(following.name) and not is_school(place.name) and not is_known_organization(place.name)
    return school and any(a <= place.start <= a + 1 and following.end <= b <= following.end + 1 for a, b in links)


def past_town(text: str, end: int) -> int:
    """The end of the town after a name, where a list or a purpose follows: "Example College in Tarn and …"."""
    town = _IN_TOWN.match(text, end)
    return town.end() if town and all(is_place(part) for part in (town["town"], town["land"]) if part) else end


def _is_town(text: str, joint: str, place: Place, following: Place) -> bool:
    """Whether one word after a comma ends what a school's or an institute's name began: "Example College, Tarn"."""
    if joint.strip() != "," or " " in following.name or organization_score(place.name) < 2.5:
        return False
    return organization_score(following.name) < 2 and _AND.match(text, following.end) is None


def _goes_on(text: str, following: Place) -> bool:
    """Whether what follows "," or "and" is one more organization, not the start of something else."""
    if is_place(following.name) or title_score(following.name) >= 3:
        return False
    first, at, _ = text[following.start : following.end].partition(" at ")
    if at and title_score(first) >= 3:  # "Analyst at A, VP Engineering at B"
        return False
    if is_person(following.name) and (following.name.count(" ") > 1 or _DOES.match(text, following.end)):
        return False
    if _BATCH.match(following.name) or _ACTS.match(text, following.end):
        return False
    known = is_known_organization(following.name) or organization_score(following.name) >= 3
    after = text[following.end : following.end + 2]
    return known or after[:1] in ("", ",", ".", ";", ")", " ")


def _main(parts: Sequence[_Part]) -> int:
    """Which part is the organization: the outermost that is no unit, else the last one that no other part owns."""
    whole = [
        i
        for i, part in enumerate(parts)
        if not part.owned
        and not (i and _ABOVE.match(part.name))
        and (not is_unit(part.name) or is_known_organization(part.name))
    ]
    if whole:
        return whole[-1]
    return next((i for i in range(len(parts) - 1, -1, -1) if not parts[i].owned), 0)


def _chain(
    text: str, position: int, links: Sequence[tuple[int, int]]
) -> tuple[list[_Part], str | None, int, str | None]:
    """The parts from the inside out, the name in brackets inside the last, where they end, and the place after them."""
    parts: list[_Part] = []
    inner: str | None = None
    location: str | None = None
    end = position
    between = False
    while len(parts) < _MOST_PARTS:
        read = _read(text, position, links)
        if not read:
            break
        if dot := _LEGAL_DOT.match(text, read[-1].end):
            read[-1] = replace(read[-1], end=dot.end())
        after_short, between = between, bool(parts) and _between(text, end, parts[-1], read[0], links)
        if parts and not between and not after_short and _lists(text, end, position, parts[-1], read[0]):
            break
        if parts and not (between or after_short or _belongs(text[end:position], parts[-1], read[0])):
            if (is_place(read[0].name) and "," in text[end:position]) or " in" in text[end:position]:
                location = read[0].name if is_place(read[0].name) else None
            break
        read[-1] = replace(_with_town(text, read[-1]), owned=between or read[-1].owned)
        parts.extend(read)
        end = read[-1].end
        for _ in range(2):
            if bracket := _BRACKET.match(text, end):
                inner = inner or _inner(bracket[1], read[-1].name)
                noun = _NOUN_AFTER.match(text, bracket.end())
                end = noun.end() if noun else bracket.end()
                if noun and not is_unit(parts[-1].name) and len(read) == 1:
                    parts[-1] = replace(parts[-1], name=parts[-1].name + noun[0])
        joint = _CHAIN.match(text, end)
        if not joint:
            break
        position = joint.end()
    if len(parts) == 1 and _TEAM.search(parts[0].name) and text[: parts[0].start].endswith((" a ", " an ")):
        return [], None, position, None  # "leads a Search team"
    if len(parts) == 1 and not parts[0].name[0].isupper() and _LOWER_UNIT.fullmatch(parts[0].name):
        return [], None, position, None  # "the vision group" alone names nothing
    return parts, inner, end, location


def _between(text: str, end: int, inner: _Part, part: _Part, links: Sequence[tuple[int, int]]) -> bool:
    """Whether a short name stands between a unit and its organization: "Moss Group, DABC, Example University"."""
    joint = _CHAIN.match(text, part.end)
    if not is_unit(inner.name) or not part.name.isupper() or joint is None or text[end : end + 1] != ",":
        return False
    outer = _read(text, joint.end(), links)
    return bool(outer) and organization_score(outer[0].name) >= 3


def _lists(text: str, end: int, position: int, inner: _Part, outer: _Part) -> bool:
    """Whether a comma parts two members of a list rather than a unit from its organization.

    "the German Tide Center, Example University, and Sample Labs" and "the A, the B Center": each is a place of its own.
    """
    joint = text[end:position].strip()
    if joint.removesuffix("the").strip() != ",":
        return False
    if _is_named_school(inner.name) and (after := _AND.match(text, outer.end)):
        following = text[after.end() :].removeprefix("the ").lstrip("[*_")
        return following[:1].isupper() and not is_place(following.split(",")[0].split(" and ")[0].strip(" ."))
    part = is_unit(outer.name) and not INSTITUTE.match(outer.name)
    whole = _UNIVERSITY.match(inner.name) is not None and not part
    if not whole and (is_school(inner.name) or _OF_WHAT.match(inner.name)):
        return False
    if joint.endswith("the") and _LISTED_WHOLE.match(outer.name):
        return True
    if not whole and not _LISTED_WHOLE.match(inner.name):
        return False
    after = _AND.match(text, outer.end)
    return after is not None and "," in after[0] and text[after.end() : after.end() + 1].strip(" [").isupper()


def _is_named_school(name: str) -> bool:
    """Whether a name is a whole school's of its own: "Ellesby College of Art", unlike "School of Design"."""
    words = name.split()
    return (
        len(words) > 1
        and organization_score(name) >= 3
        and not is_known_organization(name)
        and not INSTITUTE.match(words[0])
        and fold(words[0]) not in name_words("units") | name_words("abroad") | name_words("kinds")
        and INSTITUTE.search(name) is not None
        and not is_unit(name)
    )


def _with_town(text: str, part: _Part) -> _Part:
    """The name with the town that tells it from its sisters: "University of Example, Springfield"."""
    for town in (_TOWNS.match(text, part.end), _TOWN.match(text, part.end)):
        if town and is_known_organization(text[part.start : town.end()]):
            return _Part(text[part.start : town.end()], part.start, town.end(), part.owned)
    sister = _SISTER.match(text, part.end) if _OF_PLACE.match(part.name) else None
    if sister and is_town(sister["town"]):
        return _Part(text[part.start : sister.end()], part.start, sister.end(), part.owned)
    return part


def _inner(content: str, name: str) -> str | None:
    """The unit that brackets name after an organization, None for a short form, a place or a date."""
    bare = content.strip()
    if any(c.isdigit() for c in bare) or is_place(bare) or is_place(bare.split(",")[0]) or not bare[0].isupper():
        return None
    compact = bare.replace(".", "").replace("-", "")
    if " " not in bare or compact.isupper() or is_unit(name) or ":" in bare:
        return None
    return bare if len(bare.split()) <= 4 and title_score(bare) < 2 else None


def _belongs(joint: str, inner: _Part, outer: _Part) -> bool:
    """Whether a further name is what the part before it belongs to, or is part of."""
    word = joint.strip().casefold().removesuffix("the").strip()
    name = outer.name
    if is_place(name) and not is_known_organization(name):
        return False
    if word in ("at", "@", "within", ", at"):
        return True
    if word in ("of", ", of"):
        return is_unit(inner.name) or organization_score(name) >= 3
    if word in ("in", ", in"):
        return is_unit(name) or organization_score(name) >= 3.5
    if word in PART_OF:
        return (is_unit(inner.name) or bool(INSTITUTE.search(inner.name))) and organization_score(name) >= 3
    if word in ("from", "under"):
        return is_unit(inner.name) and organization_score(name) >= 3
    inside = is_unit(inner.name) or (INSTITUTE.search(inner.name) and not is_known_organization(inner.name))
    if not inside:  # "Example Inc., Search Team"; two companies after a comma are a list
        return is_unit(name) and not is_known_organization(name) and not _LISTED_WHOLE.match(name)
    return organization_score(name) >= 3 or is_unit(name) or is_known_organization(name)


def _read(text: str, position: int, links: Sequence[tuple[int, int]]) -> list[_Part]:
    """The one name at the position, or an owner and what it owns."""
    if handle := _HANDLE.match(text, position - (text[position - 1 : position] == "@")):
        return [_Part(handle[1], handle.start(1), handle.end())]
    article = ARTICLE.match(text, position)
    start = article.end() if article else position
    unit = _LOWER_UNIT.match(text, start) or _named_team(text, start)
    if not unit and (abroad := _lower_abroad().match(text, start)) and not any(a == start for a, _ in links):
        return [_Part(abroad[0], start, abroad.end())]
    if unit and fold(unit[0].split()[0]) not in name_words("stops") and not any(a == start for a, _ in links):
        return [_Part(unit[0], start, unit.end())]
    link = next(((a, b) for a, b in links if a in (position, start, start - 1, start + 1) and text[a:b].strip()), None)
    owner_end, end = extent(text, start, link, links)
    name = _without_office(text[start:end].strip(" @.,;:*_\"”’'"))
    if owner_end:
        owner = text[start:owner_end]
        owned = text[owner_end:end].lstrip("'’s").strip(" .,;:*_")
        if is_place(owner) and organization_score(owned) >= 3:  # "Austin's Example High School"
            return [_Part(owned, end - len(owned), end)]
        if _is_one_name(owner, owned, name) and _may_name(name, linked=bool(link)):
            at = text.find(name, start)
            return [_Part(name, at, at + len(name))]
        if not is_person(owner) and owned and _may_name(owner, linked=bool(link)):
            rest = end - (len(text[owner_end:end]) - len(text[owner_end:end].rstrip(" .,;:*_")))
            return [_Part(owner, start, owner_end), _Part(owned, owner_end + 2, rest, owned=True)]
        if not owned and _may_name(owner, linked=bool(link)):
            return [_Part(owner, start, owner_end)]
        return []
    if not _may_name(name, linked=bool(link)):
        return []
    at = text.find(name, start)
    if parted := _owner_and_team(name, at):
        return parted
    if form := _SECOND_FORM.match(text, at + len(name)):
        name = text[at : form.end()]
    return [_Part(name, at, at + len(name))]


def _named_team(text: str, start: int) -> re.Match[str] | None:
    return _NAMED_TEAM.match(text, start) if text[max(start - 4, 0) : start].casefold() == "the " else None


def _without_office(name: str) -> str:
    """The organization of "Example Houston office", where a town tells which of its offices is meant."""
    office = _OFFICE.search(name)
    if office is None:
        return name
    words = name[: office.start()].split()
    for count in range(min(len(words) - 1, _LONGEST_TOWN), 0, -1):
        if is_place(" ".join(words[-count:])) and not is_known_organization(" ".join(words)):
            return " ".join(words[:-count])
    whole = " ".join(words)
    return whole if office[0].islower() and organization_score(whole) >= 2.5 else name


def _owner_and_team(name: str, at: int) -> list[_Part]:
    """The parts of "Example Search team", where the first words are an organization we know."""
    if not _TEAM.search(name) or is_known_organization(name):
        return []
    for space in reversed([match.start() for match in re.finditer(" ", name)][:-1]):
        if is_known_organization(name[:space]):
            owned = name[space + 1 :]
            return [_Part(name[:space], at, at + space), _Part(owned, at + space + 1, at + len(name), owned=True)]
    return []


def _is_one_name(owner: str, owned: str, name: str) -> bool:
    """Whether "St. Example's Hospital" is one name, unlike "Example's Search team"."""
    if not owned or is_known_organization(owner) or is_unit(owned):
        return is_known_organization(name)
    words = owned.split()
    paper = len(words) > 1 and fold(words[-1]) in name_words("papers")
    return paper or organization_score(name) >= 3 or (organization_score(owned) >= 2.5 and is_proper_name(owned))


@cache
def _common() -> frozenset[str]:
    """Words in small letters that are links for what they lead to, and no names."""
    return frozenset(load("prose")["names"]["linked"])


def _may_name(name: str, *, linked: bool) -> bool:
    if len(name) < 2 or _MEASURE.match(name) or fold(name) in name_words("stops") or not any(c.isalpha() for c in name):
        return False
    if is_known_organization(name):
        return True
    if is_place(name) or fold(name) in folded("not_names") or fold(name) in folded("demonyms"):
        return False
    first = name.split()[0]
    if fold(first).split(".")[0] in folded("strong"):
        return False
    if not (
        first[0].isupper()
        or first[0].isdigit()
        or any(c.isupper() for c in first)
        or not first.isascii()
        or "." in first
    ):
        if " " in name:
            return organization_score(name) >= 3  # "example GmbH"
        return linked and skills().find(name) is None and fold(name) not in _common()
    if title_score(name) >= 3 and organization_score(name) < 2.5 and not _CHAIR.match(name):
        return False
    return bool(linked or organization_score(name) >= 1 or is_unit(name))
