"""The verbs that read a graph: what they print, where, and in which form."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest

PEOPLE = "SELECT ?name WHERE { ?p a schema:Person ; schema:name ?name } ORDER BY ?name"


def test_query_as_a_table(kg, graph):
    ran = kg("query", PEOPLE, "-g", graph)
    assert (ran.code, ran.err) == (0, "")
    assert [line.strip() for line in ran.out.splitlines()][2:] == ["Mara Lindgreen", "Otto Brannigan"]


def test_query_as_csv_tsv_and_json(kg, graph):
    assert kg("query", PEOPLE, "-g", graph, "--format", "csv").out == "name\r\nMara Lindgreen\r\nOtto Brannigan\r\n"
    assert kg("query", PEOPLE, "-g", graph, "-f", "tsv").out == '?name\n"Mara Lindgreen"\n"Otto Brannigan"\n'
    for option in (["--format", "json"], ["--json"]):
        told = json.loads(kg("query", PEOPLE, "-g", graph, *option).out)
        assert told["head"] == {"vars": ["name"]}
        assert told["results"]["bindings"][0] == {"name": {"type": "literal", "value": "Mara Lindgreen"}}


def test_ask_queries_tell_truth(kg, graph):
    assert kg("query", "ASK { ?p a schema:Person }", "-g", graph).out == "true\n"
    assert json.loads(kg("query", "ASK { ?p a schema:Nothing }", "-g", graph, "--json").out)["boolean"] is False


def test_construct_and_describe_give_turtle_or_jsonld(kg, graph):
    query = "CONSTRUCT { ?p schema:name ?n } WHERE { ?p schema:name ?n }"
    turtle = kg("query", query, "-g", graph).out
    linked = kg("query", query, "-g", graph, "--format", "jsonld").out
    triples = {quad.triple for quad in ox.parse(turtle, ox.RdfFormat.TURTLE)}
    assert triples == {quad.triple for quad in ox.parse(linked, ox.RdfFormat.JSON_LD)}
    assert len(triples) > 2
    assert "Mara Lindgreen" in kg("query", "DESCRIBE ?p WHERE { ?p schema:name 'Mara Lindgreen' }", "-g", graph).out


def test_query_from_a_file(kg, graph, tmp_path):
    file = tmp_path / "people.rq"
    file.write_text(PEOPLE)
    assert kg("query", file, "-g", graph).out == kg("query", PEOPLE, "-g", graph).out


def test_query_from_stdin(spawn, graph):
    out, err = spawn("query", "-", "-g", graph, "-f", "csv").communicate(PEOPLE)
    assert (out.split(), err) == (["name", "Mara", "Lindgreen", "Otto", "Brannigan"], "")


def test_a_graph_comes_from_the_environment(kg, graph, monkeypatch):
    monkeypatch.setenv("KG_GRAPH", str(graph))
    assert kg("query", PEOPLE).code == 0


@pytest.mark.parametrize(
    "arguments", [["--skill", "kubernetes"], ["--skill=Kubernetes"], ["kubernetes"]], ids=["spaced", "equals", "bare"]
)
def test_ask_binds_parameters(kg, graph, arguments):
    ran = kg("ask", "used-skill", *arguments, "-g", graph, "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["person"] for row in rows} == {"Mara Lindgreen", "Otto Brannigan"}
    assert all(row["quote"] and row["document"].endswith(".md") for row in rows)


def test_ask_as_a_table_shows_the_words_that_say_so(kg, graph):
    out = kg("ask", "worked-at", "google", "-g", graph).out
    assert "Mara Lindgreen" in out
    assert "(mara.md, " in out
    assert "“" in out


def test_an_answer_without_rows_says_so_on_stderr(kg, graph):
    ran = kg("ask", "offers", "-g", graph)
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing found\n")


def test_questions(kg):
    out = kg("questions").out
    assert "worked-at" in out
    assert "--organization" in out
    assert "SELECT" in kg("questions", "worked-at").out
    told = json.loads(kg("questions", "--json").out)
    assert {"name": "months", "kind": "integer", "required": False, "default": "24"}.items() <= next(
        each for each in told if each["name"] == "long-employment"
    )["parameters"][0].items()


def test_documents_and_info(kg, graph):
    assert {"mara.md", "otto.md"} <= set(kg("documents", "-g", graph).out.split())
    rows = json.loads(kg("info", "-g", graph, "--json").out)["results"]["bindings"]
    counts = {row["what"]["value"]: int(row["count"]["value"]) for row in rows}
    assert counts["documents"] == 2
    assert counts["people"] == 2


def test_extract_prints_the_public_form(kg, documents):
    ran = kg("extract", documents / "mara.md", documents / "otto.md", "--format", "jsonl")
    first, second = [json.loads(line) for line in ran.out.splitlines()]
    assert first["source"] == str(documents / "mara.md")
    assert list(first) == [
        *("source", "person", "positions", "education", "advising", "skills", "topics", "projects", "awards"),
        *("offers", "students", "links"),
    ]
    assert first["person"]["name"] == "Mara Lindgreen"
    (job,) = second["positions"]
    assert list(job) == [
        *("organization", "unit", "title", "kind", "start", "end", "current", "location", "skills", "evidence")
    ]
    assert (job["start"], job["end"], job["current"]) == ("2020-01", None, True)
    assert list(first["education"][0]) == [
        *("organization", "degree", "level", "field", "start", "end", "current", "location", "grade", "evidence")
    ]
    assert json.loads(kg("extract", documents, "--format", "json").out) == [first, second]


def test_extract_can_tell_everything(kg, documents):
    whole = json.loads(kg("extract", documents / "mara.md", "--whole").out)
    assert len(whole["sha256"]) == 64


def test_export_to_files_and_stdout(kg, graph, tmp_path):
    for name in ("g.ttl", "g.jsonld", "g.nq", "g.trig", "g.nt", "g.rdf", "g.csv", "g.zip", "g.graphml", "g.gexf"):
        ran = kg("export", tmp_path / name, "-g", graph)
        assert (ran.code, ran.out, ran.err) == (0, "", ""), name
        assert (tmp_path / name).stat().st_size > 100
    assert kg("export", "-", "--format", "turtle", "-g", graph).out == (tmp_path / "g.ttl").read_text()
    framed = kg("export", "-", "-f", "jsonld-framed", "--person", "mara lindgreen", "-g", graph).out
    assert [each["name"] for each in json.loads(framed)["@graph"]] == ["Mara Lindgreen"]


def test_canonical_is_sorted_and_complete(kg, graph, tmp_path):
    lines = kg("export", "--canonical", "-", "-g", graph).out.splitlines()
    assert lines == sorted(set(lines))
    kg("export", "--canonical", tmp_path / "c.nq", "-g", graph)
    assert (tmp_path / "c.nq").read_text().splitlines() == lines
    assert not any("graph/ledger" in line for line in lines)


def test_view_writes_a_page(kg, graph, tmp_path):
    page = tmp_path / "page.html"
    ran = kg("view", page, "-g", graph, "--around", "Mara Lindgreen", "--hops", "1")
    assert (ran.code, ran.out) == (0, f"{page}\n")
    assert "Mara Lindgreen" in page.read_text()


def test_view_shows_the_ways_between_two(kg, graph, tmp_path):
    page = tmp_path / "page.html"
    ran = kg("view", page, "-g", graph, "--between", "Mara Lindgreen", "Otto Brannigan")
    assert (ran.code, ran.out) == (0, f"{page}\n")
    assert "<title>Mara Lindgreen – Otto Brannigan</title>" in page.read_text()
    unknown = kg("view", tmp_path / "none.html", "-g", graph, "--between", "Mara Lindgreen", "Nobody")
    assert (unknown.code, unknown.out) == (2, "")
    assert "'Nobody'" in unknown.err
    assert not (tmp_path / "none.html").exists()


def test_report_writes_a_page(kg, graph, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert kg("report", "--html", "-g", graph).out == "report.html\n"
    assert kg("report", tmp_path / "other.html", "-g", graph).code == 0
    assert (tmp_path / "report.html").read_bytes() == (tmp_path / "other.html").read_bytes()
    assert "Employers" in (tmp_path / "other.html").read_text()


def test_check_finds_nothing_wrong(kg, graph):
    ran = kg("check", "-g", graph)
    assert (ran.code, ran.out) == (0, "")
    assert json.loads(kg("check", "-g", graph, "--json").out)["findings"] == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Mara Lindgreen", "true"),
        ("Nobody", "false"),
        ('"Mara Lindgreen"', "true"),
        ('"Mara Lindgreen"@en', "false"),
        ("' } DROP ALL #", "false"),
    ],
)
def test_query_binds_parameters(kg, graph, value, found):
    ran = kg("query", "ASK { ?who rdfs:label ?label }", "--label", value, "-g", graph)
    assert (ran.code, ran.out) == (0, f"{found}\n")


def test_query_binds_iris_and_numbers(kg, graph):
    count = "SELECT (COUNT(*) AS ?n) { ?engagement kg:usedSkill ?skill }"
    for skill in ("skill:kubernetes", "<https://w3id.org/people-kg/skill#kubernetes>"):
        assert kg("query", count, "--skill", skill, "-g", graph, "-f", "csv").out.split() == ["n", "2"]
    assert kg("query", "ASK { FILTER(?n = 2 + 1) }", "--n=3", "-g", graph).out == "true\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--no-such", "x"], "?no_such"),
        (["--label", "<a b>"], "--label"),
        (["--label", "<urn:a>, <urn:b>"], "one term"),
        (["--label"], "needs a value"),
        (["stray"], "'stray'"),
    ],
)
def test_query_parameters_that_make_no_sense(kg, graph, arguments, words):
    ran = kg("query", "ASK { ?who rdfs:label ?label }", *arguments, "-g", graph)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err
