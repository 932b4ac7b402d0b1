"""The verbs that change a graph."""

from __future__ import annotations

import json
import shutil

import pytest

from kg import pipeline


@pytest.fixture
def own(documents, tmp_path):
    """Documents that a test may change."""
    return shutil.copytree(documents, tmp_path / "own")


def test_build_tells_what_became_of_each_document(kg, own, tmp_path):
    graph = tmp_path / "g.kg"
    assert kg("build", own, "-g", graph).out == f"{graph}: 2 added\n"
    assert kg("build", own, "-g", graph).out == f"{graph}: 2 unchanged\n"
    (own / "otto.md").write_text((own / "otto.md").read_text().replace("2020", "2019"))
    told = json.loads(kg("build", own, "-g", graph, "--json").out)
    assert (len(told["replaced"]), len(told["unchanged"]), told["failed"]) == (1, 1, [])


def test_one_bad_document_never_stops_the_others(kg, own, tmp_path):
    (own / "broken.txt").write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40)
    (own / "empty.txt").write_bytes(b"")
    ran = kg("build", own, tmp_path / "missing.txt", "-g", tmp_path / "g.kg")
    assert ran.code == 1
    assert "2 added" in ran.out
    assert all(name in ran.err for name in ("broken.txt", "missing.txt"))
    assert "Traceback" not in ran.err
    extracted = kg("extract", own)
    assert extracted.code == 1
    assert len(extracted.out.splitlines()) >= 2
    assert "broken.txt" in extracted.err


def test_forgetting_equals_never_having_seen(kg, own, tmp_path):
    both, one = tmp_path / "both.kg", tmp_path / "one.kg"
    kg("build", own, "-g", both)
    kg("build", own / "mara.md", "-g", one)
    ran = kg("forget", own / "otto.md", "-g", both)
    assert ran.code == 0
    assert "otto.md" in ran.out
    assert kg("export", "--canonical", "-", "-g", both).out == kg("export", "--canonical", "-", "-g", one).out
    assert kg("forget", own / "otto.md", "-g", both).code == 2


def test_judgements_are_kept(kg, own, tmp_path):
    graph = tmp_path / "g.kg"
    kg("build", own, "-g", graph)
    ran = kg("judge", "same", "ETH Zurich", "Zurich Polytechnic", "-g", graph, "--by", "me", "--reason", "I know")
    assert ran.code == 0
    found = kg("query", 'ASK { ?j a kg:Judgement ; kg:judgedBy "me" ; kg:reason "I know" }', "-g", graph)
    assert found.out == "true\n"
    assert kg("judge", "perhaps", "a", "b", "-g", graph).code == 2


def people(kg, graph):
    return kg("query", "SELECT (COUNT(?p) AS ?n) { ?p a schema:Person }", "-g", graph, "-f", "csv").out.split()[-1]


def test_people_are_judged_by_name_and_the_judgement_can_be_withdrawn(kg, own, tmp_path):
    graph = tmp_path / "g.kg"
    kg("build", own, "-g", graph)
    assert people(kg, graph) == "2"
    assert kg("judge", "same", "mara lindgreen", "Otto Brannigan", "-g", graph).code == 0
    assert people(kg, graph) == "1"
    (own / "otto.md").write_text((own / "otto.md").read_text().replace("2020", "2019"))
    kg("build", own, "-g", graph)
    assert people(kg, graph) == "1"
    assert kg("judge", "withdraw", "Otto Brannigan", "Mara Lindgreen", "-g", graph).code == 0
    assert people(kg, graph) == "2"
    assert kg("judge", "withdraw", "Otto Brannigan", "Mara Lindgreen", "-g", graph).code == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["same", "Nobody", "No One"], "'Nobody' or 'No One'"),
        (["same", "Mara Lindgreen", "No One"], "'No One'"),
        (["same", "Mara Lindgreen", "ETH Zurich"], "a person is no organization"),
        (["same", "Mara Lindgreen", "Mara Lindgreen"], "name two"),
        (["same", "Mara Lindgreen"], "name two things"),
        ([], "--suggest"),
        (["same", "a", "b", "--suggest"], "--suggest"),
    ],
)
def test_judgements_that_make_no_sense(kg, graph, arguments, words):
    ran = kg("judge", *arguments, "-g", graph)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err


def test_suggestions_are_pairs_that_nobody_judged(kg, tmp_path):
    for name, firm in (("a", "Quandril Systems"), ("b", "Quandril System")):
        (tmp_path / f"{name}.md").write_text(
            f"# {name} Vogelsang\n\n## Experience\n\n### {firm} | Clerk | 2019 - 2020\n"
        )
    graph = tmp_path / "g.kg"
    kg("build", tmp_path, "-g", graph)
    found = json.loads(kg("judge", "--suggest", "--json", "-g", graph).out)
    assert {"Quandril Systems", "Quandril System"} in [{each["one"], each["other"]} for each in found]
    assert kg("judge", "--suggest", "-g", graph).out.count("Quandril") == 2
    kg("judge", "different", "Quandril Systems", "Quandril System", "-g", graph)
    left = json.loads(kg("judge", "--suggest", "--json", "-g", graph).out)
    assert {"Quandril Systems", "Quandril System"} not in [{each["one"], each["other"]} for each in left]


def test_a_build_that_was_killed_is_finished_by_who_reads(kg, own, tmp_path, monkeypatch):
    graph, whole = tmp_path / "g.kg", tmp_path / "whole.kg"
    kg("build", own, "-g", whole)
    with monkeypatch.context() as patch:
        patch.setattr(pipeline.Workshop, "settle", lambda _self: None)
        kg("build", own, "-g", graph)
    assert kg("ask", "people", "-g", graph).out == kg("ask", "people", "-g", whole).out != ""
