"""The graph in every format: complete, the same every time, written wholly or not at all."""

import csv
import io
import json
import zipfile

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import FormatError, OutputError, UnknownError, UsageError
from kg.exporters import FORMATS, export, find
from kg.exporters.tables import TABLES, guarded, table

RDF = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


def written(store, name, **options):
    stream = io.BytesIO()
    export(store, stream, name, **options)
    return stream.getvalue()


@pytest.mark.parametrize("name", RDF)
def test_every_rdf_format_holds_what_is_published(store, published, name):
    found = {quad.triple for quad in ox.parse(written(store, name), RDF[name])}
    assert found == published


@pytest.mark.parametrize("name", [name for name in RDF if not FORMATS[name].graphs])
def test_a_triple_that_stands_in_two_graphs_is_written_once(store, published, name):
    assert len(list(ox.parse(written(store, name), RDF[name]))) == len(published)


@pytest.mark.parametrize("name", [name for name in RDF if FORMATS[name].graphs])
def test_named_graphs_stay_apart(store, name):
    found = set(ox.parse(written(store, name), RDF[name]))
    assert found == {q for q in store.quads() if not q.graph_name.value.endswith(("graph/ledger", "graph/ontology"))}


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_tells_the_ledger_and_every_one_repeats_itself(store, name):
    once = written(store, name)
    assert once == written(store, name)
    assert b"secret path" not in once


def test_the_ontology_comes_on_demand_and_the_ledger_never(store):
    text = written(store, "ntriples", ontology=True)
    assert text.count(b"secret path") == 1
    assert b"ontology#it" in text


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(("name", "form"), [("turtle", "turtle"), ("jsonld", "json-ld"), ("rdfxml", "xml")])
def test_rdflib_reads_the_same_without_a_network(store, name, form, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a reader went to the network"))
    read = rdflib.Graph().parse(data=written(store, name), format=form)
    expected = rdflib.Graph().parse(data=written(store, "ntriples"), format="nt")
    assert set(read) == set(expected)
    assert not any(isinstance(term, rdflib.BNode) for triple in read for term in triple)


def test_framed_people_are_trees_that_hold_their_engagements_and_quotes(store):
    people = json.loads(written(store, "jsonld-framed"))["@graph"]
    assert people
    assert all("Person" in json.dumps(person["type"]) for person in people)
    jobs = [job for person in people for job in person.get("engagements", [])]
    assert any(isinstance(job.get("organization"), dict) and job["organization"]["label"] for job in jobs)
    assert all("exact" in json.dumps(job["evidence"]) for job in jobs)


def test_framed_people_are_a_part_of_the_graph(store, published):
    found = {quad.triple for quad in ox.parse(written(store, "jsonld-framed"), ox.RdfFormat.JSON_LD)}
    assert found
    assert found <= published


def test_framing_one_person(store):
    everybody = json.loads(written(store, "jsonld-framed"))
    one = everybody["@graph"][0]["id"]
    iri = one.replace("person:", everybody["@context"]["person"], 1)
    assert [person["id"] for person in json.loads(written(store, "jsonld-framed", people=[iri]))["@graph"]] == [one]


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_can_be_read_back(store, name):
    read = nx.read_graphml if name == "graphml" else nx.read_gexf
    network = read(io.BytesIO(written(store, name)))
    assert network.number_of_nodes() > 3
    assert network.number_of_edges() > 3
    assert all(said["label"] for _, said in network.nodes(data=True))


@pytest.mark.parametrize("name", TABLES)
def test_tables_have_a_header_and_sorted_rows(store, name):
    header, *rows = list(table(store, name))
    assert rows == sorted(rows)
    width = len(next(csv.reader([header])))
    assert all(len(row) == width for row in csv.reader(io.StringIO("".join(rows))))


def test_the_engagements_are_all_in_their_table(store):
    engagement = ox.NamedNode("https://w3id.org/people-kg#Engagement")
    expected = {quad.subject.value for quad in store.quads() if quad.object == engagement}
    rows = list(csv.DictReader(io.StringIO("".join(table(store, "engagements")))))
    assert {row["engagement"] for row in rows} == expected
    assert expected


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text):
    assert guarded(text) == f"'{text}"
    assert guarded(f"a{text}") == f"a{text}"


def test_all_tables_in_a_folder_or_an_archive(store, tmp_path):
    export(store, tmp_path / "tables", "tables")
    export(store, tmp_path / "tables.zip")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == sorted(f"{name}.csv" for name in TABLES)
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()
        }


@pytest.mark.parametrize(
    ("name", "path", "format_name"),
    [
        (None, "a.ttl", "turtle"),
        (None, "A.TTL", "turtle"),
        (None, "b.jsonld", "jsonld"),
        (None, "b.nq", "nquads"),
        (None, "c.rdf", "rdfxml"),
        ("ttl", "x.anything", "turtle"),
        ("TriG", None, "trig"),
    ],
)
def test_formats_are_found_by_name_or_suffix(name, path, format_name):
    assert find(name, path).name == format_name


@pytest.mark.parametrize(("name", "path"), [("word", None), (None, "a.docx"), (None, "plain"), (None, None)])
def test_an_unknown_format_is_refused_with_those_there_are(name, path):
    with pytest.raises(FormatError, match=r"turtle|ttl"):
        find(name, path)


@pytest.mark.parametrize(
    "options", [{"people": ["https://kg.example/person/p"]}, {"table": "people"}], ids=["people", "table"]
)
def test_options_that_a_format_cannot_honour_are_refused(store, options):
    with pytest.raises(UsageError):
        written(store, "turtle", **options)


def test_an_unknown_table_is_refused(store):
    with pytest.raises(UnknownError, match="engagements"):
        written(store, "csv", table="nothing")


def test_a_failed_export_leaves_the_old_file_and_nothing_beside_it(store, tmp_path, monkeypatch):
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="No space left"):
        export(store, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_exporting_over_a_file_keeps_its_mode_and_follows_links(store, tmp_path):
    path, link = tmp_path / "graph.nt", tmp_path / "link.nt"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    export(store, link)
    assert link.is_symlink()
    assert path.read_bytes() == written(store, "ntriples")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("path", ["missing/graph.ttl", "."])
def test_a_path_that_cannot_be_written_is_named(store, tmp_path, path):
    with pytest.raises(OutputError, match=r"graph\.ttl|folder"):
        export(store, tmp_path / path, "turtle")
