"""Invented people: who worked where, studied what, and knows which tools, drawn from words.toml by a seed."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Month:
    """A month of a year, or a whole year where `month` is None."""

    year: int
    month: int | None

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)


@dataclass(frozen=True)
class Job:
    """A role; `end` is None while it lasts."""

    employer: str
    title: str
    place: str
    start: Month
    end: Month | None
    deeds: tuple[str, ...]


@dataclass(frozen=True)
class Degree:
    """A finished degree."""

    school: str
    degree: str
    level: str
    subject: str
    start: Month
    end: Month


@dataclass(frozen=True)
class Person:
    """An invented person; newest things first."""

    name: str
    language: str
    field: str
    jobs: tuple[Job, ...]
    degrees: tuple[Degree, ...]
    skills: tuple[str, ...]
    awards: tuple[str, ...]
    advisor: str | None

    @property
    def doctorate(self) -> Degree | None:
        """The doctorate, where there is one."""
        return next((degree for degree in self.degrees if degree.level == "doctorate"), None)


def invent(seed: int, language: str, field: str, *, months: bool) -> Person:
    """A person for a seed; the same seed gives the same person. `months` tells how precise the dates are."""
    chance = random.Random(seed)
    words = WORDS["fields"][field]
    skills = tuple(chance.sample(words["skills"], min(len(words["skills"]), chance.randint(4, 8))))
    degrees = _degrees(chance, language, words, months=months)
    name = WORDS["names"][language][seed % len(WORDS["names"][language])]
    advisor = chance.choice(WORDS["advisors"]["all"]) if any(d.level == "doctorate" for d in degrees) else None
    return Person(
        name,
        language,
        field,
        _jobs(chance, language, words, degrees[0].end.year, skills, months=months),
        degrees,
        skills,
        tuple(chance.sample(words["awards"], chance.randint(0, min(2, len(words["awards"]))))),
        advisor,
    )


def _month(chance: random.Random, year: int, *, months: bool) -> Month:
    return Month(year, chance.randint(1, 12) if months else None)


def _degrees(chance: random.Random, language: str, words: dict[str, Any], *, months: bool) -> tuple[Degree, ...]:
    ladder = {"bachelor": 0, "master": 1, "doctorate": 2}
    known = WORDS["degrees"].get(language) or words["degrees"]
    by_level = {level: [d for d in known if d[1] == level] for level in ladder}
    levels = [level for level in ladder if by_level[level]][: chance.randint(1, 3)]
    year, degrees = chance.randint(2004, 2012), []
    for level, school in zip(levels, chance.sample(WORDS["schools"]["all"], len(levels)), strict=True):
        degree, _, subject = chance.choice(by_level[level])
        length = {"bachelor": 3, "master": 2, "doctorate": 4}[level]
        start, end = _month(chance, year, months=months), _month(chance, year + length, months=months)
        degrees.append(Degree(school, degree, level, subject, start, end))
        year += length
    return tuple(reversed(degrees))


def _jobs(
    chance: random.Random, language: str, words: dict[str, Any], year: int, skills: tuple[str, ...], *, months: bool
) -> tuple[Job, ...]:
    jobs: list[Job] = []
    count = chance.randint(2, 4)
    employers = chance.sample(words["employers"], min(count, len(words["employers"])))
    titles = WORDS["titles"].get(language) or words["titles"]
    for number, employer in enumerate(employers):
        last = number == len(employers) - 1
        length = chance.randint(1, 4)
        deeds = tuple(
            deed.format(*chance.sample([*skills, *skills], 2)) if skills else deed
            for deed in chance.sample(words["deeds"], 2)
        )
        jobs.append(
            Job(
                employer,
                titles[(number + year) % len(titles)],
                chance.choice(WORDS["places"]["all"]),
                _month(chance, year, months=months),
                None if last and chance.random() < 0.6 else _month(chance, year + length, months=months),
                deeds if language == "en" else (),
            )
        )
        year += length
    return tuple(reversed(jobs))
