"""Keep quads and answer SPARQL."""

from __future__ import annotations

from pathlib import Path

from kg.stores.results import Results, Row, Rows, Term, Triples, Truth
from kg.stores.store import Change, Limits, Store

__all__ = ["Change", "Limits", "Results", "Row", "Rows", "Store", "Term", "Triples", "Truth", "open"]


def open(target: str | Path | None = None) -> Store:  # noqa: A001 - read as stores.open
    """The store at a folder or at an http(s) address of a SPARQL server; None is a new one in memory.

    A folder is made at the first change. Raises StoreError for a folder that holds something else.
    """
    if target is None:
        from kg.stores.oxigraph import Memory

        return Memory()
    if str(target).startswith(("http://", "https://")):
        from kg.stores.sparql import Sparql

        return Sparql(str(target))
    from kg.stores.oxigraph import open_folder

    return open_folder(Path(target))
