"""What a fence in a page tells of its author, as tree: program code, or YAML as a terminal would print it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import DocumentError
from kg.readers.structured import code_tree, keys, yaml_tree
from kg.readers.structured.meanings import translated
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence

_WRITTEN_AS_YAML = frozenset(("", "yaml", "yml", "text", "txt", "console", "shell", "bash", "sh"))
_YAML = frozenset(("yaml", "yml"))
_CODE = re.compile(r"[{(=;]")
_COMMAND = re.compile(r"[ \t]*(?:[$>%❯➜]|\w{1,30}@)[^\n]*\n")
_KEY = re.compile(r"^[ \t]*[A-Za-z_][\w \-]{0,40}:(?:[ \t]|$)", re.MULTILINE)
_LONGEST = 20_000
_FEWEST = 3
_DEEPEST = 3


def parse(text: str, start: int, end: int, language: str) -> Mapping | None:
    """What the fence `text[start:end]` tells of a person, offsets into `text`; None where it is but code.

    `language` is what the fence says that it is written in.
    """
    plain = language.casefold() in _YAML or not _CODE.search(text, start, end)
    first, second = (_yaml, _code) if plain else (_code, _yaml)
    return first(text, start, end, language) or second(text, start, end, language)


def _code(text: str, start: int, end: int, _: str) -> Mapping | None:
    told = code_tree.parse(text, start, end)
    return told if told is not None and _tells_of_person(told, code=True) else None


def _yaml(text: str, start: int, end: int, language: str) -> Mapping | None:
    if language.casefold() not in _WRITTEN_AS_YAML or end - start > _LONGEST:
        return None
    while command := _COMMAND.match(text, start, end):
        start = command.end()
    if not _KEY.search(text, start, end):
        return None
    try:
        found = yaml_tree.parse(text[start:end], "", start)
    except DocumentError:
        return None
    return found if isinstance(found, Mapping) and _tells_of_person(found, code=False) else None


def _tells_of_person(found: Mapping, *, code: bool) -> bool:
    """Whether several keys are those of a person, or one gives jobs, studies or skills; settings of programs do not."""
    told: set[str] = set()
    meant = translated(found)
    for depth, key, value in _entries(meant if isinstance(meant, Mapping) else found, 0):
        listed = not isinstance(value, Scalar)
        if listed and keys.SECTIONS.search(key.text) and any(map(_is_record, _members(value))):
            return True
        if depth > 1:
            continue
        if listed and not code and keys.LIST_OF_SKILLS.fullmatch(key.text):
            return True
        if keys.OF_PERSON.fullmatch(key.text) and (code or _says(value)):
            told.add(key.text.casefold())
    return len(told) >= _FEWEST


def _entries(node: Mapping, depth: int) -> Iterator[tuple[int, Scalar, Node]]:
    """The entries of a mapping and of those inside it, each with how deep it stands."""
    for key, value in node.entries:
        yield depth, key, value
        if depth < _DEEPEST and isinstance(value, Mapping):
            yield from _entries(value, depth + 1)


def _members(value: Node) -> Iterator[Node]:
    """The members of a section, also of one that lists them beside its title."""
    inside = (
        value.items
        if isinstance(value, Sequence)
        else [v for _, v in value.entries]
        if isinstance(value, Mapping)
        else []
    )
    for member in inside:
        yield member
        if isinstance(member, Sequence):
            yield from member.items


def _is_record(node: Node) -> bool:
    """Whether a mapping says two of where somebody worked or studied, as what and when."""
    told = [key.text for key, _ in node.entries] if isinstance(node, Mapping) else []
    asked = ((keys.EMPLOYER, keys.SCHOOL), (keys.ROLE_NAME, keys.DEGREE), (keys.TIME, keys.BEGIN))
    return sum(any(words.fullmatch(key) for key in told for words in either) for either in asked) > 1


def _says(value: Node) -> bool:
    """Whether a value is a text, or a list of texts."""
    if isinstance(value, Sequence):
        return all(isinstance(item, Scalar) for item in value.items)
    return isinstance(value, Scalar) and bool(value.text.strip())
