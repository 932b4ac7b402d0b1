"""Posts that Chinese biographies list, clause by clause: "云溪大学副教授，博士生导师", "2016年至2018年任…博士后"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.clues import is_known_organization, organization_score
from kg.extraction.kinds import position_kind
from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, SectionKind
from kg.extraction.people.names import is_person
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense, period
from kg.model import Position

_CLAUSE = re.compile(r"(?:[^，。；;,（(）)、]|[（(][^（）()]{0,60}[)）])+")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_ASIDE = re.compile(r"[男女]|\d{4}年.*[生人]|汉族|博士|工学博士|理学博士|博士生导师|硕士生导师")
_SCHOOL = re.compile(r"(.{2,12}?大[学學])(.{2,16})$")
_LATIN_TAIL = re.compile(r"(?<=[\u3400-\u9fff])[A-Za-z-]{2,12}$")

_LONGEST = 60


@cache
def _words() -> dict[str, list[str]]:
    listed: dict[str, list[str]] = load("prose")["posts"]
    return listed


@cache
def _post() -> re.Pattern[str]:
    """A whole clause: its time, what leads to the post, the organization and the post."""
    words = {name: "|".join(sorted(listed, key=len, reverse=True)) for name, listed in _words().items()}
    day = r"\d{4}年?(?:\d{1,2}月)?"
    time = rf"(?:自|从|于)?(?:{day}(?:[至到—–~-]{{1,2}}(?:{day}|今))?(?:起|以来|间)?[，,]?)?"
    return re.compile(
        rf"\s*(?P<time>{time})(?P<lead>(?:{words['leads']}){{0,3}})(?P<where>[^，。；]{{0,30}}?)(?:{words['joints']})?"
        rf"(?P<title>(?:{words['before']}){{0,2}}(?:{words['titles']}))\s*"
    )


@cache
def _gate() -> tuple[str, ...]:
    return tuple(_words()["titles"])


def posts(sentence: Sentence) -> Iterator[Claim[Position]]:
    """The posts of a sentence in Chinese; one without an organization only beside the name that it is told of."""
    text = sentence.text
    if not any(title in text for title in _gate()):
        return
    introduced = False
    for clause in _CLAUSE.finditer(text):
        words = _BRACKETS.sub("", clause[0]).strip()
        introduced = introduced or (clause.start() == 0 and is_person(words))
        if len(words) > _LONGEST or _ASIDE.fullmatch(words):
            continue
        said = _post().fullmatch(words)
        if said is None or (not said["where"] and not introduced):
            continue
        where = said["where"]
        name, unit = _parted(where)
        if where and not (is_known_organization(name) or organization_score(_LATIN_TAIL.sub("", name)) >= 4):
            continue
        tense = _tense(said)
        stated = period(sentence, clause.start(), clause.end(), tense)
        fact = Position(
            organization=name or None,
            unit=unit,
            title=said["title"],
            kind=position_kind(said["title"], (), SectionKind.OTHER),
            start=stated.start,
            end=stated.end,
            current=stated.current,
            evidence=(sentence.evidence(clause.start(), clause.end()),),
        )
        yield Claim(fact, "employment in prose", (sentence.span(clause.start(), clause.end()),))


def _parted(where: str) -> tuple[str, str | None]:
    """The university and its department, where one name says both."""
    school = _SCHOOL.match(where)
    return (school[1], school[2]) if school else (where, None)


def _tense(said: re.Match[str]) -> Tense:
    """Whether a post goes on: by what leads to it, else where it is none that people hold for some time only."""
    words = _words()
    if any(word in said["lead"] for word in words["past"]):
        return Tense.PAST
    if any(word in said["lead"] for word in words["present"]) or said["time"].endswith(("起", "今", "以来")):
        return Tense.PRESENT
    return Tense.PAST if said["time"] or said["title"].endswith(tuple(words["for_a_time"])) else Tense.PRESENT
