"""The networkx graph says what the statements say, with their quotes, and nothing twice."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import networkx as nx
import pytest

from kg import analysis
from kg.errors import QueryError, UnknownError, UsageError

KG = "https://w3id.org/people-kg#"
ORG = "http://www.w3.org/ns/org#"


def test_every_employment_is_one_edge(store, network):
    counted = store.evaluate(
        f"SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE {{ ?e a <{KG}Employment> ; <{ORG}organization> ?o }}"
    )
    stated = int(next(iter(counted))[0].value)
    assert stated > 0
    assert Counter(nx.get_edge_attributes(network, "relation").values())["worked at"] == stated


def test_an_edge_tells_who_as_what_when_and_which_sentence(network):
    ada = analysis.find(network, "Ada Lindqvist")
    bank = analysis.find(network, "Tidewater Bank")
    (said,) = network.get_edge_data(ada, bank).values()
    assert (said["relation"], said["title"], said["start"], said["current"]) == (
        "worked at",
        "Machine Learning Engineer",
        "2025-05",
        True,
    )
    assert said["quotes"][0].document == "ada-lindqvist.md"
    assert all(quote.end - quote.start == len(quote.text) for quote in said["quotes"])


def test_every_edge_but_part_of_has_a_quote(network):
    silent = [said for *_, said in network.edges(data=True) if not said["quotes"] and said["relation"] != "part of"]
    assert silent == []


def test_kinds_and_relations_are_known(network):
    assert {said["type"] for _, said in network.nodes(data=True)} <= set(analysis.KINDS)
    assert {said["relation"] for *_, said in network.edges(data=True)} <= set(analysis.RELATIONS)


def test_units_stand_under_their_organization(network):
    lab = analysis.find(network, "Distributed Systems Lab")
    university = analysis.find(network, "Norrland University")
    assert network.nodes[lab]["type"] == "unit"
    assert [said["relation"] for said in network.get_edge_data(lab, university).values()] == ["part of"]


def test_an_advisor_is_linked_with_the_place_of_advising(network):
    ada, brandt = analysis.find(network, "Ada Lindqvist"), analysis.find(network, "Ulla Brandt")
    (said,) = network.get_edge_data(ada, brandt).values()
    assert (said["relation"], said["place"]) == ("advised by", "Distributed Systems Lab")


def test_a_claim_is_a_quote_of_its_job_and_not_of_the_skills_used_there(network):
    jobs = [
        said for *_, said in network.edges(data=True) if said["relation"] == "worked at" and len(said["quotes"]) > 1
    ]
    assert jobs
    assert all(len(said["quotes"]) == 1 for *_, said in network.edges(data=True) if said["relation"] == "used")


def test_around_and_hops(store):
    one = analysis.network(store, around="ada lindqvist")
    two = analysis.network(store, around="Ada Lindqvist", hops=2)
    ada = analysis.find(one, "Ada Lindqvist")
    assert set(one) == {ada, *nx.all_neighbors(two, ada)}
    assert len(two) > len(one)
    assert len(analysis.network(store, around=ada, hops=0)) == 1
    with pytest.raises(UsageError):
        analysis.network(store, around=ada, hops=-1)


def test_a_name_that_is_nobodys_and_one_that_is_several_peoples(network):
    with pytest.raises(UnknownError, match="Zebedee"):
        analysis.find(network, "Zebedee")
    with pytest.raises(UsageError, match="several"):
        analysis.find(network, "Dean's List")
    assert network.nodes[analysis.find(network, "NU")]["label"] == "Norrland University"


def test_a_construct_query_draws_its_own_triples(store):
    query = f"CONSTRUCT {{ ?a <urn:x:met> ?b }} WHERE {{ ?e <{ORG}member> ?a ; <{ORG}organization> ?b }}"
    built = analysis.network(store, construct=query)
    assert {said["relation"] for *_, said in built.edges(data=True)} == {"urn:x:met"}
    assert "Ada Lindqvist" in {said["label"] for _, said in built.nodes(data=True)}
    with pytest.raises(QueryError):
        analysis.network(store, construct="SELECT * WHERE { ?s ?p ?o } LIMIT 1")


def test_literals_of_a_construct_query_are_lines(store):
    query = f"CONSTRUCT {{ ?a <{KG}grade> 'A' }} WHERE {{ ?e <{ORG}member> ?a }}"
    built = analysis.network(store, construct=query)
    assert built.number_of_edges() == 0
    assert {line for _, said in built.nodes(data=True) for line in said["lines"]} >= {"grade: A"}


def test_paths_are_real_and_come_shortest_first(network):
    ada, priya = analysis.find(network, "Ada Lindqvist"), analysis.find(network, "Priya Menon")
    found = list(analysis.paths(network, ada, priya, limit=5))
    assert len(found) == 5
    assert [len(path) for path in found] == sorted(len(path) for path in found)
    loose = network.to_undirected()
    assert all(nx.is_path(loose, path) for path in found)
    assert list(analysis.paths(network, ada, "nowhere")) == []


def test_centrality_and_communities_cover_everything(network):
    score = analysis.centrality(network)
    assert set(score) == set(network)
    assert max(score.values()) > 0
    groups = analysis.communities(network)
    assert sorted(node for group in groups for node in group) == sorted(network)
    assert len(groups) > 1


def test_communities_do_not_depend_on_the_order_of_sets():
    code = (
        "from pathlib import Path; import pyoxigraph as ox; from kg import analysis, stores\n"
        "s = stores.open(None); p = Path('tests/analysis/invented.trig')\n"
        "s.apply(stores.Change(insert=tuple(ox.parse(path=str(p), format=ox.RdfFormat.TRIG))))\n"
        "n = analysis.network(s); print(analysis.communities(n), sorted(n.edges(keys=True)), analysis.centrality(n))"
    )
    told = {
        subprocess.run(  # our own interpreter, our own words
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PATH": ""}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_an_empty_store_is_an_empty_graph():
    from kg import stores

    built = analysis.network(stores.open(None))
    assert len(built) == 0
    assert analysis.communities(built) == ()
    assert analysis.centrality(built) == {}


def test_a_loose_tie_is_as_long_as_two_others(plain):
    ways = list(analysis.paths(plain, "a", "b"))
    assert ways == [("a", "job", "town", "b"), ("a", "skill", "b")]


@pytest.fixture
def plain():
    graph = nx.MultiDiGraph()
    for node in ("a", "b", "skill", "job", "town"):
        graph.add_node(node, label=node)
    for source, target, weight in (
        *(("a", "skill", 0.3), ("b", "skill", 0.3)),
        *(("a", "job", 3.0), ("job", "town", 2.0), ("b", "town", 1.0)),
    ):
        graph.add_edge(source, target, weight=weight)
    return graph
