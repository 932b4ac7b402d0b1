"""Killed at any moment: what was acknowledged is there, nothing is there by halves, and the next run completes it."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import pipeline, stores
from kg.engines import Serial
from kg.rdf.iris import document_key
from kg.stores import Store, dump

sys.path.insert(0, str(Path(__file__).parent))
from crash_child import version

DOCUMENTS = 40


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for number in range(DOCUMENTS):
        jobs = "".join(
            f"### Firm{number % 7}x{job} | Engineer | 0{1 + job}/20{10 + number % 9} - 03/2022\n\n- Ran Kubernetes.\n\n"
            for job in range(5)
        )
        (folder / f"person{number:02}.md").write_text(f"# Person{number} Example\n\n## Experience\n\n{jobs}")
    return folder


@pytest.fixture(scope="module")
def whole(corpus: Path) -> Store:
    store = stores.open()
    pipeline.add(store, [corpus], engine=Serial())
    return store


def run_and_kill(mode: str, folder: Path, corpus: Path, seconds: float) -> list[str]:
    """What the child said before it was killed, `seconds` after it said the first thing."""
    child = Path(__file__).with_name("crash_child.py")
    command = [sys.executable, str(child), mode, str(folder), str(corpus)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = [process.stdout.readline()]
        time.sleep(seconds)
        process.kill()
        return [line.strip() for line in (*said, *process.stdout) if line.endswith("\n")]


@pytest.mark.parametrize("seed", range(8))
def test_killed_while_taking_in(tmp_path: Path, corpus: Path, whole: Store, seed: int) -> None:
    folder = tmp_path / "people.kg"
    acknowledged = run_and_kill("add", folder, corpus, random.Random(seed).uniform(0.0, 0.35))
    assert acknowledged
    store = stores.open(folder)
    pipeline.settle(store)
    there = [graph for graph in store.graphs() if re.search(r"/graph/d[0-9a-f]{16}$", graph.value)]
    for graph in there:
        assert set(store.quads(graph)) == set(whole.quads(graph))
    assert len(there) - len(acknowledged) in (0, 1)
    part = stores.open()
    pipeline.add(part, sorted(corpus.iterdir())[: len(there)], engine=Serial())
    assert dump.digest(store) == dump.digest(part)
    pipeline.add(store, [corpus], engine=Serial())
    assert dump.digest(store) == dump.digest(whole)
    store.close()


@pytest.mark.parametrize("seed", range(6))
def test_killed_while_replacing(tmp_path: Path, corpus: Path, seed: int) -> None:
    few = tmp_path / "few"
    few.mkdir()
    paths = sorted(corpus.iterdir())[:6]
    for path in paths:
        shutil.copy(path, few)
    said = run_and_kill("replace", tmp_path / "people.kg", few, random.Random(seed).uniform(0.0, 1.2))
    acknowledged = {name: int(number) for number, _, name in (line.partition(" ") for line in said)}
    store = stores.open(tmp_path / "people.kg")
    pipeline.settle(store)
    held = {source.name: source.document for source in pipeline.Workshop.open(store).ledger.sources()}
    assert held.keys() >= acknowledged.keys()
    there = {}
    for path in paths:
        after = acknowledged.get(path.name, -1)
        for each in (version(path, number) for number in (after, after + 1) if number >= 0):
            if held.get(path.name) == document_key(each.sha256):
                there[path.name] = each
    assert there.keys() == held.keys()
    expected = stores.open()
    pipeline.add(expected, there.values(), engine=Serial())
    assert dump.digest(store) == dump.digest(expected)
    store.close()


@pytest.mark.parametrize("seed", range(6))
def test_killed_while_forgetting_and_compacting(tmp_path: Path, corpus: Path, seed: int) -> None:
    few = tmp_path / "few"
    few.mkdir()
    paths = sorted(corpus.iterdir())[:4]
    for path in paths:
        shutil.copy(path, few)
    folder = tmp_path / "graph" / "people.kg"
    said = run_and_kill("forget", folder, few, random.Random(seed).uniform(0.0, 0.6))
    assert said[0] == "forgetting"
    store = stores.open(folder)
    pipeline.settle(store)
    with_it, without = stores.open(), stores.open()
    pipeline.add(with_it, paths, engine=Serial())
    pipeline.add(without, paths[1:], engine=Serial())
    assert dump.digest(store) in {dump.digest(with_it), dump.digest(without)}
    if dump.digest(store) == dump.digest(without):
        assert store.traces(["Person0 Example"]) == []
    pipeline.add(store, [few], engine=Serial())
    assert dump.digest(store) == dump.digest(with_it)
    store.close()
    assert [path.name for path in folder.parent.iterdir()] == ["people.kg"]
