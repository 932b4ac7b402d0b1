"""What every store must do, whichever it is."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.stores import Change, Limits, Rows, Store, Triples, Truth

A, B, C = (ox.NamedNode(f"http://example.org/{name}") for name in "abc")
G, H = ox.NamedNode("http://example.org/graph/g"), ox.NamedNode("http://example.org/graph/h")
NAME = ox.NamedNode("http://example.org/name")
HOSTILE = [
    '"',
    "\\",
    "a\nb\r\t",
    "'; DROP ALL #",
    '" . } } ; DROP ALL #',
    "\u2028\u202e",
    "😀",
    "<x>",
    "?a",
    "\x01",
    "",
]


def quad(subject: ox.NamedNode, value: str, graph: ox.NamedNode = G) -> ox.Quad:
    return ox.Quad(subject, NAME, ox.Literal(value), graph)


def test_inserts_and_reads_back(store: Store) -> None:
    quads = {quad(A, "one"), quad(B, "two", H)}
    store.apply(Change(insert=tuple(quads)))
    store.flush()
    assert set(store.quads()) == quads
    assert list(store.quads(H)) == [quad(B, "two", H)]
    assert store.graphs() == [G, H]


def test_replaces_a_graph_and_deletes_single_quads(store: Store) -> None:
    store.apply(Change(insert=(quad(A, "old"), quad(B, "stays", H), quad(C, "goes", H))))
    store.apply(Change(drop=(G,), delete=(quad(C, "goes", H),), insert=(quad(A, "new"),)))
    assert set(store.quads()) == {quad(A, "new"), quad(B, "stays", H)}


def test_dropping_what_is_not_there_changes_nothing(store: Store) -> None:
    store.apply(Change(insert=(quad(A, "one"),)))
    store.apply(Change(drop=(H,), delete=(quad(C, "never"),)))
    store.apply(Change())
    assert list(store.quads()) == [quad(A, "one")]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_literal_comes_back_as_it_went_in_and_runs_nothing(store: Store, value: str) -> None:
    store.apply(Change(insert=(quad(A, "safe", H),)))
    store.apply(Change(drop=(G,), insert=(quad(A, value),)))
    assert set(store.quads()) == {quad(A, value), quad(A, "safe", H)}


@pytest.mark.parametrize("value", HOSTILE)
def test_a_parameter_is_a_term_and_never_code(store: Store, value: str) -> None:
    store.apply(Change(insert=(quad(A, value), quad(B, "other"))))
    answer = store.evaluate("SELECT ?s ?n WHERE { ?s ?p ?n FILTER(?n = ?n) } ORDER BY ?n", {"n": ox.Literal(value)})
    assert list(answer) == [(A, ox.Literal(value))]


def test_queries_see_the_union_of_all_graphs(store: Store) -> None:
    store.apply(Change(insert=(quad(A, "one"), quad(A, "two", H))))
    for answer in (store.evaluate, store.query):
        rows = answer("SELECT ?n WHERE { ?s ?p ?n } ORDER BY ?n")
        assert isinstance(rows, Rows)
        assert rows.variables == ("n",)
        assert [row[0].value for row in rows] == ["one", "two"]


def test_from_narrows_the_union(store: Store) -> None:
    store.apply(Change(insert=(quad(A, "one"), quad(A, "two", H))))
    rows = store.query(f"SELECT ?n FROM {H} WHERE {{ ?s ?p ?n }}")
    assert list(rows) == [(ox.Literal("two"),)]


def test_answers_ask_construct_describe_and_unbound(store: Store) -> None:
    store.apply(Change(insert=(quad(A, "one"),)))
    assert store.query("ASK { ?s ?p 'one' }") == Truth(True)
    assert not store.query("ASK { ?s ?p 'two' }")
    constructed = store.query("CONSTRUCT { ?s a schema:Person } WHERE { ?s ?p ?o }")
    assert isinstance(constructed, Triples)
    assert [triple.subject for triple in constructed] == [A]
    assert [triple.object for triple in store.query(f"DESCRIBE {A}")] == [ox.Literal("one")]
    assert list(store.query("SELECT ?s ?x WHERE { ?s ?p ?o OPTIONAL { ?s a ?x } }")) == [(A, None)]


def test_known_prefixes_need_no_declaration_and_may_have_one(store: Store) -> None:
    store.apply(Change(insert=(quad(A, "one"),)))
    assert store.query("ASK { ?s ?p ?o FILTER(DATATYPE(?o) = xsd:string) }")
    assert store.query(
        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ASK { ?s ?p ?o FILTER(DATATYPE(?o) = xsd:string) }"
    )


def test_the_row_limit_cuts_and_says_so(store: Store) -> None:
    store.apply(Change(insert=tuple(quad(A, str(number)) for number in range(5))))
    assert len(list(cut := store.query("SELECT * { ?s ?p ?o }", limits=Limits(rows=3)))) == 3
    assert cut.truncated
    assert not store.query("SELECT * { ?s ?p ?o }", limits=Limits(rows=5)).truncated
    assert len(list(store.query("CONSTRUCT WHERE { ?s ?p ?o }", limits=Limits(rows=2)))) == 2


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [("SELECT * WHERE {\n  ?s ?p }", 2, 10), ("ASK {\n ?s nope:p ?o }", 2, 5), ("SELECT * { ?s ?p ?o } }", 1, 24)],
)
def test_a_syntax_error_says_where(store: Store, query: str, line: int, column: int) -> None:
    store.apply(Change(insert=(quad(A, "one"),)))
    with pytest.raises(QueryError) as caught:
        store.query(query)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert "\n" not in str(caught.value)


def test_a_query_sees_what_was_written_just_before(store: Store) -> None:
    for number in range(4):
        store.apply(Change(insert=(quad(A, str(number)),)))
        assert len(list(store.query("SELECT * { ?s ?p ?o }"))) == number + 1


def test_compaction_keeps_everything(store: Store) -> None:
    store.apply(Change(insert=(quad(A, "one"), quad(B, "two", H))))
    before = set(store.quads())
    store.compact()
    assert set(store.quads()) == before
    store.apply(Change(insert=(quad(C, "three"),)))
    assert set(store.quads()) == before | {quad(C, "three")}
