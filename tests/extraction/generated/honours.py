"""Awards listed under a heading of their own, in any layout."""

from __future__ import annotations

import random

from generated import Fact, Page, markup, names

AWARDS = (
    "Halvorsen Prize", "Dean's Scholarship", "Best Paper Award", "Harbour Trust Fellowship", "Mayor's Medal",
    "Golden Ladle Award", "National Spelling Prize", "Young Translator of the Year", "Student Leadership Award",
    "Redfern Travel Grant", "Summer Research Fellowship", "Outstanding Teaching Award", "President's Honor Roll",
    "Westmere Graduate Scholarship", "Silver Medal, National Chess Olympiad", "First Prize, Lantern Hackathon",
    "Finalist, Tidewell Case Competition", "Employee of the Year", "Excellence in Nursing Award",
    "Quorba Innovation Prize",
)  # fmt: skip
HEADINGS = (
    "Awards", "Honors & Awards", "Awards and Honors", "Awards & Scholarships", "Honours", "Scholarships and Awards",
    "Prizes", "Awards and Grants", "Fellowships and Awards", "Academic Awards", "Honors", "Auszeichnungen", "Premios",
)  # fmt: skip
GIVERS = ("Redfern Foundation", "University of Eastbrook", "Harrow & Finch", "City of Leeds", "Larchmont College")
FORMS = {
    "comma": "{name}, {giver}, {year}", "dash": "{name} – {giver} ({year})", "bracket": "{name} ({year})",
    "year first": "{year}: {name}", "year dash": "{year} – {name}, {giver}", "plain": "{name}",
    "tail": "{name} {year}", "bar": "{name} | {giver} | {year}", "bold": "{bold}, {giver}, {year}",
    "bold bracket": "{bold} ({year})", "told": "{name}, {giver} ({year}): given to two of forty students",
}  # fmt: skip


def page(seed: int, suffix: str) -> Page:
    """A page with a list of awards in one layout."""
    chance = random.Random(f"honours {seed}")
    form = FORMS[chance.choice([key for key in FORMS if suffix != "txt" or "bold" not in key])]
    pool = [name for name in AWARDS if "," not in name or "{name}, " not in form]
    chosen = chance.sample(pool, chance.randint(2, 5))
    lines = [
        form.format(
            name=_escaped(name, suffix), bold=markup.field(name, "bold", suffix), year=chance.randint(2008, 2023),
            giver=_escaped(chance.choice(GIVERS), suffix),
        )
        for name in chosen
    ]  # fmt: skip
    job = markup.entry(
        [markup.field("Clerk, Harrow & Finch, 2015 – 2019", "", suffix)],
        "plain" if suffix == "txt" else "heading", "plain", [names.DEEDS[2], names.DEEDS[4]], False, suffix,
    )  # fmt: skip
    sections = {
        "Experience": ([job], False),
        chance.choice(HEADINGS): ([_listed(lines, suffix, items=chance.random() < 0.7)], False),
        "Languages": (["English, French"], False),
    }
    expected = frozenset[Fact](("award", name.lower()) for name in chosen)
    return Page(f"honours-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), expected)


def _escaped(text: str, suffix: str) -> str:
    return markup.field(text, "", suffix)


def _listed(lines: list[str], suffix: str, *, items: bool) -> str:
    if suffix == "html":
        inner = "".join(f"<li>{line}</li>" if items else f"<p>{line}</p>" for line in lines)
        return f"<ul>{inner}</ul>" if items else inner
    if suffix == "tex":
        if not items:
            return " \\\\\n".join(lines)
        return "\\begin{itemize}\n" + "\n".join(f"\\item {line}" for line in lines) + "\n\\end{itemize}"
    return "\n".join(f"- {line}" for line in lines) if items else ("\n\n" if suffix == "md" else "\n").join(lines)
