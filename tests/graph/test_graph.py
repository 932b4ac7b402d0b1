"""The public face: what somebody does with `import kg`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

import kg
from kg.engines import Serial
from kg.errors import KgError, QueryError, UnknownError, UsageError
from kg.graph.reading import period
from kg.model import PartialDate, Period

ADA = b"""# Ada Example

Email: ada@example.org

## Experience

### TikTok | Software Engineer | 07/2021 - 10/2023

- Ran Kubernetes in production.

### Databricks | Software Engineer | 11/2023 - present

## Education

- Carnegie Mellon University, M.S. in Computer Science, 08/2019 - 05/2021
"""


@pytest.fixture(scope="module")
def graph() -> kg.KnowledgeGraph:
    graph = kg.open()
    graph.add(kg.Document("ada.md", ADA), kg.Document("bo.md", ADA.replace(b"Ada", b"Bo").replace(b"ada@", b"bo@")))
    return graph


def test_the_tour(graph: kg.KnowledgeGraph) -> None:
    ada, bo = graph.people()
    assert (ada.label, ada.name, ada.emails) == ("Ada Example", "Ada Example", ("ada@example.org",))
    assert bo.label == "Bo Example"
    now, before = ada.employments
    assert [str(job.organization) for job in (now, before)] == ["Databricks", "TikTok"]
    assert (now.title, str(now.period)) == ("Software Engineer", "2023-11 – present")
    assert [skill.label for skill in before.skills] == ["Kubernetes"]
    quote = before.evidence[0]
    assert ADA.decode()[quote.start : quote.end] == quote.quote
    assert [study.organization.label for study in ada.studies] == ["Carnegie Mellon University"]
    assert ada.studies[0].level == "Master"


def test_asks_named_questions_and_sparql_with_bound_parameters(graph: kg.KnowledgeGraph) -> None:
    ada = graph.person("ada example")
    assert len(list(graph.query("works-now"))) == 2
    query = "SELECT ?name WHERE { ?who a schema:Person ; schema:name ?name }"
    assert list(graph.query(query, who=ada)) == [(ox.Literal("Ada Example"),)]
    assert list(graph.query(query, name='" } #')) == []
    assert [row["name"] for row in graph.select(query, who=ada).records()] == ["Ada Example"]
    with pytest.raises(QueryError, match="no SELECT"):
        graph.select("ASK { ?who a schema:Person }")
    with pytest.raises(QueryError):
        graph.query("SELECT ?x { SERVICE <http://127.0.0.1:9/> { ?x ?y ?z } }")
    with pytest.raises(UnknownError):
        graph.query("no-such-question")
    with pytest.raises(UnknownError):
        graph.person("Nobody")


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib uses what it calls deprecated itself
def test_gives_the_graph_to_other_libraries(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    dataset = graph.rdflib()
    assert isinstance(dataset, rdflib.Dataset)
    employed = dataset.query("SELECT ?p { ?e a kg:Employment ; org:member ?p }")
    assert len(list(employed)) == 4
    assert isinstance(graph.networkx(), nx.MultiDiGraph)
    graph.export(tmp_path / "people.ttl")
    assert len(list(ox.parse(path=tmp_path / "people.ttl"))) > 100
    graph.view(graph.person("Ada Example"), hops=1).save(tmp_path / "ada.html")
    assert "<html" in (tmp_path / "ada.html").read_text("utf-8")
    assert graph.view(between=(graph.person("Ada Example"), "Bo Example")).title == "Ada Example – Bo Example"
    assert graph.view("Ada Example", kind="profile").title == "Ada Example"


def test_shows_itself(graph: kg.KnowledgeGraph) -> None:
    assert repr(graph) == "KnowledgeGraph('memory')"
    assert "<td>2</td>" in graph._repr_html_()
    assert "<iframe sandbox=" in graph._repr_html_()
    assert "<iframe" not in kg.open()._repr_html_()
    person = graph.person("Ada Example")._repr_html_()
    assert person.startswith('<iframe sandbox="allow-scripts')
    assert "allow-same-origin" not in person
    assert "Ada Example" in person


def test_answers_show_themselves_and_can_be_read_afterwards(graph: kg.KnowledgeGraph) -> None:
    rows = graph.query("SELECT ?label WHERE { ?p a schema:Person ; rdfs:label ?label } ORDER BY ?label")
    assert rows._repr_html_() == (
        "<table><thead><tr><th>label</th></tr></thead>"
        "<tbody><tr><td>Ada Example</td></tr><tr><td>Bo Example</td></tr></tbody></table>"
    )
    assert len(list(rows)) == 2
    hostile = graph.query('SELECT ("<script>1</script>" AS ?words) {}')
    assert "<td>&lt;script&gt;1&lt;/script&gt;</td>" in hostile._repr_html_()
    triples = graph.query("CONSTRUCT { ?p a schema:Person } WHERE { ?p a schema:Person }")
    assert triples._repr_html_().count("<tr>") == 3
    assert len(list(triples)) == 2
    many = graph.query("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
    assert many._repr_html_().count("<tr>") == 201
    assert "more</caption>" in many._repr_html_()


def test_knows_its_documents(graph: kg.KnowledgeGraph) -> None:
    assert [(record.names, record.person.label) for record in sorted(graph.documents(), key=lambda r: r.names)] == [
        (("ada.md",), "Ada Example"),
        (("bo.md",), "Bo Example"),
    ]


def test_judges_and_forgets(tmp_path: Path) -> None:
    with kg.open(tmp_path / "people.kg") as graph:
        graph.add(
            kg.Document("a.md", ADA),
            kg.Document("b.md", ADA.replace(b"ada@example.org", b"x@example.org")),
            engine=Serial(),
        )
        one, other = graph.people()
        graph.judge(one, other, "same", by="me", reason="it is one person")
        assert len(list(graph.people())) == 1
        graph.judge("TikTok", "Databricks", "different", by="me")
        with pytest.raises(UsageError):
            graph.judge(one, other, "alike")
        assert graph.forget("a.md").names == ("a.md",)
        assert [record.names for record in graph.documents()] == [("b.md",)]
    with kg.open(tmp_path / "people.kg") as graph:
        assert len(list(graph.people())) == 1


def test_extracts_without_a_store(tmp_path: Path) -> None:
    (tmp_path / "ada.md").write_bytes(ADA)
    profile = kg.extract(tmp_path / "ada.md")
    assert [position.organization for position in profile.positions] == ["TikTok", "Databricks"]
    with pytest.raises(KgError):
        kg.extract(tmp_path / "nobody.md")


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2021-07/2023-10", Period(PartialDate(2021, 7), PartialDate(2023, 10))),
        ("2021/..", Period(PartialDate(2021), None, current=True)),
        ("/2023", Period(None, PartialDate(2023))),
        ("2021-07-24", Period(PartialDate(2021, 7, 24), PartialDate(2021, 7, 24))),
        (None, Period()),
    ],
)
def test_periods_come_back_from_edtf(edtf: str | None, expected: Period) -> None:
    assert period(edtf) == expected
    assert expected.edtf in (edtf or "", f"{edtf}/{edtf}")


def test_importing_loads_next_to_nothing() -> None:
    code = "import kg, sys; print(*sorted(m for m in sys.modules if m.partition('.')[0] in sys.argv[1:]))"
    heavy = ["rdflib", "networkx", "pyvis", "pyshacl", "pydantic", "pyoxigraph", "httpx"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_a_graph_is_opened_and_filled_without_the_edges_libraries() -> None:
    code = (
        "import kg, sys; g = kg.open(); g.add(kg.Document('a.md', b'# Ada Example')); list(g.people());"
        "print(*sorted(m for m in sys.modules if m in sys.argv[1:]))"
    )
    heavy = ["rdflib", "networkx", "pyvis", "pyshacl", "httpx"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_every_public_name_is_there() -> None:
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    assert set(kg.__all__) <= set(dir(kg))
    with pytest.raises(AttributeError):
        kg.nothing  # noqa: B018
