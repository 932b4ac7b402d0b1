"""A small document under the part of the context it needs says what it says under the whole."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
import rdflib

from kg.exporters.excerpts import Excerpts, needed
from kg.exporters.vocabulary import context

BASE = "https://people.example/"
PERSON = ox.NamedNode(f"{BASE}person/p1")
SCHEMA = "https://schema.org/"
TRIPLES = [
    ox.Triple(PERSON, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), ox.NamedNode(f"{SCHEMA}Person")),
    ox.Triple(PERSON, ox.NamedNode(f"{SCHEMA}name"), ox.Literal("Ada: person")),
    ox.Triple(PERSON, ox.NamedNode("https://w3id.org/people-kg#listsSkill"), ox.NamedNode(f"{BASE}skill/go")),
    ox.Triple(PERSON, ox.NamedNode("https://unknown.example/says"), ox.Literal("hei", language="no")),
    ox.Triple(
        ox.NamedNode(f"{BASE}engagement/e1"),
        ox.NamedNode("https://w3id.org/people-kg#startEarliest"),
        ox.Literal("2021-01-01", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")),
    ),
]


@pytest.fixture(scope="module")
def text():
    return "".join(Excerpts(context(BASE)).jsonld(TRIPLES))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own parser
def test_two_readers_find_the_same_triples(text):
    stated = {str(triple) for triple in TRIPLES}
    assert {str(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD)} == stated
    found = rdflib.Graph().parse(data=text, format="json-ld")
    assert {line.removesuffix(" .") for line in found.serialize(format="nt").splitlines() if line} == stated


def test_the_context_holds_no_more_than_it_must(text):
    document = json.loads(text)
    kept = document["@context"]
    assert set(kept) <= set(context(BASE))
    assert set(kept) == {
        *("@version", "id", "type", "person", "engagement", "other-skill"),
        *("Person", "name", "listsSkill", "startEarliest"),
    }
    assert needed(kept, document["@graph"]) == kept


def test_nothing_needs_nothing():
    assert json.loads("".join(Excerpts(context(BASE)).jsonld([])))["@graph"] == []
