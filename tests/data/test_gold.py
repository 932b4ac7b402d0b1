"""The benchmark is what its generator writes, and its quotes stand in its documents."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.evaluation import corpus

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
DOCUMENTS = corpus(GOLD)


def test_the_benchmark_is_what_its_generator_writes() -> None:
    done = subprocess.run(
        [sys.executable, str(GOLD / "generate.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_it_is_as_large_and_as_varied_as_its_page_says() -> None:
    assert len(DOCUMENTS) >= 60
    assert len({annotated.gold["language"] for annotated in DOCUMENTS}) == 9
    assert len({annotated.document.suffix for annotated in DOCUMENTS}) >= 6
    assert f"{len(DOCUMENTS)} documents" in (GOLD / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("annotated", DOCUMENTS, ids=lambda annotated: annotated.id)
def test_every_quote_stands_in_its_document(annotated) -> None:
    text = annotated.document.read_text(encoding="utf-8")
    facts = [fact for value in annotated.gold.values() if isinstance(value, list) for fact in value]
    for fact in [annotated.gold["person"], *facts]:
        assert fact["quote"]
        assert fact["quote"] in text
