"""Studies told by the degree: "a B.S. in … and an M.S. in … from …", "where I received a bachelor's"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.clues import DegreeClue, degree_words, is_known_organization, is_place, title_score
from kg.extraction.people.names import is_person
from kg.extraction.prose.lexicon import lexicon, may_name_short_degree
from kg.extraction.prose.organizations import Place, organization_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.study.schools import (
    Told,
    field,
    further_schools,
    is_place_of_study,
    of_others,
    school,
    written,
)
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.verbs import led_by_past
from kg.extraction.words import fold
from kg.model import Level

_GOES_ON = re.compile(
    r"\b(?:pursuing|currently|now|am|working (?:on|towards?)|studying|['’]m|enrolled|is an?|doing|expected|will"
    r"|nowadays|completing|cursando|fazendo|haciendo|estudiando|estoy|estou|bereite|derzeit|aktuell)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:received|earned|obtained|obtain|completed|pursued?|holds?|hold|got|finished|graduated|did|was|had|awarded|have|has"
    r"|includes?|included|earning|receiving|conferred|with|holding|diplômée?|titulaire|gemacht|abgeschlossen|absolviert|meinen?|mon"
    r"|spent [\w ]{3,24} (?:on|doing)|obtenu|obtuve|obtive|hice|hizo|fiz|fez|cursé|cursei|conclu[ií]"
    r"|terminé|fatto|conseguito|soutenu|preparo|cursando|fazendo|haciendo|faço|hago"
    r"|con un|con una|com um|com uma|mit einem|mit|avec un|avec une|con"
    r"|complet(?:é|ó|ei|ou|ato)|realic[eé]|realiz(?:ó|ei|ou)|finalic[eé]|finaliz(?:ó|ei|ou)|obtuvo|obteve|cursó|cursou|curso"
    r"|poss?ui|posee|possiede|titular(?:a|e|en)?|consegu(?:ì|í|i|iu|ió)|ottenuto|ottenne|détient|détenteur|détentrice"
    r"|erwarb|erhielt|absolvierte|machte|schloss|behaalde|haalde|uzyskała?|ukończyła?m?"
    r"|habe einen|habe ein|hat einen|tenho|tengo|tiene|tem)\b",
    re.IGNORECASE,
)
_DONE_LATER = re.compile(r"\b(?:abgeschlossen|absolviert|erworben|erhalten|gemacht|afgerond|behaald|gehaald)\b")
_OWNED = re.compile(
    r"\b(?:my|his|her|for)\s(?:\w+\s)?$|^[^\w]{0,6}(?:previously|formerly|before|earlier|past)[:,]?\s$"
    r"|^[^\w]{0,6}(?:education|degrees?|studies|qualifications?|academic background|background)\s?[:：]\s$"
    r"|^[^\w]{0,6}(?:(?:and|after|following)\s)?an?\s$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"^(?:['’]s\b)?[ .)]{0,3}")  # the end of "master's" and "Ph.D."
_NEW_CLAUSE = re.compile(r"(?:[,;]|\band|\bbut)\s(?:I|he|she)\s")
_AFTER_WORD = re.compile(r"(?:^|\b(?:from|at|and|of)\s|,\s)?(?=[A-Z])")
_HELD_FROM = re.compile(r"([A-Z][^()]{2,80}?)\s\($")
_SUBJECT_BEFORE = re.compile(
    r"^\W{0,6}(?:(?P<soon>Incoming|Future)\s)?(?P<field>[A-Z][\w&]*(?:\s[A-Z&][\w&]*){0,3})\s$"
)
_DIRECT_FIELD = re.compile(
    r"[\s.]{1,2}(?=[A-Z])((?:[A-Z][\w&-]*|and|of|&)(?:\s(?:[A-Z][\w&-]*|and|of|&)){0,5}?)(?=\s?[,(|@–]|\s(?:at|from|in|-)\s|$)"
)
_IN_BRACKETS = re.compile(r"\.?\s?\(([A-Z][\w-]{3,}(?:\s(?:[A-Z&][\w-]*|and|of)){0,5})\)")
_NEXT_WORD = re.compile(r"\s(\w[\w-]*)")
_JOINED = re.compile(r"(?:and|,|/|&)\s(?:an?\s|my\s|the\s)?$")
_SOON = re.compile(r"\W{0,6}Incoming\s")
_WHILE = re.compile(r"\W*(?:[Ww]hile|[Ww]hen|[Aa]longside|[Dd]uring)\b[^.;,]*$")
_AFTER = re.compile(r"\b(?:[Aa]fter|[Uu]pon|[Bb]efore|[Ss]ince|[Hh]aving)\s\w+ing\s(?:(?:my|an?|his|her|the)\s)?$")
_THEN_DID = re.compile(r",\s(?:I|he|she)\s(?:\w+ly\s|also\s)?(?:was|\w{2,}ed|led|ran|built|wrote|taught|did|spent)\b")
_JOINT = re.compile(r"\b(?:joint|dual|double|cotutelle)\s(?:[\w.-]{2,12}\s)?$", re.IGNORECASE)
_STARTED = re.compile(r"\b(?:start\w*|beg[aiu]n\w*)\s(?:my|an?|the|his|her)?\s?$", re.IGNORECASE)
_STUDIES = re.compile(r"(?:student|candidate)")
# "I will complete my master's at A in 2020"
_WILL_END = re.compile(
    r"(?:\b(?:will|to)|['’]ll)\s(?:be\s)?(?:complet|finish|receiv|earn|obtain|gett?)(?:e|ing)?\s(?:(?:my|an?|his|her|the)\s)?$"
)
_YEAR = re.compile(r"\b20\d\d\b")
_FAR = 100
_END = re.compile(
    r"[;!?]\s|,?\s(?:and|followed by)\s(?:an?|my)\spost-?doc"
    r"|,?\s(?:and|but|where|who|while)\s(?:before|then|later|I|he|she|was|am|is|have|had|also)\b"
    r"|\s(?:I|he|she)(?:['’](?:ve|m|d|s))?\s|\s(?:was|were|is)\s(?:co-)?(?:supervised|advised|guided|mentored|funded)\s"
)
_WHERE = re.compile(r",?\s?where\s", re.IGNORECASE)
# "three years at A completing my BSc"
_DOING_THERE = re.compile(
    r",?\s(?:completing|pursuing|earning|finishing|doing|getting|obtaining)\s(?=(?:my|an?|his|her)\s)"
)
_BEFORE_WHERE = re.compile(r"(?:^|\s)(?:at|from|to|of)\s(?:the\s)?|[,(]\s?", re.IGNORECASE)
_PURSUED_BY_STUDENT = re.compile(
    r"\b(?:am|is|I['’]m)\s(?:\w+\s)?an?\s[^.;]{0,40}\bstudent\b[^;]{0,80}"
    r"\b(?:pursuing|completing|finishing|working towards?)\s(?:(?:my|an?|his|her)\s)?$"
)
_MOST = 12  # nobody tells of more degrees in one sentence
_AND_ONLY = re.compile(r"['’s.]{0,2}(?:\s?\(\d{4}\))?\s?(?:and|&|/|,)\s?(?:an?\s|my\s)?")
_WAS_THERE = re.compile(
    r"\b(?:(?:alum\w*|graduate|degrees)\s(?:of|from)|studied|attended|graduated|educated|trained)\s"
)
_ALL_IN = re.compile(r",?\s(?:all|both)(?=\sin\s)")
_RESPECTIVELY = re.compile(r"\brespectively\b")


def by_degree(sentence: Sentence) -> Iterator[Told]:
    """Every degree that the sentence says the subject has or is working for."""
    text = sentence.text
    if "degrees" not in sentence.matters and not may_name_short_degree(text):
        return
    clues = [
        clue
        for clue in _distinct(text, degree_words(text))
        if _is_own(text, clue) or (_WAS_THERE.search(text, 0, clue.start) and _bracketed(sentence, clue.start))
    ][:_MOST]
    told: list[Told] = []
    for number, clue in enumerate(clues):
        limit = min(clues[number + 1].start if number + 1 < len(clues) else len(text), _end(text, clue.end))
        held = _bracketed(sentence, clue.start)
        place = held or school(sentence, clue.end, limit)
        following = clues[number + 1] if number + 1 < len(clues) else None
        shares = following and _AND_ONLY.fullmatch(text, clue.end, following.start)
        place = place or (None if shares else _before(sentence, clue.start))
        degree = written(text, clue)
        end = place.end if place and place.end > clue.end else clue.end
        after = clue.start + len(degree)
        after += text.startswith(". in ", after)  # "an ScB. in Physics"
        found = field(text, after, limit) or _beside(text, clue, limit)
        one = Told(place, clue.start, end, Tense.PAST if held else _tense(text, clue), degree, clue.level, found)
        told.append(one)
        if place and _JOINT.search(text, max(clue.start - 14, 0), clue.start):
            told += [replace(one, place=other) for other in further_schools(sentence, place)]
    yield from _shared(text, _of_one_field(text, told))


def _distinct(text: str, clues: Sequence[DegreeClue]) -> Iterator[DegreeClue]:
    end = 0
    for clue in clues:
        # "promotion" is a doctorate in German only, and in running text hardly ever one
        if clue.level is not Level.OTHER and clue.start >= end and fold(text[clue.start : clue.end]) != "promotion":
            yield clue
            end = clue.end


def _is_own(text: str, clue: DegreeClue) -> bool:
    """Whether a degree is one the subject has or is working for, not a thesis, a position or somebody else's."""
    after = _ENDING.sub("", fold(text[clue.end : clue.end + 28]))
    if after.startswith(tuple(lexicon("not_degrees"))) or _STUDIES.match(after):
        return False
    noun = clue.level is Level.SECONDARY or text[clue.start : clue.end].endswith("student")
    following = _NEXT_WORD.match(text, clue.end) if noun else None
    if following and title_score(following[1]) >= 3:  # "graduate student assistant", "high school teacher"
        return False
    clause = max((m.end() for m in _NEW_CLAUSE.finditer(text, 0, clue.start)), default=0)
    if of_others(text, max(clue.start - 70, clause), clue.start) and not _PURSUED_BY_STUDENT.search(text[: clue.start]):
        return False
    before = text[max(clue.start - 140, 0) : clue.start]
    if before.rstrip().casefold().endswith(("honorary", "honoris causa")):
        return False
    if before.endswith(", ") and is_person(before.strip(" ,")):  # "Ada Roe, Ph.D., is the director of …"
        return False
    told = _GOES_ON.search(before[-70:]) or _DONE.search(before) or _OWNED.search(before) or _JOINED.search(before)
    told = told or _DONE_LATER.search(text, clue.end, clue.end + 160)
    opens = _SUBJECT_BEFORE.match(text[: clue.start])
    return bool(told or opens) or not any(char.isalnum() for char in text[: clue.start])


