"""What became of the documents that were taken in."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import DocumentError


@dataclass(frozen=True)
class Report:
    """Sources by what happened to them, in the order in which they came; `failed` says why."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[DocumentError, ...] = ()

    def __str__(self) -> str:
        parts = [
            f"{len(sources)} {word}" for word in ("added", "replaced", "unchanged") if (sources := getattr(self, word))
        ]
        if self.failed:
            parts.append(f"{len(self.failed)} failed")
        return ", ".join(parts) or "no documents"


@dataclass(frozen=True)
class Forgotten:
    """A document that is no longer in the graph: its key, and the names its files had."""

    document: str
    names: tuple[str, ...]
