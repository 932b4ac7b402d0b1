"""Who advised, supervised, mentored or hosted the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from kg.extraction.clues import organization_score
from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.people.names import PersonName, people_at, person_at
from kg.extraction.prose.advice.inverse import named_before
from kg.extraction.prose.lexicon import advisor_roles, alternatives, is_advisor_label
from kg.extraction.prose.organizations import Place, organization_at, organizations_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.words import Opening, Wording, fold
from kg.gazetteers import skills
from kg.model import Advising

_REACH = 160
_OF_OTHERS = Wording(
    re.compile(
        r"\b(?:my|our|his|her|their) (?:own )?(?:[\w.'’-]{1,20} ){0,2}students?\b|\bstudents? (?:i|we)\b", re.IGNORECASE
    ),
    ("student", "students"),
)
_PLACE_AFTER = re.compile(r"\s?\((?=[^()]{0,60}\))|\s{0,2}(?:\([^()]{0,60}\))?,?\s{1,2}(?:at|from|in|of)\s")
_AND_TITLED = re.compile(
    r"\s{0,2},?\s(?:and|as well as|&)\s(?:with\s|by\s)?(?=(?:Prof|Dr|Professor)\b)|,\s(?=(?:Prof|Dr|Professor)\b)"
)
_AND_NAMED = re.compile(r"\s{0,2},?\s(?:and|as well as|&)\s(?:by\s)?(?=[A-Z])")
_IN_TRAINING = re.compile(
    r"\b(?:(?:b\.?sc|bachelor\w*)\b[^.;]{3,120}\bwhere i|post-?doc\w*|ph\.?d|doctoral|doctorate|thesis"
    r"|dissertation|visiting (?:scholar|student|researcher)|graduate student|master['’]?s? student"
    r"|stud(?:ied|ying)|trained|intern(?:ed|ing|ship)|fellow|research (?:intern|assistant))\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s?[(（]")
_SEVERAL = re.compile(
    r"(?:[\w-]{1,20}\s){0,4}(?:mentors|advisors|advisers|professors|supervisors|people|researchers|scientists),?\s"
    r"(?:including|such as|like|among them)\s"
)
_PLACE_BEFORE = re.compile(r"\b(?:at|in|of|to|from|for|with|within|joined|joining)\s|@\s?", re.IGNORECASE)
_ENTRIES = frozenset((SectionKind.EDUCATION, SectionKind.RESEARCH, SectionKind.EXPERIENCE))
_LABELLED = _ENTRIES | {SectionKind.ABOUT, SectionKind.PROJECTS, SectionKind.OTHER}
_GROUP_BEFORE = re.compile(r"\b(?:group|lab|laboratory|team)\s?$", re.IGNORECASE)
_OWNED_BY_NAME = re.compile(r"\w['’]s?\s$")
_OF_A_THING = re.compile(
    r"\W{0,6}(?:The|This|That)\s(?!thes[ie]s|dissertation|research|work|project|internship|ph\.?d|stud)[^,.;]{1,60}\s(?:is|was|are|were)\s"
)
_OF_THESIS = re.compile(r"\b(?:thes[ie]s|dissertation|thèse|tesis|tese|doctorate|ph\.?\s?d)\b", re.IGNORECASE)
_OF_PLAYERS = re.compile(
    r"(?:ensembles?|orchest\w+|chor|choir|band|quartett?|jury|company)\W{1,3}$", re.IGNORECASE
)  # who conducts it
_OF_THE_LAB = re.compile(
    r"\W{0,6}(?:The|This)\s[^,.;]{1,80}\s(?:is|was)\s(?:currently\s)?"
)  # says nothing of the subject
_GOES_ON = re.compile(r"\s[A-Z][a-z]")  # "Supervisor: Night Shift Team"
_BRACKETED = re.compile(r"\s?[(（][^()（）]{0,80}[)）]")
_BREAKS = frozenset("\t\n")  # "Example University⏎Supervisor: Ada Roe"
_ENDS_PIECE = re.compile(r"\s{0,2}(?:$|[\t\n,;|/)(]|[-–]\s)")
_RESEARCH_AND_TEACHING = re.compile(r"research (?:and|&|/) teaching", re.IGNORECASE)  # more than taught together
_HOST = re.compile(r"[(（](?:(?P<with>with|hosted by)\s(?=[A-Z])|(?=(?:Prof|Dr|Professor)\b))")
_HONORIFIC = re.compile(r"\b(?:Prof|Profa|Professors?|Profs|Drs?|Dra|Professeure?|Docteure?)\b\.?", re.IGNORECASE)
# How the triggers below begin that no lexicon lists; tests/extraction/test_gates.py shows where one is missing.
_BEGINNINGS = (
    *("first", "initially", "then", "later", "latterly"),
    *("my", "his", "her", "the", "under", "with", "w/", "for", "bei", "avec", "con", "work", "ph", "doctor", "thesis"),
    *(
        "dissertation",
        "postdoc",
        "graduate",
        "master",
        "stud",
        "associate",
        "mentee",
        "thèse",
        "doutorado",
        "tesis",
        "tese",
        "pupil",
        "assistant",
        "scholar",
        "fellow",
    ),
    *("researcher", "intern", "in", "at", "of", "join", "from", "to"),
)
_IS = (
    r"(?:\s(?:there|here|then|at the time))?(?:\s?[:：]\s?|\s[–—-]\s"
    r"|\s(?:is|are|was|were|has been|ist|sind|war|est|sont|était|es|son|é|è|being)\s"
    r"(?:also\s|currently\s|the\s(?:great|wonderful|amazing|late)\s)?|,\s|\s(?=\(?prof|\(?dr)|\s)"
)


@cache
def _triggers() -> Opening:
    """All that goes before an advisor's name, in one pattern, for a sentence in lower case."""
    words = {
        name: [phrase.lower() for phrase in load("advising")[name]]
        for name in ("by", "signs", "led", "roles", "modifiers")
    }
    roles = advisor_roles()
    pattern = re.compile(
        rf"(?<!\w)(?P<by>{alternatives(words['by'])})(?:\s?[:：])?\s{{1,3}}(?:my\s(?:{roles}),?\s)?"
        rf"|(?P<sign>{alternatives(words['signs'])})\s{{0,2}}"
        rf"|(?<!\w)(?P<role>(?:(?P<mine>my|his|her|the)\s(?:[\w.'’-]{{1,16}}\s){{0,2}})?(?:{roles})(?:\(s\))?)"
        rf"(?:\s(?:of|for)\s(?:the\s|my\s)?(?:\w{{1,12}}\s)?(?:thesis|dissertation|project|internship)"
        rf"|\s(?:at|in|from|there at)\s(?:the\s)?(?=[a-z])[\w&.'’ -]{{2,60}}?(?=\s(?:is|was|are|were)\s))?{_IS}"
        rf"|(?<!\w)(?P<led>{alternatives(words['led'])})\s"
        r"|(?<!\w)(?P<under>under|with|w/|for|bei|avec|con)\s(?:the\s)?"
        r"(?=\(?(?:emeritus|emerita|assistant|associate|full)?\s?\(?(?:prof|dr)(?:\b|s\b|essor))"
        r"|(?<!\w)(?P<plain>work(?:ing|ed|s)?(?:\sclosely)?\swith|(?:ph\.?\s?d\.?|doctorate|thesis|dissertation|postdoc|thèse|doctorat"
        r"|doctorado|tesis|tese|doutorado)\)?(?:\s(?:in|at|from|on|à|en|em)\s[^.;,()]{2,70}?)?\s(?:with|avec|con|com)|(?:first|initially|then|later|latterly)\swith"
        r"|(?:postdoc\w*|researcher|assistant|associate|fellow|scholar|intern)\swith"
        r"|(?:(?:ph\.?\s?d\.?|doctoral|graduate|master['’]?s)\s(?:student|candidate)|postdoc\w*)\sof|(?:student|mentee|pupil)\sof(?=\s(?:prof|dr))"
        r"|assistant\sto(?=\s(?:prof|dr))|(?:assistant|fellow|researcher|postdoc\w*|student|scholar|intern|associate)\s?[,–—-]"
        r"(?=\s(?:prof|dr)(?:\b|essor))|(?:fellow|postdoc\w*|scholar),\s[^.;()]{2,70}?,\swith|intern(?:ed|ing|ship)?\s(?:at|with)\s[^.;,()]{2,50}?\s(?:with|under)"
        r"|(?:stud(?:ied|ying)|to study)\s(?:[a-z-]{3,16}\s){0,3}(?:(?:at|in)\s[^.;,()]{2,60}?\s)?with"
        r"|(?:student|scholar|postdoc\w*|fellow|researcher|intern)\s(?:at|in)\s[^.;,()]{2,60}?\swith|under(?=\s[a-z]))\s"
        rf"|(?<!\w)(?P<within>in|at|of|join|joined|joining|from|to)\s(?:the\s)?(?=(?:[a-z]|\w{{1,12}}\.? ?[a-z]))"
    )
    return Opening(pattern, [*chain.from_iterable(words.values()), *_BEGINNINGS])


