"""Jobs: a role, an employer, a time and perhaps a place, in any layout."""

from __future__ import annotations

import random

from generated import Fact, Page, dates, headers, markup, names


def allowed(before: str, after: str, separator: str) -> bool:
    """Whether a person would write these two fields with this between them."""
    if separator in (" at ", " @ "):
        return (before, after) == ("title", "employer")
    if separator == " (":
        return before != "date"
    return (separator, before, after) != (", ", "date", "place") and (separator, before) != (": ", "place")


def page(seed: int, suffix: str) -> Page:
    """A page of two to four jobs in one layout."""
    chance = random.Random(f"entries {seed}")
    header = headers.random_header(chance, ("title", "employer", "date"), "employer", (" at ", " @ "), allowed)
    hand = dates.hand(chance)
    below = chance.choice(["none", "items", "items", "prose"])
    count = chance.randint(2, 4)
    entries: list[str] = []
    expected: set[Fact] = set()
    for employer, title in zip(chance.sample(names.EMPLOYERS, count), chance.sample(names.TITLES, count), strict=True):
        when, start, end = hand.span(chance)
        values = {"title": title, "employer": employer, "date": when, "place": chance.choice(names.PLACES)}
        deeds = [] if below == "none" else chance.sample(names.DEEDS, 2)
        entries.append(header.write(values, deeds, below == "prose", suffix))
        expected.add(("position", employer.lower(), title.lower(), start, end))
    sections = {
        "Experience": (entries, header.first == "item"),
        "Education": (["BSc Physics, University of Lindau, 2001 – 2004"], False),
        "Skills": (["Python, SQL, Docker"], False),
    }
    return Page(f"entries-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), frozenset(expected))
