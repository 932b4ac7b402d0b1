"""A stranger's questions, in plain SPARQL over the exported Turtle in rdflib: the vocabulary alone must do."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib

PREFIXES = """
PREFIX kg: <https://w3id.org/people-kg#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skill: <https://w3id.org/people-kg/skill#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

ANU, CASTLE = "Alderbrook Normal University", "Castlegate University"

QUESTIONS: dict[str, tuple[str, set[tuple[str, ...]]]] = {
    "CQ01 who worked at an organization, as what, in which unit, when": (
        """SELECT ?who ?title ?unit ?start ?end WHERE {
             ?o schema:name "Bravura" .
             ?e a kg:Employment ; org:member/rdfs:label ?who ; org:organization ?u ; schema:roleName ?title ;
                schema:startDate ?start ; schema:endDate ?end .
             ?u (org:unitOf|org:subOrganizationOf)* ?o ; schema:name ?unit }""",
        {
            ("ada7", "Engineer II", "Parcel Group", "2021-07", "2023-10"),
            ("ada7", "Engineer Intern", "Seller Group", "2025-05", "2025-08"),
            ("Bo Lindqvist", "SWE Intern", "Storefront", "2025-05-19", "2025-12-05"),
        },
    ),
    "CQ02 where people work now": (
        "SELECT ?who ?where WHERE { ?p schema:worksFor/schema:name ?where ; rdfs:label ?who }",
        {("Kai", "Databricks")},
    ),
    "CQ02 by the engagements": (
        """SELECT ?who ?where WHERE { ?e a kg:Employment ; kg:when ?when ; org:member/rdfs:label ?who ;
             org:organization/org:unitOf* ?o . ?o schema:name ?where .
             FILTER NOT EXISTS { ?o org:unitOf [] } FILTER(STRENDS(STR(?when), "..")) }""",
        {("Kai", "Databricks")},
    ),
    "CQ03 who studies or studied at a school": (
        """SELECT DISTINCT ?who WHERE { ?e a kg:Study ; org:member/rdfs:label ?who ;
             org:organization/(org:unitOf|org:subOrganizationOf)*/schema:name "Castlegate University" }""",
        {("ada7",), ("Kai",)},
    ),
    "CQ04 degrees": (
        """SELECT ?who ?degree ?field ?school ?start ?end WHERE {
             ?e a kg:Study ; org:member/rdfs:label ?who ; org:organization/schema:name ?school ;
                kg:degree ?degree ; kg:field ?field ; schema:startDate ?start .
             OPTIONAL { ?e schema:endDate ?end } }""",
        {
            ("ada7", "B.Eng.", "Software Engineering", ANU, "2017-09", "2021-06"),
            ("ada7", "M.S.", "Software Engineering", CASTLE, "2024-08", ""),
            ("Bo Lindqvist", "M.S.E.", "Information Science", "Dunmore University", "2024-08-27", "2026-05-18"),
            ("Bo Lindqvist", "B.E.", "Software Engineering", "Alderbrook University", "2020-09-01", "2024-07-01"),
        },
    ),
    "CQ05 who advised whom, in which lab of which school": (
        """SELECT ?advisor ?advisee ?lab ?school WHERE {
             ?e a kg:Advising ; kg:advisor/rdfs:label ?advisor ; kg:advisee/rdfs:label ?advisee ; org:organization ?o .
             ?o rdfs:label ?lab ; org:unitOf/schema:name ?school }""",
        {
            ("Lena Sandoval", "ada7", "Distributed Systems Lab", CASTLE),
            ("Juno Zimmer", "ada7", "Information Lab", ANU),
        },
    ),
    "CQ06 who used a skill, not merely listed it": (
        "SELECT DISTINCT ?who WHERE { ?e kg:usedSkill skill:kubernetes ; org:member/rdfs:label ?who }",
        {("ada7",), ("Bo Lindqvist",), ("Kai",)},
    ),
    "CQ07 who used it and who only lists it": (
        """SELECT ?who ?how WHERE { ?s skos:prefLabel "Go" . ?p rdfs:label ?who .
             { ?job a kg:Employment ; org:member ?p ; kg:usedSkill ?s BIND("used" AS ?how) } UNION
             { ?p kg:listsSkill ?s FILTER NOT EXISTS { ?e kg:usedSkill ?s ; org:member ?p }
               BIND("listed" AS ?how) } }""",
        {("ada7", "used"), ("Bo Lindqvist", "listed")},
    ),
    "CQ08 who used or lists Kafka, and RocketMQ does not count": (
        """SELECT ?who WHERE { ?p schema:knowsAbout/(skos:prefLabel|skos:altLabel) "Kafka" ; rdfs:label ?who }""",
        {("Bo Lindqvist",), ("Kai",)},
    ),
    "CQ09 who has Rust": (
        """SELECT ?who WHERE { ?p schema:knowsAbout/schema:name "Rust" ; rdfs:label ?who }""",
        {("Kai",)},
    ),
    "CQ11 who worked at a group or one of its parts; an offer is no employment": (
        """SELECT ?who ?where WHERE { ?o schema:name "Amazon" . ?p kg:workedFor ?at ; rdfs:label ?who .
             ?at (org:unitOf|org:subOrganizationOf)* ?o ; schema:name ?where }""",
        {("Bo Lindqvist", "Amazon"), ("Kai", "Amazon Web Services")},
    ),
    "CQ12 who holds offers": (
        "SELECT ?who ?from WHERE { ?e a kg:Offer ; org:member/rdfs:label ?who ; org:organization/schema:name ?from }",
        {("Bo Lindqvist", "Amazon"), ("Bo Lindqvist", "Bravura")},
    ),
    "CQ15 internships in order of time": (
        """SELECT ?who ?where ?start WHERE {
             ?e a kg:Employment ; kg:employmentType kg:Internship ; org:member/rdfs:label ?who ; kg:startEarliest ?day ;
                schema:startDate ?start ; org:organization/org:unitOf* ?o . ?o schema:name ?where
             FILTER NOT EXISTS { ?o org:unitOf ?above } } ORDER BY ?day""",
        {
            ("Kai", "Google", "2022-05"),
            ("Bo Lindqvist", "JD.com", "2023-07-24"),
            ("Bo Lindqvist", "Amazon", "2024-06-11"),
            ("ada7", "Bravura", "2025-05"),
            ("Bo Lindqvist", "Bravura", "2025-05-19"),
        },
    ),
    "CQ16 employment of at least 24 months, neither part-time nor an internship": (
        """SELECT ?who ?where WHERE {
             ?e a kg:Employment ; org:member/rdfs:label ?who ; kg:startEarliest ?a ; org:organization/org:unitOf* ?o .
             ?o schema:name ?where FILTER NOT EXISTS { ?o org:unitOf ?above }
             OPTIONAL { ?e kg:endLatest ?stated } BIND(COALESCE(?stated, "2025-12-31"^^xsd:date) AS ?b)
             FILTER NOT EXISTS { ?e kg:employmentType ?t FILTER(?t IN (kg:PartTime, kg:Internship)) }
             FILTER((YEAR(?b) - YEAR(?a)) * 12 + MONTH(?b) - MONTH(?a) + 1 >= 24) }""",
        {("ada7", "Bravura")},
    ),
    "CQ19 awards, and where": (
        """SELECT ?award ?where WHERE {
             ?e a kg:AwardReceipt ; schema:name ?award ; org:organization/schema:name ?where }""",
        {("Harrow Scholarship", "Dunmore University"), ("Merit Prize", "Alderbrook University")},
    ),
    "CQ20 two schools of like names are two": (
        f"""SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE {{ VALUES ?name {{ "{ANU}" "Alderbrook University" }}
             ?o schema:name|schema:alternateName ?name }}""",
        {("2",)},
    ),
    "CQ22 why we believe it": (
        """SELECT ?quote ?file ?a ?b WHERE {
             ?e a kg:Employment ; org:member/schema:name "Kai" ; org:organization/org:unitOf*/schema:name "Databricks" ;
                kg:evidence ?s .
             ?s oa:exact ?quote ; oa:start ?a ; oa:end ?b ; prov:hadPrimarySource/schema:name ?file }""",
        {("kai positions", "kai.md", "200", "213")},
    ),
    "CQ23 the e-mail address of somebody whose name is not known": (
        """SELECT ?mail ?known WHERE { ?d schema:name "ada.md" ; schema:mainEntity ?p . ?p schema:email ?mail
             BIND(EXISTS { ?p schema:name ?name } AS ?known) }""",
        {("ada7@castlegate.example", "false")},
    ),
    "CQ24 skills used at an organization, by another name of it": (
        """SELECT ?skill WHERE { ?e org:member/schema:name "Bo Lindqvist" ; kg:usedSkill/skos:prefLabel ?skill ;
             org:organization/org:unitOf*/(schema:name|schema:alternateName) "JD" }""",
        {("Argo CD",), ("Helm",), ("Kubernetes",)},
    ),
    "CQ26 skills that all share": (
        """SELECT ?skill WHERE { ?d a kg:Document ; schema:mainEntity/schema:knowsAbout ?s . ?s rdfs:label ?skill }
             GROUP BY ?s ?skill HAVING(COUNT(DISTINCT ?d) = 3)""",
        {("Kubernetes",)},
    ),
    "CQ27 claims, and the job they are made for": (
        """SELECT ?who ?claim ?where WHERE { ?c a kg:Claim ; kg:claimant/rdfs:label ?who ; schema:text ?claim .
             ?c kg:claimedIn/org:organization/org:unitOf* ?o . ?o schema:name ?where
             FILTER NOT EXISTS { ?o org:unitOf ?above } }""",
        {
            ("ada7", "daily parcels 50K -> 9M", "Bravura"),
            ("Bo Lindqvist", "20-30% uplift", "Bravura"),
            ("Kai", "$2 million a year saved", "Amazon Web Services"),
        },
    ),
    "certainly colleagues": (
        "SELECT ?a ?b WHERE { ?x kg:colleagueOf ?y ; rdfs:label ?a . ?y rdfs:label ?b }",
        {("ada7", "Bo Lindqvist"), ("Bo Lindqvist", "ada7")},
    ),
    "possibly at one organization at one time": (
        """SELECT DISTINCT ?a ?b WHERE {
             ?x a kg:Engagement ; org:member ?p ; org:organization/org:unitOf* ?o ;
                kg:possibleStart ?xs ; kg:possibleEnd ?xe .
             ?o schema:name "Castlegate University" .
             ?y a kg:Engagement ; org:member ?q ; org:organization/org:unitOf* ?o ;
                kg:possibleStart ?ys ; kg:possibleEnd ?ye .
             FILTER(STR(?p) < STR(?q) && ?xs <= ?ye && ?ys <= ?xe) ?p rdfs:label ?l . ?q rdfs:label ?m
             BIND(IF(?l < ?m, ?l, ?m) AS ?a) BIND(IF(?l < ?m, ?m, ?l) AS ?b) }""",
        {("Kai", "ada7")},
    ),
    "everybody who belongs to a school in any way, by one pattern": (
        """SELECT DISTINCT ?who WHERE { ?e a org:Membership ; org:member/rdfs:label ?who ;
             org:organization/(org:unitOf|org:subOrganizationOf)*/rdfs:label "Dunmore University" }""",
        {("Bo Lindqvist",), ("Cy Okafor",)},
    ),
    "a family of skills": (
        """SELECT DISTINCT ?who WHERE {
             ?p schema:knowsAbout/skos:broader* skill:programming-language ; rdfs:label ?who }""",
        {("ada7",), ("Bo Lindqvist",), ("Kai",)},
    ),
}


