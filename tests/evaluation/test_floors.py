"""Extraction is at least as good as it was: floors of the open benchmark, and of the real profiles where they lie."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.cli.facts import facts
from kg.evaluation import corpus, digest, read_floors, score
from kg.extraction import extract
from kg.model import Document
from kg.readers import read

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPORA = {
    "open benchmark": (ROOT / "data" / "gold", ROOT / "data" / "gold" / "floors.json"),
    "seeds": (SHARED / "seeds", Path(__file__).parent / "floors" / "seeds.json"),
    "profiles": (SHARED / "profiles", Path(__file__).parent / "floors" / "profiles.json"),
}


def found_in(document: Path) -> dict[str, Any]:
    return facts(extract(read(Document(str(document), document.read_bytes()))))


@pytest.mark.parametrize("name", [name for name, (folder, _) in CORPORA.items() if folder.is_dir()])
def test_no_figure_fell(name: str) -> None:
    folder, floors = CORPORA[name]
    documents = corpus(folder)
    pinned = read_floors(floors)
    assert pinned.digest == digest(documents), "the documents changed: pin their floors anew with kg evaluate --raise"
    pairs = []
    for annotated in documents:
        written = annotated.document.suffix in (".md", ".txt")
        text = annotated.document.read_text(encoding="utf-8", errors="replace") if written else None
        pairs.append((annotated.gold, found_in(annotated.document), text))
    assert pinned.broken_by(score(pairs)) == {}
