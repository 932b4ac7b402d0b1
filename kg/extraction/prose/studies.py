"""Studies told of in sentences: "I am a PhD student in … at …", "B.S. and M.S. from …", "graduated from … in 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.clues import (
    DegreeClue,
    degrees,
    is_known_organization,
    is_place,
    is_school,
    is_unit,
    organization_score,
)
from kg.extraction.outline import Claim
from kg.extraction.prose.organizations import Place, organization_at, organizations_at
from kg.extraction.prose.roles import lexicon
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense, period, subordinate_end
from kg.extraction.words import fold
from kg.model import Level, Period, Study

_STUDENT = re.compile(
    r"(?<![\w-])(?:(?P<order>first|second|third|fourth|fifth|sixth|final|last|1st|2nd|3rd|4th|5th|\w{3,9})[- ]year\s)?"
    r"(?P<what>[\w.’'/()+-]{1,24}(?:\s[\w.’'/()&+-]{1,24}){0,4}?\s)?"
    r"(?P<noun>student|candidate|freshman|sophomore|(?:junior|senior)(?=\s(?:at|studying|majoring)\s)|(?:undergraduate|undergrad|postgraduate)(?=\s(?:in|at|from|studying|of|majoring)\s|\s?[,.;:(|@–—]|$))(?![\w-])",
    re.IGNORECASE,
)
_BE = re.compile(
    r"(?:\bam|['’]m|\bis|\bwas|\bas|\bbeing|\bbecame|^|[,.:;–—|(]|\bcurrently|\bnow|\bI|['’]s)\s{0,2}(?:also\s|currently\s|now\s|still\s|presently\s|a\sproud\s)?"
    r"(?:an?\s|the\s)?[*_]{0,2}$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\s?@\s?|(?:\s|^)(?:at|from|in|of|with|within|to|chez|à|bei|an der|an|en la|en|na|no|pela|pelo)\s(?:the\s|la\s|der\s|l['’])?|[,(|–—]\s?|\s-\s",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\s{0,2}(?:\([^()]{0,40}\)\s{0,2})?(?:degree|studies|program|programme|student|major|diploma)?,?\s{0,2}(?:in|of|on|studying|majoring in|specializing in|specialising in|with a (?:major|specialization|concentration) in|en|de|em|im|auf)\s(?:the\s(?:field|area|fields|areas) of\s)?[*_]{0,2}",
    re.IGNORECASE,
)
_FIELD_END = re.compile(
    r"\s(?:at|from|with|under|where|which|who|advised|supervised|and\s(?:an?|my|the|his|her)|and\s(?=[\w.]{1,8}\.|[A-Z]{2,5}\s)|while|working|during|focus\w*|special\w+|by|for|on|to|as)\s"
    r"|\s?[.,;:(|–—@]\s?|\sin\s(?=the\s|\d|[A-Z][\w-]+\s(?:University|College|School|Institute))|\s(?=(?:19|20)\d\d)|$",
    re.IGNORECASE,
)
_GRADUATED = re.compile(
    r"(?<!\w)(?P<verb>graduated|graduating|graduate|alumnus|alumna|alumni|alum)\s(?:magna |summa |cum |laude |with (?:honors|honours|distinction) ){0,4}(?P<joint>from|of|at)\s",
    re.IGNORECASE,
)
_GRADUATED_WHEN = re.compile(r"(?<!\w)(?:I|he|she)\sgraduated\s(?:in|on)\s", re.IGNORECASE)
_STUDIED = re.compile(
    r"(?<!\w)(?P<verb>studied|studiere|studierte|studiert|étudie|étudié|estudio|estudié|estudia|estudo|estudei|studeer|studeerde|formado|formada|studying|study|studies|majored|majoring|major|attended|attending|attend|enrolled|enroled|read|pursuing|pursued|pursue|doing|completing)\s",
    re.IGNORECASE,
)
_TRAINING = re.compile(
    r"(?<!\w)(?P<level>undergraduate|undergrad|graduate|doctoral|master['’]?s?|bachelor['’]?s?|postgraduate|high[- ]school)\s(?:(?:studies|study|education|degree|training|work|years|career|program)\s)?"
    r"(?:(?:took place|were|was|is|are|in|[\w-]{1,20}|completed)\s){0,5}?(?:at|from)\s",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:pursuing|currently|now|am|working (?:on|towards?)|studying|['’]m|enrolled|is an?|doing|expected|will|nowadays|completing)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:received|earned|obtained|obtain|completed|holds?|hold|got|finished|graduated|did|was|had|awarded|have|has|earning|receiving|conferred|with|gemacht|abgeschlossen|absolviert|meinen?|mon|obtenu|obtuve|obtive)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:students?|students’|they|teach(?:es|ing)?|taught|supervis(?:e|ed|ing)|mentor(?:ed|ing)?|advis(?:e|ing)|offers?|program committee|recruiting|hiring|we are|you)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(r",?\s?where\s", re.IGNORECASE)
_LEVELS = (
    ("ph.d", Level.DOCTORATE), ("phd", Level.DOCTORATE), ("doctoral", Level.DOCTORATE), ("doctorate", Level.DOCTORATE), ("dphil", Level.DOCTORATE),
    ("master", Level.MASTER), ("m.s", Level.MASTER), ("msc", Level.MASTER), ("meng", Level.MASTER), ("mba", Level.MASTER), ("ms ", Level.MASTER), ("m.sc", Level.MASTER), ("m.eng", Level.MASTER),
    ("undergrad", Level.BACHELOR), ("bachelor", Level.BACHELOR), ("b.s", Level.BACHELOR), ("bsc", Level.BACHELOR), ("junior", Level.BACHELOR), ("senior", Level.BACHELOR), ("freshman", Level.BACHELOR), ("sophomore", Level.BACHELOR), ("bs ", Level.BACHELOR), ("b.tech", Level.BACHELOR), ("btech", Level.BACHELOR),
    ("high school", Level.SECONDARY), ("high-school", Level.SECONDARY),
)  # fmt: skip
_VISITING = re.compile(r"\b(?:visiting|exchange|erasmus)\b", re.IGNORECASE)


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


def studies(sentence: Sentence, previous: Sequence[Claim[Study]] = ()) -> Iterator[Claim[Study]]:
    """A claim for every study that the sentence says the subject is or was engaged in.

    `previous` are the studies told just before, which "I graduated in 2012" adds to.
    """
    text = sentence.text
    found = [*_as_student(sentence)]
    found += [told for told in _by_degree(sentence) if _apart(told, found)]
    found = _with_places(found, list(_by_verb(sentence)))
    found.sort(key=lambda told: told.start)
    for number, told in enumerate(found):
        if told.place is None:
            continue
        start = 0 if number == 0 else told.start
        if told.start < subordinate_end(text) <= len(text):
            start = told.start
        end = next((other.start for other in found[number + 1 :] if other.place is not told.place), len(text))
        yield _claim(sentence, told, period(sentence, start, max(end, told.end), told.tense, told_at=told.start))
    if previous and not any(told.place for told in found) and _GRADUATED_WHEN.search(text):
        stated = period(sentence, 0, len(text), Tense.PAST)
        last = previous[-1].fact
        if stated.end and last.end is None and not last.current:
            fact = last.model_copy(update={"end": stated.end, "evidence": (*last.evidence, sentence.evidence())})
            yield Claim(fact, "study in prose", (*previous[-1].scope, sentence.span()))


def _with_places(found: list[Told], verbs: list[Told]) -> list[Told]:
    """The studies, a degree without a school put to "graduated from": "graduated from A with a B.Sc. in C"."""
    for told in verbs:
        if not _apart(told, found):
            continue
        bare = next((i for i, other in enumerate(found) if other.place is None and other.degree), None)
        if bare is None or told.level or told.field:
            found.append(told)
        else:
            start, end = min(found[bare].start, told.start), max(found[bare].end, told.end)
            found[bare] = replace(found[bare], place=told.place, start=start, end=end)
    return found


def _apart(told: Told, found: Sequence[Told]) -> bool:
    return all(told.end <= other.start or other.end <= told.start for other in found)


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
        field=told.field,
        location=place.location if place else None,
        start=stated.start,
        end=stated.end,
        current=stated.current,
        evidence=(sentence.evidence(),),
    )
    return Claim(fact, "study in prose", (sentence.span(),))


@cache
def _level(text: str) -> Level | None:
    bare = fold(text).replace("’", "'") + " "
    found = [(at, level) for word, level in _LEVELS if (at := bare.find(word)) >= 0]
    return min(found)[1] if found else None


@cache
def _intentions() -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(word) for word in sorted(lexicon("intentions"), key=len, reverse=True)), re.IGNORECASE
    )


def _school(sentence: Sentence, start: int, end: int, *, first: bool = True) -> Place | None:
    """The first organization between two places of the sentence that can be where somebody studies."""
    text = sentence.text
    for joint in _AT.finditer(text, start, end):
        place = organization_at(text, joint.end(), sentence.links)
        if place is None or place.start >= end:
            continue
        school = is_school(place.name) or bool(place.unit and is_school(place.unit))
        linked = any(a <= place.start < b for a, b in sentence.links)
        word = joint[0].strip().casefold().removesuffix("the").strip()
        if school or is_known_organization(place.name) or organization_score(place.name) >= 3 or is_unit(place.name):
            if word not in ("with", "to") or school:
                return _whole(sentence, place, end)
        if word in ("at", "@", "from", "chez") and (linked or place.name[0].isupper()) and not is_place(place.name):
            return _whole(sentence, place, end)
    return None


def _whole(sentence: Sentence, place: Place, end: int) -> Place:
    """The place, and where it is only a unit, what a later "at" says it belongs to."""
    if (
        not is_unit(place.name)
        or is_known_organization(place.name)
        or is_school(place.name)
        and not is_unit(place.name)
    ):
        return place
    later = re.compile(r"\sat\s(?:the\s)?").search(sentence.text, place.end, min(place.end + 60, end))
    outer = organization_at(sentence.text, later.end(), sentence.links) if later else None
    return replace(outer, unit=outer.unit or place.name) if outer else place


def _field(text: str, position: int, end: int) -> str | None:
    joint = _FIELD.match(text, position, end)
    if not joint:
        return None
    stop = _FIELD_END.search(text, joint.end(), end)
    field = text[joint.end() : stop.start() if stop else end].strip(" *_.,")
    if (
        not field
        or len(field.split()) > 9
        or is_school(field)
        or fold(field.split()[0]) in ("the", "my", "a", "an", "which", "this")
    ):
        return None
    return field


# -- "I am a student" -------------------------------------------------------------------------------------------------


def _as_student(sentence: Sentence) -> Iterator[Told]:
    text = sentence.text
    for match in _STUDENT.finditer(text):
        start, words = _first(text, match)
        if (
            not _BE.search(text[:start])
            or _OTHERS.search(text[max(start - 40, 0) : start])
            or _hypothetical(text, start)
        ):
            continue
        what = f"{words} {match['noun']}".strip()
        limit = _clause_end(text, match.end())
        place = _school(sentence, match.end(), limit)
        if place is None and match["what"]:
            place = _school(sentence, start, match.start("noun")) or _joined(sentence, start)
        if "incoming" in what.casefold() or "prospective" in what.casefold():
            past = True
        else:
            past = bool(re.search(r"\b(?:was|as|were|became)\s(?:an?\s|the\s)?$", text[:start]))
        clues = degrees(words)
        level = Level.EXCHANGE if _VISITING.search(what) else (clues[0].level if clues else _level(what))
        yield Told(
            place,
            start,
            max(place.end if place else match.end(), match.end()),
            Tense.PAST if past else Tense.PRESENT,
            _written(words, clues[0]) if clues else None,
            level,
            _field(text, match.end(), limit) or _subject_studied(words, clues),
        )


def _subject_studied(words: str, clues: Sequence[DegreeClue]) -> str | None:
    """The field in "Computer Science student"."""
    rest = (words[: clues[0].start] if clues else words).strip(" -,*_")
    rest = re.sub(
        r"(?i)\b(?:undergraduate|graduate|undergrad|grad|bachelor['’]?s?|master['’]?s?|phd|doctoral|visiting|exchange|university|college|full-time|part-time|honou?rs?|current|\w+[- ]year)\b",
        "",
        rest,
    ).strip(" -,")
    return rest if rest and all(word[0].isupper() or word in ("and", "of", "&") for word in rest.split()) else None


def _joined(sentence: Sentence, end: int) -> Place | None:
    """The place before "as a … student"."""
    if not re.search(r"\sas\s(?:an?|the)\s$", sentence.text[:end]):
        return None
    found = None
    for joint in re.finditer(r"\b(?:join|joined|joining|at|in|with|visited|visiting)\s(?:the\s)?", sentence.text[:end]):
        place = organization_at(sentence.text, joint.end(), sentence.links)
        if place and place.end <= end:
            found = place
    return found


def _first(text: str, match: re.Match[str]) -> tuple[int, str]:
    """Where the words about the student begin, articles and the year of study left out; and these words."""
    begin = match.start("what") if match["what"] else match.start("noun")
    words = text[begin : match.start("noun")]
    for joint in re.finditer(r"(?:^|\s)(?:an?|the|am|is|was|as|I|my|currently|now|and)\s|['’]m\s", words):
        begin, words = begin + joint.end(), words[joint.end() :]
        return _first_after(text, begin, match)
    return (match.start("order") if match["order"] else begin), words.strip(" *_")


def _first_after(text: str, begin: int, match: re.Match[str]) -> tuple[int, str]:
    words = text[begin : match.start("noun")]
    again = re.search(r"(?:^|\s)(?:an?|the|am|is|was|as|I|my|currently|now|and)\s|['’]m\s", words)
    while again:
        begin, words = begin + again.end(), words[again.end() :]
        again = re.search(r"(?:^|\s)(?:an?|the|am|is|was|as|I|my|currently|now|and)\s|['’]m\s", words)
    return begin, words.strip(" *_")


def _hypothetical(text: str, position: int) -> bool:
    return bool(_intentions().search(text, max(position - 45, 0), position))


def _clause_end(text: str, position: int) -> int:
    stop = re.compile(
        r"[;!?]\s|,?\s(?:and|but|where|who)\s(?:I|he|she|was|am|is|have|had|also)\s|\s(?:I|he|she)\s|,\s(?:with an?|after|before|having)\s|\sand\san?\s"
    ).search(text, position)
    return stop.start() + 1 if stop else len(text)


# -- "a B.S. in … from …" ---------------------------------------------------------------------------------------------


def _by_degree(sentence: Sentence) -> Iterator[Told]:
    text = sentence.text
    clues = [clue for clue in _distinct(text, degrees(text)) if _is_own(text, clue)]
    told: list[Told] = []
    for number, clue in enumerate(clues):
        limit = clues[number + 1].start if number + 1 < len(clues) else _degree_end(text, clue.end)
        place = _school(sentence, clue.end, limit) or _before(sentence, clue.start)
        told.append(
            Told(
                place,
                clue.start,
                place.end if place and place.end > clue.end else clue.end,
                _degree_tense(text, clue),
                _written(text, clue),
                clue.level,
                _field(text, clue.start + len(_written(text, clue)), limit),
            )
        )
    yield from _shared(told)


def _written(text: str, clue: DegreeClue) -> str:
    """The degree with the dot that closes it: "B.S."."""
    dotted = text[clue.end : clue.end + 1] == "." and "." in text[clue.start : clue.end]
    return text[clue.start : clue.end + dotted]


def _distinct(text: str, clues: Sequence[DegreeClue]) -> list[DegreeClue]:
    kept: list[DegreeClue] = []
    for clue in clues:
        if (
            clue.level is not Level.OTHER
            and text[clue.start : clue.end].casefold() != "promotion"
            and (not kept or clue.start >= kept[-1].end)
        ):
            kept.append(clue)
    return kept


def _is_own(text: str, clue: DegreeClue) -> bool:
    """Whether a degree is one the subject has or is working for, not a thesis, a position or somebody else's."""
    after = fold(text[clue.end : clue.end + 28]).lstrip(" .’'s)")
    if after.startswith(tuple(lexicon("not_degrees"))) or re.match(r"(?:student|candidate)", after):
        return False
    before = text[max(clue.start - 70, 0) : clue.start]
    if _OTHERS.search(before) or _hypothetical(text, clue.start):
        return False
    return bool(
        _GOES_ON.search(before) or _DONE.search(text[max(clue.start - 140, 0) : clue.start]) or re.search(r"\b(?:my|his|her|for)\s(?:\w+\s)?$", before)
        or re.match(r"[^\w]{0,6}$", text[: clue.start])
        or re.search(r"(?:and|,|/|&)\s(?:an?\s|my\s|the\s)?$", before)
    )  # fmt: skip


