"""Certain and possible, as the ontology means them."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.times import bounds, house, meetings, together


def said(when, *, as_of=""):
    start, _, end = when.partition("/")
    current = end == ".."
    return {
        "relation": "worked at",
        "when": when,
        "start": start,
        "end": "" if current else end,
        "current": current,
        "as_of": as_of,
    }


@pytest.mark.parametrize(
    ("when", "as_of", "certain", "first", "last"),
    [
        ("2019/2021", "", ("2019-12-31", "2021-01-01"), "2019-01-01", "2021-12-31"),
        ("2019-03/2019-05", "", ("2019-03-31", "2019-05-01"), "2019-03-01", "2019-05-31"),
        ("2020/2020", "", ("2020-12-31", "2020-12-31"), "2020-01-01", "2020-12-31"),
        ("2020-02-29", "", ("2020-02-29", "2020-02-29"), "2020-02-29", "2020-02-29"),
        ("2021/..", "2025-08-01", ("2021-12-31", "2025-08-01"), "2021-01-01", "9999-12-31"),
        ("2021/..", "", ("2021-12-31", "2021-12-31"), "2021-01-01", "9999-12-31"),
        ("2021/", "", ("2021-12-31", "2021-12-31"), "2021-01-01", "9999-12-31"),
        ("/2021", "", None, "0001-01-01", "2021-12-31"),
    ],
)
def test_bounds(when, as_of, certain, first, last):
    found = bounds(said(when, as_of=as_of))
    assert found.certain == (certain and tuple(date.fromisoformat(day) for day in certain))
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("when", ["", "/", "someday/later", "/.."])
def test_no_time_no_bounds(when):
    assert bounds(said(when)) is None
    assert together(said(when), said("2019/2021")) is None


spans = st.builds(
    lambda start, length, month: f"{start}{'-06' if month else ''}/{start + length}{'-07' if month else ''}",
    st.integers(1990, 2020),
    st.integers(0, 6),
    st.booleans(),
)


@given(spans, spans)
def test_together_is_symmetric_and_certain_implies_possible(one, other):
    ours, theirs = bounds(said(one)), bounds(said(other))
    how = together(said(one), said(other))
    assert how == together(said(other), said(one))
    possible = max(ours.first, theirs.first) <= min(ours.last, theirs.last)
    assert (how is not None) == possible


def test_people_of_two_units_of_one_house_meet_there():
    graph = nx.MultiDiGraph()
    for node, kind in (("a", "person"), ("b", "person"), ("inn", "organization"), ("bar", "unit"), ("hut", "unit")):
        graph.add_node(node, label=node, type=kind)
    graph.add_edge("a", "bar", key="1", **said("2019/2021"))
    graph.add_edge("b", "hut", key="2", **said("2020/2022"))
    graph.add_edge("bar", "inn", key="3", **(said("") | {"relation": "part of"}))
    graph.add_edge("hut", "inn", key="4", **(said("") | {"relation": "part of"}))
    assert house(graph, "bar") == "inn"
    assert [(met.other, met.place, met.how) for met in meetings(graph, "a")] == [("b", "inn", "certainly")]
