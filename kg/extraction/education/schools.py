"""The school among the pieces of an entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from kg.extraction.clues import (
    degrees,
    employment,
    is_area,
    is_known_organization,
    is_place,
    is_place_code,
    is_proper_name,
    is_school,
    is_town,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.education.degrees import GRADE, names_field
from kg.extraction.headings import exact_kind
from kg.extraction.labelling import Fields, Value, value
from kg.extraction.lexicon import load
from kg.extraction.pieces import Piece
from kg.extraction.spelling import clean
from kg.extraction.words import has_asian, key, tokens
from kg.gazetteers import skills

_MARK = re.compile(r"\s+(?:\d{1,2}[.,]\d{1,2}(?:\s?/\s?\d{1,3})?|\d{1,3}(?:[.,]\d{1,2})?\s?%)$")
_REGION = re.compile(r",\s?([A-Z]{2})\b")
_GAP = re.compile(r"\s+")
_INDEFINITE = re.compile(r"\s(?:an?|to|une?|eine[rmn]?|uma)\s")
_LONG = 6
_TOKEN = re.compile(r"\S+")
_ELIDED = re.compile(r"[LlDd]['’]")
_FIELD_FROM = re.compile(
    r"([^,;()]+?)\s(?:(?:at|from|@|en la|en el|por la|por el|pela|pelo|na|no|an der|am|presso|à la|au|bij|aan de)\s"
    r"|(?:à l|all)['’])([^\Wa-z_][^,;()]*)"
)
_SHORT_FORM = re.compile(r"[A-Z]{3,6}")
_CAMPUS = frozenset(("campus", "kampus"))
_COURSES = ("courses", "coursework", "classes")
_LEADS = frozenset(("in", "at", "from"))
# "computer science in Example": what a second little word leads to, the field told before it
_AFTER_FIELD = re.compile(r"\s(?:in|of)\s[^\W_][^,;()]*?\s(?:in|at|from|@)\s+(?P<name>[^\Wa-z_][^,;()]*)$")


_OTHER_ROLES = frozenset(("degree", "field", "grade", "place", "title", "unit"))
_SCHOOL_AFTER = re.compile(r" (?:School|College)\b")
_JOINT = re.compile(r"\s(?:and|&|und|et|y|e|with)\s|\s?/\s?")
_ASIAN_UNIVERSITY = re.compile(r"大学校?|大學|대학교")
_LONGEST_NAME = 4
_HABIT = 1.2
Place = tuple[int, bool]
_FIELD = 1.5
# What a school scores at most: one that we know is little likelier than the one before it.
_SCHOOL = 3.8
_SURE = 3.5


def school_of(parts: Sequence[Piece], place: Place | None = None) -> Fields:
    """The school among the pieces: the best name that is no degree; a department beside it is the unit.

    `place` is where entries around name theirs: what stands there is likely one, though no word says so.
    """
    fields = Fields()
    parts = [half for part in parts for half in _part_school(_without_town(_without_mark(part)))]
    best: tuple[float, Piece] | None = None
    candidates = [
        part
        for part in parts
        if not part.inner
        and (part.role not in _OTHER_ROLES or (part.role in ("place", "title") and is_school(part.text)))
        and not _is_degree_only(part)
        and not GRADE.search(part.text)
        and exact_kind(part.text) is None
        and not _is_honour(part.text)
        and employment(part.text) is None
        and len(part.text) > 1
        and not _describes(part.text)
    ]
    candidates = [part for part in candidates if part.role == "organization"] or candidates
    for index, part in enumerate(candidates):
        if is_place(part.text) and not is_school(part.text) and len(candidates) > 1:
            continue
        score = organization_score(part.text) - 0.2 * index
        if is_school(part.text):
            score = min(score, _SCHOOL - 0.2 * index) + 2.0
        score -= 1.5 if is_unit(part.text) or _is_campus(part.text) else 0.0
        score -= 2.5 if degrees(part.text) and not is_school(part.text) else 0.0
        score -= 3.0 if _ends_in_degree(part.text) and len(candidates) > 1 else 0.0
        score += 1.5 if part.marked else 0.0
        score += _HABIT if place and place_of(part, parts) == place and is_proper_name(part.text) else 0.0
        score -= 0.8 if _follows_degree(part, parts) and len(candidates) > 1 else 0.0
        score -= _FIELD * (1 + (len(candidates) > 1)) if names_field(part.text) else 0.0
        if best is None or score > best[0]:
            best = (score, part)
    if best and best[0] > 0.5:
        fields.organization = value(best[1])
        places = [part for part in parts if part is not best[1] and is_place(part.text) and not degrees(part.text)]
        if places:
            fields.place = Value(", ".join(clean(part.text) for part in places), tuple(part.span for part in places))
        unit = next((part for part in candidates if part is not best[1] and is_unit(part.text)), None)
        fields.unit = value(unit) if unit else None
    return fields


def _is_campus(text: str) -> bool:
    """Whether a name says at which of its sites a school was attended: "Example Campus"."""
    return key(text.rsplit(" ", 1)[-1]) in _CAMPUS


def place_of(part: Piece, parts: Sequence[Piece]) -> Place:
    """In which line of a header a piece stands, counted from 0, and whether it is the first there."""
    lines = list(dict.fromkeys(id(other.line) for other in parts))
    first = next(other for other in parts if other.line is part.line)
    return lines.index(id(part.line)), first.start == part.start


def usual_place(headers: Iterable[Sequence[Piece]]) -> Place | None:
    """Where most headers that name a school by its words do so, None where no two of them agree."""
    found: Counter[Place] = Counter()
    for parts in headers:
        named = [part for part in parts if is_school(part.text) and not part.inner and not degrees(part.text)]
        if named:
            found[place_of(named[0], parts)] += 1
    (place, times) = max(found.items(), key=lambda item: (item[1], item[0]), default=(None, 0))
    return place if times > 1 else None


def _is_honour(text: str) -> bool:
    """Whether a piece only tells how good a degree was: "Upper Second", "First Class with Distinction"."""
    honours = word_set("actions", "honours")
    return all(word.key in honours for word in tokens(text))


def bracketed_school(parts: Sequence[Piece]) -> Value | None:
    """The one school that brackets name beside a degree: "Diploma in Botany (Example University)"."""
    inner = [part for part in parts if part.inner and (not degrees(part.text) or _is_whole_school(part.text))]
    named = [part for part in inner if is_school(part.text) and organization_score(part.text) >= _SURE]
    named = named or [part for part in inner if _is_short_form(part.text)]
    return value(_without_unit(named[0])) if len(named) == 1 else None


def _without_unit(part: Piece) -> Piece:
    """The school alone where a bracket names its department, too: "(Department of Botany, Example University)"."""
    unit, comma, school = part.text.partition(", ")
    if comma and is_unit(unit) and is_school(school):
        return replace(part, start=part.start + len(unit) + len(comma))
    return replace(part, end=part.start + len(unit)) if comma and is_school(unit) and is_unit(school) else part


def _is_whole_school(text: str) -> bool:
    """Whether a name with a degree's word in it is a school's: "Example High School", but no "… School Diploma"."""
    return is_school(text) and is_proper_name(text) and not _ends_in_degree(text) and len(text.split()) > 2


def _is_short_form(text: str) -> bool:
    """Whether letters can only be what a school is called in short: "Bachelor of Arts (ESEX)"."""
    known = is_place(text) or _is_area_or_skill(text) or _is_honour(text) or GRADE.search(text)
    return bool(_SHORT_FORM.fullmatch(text)) and not known


def _describes(text: str) -> bool:
    """Whether words say what something is or leads to, not what it is called: "classes to prepare for a school"."""
    if (_field_lead().match(text) and not is_school(text)) or text.casefold().endswith(_COURSES):
        return True  # "Studies in Botany", "Current Courses"
    if is_proper_name(text):
        return False
    return _ends_in_degree(text) or (bool(_INDEFINITE.search(text)) and len(text.split()) > _LONG)


@cache
def _field_lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(load('actions')['field_leads'])})\b", re.IGNORECASE)


def _ends_in_degree(text: str) -> bool:
    """Whether what ends a piece is a degree and no word for schools: "Example High School Diploma"."""
    clues = degrees(text)
    return bool(clues) and clues[-1].end == len(text) and not is_school(text.rsplit(" ", 1)[-1])


def _follows_degree(part: Piece, parts: Sequence[Piece]) -> bool:
    """Whether a name of no school stands right after a degree in its line, where the field of study stands."""
    before = next((other for other in reversed(parts) if other.line is part.line and other.end <= part.start), None)
    if before is None or not _is_degree_only(before) or title_score(before.text) >= 3:
        return False  # "visiting student, Example Works" is followed by where
    if organization_score(part.text) >= 2 or is_school(part.text):
        return False
    return part.line.text[before.end : part.start].strip() in (",", "-", "–", ":", "(", "in", "")


def jointly(name: str) -> tuple[str, ...]:
    """The schools of a joint degree, "Example University and Sample College"; one school is returned as it is."""
    if "," in name or is_known_organization(name):
        return (name,)
    for match in _JOINT.finditer(name):
        sides = name[: match.start()], name[match.end() :]
        if all(is_school(side) and is_proper_name(side) and len(side.split()) > 1 for side in sides):
            return sides
    return (name,)


def _without_mark(part: Piece) -> Piece:
    """The piece without the mark that a table gave beside the school: "Example University 8.7"."""
    mark = _MARK.search(part.text) if part.text[-1:].isdigit() or part.text.endswith("%") else None
    return replace(part, end=part.start + mark.start()) if mark and mark.start() else part


def _without_town(part: Piece) -> Piece:
    """A school that we know without the town before a state's code: "University of Oregon Eugene, OR"."""
    region = _REGION.match(part.line.text, part.end) if not part.inner else None
    if region is None or not is_place_code(region[1]) or is_known_organization(part.text):
        return part
    for gap in _GAP.finditer(part.text):
        name, town = part.text[: gap.start()], part.text[gap.end() :]
        if is_known_organization(name) and is_school(name) and is_town(town):
            return replace(part, end=part.start + gap.start())
    return part


