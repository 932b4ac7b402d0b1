"""The header of an entry in every order, with every separator and setting: role, organization and time of each."""

import tomllib
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.model import Document
from kg.readers import read

MATRIX = tomllib.loads((Path(__file__).parent / "entry_matrix.toml").read_text(encoding="utf-8"))
SETTINGS = {"paragraph": "{}\n", "item": "- {}\n", "heading": "### {}\n"}
ENTRIES = 3


def shapes() -> dict[str, str]:
    """What each shape is called, and its template."""
    lines = [
        separator.join(f"{{{field}}}" for field in order.split())
        for order in MATRIX["orders"]
        for separator in MATRIX["separators"]
    ]
    found = {f"{setting}: {line}": SETTINGS[setting].format(line) for setting in SETTINGS for line in lines}
    found |= {f"{setting}: {line}": SETTINGS[setting].format(line) for setting in SETTINGS for line in MATRIX["lines"]}
    return found | {block: block for block in MATRIX["blocks"]}


SHAPES = shapes()


def page(template: str, first: int) -> tuple[str, list[str]]:
    """A page with three entries of one shape, and what it tells; what was done is told below each."""
    text, told = "# Ada Roe\n\n## Experience\n\n", []
    for number in range(first, first + ENTRIES):
        title, name, place = MATRIX["jobs"][number % len(MATRIX["jobs"])]
        shown, period = MATRIX["dates"][number % len(MATRIX["dates"])]
        header = template.replace("{T}", title).replace("{O}", name).replace("{P}", place).replace("{D}", shown)
        inner = "  " if template.startswith("- ") else "\n"
        text += f"{header}{inner}- Trained four new colleagues.\n" + ("" if inner == "  " else "\n")
        told.append(f"{title} | {name} | {period}")
    return text, told


@pytest.mark.parametrize("shape", SHAPES)
def test_a_header_is_read_in_any_shape(shape: str) -> None:
    number = sum(map(ord, shape)) % len(MATRIX["jobs"])
    text, expected = page(SHAPES[shape], number)
    profile = extract(read(Document("cv.md", text.encode())))
    assert [f"{fact.title} | {fact.organization} | {fact.period}" for fact in profile.positions] == expected
