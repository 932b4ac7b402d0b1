"""YAML → tree. Only its syntax is read: no tags are resolved, no objects made, no aliases followed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from kg.errors import DocumentError, LimitError
from kg.model import BlockKind
from kg.readers.draft import Draft
from kg.readers.limits import DEPTH, NODES
from kg.readers.tree import Mapping, Node, Scalar, Sequence

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str, source: str, base: int = 0) -> Node | None:
    """The tree of the first YAML document in `text`, which stands at `base` in its file; None if it is empty.

    Raises DocumentError, naming `source`, if it does not parse, LimitError if it is too deep or too large.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = "" if line is None else f" (line {line + 1})"
        raise DocumentError(source, f"the YAML does not parse{where}") from error
    return None if root is None else _Walk(source, base).node(root, 0)


def comments(content: str) -> Iterator[Draft]:
    """The comments that have a line of their own."""
    for match in re.finditer(r"^[ \t]*+#+[ \t]*+([^\n]+)", content, re.MULTILINE):
        draft = Draft(BlockKind.PARAGRAPH)
        draft.write(match.group(1), match.start(1))
        if draft.length:
            yield draft


class _Walk:
    def __init__(self, source: str, base: int) -> None:
        self._source = source
        self._base = base
        self._nodes = 0

    def node(self, node: yaml.Node, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > NODES or depth > DEPTH:
            raise LimitError(self._source, "the data is nested too deeply or repeats itself too often")
        if isinstance(node, yaml.MappingNode):
            return Mapping([(self._key(key), self.node(value, depth + 1)) for key, value in node.value])
        if isinstance(node, yaml.SequenceNode):
            return Sequence([self.node(item, depth + 1) for item in node.value])
        return self._scalar(node)

    def _key(self, node: yaml.Node) -> Scalar:
        return self._scalar(node) if isinstance(node, yaml.ScalarNode) else Scalar("", self._base, self._base)

    def _scalar(self, node: yaml.Node) -> Scalar:
        start, end = self._base + node.start_mark.index, self._base + node.end_mark.index
        plain = isinstance(node, yaml.ScalarNode) and node.style is None
        text = node.value if isinstance(node.value, str) else ""
        nothing = plain and text.lower() in ("", "null", "~")
        return Scalar("" if nothing else text, start, max(start, end))
