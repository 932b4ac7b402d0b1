"""Pages of random layouts: what they state is read, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from generated import (
    Fact,
    Page,
    advising,
    deeds,
    entries,
    formats_html,
    formats_latex,
    formats_markup,
    formats_records,
    formats_sites,
    honours,
    interests,
    markup,
    pages,
    people,
    projects,
    prose,
    prose_abroad,
    prose_facts,
    schooling,
    skills,
    stated,
    studies,
    trades,
    workplaces,
)

from kg.extraction import extract
from kg.model import Document, Profile
from kg.readers import read


@dataclass(frozen=True)
class Kind:
    """One generator: how its facts are seen in a profile, and the shares that are never lost again."""

    page: Callable[[int, str], Page]
    read: Callable[[Profile], frozenset[Fact]]
    found: float
    right: float
    suffixes: tuple[str, ...] = markup.SUFFIXES
    pages: int = 150


KINDS = {
    "entries": Kind(entries.page, stated.positions, 0.99, 0.99),
    "workplaces": Kind(workplaces.page, stated.positions, 0.82, 0.82, ("md", "html"), pages=80),
    "studies": Kind(studies.page, stated.studies, 0.97, 0.97),
    "schooling": Kind(schooling.page, stated.studies, 0.97, 0.97, pages=80),
    "skills": Kind(skills.page, stated.skills, 0.99, 0.99, pages=60),
    "deeds": Kind(deeds.page, stated.skills, 0.98, 0.99, ("md", "txt"), pages=60),
    "interests": Kind(interests.page, stated.topics, 0.99, 0.99, pages=60),
    "honours": Kind(honours.page, stated.awards, 0.99, 0.99, pages=60),
    "projects": Kind(projects.page, stated.projects, 0.99, 0.99, pages=60),
    "cards": Kind(formats_html.page, stated.career, 0.99, 0.99, ("html",), 40),
    "sites": Kind(formats_sites.page, stated.career, 0.99, 0.99, ("html",), 40),
    "latex": Kind(formats_latex.page, stated.career, 0.99, 0.99, ("tex",), 40),
    "records": Kind(formats_records.page, stated.career, 0.99, 0.99, ("json", "yaml", "toml", "md"), 25),
    "markup": Kind(formats_markup.page, stated.career, 0.98, 0.98, ("org", "rst", "adoc"), 25),
    "pages": Kind(pages.page, stated.career, 0.99, 0.99, ("md", "html"), 60),
    "prose": Kind(prose.page, prose_facts.read, 0.97, 0.94, ("md", "html"), 100),
    "prose abroad": Kind(prose_abroad.page, prose_facts.read, 0.96, 0.98, ("md", "html"), 100),
    "people": Kind(people.page, stated.person, 0.99, 0.99),
    "advising": Kind(advising.page, stated.advisors, 0.99, 0.99),
}


@pytest.mark.parametrize(("kind", "suffix"), [(name, suffix) for name in KINDS for suffix in KINDS[name].suffixes])
def test_random_pages_are_read(kind: str, suffix: str) -> None:
    generator = KINDS[kind]
    expected = found = stated_so = 0
    misread = []
    for seed in range(generator.pages):
        page = generator.page(seed, suffix)
        facts = generator.read(extract(read(Document(page.name, page.content.encode()))))
        expected, found = expected + len(page.expected), found + len(facts)
        stated_so += len(facts & page.expected)
        if facts != page.expected:
            misread.append(page.name)
    assert stated_so / expected >= generator.found, misread
    assert stated_so / found >= generator.right, misread


@pytest.mark.parametrize("kind", KINDS)
def test_a_seed_always_makes_the_same_page(kind: str) -> None:
    generator = KINDS[kind]
    for suffix in generator.suffixes:
        assert generator.page(7, suffix) == generator.page(7, suffix)
        assert len({generator.page(seed, suffix).content for seed in range(20)}) == 20


@pytest.mark.parametrize("suffix", ["md", "txt", "html"])
def test_no_technology_is_read_into_random_pages_of_other_trades(suffix: str) -> None:
    pages = [trades.page(seed, suffix) for seed in range(60)]
    found = {page.name: stated.skills(extract(read(Document(page.name, page.content.encode())))) for page in pages}
    assert {name: facts for name, facts in found.items() if facts} == {}
