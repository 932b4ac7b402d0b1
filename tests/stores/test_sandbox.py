"""A hostile query dies alone, in time, and the next one is answered."""

from __future__ import annotations

import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import stores
from kg.errors import QueryError, QueryLimitError
from kg.stores import Change, Limits, Store
from kg.stores.sandbox import Sandbox

SECONDS = 1.0
PRODUCT = " . ".join(f"?s{n} ?p{n} ?o{n}" for n in range(7))
ENDLESS = [
    f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}",
    f"SELECT * {{ {PRODUCT} }}",
    f"SELECT DISTINCT * {{ {PRODUCT} }} ORDER BY ?s1",
    f"SELECT (GROUP_CONCAT(?o1) AS ?n) {{ {PRODUCT} }}",
    "SELECT * { ?s ?p ?o " + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(1, 40)) + " }",
    "ASK { ?s ?p ?o " + " ".join(f"OPTIONAL {{ ?s ?p{n} ?o{n} }}" for n in range(1500)) + " }",
]
ENDLESS[4] = ENDLESS[4].replace("?s ?p ?o ", "?s ?p ?o BIND('0123456789abcdef' AS ?x1) ")


@pytest.fixture(params=["memory", "folder"])
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    store = stores.open(None if request.param == "memory" else tmp_path / "people.kg")
    node = [ox.NamedNode(f"a:n{number}") for number in range(300)]
    graph = ox.NamedNode("a:g")
    store.apply(Change(insert=tuple(ox.Quad(s, ox.NamedNode("a:p"), o, graph) for s in node[:30] for o in node[:30])))
    yield store
    store.close()


@pytest.mark.parametrize("query", ENDLESS, ids=range(len(ENDLESS)))
def test_stops_at_the_limit_and_goes_on(filled: Store, query: str) -> None:
    start = time.perf_counter()
    with pytest.raises((QueryLimitError, QueryError)):
        filled.query(query, limits=Limits(seconds=SECONDS))
    assert time.perf_counter() - start < SECONDS + 60.0  # none of them would end; a loaded machine starts slowly
    assert filled.query("ASK { ?s ?p ?o }")


def test_a_crash_of_the_parser_is_an_error_here(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.stores.guard.check", lambda _query: None)
    with pytest.raises(QueryLimitError):
        filled.query("SELECT * " + "{" * 50_000 + "}" * 50_000)
    assert filled.query("ASK { ?s ?p ?o }")


def test_the_worker_reaches_no_network_or_the_gate_is_all_there_is(
    filled: Store, server: tuple[str, type], monkeypatch: pytest.MonkeyPatch
) -> None:
    query = f"SELECT * {{ SERVICE <{server[0]}> {{ ?s ?p ?o }} }}"
    with pytest.raises(QueryError):
        filled.query(query)
    assert server[1].requests == []


def test_workers_leave_nothing_behind(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else None
    for _ in range(5):
        sandbox = Sandbox()
        with pytest.raises(QueryLimitError):
            sandbox.over_copy(("k",), lambda: b"", "ASK { ?a ?b ?c }", Limits(seconds=0.0))
        sandbox.close()
    if before is not None:
        assert len(list(Path("/proc/self/fd").iterdir())) <= before
