"""Every example runs as it stands, and says what it is there to say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.py"))
SAYS = {
    "recruiter.py": "Dawei Liu: SDE Intern at JD.com, 2023-07-24 – 2023-10-24",
    "alumni_office.py": "× TikTok",
    "genealogy.py": "longest line: Matteo Brandolini → Ingrid Halvorsen",
    "publish_my_profile.py": "True ('ada.fernwood@example.org',)",
    "notebook.py": "True True",
    "own_question.py": "Dawei Liu · SDE Intern · 2024-06-11/2024-09-06",
}


def test_every_example_is_expected_to_say_something() -> None:
    assert {path.name for path in EXAMPLES} == set(SAYS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_example_runs(path: Path, tmp_path: Path) -> None:
    arguments = [str(tmp_path)] if path.name == "publish_my_profile.py" else []
    done = subprocess.run(
        [sys.executable, "-W", "error", str(path), *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert SAYS[path.name] in done.stdout
