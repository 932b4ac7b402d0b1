"""Whom the subject advises or advised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.clues import degrees
from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Line, Outline, SectionKind
from kg.extraction.people.names import PersonName, people_at
from kg.extraction.prose.lexicon import alternatives
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.study.schools import level_of
from kg.model import Level, Student

_LABEL = re.compile(r"[^:：()]{1,40}[:：]\s{0,3}")
_COUNT = re.compile(
    r"\s{0,2}(?:(?:the following|the|several|many|two|three|four|five|\d{1,3})\s)?"
    r"(?:(?:ph\.?d\.?|doctoral|master['’]?s?|graduate|undergraduate|bachelor['’]?s?|msc)\s)?"
    r"(?:students?|researchers?|interns?|postdocs?|(?:thes[ie]s|dissertations?|projects?)\sof)?\s?"
    r"(?:,|:|such as|including|like)?\s{0,2}",
    re.IGNORECASE,
)


def listed_students(outline: Outline) -> Iterator[Claim[Student]]:
    """The names at the head of the entries of a section about students."""
    for section in outline.sections:
        if section.kind is not SectionKind.STUDENTS:
            continue
        heading = section.heading.text if section.heading else ""
        for line in section.lines:
            for name in _names(line):
                level = _level(line.text[name.end :]) or _level(line.text[: name.start]) or _level(heading)
                yield _student(outline, line, name, level)


def _names(line: Line) -> list[PersonName]:
    links = tuple((inline.start, inline.end) for inline in line.inlines)
    label = _LABEL.match(line.text)
    return people_at(line.text, 0, links) or (people_at(line.text, label.end(), links) if label else [])


def _level(text: str) -> Level | None:
    if found := level_of(text):
        return found
    clues = degrees(text[:200])
    return clues[0].level if clues else None


def _student(outline: Outline, line: Line, name: PersonName, level: Level | None) -> Claim[Student]:
    fact = Student(name=name.name, level=level, evidence=(outline.evidence(line.span(name.start, name.end)),))
    return Claim(fact, "student", (line.span(),))


@cache
def _advises() -> re.Pattern[str]:
    phrases, verbs = (alternatives(load("advising")[name]) for name in ("advises", "verbs"))
    subject = r"(?:I|he|she)\s(?:have\s|has\s|also\s|currently\s|previously\s|am\s|is\s|was\s){0,3}"
    return re.compile(rf"(?<!\w)(?:{phrases}|{subject}(?:{verbs})(?=\s))", re.IGNORECASE)


def students(sentence: Sentence) -> Iterator[Claim[Student]]:
    """Students named in prose: "I advise Ada Example and Bob Example"."""
    text = sentence.text
    if "students" not in sentence.matters:
        return
    for match in _advises().finditer(text):
        skip = _COUNT.match(text, match.end())
        at = skip.end() if skip else match.end()
        for name in people_at(text, at, sentence.links):
            if " with " in text[at : name.start]:  # "I co-advise Ada Example with Bob Example"
                break
            level = _level(text[match.start() : name.start])
            fact = Student(name=name.name, level=level, evidence=(sentence.evidence(match.start(), name.end),))
            yield Claim(fact, "student", (sentence.span(),))
