"""What the gate lets through and what not; nothing here reaches a parser."""

from __future__ import annotations

import time
from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.stores import guard, parameters, tokens

CALL = "<http://127.0.0.1:9/>{}"
SERVICE = [
    f"SELECT * {{ {word}{gap}{CALL} }}"
    for word in ("SERVICE", "service", "sErViCe", "SERVICE SILENT", "SERVICE#c\nSILENT", "SERVICE\tSILENT")
    for gap in ("", " ", "\n", "#c\n", "\r\n\t")
] + [
    f"SELECT * {{ ?s ?p ?o .SERVICE{CALL} }}",
    f"SELECT * {{ ?s ?p ?o FILTER(?o < 3)SERVICE{CALL} }}",
    f"SELECT * {{ {{}}SERVICE{CALL} }}",
    f"SELECT * {{ ?s ?p 1SERVICE{CALL} }}",
    f"SELECT * {{ ?s ?p 1.0SERVICE{CALL} }}",
    f"SELECT * {{ ?s ?p trueSERVICE{CALL} }}",
    f"SELECT * {{ ?s ?p 'x'SERVICE{CALL} }}",
    f"SELECT * {{ ?s ?p 'x'@en SERVICE{CALL} }}",
    f"SELECT * {{ ?s ?p '''x'''SERVICE{CALL} }}",
    f"SELECT * {{ ?s ?p '''x''y'z'''SERVICE{CALL} }}",
    f'SELECT * {{ ?s ?p "a\\"b"SERVICE{CALL} }}',
    f'SELECT * {{ ?s ?p "#"SERVICE{CALL} }}',
    f"SELECT * {{ ?s ?p <http://x/#>SERVICE{CALL} }}",
    f"PREFIX x: <http://x/> SELECT * {{ ?s x:a\\#b ?o .SERVICE{CALL} }}",
    f"PREFIX x: <http://x/> SELECT * {{ ?s x:it\\'s ?o SERVICE{CALL} }}",
    f"PREFIX x: <http://x/> SELECT * {{ ?s x:p x:o.SERVICE{CALL} }}".replace("x:o.", "x:o ."),
    "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE:x{} }",
    "PREFIX : <http://127.0.0.1/> SELECT * { trueSERVICE:x{} }",
    "PREFIX : <http://127.0.0.1/> SELECT * { SERVICESILENT:x{} }",
    "SELECT * { SERVICE?x{} }",
    "SELECT * { SERVICE$x{} }",
    "SELECT * { SERVICESILENT?x{} }",
    f"SELECT * {{ FILTER(?a<?b && EXISTS{{SERVICE{CALL}}}) }}",
    f"SELECT * {{ {{ SELECT * {{ SERVICE{CALL} }} }} }}",
    f"ASK {{ OPTIONAL {{ SERVICE{CALL} }} }}",
    f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE{CALL} }}",
    f"DESCRIBE ?s WHERE {{ SERVICE{CALL} }}",
    f"SELECT * {{ \u017fERVICE{CALL} }}",
]
UPDATES = [
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "insert { ?s ?p ?o } where { ?s ?p ?o }",
    "DELETE WHERE { ?s ?p ?o }",
    "DELETE DATA { <a:a> <a:b> <a:c> }",
    "LOAD <http://127.0.0.1:9/>",
    "LOAD SILENT <file:///etc/hostname>",
    "CLEAR ALL",
    "DROP ALL",
    "DROP SILENT DEFAULT",
    "CREATE GRAPH <a:g>",
    "ADD <a:g> TO <a:h>",
    "MOVE <a:g> TO <a:h>",
    "COPY DEFAULT TO <a:h>",
    "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "PREFIX a: <a:> INSERT DATA { a:a a:b a:c }",
    "BASE <a:b> # SELECT\nDROP ALL",
    "SELECT * { ?s ?p ?o } ; DROP ALL",
    "ASK {} ; LOAD <http://127.0.0.1:9/>",
]
DEEP = [
    "SELECT * " + "{" * 2300 + "}" * 2300,
    "SELECT * " + "{" * 130 + "}" * 130,
    "ASK { FILTER(" + "(" * 4700 + "1" + ")" * 4700 + ") }",
    "ASK { FILTER(" + "!" * 9500 + "true) }",
    "ASK { FILTER(1" + "+1" * 7200 + ") }",
    "ASK { FILTER(true" + "||true" * 4900 + ") }",
    "ASK { FILTER(true" + "&&true" * 4900 + ") }",
    "ASK { {}" + " UNION {}" * 6800 + " }",
    "ASK { ?s <a:a>" + "|<a:a>" * 6000 + " ?o }",
    "ASK { ?s " + "^" * 5000 + "<a:a> ?o }",
    "ASK { ?s ?p " + "[<a:a>" * 200 + "]" * 200 + " }",
    "ASK { ?s ?p " + "<<" * 200 + " }",
    "ASK { FILTER(" + "NOT EXISTS {" * 200 + "}" * 200 + ") }",
    "SELECT * { ?s ?p '" + "x" * 70_000 + "' }",
    "SELECT * { ?s ?p '" + "é" * 40_000 + "' }",
]
ODD = [
    "",
    "   \n# SELECT\n",
    "S\\u0045LECT * { ?s ?p ?o }",
    "SELECT * { S\\u0045RVICE <http://127.0.0.1:9/> {} }",
    "SELECT * { \\U00000053ERVICE <http://127.0.0.1:9/> {} }",
    "hello",
    "42",
    "{ ?s ?p ?o }",
    "\x00SELECT * { }",
    "SELECT * { ?s ?p 'unterminated }",
    'SELECT * { ?s ?p """unterminated }',
    "EXPLAIN SELECT * { ?s ?p ?o }",
]
HARMLESS = [
    "SELECT * { ?s ?p ?o }",
    "# SERVICE LOAD DROP\nSELECT ?service { ?service ?load ?o }",
    "SELECT * { ?s ?p 'SERVICE <http://x> {}' }",
    'SELECT * { ?s ?p "LOAD \\" DROP ALL" }',
    "SELECT * { ?s ?p '''SERVICE\n'DROP''ALL''' }",
    "SELECT * { ?s <http://x/SERVICE> <http://x/#LOAD> }",
    "PREFIX x: <http://x/> SELECT * { ?s x:service x:LOAD . x:a x:DROP.ALL 'x'@en-service }",
    "prefix x: <http://x/> ask { ?s x:p\\u0041 ?o }".replace("\\u0041", ""),
    "BASE <http://x/> SELECT (COUNT(*) AS ?n) WHERE { ?s <p>/<q>|^<r>* ?o FILTER(?o < 3 && ?o > 1 || !BOUND(?x)) }",
    "SELECT * { ?s ?p <http://x/\\u0041> . ?s ?p '\\u0041' }",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE <http://x/>",
    "SELECT * FROM <http://x/g> { ?s ?p ?o }",
    "SELECT * { _:a ?p [] ; ?q (1 2.5 -3e4 true) }",
    "SELECT ?s { VALUES ?s { <http://x/a> UNDEF } MINUS { ?s a <http://x/b> } } ORDER BY DESC(?s) LIMIT 3 OFFSET 1",
    "ASK " + "{" * 100 + "}" * 100,
]


