from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from kg import stores
from kg.stores import Store


def load(name: str) -> ModuleType:
    """A module that lies beside this file (the tests are no package)."""
    known = f"tests_stores_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, Path(__file__).with_name(f"{name}.py"))
        module = importlib.util.module_from_spec(spec)
        sys.modules[known] = module
        spec.loader.exec_module(module)
    return sys.modules[known]


@pytest.fixture
def server() -> Iterator[tuple[str, type]]:
    with load("sparql_server").serving() as running:
        yield running


@pytest.fixture(params=["memory", "folder", "server"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Every kind of store, empty, for the one body of tests that all of them must pass."""
    target = {"memory": lambda: None, "folder": lambda: tmp_path / "people.kg"}.get(
        request.param, lambda: request.getfixturevalue("server")[0]
    )()
    opened = stores.open(target)
    yield opened
    opened.close()
