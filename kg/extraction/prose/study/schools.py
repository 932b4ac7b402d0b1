"""What all ways of telling of studies share: the school, the field, the level."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.clues import DegreeClue, is_known_organization, is_place, is_school, is_unit, organization_score
from kg.extraction.field_lists import list_end
from kg.extraction.lexicon import load
from kg.extraction.people.names import is_person
from kg.extraction.prose.lexicon import alternatives, small_words
from kg.extraction.prose.organizations import Place, organization_at, organizations_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.verbs import is_hypothetical
from kg.extraction.spelling import without_noun
from kg.extraction.words import fold
from kg.model import Level

_AT = re.compile(
    rf"\s?@\s?|(?:\s|^)(?:(?:at|from|in|of|with|within|by|to|{small_words('study')})\s|(?:all|dell)['’])"
    r"(?:the\s|la\s|der\s|l['’])?|[,(|–—](?:\s(?!(?:at|from|in|of|with|by)\s))?|\s-\s",
    re.IGNORECASE,
)
_DIRECT = frozenset(("at", "@", "from", "chez", "an der", "en la", "presso", "pela", "pelo", "por la", "aan de"))
_FIELD = re.compile(
    r"\s{0,2}(?:\([^()]{0,40}\)\s{0,2})?(?:degrees?|studies|program|programme|student|major|diploma)?(?:\s(?:is|was))?,?\s{0,2}(?:(?:all|both)\s)?"
    r"(?:in|of|on|focuss?(?:ed|ing)\s(?:in|on)|studying|majoring in"
    r"|speciali[sz]ing in|with an? (?:major|speciali[sz]ation|concentration) in|en|de"
    r"|em|im|auf|der)"
    r"\s(?:the\s(?:field|area|fields|areas) of\s)?[*_]{0,2}",
    re.IGNORECASE,
)
_FIELD_LATER = re.compile(
    r"(?:\s(?:in|on)\s(?:[A-Z]\w+\s)?\d{4})?,?\s(?:(?:studying|majoring in|pursuing a degree in"
    r"|with an? (?:\w+\s)?(?:major|degree|concentration|speciali[sz]ation) in"
    r"|where (?:I|he|she)(?:['’]m|\sam|\sis)?\s(?:study|studying|studies|studied|major in|majoring in|majored in))\s)",
    re.IGNORECASE,
)
_FIELD_END = re.compile(
    r"\s(?:at|from|with|within|under|where|which|who|advised|supervised|under|and\sminored|and\s(?:an?|my|the|his|her)"
    r"|and\s(?=[\w.]{1,8}\.|[A-Z]{2,5}\s)|while|working|during|focus\w*|special\w+|by|for|on|to|as|there|an|à|na|no|pela|pelo|presso)\s"
    r"|\s(?:all|à l)['’]|\sen\s(?=la\s|el\s|l['’]|\d)"
    r"|\s?[.,;:(|–—@]\s?|\sin\s(?=the\s|\d|[A-Z][\w-]+\s(?:University|College|School|Institute))|\s(?=(?:19|20)\d\d)|$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:students?|students’|they|teach(?:es)?|taught|supervis(?:e|ed|ing)|mentor(?:ed|ing)?|advis(?:e|ing)|offers?"
    r"|program committee|recruiting|hiring|we are|you)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;!?]\s|,?\s(?:and|but|where|who|while)\s(?:I|he|she|was|am|is|have|had|also|now|currently|work\w*)\s|(?<!which)\s(?:I|he|she)\s"
    r"|,\s(?:with an?|after|before|having)\s|\sand\s(?:an?|incoming)\s"
)
_SOMEBODYS = re.compile(r"\w['’]s?\s(?:[\w-]{1,20}\s){0,2}(?:lab|labs|laboratory|group|team)\b", re.IGNORECASE)
_LATER_AT = re.compile(r"\sat\s(?:the\s)?")
_WITH_WHOM = frozenset(("with", "under", "from", "as", "for", "there", "abroad"))
_NO_FIELD = frozenset(("the", "my", "a", "an", "which", "this"))
_MOST_FIELD_WORDS = 9
_REACH = 240


@dataclass(frozen=True, slots=True)
class Told:
    """One study as the sentence tells it, from `start` to `end`; `place` may be told elsewhere in the sentence."""

    place: Place | None
    start: int
    end: int
    tense: Tense
    degree: str | None = None
    level: Level | None = None
    field: str | None = None


@cache
def level_of(text: str) -> Level | None:
    """The level of study that words such as "undergraduate" and "PhD" tell, the first of them deciding."""
    bare = fold(text).replace("’", "'") + " "
    found = [
        (at, Level(level))
        for level, words in load("prose")["levels"].items()
        for word in words
        if (at := bare.find(word)) >= 0
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def of_others(text: str, start: int, end: int) -> bool:
    """Whether the stretch speaks of other people's studies, or of studies that are only wished for."""
    return bool(_OTHERS.search(text, max(start, 0), end)) or is_hypothetical(text, end, end - 25)


