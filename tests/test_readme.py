"""The README is true: its shell session gives that output, and its Python runs."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def session() -> Iterator[tuple[list[str], str]]:
    """(arguments of kg, expected output) of every command, in order; "…" on a line of its own stands for any lines."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            program, *arguments = shlex.split(command)
            assert program == "kg"
            yield arguments, output


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the profiles of the checkout, to run in."""
    shutil.copytree(ROOT / "data" / "profiles", tmp_path / "data" / "profiles")
    return tmp_path


def test_the_session_gives_what_it_shows(place: Path) -> None:
    for arguments, expected in session():
        done = subprocess.run(
            [sys.executable, "-m", "kg", *arguments], cwd=place, capture_output=True, text=True, check=False
        )
        shown = done.stdout + done.stderr
        assert done.returncode == 0, shown
        pattern = "".join(
            r"(?:.*\n)*?" if line == "…" else re.escape(line.rstrip()) + r"[ ]*\n" for line in expected.splitlines()
        )
        assert re.fullmatch(pattern, shown), f"kg {shlex.join(arguments)}\n{shown}"


def test_the_session_shows_real_answers() -> None:
    """An output that is only "…" proves nothing, so few of them may be."""
    outputs = [output for _, output in session()]
    assert sum(output.strip() == "…" for output in outputs) <= 1


@pytest.mark.parametrize("block", blocks("python"))
def test_the_python_runs(block: str, place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", block], cwd=place, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Databricks" in done.stdout


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
