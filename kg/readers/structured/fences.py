"""What a fence in a page tells of its author, as tree: program code, or YAML as a terminal would print it."""

from __future__ import annotations

import re

from kg.errors import DocumentError
from kg.readers.structured import code_tree, keys, yaml_tree
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence

_WRITTEN_AS_YAML = frozenset(("", "yaml", "yml", "text", "txt", "console", "shell", "bash", "sh"))
_COMMAND = re.compile(r"[ \t]*(?:[$>%❯➜]|\w{1,30}@)[^\n]*\n")
_KEY = re.compile(r"^[ \t]*[A-Za-z_][\w \-]{0,40}:(?:[ \t]|$)", re.MULTILINE)
_LONGEST = 20_000
_FEWEST = 3


def parse(text: str, start: int, end: int, language: str) -> Mapping | None:
    """What the fence `text[start:end]` tells of a person, offsets into `text`; None where it is but code.

    `language` is what the fence says that it is written in.
    """
    told = code_tree.parse(text, start, end)
    if told is not None or language.casefold() not in _WRITTEN_AS_YAML or end - start > _LONGEST:
        return told
    while command := _COMMAND.match(text, start, end):
        start = command.end()
    if not _KEY.search(text, start, end):
        return None
    try:
        found = yaml_tree.parse(text[start:end], "", start)
    except DocumentError:
        return None
    return found if isinstance(found, Mapping) and _tells_of_person(found) else None


def _tells_of_person(found: Mapping) -> bool:
    """Whether several keys are those of a person, or one gives a list of skills; settings of programs are neither."""
    told: set[str] = set()
    for key, value in _entries(found):
        if keys.LIST_OF_SKILLS.fullmatch(key.text) and not isinstance(value, Scalar):
            return True
        if keys.OF_PERSON.fullmatch(key.text) and _says(value):
            told.add(key.text.casefold())
    return len(told) >= _FEWEST


def _entries(node: Mapping) -> list[tuple[Scalar, Node]]:
    """The entries of a mapping and of those right inside it."""
    inner = [entry for _, value in node.entries if isinstance(value, Mapping) for entry in value.entries]
    return [*node.entries, *inner]


def _says(value: Node) -> bool:
    """Whether a value is a text, or a list of texts."""
    if isinstance(value, Sequence):
        return all(isinstance(item, Scalar) for item in value.items)
    return isinstance(value, Scalar) and bool(value.text.strip())
