"""Three invented people as facts, so that what is tested is the questions and not how documents are read."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import pipeline, stores
from kg.model import (
    Achievement,
    Advising,
    Award,
    Document,
    EmploymentType,
    Evidence,
    Level,
    Link,
    LinkKind,
    Offer,
    PartialDate,
    Position,
    PositionKind,
    Profile,
    Project,
    Skill,
    Student,
    Study,
    Subject,
    Topic,
)
from kg.rdf.iris import Iris
from kg.rdf.quads import quads

ADA = """Ada Quill
ada.quill at example dot org
Corvid Systems, Nest Platform: Software Engineer, 2019-03 to 2021-06, with Kafka and Go
cut the cost of storage by 40 %
Heron Labs: Intern, 2018-06 to 2018-09, with Kafka
Wren College: B.Sc. in Mathematics, 2014 to 2018, 4.0
advised by Bruno Keller at the Marsh Laboratory of Wren College
Swift Prize from Wren College, 2018
offer from Osprey
Skills: Kafka, Go, Rust
Updated 2025-01"""
BRUNO = """Bruno Keller
Corvid Systems: Principal Engineer since 2020-01, with Kafka and Kubernetes
Osprey: Consultant, part-time, 2015 to 2019
built Featherbed with Redis
Student: Ada Quill
works on stream processing
Updated 2025-03"""
UNNAMED = """owl at example dot net
Corvid Europe: Analyst, 2022 to now
Wren University: M.Sc. in Biology, 2019 to 2021
lists Kafka"""


def profile(source: str, text: str, person: str | None, **facts: object) -> Profile:
    sha256 = Document(source, text.encode()).sha256
    subject = Subject(name=person, evidence=(says(text, person),)) if person else Subject()
    return Profile(source=source, sha256=sha256, person=subject, **facts)


def says(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote)


def line(text: str, beginning: str) -> tuple[Evidence, ...]:
    return tuple(says(text, each) for each in text.split("\n") if each.startswith(beginning))


def day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def ada() -> Profile:
    text = ADA
    return profile(
        "ada.txt",
        text,
        "Ada Quill",
        dated=day("2025-01"),
        links=(Link(kind=LinkKind.EMAIL, value="ada.quill@example.org", evidence=line(text, "ada.quill")),),
        positions=(
            Position(
                organization="Corvid Systems",
                unit="Nest Platform",
                title="Software Engineer",
                start=day("2019-03"),
                end=day("2021-06"),
                skills=("Apache Kafka", "Go"),
                evidence=line(text, "Corvid"),
            ),
            Position(
                organization="Heron Labs",
                title="Intern",
                kind=PositionKind.INTERNSHIP,
                start=day("2018-06"),
                end=day("2018-09"),
                skills=("Apache Kafka",),
                evidence=line(text, "Heron"),
            ),
        ),
        education=(
            Study(
                organization="Wren College",
                degree="B.Sc.",
                level=Level.BACHELOR,
                field="Mathematics",
                grade="4.0",
                start=day("2014"),
                end=day("2018"),
                evidence=line(text, "Wren"),
            ),
        ),
        advising=(
            Advising(
                advisor="Bruno Keller",
                organization="Wren College",
                unit="Marsh Laboratory",
                evidence=line(text, "advised"),
            ),
        ),
        awards=(
            Award(name="Swift Prize", organization="Wren College", date=day("2018"), evidence=line(text, "Swift")),
        ),
        offers=(Offer(organization="Osprey", evidence=line(text, "offer")),),
        skills=tuple(
            Skill(name=name, listed=True, evidence=line(text, "Skills")) for name in ("Apache Kafka", "Go", "Rust")
        ),
        achievements=(Achievement(text="cut the cost of storage by 40 %", position=0, evidence=line(text, "cut")),),
    )


def bruno() -> Profile:
    text = BRUNO
    return profile(
        "bruno.txt",
        text,
        "Bruno Keller",
        dated=day("2025-03"),
        positions=(
            Position(
                organization="Corvid Systems",
                title="Principal Engineer",
                start=day("2020-01"),
                current=True,
                skills=("Apache Kafka", "Kubernetes"),
                evidence=line(text, "Corvid"),
            ),
            Position(
                organization="Osprey",
                title="Consultant",
                employment_type=EmploymentType.PART_TIME,
                start=day("2015"),
                end=day("2019"),
                evidence=line(text, "Osprey"),
            ),
        ),
        projects=(Project(name="Featherbed", skills=("Redis",), evidence=line(text, "built")),),
        students=(Student(name="Ada Quill", evidence=line(text, "Student")),),
        topics=(Topic(name="stream processing", evidence=line(text, "works on")),),
    )


def unnamed() -> Profile:
    text = UNNAMED
    return profile(
        "owl.txt",
        text,
        None,
        links=(Link(kind=LinkKind.EMAIL, value="owl@example.net", evidence=line(text, "owl")),),
        positions=(
            Position(
                organization="Corvid Europe",
                title="Analyst",
                start=day("2022"),
                current=True,
                evidence=line(text, "Corvid"),
            ),
        ),
        education=(
            Study(
                organization="Wren University",
                degree="M.Sc.",
                level=Level.MASTER,
                field="Biology",
                start=day("2019"),
                end=day("2021"),
                evidence=line(text, "Wren"),
            ),
        ),
        skills=(Skill(name="Apache Kafka", listed=True, evidence=line(text, "lists")),),
    )


class Told:
    """An engine that knows what the documents say."""

    def __init__(self, *profiles: Profile) -> None:
        self.profiles = {each.sha256: each for each in profiles}

    def apply(self, _function, documents):
        for document in documents:
            yield ox.serialize(quads(self.profiles[document.sha256], Iris()), format=ox.RdfFormat.N_QUADS)


TEXTS = {"ada.txt": ADA, "bruno.txt": BRUNO, "owl.txt": UNNAMED}


@pytest.fixture(scope="session")
def store():
    opened = stores.open(None)
    documents = [Document(source, text.encode()) for source, text in TEXTS.items()]
    pipeline.add(opened, documents, engine=Told(ada(), bruno(), unnamed()))
    return opened


@pytest.fixture(scope="session")
def texts():
    return TEXTS
