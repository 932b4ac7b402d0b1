"""The towns we know: in the form they are looked up in, told apart by strength, read at once."""

from __future__ import annotations

import time

import pytest

from kg.extraction.clues import is_place
from kg.extraction.words import has_asian, tokens
from kg.gazetteers import organizations, towns

# Universities that go by the name of their town.
SCHOOLS = {"berkeley", "notre dame", "oxford", "princeton", "stanford"}


def test_there_are_thousands_of_each_strength():
    assert len(towns().certain) > 8000
    assert len(towns().weak) > 12000
    assert not towns().certain & towns().weak


def test_every_name_has_the_form_in_which_it_is_looked_up():
    for name in towns().certain | towns().weak:
        form = name if has_asian(name) else " ".join(word.key for word in tokens(name))
        assert name == form != "", name


def test_no_certain_town_is_an_organization():
    assert {name for name in towns().certain if organizations().find(name)} == SCHOOLS


@pytest.mark.parametrize(
    "name",
    ["Saarbrücken", "SAARBRUECKEN", "São José dos Campos", "Łódź", "Lodz", "Xi'an", "Saint-Étienne", "Kgs. Lyngby",
     "Thiruvananthapuram", "Ann Arbor", "Mönchengladbach", "Tromsø", "Нижний Новгород", "苏州市", "판교", "Londres"],
)  # fmt: skip
def test_towns_are_found_as_people_write_them(name):
    assert is_place(name)


@pytest.mark.parametrize(
    "name", ["Lincoln", "Sofía López", "Jackson", "Toyota", "Victoria", "Split", "Reading", "Dawei"]
)
def test_what_is_also_something_else_is_no_certain_town(name):
    assert name.casefold() not in towns().certain


def test_loading_is_quick():
    best = 9.0
    for _ in range(3):
        towns.cache_clear()
        start = time.process_time()
        towns()
        best = min(best, time.process_time() - start)
    assert best < 0.05
