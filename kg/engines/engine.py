"""What every engine can do: apply a function to many documents, in order, and let none of them stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from kg.errors import DocumentError
from kg.model import Document

R = TypeVar("R")


class Engine(Protocol):
    """Applies a function of an importable module to documents."""

    def apply(self, function: Callable[[Document], R], documents: Iterable[Document]) -> Iterator[R | DocumentError]:
        """What the function returns for each document, or the DocumentError that it raised or that befell it."""
        ...
