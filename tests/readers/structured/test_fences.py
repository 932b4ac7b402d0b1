"""Fences of a page that tell of its author: data is read, settings of programs are not."""

from __future__ import annotations

import pytest

from kg.readers.structured.fences import parse
from kg.readers.structured.tree import Mapping, Node, Scalar

TOLD = [
    ("yaml", "name: Mara\nrole: Potter\ntools:\n  - wheel\n  - kiln\n", ["Mara", "Potter", "wheel", "kiln"]),
    ("yml", "about:\n  name: Mara\n  location: Ghent\n  languages: [Go, Rust]\n", ["Mara", "Ghent", "Go", "Rust"]),
    ("", "$ cat me.yml\ntech_stack:\n  cloud:\n    - AWS\nhobbies:\n  - chess\n", ["AWS", "chess"]),
    ("console", "mara@home:~$ whoami\nskills:\n  - Go\n", ["Go"]),
    ("YAML", "# what I know\nProgramming Languages:\n- Go\n- Rust\n", ["Go", "Rust"]),
    ("text", "title: Potter\ncity: Ghent\ncurrently: at the kiln\n", ["Potter", "Ghent", "at the kiln"]),
    ("python", 'me = {"name": "Mara", "role": "Potter", "code": ["Go"]}', ["Mara", "Potter", "Go"]),
]

NOTHING = [
    (
        "yaml",
        'version: "3"\nservices:\n  frontend:\n    image: nginx\n  backend:\n    build: .\n  database:\n    image: x\n',
    ),
    ("yaml", "name: build\non: [push]\njobs:\n  test:\n    runs-on: linux\n"),
    ("yaml", "- uses: actions/checkout\n- run: make\n"),
    ("yaml", "skills: none\n"),
    ("yaml", "name: [Mara\nrole: x\ncity: y\n"),
    ("", "$ npm install\n$ npm start\n"),
    ("bash", "export NAME=x\nmake install\n"),
    ("sql", "name: Mara\nrole: Potter\ncity: Ghent\n"),
    ("", "Note: this is prose: with colons.\n"),
]


def texts(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    inner = [value for _, value in node.entries] if isinstance(node, Mapping) else node.items
    return [text for value in inner for text in texts(value)]


@pytest.mark.parametrize(("language", "fence", "told"), TOLD)
def test_data_about_a_person_is_read_where_it_stands(language: str, fence: str, told: list[str]) -> None:
    found = parse(f"xx{fence}yy", 2, 2 + len(fence), language)
    assert found is not None
    assert [text.text for text in texts(found)] == told
    assert all(text.text in f"xx{fence}"[text.start : text.end] for text in texts(found))


@pytest.mark.parametrize(("language", "fence"), NOTHING)
def test_settings_and_commands_tell_nothing(language: str, fence: str) -> None:
    assert parse(f"xx{fence}yy", 2, 2 + len(fence), language) is None
