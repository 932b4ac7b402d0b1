"""Topics, quantified claims and offers in invented words."""

from __future__ import annotations

import pytest

from kg.extraction.achievements import achievements
from kg.extraction.offers import offers
from kg.extraction.topics.claims import topics


def facts(claims, field):
    return [getattr(claim.fact, field) for claim in claims]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "My research interests include graph theory, swarm robotics and peat chemistry.",
            ["graph theory", "swarm robotics", "peat chemistry"],
        ),
        ("I'm passionate about building distributed systems and compilers.", ["distributed systems", "compilers"]),
        ("I am interested in federated learning at the edge.", ["federated learning"]),
        ("Keywords: causal consistency; actor calculus", ["causal consistency", "actor calculus"]),
        ("She holds a master's degree in Computer Science.", []),
        ("I am interested in hiking, football and meeting people.", []),
    ],
)
def test_topics_told_in_prose(outlined, sentence, wanted):
    assert facts(topics(outlined(f"# Somebody\n\n{sentence}\n")), "name") == wanted


def test_pastimes_are_no_topics(outlined):
    assert facts(topics(outlined("## Interests\n\n- Badminton\n- Sourdough\n")), "name") == []


def test_research_interests_are(outlined):
    text = "## Research interests\n\n- Peatland ecology\n- Bayesian inference, lichen taxonomy\n"
    assert facts(topics(outlined(text)), "name") == ["Peatland ecology", "Bayesian inference", "lichen taxonomy"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Redesigned the cache, reducing latency by 13%.", ["reducing latency by 13%"]),
        ("Saving $2.5 million of fuel a year.", ["Saving $2.5 million of fuel a year"]),
        ("Scaled daily orders from 56K to 10M+.", ["Scaled daily orders from 56K to 10M+"]),
        ("Rewrote start-up, achieving 20x faster boots.", ["achieving 20x faster boots"]),
        ("Served 1,200,000 users.", ["Served 1,200,000 users"]),
        ("Graduated with a GPA of 3.9, top 5%.", []),
        ("Worked there from 2019 to 2021.", []),
        ("Wrote 3 reports.", []),
    ],
)
def test_quantified_claims(outlined, line, wanted):
    text = f"## Experience\n\n### Larkspur | Engineer | 2020 - 2021\n\n- {line}\n"
    assert facts(achievements(outlined(text)), "text") == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "I hold 2026 full-time return offers from both Larkspur and Quillfeather Labs.",
            ["Larkspur", "Quillfeather Labs"],
        ),
        ("I have offers for 2026 from Larkspur and Quillfeather Labs.", ["Larkspur", "Quillfeather Labs"]),
        ("Received an internship offer from Mistvale Systems.", ["Mistvale Systems"]),
        ("The town offers courses from Monday to Friday.", []),
        ("Larkspur offers hosting.", []),
    ],
)
def test_offers(outlined, sentence, wanted):
    claims = offers(outlined(f"# Somebody\n\n{sentence}\n"))
    assert facts(claims, "organization") == wanted
    assert all(name in claim.fact.evidence[0].quote for claim, name in zip(claims, wanted, strict=True))
