"""Any profile becomes a graph that every tool reads alike, and comes back from it."""

from __future__ import annotations

import re
from hashlib import sha256

import pyoxigraph as ox
import rdflib
import rdflib.compare
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import (
    Abbreviation,
    Achievement,
    Advising,
    Award,
    EmploymentType,
    Evidence,
    Fact,
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
    SkillUse,
    Student,
    Study,
    Subject,
    Topic,
    UsedIn,
)
from kg.rdf import mentions, profiles
from kg.rdf.iris import Iris
from kg.rdf.nodes import describe
from kg.rdf.quads import quads
from kg.terms import KG, OA, RDF, RDFS

IRIS = Iris()
HOSTILE = [
    '"""',
    "\\",
    "<script>",
    "}#",
    "' . <x> <y> <z>",
    "\u202e",
    "张伟",
    "é",
    "\n",
    "\r",
    "\t",
    "🚀",
    "^^<x>",
    "@en",
]
QUOTES = [f"{word} said {rank}" for rank, word in enumerate(HOSTILE)]

words = st.one_of(
    st.sampled_from(["Acorn", "Bravura", "Castlegate University", "Juno Zimmer", "Far Team", "Go", "Kubernetes"]),
    st.lists(st.sampled_from([*HOSTILE, "x", " "]), min_size=1, max_size=4).map("".join).filter(str.strip),
)
wild = st.text(min_size=1, max_size=8).filter(str.strip)  # surrogates and control characters too
dates = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]),
    st.dates(),
    st.integers(1, 3),
)
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
SKILLS = ["Apache Kafka", "Go", "Kubernetes", "Quill Rigging", "Rust"]


def some(values: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | values


def evidence() -> st.SearchStrategy[tuple[Evidence, ...]]:
    # one place of a text holds one quote: the offset tells which
    return st.sets(st.integers(0, 9), min_size=1, max_size=2).map(
        lambda starts: tuple(
            Evidence(start=start, end=start + len(QUOTES[start]), quote=QUOTES[start]) for start in sorted(starts)
        )
    )


def facts(text: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Fact]]:
    dated = {"start": st.none() | dates, "end": st.none(), "current": st.booleans(), "evidence": evidence()}
    ended = {"start": st.none() | dates, "end": dates, "evidence": evidence()}
    skills = st.sets(st.sampled_from(SKILLS)).map(lambda names: tuple(sorted(names)))
    place = {"organization": some(text), "unit": some(text)}
    job = {
        **place,
        "title": some(text),
        "kind": st.sampled_from(PositionKind),
        "employment_type": st.none() | st.sampled_from(EmploymentType),
        "location": some(text),
        "skills": skills,
    }
    study = {
        **place,
        "degree": some(text),
        "level": st.none() | st.sampled_from(Level),
        "field": some(text),
        "location": some(text),
        "grade": some(text),
        "skills": skills,
    }
    student = {"name": text, "organization": some(text), "level": st.none() | st.sampled_from(Level)}
    work = {"name": text, "organization": some(text), "skills": skills, "url": some(text)}
    return {
        "positions": st.builds(Position, **job, **dated) | st.builds(Position, **job, **ended),
        "education": st.builds(Study, **study, **dated) | st.builds(Study, **study, **ended),
        "advising": st.builds(Advising, advisor=text, **place, **dated),
        "skills": st.builds(
            Skill, name=st.sampled_from(SKILLS), listed=st.booleans(), surface=some(text), evidence=evidence()
        ),
        "topics": st.builds(Topic, name=st.sampled_from(["Rigging", "Looms"]), evidence=evidence()),
        "projects": st.builds(Project, **work, **dated),
        "awards": st.builds(Award, name=text, organization=some(text), date=st.none() | dates, evidence=evidence()),
        "offers": st.builds(Offer, organization=text, title=some(text), date=st.none() | dates, evidence=evidence()),
        "students": st.builds(Student, **student, **dated),
        "achievements": st.builds(Achievement, text=text, evidence=evidence()),
        "links": st.builds(Link, kind=st.sampled_from(LinkKind), value=text, evidence=evidence()),
        "abbreviations": st.builds(Abbreviation, short=st.just("FT"), full=st.just("Far Team"), evidence=evidence()),
    }


