"""Find the ontology's files, whether the package is installed or runs from a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import StoreError

PACKAGE = Path(__file__).resolve().parent


@cache
def folder() -> Path:
    """The folder that holds `kg.ttl`: inside the installed package, else beside it in a checkout."""
    for place in (PACKAGE / "_ontology", PACKAGE.parent / "ontology"):
        if (place / "kg.ttl").is_file():
            return place
    raise StoreError(f"the ontology files are missing beside {PACKAGE}; reinstall people-kg")


def file(name: str) -> Path:
    """The path of one ontology file, such as "shapes.ttl"."""
    return folder() / name
