"""Pages in which entries are easily misread: exactly the positions and studies that a careful person reads in them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import extract
from kg.model import Document, Period
from kg.readers import read

CASES = [
    case
    for name in (
        "entry_cases.toml",
        "entry_layouts.toml",
        "entry_schools.toml",
        "entry_abroad.toml",
        "entry_diplomas.toml",
        "entry_headings.toml",
        "entry_records.toml",
    )
    for case in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["cases"]
]


def shown(period: Period) -> str:
    return str(period) if period.stated else ""


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_page_is_read(case: dict[str, Any]) -> None:
    profile = extract(read(Document(f"page{case['suffix']}", case["text"].encode())))
    roles = [f"{fact.title} | {fact.organization} | {shown(fact.period)}" for fact in profile.positions]
    studies = [f"{fact.organization} | {fact.level} | {shown(fact.period)}" for fact in profile.education]
    assert roles == case["positions"]
    assert studies == case["education"]
