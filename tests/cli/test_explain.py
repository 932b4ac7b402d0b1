"""`kg extract --explain` tells which rule saw what, in which words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", "extract", "--explain", *arguments], capture_output=True, text=True, check=False
    )


def test_each_rule_is_named_with_its_words(tmp_path: Path) -> None:
    page = tmp_path / "ada.md"
    page.write_text("# Ada Fernwood\n\nFrom 2019 to 2021, I worked as a gardener at Acorn Ltd.\n", encoding="utf-8")
    done = run(str(page))
    assert (done.returncode, done.stderr) == (0, "")
    source, header, _, *rows = done.stdout.splitlines()
    assert source == str(page)
    assert header.split() == ["rule", "kind", "saw", "in"]
    assert any(
        "Position" in row and "title gardener" in row and "I worked as a gardener at Acorn" in row for row in rows
    )


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    done = run(str(tmp_path / "empty.md"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
