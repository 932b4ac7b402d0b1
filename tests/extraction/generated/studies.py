"""Studies: a degree with its field, a school, a time and perhaps a place, in any layout."""

from __future__ import annotations

import random

from generated import Fact, Page, dates, headers, markup, names

INTO = (" in ", ", ", " ", " (", " of ", " - ", ": ")


def allowed(before: str, after: str, separator: str) -> bool:
    """Whether a person would write these two fields with this between them."""
    if separator in (" at ", " from "):
        return (before, after) == ("degree", "school")
    if separator == " (":
        return before != "date" and after != "degree"
    return True


def when(chance: random.Random, hand: dates.Hand, ends_only: bool) -> tuple[str, str, str]:
    """A time of study as written, its start and end; some pages tell the year of the degree only."""
    if ends_only:
        year = chance.randint(2004, 2022)
        return chance.choice(["{}", "Graduated {}", "Class of {}"]).format(year), "", f"{year}"
    return hand.span(chance, 2, 5)


def page(seed: int, suffix: str) -> Page:
    """A page of two or three studies in one layout."""
    chance = random.Random(f"studies {seed}")
    header = headers.random_header(chance, ("degree", "school", "date"), "school", (" at ", " from "), allowed)
    hand = dates.hand(chance, ("year", "year", "short", "long", "slash"))
    ends_only, into, told = chance.random() < 0.3, chance.choice(INTO), chance.choice([0, 0, 1])
    count = chance.randint(2, 3)
    entries: list[str] = []
    expected: set[Fact] = set()
    degrees, fields = chance.sample(sorted(names.DEGREES), count), chance.sample(names.FIELDS, count)
    for school, degree, field in zip(chance.sample(names.SCHOOLS, count), degrees, fields, strict=True):
        shown, start, end = when(chance, hand, ends_only)
        written = degree + into + field + (")" if into == " (" else "")
        values = {"school": school, "degree": written, "date": shown, "place": chance.choice(names.PLACES[:5])}
        entries.append(header.write(values, chance.sample(names.REMARKS, told), True, suffix))
        expected.add(("study", school.lower(), names.DEGREES[degree], start, end))
    sections = {"Education": (entries, header.first == "item"), "Skills": (["Python, SQL, Docker"], False)}
    return Page(f"studies-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), frozenset(expected))
