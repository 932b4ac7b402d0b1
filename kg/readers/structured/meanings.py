"""Keys of data in any language → the English key that means the same, which decides how their values are shown."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence

_PARTS = re.compile(r"[\s_\-]+")


def translated(node: Node) -> Node:
    """The tree with its keys in English, as far as they are known; each key stands where it stood."""
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Sequence):
        return Sequence([translated(item) for item in node.items])
    meant = [_meanings().get(_plain(key.text)) for key, _ in node.entries]
    if any(meant):
        meant = [_beside(word, meant, value) for word, (_, value) in zip(meant, node.entries, strict=True)]
    return Mapping(
        [
            (key if word is None else Scalar(word, key.start, key.end), translated(value))
            for word, (key, value) in zip(meant, node.entries, strict=True)
        ]
    )


def _beside(word: str | None, others: list[str | None], value: Node) -> str | None:
    """What a key means beside others: "nom" is the whole name or half of it, "de" begins what "a" ends."""
    match word:
        case "name ":
            return "last name" if "first name" in others else "first name" if "last name" in others else "name"
        case "date ":
            return "date" if isinstance(value, Scalar) else None
        case "start ":
            return "start" if "end" in others or "end " in others else None
        case "end ":
            return "end" if "start" in others or "start " in others else None
    return word


@cache
def _meanings() -> dict[str, str]:
    listed = tomllib.loads((Path(__file__).parent / "meanings.toml").read_text(encoding="utf-8"))
    return {_plain(word): key for key, words in listed.items() for word in words}


def _plain(key: str) -> str:
    """A key in small letters without marks, its parts together."""
    decomposed = key if key.isascii() else unicodedata.normalize("NFD", key)
    return "".join(char for char in _PARTS.sub("", decomposed).casefold() if not unicodedata.combining(char))
