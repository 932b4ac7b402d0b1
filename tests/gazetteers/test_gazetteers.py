"""The names we know: files, lookups, homonyms, and a hierarchy without dead ends."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kg import ontology
from kg.errors import StoreError
from kg.gazetteers import OrganizationGazetteer, organizations, skills
from kg.gazetteers.names import organization_key, organization_keys, skill_key
from kg.gazetteers.turtle import ORG, SCHEMA, TYPE, describe, values

KG = "https://w3id.org/people-kg#"
SKOS = "http://www.w3.org/2004/02/skos/core#"


def test_there_are_thousands_of_technologies():
    technologies = [term for term in skills().terms if term.kind != "Field"]
    assert len(technologies) >= 3000


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("K8s", "Kubernetes"),
        ("golang", "Go"),
        ("Postgres", "PostgreSQL"),
        ("React.js", "React"),
        ("react js", "React"),
        ("S3", "Amazon S3"),
        ("spring-boot", "Spring Boot"),
        ("GKE", "Google Kubernetes Engine"),
        ("protobuf", "Protocol Buffers"),
        ("TeX", "TeX"),
        ("c++", "C++"),
        ("c", "C"),
    ],
)
def test_a_skill_is_found_by_any_of_its_names(alias, name):
    assert skills().find(alias).name == name


def test_an_unknown_skill_is_none():
    assert skills().find("Zorblatt 9000") is None


@pytest.mark.parametrize(("one", "other"), [("Kafka", "RocketMQ"), ("Java", "JavaScript"), ("C", "C++"), ("AWS", "S3")])
def test_different_things_stay_different(one, other):
    assert skills().find(one).iri != skills().find(other).iri


def test_every_broader_concept_exists_and_none_is_its_own_ancestor():
    gazetteer = skills()
    for term in gazetteer.terms:
        seen, rising = {term.iri}, list(term.broader)
        while rising:
            parent = gazetteer[rising.pop()]
            assert parent.iri not in seen or parent.iri != term.iri
            if parent.iri not in seen:
                seen.add(parent.iri)
                rising.extend(parent.broader)


def test_no_two_terms_share_a_name():
    owners: dict[str, str] = {}
    for term in skills().terms:
        for name in term.names:
            assert owners.setdefault(name, term.iri) == term.iri, name


def test_names_that_need_context_are_marked():
    for name in ("Go", "C", "R", "Swift", "Spring", "Rust", "Helm", "Coral", "Shell"):
        term = skills().find(name)
        assert term.ambiguous
        assert name in term.contextual


def test_kinds_and_properties_are_those_of_the_ontology():
    known = {quad.subject.value for quad in ox.parse(path=str(ontology.file("kg.ttl")), format=ox.RdfFormat.TURTLE)}
    for term in skills().terms:
        assert KG + term.kind in known


def test_the_file_is_sorted_and_without_blank_nodes():
    quads = list(ox.parse(path=str(ontology.file("skills.ttl")), format=ox.RdfFormat.TURTLE))
    assert not any(isinstance(node, ox.BlankNode) for quad in quads for node in (quad.subject, quad.object))
    subjects = list(dict.fromkeys(q.subject.value for q in quads if q.predicate.value == SKOS + "prefLabel"))[1:]
    assert subjects == sorted(subjects)
    assert all(subject.rpartition("#")[2][0].isalpha() for subject in subjects)


def test_organizations_are_thousands_sorted_and_each_described_once():
    terms = organizations().terms
    assert len(terms) > 8000
    slugs = re.findall(r"^organization:(\S+) a ", ontology.file("organizations.ttl").read_text("utf-8"), re.MULTILINE)
    assert slugs == sorted(set(slugs))
    assert len(slugs) == len(terms)
    for term in terms:
        assert len(set(term.names)) == len(term.names), term.name
        assert all(term in organizations().find(name) for name in term.names), term.name


def test_organizations_are_what_the_file_says_as_turtle():
    for iri, about in describe(ontology.file("organizations.ttl")).items():
        term = organizations()[iri]
        assert (term.iri, [term.name], list(term.aliases)) == (
            iri, about[SCHEMA + "name"], about.get(SCHEMA + "alternateName", []))  # fmt: skip
        assert term.types == values(about, TYPE)
        assert term.parents == values(about, ORG + "unitOf", ORG + "subOrganizationOf")
        assert term.same_as == values(about, SCHEMA + "sameAs")
        assert term.locations == values(about, SCHEMA + "location")


def test_keys_of_many_names_are_those_of_each():
    names = [name for term in organizations().terms for name in term.names]
    assert organization_keys(names) == {name: organization_key(name) for name in names}
    assert organization_keys(["Inc", "The Café", " ", "AT&T"]) == {
        "Inc": "inc", "The Café": "cafe", " ": "", "AT&T": "at and t"}  # fmt: skip


def test_a_file_in_another_layout_is_a_store_error():
    with pytest.raises(StoreError, match="laid out"):
        OrganizationGazetteer("# comment\n\n@prefix x: <y> .\n\norganization:a\n  schema:name 'A' .\n")


@pytest.mark.parametrize(
    ("name", "full"),
    [("NIT Trichy", "National Institute of Technology Tiruchirappalli"), ("IIIT-H", "IIIT Hyderabad"),
     ("EPFL", "EPFL"), ("KAIST", "KAIST"), ("UNICAMP", "University of Campinas"), ("삼성전자", "Samsung"),
     ("TUM", "Technical University of Munich"), ("Universität Stuttgart", "University of Stuttgart"),
     ("腾讯", "Tencent"), ("МФТИ", "Moscow Institute of Physics and Technology"), ("GSoC", "Google Summer of Code"),
     ("BITS, Pilani", "Birla Institute of Technology and Science"), ("Fraunhofer IIS", "Fraunhofer IIS"),
     ("LBNL", "Lawrence Berkeley National Laboratory")],
)  # fmt: skip
def test_an_organization_is_found_by_any_of_its_names(name, full):
    assert full in {term.name for term in organizations().find(name)}


@pytest.mark.parametrize(
    "word", ["software", "systems", "economist", "remote", "slice", "total", "must", "fast", "notion"]
)
def test_a_word_is_no_organization(word):
    assert organizations().find(word) == ()


def test_organizations_are_found_whatever_their_legal_form():
    (google,) = organizations().find("The Google LLC")
    assert google.name == "Google"
    assert organizations()[google.iri] is google


def test_homonyms_are_all_given():
    homonyms = organizations().find("Northeastern University")
    assert len(homonyms) > 1
    assert len({term.iri for term in homonyms}) == len(homonyms)


def test_likeness_of_strings_is_no_match():
    assert not set(organizations().find("Northeast Normal University")) & set(
        organizations().find("Northeastern University")
    )


def test_keys():
    assert skill_key("Next JS") == skill_key("next-js")
    assert organization_key("Example & Sons, Inc.") == organization_key("Example and Sons")
    assert organization_key("Inc") == "inc"


def test_a_broken_file_is_a_store_error(tmp_path):
    broken = tmp_path / "broken.ttl"
    broken.write_text("skill:x a ", encoding="utf-8")
    with pytest.raises(StoreError, match=r"broken\.ttl"):
        describe(broken)
    with pytest.raises(StoreError, match=r"missing\.ttl"):
        describe(tmp_path / "missing.ttl")


def test_misspellings_are_found_and_never_shown():
    term = skills().find("Javascipt")
    assert term.name == "JavaScript"
    assert "Javascipt" in term.names
    assert "Javascipt" not in term.aliases
