"""Studies told by what somebody is: "a third-year PhD student in … at …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kg.extraction.clues import DegreeClue, degree_words, is_school, title_score
from kg.extraction.prose.lexicon import lexicon
from kg.extraction.prose.organizations import Place, organization_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.study.schools import Told, clause_end, field, level_of, of_others, school, written
from kg.extraction.prose.times import Tense
from kg.extraction.words import fold
from kg.model import Level

_STUDENT = re.compile(
    r"(?<![\w-])(?:(?P<order>first|second|third|fourth|fifth|sixth|final|last|1st|2nd|3rd|4th|5th|\w{3,9})[- ]year\s)?"
    r"(?P<what>[\w.’'/()+-]{1,24}(?:\s[\w.’'/()&+-]{1,24}){0,4}?\s)?"
    r"(?P<noun>student|studentin|doktorand|doktorandin|étudiante?|doctorante?|estudiante|estudante|studente|studentessa|dottorand[oa]|doctorand[oa]|doutorand[oa]|mestrand[oa]"
    r"|(?:master|bachelor|medizin|jura)student(?:in)?|студентк?а?|аспирантк?а?|магистрант|candidate|freshman|sophomore|(?:junior|senior)(?=\s(?:at|studying|majoring|in)\s)"
    r"|(?:first|second|third|fourth|fifth|final|1st|2nd|3rd|4th|5th)[- ]year(?=\s(?:at|studying)\s|\s\(as of\s)"
    r"|major(?=\s(?:at|and|in|with)\s|\s?[,.;@(|]|$)|(?:undergraduate|undergrad|postgraduate)(?=\s(?:in|at|from|studying|of|majoring)\s|\s?[,.;:(|@–—]|$))(?![\w-])",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?:\bam|\bbe|\bbin|\bsuis|\bsoy|\bsou|\bsono|\best|\bist|['’]m|\bis|\bwas|\bas|\bbeing|\bpursuing|\bbecame|^|[,.:;–—|(\u2600-\u27bf\U0001f300-\U0001faff]|\bcurrently|\bnow|\bI|['’]s)\s{0,2}"
    r"(?:also\s|currently\s|now\s|still\s|presently\s|a\sproud\s)?(?:an?\s|the\s)?[*_]{0,2}$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|[Aa]s|were|became)\s(?:an?\s|the\s)?$")
_ARTICLE = re.compile(r"(?:^|(?<=\s))(?:an?|the|am|is|was|as|I|my|currently|now|and)\s|['’]m\s")
_NEXT_WORD = re.compile(r"\s(\w[\w-]*)")
_BECAME = re.compile(
    r"\b(?:joined|started|entered|began|moved|will be|will become|enrolled)\b[^.;]{0,80}?\s(?:an?|the)?\s?$"
)
_JOINING = re.compile(r"\b(?:join|joining|am at|work|working)\b.*\sas\s(?:an?\s)?$")
_WORD = re.compile(r"[^\W\d]+(?=\s)")
_LAST_WORD = re.compile(r"\b([\w-]+)\s{0,2}$")
_COPULAS = frozenset(("suis", "bin", "soy", "sou", "sono", "ben"))
_PROGRAM = re.compile(r"\b(?:gsoc|summer of code|outreachy|lfx|bootcamp)\b", re.IGNORECASE)  # grants of work
_MOST = 12  # in one sentence
_WORKING = re.compile(r"\bwork(?:ing)?$", re.IGNORECASE)
_VISITING = re.compile(r"\b(?:visiting|exchange|erasmus)\b", re.IGNORECASE)
_HIGH_SCHOOL = re.compile(r"\b(?:high|secondary|grammar|preparatory) school\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:incoming|prospective|future)\b", re.IGNORECASE)
_AS_A = re.compile(r"\sas\s(?:an?|the)\s$")
_BEFORE_AS = re.compile(r"\b(?:join|joined|joining|at|in|with|visited|visiting)\s(?:the\s)?")
_NO_FIELD = re.compile(
    r"\b(?:undergraduate|graduate|undergrad|grad|bachelor['’]?s?|master['’]?s?|phd|doctoral|visiting|exchange|university"
    r"|college|incoming|prospective|future|new|international|rising|proud|full-time|part-time|honou?rs?|current"
    r"|senior|junior|sophomore|freshman|\w+[- ]year)\b",
    re.IGNORECASE,
)


def as_student(sentence: Sentence) -> Iterator[Told]:
    """Every stretch that says that the subject is or was a student."""
    text = sentence.text
    if "enrolment" not in sentence.matters:
        return
    for match in islice(_STUDENT.finditer(text), _MOST):
        start, words = _words(text, match)
        before = _without_adverbs(text[:start])
        if not _IS.search(before) and any(char.isalnum() for char in before):
            continue
        if of_others(text, start - 40, start) or _is_adjective(text, match) or _WORKING.search(words):
            continue
        what = f"{words} {match['noun']}".strip()
        limit = clause_end(text, match.end())
        place = school(sentence, match.end(), limit)
        if place is None and text[match.end() : match.end() + 1] == " ":
            beside = organization_at(text, match.end() + 1, sentence.links)
            place = beside if beside and is_school(beside.name) else None
        if place is None and match["what"]:
            place = school(sentence, start, match.start("noun")) or _joined(sentence, start)
        rank = match["noun"].casefold() in ("junior", "senior") or match["noun"].endswith("year")
        if _PROGRAM.search(words) or (rank and not (place and is_school(place.name))):
            continue
        clues = degree_words(words)
        yield Told(
            place,
            start,
            max(place.end if place else 0, match.end()),
            _tense(what, before),
            written(words, clues[0]) if clues else None,
            _level(what, clues, place),
            field(text, match.end(), limit) or _subject(words, clues, whole=match["noun"].casefold() == "major"),
        )


def _level(what: str, clues: Sequence[DegreeClue], place: Place | None) -> Level | None:
    """The level of what somebody studies, by the degree, the rank or the school."""
    if _VISITING.search(what):
        return Level.EXCHANGE
    if clues:
        return clues[0].level
    return Level.SECONDARY if place and _HIGH_SCHOOL.search(place.name) else level_of(what)


def _without_adverbs(before: str) -> str:
    """The words before a student without the adverbs they end with: "je suis actuellement"."""
    while (last := _LAST_WORD.search(before)) and fold(last[1]) in lexicon("adverbs") - {"and"}:
        before = before[: last.start()]
    return before


def _tense(what: str, before: str) -> Tense:
    if _BECAME.search(before):
        return Tense.BEGAN
    return Tense.PAST if _FUTURE.search(what) or _was(before) else Tense.PRESENT


def _was(before: str) -> bool:
    """Whether the words before "a student" put it in the past; "I join X as" does not."""
    return bool(_WAS.search(before)) and not _JOINING.search(before)


def _is_adjective(text: str, match: re.Match[str]) -> bool:
    """Whether "student" only tells more of the noun after it: "Student Club", "student assistant"."""
    following = _NEXT_WORD.match(text, match.end()) if match["noun"].casefold() in ("student", "candidate") else None
    return following is not None and (following[1][0].isupper() or title_score(following[1]) >= 3)


def _words(text: str, match: re.Match[str]) -> tuple[int, str]:
    """Where the words about the student begin, articles and the year of study left out; and these words."""
    begin = match.start("what") if match["what"] else match.start("noun")
    words = text[begin : match.start("noun")]
    if told := [word for word in _WORD.finditer(words) if fold(word[0]) in lexicon("adverbs") | _COPULAS]:
        begin, words = begin + told[-1].end() + 1, words[told[-1].end() + 1 :]
    articles = list(_ARTICLE.finditer(words))
    if articles:
        cut = articles[-1].end()
        return begin + cut, words[cut:].strip(" *_")
    return (match.start("order") if match["order"] else begin), words.strip(" *_")


def _subject(words: str, clues: Sequence[DegreeClue], *, whole: bool) -> str | None:
    """The field in "Computer Science student"."""
    rest = _NO_FIELD.sub("", (words[: clues[0].start] if clues else words).strip(" -,*_")).strip(" -,")
    named = (
        whole
        or fold(rest) in lexicon("studied")
        or all(word[0].isupper() or word in ("and", "of", "&") for word in rest.split())
    )
    return rest if rest and named else None


def _joined(sentence: Sentence, end: int) -> Place | None:
    """The place before "as a … student"."""
    if not _AS_A.search(sentence.text[:end]):
        return None
    found = None
    for joint in _BEFORE_AS.finditer(sentence.text, 0, end):
        place = organization_at(sentence.text, joint.end(), sentence.links)
        if place and place.end <= end:
            found = place
    return found
