"""One document after another, in this process: for debugging, and for documents one wrote oneself (no limits)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kg.errors import DocumentError
from kg.model import Document

R = TypeVar("R")


class Serial:
    """Applies the function here and now."""

    def apply(self, function: Callable[[Document], R], documents: Iterable[Document]) -> Iterator[R | DocumentError]:
        """See Engine.apply; a document that hangs or crashes takes this process with it."""
        for document in documents:
            try:
                yield function(document)
            except DocumentError as error:
                yield error
