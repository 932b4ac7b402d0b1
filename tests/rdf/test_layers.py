"""Entities, identity, skills and provenance as quads."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox

from kg.model import Entity, EntityKind, Judgement, Profile, Verdict
from kg.rdf import concepts, entities, provenance
from kg.rdf.iris import Iris
from kg.rdf.mentions import mentions
from kg.rdf.nodes import describe
from kg.rdf.quads import quads
from kg.terms import KG, ORG, RDF, RDFS, SCHEMA, SKOS

IRIS = Iris()
AWS = "https://w3id.org/people-kg/organization#amazon-web-services"
AMAZON = "https://w3id.org/people-kg/organization#amazon"
WHY = Judgement("mone", "mtwo", Verdict.SAME, "names", "the same full name")


def test_units_belong_to_organizations_and_companies_to_groups() -> None:
    formal = (SCHEMA.Corporation, ORG.FormalOrganization)
    known = [
        Entity("amazon", EntityKind.ORGANIZATION, "Amazon", "Amazon", AMAZON, types=formal),
        Entity("amazon-web-services", EntityKind.UNIT, "AWS", "AWS", AWS, parent="amazon", types=formal),
        Entity("tools-aaaaaaaa", EntityKind.UNIT, "Tools", "Tools", parent="amazon-web-services"),
    ]
    about = describe(entities.quads(known, IRIS))
    tools = about["https://kg.example/organization/tools-aaaaaaaa"]
    assert tools[ORG.unitOf] == [AWS]
    assert set(tools[RDF.type]) == {SCHEMA.Organization, ORG.OrganizationalUnit}
    assert about[AWS][ORG.subOrganizationOf] == [AMAZON]
    assert ORG.unitOf not in about[AWS]
    assert about[AMAZON][SCHEMA.sameAs] == ["http://www.wikidata.org/entity/Q3884"]


def test_a_person_without_a_name_has_a_label_only() -> None:
    about = describe(entities.quads([Entity("paaa", EntityKind.PERSON, "ada7")], IRIS))
    assert dict(about["https://kg.example/person/paaa"]) == {RDFS.label: ["ada7"], RDF.type: [SCHEMA.Person]}


def test_identity_says_who_is_meant_and_why_and_comes_back() -> None:
    person = Entity("paaa", EntityKind.PERSON, "Bo", "Bo", mentions=("mone", "mtwo"), reasons=(WHY,))
    written = [q for q in entities.quads([person], IRIS) if q.graph_name == IRIS.identity]
    refers = {q.subject.value for q in written if q.predicate.value == KG.refersTo}
    assert refers == {"https://kg.example/mention/mone", "https://kg.example/mention/mtwo"}
    concerned = {q.object.value for q in written if q.predicate.value == KG.concerns}
    assert concerned == refers
    assert entities.read_judgements(written) == (WHY,)
    theirs = Judgement("Bo", "Bo Lindqvist", Verdict.DIFFERENT, "Ann", "I know both\x00")
    back = entities.read_judgements(entities.judgements([theirs, WHY], IRIS))
    assert back == (Judgement("Bo", "Bo Lindqvist", Verdict.DIFFERENT, "Ann", "I know both\ufffd"), WHY)


def test_the_order_of_entities_does_not_matter() -> None:
    known = [Entity(f"p{letter}", EntityKind.PERSON, letter, letter, mentions=(f"m{letter}",)) for letter in "abc"]
    assert list(entities.quads(known, IRIS)) == list(entities.quads(reversed(known), IRIS))


def test_skills_bring_what_is_broader_and_nothing_else() -> None:
    pyspark = IRIS.skill("PySpark").value
    about = describe(concepts.quads([(pyspark, "PySpark")], IRIS))
    assert about[pyspark][SKOS.prefLabel] == ["PySpark"]
    for said in about.values():
        assert set(said.get(SKOS.broader, ())) <= set(about)
    assert len(about) < 12


def test_the_name_most_documents_write_wins_in_whatever_order() -> None:
    mine = IRIS.skill("Quill Rigging").value
    written = [(mine, "quill rigging"), (mine, "Quill Rigging"), (mine, "quill rigging"), (mine, "QUILL rigging")]
    for order in (written, written[::-1]):
        about = describe(concepts.quads(order, IRIS))[mine]
        assert about[SKOS.prefLabel] == ["quill rigging"]
        assert about[SKOS.altLabel] == ["QUILL rigging", "Quill Rigging"]
        assert about[SKOS.inScheme] == [KG.Skills]
    topic = IRIS.topic("Loom Theory").value
    assert describe(concepts.quads([(topic, "Loom Theory")], IRIS))[topic][SKOS.inScheme] == [KG.Topics]


def test_provenance_names_files_and_not_folders() -> None:
    sha = "ab" * 32
    about = describe(provenance.quads(sha, ["b.md", "a\x01.md", "b.md"], IRIS, "9.9"))
    document = about[IRIS.document(sha).value]
    assert document[SCHEMA.name] == ["a\ufffd.md", "b.md"]
    assert document[RDFS.label] == ["a\ufffd.md"]
    assert about[IRIS.software("9.9").value][SCHEMA.softwareVersion] == ["9.9"]
    nameless = describe(provenance.quads(sha, [], IRIS))[IRIS.document(sha).value]
    assert nameless == {RDFS.label: ["dabababababababab"]}


def test_mentions_of_one_profile(profile: Callable[..., Profile]) -> None:
    told = profile(
        "one",
        education=[{"organization": "Acorn University", "unit": "Loom Lab", "location": "Oslo"}],
        positions=[{"organization": "Acorn University", "title": "Tutor"}],
        advising=[{"advisor": "Juno Zimmer", "organization": "Acorn University", "unit": "Loom Lab"}],
        links=[{"kind": "email", "value": "j@acorn.example"}],
        abbreviations=[{"short": "AU", "full": "Acorn University"}],
    )
    found = {mention.name: mention for mention in mentions(told)}
    assert set(found) == {None, "Acorn University", "Loom Lab", "Juno Zimmer"}
    school = found["Acorn University"]
    assert school.context == ("Oslo", "employer", "school")
    assert school.aliases == ("AU",)
    assert found["Loom Lab"].parent == found["Juno Zimmer"].parent == school.id
    assert found[None].subject
    assert found[None].identifiers == ("j@acorn.example",)
    nodes = {q.subject.value for q in quads(told, IRIS)}
    assert {IRIS.mention(mention.id).value for mention in found.values()} <= nodes


def test_every_graph_is_one_we_name(store: ox.Store) -> None:
    names = {graph.value for graph in store.named_graphs()}
    documents = {name for name in names if name.rsplit("/", 1)[-1].startswith("d") and not name.endswith("derived")}
    layers = (IRIS.entities, IRIS.derived, IRIS.identity, IRIS.provenance, IRIS.ontology, IRIS.skills)
    assert len(documents) == 3
    assert names - documents == {layer.value for layer in layers}
