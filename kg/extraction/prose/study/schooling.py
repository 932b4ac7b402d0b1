"""Studies told by a verb: "graduated from …", "studied … at …", "my undergraduate studies at …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.clues import degree_words, is_area, is_known_organization, is_place, is_school
from kg.extraction.prose.lexicon import lexicon, small_words
from kg.extraction.prose.organizations import organization_at, past_town
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.study.schools import (
    Told,
    clause_end,
    further_schools,
    is_place_of_study,
    level_of,
    of_others,
    school,
)
from kg.extraction.prose.times import Tense, subordinate_end
from kg.extraction.words import fold
from kg.model import Level

_GRADUATED = re.compile(
    r"(?<!\w)(?P<who>graduated|graduating|graduate|alumnus|alumna|alumni|alum|passed out|dropped out)\s"
    r"(?:magna |summa |cum |laude |with (?:[\w-]{2,12} ){0,2}(?:honors|honours|distinction|class) ){0,4}"
    r"(?:in (?:the )?(?:\w+ )?(?:of )?(?:19|20)\d\d,? )?"
    r"(?:(?:in )?(?-i:(?P<field>[A-Z][a-z]{3,20}(?: (?:[A-Z][a-z]+|and|&)){0,3}) ))?(?:from|of|at|(?(field)in|from))\s",
    re.IGNORECASE,
)
_PROGRAM_AT = re.compile(
    r"the\s(?P<field>[^.,;()]{3,60}?)\s(?:program|programme|course)\s(?:at|of)\s(?:the\s)?(?=[A-Z])"
)
_TRAINING = re.compile(
    r"(?<!\w)(?P<level>(?:my|his|her)(?=\s(?:university\s|college\s)?studies)|undergraduate|undergrad|graduate|doctoral|master['’]?s?|bachelor['’]?s?|postgraduate"
    r"|high[- ]school)\s"
    r"(?:(?:university\s|college\s)?(?:studies|study|education|degree|training|work|years|career|program)\s"
    r"|(?=at\s|from\s|in\s[A-Z]|(?:happened|took place|was|were)\s))"
    r"(?:(?:took place|happened|were|was|is|are|in|[\w-]{1,20}|completed)\s){0,10}?(?:at|from)\s",
    re.IGNORECASE,
)
_SCHOOLED = re.compile(
    r"(?<!\w)(?:finished|completed|did|had|received|attended|passed)\s"
    r"(?:(?:my|his|her|the|high|primary|secondary|elementary|senior|basic|early|all)\s){0,3}"
    r"(?:schooling|school|(?:school|secondary) education|1[02]th(?: grade| standard| class)?|matriculation|intermediate"
    r"|a[- ]levels|abitur|baccalaur[ée]ate?)\s(?:(?:in|with)\s[^.;,]{2,40}?\s)?(?:at|from|in)\s(?:the\s)?",
    re.IGNORECASE,
)
_DEFENDED = re.compile(
    r"\b(?:defended|wrote|completed|finished|submitted)\s(?:my|his|her)\s(?P<level>[\w.’'-]{2,14})\s(?:thesis|dissertation)\s"
    r"(?:[(“\"][^()]{3,160}?[)”\"],?\s|[\w-]{1,20}\s){0,8}?(?:at|from)\s"
)
# "Studium der Physik an der Universität A", "études de droit à l'Université A"; "Ancienne élève de A"
_NOMINAL = re.compile(
    r"(?<!\w)(?:(?P<doctorate>[Pp]romotion|[Dd]oktoratsstudium)|[\w-]{0,20}(?:[Ss]tudium|[Aa]usbildung)|[Éé]tudes"
    r"|[Ee]studios|[Ee]studos|[Ss]tudi)\s(?:universitaires\s|supérieures\s|universitarios\s)?"
    r"(?:(?:der|des|in|im Fach|im|von|de|du|des|d['’]|di|em|en)\s?(?!la\s|el\s|der\s)"
    r"(?P<field>[^\W\d_][^.;,()]{2,60}?)\s)?"
    rf"(?:(?:{small_words('study')})\s|(?:à l|all|dell)['’])(?:la\s|der\s|l['’])?",
)
_ALUMNUS = re.compile(
    r"(?<!\w)(?:[Aa]ncien(?:ne)?s? (?:élève|étudiante?)|[Ee]x-?alumn[oa]|[Ee]x-?alun[oa]|[Ee]x alliev[oa]"
    r"|[Aa]bsolvent(?:in)?|[Ee]gresad[oa]|[Aa]lumn[ao])"
    r"\s(?:de la|de|del|der|des|du|da|do|dell['’]|della|d['’]|von der)\s?(?:l['’])?"
)
_IN_FIELD = re.compile(r"\sin\s([A-Z][\w&-]*(?:\s(?:and\s|of\s|&\s)?[A-Z][\w&-]*){0,5})\s(?:at|from)\s$")
_ABROAD = re.compile(
    r"(?<!\w)(?:(?:exchange|semester|year|term)\s(?:semester|year|program|programme|abroad|student)\s(?:abroad\s)?"
    r"|(?P<degree>degrees?)\s(?:in\s(?P<field>[^.,;()]{2,50}?)\s)?)(?:at|from)\s",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"(?<!\w)(?P<verb>studied|studying|study|studies|majored|majoring|major|attended|attending|attend|enrolled|enroled"
    r"|studiere|studierte|studiert|étudie|étudié|estudio|estudié|estudia|estudo|estudei|estudiando|estudando|cursando|formei|formou|studeer|studeerde|formado|formada|trained|educated|studio|studiato|laureata?o?|laureato|diplômée?|promoviere|promovierte|formé|formée|licenciado|licenciada|graduado|graduada"
    r"|gradué|egresado|egresada|doctora?|doutora?|aluno|aluna|alumno|окончила?|закончила?|учусь|обучаюсь|училась|учился)\s",
    re.IGNORECASE,
)
# What one studies as a researcher, with whom: no field.
_RESEARCHED = re.compile(
    r"(?:how|whether|why|what|which)\s|.*?\b(?:in collaboration|together|jointly) with\b", re.IGNORECASE
)
_FOR_DEGREES = re.compile(
    r",?\s(?:during|for|as part of|in)\s(?:both\s)?(?:my|his|her|the)\s(?P<first>[\w.'’]{2,14})"
    r"(?:\s(?:studies|degree))?"
    r"(?:,?\s(?:and|&)\s(?:(?:my|his|her|the)\s)?(?P<second>[\w.'’]{2,14}))?\s(?:degrees?|stud(?:y|ies)|years|programs?)\b"
)
_BY_SUBJECT = re.compile(
    r"(?:\b(?:[Jj]['’]ai|[Ii]l a|[Ee]lle a"
    r"|been|be|have|has|had|estoy|estou|está|sto|since|I|[Ii]ch|[Jj]e|sono|soy|sou|suis|bin|ha|ho|[Mm]e|fui|[Ff]ue|[Ff]oi|[Ee]s|[ÉéÈè]|ist|[Ee]st|[Hh]at|[Hh]a|[Hh]o|я|y|und|e|am|he|she|and|currently|now|was|also|[A-Z]\w+)|['’]m|^|[,–—-])\s{0,2}$"
)
_WENT = re.compile(
    r"(?:^\W{0,6}|(?<!\w)(?:I|[Hh]e|[Ss]he|and|then|before|after|later|[A-Z]\w+)\s)(?:then\s|later\s|also\s)?"
    r"(?:(?:[Ww]ent|[Mm]oved|[Cc]ame|[Rr]eturned|[Hh]eaded|[Tt]ransferred|going|moving|returning|transferring)"
    r"\s(?:back\s|on\s)?to|[Jj]oined)\s"
    r"(?:(?P<school>college|university|grad(?:uate)? school|(?:high |law |medical )?school)\s(?:at|in)\s)?"
)
_FOR_STUDY = re.compile(
    r",?\s(?:for|to (?:do|pursue|study for|complete|start|get|earn|begin|read for)|to (?:study|read|major in)"
    r"(?=\s(?P<field>[^.,;()]{2,50}?)(?:[.,;()]|\s(?:from|in|and|before|until|where|under|with)\b|$)))"
    r"\s(?:(?:my|an?|his|her|the)\s)?(?P<what>[\w.’'-]+(?:\s[\w.’'-]+){0,2})"
)
_CLASS = re.compile(
    r",?\s?\(?\b[Cc]lass of (?=['’]?\d\d)|\s(?=['’]\d\d(?!\d))"
    r"|\s(?:alumnus|alumna|alumni|alum|grad|graduate)\b(?=\s?[,.|;!)]|\s(?:and|with|who)|$)"
)
_NAME_BEFORE = re.compile(r"((?:(?:[A-Z][\w.&’'-]*|of|at|the)\s){0,6}[A-Z][\w.&’'-]*)$")
_FIELD_AT = re.compile(r"\W{0,6}([A-Z][\w&+]*(?:\s[A-Z&][\w&+]*){0,4})\s(?:@|at)\s")
_REACH = 90
_BEGAN = re.compile(r"\b(?:began|begun|started?|commenced)\s(?:my|his|her)?\s?$")
_NOW = re.compile(r"\b(?:is|are|am|currently|now|taking|doing|pursuing)\b")
_FIELD_END = re.compile(
    r"\s@|\sunder\s|\sand\sminored\b"
    r"|\s(?:at|in the|from|an|en|à|na|no|pela|pelo|aan|bei|de la|all|presso|von)\b|\sin\s*$"
)
_FIELD_START = re.compile(r"(?:(?:in|for|the|a|my|on|em|en|im|de|der|la|le|les)\s|l['’])")
_EMPTY = frozenset(
    (
        "at the",
        "at",
        "the",
        "in the",
        "in",
        "an der",
        "an",
        "la",
        "l'",
        "l’",
        "le",
        "el",
        "de",
        "de la",
        "der",
        "all",
        "в",
        "во",
    )
)
_YEARS = re.compile(r"(?:\w+\s)?\d{4}\s?(?:bis|à|al?|to|and|y|e|et|und|hasta|até|–|-)\s?\d{4}\s")
_ACRONYM = re.compile(r"(?:[\w&]{2,20}\s){1,5}at\s(?:the\s)?([A-Z]{3,6})(?=[,.;]|\s(?:in|and|from|where)\s|$)")
_WILL = re.compile(r"(?:\bwill|['’]ll)\s(?:be\s)?$")
_INVERTED = re.compile(r"(?:ich|er|sie|ik|hij|zij|jeg|jag)\s")
_HAS_STUDIED = re.compile(
    r"\b(?:habe|hat|haben|wurde|wurden)\s(?:[^.,;]{0,40}?\s)?(?:an der|an|am|in)\s(?:der\s)?(?=[A-ZÄÖÜ])"
)
_STUDIED_THERE = re.compile(r"\s(?:[^.;,]{0,40}?\s)?(studiert|promoviert)\b")
_DEGREE_IN = re.compile(r"\bdegree in\s")
# What was studied next, and where: physics at one school and music at another.
_AND_STUDIED = re.compile(
    r"(?:\s?\([^()]{1,30}\))?,?\s(?:and|then)\s(?:later\s|then\s)?"
    r"(?P<field>(?!(?:now|currently|later|also|work\w*|am|was|is|did|got|have|had|taught|teach\w*|live\w*|moved|spent|had)\b)"
    r"[a-z][\w&-]{2,20}(?:\s[\w&-]{2,20}){0,3}?)"
    r"\s(?:at|in)\s(?:the\s)?(?=[A-Z])"
)
_CLAUSE = re.compile(r"\s(?:I|he|she|we)\s")  # "during my studies I interned at A"
_MOST_FIELD_WORDS = 9


def by_verb(sentence: Sentence) -> Iterator[Told]:
    """Every school that a verb or noun of studying leads to."""
    text = sentence.text
    yield from _field_alone(sentence)
    if "schooling" not in sentence.matters:
        return
    for match in _GRADUATED.finditer(text):
        program = _PROGRAM_AT.match(text, match.end())
        place = organization_at(text, program.end() if program else match.end(), sentence.links)
        fits = place and (not match["who"].casefold().startswith("alum") or is_school(place.name))
        if place and fits and not of_others(text, match.start() - 30, match.start()):
            subject = match["field"] or (program and program["field"])
            finished = Told(place, match.start(), place.end, Tense.PAST, field=subject)
            yield from _listed(sentence, finished)
    for match in _TRAINING.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        if place and not of_others(text, 0, match.start()) and not _CLAUSE.search(match[0]):
            now = _NOW.search(text, max(match.start() - 30, 0), match.end())
            began = _BEGAN.search(text, max(match.start() - 20, 0), match.start())
            tense = Tense.BEGAN if began else Tense.PRESENT if now else Tense.PAST
            named = _IN_FIELD.search(match[0])
            subject = named[1] if named and not is_place(named[1]) else None
            yield Told(place, match.start(), place.end, tense, None, level_of(match["level"]), subject)
    for match in _SCHOOLED.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        if place and is_school(place.name) and not of_others(text, match.start() - 40, match.start()):
            yield Told(place, match.start(), place.end, Tense.PAST, None, Level.SECONDARY)
    for match in _DEFENDED.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        if place and is_school(place.name) and not of_others(text, match.start() - 40, match.start()):
            degree = match["level"] if degree_words(match["level"]) else None
            yield Told(place, match.start(), place.end, Tense.PAST, degree, level_of(match["level"]))
    yield from _nominal(sentence)
    yield from _abroad(sentence)
    yield from _went(sentence)
    yield from _of_class(sentence)
    for match in _HAS_STUDIED.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        said = _STUDIED_THERE.match(text, place.end) if place else None
        if place and said:
            field = _field(_YEARS.sub("", match[0].split(" ", 1)[1]))
            level = Level.DOCTORATE if said[1].startswith("promo") else None
            yield Told(place, match.start(), said.end(), Tense.PAST, None, level, field)
    for match in _STUDIED.finditer(text):
        if told := _studied(sentence, match):
            yield from _for_degrees(text, told) or _listed(sentence, told)


def _for_degrees(text: str, told: Told) -> list[Told]:
    """The study once for each level after it: "studied botany at A for my bachelor's and master's degrees"."""
    said = _FOR_DEGREES.match(text, told.end)
    levels = [_degree_level(word) for word in said.groups() if word] if said else []
    if said is None or not all(levels):
        return []
    more = [replace(told, start=said.start("second"), end=said.end(), level=level) for level in levels[1:]]
    return [replace(told, level=levels[0]), *more]


def _degree_level(word: str) -> Level | None:
    return level_of(word) or next((clue.level for clue in degree_words(word)), None)


def _field_alone(sentence: Sentence) -> Iterator[Told]:
    """The school of a line that begins with nothing but a field: "CS @ Example University"."""
    at = _FIELD_AT.match(sentence.text)
    if at and (is_area(at[1]) or (at[1].isupper() and len(at[1]) < 5)):
        place = organization_at(sentence.text, at.end(), sentence.links)
        if place and is_school(place.name):
            yield Told(place, at.start(1), place.end, Tense.PAST, None, None, at[1])


def _listed(sentence: Sentence, told: Told) -> Iterator[Told]:
    """The study, and one more for each school that "and" adds to its own."""
    yield told
    further = _AND_STUDIED.match(sentence.text, told.place.end) if told.place and told.field else None
    other = organization_at(sentence.text, further.end(), sentence.links) if further else None
    if further and other and is_school(other.name):
        yield replace(told, place=other, start=further.start("field"), end=other.end, field=further["field"])
        return
    if told.place and is_school(told.place.name):
        for place in further_schools(sentence, told.place):
            yield replace(told, place=place, start=place.start, end=place.end)


def _nominal(sentence: Sentence) -> Iterator[Told]:
    """The schools of "Studium der Physik an der Universität A" and of "ancienne élève de l'École A"."""
    text = sentence.text
    for match in (*_NOMINAL.finditer(text), *_ALUMNUS.finditer(text)):
        place = organization_at(text, match.end(), sentence.links)
        if place and is_school(place.name) and not of_others(text, match.start() - 40, match.start()):
            told = match.groupdict()
            level = Level.DOCTORATE if told.get("doctorate") else None
            yield Told(place, match.start(), place.end, Tense.PAST, None, level, told.get("field"))


def _went(sentence: Sentence) -> Iterator[Told]:
    """The schools of "went to A for my PhD", "went to college at A"."""
    text = sentence.text
    for match in _WENT.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        purpose = _FOR_STUDY.match(text, past_town(text, place.end)) if place else None
        moved = "ransferred" in match[0]
        if place is None or not is_school(place.name) or not (purpose or match["school"] or moved):
            continue
        words = purpose["what"] if purpose else match["school"] or ""
        subject = purpose["field"] if purpose else None
        clues = () if subject else degree_words(words)
        if not of_others(text, match.start() - 40, match.start()):
            level = clues[0].level if clues else None if subject else level_of(words)
            end = purpose.end() if purpose else place.end
            tense = Tense.BEGAN if moved else Tense.PAST
            yield Told(place, match.start(), end, tense, None, level, subject)


def _of_class(sentence: Sentence) -> Iterator[Told]:
    """The school before "class of 2024", and the one whose alumnus somebody is: "Example College alumna"."""
    text = sentence.text
    for match in _CLASS.finditer(text):
        first = max(match.start() - _REACH, 0)
        run = _NAME_BEFORE.search(text[first : match.start()])
        place = organization_at(text, first + run.start(1), sentence.links) if run else None
        if place and is_school(place.name) and place.end == match.start():
            yield Told(place, place.start, match.end(), Tense.PAST)


def _abroad(sentence: Sentence) -> Iterator[Told]:
    """The schools of "an exchange semester at …" and of "a degree in … from …", which names no level."""
    text = sentence.text
    for match in _ABROAD.finditer(text):
        place = organization_at(text, match.end(), sentence.links)
        if place and is_school(place.name) and not of_others(text, match.start() - 40, match.start()):
            level = None if match["degree"] else Level.EXCHANGE
            degree = match["degree"] if match["degree"] == "degree" else None
            yield from _listed(
                sentence, Told(place, match.start(), place.end, Tense.PAST, degree, level, match["field"])
            )


def _studied(sentence: Sentence, match: re.Match[str]) -> Told | None:
    text = sentence.text
    verb = match["verb"].casefold()
    before = text[max(match.start() - 40, 0) : match.start()]
    inverted = _INVERTED.match(text, match.end())
    if of_others(text, match.start() - 40, match.start()) or not (
        inverted or _BY_SUBJECT.search(before) or not any(c.isalnum() for c in before)
    ):
        return None
    if match["verb"] == "Studies" and any(c.isalnum() for c in before):  # "director of Tide Studies at A"
        return None
    if verb.startswith(("attend", "окончи", "закончи")):
        place = organization_at(text, match.end(), sentence.links)
        likely = place is not None and is_school(place.name)
    else:
        place = school(sentence, match.end() - 1, clause_end(text, match.end()))
        likely = place is not None and (is_place_of_study(place.name) or is_school(place.unit or ""))
        if not likely and (short := _ACRONYM.match(text, match.end())):  # "studied psychology at OSC"
            place = organization_at(text, short.end() - len(short[1]), sentence.links)
            likely = place is not None and place.name == short[1] and not is_known_organization(place.name)
    if place is None or not likely:
        return None
    was = before.rstrip().endswith("was")
    goes_on = (
        (fold(verb) in lexicon("present_studies") or verb.startswith("enrol"))
        and not (was or before.rstrip().endswith(("'ai", "’ai", " a")))
        and match.start() >= subordinate_end(text)
    )
    middle = text[inverted.end() if inverted else match.end() : place.start]
    if verb.startswith("stud") and _RESEARCHED.match(middle):
        return None
    tense = Tense.BEGAN if _WILL.search(before) else Tense.PRESENT if goes_on else Tense.PAST
    level = Level.DOCTORATE if verb.startswith("promov") else level_of(middle)
    field = None if verb.startswith("attend") else _field(_YEARS.sub("", middle))
    return Told(place, match.start(), place.end, tense, None, level, field)


def _field(words: str) -> str | None:
    """The field between the verb and the school."""
    piece = _FIELD_END.split(words)[0]
    piece = _DEGREE_IN.split(_FIELD_START.sub("", piece, count=1) if _FIELD_START.match(piece) else piece)[-1].strip(
        " ,.*_"
    )
    if fold(piece) in _EMPTY or piece.startswith("as ") or _INVERTED.fullmatch(f"{fold(piece)} "):
        return None
    return piece if piece and len(piece.split()) <= _MOST_FIELD_WORDS and not any(c.isdigit() for c in piece) else None