@pytest.mark.parametrize("query", SERVICE + UPDATES + DEEP + ODD, ids=lambda query: query[:40].replace("\x00", "NUL"))
def test_refuses(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        guard.check(query)
    assert "\n" not in str(caught.value)


def test_the_table_of_refusals_is_long() -> None:
    assert len(set(SERVICE + UPDATES + DEEP + ODD)) >= 80


@pytest.mark.parametrize("query", HARMLESS, ids=lambda query: query[:40])
def test_passes_what_is_harmless_and_the_parser_agrees(query: str) -> None:
    guard.check(query)
    ox.Store().query(query)


@pytest.mark.parametrize("query", SERVICE)
def test_what_looks_like_service_to_the_parser_was_refused_for_that(query: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE is off|unexpected"):
        guard.check(query)


def test_a_refusal_says_where() -> None:
    with pytest.raises(QueryError) as caught:
        guard.check("SELECT * {\n  SERVICE <http://x/> {} }")
    assert (caught.value.line, caught.value.column) == (2, 3)


@pytest.mark.parametrize("piece", ["'''", '"""', "<", "<a", "'", "a:", "\\", "?", "@", "_:", "'\\'", "a.", "%"])
def test_looking_takes_no_time(piece: str) -> None:
    query = "SELECT * { " + piece * (60_000 // len(piece))
    start = time.process_time()
    with suppress(QueryError):
        guard.check(query)
    assert time.process_time() - start < 2


@given(st.text(max_size=200))
def test_tokens_put_together_are_the_query(text: str) -> None:
    assert "".join(token.text for token in tokens.tokens(text)) == text


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=60))
def test_no_value_of_a_parameter_changes_the_shape_of_a_query(value: str) -> None:
    query = "SELECT ?a (COUNT(*) AS ?n) { ?b ?p ?a FILTER(BOUND(?a)) } GROUP BY ?a ORDER BY ?a"
    plain = [t.kind for t in tokens.tokens(parameters.bind(query, {"a": ox.Literal("x")}))]
    assert [t.kind for t in tokens.tokens(parameters.bind(query, {"a": ox.Literal(value)}))] == plain


def test_parameters_leave_strings_names_and_comments_alone() -> None:
    query = "SELECT ?x { ?x ?p '?x' } # ?x"
    assert parameters.bind(query, {"x": ox.Literal("v")}) == 'SELECT ("v" AS ?x) { "v" ?p \'?x\' } # ?x'


@pytest.mark.parametrize(
    ("query", "reason"), [("SELECT ?a { ?a ?p ?o }", "no variable"), ("SELECT (1 AS ?x) { }", "a value itself")]
)
def test_a_parameter_that_does_not_fit_is_an_error(query: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        parameters.bind(query, {"x": ox.Literal("v")})
