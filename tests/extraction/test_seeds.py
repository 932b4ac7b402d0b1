"""What the seed documents teach; they lie beside the repository and are no part of it."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from kg.extraction import extract
from kg.model import Document, Profile
from kg.readers import read

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
SCORER = SHARED / "evaluation" / "score.py"
FLOORS = {
    "person": 1.0,
    "position.org": 0.97,
    "position.full": 0.97,
    "education.org": 1.0,
    "education.full": 1.0,
    "advising": 1.0,
    "skill": 0.97,
}

pytestmark = pytest.mark.skipif(not SEEDS, reason="the seed documents are not here")


@pytest.fixture(scope="module")
def profiles() -> dict[str, Profile]:
    return {path.stem: extract(read(Document(path.name, path.read_bytes()))) for path in SEEDS}


def gold(path: Path) -> dict:
    return json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_no_name_is_invented(path: Path, profiles: dict[str, Profile]) -> None:
    assert profiles[path.stem].person.name == gold(path)["person"]["name"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_offers_and_terms_are_no_positions(path: Path, profiles: dict[str, Profile]) -> None:
    found = profiles[path.stem].positions
    assert len(found) == len(gold(path)["positions"])
    assert not any((fact.title or "").casefold() in ("full-time", "part-time") for fact in found)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_grades_stay_text_and_open_ends_stay_open(path: Path, profiles: dict[str, Profile]) -> None:
    profile = profiles[path.stem]
    ongoing = [fact for fact in (*profile.positions, *profile.education) if fact.current]
    assert all(fact.end is None for fact in ongoing)
    assert all(fact.grade is None or not fact.grade.startswith("GPA") for fact in profile.education)


def test_one_unit_told_twice_is_one_position(profiles: dict[str, Profile]) -> None:
    for profile in profiles.values():
        keys = [(fact.organization, fact.start, fact.title) for fact in profile.positions]
        assert len(keys) == len(set(keys))
        assert all(fact.evidence for fact in profile.facts())


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("seed_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_floors_hold(profiles: dict[str, Profile]) -> None:
    score = scorer()
    tally: dict[str, list[int]] = {name: [0, 0, 0] for name in (*FLOORS, "topic", "project", "award", "grounded")}
    for path in SEEDS:
        made = json.loads(profiles[path.stem].model_dump_json())
        score.score_doc(gold(path), made, path.read_text(encoding="utf-8"), tally, [])
    found = {name: 2 * tally[name][0] / (tally[name][1] + tally[name][2]) for name in FLOORS}
    assert {name: value for name, value in found.items() if value < FLOORS[name]} == {}
    assert tally["grounded"][0] == tally["grounded"][1]
