"""Run command lines, and a graph of two invented documents to run them on."""

from __future__ import annotations

import subprocess
import sys
from typing import NamedTuple

import pytest

from kg.cli.running import run

MARA = """# Mara Lindgreen

mara.lindgreen@example.org

## Experience

### Google — Software Engineer, Maps
March 2019 – June 2021

- Built a tile server in Go with Redis on Kubernetes

## Education

### ETH Zurich — M.Sc. in Computer Science
September 2016 – February 2019

## Skills

Go, Python, Kubernetes
"""
OTTO = """# Otto Brannigan

## Experience

### Google — Site Reliability Engineer
January 2020 – present

- Ran clusters with Kubernetes
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def kg(capsys, monkeypatch):
    """Run a command line in this process."""
    monkeypatch.delenv("KG_GRAPH", raising=False)

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def spawn(root):
    """Start a command line in a process of its own."""

    def start(*arguments: object, **options: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "kg", *map(str, arguments)]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        return subprocess.Popen(command, cwd=root, text=True, **{**pipes, **options})

    return start


@pytest.fixture(scope="session")
def documents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("documents")
    (folder / "mara.md").write_text(MARA)
    (folder / "otto.md").write_text(OTTO)
    return folder


@pytest.fixture(scope="session")
def graph(documents, tmp_path_factory):
    """A graph that tests read and do not change."""
    folder = tmp_path_factory.mktemp("graphs") / "people.kg"
    assert run(["build", str(documents), "-g", str(folder)]) == 0
    return folder
