"""TOML is read as tomllib reads it, and every key and value knows its place."""

from __future__ import annotations

import datetime
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DocumentError
from kg.readers.structured.toml_tree import parse
from kg.readers.structured.tree import Mapping, Node, Scalar

TOML = '''# of the page
title = "About"  # shown above
"quoted key".inner = 'as is \\n'
list = [ "one", # a remark
  'two', [1, 2], ["a]", "b"], ]

[[education.courses]]
  course = "PhD in \\"Botany\\""
  year = 2016
[[ education . courses ]]
  course = """
two
lines"""
  place = { town = "Ternhill", on = { map = true } }
  when = 2012-01-01 10:00:00
[education.courses.thesis]
  title = "Mosses"
'''


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]


def worded(value: object) -> object:
    """What tomllib gives, its numbers, truths and dates as words."""
    if isinstance(value, dict):
        return {key: worded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [worded(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def scalars(node: Node):
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from scalars(value)
    else:
        for item in node.items:
            yield from scalars(item)


def test_the_tree_is_what_the_standard_library_reads() -> None:
    assert plain(parse(TOML, "about.toml")) == worded(tomllib.loads(TOML))


def test_every_value_stands_where_it_says() -> None:
    for scalar in scalars(parse(TOML, "about.toml", base=0)):
        written = TOML[scalar.start : scalar.end]
        assert scalar.text in written or all(
            word.strip('"') in written.replace("\\", "") for word in scalar.text.split()
        )


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")))
    | st.integers(-9, 99)
    | st.booleans()
    | st.dates(datetime.date(1, 1, 1)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z-]{1,4}", fullmatch=True), inner),
    max_leaves=8,
)


def written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n ".join(map(written, value)) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,4}", fullmatch=True), VALUES))
def test_any_values_come_back(values: dict[str, object]) -> None:
    text = "".join(f"{key} = {written(value)}\n" for key, value in values.items())
    assert plain(parse(text, "any.toml")) == worded(tomllib.loads(text))


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(DocumentError, match="the TOML does not parse"):
        parse("a = [", "broken.toml")


def test_a_toml_file_is_laid_out_like_any_data(parse) -> None:
    text = parse(
        'name = "Ada Example"\nemail = "ada@x.ch"\n[[work]]\ncompany = "Acme"\nposition = "Engineer"\n', ".toml"
    )
    assert [(block.kind.value, block.text) for block in text.blocks] == [
        ("heading", "Ada Example"),
        ("pair", "email: ada@x.ch"),
        ("heading", "work"),
        ("item", "Acme\nEngineer"),
    ]


FRONT = """+++
title = "Ann Roe"
role = "Professor of Botany"
[[organizations]]
  name = "Corvid University"
[[education.courses]]
  course = "PhD in Botany"
  institution = "Larkfield University"
  year = 2012
+++

Ann studies mosses.
"""


def test_front_matter_about_an_author_shows_role_and_studies(parse) -> None:
    text = parse(FRONT, ".md")
    assert [block.text for block in text.blocks] == [
        "Ann studies mosses.",
        "role",
        "Professor of Botany",
        "Corvid University",
        "education",
        "courses",
        "PhD in Botany\nLarkfield University\n2012",
    ]
    assert dict(text.metadata)["title"] == "Ann Roe"