def _bracketed(sentence: Sentence, start: int) -> Place | None:
    """The school before the bracket that the degree opens: "Example University (BA, 2008)"."""
    run = _HELD_FROM.search(sentence.text, max(start - 90, 0), start)
    for joint in _AFTER_WORD.finditer(sentence.text, run.start(1), run.end(1)) if run else ():
        place = organization_at(sentence.text, joint.end(), sentence.links)
        if (
            place
            and place.start < start
            and is_place_of_study(place.name)
            and sentence.text[place.start : start].count("(") == 1
        ):
            return replace(place, end=start)
    return None


def _beside(text: str, clue: DegreeClue, limit: int) -> str | None:
    """The field right after a degree ("B.Sc. Physics, …") or, where the line begins with it, before ("CS PhD")."""
    if match := _DIRECT_FIELD.match(text, clue.end, limit) or _IN_BRACKETS.match(text, clue.end, limit):
        words = match[1]
        if fold(words.split()[0]) in lexicon("not_fields"):
            return None
        other = is_place_of_study(words) or is_known_organization(words) or is_person(words) or is_place(words)
        return None if other or title_score(words) >= 3 else words
    before = _SUBJECT_BEFORE.match(text[: clue.start])
    words = before["field"] if before else ""
    return words if words and fold(words.split()[0]) not in lexicon("no_subjects") and not is_person(words) else None


