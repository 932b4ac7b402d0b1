"""Invented people, and the graph that their profiles make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

import pyoxigraph as ox
import pytest

from kg import ontology
from kg.model import Evidence, Profile
from kg.rdf import concepts, entities, provenance
from kg.rdf.iris import Iris
from kg.rdf.mentions import mentions
from kg.rdf.quads import quads
from kg.rdf.rules import rules
from kg.resolution import resolve
from kg.terms import KG

Build = Callable[[Iterable[Profile]], ox.Store]


def evidence(quote: str = "as the page says", start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(start=start, end=start + len(quote), quote=quote),)


def profile(key: str, **facts: Any) -> Profile:
    """A profile in the JSON form; each fact without evidence gets a quote of its own."""
    start = 0
    for kind, told in facts.items():
        if isinstance(told, list):
            for fact in told:
                start += 100
                fact.setdefault("evidence", [piece.model_dump() for piece in evidence(f"{key} {kind}", start)])
    return Profile.model_validate({"source": f"{key}.md", "sha256": sha256(key.encode()).hexdigest(), **facts})


def build(profiles: Iterable[Profile]) -> ox.Store:
    """Every graph: documents, entities, identity, skills, provenance, ontology, derived."""
    iris = Iris()
    told = list(profiles)
    store = ox.Store()
    written: list[tuple[str, str]] = []
    for one in told:
        document = list(quads(one, iris))
        store.extend(document)
        written += [(q.subject.value, q.object.value) for q in document if q.predicate.value == KG.writtenAs]
        store.extend(provenance.quads(one.sha256, [one.source], iris))
    store.extend(concepts.quads(written, iris))
    store.extend(entities.quads(resolve([m for one in told for m in mentions(one)]), iris))
    for triple in ox.parse(path=str(ontology.file("kg.ttl"))):
        store.add(ox.Quad(triple.subject, triple.predicate, triple.object, iris.ontology))
    for rule in rules():
        graph = {"entities": iris.entities, "derived": iris.derived}[rule.graph]
        answer = store.query(rule.text, use_default_graph_as_union=True)
        store.extend([ox.Quad(t.subject, t.predicate, t.object, graph) for t in answer])
    return store


def person(name: str) -> dict[str, Any]:
    return {"name": name, "evidence": [piece.model_dump() for piece in evidence(f"I am {name}")]}


def ada() -> Profile:
    """A student with two jobs behind her, no name, and an address."""
    return profile(
        "ada",
        dated="2025-08",
        language="en",
        education=[
            {"organization": "Alderbrook Normal University", "degree": "B.Eng.", "level": "bachelor",
             "field": "Software Engineering", "start": "2017-09", "end": "2021-06"},
            {"organization": "Castlegate University", "degree": "M.S.", "level": "master",
             "field": "Software Engineering", "start": "2024-08", "current": True, "grade": "3.9 / 4.0"},
        ],
        positions=[
            {"organization": "Bravura", "unit": "Parcel Group", "title": "Engineer II", "start": "2021-07",
             "end": "2023-10", "location": "Oslo, Norway", "skills": ["Go", "Kubernetes"],
             "employment_type": "full-time"},
            {"organization": "Bravura", "unit": "Seller Group", "title": "Engineer Intern", "kind": "internship",
             "start": "2025-05", "end": "2025-08"},
            {"organization": "Castlegate University", "unit": "Distributed Systems Lab", "kind": "research",
             "start": "2025-01", "current": True},
        ],
        advising=[
            {"advisor": "Lena Sandoval", "organization": "Castlegate University", "unit": "Distributed Systems Lab",
             "start": "2025-01", "current": True},
            {"advisor": "Juno Zimmer", "organization": "Alderbrook Normal University", "unit": "Information Lab"},
        ],
        skills=[{"name": "Go", "surface": "Golang"}, {"name": "Kubernetes"}],
        topics=[{"name": "Distributed Systems"}],
        achievements=[{"text": "daily parcels 50K -> 9M", "position": 0}],
        links=[{"kind": "email", "value": "ada7@castlegate.example"}],
        abbreviations=[{"short": "ANU", "full": "Alderbrook Normal University"}],
    )  # fmt: skip


def bo() -> Profile:
    """An intern with offers, awards, listed skills; the page bears no date."""
    return profile(
        "bo",
        person=person("Bo Lindqvist"),
        education=[
            {"organization": "Dunmore University", "degree": "M.S.E.", "level": "master",
             "field": "Information Science", "start": "2024-08-27", "end": "2026-05-18"},
            {"organization": "Alderbrook University", "degree": "B.E.", "level": "bachelor",
             "field": "Software Engineering", "start": "2020-09-01", "end": "2024-07-01"},
        ],
        positions=[
            {"organization": "Bravura", "unit": "Storefront", "title": "SWE Intern", "kind": "internship",
             "start": "2025-05-19", "end": "2025-12-05", "skills": ["Apache Flink"]},
            {"organization": "Amazon", "unit": "Far Mile", "title": "SDE Intern", "kind": "internship",
             "start": "2024-06-11", "end": "2024-09-06"},
            {"organization": "JD.com", "unit": "Tools", "title": "SDE Intern", "kind": "internship",
             "start": "2023-07-24", "end": "2023-10-24", "skills": ["Kubernetes", "Helm", "Argo CD"]},
        ],
        offers=[{"organization": "Bravura", "date": "2026"}, {"organization": "Amazon", "title": "SDE"}],
        awards=[
            {"name": "Harrow Scholarship", "organization": "Dunmore University"},
            {"name": "Merit Prize", "organization": "Alderbrook University", "date": "2022"},
        ],
        skills=[
            {"name": "Go", "listed": True}, {"name": "Kubernetes", "listed": True}, {"name": "Helm"},
            {"name": "Apache Kafka", "listed": True}, {"name": "Apache RocketMQ", "listed": True},
            {"name": "Quill Rigging", "listed": True},
        ],
        projects=[{"name": "Loose Link", "organization": "Amazon", "skills": ["OpenTelemetry"],
                   "url": "https://loose.example/a b"}],
        achievements=[{"text": "20-30% uplift", "position": 0}, {"text": "no place told"}],
        links=[{"kind": "web", "value": "https://bo.example/"}],
        students=[{"name": "Cy Okafor", "organization": "Dunmore University", "level": "bachelor", "start": "2025"}],
    )  # fmt: skip


def kai() -> Profile:
    """Somebody at work, whose study bears no dates."""
    return profile(
        "kai",
        person=person("Kai"),
        education=[{"organization": "Castlegate University", "level": "master", "current": True}],
        positions=[
            {"organization": "Databricks", "unit": "Access Team", "start": "2025-02", "current": True,
             "employment_type": "full-time"},
            {"organization": "Amazon Web Services", "start": "2024-07", "end": "2025-01",
             "employment_type": "full-time", "skills": ["Java", "Apache Kafka", "Kubernetes"]},
            {"organization": "Google", "kind": "internship", "start": "2022-05", "end": "2022-08"},
            {"organization": "Helping Hands", "kind": "volunteer", "start": "2020", "end": "2021"},
            {"organization": "Eastmoor University", "kind": "other", "employment_type": "part-time",
             "start": "2021-01", "end": "2022-01", "skills": ["Rust"]},
        ],
        skills=[{"name": "Rust"}, {"name": "Kubernetes"}],
        achievements=[{"text": "$2 million a year saved", "position": 1}],
    )  # fmt: skip


@pytest.fixture(scope="session")
def sample() -> tuple[Profile, ...]:
    """Three invented people who share employers, schools and skills."""
    return ada(), bo(), kai()


@pytest.fixture(scope="session")
def store(sample: tuple[Profile, ...]) -> ox.Store:
    """The whole graph of the three."""
    return build(sample)


@pytest.fixture(scope="session")
def turtle(store: ox.Store) -> bytes:
    """The union of all graphs as a stranger gets it."""
    triples = sorted({ox.Triple(q.subject, q.predicate, q.object) for q in store}, key=str)
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b""


@pytest.fixture(scope="session", name="build")
def fixture_build() -> Build:
    """From profiles to the whole graph."""
    return build


@pytest.fixture(scope="session", name="profile")
def fixture_profile() -> Callable[..., Profile]:
    """Makes a profile from facts in the JSON form."""
    return profile