def _degree_end(text: str, position: int) -> int:
    stop = re.compile(
        r"[;!?]\s|,?\s(?:and|but|where|who|while)\s(?:I|he|she|was|am|is|have|had|also)\b|\s(?:I|he|she)\s"
    ).search(text, position)
    return stop.start() + 1 if stop else len(text)


def _degree_tense(text: str, clue: DegreeClue) -> Tense:
    before = text[max(clue.start - 60, 0) : clue.start]
    on, done = list(_GOES_ON.finditer(before)), list(_DONE.finditer(before))
    if on and (not done or on[-1].start() > done[-1].start()):
        return Tense.PRESENT
    return Tense.PAST


def _before(sentence: Sentence, end: int) -> Place | None:
    """The school before "where I received …", or that the sentence begins with."""
    text = sentence.text
    where = None
    for where in _WHERE.finditer(text, 0, end):
        pass
    if where is None:
        return None
    found: Place | None = organization_at(text, 0, sentence.links)
    for joint in _AT.finditer(text, 0, where.start()):
        place = organization_at(text, joint.end(), sentence.links)
        if place and place.end <= where.start() and (is_school(place.name) or is_known_organization(place.name)):
            found = place
    return (
        found
        if found
        and found.end <= where.start()
        and (is_school(found.name) or is_known_organization(found.name) or found.name.isupper())
        else None
    )


