"""The texts that evidence points into, read again from the documents: a store keeps quotes, not documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg import readers
from kg.errors import DocumentError


def texts(paths: Iterable[str | Path]) -> dict[str, str]:
    """The text of every document in files and folders, by its key ("d" and 16 hexadecimal digits of its SHA-256).

    What cannot be read is left out: its page then shows the quotes alone.
    """
    found: dict[str, str] = {}
    for document in readers.find(paths):
        if not isinstance(document, DocumentError):
            try:
                found[f"d{document.sha256[:16]}"] = readers.read(document).content
            except DocumentError:
                continue
    return found
