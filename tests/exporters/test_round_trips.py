"""What is written comes back: any triples, every format, no network."""

import json

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import FormatError
from kg.exporters.jsonld import jsonld
from kg.exporters.rdfxml import rdfxml
from kg.exporters.turtle import trig, turtle

XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {
    "schema": "https://schema.org/",
    "kg": "https://w3id.org/people-kg#",
    "doc": "https://kg.example/doc/",
    "xsd": XSD,
}
CONTEXT = {
    "@version": 1.1,
    "id": "@id",
    "type": "@type",
    **PREFIXES,
    "name": {"@id": "schema:name"},
    "Person": {"@id": "schema:Person"},
    "knows": {"@id": "schema:knows", "@type": "@id", "@container": "@set"},
    "level": {"@id": "kg:level", "@type": "@vocab"},
    "begins": {"@id": "kg:begins", "@type": "xsd:date"},
    "title": {"@id": "schema:title", "@language": "en"},
    "about": {"@reverse": "schema:subjectOf"},
}

local = st.text(alphabet="abcXYZ019_-.~,=:éß%", max_size=6).map(lambda s: s.replace("%", "%41"))
namespaces = st.sampled_from(
    [*PREFIXES.values(), "https://kg.example/doc/d1#char=", "http://other.example/a/b/", "urn:x:"]
)
iris = st.builds(lambda namespace, name: ox.NamedNode(namespace + name), namespaces, local)
verbs = st.one_of(
    iris,
    st.sampled_from(["name", "knows", "title", "subjectOf"]).map(lambda name: ox.NamedNode(PREFIXES["schema"] + name)),
    st.sampled_from(["level", "begins"]).map(lambda name: ox.NamedNode(PREFIXES["kg"] + name)),
    st.just(ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")),
)
texts = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
literals = st.one_of(
    texts.map(ox.Literal),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), texts, st.sampled_from(["en", "zh-hans", "de"])),
    st.integers(-(10**20), 10**20).map(ox.Literal),
    st.booleans().map(ox.Literal),
    st.dates().map(lambda day: ox.Literal(day.isoformat(), datatype=ox.NamedNode(f"{XSD}date"))),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), texts, iris),
)
triples = st.lists(st.builds(ox.Triple, iris, verbs, st.one_of(iris, literals)), max_size=12)
quads = st.lists(
    st.builds(ox.Quad, iris, verbs, st.one_of(iris, literals), st.one_of(st.just(ox.DefaultGraph()), iris)), max_size=12
)


def parsed(text: str, form: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, form)}


@given(triples)
def test_turtle(given_triples):
    assert parsed("".join(turtle(given_triples, PREFIXES)), ox.RdfFormat.TURTLE) == set(given_triples)


@given(quads)
def test_trig(given_quads):
    assert set(ox.parse("".join(trig(given_quads, PREFIXES)), ox.RdfFormat.TRIG)) == set(given_quads)


@given(triples)
def test_jsonld(given_triples):
    assert parsed("".join(jsonld(given_triples, CONTEXT)), ox.RdfFormat.JSON_LD) == set(given_triples)


@given(triples)
def test_rdfxml_gives_them_back_or_refuses(given_triples):
    try:
        written = "".join(rdfxml(given_triples, PREFIXES))
    except FormatError:
        return
    assert parsed(written, ox.RdfFormat.RDF_XML) == set(given_triples)


@given(triples, st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_of_the_triples_does_not_matter(given_triples, random):
    shuffled = given_triples * 2
    random.shuffle(shuffled)
    assert "".join(turtle(shuffled, PREFIXES)) == "".join(turtle(given_triples, PREFIXES))
    assert "".join(jsonld(shuffled, CONTEXT)) == "".join(jsonld(given_triples, CONTEXT))


NAME, KNOWS = ox.NamedNode("https://schema.org/name"), ox.NamedNode("https://schema.org/knows")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
ADA, BEN = ox.NamedNode("https://kg.example/doc/ada"), ox.NamedNode("https://kg.example/doc/ben#char=1,2")
SMALL = [
    ox.Triple(ADA, NAME, ox.Literal('Ada "the\n\\first"')),
    ox.Triple(ADA, KNOWS, BEN),
    ox.Triple(ADA, TYPE, ox.NamedNode("https://schema.org/Person")),
    ox.Triple(BEN, NAME, ox.Literal("Ben", language="en")),
    ox.Triple(BEN, NAME, ox.Literal(7)),
    ox.Triple(
        BEN,
        ox.NamedNode("https://w3id.org/people-kg#begins"),
        ox.Literal("2020-01-02", datatype=ox.NamedNode(f"{XSD}date")),
    ),
]


def test_turtle_as_written():
    assert "".join(turtle(SMALL, PREFIXES)) == (
        "@prefix doc: <https://kg.example/doc/> .\n"
        "@prefix kg: <https://w3id.org/people-kg#> .\n"
        "@prefix schema: <https://schema.org/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        "doc:ada a schema:Person ;\n"
        "    schema:knows <https://kg.example/doc/ben#char=1,2> ;\n"
        '    schema:name "Ada \\"the\\n\\\\first\\"" .\n'
        "\n"
        '<https://kg.example/doc/ben#char=1,2> schema:name 7, "Ben"@en ;\n'
        '    kg:begins "2020-01-02"^^xsd:date .\n'
    )


def test_jsonld_as_written():
    ada, ben = json.loads("".join(jsonld(SMALL, CONTEXT)))["@graph"]
    assert ada == {"id": "doc:ada", "type": "Person", "knows": ["doc:ben#char=1,2"], "name": 'Ada "the\n\\first"'}
    assert ben == {
        "id": "doc:ben#char=1,2",
        "begins": "2020-01-02",
        "name": [7, {"@language": "en", "@value": "Ben"}],
    }


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("write", "form"), [(turtle, "turtle"), (rdfxml, "xml"), (jsonld, "json-ld")], ids=["turtle", "xml", "json-ld"]
)
def test_rdflib_reads_the_same(write, form):
    text = "".join(write(SMALL, CONTEXT if form == "json-ld" else PREFIXES))
    read = rdflib.Graph().parse(data=text, format=form)
    expected = rdflib.Graph().parse(data=ox.serialize(SMALL, format=ox.RdfFormat.N_TRIPLES), format="nt")
    assert set(read) == set(expected)


def test_jsonld_refuses_an_iri_that_looks_like_a_prefixed_name():
    with pytest.raises(FormatError, match="doc"):
        "".join(jsonld([ox.Triple(ox.NamedNode("doc:x"), NAME, ox.Literal("x"))], CONTEXT))


@pytest.mark.parametrize(
    "bad", [ox.Triple(ADA, ox.NamedNode("https://a.example/9"), ADA), ox.Triple(ADA, NAME, ox.Literal("\x01"))]
)
def test_rdfxml_refuses_what_xml_cannot_hold(bad):
    with pytest.raises(FormatError, match="Turtle"):
        "".join(rdfxml([bad], PREFIXES))
