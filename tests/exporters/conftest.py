"""A small invented graph, with a ledger and an ontology that do not belong into an export."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import stores


@pytest.fixture(scope="session")
def store(root):
    opened = stores.open(None)
    quads = list(ox.parse(path=str(root / "tests/analysis/invented.trig"), format=ox.RdfFormat.TRIG))
    secret = ox.Literal("secret path")
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    for graph in ("ledger", "ontology"):
        name = ox.NamedNode(f"https://kg.example/graph/{graph}")
        quads.append(ox.Quad(ox.NamedNode(f"https://kg.example/{graph}#it"), label, secret, name))
    opened.apply(stores.Change(insert=tuple(quads)))
    return opened


@pytest.fixture(scope="session")
def published(store):
    """The triples that an export holds."""
    return {q.triple for q in store.quads() if not q.graph_name.value.endswith(("graph/ledger", "graph/ontology"))}
