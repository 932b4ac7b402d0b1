"""The shapes pass what we write, find what is planted, and say so in words."""

from __future__ import annotations

import sys

import pyoxigraph as ox
import pytest

from kg.errors import MissingExtraError
from kg.rdf.shapes import check
from kg.terms import EDTF, KG, OA, ORG, RDF, RDFS, SCHEMA, XSD

Faults = list[tuple[str, str, str | None, str]]


def text(value: str, kind: str = XSD.string) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(kind))


def node_of(store: ox.Store, kind: str, label: str = "") -> ox.NamedNode:
    """The first node of a class whose label holds a word."""
    nodes = [q.subject for q in store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(kind))]
    labels = {q.subject: q.object.value for q in store.quads_for_pattern(None, ox.NamedNode(RDFS.label), None)}
    return min((node for node in nodes if label in labels.get(node, "")), key=str)


@pytest.fixture
def graph(store: ox.Store) -> ox.Store:
    copy = ox.Store()
    copy.extend(store)
    return copy


def test_what_we_write_conforms(store: ox.Store) -> None:
    report = check(store)
    assert report.findings == ()
    assert report.conforms
    assert report.checked > 2000


@pytest.mark.parametrize(
    ("kind", "label", "predicate", "values", "problem"),
    [
        (KG.Employment, "Engineer II", KG.evidence, [], "no evidence"),
        (KG.SkillStatement, "Go", KG.evidence, [], "no evidence"),
        (KG.Study, "B.Eng.", ORG.member, [], "exactly one person"),
        (KG.Study, "B.Eng.", KG.level, [ox.NamedNode(KG.Internship)], "level that the ontology does not list"),
        (KG.Study, "B.Eng.", KG.degree, [text("B.Eng."), text("B.Sc.")], "degree that is no text, or several"),
        (KG.Study, "B.Eng.", KG.when, [text("summer", EDTF.EDTF)], "no EDTF"),
        (KG.Study, "B.Eng.", KG.startEarliest, [text("2017", XSD.string)], "no single day"),
        (KG.Study, "B.Eng.", KG.startEarliest, [text("2030-01-01", XSD.date)], "ends before it begins"),
        (KG.Study, "B.Eng.", KG.possibleEnd, [], "derive the graph anew"),
        (KG.Employment, "Engineer II", KG.usedSkill, [ox.NamedNode(SCHEMA.Person)], "no skill"),
        (KG.Advising, "Lena", KG.advisor, [], "one advisor"),
        (KG.Document, "ada.md", KG.sha256, [text("abc")], "SHA-256"),
        (KG.Mention, "Bravura", KG.refersTo, [], "exactly one entity"),
        (OA.TextPositionSelector, "ada positions", OA.start, [ox.Literal(999999)], "before its end"),
        (SCHEMA.Person, "Kai", RDFS.label, [], "no label"),
        (SCHEMA.Organization, "Bravura", SCHEMA.name, [text("A"), text("B")], "several"),
        (KG.ContactStatement, "ada7", SCHEMA.email, [text("ada7 at castlegate")], "exactly one @"),
        (KG.Claim, "parcels", SCHEMA.text, [], "the words of the claim"),
    ],
)
def test_a_planted_fault_is_found(
    kind: str, label: str, predicate: str, values: list[ox.Literal | ox.NamedNode], problem: str, graph: ox.Store
) -> None:
    node = node_of(graph, kind, label)
    for quad in list(graph.quads_for_pattern(node, ox.NamedNode(predicate), None)):
        graph.remove(quad)
    graph.extend([ox.Quad(node, ox.NamedNode(predicate), value) for value in values])
    report = check(graph)
    assert not report.conforms
    found = [finding for finding in report.findings if problem in finding.problem and finding.iri == node.value]
    assert found, [str(finding) for finding in report.findings]


def test_a_finding_names_thing_document_problem_and_remedy(graph: ox.Store) -> None:
    node = node_of(graph, KG.Employment, "Engineer II")
    for quad in list(graph.quads_for_pattern(node, ox.NamedNode(KG.evidence), None)):
        graph.remove(quad)
    (finding,) = check(graph).findings
    assert str(finding) == (
        "violation: “Engineer II, Parcel Group, Bravura, 2021-07/2023-10” (in “ada.md”) "
        "has no evidence: nothing in a document says so. "
        "Build that document anew; if it stays, the reading of it is at fault."
    )


def test_dates_in_the_wrong_order_are_the_document_s_own(graph: ox.Store) -> None:
    node = node_of(graph, KG.Study, "B.Eng.")
    for name, value in ((KG.endEarliest, "2001-06-01"), (KG.endLatest, "2001-06-30")):
        for quad in list(graph.quads_for_pattern(node, ox.NamedNode(name), None)):
            graph.remove(quad)
        graph.add(ox.Quad(node, ox.NamedNode(name), text(value, XSD.date)))
    (finding,) = check(graph).findings
    assert (finding.severity, finding.problem) == ("warning", "ends before it begins")


def test_an_import_in_the_data_is_never_followed(graph: ox.Store) -> None:
    away = ox.NamedNode("https://away.invalid/")
    graph.add(ox.Quad(away, ox.NamedNode(RDF.type), ox.NamedNode("http://www.w3.org/2002/07/owl#Ontology")))
    graph.add(ox.Quad(away, ox.NamedNode("http://www.w3.org/2002/07/owl#imports"), away))
    assert check(graph).conforms


def test_without_pyshacl_the_extra_is_named(store: ox.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(MissingExtraError, match=r"people-kg\[check\]"):
        check(store)