def _end(text: str, position: int) -> int:
    stop = _END.search(text, position)
    return stop.start() + 1 if stop else len(text)


def _tense(text: str, clue: DegreeClue) -> Tense:
    before = text[max(clue.start - 60, 0) : clue.start]
    if _WHILE.match(text[: clue.start]) and _THEN_DID.search(text, clue.end):
        return Tense.PAST
    if _AFTER.search(before):
        return Tense.PAST
    if _WILL_END.search(before) and _YEAR.search(text, clue.end, clue.end + _FAR):
        return Tense.ENDED
    if _STARTED.search(before) or _SOON.match(text):
        return Tense.BEGAN
    going, done = [[m.start() for m in pattern.finditer(before)] for pattern in (_GOES_ON, _DONE)]
    if not going or (done and done[-1] > going[-1]):
        return Tense.PAST
    at = max(clue.start - 60, 0) + going[-1]
    return Tense.PAST if text[at : clue.start].split()[0].endswith("ing") and led_by_past(text, at) else Tense.PRESENT


def _before(sentence: Sentence, end: int) -> Place | None:
    """The school before "where I received …", or that the sentence begins with."""
    text = sentence.text
    wheres = list(_WHERE.finditer(text, 0, end)) or list(_DOING_THERE.finditer(text, 0, end))
    if not wheres:
        return None
    stop = wheres[-1].start()
    first = None if fold(text.partition(" ")[0]) in lexicon("study_verbs") else organization_at(text, 0, sentence.links)
    found = first if first and (is_place_of_study(first.name) or first.name.isupper()) else None
    for joint in _BEFORE_WHERE.finditer(text, 0, stop):
        place = organization_at(text, joint.end(), sentence.links)
        if place and place.end <= stop and is_place_of_study(place.name):
            found = place
    return found if found and found.end <= stop else None


