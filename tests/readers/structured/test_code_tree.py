"""Profiles written as program code: what a name is given is read, what only computes is not."""

from __future__ import annotations

import pytest

from kg.readers.structured import fences
from kg.readers.structured.code_tree import parse
from kg.readers.structured.tree import Mapping, Node, Scalar

TOLD = [
    (
        (
            'class Me:\n    def __init__(self):\n        self.name = "Mara Lindqvist"\n'
            "        self.role: str = 'Potter'\n        self.tools = ('wheel', 'kiln')\n\n"
            '    def greet(self):\n        print("hello")\n        return {"a": 1}\n'
        ),
        {"name": "Mara Lindqvist", "role": "Potter", "tools": ["wheel", "kiln"]},
    ),
    (
        (
            'const mara = {\n  pronouns: "she" | "her", // or they\n  code: ["Rust", Go],\n'
            '  tech: { backEnd: { web: ["Axum"] } },\n  role: `Engineer`,\n  greet: () => { return "hi"; },\n};'
        ),
        {"pronouns": "she", "code": ["Rust", "Go"], "tech": {"backEnd": {"web": ["Axum"]}}, "role": "Engineer"},
    ),
    (
        'me := Person{ Name: "Mara", Role: "Engineer", Skills: []string{"Go", "Rust"}, }',
        {"Name": "Mara", "Role": "Engineer", "Skills": ["Go", "Rust"]},
    ),
    (
        'let me = Person { name: "Mara", role: "Engineer", skills: vec!["Rust"] };',
        {"name": "Mara", "role": "Engineer", "skills": ["Rust"]},
    ),
    (
        'String name = "Mara"; String role = "Engineer"; List<String> skills = Arrays.asList("Java", "Kotlin");',
        {"name": "Mara", "role": "Engineer", "skills": ["Java", "Kotlin"]},
    ),
]

NOTHING = [
    'import foo\nfoo.configure({ name: "demo", port: 3000 })',
    "npm install; name=x",
    'if role == "admin" or name == "root" or title == "x": pass',
    "(" * 5000,
    "()=>" * 900 + "1",
]


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]


@pytest.mark.parametrize(("code", "told"), TOLD)
def test_what_names_are_given_is_read(code: str, told: object) -> None:
    found = parse(f"xx{code}", 2, 2 + len(code))
    assert found is not None
    assert plain(found) == told


@pytest.mark.parametrize("code", NOTHING)
def test_code_that_tells_of_nobody_stays_code(code: str) -> None:
    assert fences.parse(code, 0, len(code), "js") is None


def test_every_value_stands_where_it_says() -> None:
    code = TOLD[0][0]
    found = parse(code, 0, len(code))
    assert found is not None
    for key, value in found.entries:
        assert code[key.start : key.end] == key.text
        assert not isinstance(value, Scalar) or code[value.start : value.end] == value.text