def _part_school(part: Piece) -> list[Piece]:
    """Part "Ph.D. in Physics Example University", where nothing parts the field from the school."""
    if has_asian(part.text) and (match := _ASIAN_UNIVERSITY.search(part.text)) and match.end() < len(part.text):
        end = part.start + match.end()
        return [replace(part, end=end), replace(part, start=end)]
    clues = degrees(part.text)
    led = _FIELD_FROM.fullmatch(part.text)
    if not clues and led and (names_field(led[1]) or is_school(led[2])) and not is_school(led[1]):
        return [replace(part, end=part.start + led.end(1)), replace(part, start=part.start + led.start(2), marked=True)]
    if clues and not is_school(part.text):
        return _part_name(part, clues[-1].end)
    if not clues or is_known_organization(part.text):
        return [part]
    if clues[-1].end == len(part.text) and is_school(part.text[: clues[-1].start]):  # "University of Example BSc"
        end = len(part.text[: clues[-1].start].rstrip(" ,–-"))
        if is_proper_name(part.text[:end]) and not degrees(part.text[:end]):
            return [replace(part, end=part.start + end), replace(part, start=part.start + clues[-1].start)]
    if clues[0].start and _SCHOOL_AFTER.match(part.text, clues[0].end):
        return [part]  # "Example Senior Secondary School" is a name
    tokens = [(match.start(), match.group()) for match in _TOKEN.finditer(part.text)]
    starts = [start for start, _ in tokens if start >= clues[0].end]
    known = next((start for start in starts if is_known_organization(part.text[start:])), None)
    if known is None:
        known = _school_start(tokens, clues[0].end)
    if known is None or known == 0:
        return [part]
    name = known + (len(elided[0]) if (elided := _ELIDED.match(part.text, known)) else 0)
    return [replace(part, end=part.start + known), replace(part, start=part.start + name, marked=True)]


