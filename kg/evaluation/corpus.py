"""Annotated documents: a document and, beside it, the facts a careful person reads in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import DocumentError, UnknownError

SUFFIX = ".gold.json"


@dataclass(frozen=True)
class Annotated:
    """A document's path and its annotation, as parsed from the `.gold.json` beside it."""

    document: Path
    gold: dict[str, Any]

    @property
    def id(self) -> str:
        """The name the annotation goes by."""
        return str(self.gold["id"])


def corpus(folder: Path) -> tuple[Annotated, ...]:
    """All annotated documents under a folder, by path.

    Raises UnknownError where there is none, DocumentError for an annotation that is broken or has no document.
    """
    found = tuple(_pair(path) for path in sorted(folder.rglob(f"*{SUFFIX}")))
    if not found:
        raise UnknownError(f"{folder}: no annotated documents (*{SUFFIX}) here")
    return found


def _pair(path: Path) -> Annotated:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        beside = sorted(p for p in path.parent.glob(f"{gold['id']}.*") if not p.name.endswith(SUFFIX))
    except (ValueError, KeyError, TypeError) as error:
        raise DocumentError(str(path), "the annotation is not a JSON object with an id") from error
    if len(beside) != 1:
        raise DocumentError(str(path), f"one document should stand beside the annotation, not {len(beside)}")
    return Annotated(beside[0], gold)


def digest(documents: Iterable[Annotated]) -> str:
    """The SHA-256 over all documents and annotations: floors hold for one corpus only."""
    total = sha256()
    for annotated in documents:
        total.update(annotated.document.read_bytes())
        total.update(json.dumps(annotated.gold, sort_keys=True).encode())
    return total.hexdigest()
