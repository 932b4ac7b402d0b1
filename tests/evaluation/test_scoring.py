"""Facts are scored as a careful person would mark them."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import DocumentError, UnknownError, UsageError
from kg.evaluation import corpus, digest, read_floors, score, write_floors
from kg.evaluation.likeness import fold, same

SHARED = Path(__file__).resolve().parents[3] / "shared"

GOLD: dict[str, Any] = {
    "id": "ada",
    "person": {"name": "Ada Fernwood", "accept": ["Ada"]},
    "positions": [
        {"organization": "Acorn Ltd", "title": "Gardener", "accept_title": [None], "start": "2020", "end": "present"},
        {
            "organization": "Birch",
            "unit": "Leaf Lab",
            "title": "Intern",
            "start": "2019",
            "end": "2019",
            "optional": True,
        },
    ],
    "education": [{"organization": "Elm University", "level": "master", "start": None, "end": "2018"}],
    "advising": [{"advisor": "Rowan Ash"}],
    "skills": [{"name": "Go", "accept": ["Golang"]}, {"name": "Rust"}],
    "topics": [],
    "projects": [],
    "awards": [{"name": "Best Hedge"}],
}
EVIDENCE = [{"start": 0, "end": 12, "quote": "Ada Fernwood"}]
FOUND: dict[str, Any] = {
    "person": {"name": "Dr. Ada Fernwood"},
    "positions": [
        {
            "organization": "Acorn",
            "title": None,
            "start": "2020-05",
            "end": None,
            "current": True,
            "evidence": EVIDENCE,
        },
        {"organization": "Cedar", "title": "Clerk", "evidence": EVIDENCE},
    ],
    "education": [
        {"organization": "Elm University", "level": "bachelor", "end": "2018", "evidence": EVIDENCE},
        {"organization": "Night School", "level": "certificate", "evidence": EVIDENCE},
    ],
    "advising": [{"advisor": "Prof. Ash, Rowan", "evidence": EVIDENCE}],
    "skills": [
        {"name": "Golang", "evidence": EVIDENCE},
        {"name": "go", "evidence": []},
        {"name": "Perl", "evidence": EVIDENCE},
    ],
    "awards": [],
}


def test_every_metric_counts_as_marked_by_hand() -> None:
    result = score([(GOLD, FOUND, "Ada Fernwood gardens.")])
    counts = {name: (f.right, f.gold, f.found) for name, f in result.figures.items()}
    assert counts == {
        "person": (1, 1, 1),
        "position.org": (1, 1, 2),  # the optional internship costs nothing, the clerk does
        "position.full": (1, 1, 2),  # "2020-05" agrees with "2020"; leaving the title empty is accepted
        "education.org": (1, 1, 1),  # the certificate is neutral
        "education.full": (0, 1, 1),
        "advising": (1, 1, 1),
        "skill": (1, 2, 2),  # "go" is a second form of a skill already found
        "topic": (0, 0, 0),
        "project": (0, 0, 0),
        "award": (0, 1, 0),
    }
    assert (result.grounded.right, result.grounded.found) == (7, 8)
    shown = {(f.metric, f.what, f.fact) for f in result.findings}
    assert ("position.org", "wrong", "Cedar · Clerk") in shown
    assert ("skill", "missed", "Rust") in shown
    assert ("award", "missed", "Best Hedge") in shown


@pytest.mark.parametrize(
    ("found", "accepted", "kind", "expected"),
    [
        ("The Acorn Company, Inc.", ["Acorn Company"], "org", True),
        ("Universität Köln", ["Universitat Koln"], "org", True),
        ("Java", ["JavaScript"], "skill", False),
        ("Node.js", ["Node"], "skill", True),
        ("Sousa Leonardo", ["Leonardo Sousa"], "person", True),
        ("", ["x"], "", False),
        ("Northeast Normal University", ["Northeastern University"], "org", False),
    ],
)
def test_names_agree_as_people_read_them(found: str, accepted: list[str], kind: str, expected: bool) -> None:
    assert same(found, accepted, kind) is expected


def test_folding_keeps_what_tells_skills_apart() -> None:
    assert len({fold(name, "skill") for name in ("C", "C++", "C#")}) == 3


def test_no_name_claimed_where_none_is_stated_is_right() -> None:
    nameless = {**GOLD, "person": {"name": None, "accept": ["handle"]}}
    assert score([(nameless, {}, None)]).figures["person"].f1 == 1.0
    assert score([(nameless, {"person": {"name": "Invented"}}, None)]).figures["person"].f1 == 0.0


def annotate(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "ada.md").write_text("Ada Fernwood gardens.", encoding="utf-8")
    (folder / "ada.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def test_floors_rise_and_never_fall_silently(tmp_path: Path) -> None:
    documents = corpus(annotate(tmp_path / "gold"))
    good, bad = score([(GOLD, FOUND, None)]), score([(GOLD, {}, None)])
    path = tmp_path / "floors.json"
    write_floors(path, digest(documents), bad)
    pinned = write_floors(path, digest(documents), good)
    assert read_floors(path) == pinned
    assert pinned.broken_by(good) == {}
    assert "person" in pinned.broken_by(bad)
    with pytest.raises(UsageError, match="would lower"):
        write_floors(path, digest(documents), bad)
    assert read_floors(path) == pinned


def test_a_floor_does_not_sink_by_rounding(tmp_path: Path) -> None:
    documents = corpus(annotate(tmp_path / "gold"))
    path = tmp_path / "floors.json"
    pinned = write_floors(path, digest(documents), score([(GOLD, FOUND, None)]))
    higher = {name: figure + 0.0004 for name, figure in pinned.f1.items()}
    path.write_text(json.dumps({"digest": pinned.digest, "f1": higher}), encoding="utf-8")
    assert write_floors(path, digest(documents), score([(GOLD, FOUND, None)])).f1 == higher


def test_a_changed_corpus_has_another_digest(tmp_path: Path) -> None:
    folder = annotate(tmp_path / "gold")
    before = digest(corpus(folder))
    (folder / "ada.md").write_text("Ada Fernwood gardens!", encoding="utf-8")
    assert digest(corpus(folder)) != before


def test_broken_corpora_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownError, match="no annotated documents"):
        corpus(tmp_path)
    (tmp_path / "x.gold.json").write_text("[1", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"x\.gold\.json"):
        corpus(tmp_path)
    (tmp_path / "x.gold.json").write_text('{"id": "x"}', encoding="utf-8")
    with pytest.raises(DocumentError, match="not 0"):
        corpus(tmp_path)
    (tmp_path / "floors.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="not a file of floors"):
        read_floors(tmp_path / "floors.json")


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_scorer", SHARED / "evaluation" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoil(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A prediction made from an annotation: facts dropped, doubled, misdated and renamed at random."""
    found: dict[str, Any] = {"person": {"name": chance.choice([gold["person"]["name"], "Somebody Else", None])}}
    for key in ("positions", "education", "advising", "skills", "topics", "projects", "awards"):
        items = []
        for fact in gold.get(key, []):
            made = {name: value for name, value in fact.items() if not name.startswith("accept")}
            made["evidence"] = [{"quote": chance.choice([fact["quote"], "words that stand nowhere in it"])}]
            if made.get("end") == "present":
                made |= {"end": None, "current": True}
            if chance.random() < 0.2:
                made["start"] = "1999"
            if chance.random() < 0.2 and fact.get("accept"):
                made["organization" if "organization" in fact and key != "skills" else "name"] = fact["accept"][-1]
            items += [made] * chance.choice([0, 1, 1, 1, 2])
        found[key] = items
    return found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated documents lie beside the checkout")
def test_the_figures_are_those_of_the_reference_scorer() -> None:
    theirs = reference()
    chance = random.Random(7)
    tally: dict[str, list[int]] = theirs.defaultdict(lambda: [0, 0, 0])
    pairs = []
    for annotated in [*corpus(SHARED / "seeds"), *corpus(SHARED / "profiles")]:
        found = spoil(annotated.gold, chance)
        text = annotated.document.read_text(errors="replace") if annotated.document.suffix in (".md", ".txt") else None
        pairs.append((annotated.gold, found, text))
        theirs.score_doc(annotated.gold, found, text, tally, [])
    ours = score(pairs)
    assert {name: [f.right, f.gold, f.found] for name, f in ours.figures.items()} == {m: tally[m] for m in ours.figures}
    assert [ours.grounded.right, ours.grounded.gold] == tally["grounded"][:2]
    assert 0.2 < ours.headline < 0.95
