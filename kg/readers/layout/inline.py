"""What readers of marks inside a line share: text that goes on over the ends of its lines, and pictures."""

from __future__ import annotations

from collections.abc import Callable

from kg.readers.layout import images
from kg.readers.layout.composer import Composer


class Passage:
    """Lines of running text, written as one where they end: marks may open in one line and close in the next."""

    def __init__(self, write: Callable[[int, int], None]) -> None:
        self._write = write
        self._span: tuple[int, int] | None = None

    def add(self, start: int, end: int) -> None:
        """Go on with `content[start:end]`, or begin with it."""
        self._span = (self._span[0] if self._span else start, end)

    def flush(self) -> None:
        """End the passage and write it."""
        span, self._span = self._span, None
        if span and span[0] < span[1]:
            self._write(*span)

    def __bool__(self) -> bool:
        """Whether there are lines that the next one may go on."""
        return self._span is not None


def tell(composer: Composer, content: str, start: int, end: int) -> None:
    """Words, each line of them a line of its author."""
    while (stop := content.find("\n", start, end)) >= 0:
        composer.text(content[start:stop], start)
        composer.newline()
        start = stop + 1
        while start < end and content[start] in " \t":
            start += 1
    if start < end:
        composer.text(content[start:end], start)


def picture(composer: Composer, content: str, span: tuple[int, int], alt: str, address: str) -> None:
    """What an image says that is written at `span`, the (start, end) in the content."""
    start, end = span
    for name in images.names(alt, address, None):
        written = next((form for form in (name, name.replace(": ", "-")) if content.find(form, start, end) >= 0), None)
        at = start if written is None else content.find(written, start, end)
        size = end - start if written is None else len(written)
        composer.image([(name, at)], address or None, size if written != name else None)
