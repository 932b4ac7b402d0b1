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

# A key, or the mark of an item, before a value; what a value may not begin with.
_VALUE = re.compile(r"\s*(?:-\s+)*(?:[^\s:#\"'][^:#\"']{0,60}:\s+)?")
_RESERVED = "@`%&*!|>,[]{}"
_MOST_BROKEN = 20
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str, source: str, base: int = 0) -> Node | None:
    """The tree of the first YAML document in `text`, which stands at `base` in its file; None if it is empty.

    What is written wrong by hand is taken as it is meant: a colon in a value, a tab. Other broken lines are left out.

    Raises DocumentError, naming `source`, if it does not parse, LimitError if it is too deep or too large.
    """
    lines = text.split("\n")
    for _ in range(_MOST_BROKEN):
        builder = _Builder(source, base)
        try:
            for event in yaml.parse("\n".join(lines), Loader=_Loader):
                if isinstance(event, yaml.DocumentEndEvent):
                    break
                builder.take(event)
            return builder.root
        except (yaml.YAMLError, ValueError) as error:
            number = getattr(getattr(error, "problem_mark", None), "line", None)
            if not _mended(lines, number):
                where = "" if number is None else f" (line {number + 1})"
                raise DocumentError(source, f"the YAML does not parse{where}") from error
    raise DocumentError(source, "the YAML does not parse")


def _mended(lines: list[str], number: int | None) -> bool:
    """Make sense of a line at which a text does not parse, no character more or less; say whether it changed."""
    if number is None or number >= len(lines) or not (line := lines[number]).strip():
        return False
    value = _VALUE.match(line)
    start = value.end() if value else 0
    told = line[start:]
    blank = told.replace("\t", " ").replace(": ", ":\u00a0").replace(" #", "\u00a0#")
    if told[:1] and told[0] in _RESERVED:
        blank = " " + blank[1:]
    lines[number] = line[:start].replace("\t", " ") + blank if blank != told else " " * len(line)
    return True


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
