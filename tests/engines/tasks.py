"""What the engines' tests run in worker processes: an importable module, as a reader or an extractor is."""

from __future__ import annotations

import os
import time

from kg.errors import DocumentError
from kg.model import Document


def act(document: Document) -> str:
    """Behave as the document's source says."""
    kind = document.source.partition("-")[0]
    if kind == "bad":
        raise DocumentError(document.source, "is bad")
    if kind == "fault":
        raise ValueError("the words of a document")
    if kind == "slow":
        time.sleep(60)
    if kind == "die":
        os.abort()
    if kind == "big":
        return str(len(bytearray(8 << 30)))
    if kind == "print":
        os.write(1, b"noise on standard output")
    return f"{document.source}!"


def identify(_document: Document) -> tuple[int, int]:
    """The process and its parent."""
    return os.getpid(), os.getppid()
