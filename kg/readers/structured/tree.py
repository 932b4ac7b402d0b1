"""Trees of data (JSON, YAML, front matter) whose every key and value knows where it stands in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value: what it means, and the span of the source that writes it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the source."""

    entries: list[tuple[Scalar, Node]] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """The value of a key, None if it is not there."""
        return next((value for name, value in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in the order of the source."""

    items: list[Node] = field(default_factory=list)


Node = Scalar | Mapping | Sequence


def aligned(scalar: Scalar, source: str) -> Iterator[tuple[str, int, int | None]]:
    """The (text, place, size) of a value's words: size is None where the source has them as they are.

    A value may be folded over several lines, quoted or escaped; each of its words is looked for after the one before.
    """
    start, end = scalar.start, scalar.end
    at = source.find(scalar.text, start, end)
    if at >= 0:
        yield scalar.text, at, None
        return
    position = start
    for index, line in enumerate(scalar.text.split("\n")):
        if index:
            yield "\n", position, 0
        for word in line.split():
            at = source.find(word, position, end)
            if at < 0:
                yield f"{word} ", position, max(end - position, 1)
                continue
            yield word, at, None
            position = at + len(word)
            yield " ", position, None if source[position : position + 1] == " " else 1
