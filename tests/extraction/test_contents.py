"""Sections whose headings promise nothing, or something else, by what stands in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from generated import Fact, Page, entries, stated, studies

from kg.extraction import extract
from kg.model import Document, Profile
from kg.readers import read

ROLES = {
    "times and roles": """
        - Founder, *Upcycled Bicycles* (2010-2014). A workshop that mends what others throw away.
        - Board member, *Lantern House* (2013-2017). Watched over its accounts.
        - Instructor, Riverside Evening Classes (2007-2008).
    """,
    "roles in brackets without a time": """
        - [Harbour Data Society](https://x.example) (Technical Product Manager)
        - Perfect Fit Campaign (Head of Engineering)
        - [Kestrel Debating Union](https://x.example) (Vice-President)
    """,
    "roles first without a time": """
        - Treasurer, Harbour Rowing Club
        - Vice-President @ Kestrel Debating Union
        - Member of the board, Lantern House
    """,
}
READ = {
    "times and roles": {"upcycled bicycles", "lantern house", "riverside evening classes"},
    "roles in brackets without a time": {
        "harbour data society",
        "perfect fit campaign",
        "kestrel debating union",
    },
    "roles first without a time": {"harbour rowing club", "kestrel debating union", "lantern house"},
}
SILENT = {
    "people": """
        - Lena Brook (Software Engineer)
        - Prof. Ida Holm (Professor)
        - Marek Nowy (Data Analyst)
    """,
    "things with years": """
        - Python (2015 – 2020)
        - Kubernetes (2018 – present)
        - Go (2019 – present)
    """,
    "papers": """
        - A. Roe, B. Holm. On the growth of mosses. Journal of Shade, 12, 2014-2015.
        - A. Roe. What lichens know. Bryology Letters, 2016.
    """,
    "what was done": """
        - Managed the budgets of two teams (2014 – 2016).
        - Trained engineers and wrote manuals (2016 – 2018).
    """,
}


def profile(heading: str, listed: str) -> Profile:
    items = "\n".join(line.strip() for line in listed.strip().splitlines())
    page = f"# Ann Roe\n\nI live by the sea.\n\n## {heading}\n\n{items}\n\n## Contact\n\nann@example.org\n"
    return extract(read(Document("page.md", page.encode())))


@pytest.mark.parametrize("heading", ["Community and Coast", "Campus", "Adventures", "This and That"])
@pytest.mark.parametrize("listed", ROLES)
def test_roles_are_read_below_a_heading_that_promises_none(heading: str, listed: str) -> None:
    positions = profile(heading, ROLES[listed]).positions
    assert {(position.organization or "").lower() for position in positions} == READ[listed]
    assert all(position.title for position in positions)


@pytest.mark.parametrize("heading", ["Coast", "Technology", "Selected Writing", "Interests"])
@pytest.mark.parametrize("listed", SILENT)
def test_what_is_no_role_stays_silent(heading: str, listed: str) -> None:
    assert profile(heading, SILENT[listed]).positions == ()


def share(
    page: Callable[[int, str], Page], read_in: Callable[[Profile], frozenset[Fact]], usual: str, heading: str
) -> float:
    """The share of what random pages state that is read when one of their headings is another."""
    expected = found = 0
    for seed in range(60):
        made = page(seed, "md")
        content = made.content.replace(f"## {usual}", f"## {heading}")
        facts = read_in(extract(read(Document(made.name, content.encode()))))
        expected, found = expected + len(made.expected), found + len(facts & made.expected)
    return found / expected


@pytest.mark.parametrize(
    "heading", ["Technology", "Publications", "Chapters", "The Road So Far", "Interests", "My Story"]
)
def test_jobs_stay_jobs_below_a_wrong_heading(heading: str) -> None:
    assert share(entries.page, stated.positions, "Experience", heading) >= 0.92


@pytest.mark.parametrize("heading", ["Foundations", "Learning Places", "My Story"])
def test_studies_stay_studies_below_a_heading_that_promises_none(heading: str) -> None:
    assert share(studies.page, stated.studies, "Education", heading) >= 0.85


@pytest.mark.parametrize(
    ("heading", "title", "company"),
    [
        ("Experience", "**Position:**", "Company:"),
        ("Experience as an instructor:", "**Position:**", "Company:"),
        ("Experiência como instrutor:", "Cargo:", "Empresa:"),
        ("Coast", "Job title:", "Employer:"),
    ],
)
def test_keys_tell_of_jobs_below_any_heading(heading: str, title: str, company: str) -> None:
    jobs = [("Systems Instructor", "Lumio"), ("Head of Support", "Copper Lantern"), ("Technical Writer", "Quorba")]
    listed = "\n\n".join(f"{title} {role}\n{company} {name}" for role, name in jobs)
    page = f"# Ann Roe\n\nI live by the sea.\n\n## {heading}\n\n{listed}\n\n## Contact\n\nann@example.org\n"
    positions = extract(read(Document("page.md", page.encode()))).positions
    assert [(position.title, position.organization) for position in positions] == jobs
