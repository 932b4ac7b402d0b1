"""Keys that come again and again are the fields of records: each run of them is one item, labelled by its keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import BlockKind
from kg.readers.layout.draft import Draft

_LONGEST_FIELD = 160
_FEWEST_FIELDS = 3


def gathered(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with runs of pairs that repeat their keys ("Dates, Occupation, Employer, Dates, …") as records."""
    result: list[Draft] = []
    start = 0
    for end in range(len(drafts) + 1):
        if end < len(drafts) and drafts[end].kind is BlockKind.PAIR and len(drafts[end].cells) == 2:
            continue
        if start < end:
            result += _records(drafts[start:end])
        result += drafts[end : end + 1]
        start = end + 1
    return result


def _records(run: Sequence[Draft]) -> Iterator[Draft]:
    keys = [_key(pair) for pair in run]
    begins = [place for place, key in enumerate(keys) if key == keys[0]]
    asked = set(keys[: begins[-1]])
    last = max((place for place, key in enumerate(keys) if key in asked), default=len(run) - 1)
    sizes = [end - begin for begin, end in pairwise([*begins, last + 1])]
    if len(begins) < 2 or min(sizes) < _FEWEST_FIELDS:
        yield from run
        return
    for begin, size in zip(begins, sizes, strict=True):
        yield from _record(run[begin : begin + size])
    yield from run[last + 1 :]  # what no record before the last was asked for is told of none


def _record(pairs: Sequence[Draft]) -> Iterator[Draft]:
    """The short values as the lines of an item, the long ones below it."""
    head = Draft(BlockKind.ITEM, 1)
    below = [pair for pair in pairs if pair.cells[1][1] - pair.cells[1][0] > _LONGEST_FIELD]
    labels = []
    for pair in pairs:
        if pair not in below:
            head.cells.append(head.append(pair.part(*pair.cells[1]), "\n"))
            labels.append(_key(pair))
    head.labels = tuple(labels)
    if head.length:
        yield head
    yield from below


def _key(pair: Draft) -> str:
    return pair.text[slice(*pair.cells[0])].rstrip(":： ")