def _of_one_field(text: str, told: list[Told]) -> list[Told]:
    """Give all degrees the field that is said of all: "my BSc (2013) and PhD (2020), both in botany"."""
    said = _ALL_IN.search(text)
    found = field(text, said.end(), len(text)) if said else None
    if said is None or found is None:
        return told
    return [replace(one, field=one.field or found) if one.start < said.start() else one for one in told]


def _shared(text: str, told: list[Told]) -> list[Told]:
    """Give the degrees that name no school the school of the next one: "B.S. in A and M.S. in B from C"."""
    whole = list(told)
    for number in range(len(whole) - 2, -1, -1):
        one_clause = _end(text, whole[number].end) >= whole[number + 1].start
        if whole[number].place is None and whole[number + 1].place is not None and one_clause:
            whole[number] = replace(whole[number], place=whole[number + 1].place)
            if whole[number].field is None and _AND_ONLY.fullmatch(
                text, whole[number].start + len(whole[number].degree or ""), whole[number + 1].start
            ):
                whole[number] = replace(whole[number], field=whole[number + 1].field)
    return whole


def respective(sentence: Sentence, told: Sequence[Told]) -> bool:
    """Whether the dates of the sentence belong to the studies one by one: "in 2010 and 2015, respectively"."""
    text, dates = sentence.text, sentence.dates
    listed = len(dates) == 2 and text[dates[0].end : dates[1].start].strip(" ,") in ("and", "&")
    return bool(_RESPECTIVELY.search(text) or listed) and len(told) > 1