def clause_end(text: str, position: int) -> int:
    """Where the clause ends that the position stands in."""
    stop = _CLAUSE_END.search(text, position)
    return stop.start() + 1 if stop else len(text)


def is_place_of_study(name: str) -> bool:
    """Whether a name is that of a school, by its words or as the gazetteer knows it."""
    return is_school(name)


def school(sentence: Sentence, start: int, end: int) -> Place | None:
    """The first organization between two places of the sentence that can be where somebody studies."""
    text = sentence.text
    end = min(end, start + _REACH)
    for joint in _AT.finditer(text, start, end):
        place = organization_at(text, joint.end(), sentence.links) or _faculty(text, joint.end())
        if place is None or place.start >= end or is_person(place.name):
            continue
        place = _without_field(place)
        named = is_school(place.name) or bool(place.unit and is_school(place.unit))
        linked = any(a <= place.start < b for a, b in sentence.links)
        word = joint[0].strip().casefold().removesuffix("the").strip()
        likely = is_known_organization(place.name) or organization_score(place.name) >= 3 or is_unit(place.name)
        if named or (likely and word not in ("with", "to", "by")):
            return _whole(sentence, place, end)
        if word in _DIRECT and (linked or place.name[0].isupper()) and not is_place(place.name):
            return _whole(sentence, place, end)
    return None


def _without_field(place: Place) -> Place:
    """The school alone where the field and its own "of" stand before it: "Botánica de la Universidad de Example"."""
    for of in _of_school().finditer(place.name):
        field, name = place.name[: of.start()], place.name[of.end() :]
        if not (is_school(field) or is_unit(field)) and is_school(name.split()[0]):
            return replace(place, name=name, start=place.start + of.end())
    return place


@cache
def _of_school() -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:{small_words('genitive')})\s|(?:de l|dell)['’])")


def _faculty(text: str, start: int) -> Place | None:
    """The faculty that names no university it belongs to: "at the Faculty of Science, Example Town"."""
    match = _faculties().match(text, start)
    return Place(match[0], None, match.start(), match.end()) if match else None


@cache
def _faculties() -> re.Pattern[str]:
    nouns = alternatives(load("prose")["faculties"])
    return re.compile(
        rf"(?:{nouns})\s(?:of|des?|di|da|für|der)\s[A-Z]\w+(?:\s(?:(?:and|et|y|e|und|&)\s)?[A-Z]\w+){{0,4}}(?!\sof\s)"
    )


def _whole(sentence: Sentence, place: Place, end: int) -> Place:
    """The place, and where it is only a unit, what a later "at" says it belongs to."""
    if not is_unit(place.name) or is_known_organization(place.name):
        return place
    later = _LATER_AT.search(sentence.text, place.end, min(place.end + 60, end))
    outer = organization_at(sentence.text, later.end(), sentence.links) if later else None
    return replace(outer, unit=outer.unit or place.name) if outer else place


def field_after(text: str, position: int, end: int) -> str | None:
    """The field that words after the school tell: "majoring in …", "with a degree in …", "where I study …"."""
    joint = _FIELD_LATER.match(text, position)
    end = max(end, clause_end(text, joint.end())) if joint else end  # "where I study …" opens a clause of its own
    stop = _FIELD_END.search(text, joint.end(), end) if joint else None
    found = text[joint.end() : stop.start()].strip(" *_.,") if joint and stop else ""
    return found if found and fold(found.split()[0]) not in _NO_FIELD | _WITH_WHOM else None


def further_schools(sentence: Sentence, place: Place) -> list[Place]:
    """The schools listed after a school: "from A and B"."""
    listed = organizations_at(sentence.text, place.start, sentence.links)
    return [other for other in listed[1:] if is_school(other.name)]


def field(text: str, position: int, end: int) -> str | None:
    """The field of study that "in …" names at the position."""
    joint = _FIELD.match(text, position, end)
    if not joint:
        return None
    stop = _FIELD_END.search(text, joint.end(), end)
    at = stop.start() if stop else end
    found = text[joint.end() : min(list_end(text, at), end)].strip(" *_.,")
    words = found.split()
    if (
        not words
        or len(words) > _MOST_FIELD_WORDS
        or is_school(found)
        or _SOMEBODYS.search(found)
        or fold(words[0]) in _NO_FIELD
        or words[0].isdigit()
    ):
        return None
    return found


def written(text: str, clue: DegreeClue) -> str:
    """The degree as written, with the dot that closes it ("B.S.")."""
    dotted = text[clue.end : clue.end + 1] == "." and "." in text[clue.start : clue.end]
    return without_noun(text[clue.start : clue.end + dotted])
