"""`kg evaluate` prints figures, names errors, and holds floors."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

GOLD = {
    "id": "ada",
    "person": {"name": "Ada Fernwood", "accept": []},
    "positions": [{"organization": "Acorn Ltd", "title": "Gardener", "start": "2020", "end": "present"}],
    "education": [],
    "advising": [],
    "skills": [{"name": "COBOL-85 Plus Ultra"}],
    "topics": [],
    "projects": [],
    "awards": [],
}
PAGE = "# Ada Fernwood\n\n## Experience\n\n- Gardener, Acorn Ltd, 2020 – present\n"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", "evaluate", *arguments], capture_output=True, text=True, check=False
    )


def annotate(folder: Path) -> str:
    (folder / "ada.md").write_text(PAGE, encoding="utf-8")
    (folder / "ada.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return str(folder)


def test_figures_and_errors_are_printed(tmp_path: Path) -> None:
    done = run(annotate(tmp_path), "--errors", "3")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^position.full +1.000 +1.000 +1.000 +1 +1$", done.stdout, re.MULTILINE)
    assert "skill missed\n  ada: COBOL-85 Plus Ultra" in done.stdout


def test_the_same_as_json(tmp_path: Path) -> None:
    whole = json.loads(run(annotate(tmp_path), "--json").stdout)
    assert whole["figures"]["person"]["f1"] == 1.0
    assert whole["findings"] == [
        {"metric": "skill", "document": "ada", "what": "missed", "fact": "COBOL-85 Plus Ultra"}
    ]


def test_floors_are_pinned_and_held(tmp_path: Path) -> None:
    folder, floors = annotate(tmp_path), tmp_path / "floors.json"
    assert run(folder, "--floors", str(floors), "--raise").returncode == 0
    assert run(folder, "--floors", str(floors)).returncode == 0
    pinned = json.loads(floors.read_text())
    floors.write_text(json.dumps({**pinned, "f1": {**pinned["f1"], "skill": 1.0}}))
    fallen = run(folder, "--floors", str(floors))
    assert (fallen.returncode, fallen.stderr) == (1, "skill fell from 1.0000 to 0.0000\n")
    (tmp_path / "ada.md").write_text(PAGE + "\n", encoding="utf-8")
    other = run(folder, "--floors", str(floors))
    assert other.returncode == 1
    assert "floors are of other documents" in other.stderr


def test_a_folder_without_annotations_is_a_wrong_use(tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no annotated documents" in done.stderr
