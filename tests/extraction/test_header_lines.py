"""Single header lines: every field of each, whatever stands between them."""

import tomllib
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.model import Document, Profile
from kg.readers import read

LINES = tomllib.loads((Path(__file__).parent / "header_lines.toml").read_text(encoding="utf-8"))


def profile_of(section: str, line: str) -> Profile:
    return extract(read(Document("cv.md", f"## {section}\n\n- {line}\n".encode())))


@pytest.mark.parametrize("line", LINES["positions"])
def test_a_role_is_read(line: str) -> None:
    found = profile_of("Experience", line).positions
    told = [f"{fact.organization} | {fact.unit} | {fact.title} | {fact.period} | {fact.location}" for fact in found]
    assert told == [LINES["positions"][line]]


@pytest.mark.parametrize("line", LINES["education"])
def test_a_study_is_read(line: str) -> None:
    found = profile_of("Education", line).education
    told = [f"{fact.organization} | {fact.degree} | {fact.level} | {fact.field} | {fact.period}" for fact in found]
    assert told == LINES["education"][line]
