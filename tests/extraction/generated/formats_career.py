"""Whole careers, and the facts they state: what every format of a page renders in its own way."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from generated import Fact, dates, names

T = TypeVar("T")

SKILLS = {
    "Languages": ("Python", "Java", "TypeScript", "Rust", "C++", "SQL", "JavaScript", "Kotlin", "Scala"),
    "Frameworks": ("React", "Django", "Flask", "Spring Boot", "Angular", "FastAPI", "Svelte", "Node.js"),
    "Tools": ("Docker", "Git", "Kubernetes", "Jenkins", "Terraform", "Linux", "Ansible", "Grafana"),
    "Databases": ("PostgreSQL", "MongoDB", "Redis", "MySQL", "SQLite", "Elasticsearch"),
}
_GIVEN = ("Mira", "Tomas", "Ilse", "Rafael", "Noor", "Anders", "Lucia", "Kofi", "Hana", "Pavel", "Greta", "Samir")
_FAMILY = ("Halvorsen", "Quintal", "Brandis", "Okore", "Vasari", "Lindgren", "Marchetti", "Delacourt", "Stanek")
_STARTS = ("Bran", "Cor", "Dal", "Elv", "Fen", "Gal", "Hal", "Jor", "Kel", "Lum", "Mar", "Nor", "Pel", "Ros", "Sel")
_ENDS = ("ada", "ane", "aro", "dex", "ella", "era", "idon", "ika", "ivo", "mont", "ora", "tix", "ula", "una", "wick")
_DEEDS = tuple(deed for deed in names.DEEDS if " Go " not in deed)  # which names a technology
_TOWNS = ("Berlin", "Leeds", "Boston", "Toronto", "Paris", "Austin", "Lisbon", "Nairobi", "Seoul")


class Choices:
    """Random choices, each remembered under the name of its feature."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)
        self.made: dict[str, str] = {}

    def pick(self, feature: str, options: Sequence[T]) -> T:
        """One of the options."""
        chosen = self.random.choice(options)
        self.made[feature] = str(chosen)
        return chosen

    def chance(self, feature: str, share: float) -> bool:
        """Whether the feature is there."""
        there = self.random.random() < share
        self.made[feature] = str(there)
        return there

    def order(self, feature: str, fields: Sequence[str]) -> list[str]:
        """The fields in some order."""
        found = list(fields)
        self.random.shuffle(found)
        self.made[feature] = " ".join(found)
        return found


@dataclass(frozen=True, slots=True)
class Job:
    """A position, its time as written in two ends and as EDTF."""

    title: str
    organization: str
    when: tuple[str, str, str]
    start: str
    end: str
    place: str
    done: tuple[str, ...]

    @property
    def time(self) -> str:
        """The time as one text."""
        return "".join(self.when)


@dataclass(frozen=True, slots=True)
class Study:
    """A course of study; `when` as for jobs."""

    school: str
    degree: str
    level: str
    field: str
    when: tuple[str, str, str]
    start: str
    end: str
    place: str

    @property
    def time(self) -> str:
        """The time as one text."""
        return "".join(self.when)


@dataclass(frozen=True, slots=True)
class Career:
    """All that a page tells of somebody, newest first."""

    given: str
    family: str
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    skills: dict[str, tuple[str, ...]]
    place: str

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"

    @property
    def mail(self) -> str:
        """An address."""
        return f"{self.given}.{self.family}@mail.example".lower()

    @property
    def facts(self) -> frozenset[Fact]:
        """What a careful person reads of the career on any page that shows all of it."""
        found: list[Fact] = [("person", " ".join(sorted(self.name.casefold().split())))]
        found += [("position", j.organization.lower(), j.title.lower(), j.start, j.end) for j in self.jobs]
        found += [("study", s.school.lower(), s.level, s.start, s.end) for s in self.studies]
        found += [("skill", name) for group in self.skills.values() for name in group]
        return frozenset(found)


def career(choices: Choices, styles: tuple[str, ...] = tuple(dates.STYLES)) -> Career:
    """Somebody's career, its times written in one hand."""
    chance = choices.random
    hand = dates.hand(chance, styles)
    choices.made |= {"date style": hand.style, "date dash": hand.dash, "now": hand.now}
    at = [2023, 6]
    count, studied = chance.randint(2, 4), chance.randint(1, 2)
    jobs = [_job(chance, hand, at, title, place == 0) for place, title in enumerate(chance.sample(names.TITLES, count))]
    studies = [_study(chance, hand, at) for _ in range(studied)]
    groups = chance.sample(sorted(SKILLS), chance.randint(2, 4))
    skills = {group: tuple(chance.sample(SKILLS[group], chance.randint(2, 5))) for group in groups}
    town = chance.choice(_TOWNS)
    return Career(chance.choice(_GIVEN), chance.choice(_FAMILY), tuple(jobs), tuple(studies), skills, town)


def _job(chance: random.Random, hand: dates.Hand, at: list[int], title: str, newest: bool) -> Job:
    invented = chance.choice(_STARTS) + chance.choice(_ENDS)
    employer = chance.choice((*names.EMPLOYERS, *[invented] * len(names.EMPLOYERS)))
    when, start, end = _period(chance, hand, at, 3, open_=newest and chance.random() < 0.6)
    done = tuple(chance.sample(_DEEDS, chance.randint(1, 3)))
    return Job(title, employer, when, start, end, chance.choice(names.PLACES), done)


def _study(chance: random.Random, hand: dates.Hand, at: list[int]) -> Study:
    town = chance.choice(_STARTS) + chance.choice(("ford", "burg", "haven", "mouth", "field"))
    forms = ("University of {}", "{} University", "{} College of Arts", "Technical University of {}")
    school = chance.choice((chance.choice(forms).format(town), chance.choice(names.SCHOOLS[:6])))
    degree = chance.choice(sorted(names.DEGREES))
    when, start, end = _period(chance, hand, at, 4, open_=False)
    field = chance.choice(names.FIELDS)
    return Study(school, degree, names.DEGREES[degree], field, when, start, end, chance.choice(_TOWNS))


def _period(
    chance: random.Random, hand: dates.Hand, at: list[int], longest: int, *, open_: bool
) -> tuple[tuple[str, str, str], str, str]:
    """A period before `at` (year, month), which goes back with it."""
    write = dates.STYLES[hand.style]
    last = tuple(at)
    at[0], at[1] = at[0] - chance.randint(1, longest), chance.randint(1, 12)
    when = (write(*at), hand.dash, hand.now if open_ else write(*last))
    return when, hand.stated(*at), "present" if open_ else hand.stated(*last)