def with_uses(profile: Profile) -> Profile:
    """The profile with words for every second use of a skill."""
    uses = [
        SkillUse(name=name, kind=kind, number=number, evidence=fact.evidence)
        for kind in UsedIn
        for number, fact in enumerate(getattr(profile, kind))
        for name in fact.skills[::2]
    ]
    return Profile.model_validate(profile.model_copy(update={"uses": tuple(uses)}).model_dump())


def profiles_of(text: st.SearchStrategy[str]) -> st.SearchStrategy[Profile]:
    lists = {kind: st.lists(one, max_size=2).map(tuple) for kind, one in facts(text).items()}
    named = st.builds(Subject, name=text, evidence=evidence())
    return st.builds(
        Profile,
        source=st.just("somebody.md"),
        sha256=st.integers(0, 3).map(lambda n: sha256(bytes([n])).hexdigest()),
        language=st.sampled_from([None, "en", "zh"]),
        dated=st.none() | dates,
        person=st.just(Subject()) | named,
        **lists,
    ).map(with_uses)


def graph_of(profile: Profile) -> list[ox.Quad]:
    return list(quads(profile, IRIS))


@given(profiles_of(words))
@settings(max_examples=60)
def test_a_profile_comes_back_from_its_graph(profile: Profile) -> None:
    assert profiles.read(graph_of(profile), profile.source) == profile


@given(profiles_of(wild | words))
@settings(max_examples=60)
def test_every_tool_reads_the_same_graph(profile: Profile) -> None:
    written = graph_of(profile)
    assert not [q for q in written if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]
    triples = [ox.Triple(q.subject, q.predicate, q.object) for q in written]
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES).decode()
    assert set(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)) == {ox.Quad(*triple) for triple in triples}
    theirs = rdflib.Graph().parse(data=lines, format="nt")
    assert len(theirs) == len(set(triples))
    turtle = theirs.serialize(format="turtle")
    assert set(ox.parse(turtle, format=ox.RdfFormat.TURTLE)) == {ox.Quad(*triple) for triple in triples}
    ours = rdflib.Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.TURTLE).decode(), format="turtle")
    assert rdflib.compare.isomorphic(ours, theirs)
    literals = [triple.object.value for triple in triples if isinstance(triple.object, ox.Literal)]
    assert not [value for value in literals if NO_XML.search(value)]


@given(profiles_of(wild | words))
@settings(max_examples=40)
def test_everything_has_its_evidence_and_a_label(profile: Profile) -> None:
    written = graph_of(profile)
    about = describe(written)
    labelled = {q.subject for q in written if q.predicate.value == RDFS.label}
    spans = {str(q.subject) for q in written if q.predicate.value == OA.exact}
    told = [iri for iri, said in about.items() if {KG.Engagement, KG.Statement} & set(said.get(RDF.type, ()))]
    assert len(told) == len(list(profile.facts()))
    for fact in profile.facts():
        for piece in fact.evidence:
            assert str(IRIS.evidence(profile.sha256, piece.start, piece.end)) in spans
    for iri in told:
        assert about[iri][KG.evidence]
    document = IRIS.document(profile.sha256)  # its label is its file's name, in the graph of provenance
    concepts = {q.subject for q in written if q.predicate.value == KG.writtenAs}
    assert {q.subject for q in written} - labelled == {document} | concepts


@given(profiles_of(wild | words))
@settings(max_examples=40)
def test_the_graph_holds_the_mentions(profile: Profile) -> None:
    assert mentions.read(graph_of(profile)) == mentions.mentions(profile)


@given(profiles_of(words))
@settings(max_examples=20)
def test_the_graph_is_a_function_of_the_profile(profile: Profile) -> None:
    again = Profile.model_validate_json(profile.model_dump_json())
    assert [str(q) for q in graph_of(again)] == [str(q) for q in graph_of(profile)]
    renamed = profile.model_copy(update={"source": "elsewhere.txt"})
    assert graph_of(renamed) == graph_of(profile)
