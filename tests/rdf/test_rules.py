"""What is derived, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Evidence, PartialDate, Position, Profile
from kg.rdf.iris import Iris
from kg.rdf.quads import quads
from kg.rdf.rules import rules
from kg.terms import KG, RDFS, SCHEMA

Make = Callable[..., Profile]
Build = Callable[..., ox.Store]
BOUNDS = [KG.certainStart, KG.certainEnd, KG.possibleStart, KG.possibleEnd]


def pairs(store: ox.Store, predicate: str) -> set[tuple[str, str]]:
    """Labels of what a derived property ties together."""
    names = {q.subject: q.object.value for q in store.quads_for_pattern(None, ox.NamedNode(RDFS.label), None)}
    found = store.quads_for_pattern(None, ox.NamedNode(predicate), None, Iris().derived)
    return {(names[q.subject], names.get(q.object, q.object.value)) for q in found}


def bounds(store: ox.Store) -> list[str | None]:
    """The four derived bounds of the only engagement."""
    found = {q.predicate.value: q.object.value for q in store.quads_for_pattern(None, None, None, Iris().derived)}
    return [found.get(name) for name in BOUNDS]


def job(name: str, who: str, profile: Make, **more: Any) -> Profile:
    said = {"name": who, "evidence": [{"start": 0, "end": 1, "quote": "x"}]}
    return profile(name, person=said, positions=[{"organization": "Bravura", **more}])


def test_rules_run_in_order_and_build_nothing_out_of_nothing() -> None:
    assert [rule.graph for rule in rules()] == sorted((rule.graph for rule in rules()), reverse=True)
    assert len({(rule.graph, rule.name) for rule in rules()}) == len(rules()) > 15
    for rule in rules():
        assert list(ox.Store().query(rule.text)) == []


@pytest.mark.parametrize(
    ("told", "dated", "expected"),
    [
        ({"start": "2021-07", "end": "2023-10"}, None, ("2021-07-31", "2023-10-01", "2021-07-01", "2023-10-31")),
        ({"start": "2021", "end": "2021"}, None, ("2021-12-31", "2021-01-01", "2021-01-01", "2021-12-31")),
        ({"start": "2021", "end": "2021-03"}, None, ("2021-03-31", "2021-03-01", "2021-01-01", "2021-03-31")),
        ({"start": "2021-07", "end": "2021"}, None, ("2021-07-31", "2021-07-01", "2021-07-01", "2021-12-31")),
        ({"start": "2024-08", "current": True}, None, ("2024-08-31", "2024-08-01", "2024-08-01", "9999-12-31")),
        ({"start": "2024-08", "current": True}, "2025-08", ("2024-08-31", "2025-08-01", "2024-08-01", "9999-12-31")),
        ({"start": "2024", "current": True}, "2024-02", ("2024-02-29", "2024-02-01", "2024-01-01", "9999-12-31")),
        ({"current": True}, "2023", ("2023-12-31", "2023-01-01", "0001-01-01", "9999-12-31")),
        ({"current": True}, "1900-02", ("1900-02-28", "1900-02-01", "0001-01-01", "9999-12-31")),
        ({"current": True}, "2023-04-05", ("2023-04-05", "2023-04-05", "0001-01-01", "9999-12-31")),
        ({"start": "2021-07"}, "2025", ("2021-07-31", "2021-07-01", "2021-07-01", "9999-12-31")),
        ({"end": "2021"}, "2025", ("2021-12-31", "2021-01-01", "0001-01-01", "2021-12-31")),
        ({}, "2025", (None, None, "0001-01-01", "9999-12-31")),
        ({"current": True}, None, (None, None, "0001-01-01", "9999-12-31")),
    ],
)
def test_the_bounds_mean_what_the_ontology_says(
    told: dict[str, Any], dated: str | None, expected: tuple[str | None, ...], profile: Make, build: Build
) -> None:
    graph = build([profile("one", dated=dated, positions=[{"organization": "Bravura", **told}])])
    assert bounds(graph) == list(expected)


partial = st.builds(
    lambda month, day, parts: PartialDate(*(2024, month, day)[:parts]),
    st.integers(1, 4),
    st.integers(1, 29),
    st.integers(1, 3),
)


def derive(stated: tuple[PartialDate, PartialDate]) -> tuple[date, date]:
    """The certain bounds, by the rule."""
    said = Position(organization="Bravura", start=stated[0], end=stated[1], evidence=evidence)
    graph = ox.Store()
    graph.extend(quads(Profile(source="", sha256="0" * 64, positions=(said,)), Iris()))
    (rule,) = [rule for rule in rules() if rule.name.endswith("bounds")]
    found = {t.predicate.value: t.object.value for t in graph.query(rule.text, use_default_graph_as_union=True)}
    return date.fromisoformat(found[KG.certainStart]), date.fromisoformat(found[KG.certainEnd])


evidence = (Evidence(start=0, end=1, quote="x"),)


@given(st.tuples(partial, partial), st.tuples(partial, partial))
@settings(max_examples=200)
def test_certain_overlap_is_overlap_whatever_the_days_were(
    one: tuple[PartialDate, PartialDate], other: tuple[PartialDate, PartialDate]
) -> None:
    """The derived bounds against every choice of days that the dates allow (around their ends suffices)."""

    def choices(stated: tuple[PartialDate, PartialDate]) -> list[tuple[date, date]]:
        starts, ends = [{p.earliest, p.latest} for p in stated]
        edges = starts | ends | {edge + timedelta(step) for edge in starts | ends for step in (-1, 1)}
        return [
            (a, b)
            for a, b in product(sorted(edges), repeat=2)
            if stated[0].earliest <= a <= stated[0].latest and stated[1].earliest <= b <= stated[1].latest and a <= b
        ]

    if not choices(one) or not choices(other):
        return  # ends before it begins
    (a, b), (c, d) = derive(one), derive(other)
    truth = all(p <= s and r <= q for p, q in choices(one) for r, s in choices(other))
    assert (a <= d and c <= b) == truth


def test_offers_and_finished_jobs_are_no_work_today(store: ox.Store) -> None:
    assert pairs(store, SCHEMA.worksFor) == {("Kai", "Databricks")}
    assert ("Bo Lindqvist", "Bravura") in pairs(store, KG.workedFor)
    assert ("Kai", "Helping Hands") not in pairs(store, KG.workedFor)


def test_only_finished_studies_make_alumni(store: ox.Store) -> None:
    """Bo's second degree ends after anything else that the undated page tells of; the offer for 2026 tells no age."""
    assert pairs(store, SCHEMA.alumniOf) == {
        ("ada7", "Alderbrook Normal University"),
        ("Bo Lindqvist", "Alderbrook University"),
    }
    assert pairs(store, SCHEMA.affiliation) == {("ada7", "Castlegate University"), ("Kai", "Castlegate University")}
    assert len(pairs(store, KG.studiedAt)) == 5