def _part_name(part: Piece, after: int) -> list[Piece]:
    """Part a degree and its field from a name without a word for schools: "MSc in Botany in ESEX"."""
    match = _AFTER_FIELD.search(part.text, after)
    name = match["name"] if match else ""
    if match is None or not is_proper_name(name) or len(name.split()) > _LONGEST_NAME:
        return [part]
    if is_place(name) or is_area(name) or skills().find(name) is not None or title_score(name) >= 3:
        return [part]
    start = part.start + match.start("name")
    end = part.start + len(part.text[: match.start("name")].rstrip().rsplit(" ", 1)[0].rstrip())
    return [replace(part, end=end), replace(part, start=start, marked=True)]


def _school_start(tokens: list[tuple[int, str]], after: int) -> int | None:
    """Where a school's name begins: at "University of …", else one word before its noun and what describes it.

    After the field and another "in" all words with capitals are the name's: "in botany in Le Havre University".
    """
    noun = next((index for index, (start, token) in enumerate(tokens) if start >= after and is_school(token)), None)
    if noun is None:
        return None
    following = tokens[noun + 1][1] if noun + 1 < len(tokens) else ""
    first = next((index for index, (start, _) in enumerate(tokens) if start >= after), noun)
    led = [index for index in range(first, noun) if tokens[index][1] in _LEADS]
    if len(led) > 1 and all(token[0].isupper() for _, token in tokens[led[-1] + 1 : noun]):
        return tokens[led[-1] + 1][0]
    of_place = following in ("of", "for", "de", "di", "da", "do", "für", "degli")
    begin = noun
    while begin > first and _describes_school(tokens[begin - 1][1]):
        begin -= 1
    named = begin > first and tokens[begin - 1][1][0].isupper()
    # "Example School of Design" has a name of its own, and "University of Example" none before it.
    may_be_named = key(tokens[noun][1]) in word_set("organizations", "named_before")
    of_name = may_be_named and named and begin == noun and not _is_area_or_skill(tokens[begin - 1][1])
    if named and (not of_place or of_name):
        begin -= 1
    return tokens[begin][0]


def _is_area_or_skill(word: str) -> bool:
    """Whether a word is a field of study: "Physics School of Example" is a field and then a school."""
    return is_area(word) or skills().find(word) is not None


def _describes_school(word: str) -> bool:
    """Whether a word with a capital tells of what kind a school is: "Technical", "Community", "High"."""
    return word[0].isupper() and key(word) in word_set("organizations", "kinds_of_schools")


def _is_degree_only(part: Piece) -> bool:
    clues = degrees(part.text)
    whole = any(clue.start == 0 and clue.end >= len(part.text) for clue in clues)
    return bool(clues) and (whole or not is_school(part.text))
