"""JSON-LD written with our context says the same triples again, to us and to rdflib."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
import rdflib

from kg.exporters.jsonld import jsonld
from kg.rdf.context import context

# rdflib 7 warns of a class that its own JSON-LD parser uses
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def union(store: Iterable[ox.Quad]) -> set[ox.Triple]:
    return {ox.Triple(q.subject, q.predicate, q.object) for q in store}


def test_the_context_brings_back_every_triple(store: ox.Store) -> None:
    triples = union(store)
    text = "".join(jsonld(triples, dict(context())))
    theirs = rdflib.Graph().parse(data=text, format="json-ld")
    lines = theirs.serialize(format="nt")
    assert {
        ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)
    } == triples
    ours = ox.parse(text, format=ox.RdfFormat.JSON_LD)
    assert {ox.Triple(q.subject, q.predicate, q.object) for q in ours} == triples


def test_rdflib_can_write_with_it(store: ox.Store) -> None:
    lines = ox.serialize(sorted(union(store), key=str), format=ox.RdfFormat.N_TRIPLES).decode()
    graph = rdflib.Graph().parse(data=lines, format="nt")
    text = graph.serialize(format="json-ld", context=dict(context()), auto_compact=True)
    again = rdflib.Graph().parse(data=text, format="json-ld")
    assert set(again) == set(graph)


def test_terms_go_by_their_names(store: ox.Store) -> None:
    nodes = json.loads("".join(jsonld(union(store), dict(context()))))["@graph"]
    (job,) = [node for node in nodes if str(node.get("label", "")).startswith("Engineer II,")]
    assert job["startEarliest"] == "2021-07-01"
    assert job["employmentType"] == "FullTime"
    assert "Employment" in job["type"]
    assert job["member"].startswith("https://kg.example/person/p")
    assert job["startDate"] == "2021-07"


def test_the_context_needs_nothing_fetched() -> None:
    assert all(isinstance(value, dict | str | float) for value in context().values())
    assert "@import" not in json.dumps(dict(context()))