def test_advising_goes_both_ways(store: ox.Store) -> None:
    advised = {("ada7", "Lena Sandoval"), ("ada7", "Juno Zimmer"), ("Cy Okafor", "Bo Lindqvist")}
    assert pairs(store, KG.advisedBy) == advised
    assert pairs(store, KG.advises) == {(advisor, advisee) for advisee, advisor in advised}


def test_units_and_groups_have_members(store: ox.Store) -> None:
    groups = {group for _, group in pairs(store, SCHEMA.memberOf)}
    assert groups == {"Parcel Group", "Seller Group", "Distributed Systems Lab", "Storefront", "Far Mile", "Tools",
                      "Access Team", "Helping Hands"}  # fmt: skip


def test_listed_and_known(store: ox.Store) -> None:
    listed, known = pairs(store, KG.listsSkill), pairs(store, SCHEMA.knowsAbout)
    assert listed < known
    assert ("ada7", "Go") in known - listed
    assert ("ada7", "Distributed systems") in known


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ({"start": "2020", "end": "2022"}, {"start": "2021-01", "end": "2021-02"}, True),
        ({"start": "2020-01", "end": "2020-06"}, {"start": "2020-06", "end": "2020-12"}, False),
        ({"start": "2020-01", "end": "2020-06-30"}, {"start": "2020-06-30", "end": "2020-12"}, True),
        ({"start": "2020", "current": True}, {"start": "2022", "current": True}, False),
        ({}, {"start": "2022", "end": "2024"}, False),
        ({"start": "2020", "end": "2022", "unit": "Tools"}, {"start": "2020", "end": "2022", "unit": "Far Mile"}, True),
        ({"start": "2020", "end": "2022", "kind": "volunteer"}, {"start": "2021-05", "end": "2021-06"}, True),
    ],
)
def test_colleagues_overlap_certainly(
    mine: dict[str, Any], yours: dict[str, Any], expected: bool, profile: Make, build: Build
) -> None:
    graph = build([job("a", "Ann Acorn", profile, **mine), job("b", "Ben Birch", profile, **yours)])
    both = {("Ann Acorn", "Ben Birch"), ("Ben Birch", "Ann Acorn")}
    assert pairs(graph, KG.colleagueOf) == (both if expected else set())


def test_nobody_is_a_colleague_of_oneself(profile: Make, build: Build) -> None:
    twice = [{"organization": "Bravura", "title": title, "start": "2020", "end": "2024"} for title in ("A", "B")]
    assert pairs(build([profile("one", positions=twice)]), KG.colleagueOf) == set()
