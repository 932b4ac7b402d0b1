"""Organizations named with a town lose it only where it tells them from no other of their name."""

import pytest

from kg.extraction.campuses import shortened


@pytest.mark.parametrize(
    ("named", "plain"),
    [
        ("University of Washington, Seattle", "University of Washington"),
        ("The University of Washington, Seattle", "The University of Washington"),
        ("University of California, Berkeley", "University of California, Berkeley"),
        ("University of California, San Diego", "University of California, San Diego"),
        ("Fernwick Institute, Seattle", "Fernwick Institute, Seattle"),
        ("University of Washington, Department of Biology", "University of Washington, Department of Biology"),
        ("Google, Zürich", "Google, Zürich"),
        ("University of Washington", "University of Washington"),
    ],
)
def test_a_town_goes_where_both_are_names_of_one(named: str, plain: str) -> None:
    assert shortened(named) == plain
