"""Generations stand in rows, parents above children, nobody on anybody."""

from __future__ import annotations

import itertools
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kg.views.generations import placed

names = st.sampled_from("abcdefghij")


def test_many_advisors_or_students_of_one_stand_in_several_rows():
    places = placed([(f"a{number:02}", "child") for number in range(20)] + [("child", "grandchild")])
    rows = Counter(row for node, (_, row) in places.items() if node.startswith("a"))
    assert rows == {0: 6, 1: 7, 2: 7}
    assert (places["child"][1], places["grandchild"][1]) == (3, 4)
    students = placed([("advisor", f"s{number:02}") for number in range(20)])
    assert Counter(row for _, row in students.values()) == {0: 1, 1: 7, 2: 7, 3: 6}


@given(st.lists(st.tuples(names, names), max_size=25))
def test_nobody_stands_on_anybody_and_order_does_not_matter(lines):
    places = placed(lines)
    assert set(places) == {name for line in lines for name in line}
    assert placed(lines[::-1]) == places
    rows = {}
    for column, row in places.values():
        rows.setdefault(row, []).append(column)
    for columns in rows.values():
        ordered = sorted(columns)
        assert all(after - before >= 0.999 for before, after in itertools.pairwise(ordered))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_parents_stand_above_their_children(numbers):
    lines = [(f"n{min(pair):02}", f"n{max(pair):02}") for pair in numbers if pair[0] != pair[1]]
    places = placed(lines)
    assert all(places[parent][1] < places[child][1] for parent, child in lines)


def test_a_parent_stands_over_the_middle_of_its_children():
    places = placed([("p", "a"), ("p", "b"), ("p", "c")])
    assert places["p"][0] == places["b"][0]


def test_a_circle_is_opened():
    places = placed([("a", "b"), ("b", "c"), ("c", "a"), ("a", "a")])
    assert [places[name][1] for name in "abc"] == [0, 1, 2]
