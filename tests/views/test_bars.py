"""The chart of a profile: nothing lies on anything, and every name has room where there is any."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.profiles.bars import chart
from kg.views.profiles.sheet import groups

from .conftest import plain_fact

JOBS = st.lists(
    st.tuples(st.integers(1990, 2020), st.integers(0, 12), st.text("abc ", min_size=1, max_size=30)), max_size=9
)


def career(jobs):
    graph = nx.MultiDiGraph()
    graph.add_node("ada", label="Ada", type="person", names=(), lines=(), links=())
    for number, (start, years, name) in enumerate(jobs):
        graph.add_node(f"o{number}", label=name, type="organization", names=(), lines=(), links=())
        when = {"when": f"{start}/{start + years}", "start": f"{start}", "end": f"{start + years}"}
        graph.add_edge("ada", f"o{number}", key=f"{number}", **plain_fact(**when))
    return chart(line for group in groups(graph, "ada") for line in group.lines)


@settings(deadline=None)
@given(JOBS)
def test_no_bar_and_no_name_lies_on_another(jobs):
    drawn = career(jobs)
    assert len(drawn.bars) == len(jobs)
    taken = [
        (bar.lane, min(bar.x, bar.words_x), max(bar.x + bar.width, bar.words_x + bar.words_width)) for bar in drawn.bars
    ]
    for index, (lane, start, _) in enumerate(taken):
        assert all(stop <= start + 0.85 for other, _, stop in taken[:index] if other == lane)
    assert all(start >= -0.01 and stop <= 100.81 for _, start, stop in taken)


def test_a_short_bar_has_its_name_beside_it():
    first, second = career([(1990, 28, "The Inn"), (2019, 0, "A Rather Long Name")]).bars
    assert (first.words_x, first.words_width) == (first.x, first.width)
    assert second.words_x + second.words_width <= second.x + 0.01
    early = career([(1990, 1, "A Rather Long Name"), (2015, 3, "B")]).bars[0]
    assert early.words_x >= early.x + early.width - 0.01