@cache
def _group() -> re.Pattern[str]:
    """The words "'s lab" right after a name."""
    groups = alternatives(load("advising")["groups"])
    return re.compile(
        rf"(?:\s?[(（][^()（）]{{1,40}}[)）])?\s?(?:['’]s?\s|\s)(?:[\w-]{{1,20}}\s){{0,2}}(?:{groups})(?!\w)"
        rf"|['’]s\s(?:[\w&()-]{{1,20}}\s){{3,7}}(?:{groups})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("advising")[name])


def advisors(sentence: Sentence, subject: str | None, *, training: bool = False) -> Iterator[Claim[Advising]]:
    """A claim for everybody who, the sentence says, advised the subject.

    `training` says that the sentences before tell of studies that go on: "I work with …" then names mentors.
    """
    text = sentence.text
    if sentence.section.kind is SectionKind.STUDENTS or "advising" not in sentence.matters or _OF_OTHERS.search(text):
        return
    done = -1
    for names, end in named_before(text, sentence.lower, sentence.links):
        for name in names:
            yield _claim(sentence, name.start, name, names, until=end)
    for match in _triggers().finditer(sentence.lower, sentence.lower):
        if match.start() < done:
            continue
        found = _after(sentence, match, subject, training=training)
        while found:
            for name in found:
                if not subject or fold(name.name) != fold(subject):
                    yield _claim(sentence, match.start(), name, found)
            done = found[-1].end
            found = _more(sentence, done, by=bool(match["by"]))
    yield from _in_brackets(sentence, done)


def _more(sentence: Sentence, end: int, *, by: bool) -> list[PersonName]:
    """The names that go on after the place of the last: "Prof. A at B and Dr. C at D"."""
    joint = _PLACE_AFTER.match(sentence.text, end)
    place = organization_at(sentence.text, joint.end(), sentence.links) if joint else None
    after = place.end + (sentence.text[place.end : place.end + 1] == ")") if place else 0
    again = _AND_TITLED.match(sentence.text, after) if place else None
    if again is None and place and by:  # "co-advised by A at B and C at D"
        plain = _AND_NAMED.match(sentence.text, after)
        named = people_at(sentence.text, plain.end(), sentence.links) if plain else []
        return named if named and _PLACE_AFTER.match(sentence.text, named[-1].end) else []
    return people_at(sentence.text, again.end(), sentence.links) if again else []


def _after(sentence: Sentence, match: re.Match[str], subject: str | None, *, training: bool) -> list[PersonName]:
    """The names after a trigger, as far as the trigger makes advisors of them."""
    text, at = sentence.text, match.end()
    kind = match.lastgroup
    if match["by"] and (_OF_A_THING.fullmatch(text[: match.start()]) or _OF_PLAYERS.search(text[: match.start()])):
        return []
    if match["by"] or match["sign"]:
        several = _SEVERAL.match(text, at)
        return people_at(text, several.end(), sentence.links) if several else people_at(text, at, sentence.links)
    if match["role"]:
        return _named_role(sentence, match, subject)
    if match["led"]:
        if _OF_THE_LAB.fullmatch(text[: match.start()]):
            return []
        if _OF_THESIS.search(text[: match.start()]):  # "My dissertation, On Mosses, directed by Ada Roe"
            return people_at(text, at, sentence.links)
        whole = match["led"].casefold().endswith((" of", " von", " de")) or bool(
            re.search(r"\b(?:group|lab|laboratory|team)\b", text[: match.start()], re.IGNORECASE)
        )
        found = people_at(text, at, sentence.links) if whole else []
        return [name for name in found if name.titled or " of " not in name.name]  # "Laboratory of Internet of Things"
    if match["under"]:
        entry = sentence.section.kind in _ENTRIES
        return people_at(text, at, sentence.links) if _tells_of_work(text, match, entry=entry) else []
    if match["plain"]:
        return _colleagues(sentence, match, training=training)
    if kind and match["within"]:
        name = person_at(text, at)
        return (
            [name]
            if name
            and (name.titled or " " in name.name)
            and _group().match(text, name.end)
            and not _is_group_name(text, name)
            else []
        )
    return []


def _colleagues(sentence: Sentence, match: re.Match[str], *, training: bool) -> list[PersonName]:
    """The people somebody in training says to work with, without a title before their names."""
    text = sentence.text
    works = match["plain"].casefold().startswith("work")
    if works and _set("together") & {fold(word) for word in text[: match.start()].split()[-6:]}:
        return []
    found = people_at(text, match.end(), sentence.links)
    if any(name.titled for name in found) and (works or found[0].titled):
        return found
    goes_on = training and match["plain"].casefold().startswith(("work with", "working with", "work closely"))
    if not goes_on and not _IN_TRAINING.search(text):
        return []
    return [name for name in found if not any(map(_is_technology, (name.name, *name.name.split())))]


def _is_technology(word: str) -> bool:
    term = skills().find(word)
    return term is not None and not term.ambiguous


def _is_group_name(text: str, name: PersonName) -> bool:
    """Whether the capitalised words before "lab" are the lab's own name rather than a person's."""
    return not name.titled and text[name.end : name.end + 1] not in ("'", "’")


def _named_role(sentence: Sentence, match: re.Match[str], subject: str | None) -> list[PersonName]:
    """The names after "my advisor is" or "Advisor:"; none where "advisor" is the subject's own role."""
    text = sentence.text
    separator = text[match.end("role") : match.end()]
    opens = (
        not text[: match.start()].strip(" *_-•·([").strip()
        or text[: match.start()].rstrip().endswith(("(", ",", ";", ".", "|", "-", "–"))
        or not _BREAKS.isdisjoint(
            sentence.line.text[sentence.start + match.start() - 1 : sentence.start + match.end("role")]
        )
    )
    if _OWNED_BY_NAME.search(text[: match.start()]):  # "Ada's advisor is"
        owner = text[: match.start()].rstrip().split()[-1].rstrip("s").rstrip("'’")
        return people_at(text, match.end(), sentence.links) if subject and owner in subject.split() else []
    if (
        not match["mine"]
        and not ((":" in separator or "：" in separator) and opens)
        and not (separator.strip() == "" and _HONORIFIC.match(text, match.end()))
        and not (
            separator.strip(" -–—") == ""
            and opens
            and _stand_alone(sentence, match.end(), dash=bool(separator.strip()))
        )
    ):
        return []
    if match["mine"] and match["mine"].casefold() == "the" and ":" not in separator:
        return []
    found = people_at(text, match.end(), sentence.links)
    if found and not match["mine"] and not found[-1].titled and _GOES_ON.match(text, found[-1].end):
        return found[:-1]
    return found


def _stand_alone(sentence: Sentence, at: int, *, dash: bool) -> bool:
    """Whether names of two words or more are all that follows a role in a piece of an entry: "P.I. Ada Roe".

    After a dash among jobs, an employer stands as often: "Mentor – Example Club".
    """
    text = sentence.text
    names = people_at(text, at, sentence.links) if sentence.section.kind in _ENTRIES else []
    sure = not dash or sentence.section.kind is SectionKind.EDUCATION or all(name.titled for name in names)
    last = names[-1].end if names else at
    bracket = _BRACKETED.match(text, last)
    return bool(names) and sure and _ENDS_PIECE.match(text, bracket.end() if bracket else last) is not None


def _tells_of_work(text: str, match: re.Match[str], *, entry: bool) -> bool:
    """Whether "with Prof. …" stands in a clause about the subject's work or study, not about things done together."""
    said = _RESEARCH_AND_TEACHING.sub("research", text[max(match.start() - _REACH, 0) : match.start()])
    before = [fold(word).strip(".,;:()'’*_") for word in said.split()]
    if match["under"].casefold() == "under" or (match["under"].casefold() == "with" and not before and entry):
        return True
    if not set(before) & _set("work"):
        return False
    last = [word for word in before if word in _set("work") or word in _set("together")]
    near = set(before[-6:]) & _set("together")
    return not near and bool(last) and (last[-1] in _set("work"))


def _in_brackets(sentence: Sentence, done: int) -> Iterator[Claim[Advising]]:
    """The hosts in brackets right after a place of study or research: "Example University (Prof. Ada Example)"."""
    text = sentence.text
    trained = _IN_TRAINING.search(text) is not None
    for bracket in _HOST.finditer(text) if "(" in text or "（" in text else ():
        if bracket["with"] and not trained:
            continue
        names = people_at(text, bracket.end(), sentence.links)
        if bracket.start() < done or not names:
            continue
        if (
            not bracket["with"]
            and sentence.section.kind not in _ENTRIES
            and not _GROUP_BEFORE.search(text, 0, bracket.start())
        ):
            continue
        if text[names[-1].end : names[-1].end + 1] in (")", "）", ",", ";"):
            for name in names:
                yield _claim(sentence, bracket.start(), name, names)


def _claim(
    sentence: Sentence, begin: int, name: PersonName, group: Sequence[PersonName], *, until: int = 0
) -> Claim[Advising]:
    """The claim about one of a group of advisors, told from `begin` to the name, or until something after it."""
    before = max(begin, group[0].start)  # "postdoc at A working with B" names the place inside what tells of it
    place = _after_name(sentence, name.end) or _place(sentence, before, max(group[-1].end, until))
    start, end = min(begin, name.start), max(name.end, until)
    fact = Advising(
        advisor=name.name,
        organization=place.name if place else sentence.context,
        unit=place.unit if place else None,
        evidence=(sentence.evidence(start, end),),
    )
    return Claim(fact, "advisor", (sentence.span(),))


def _after_name(sentence: Sentence, end: int) -> Place | None:
    """The organization in brackets after one name of a list."""
    bracket = _BRACKET.match(sentence.text, end)
    return organization_at(sentence.text, bracket.end(), sentence.links) if bracket else None


def _place(sentence: Sentence, begin: int, end: int) -> Place | None:
    """Where the advising happened: the organization right after the names, else the last one named before."""
    text = sentence.text
    group = _group().match(text, end)
    at = group.end() if group else end
    joint = _PLACE_AFTER.match(text, at)
    if joint and "(" not in joint[0] and (place := organization_at(text, joint.end(), sentence.links)):
        return place
    found = None
    for preposition in _PLACE_BEFORE.finditer(text, 0, begin):
        if found and preposition.start() < found.end:
            continue
        named = organizations_at(text, preposition.end(), sentence.links)
        places = [place for place in named if place.start + len(place.name) <= begin]
        if places:
            found = places[-1]
    return found


def without_short_forms(claims: Sequence[Claim[Advising]]) -> list[Claim[Advising]]:
    """The claims but those whose single-word name is the surname of somebody the document names in full."""
    surnames = {fold(claim.fact.advisor).split()[-1] for claim in claims if " " in claim.fact.advisor}
    return [claim for claim in claims if " " in claim.fact.advisor or fold(claim.fact.advisor) not in surnames]


def labelled_advisors(outline: Outline) -> Iterator[Claim[Advising]]:
    """The people in the cells of tables and records that a column or a key calls advisors."""
    for section in outline.sections:
        if section.kind not in _LABELLED:
            continue
        for line in section.lines:
            for label, (start, end) in zip(line.block.labels, line.cells, strict=False) if line.block.labels else ():
                if not is_advisor_label(label.rpartition(".")[2].rstrip(" 0123456789")):  # "advisor2"
                    continue
                for name in people_at(line.text[:end], start):
                    evidence = outline.evidence(line.span(start, name.end))
                    yield Claim(Advising(advisor=name.name, evidence=(evidence,)), "advisor", (line.span(),))


def listed_advisors(outline: Outline) -> Iterator[Claim[Advising]]:
    """The entries of a section that lists advisors or teachers ("Mentors", "Private teachers")."""
    for section in outline.sections:
        if section.heading is None or fold(section.heading.text).strip(" :：*_#") not in _set("headings"):
            continue
        for line in section.lines:
            text = line.text
            cells = line.cells
            stop = cells[0][1] if cells else len(text)
            names = [name for name in people_at(text[:stop], cells[0][0] if cells else 0) if name.end <= stop]
            place = next(
                (p for a, _ in cells[1:] if (p := organization_at(text, a)) and organization_score(p.name) > 1), None
            )
            for name in names:
                fact = Advising(
                    advisor=name.name,
                    organization=place.name if place else None,
                    evidence=(outline.evidence(line.span(0, len(text))),),
                )
                yield Claim(fact, "list of advisors", (line.span(),))
