"""Studies told of in sentences: "I am a PhD student in … at …", "B.S. and M.S. from …", "graduated from … in 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.clues import is_school
from kg.extraction.outline import Claim
from kg.extraction.prose.organizations import Place
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.study.degrees import by_degree, respective
from kg.extraction.prose.study.enrolment import as_student
from kg.extraction.prose.study.professions import by_profession
from kg.extraction.prose.study.schooling import by_verb
from kg.extraction.prose.study.schools import Told, clause_end, field_after
from kg.extraction.prose.times import Tense, period, subordinate_end
from kg.extraction.spelling import without_honour
from kg.model import Period, Study

_GRADUATED_WHEN = re.compile(
    r"(?<!\w)(?:I|he|she)\s(?:graduated|defended)\s(?:my\s[\w.]{1,14}\s)?(?:in|on)\s", re.IGNORECASE
)
_THERE = re.compile(
    r"[^.;,]{0,40}?\s(?:there|at the same (?:university|institution|school|institute|place|department|college))\b"
)
# "a student at A, where I did my BSc"
_WHERE = re.compile(
    r"^[^.;]{0,30}?,?\swhere\s(?:I|he|she)\s(?:[a-z]+\s){0,2}(?:did|completed|received|got|earned|obtained|finished)\s[^.;,]{0,20}$"
)
_DOING = (
    r"(?:pursuing|completing|finishing|doing|reading for|working (?:on|towards?))\s"
    r"(?:(?:my|an?|his|her|the|double|dual)\s){0,2}"
)
_PURSUES = re.compile(rf"[^;]{{0,40}}?,?\s(?:who is |and |where I am |where I['’]m )?(?:currently )?{_DOING}")
_COMPLETING = re.compile(rf"\s{_DOING}$")


def studies(sentence: Sentence, previous: Sequence[Claim[Study]] = ()) -> Iterator[Claim[Study]]:
    """A claim for every study that the sentence says the subject is or was engaged in.

    `previous` are the studies told just before, which "I graduated in 2012" adds to.
    """
    found = list(as_student(sentence))
    degrees = list(by_degree(sentence))
    found = [_completing(sentence.text, student, degrees) for student in found]
    found += [told for told in degrees if _apart(told, found)]
    found = _with_places(_pursued(sentence.text, found), [*by_verb(sentence), *by_profession(sentence)])
    placed: list[Told] = []
    if found:
        found = _there(sentence.text, [_told_later(sentence, told, previous) for told in found])
        placed = sorted((told for told in found if told.place), key=lambda told: told.start)
        for told, stated in zip(placed, _periods(sentence, placed), strict=True):
            yield _claim(sentence, told, stated)
    if previous and not placed and _GRADUATED_WHEN.search(sentence.text):
        yield from _ended(sentence, previous[-1])


def _told_later(sentence: Sentence, told: Told, previous: Sequence[Claim[Study]]) -> Told:
    """A study with what words after it say: the field after the school, or that it was at the school told of before."""
    text = sentence.text
    if told.place is None and told.degree and previous and _THERE.match(text, told.end):
        return replace(
            told, place=Place(previous[-1].fact.organization or "", previous[-1].fact.unit, told.end, told.end)
        )
    if (
        told.place
        and told.field is None
        and (found := field_after(text, told.place.end, clause_end(text, told.place.end)))
    ):
        return replace(told, field=found)
    return told


def _there(text: str, found: list[Told]) -> list[Told]:
    """The studies, a degree taken "there" put to the school that the sentence names before it."""
    for number, told in enumerate(found):
        before = [other for other in found if other.place and other.end <= told.start]
        last = max(before, key=lambda other: other.end).place if before else None
        where = last is not None and _WHERE.search(text[last.end : told.start])
        if told.place is None and told.degree and last and (where or _THERE.match(text, told.end)):
            found[number] = replace(told, place=replace(last, start=told.end, end=told.end) if last else None)
    return found


def _completing(text: str, student: Told, degrees: Sequence[Told]) -> Told:
    """A student with the degree told before the school: "a graduate student completing my MA in law at A"."""
    if student.degree or student.place is None:
        return student
    for told in degrees:
        if student.start < told.start < student.place.start and _COMPLETING.search(text, student.start, told.start):
            return replace(student, degree=told.degree, level=told.level, field=told.field or student.field)
    return student


def _pursued(text: str, found: list[Told]) -> list[Told]:
    """The studies, a student at a school given the degree that the same clause says is pursued there."""
    for student in [told for told in found if told.place and not told.degree]:
        degree = next(
            (
                told
                for told in found
                if told.degree and told.start >= student.end and told.place in (None, student.place)
            ),
            None,
        )
        if degree is None or not _PURSUES.fullmatch(text, student.end, degree.start):
            continue
        joined = replace(
            student, end=degree.end, degree=degree.degree, level=degree.level, field=degree.field or student.field
        )
        found = [joined if told is student else told for told in found if told is not degree]
    return found


def _apart(told: Told, found: Sequence[Told]) -> bool:
    return all(told.end <= other.start or other.end <= told.start for other in found)


def _with_places(found: list[Told], verbs: list[Told]) -> list[Told]:
    """The studies, a degree without a school put to "graduated from": "graduated from A with a B.Sc. in C"."""
    for told in verbs:
        inside = next((i for i, other in enumerate(found) if other.place and not _apart(told, [other])), None)
        if inside is not None:
            same = told.place and found[inside].place and told.place.name == getattr(found[inside].place, "name", None)
            if same and told.start < found[inside].start and found[inside].field is None and told.field:
                found[inside] = replace(found[inside], field=told.field)
            continue
        bare = next((i for i, other in enumerate(found) if other.place is None and other.degree), None)
        if bare is None or told.level or told.field:
            found.append(told)
        else:
            start, end = min(found[bare].start, told.start), max(found[bare].end, told.end)
            found[bare] = replace(found[bare], place=told.place, start=start, end=end, tense=told.tense)
    return found


def _periods(sentence: Sentence, placed: Sequence[Told]) -> Iterator[Period]:
    """When each study was: by the dates up to the next one at another school."""
    text = sentence.text
    inside = subordinate_end(text)
    for number, told in enumerate(placed):
        start = 0 if number == 0 and told.start >= inside and _leads(sentence, told) else told.start
        following = placed[number + 1 :]
        end = max(
            min(
                clause_end(text, told.end),
                next((other.start for other in following if other.place is not told.place), len(text)),
            ),
            told.end,
        )
        group = [other for other in placed if other.place is told.place]
        dates = [date for date in sentence.dates if group[0].start <= date.start < end]
        if respective(sentence, group) and len(dates) == len(group):
            at = dates[group.index(told)]
            yield period(sentence, at.start, at.end, told.tense)
        else:
            yield period(sentence, start, end, told.tense, told_at=told.start)


def _leads(sentence: Sentence, told: Told) -> bool:
    """Whether the dates before a study are its own: none stands after it, and no other clause between."""
    before = [date for date in sentence.dates if date.end <= told.start]
    if any(date.start >= told.end for date in sentence.dates) or not before:
        return not before
    return " and " not in sentence.text[before[-1].end : told.start]


def _claim(sentence: Sentence, told: Told, stated: Period) -> Claim[Study]:
    place = told.place
    organization, unit = (place.name, place.unit) if place else (None, None)
    context = sentence.context
    if context and organization and is_school(context) and not is_school(organization):
        organization, unit = context, organization
    if told.tense is Tense.PAST and stated.start == stated.end:
        stated = Period(None, stated.end)
    fact = Study(
        organization=organization,
        unit=unit,
        degree=told.degree,
        level=told.level,
        field=without_honour(told.field),
        location=place.location if place else None,
        start=stated.start,
        end=stated.end,
        current=stated.current,
        evidence=(sentence.evidence(),),
    )
    return Claim(fact, "study in prose", (sentence.span(),))


def _ended(sentence: Sentence, last: Claim[Study]) -> Iterator[Claim[Study]]:
    """The study told just before, with the end that "I graduated in June 2012" states."""
    stated = period(sentence, 0, len(sentence.text), Tense.PAST)
    if stated.end and last.fact.end is None and not last.fact.current:
        fact = last.fact.model_copy(update={"end": stated.end, "evidence": (*last.fact.evidence, sentence.evidence())})
        yield Claim(fact, "study in prose", (*last.scope, sentence.span()))