def _shared(told: list[Told]) -> list[Told]:
    """Give the degrees that name no school the school of the next one: "B.S. in A and M.S. in B from C"."""
    whole = list(told)
    for number in range(len(whole) - 2, -1, -1):
        if whole[number].place is None and whole[number + 1].place is not None:
            whole[number] = replace(whole[number], place=whole[number + 1].place)
    return whole


# -- "studied … at", "graduated from" ---------------------------------------------------------------------------------


def _by_verb(sentence: Sentence) -> Iterator[Told]:
    text = sentence.text
    for match in _GRADUATED.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        if place and not _OTHERS.search(text[max(match.start() - 30, 0) : match.start()]):
            yield Told(place, match.start(), place.end, Tense.PAST)
    for match in _TRAINING.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        if place and not _hypothetical(text, match.start()) and not _OTHERS.search(text[: match.start()]):
            now = bool(
                re.search(
                    r"\b(?:is|are|am|currently|now)\b", match[0] + text[max(match.start() - 30, 0) : match.start()]
                )
            )
            yield Told(
                place, match.start(), place.end, Tense.PRESENT if now else Tense.PAST, None, _level(match["level"])
            )
    skip = subordinate_end(text)
    for match in _STUDIED.finditer(text):
        verb = match["verb"].casefold()
        before = text[max(match.start() - 40, 0) : match.start()]
        if (
            _hypothetical(text, match.start())
            or _OTHERS.search(before)
            or verb in ("pursuing", "pursued", "pursue", "doing", "completing", "read")
        ):
            continue
        if not re.search(
            r"(?:\bI|\bich|\bIch|\bJe|\bje|\by|\bund|\be|['’]m|\bam|\bhe|\bshe|\band|\bcurrently|\bnow|\bwas|\balso|^|[,–—-]|\b[A-Z]\w+)\s{0,2}$", before
        ):
            continue
        limit = _clause_end(text, match.end())
        direct = verb.startswith(("attend",))
        place = (
            organization_at(text, match.end(), sentence.links) if direct else _school(sentence, match.end() - 1, limit)
        )
        if (
            place is None
            or (direct and not is_school(place.name))
            or not (is_school(place.name) or is_school(place.unit or "") or is_known_organization(place.name))
        ):
            continue
        present = (
            verb in ("studiere", "studiert", "étudie", "estudio", "estudia", "estudo", "studeer", "studying", "study", "studies", "majoring", "attending", "attend", "major")
            and not re.search(r"\bwas\s$", before)
            or (verb.startswith("enrol") and "was" not in before)
        )
        yield Told(
            place,
            match.start(),
            place.end,
            Tense.PRESENT if present and match.start() >= skip else Tense.PAST,
            None,
            _level(text[match.end() : place.start]),
            _studied_field(text, match.end(), place.start),
        )


def _studied_field(text: str, start: int, end: int) -> str | None:
    piece = re.split(r"\s(?:at|in the|from|an|en|à|na|no|pela|pelo|aan|bei)\b", text[start:end])[0]
    piece = re.sub(r"^(?:in|for|the|a|my|on)\s", "", piece).strip(" ,.*_")
    piece = re.split(r"\bdegree in\s", piece)[-1]
    return piece if piece and len(piece.split()) <= 9 and not any(c.isdigit() for c in piece) else None
