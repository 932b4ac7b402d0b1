"""Every layout that entries come in, one invented document each: the same facts must come out of all of them."""

import tomllib
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.model import Document, Profile
from kg.readers import read

HERE = Path(__file__).parent / "layouts"
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
# Names that no lexicon knows, in the place of the ones the documents use: the layout alone must tell.
UNKNOWN = (("Northgate Analytics", "Quandril"), ("Brightwater Labs", "Tumbleweed.io"))


def profile_of(name: str, replacing: tuple[tuple[str, str], ...] = ()) -> Profile:
    text = (HERE / name).read_text(encoding="utf-8")
    for old, new in replacing:
        text = text.replace(old, new).replace(old.upper(), new.upper())
    return extract(read(Document(name, text.encode())))


def told(profile: Profile) -> dict[str, list[str]]:
    return {
        "positions": [f"{fact.organization} | {fact.title} | {fact.period}" for fact in profile.positions],
        "education": [f"{fact.organization} | {fact.level} | {fact.period}" for fact in profile.education],
        "advisors": [fact.advisor for fact in profile.advising],
    }


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_layout_is_read(name: str) -> None:
    assert told(profile_of(name)) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_organizations_nobody_knows_are_told_by_the_layout(name: str) -> None:
    expected = []
    for line in EXPECTED[name]["positions"]:
        for old, new in UNKNOWN:
            line = line.replace(old, new).replace(old.upper(), new.upper())
        expected.append(line)
    assert told(profile_of(name, UNKNOWN))["positions"] == expected


def test_every_layout_file_is_expected() -> None:
    assert {path.name for path in HERE.iterdir() if path.name != "expected.toml"} == set(EXPECTED)
