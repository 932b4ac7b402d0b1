"""Studies and work told in Chinese, Japanese and Korean, where no spaces part the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from kg.extraction.lexicon import load
from kg.extraction.outline import Claim
from kg.extraction.prose.posts import posts
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense, period
from kg.extraction.words import has_asian
from kg.model import Level, Position, PositionKind, Study

_SIGN = "\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3"
# Without the signs of dates and the commonest small words, which stand before names and not in them.
_NAME = "\u3005\u30a0-\u30ff\u3400-\u5e73\u5e75-\u65e4\u65e6-\u6707\u6709-\u9fff\uac00-\ud7a3"
_LEVELS = {
    Level.DOCTORATE: ("博士", "박사"),
    Level.MASTER: ("硕士", "碩士", "修士", "研究生", "석사"),
    Level.BACHELOR: ("本科", "学士", "학사"),
}
_ENDED = ("毕业", "畢業", "卒業", "修了", "졸업", "曾")
# Said before a name, no part of it.
_LEADING = re.compile(r"(?:我们|我|现在|目前|曾经|曾|先后|主要|一直|获得|获|取得|现|任|为|在|于|是|就)+")
_NO_LEVEL = re.compile(r"博士后|[博硕]士?(?:研究)?生?导师|博导|硕导")  # posts named after degrees
_CLAUSE_END = re.compile(r"[，。；,;]")
_TAKEN = re.compile(r"[，,]\s?(?:并)?(?:获|取得|被授予|授予|得|(?=博士|硕士|本科))[^，。；,;]{0,20}")
_LATIN = re.compile(r"[A-Za-z][\w&. -]{1,40}")
_UNTIL_VERB = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?=[，。,；;、]|担任|任|工作|实习|从事|$)")


@cache
def _words() -> dict[str, list[str]]:
    return {name: sorted(words, key=len, reverse=True) for name, words in load("prose")["unspaced"].items()}


@cache
def _names() -> re.Pattern[str]:
    """The name of a school or firm: before its sign, after the sign of a Japanese firm, or before a verb."""
    words = _words()
    schools, firms = "|".join(words["schools"]), "|".join(words["firms"])
    return re.compile(
        rf"(?P<school>[{_NAME}]{{1,12}}?(?:{schools})院?)"
        rf"|(?P<firm>(?:株式会社|주식회사 ?)[{_SIGN}A-Za-z]{{1,14}}?(?=で|に|の|を|は|、|에)"
        rf"|[{_NAME}A-Za-z]{{1,12}}?(?:{firms})(?:{firms})?|(?<=在)[{_NAME}A-Za-z]{{2,10}}(?=实习|實習|工作|担任|任职)"
        r"|[\u30a0-\u30ffA-Za-z]{2,14}(?=(?:で|に)(?:働|勤務|入社|インターン))"
        r"|[\uac00-\ud7a3A-Za-z]{2,10}(?=에서 (?:근무|일하|인턴)))"
    )


@cache
def _leads() -> re.Pattern[str]:
    """What stands right before the name of a place of study or work."""
    words = _words()
    return re.compile(rf"(?P<studied>{'|'.join(words['studied'])})|(?P<worked>{'|'.join(words['worked'])})")


def unspaced(sentence: Sentence) -> Iterator[Claim[Any]]:
    """The studies and positions of a sentence written without spaces."""
    text = sentence.text
    if not has_asian(text):
        return
    held = list(posts(sentence))
    yield from held
    taken = [claim.scope[0] for claim in held]
    for claim in _by_names(sentence, text):
        if isinstance(claim.fact, Study) or not taken:
            yield claim


def _by_names(sentence: Sentence, text: str) -> Iterator[Claim[Any]]:
    """The studies and positions told by what stands right before and right after a name."""
    done = 0
    for lead in _leads().finditer(text):
        name = _after(text, lead.end())
        if name and lead.start() >= done:
            since, done = done, lead.end() + len(name)
            yield _claim(sentence, name, (since, lead.start(), done), study=lead["studied"] is not None)
    words = _words()
    for match in _names().finditer(text):
        told_before = _LEADING.match(match[0])
        begin = match.start() + (told_before.end() if told_before else 0)
        name = text[begin : match.end()].strip()
        if match.start() < done or not name or name in words["schools"]:
            continue
        rest = _NO_LEVEL.sub("", text[match.end() : match.end() + 14])
        study = match["school"] is not None and any(word in rest for word in words["after_study"])
        work = match["firm"] is not None and any(word in rest for word in words["after_work"])
        if study or work:
            since, done = done, match.end()
            yield _claim(sentence, name, (since, begin, match.end()), study=study)


def _after(text: str, position: int) -> str | None:
    """The name that begins at the position: one with a sign of its kind, in Latin letters, or before a verb."""
    if match := _names().match(text, position):
        return match[0]
    if latin := _LATIN.match(text, position):
        return latin[0].strip(" .")
    plain = _UNTIL_VERB.match(text, position)
    return plain[1] if plain else None


def _claim(sentence: Sentence, name: str, where: tuple[int, int, int], *, study: bool) -> Claim[Any]:
    """The claim of a name; `where` says from where on dates may be its own, where its telling begins and ends."""
    since, start, end = where
    text = sentence.text
    stop = _CLAUSE_END.search(text, end)
    last = stop.start() if study and stop else len(text)
    told = _NO_LEVEL.sub("", text[start : min(end + 40 if study else end + 16, last)].replace(name, " ", 1))
    goes_on = any(word in told or word in text[max(start - 5, since) : start] for word in _words()["ongoing"])
    goes_on = goes_on or (study and text[max(start - 1, 0) : start] == "是")
    tense = Tense.PRESENT if goes_on and not any(word in told for word in _ENDED) else Tense.PAST
    stated = period(sentence, max(start - 24, since), min(end + 24, last), tense)
    evidence, scope = (sentence.evidence(),), (sentence.span(),)
    if study:
        level = _level(told) or _level_before(text[since:start]) or _level(_taken(text, last))
        start_date = None if stated.start == stated.end else stated.start
        fact: Study | Position = Study(
            organization=name,
            level=level,
            start=start_date,
            end=stated.end,
            current=stated.current,
            evidence=evidence,
        )
        return Claim(fact, "study in prose", scope)
    kind = PositionKind.INTERNSHIP if any(word in told for word in _words()["internship"]) else PositionKind.JOB
    fact = Position(
        organization=name, kind=kind, start=stated.start, end=stated.end, current=stated.current, evidence=evidence
    )
    return Claim(fact, "employment in prose", scope)


def _level(told: str) -> Level | None:
    return next((level for level, signs in _LEVELS.items() if any(sign in told for sign in signs)), None)


def _level_before(told: str) -> Level | None:
    """The level that stands right before what leads to the school: "本科毕业于"."""
    lead = _leads().sub("", told).rstrip()
    return next((level for level, signs in _LEVELS.items() if lead.endswith(signs)), None)


def _taken(text: str, stop: int) -> str:
    """The clause after a study that tells which degree was taken: "…，获工学博士学位"."""
    clause = _TAKEN.match(text, stop)
    return clause[0] if clause else ""
