"""IRIs are safe, flat, the same every time, and tell nothing of a person."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.rdf.iris import DEFAULT_BASE, Iris
from kg.rdf.keys import digest, slug

BASES = [DEFAULT_BASE, "http://127.0.0.1:7878/", "https://people.example/about#", "https://é.example/a/"]


@pytest.mark.parametrize("base", BASES)
def test_a_good_base(base: str) -> None:
    iris = Iris(base)
    for node in (iris.entities, iris.document("ab" * 32), iris.evidence("ab" * 32, 1, 9), iris.mention("mx")):
        assert node.value.startswith(base)
        assert ox.NamedNode(node.value) == node
    assert iris.evidence("ab" * 32, 1, 9).value.count("#") == 1


BROKEN = ["", "kg.example/", "https://kg.example", "https://kg.example/a", "ftp://kg.example/", "urn:x:/", "https:///"]
BROKEN += ["https://a b/", "https://x/<>/", "javascript:alert(1)//", "https://kg.example/?q=/", "https://[/"]


@pytest.mark.parametrize("base", BROKEN)
def test_a_bad_base_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="base IRI"):
        Iris(base)


@given(st.text())
def test_any_name_gives_a_clean_local_part(name: str) -> None:
    iris = Iris()
    for node in (iris.skill(name), iris.topic(name), iris.place(name), iris.project("ab" * 32, name)):
        local = re.split(r"[/#]", node.value)[-1]
        assert re.fullmatch(r"[a-z][a-z0-9-]*", local), node
    assert re.fullmatch(r"[a-z](-?[a-z0-9]+)*", slug(name))


def test_known_skills_go_by_the_shipped_iri_whatever_they_are_called() -> None:
    iris = Iris("https://other.example/")
    assert iris.skill("k8s") == iris.skill("Kubernetes") == ox.NamedNode("https://w3id.org/people-kg/skill#kubernetes")
    assert iris.skill("Quill Rigging") == iris.skill("  quill   RIGGING ")
    assert iris.skill("Quill Rigging").value.startswith("https://other.example/skill/quill-rigging-")
    assert iris.topic("Loom Theory") != iris.skill("Loom Theory")


def test_a_topic_of_an_ambiguous_name_is_not_taken_for_the_technology() -> None:
    assert Iris().topic("Go").value.startswith("https://kg.example/topic/go-")


def test_parts_of_a_digest_cannot_run_into_each_other() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
    assert digest("\ud800") != digest("\ufffd")