@pytest.fixture(scope="module")
def exported(turtle: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle.decode(), format="turtle")


@pytest.mark.parametrize("question", QUESTIONS)
def test_rdflib_answers(question: str, exported: rdflib.Graph) -> None:
    query, expected = QUESTIONS[question]
    rows = exported.query(PREFIXES + query)
    assert {tuple("" if value is None else str(value) for value in row) for row in rows} == expected


@pytest.mark.parametrize("question", QUESTIONS)
def test_oxigraph_answers(question: str, turtle: bytes) -> None:
    query, expected = QUESTIONS[question]
    store = ox.Store()
    store.load(turtle, format=ox.RdfFormat.TURTLE)
    rows = list(store.query(PREFIXES + query))
    assert {tuple("" if value is None else value.value for value in row) for row in rows} == expected


def test_everything_has_a_label(turtle: bytes) -> None:
    triples = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    labelled = {t.subject for t in triples if t.predicate.value.endswith(("#label", "#prefLabel"))}
    nodes = {part for t in triples for part in (t.subject, t.object) if isinstance(part, ox.NamedNode)}
    mine = {node for node in nodes if node.value.startswith(("https://kg.example/", "https://w3id.org/"))}
    assert mine
    unlabelled = {node.value for node in mine - labelled}
    assert unlabelled == {"https://w3id.org/people-kg/0.1.0"}  # a version of the vocabulary
