"""YAML → tree. Only its syntax is read: no tags are resolved, no objects made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kg.errors import DocumentError, LimitError
from kg.model import BlockKind
from kg.readers.layout.draft import Draft
from kg.readers.limits import DEPTH, NODES
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str, source: str, base: int = 0) -> Node | None:
    """The tree of the first YAML document in `text`, which stands at `base` in its file; None if it is empty.

    Raises DocumentError, naming `source`, if it does not parse, LimitError if it is too deep or too large.
    """
    builder = _Builder(source, base)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.DocumentEndEvent):
                break
            builder.take(event)
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = "" if line is None else f" (line {line + 1})"
        raise DocumentError(source, f"the YAML does not parse{where}") from error
    return builder.root


def comments(content: str) -> Iterator[Draft]:
    """The comments that have a line of their own."""
    for match in re.finditer(r"^[ \t]*+#+[ \t]*+([^\n]+)", content, re.MULTILINE):
        draft = Draft(BlockKind.PARAGRAPH)
        draft.write(match.group(1), match.start(1))
        if draft.length:
            yield draft


@dataclass(slots=True)
class _Open:
    """A collection that is being read: its key, if it waits for a value, its anchor, the count of nodes before it."""

    node: Mapping | Sequence
    anchor: str | None
    before: int
    key: Scalar | None = None


class _Builder:
    """Makes the tree of events, without recursion: libyaml's own composer overflows the stack on deep ones."""

    def __init__(self, source: str, base: int) -> None:
        self.root: Node | None = None
        self._source = source
        self._base = base
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0

    def take(self, event: yaml.Event) -> None:
        """The next event."""
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._count(1)
            opened: Mapping | Sequence = Mapping() if isinstance(event, yaml.MappingStartEvent) else Sequence()
            self._put(opened)
            self._open.append(_Open(opened, event.anchor, self._nodes))
            if len(self._open) > DEPTH:
                raise LimitError(self._source, "the data is nested too deeply")
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            done = self._open.pop()
            if done.anchor is not None:
                self._anchors[done.anchor] = (done.node, self._nodes - done.before + 1)
        elif isinstance(event, yaml.ScalarEvent):
            self._count(1)
            scalar = self._scalar(event)
            if event.anchor is not None:
                self._anchors[event.anchor] = (scalar, 1)
            self._put(scalar)
        elif isinstance(event, yaml.AliasEvent):
            node, size = self._anchors.get(event.anchor or "", (Scalar("", self._base, self._base), 1))
            self._count(size)  # what is repeated is shown, and costs, as often
            self._put(node)

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > NODES:
            raise LimitError(self._source, "the data holds too many values, or repeats itself too often")

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            top.key = node if isinstance(node, Scalar) else Scalar("", self._base, self._base)
        else:
            top.node.entries.append((top.key, node))
            top.key = None

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = (self._base + (mark.index if mark else 0) for mark in (event.start_mark, event.end_mark))
        text = event.value if isinstance(event.value, str) else ""
        nothing = event.style in (None, "") and text.lower() in ("", "null", "~")
        return Scalar("" if nothing else text, start, max(start, end))
