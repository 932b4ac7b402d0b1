"""reStructuredText, by docutils; no file is included, nothing raw is passed through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.errors import DocumentError, MissingExtraError
from kg.model import BlockKind, Document, Text
from kg.readers.composer import Composer
from kg.readers.decoding import decode
from kg.readers.draft import Draft
from kg.readers.layout import sourced
from kg.readers.limits import DEPTH

try:
    from docutils import nodes
    from docutils.core import publish_doctree
    from docutils.utils import SystemMessage
except ImportError as error:
    raise MissingExtraError("Reading reStructuredText", "docs") from error

_SETTINGS: dict[str, Any] = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 5,
    "smart_quotes": False,
    "line_length_limit": 100_000,
    "warning_stream": False,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "sectsubtitle_xform": False,
    "pep_references": False,
    "rfc_references": False,
}
_TAGS: dict[type[nodes.Node], str] = {
    nodes.paragraph: "p",
    nodes.bullet_list: "ul",
    nodes.enumerated_list: "ol",
    nodes.list_item: "li",
    nodes.definition_list: "dl",
    nodes.term: "dt",
    nodes.definition: "dd",
    nodes.field_list: "dl",
    nodes.field_name: "dt",
    nodes.field_body: "dd",
    nodes.option_list: "dl",
    nodes.block_quote: "blockquote",
    nodes.literal_block: "pre",
    nodes.doctest_block: "pre",
    nodes.line_block: "p",
    nodes.table: "table",
    nodes.row: "tr",
    nodes.entry: "td",
    nodes.strong: "b",
    nodes.emphasis: "i",
    nodes.literal: "code",
}
_UNSEEN = (
    nodes.comment,
    nodes.system_message,
    nodes.problematic,
    nodes.substitution_definition,
    nodes.target,
    nodes.raw,
)
# As far as a word is looked for after the one before it: markup in between is shorter.
_REACH = 4000
_MOST_CHARACTERS = 500_000


def read(document: Document) -> Text:
    """The blocks of a reStructuredText document. Content is the source. Needs the extra `docs`."""
    source = decode(document)
    if len(source.content) > _MOST_CHARACTERS:
        raise DocumentError(
            document.source, f"more than {_MOST_CHARACTERS:,} characters of reStructuredText are not read"
        )
    try:
        tree = publish_doctree(source.content, settings_overrides=_SETTINGS)
    except (SystemMessage, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        raise DocumentError(document.source, "the reStructuredText does not parse") from error
    writer = _Writer(source.content)
    writer.write(tree)
    return sourced(source, writer.composer.drafts, [*writer.composer.hidden, *writer.hidden])


class _Writer:
    """Walks over the tree; its words are found again in the source, one after the other."""

    def __init__(self, content: str) -> None:
        self.composer = Composer()
        self.hidden: list[Draft] = []
        self._content = content
        self._cursor = 0
        self._level = 0

    def write(self, tree: nodes.Node) -> None:
        """Write the whole tree."""
        self._node(tree, 0)
        self.composer.finish()

    def _node(self, node: nodes.Node, depth: int) -> None:
        if depth > DEPTH:
            return
        if isinstance(node, nodes.Text):
            self._words(node.astext())
        elif isinstance(node, _UNSEEN):
            self._hide(node)
        elif isinstance(node, nodes.section):
            self._level += 1
            self._children(node, depth)
            self._level -= 1
        elif isinstance(node, nodes.title):
            self._element(node, f"h{min(max(self._level, 1), 6)}", {}, depth)
        elif isinstance(node, nodes.reference):
            self._element(node, "a", {"href": node.get("refuri")}, depth)
        elif isinstance(node, nodes.line):
            self._children(node, depth)
            self.composer.newline()
        elif isinstance(node, nodes.thead):
            self._element(node, "thead", {}, depth)
        else:
            tag = next((tag for kind, tag in _TAGS.items() if isinstance(node, kind)), None)
            self._element(node, tag, _spans(node), depth)

    def _element(self, node: nodes.Node, tag: str | None, attributes: dict[str, str | None], depth: int) -> None:
        if tag is not None:
            self.composer.open(tag, attributes)
        self._children(node, depth)
        if tag is not None:
            self.composer.close(tag)

    def _children(self, node: nodes.Node, depth: int) -> None:
        for child in node.children:
            self._node(child, depth + 1)

    def _words(self, text: str) -> None:
        """Words, their line breaks kept; what cannot be found again stands nowhere."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.composer.newline()
            for words, spaced in _chunks(line):
                at = self._content.find(words, self._cursor, self._cursor + _REACH)
                if at >= 0:
                    self._cursor = at + len(words)
                if spaced:
                    self.composer.text(" ")
                self.composer.text(words, at if at >= 0 else None)
            if line.endswith(" "):
                self.composer.text(" ")

    def _hide(self, node: nodes.Node) -> None:
        if not isinstance(node, nodes.comment):
            return
        draft = Draft(BlockKind.PARAGRAPH)
        for line in node.astext().split("\n"):
            at = self._content.find(line.strip(), self._cursor, self._cursor + _REACH) if line.strip() else -1
            if at >= 0:
                draft.gap("\n")
                draft.write(line.strip(), at)
                self._cursor = at + len(line.strip())
        if draft.length:
            self.hidden.append(draft)


def _chunks(line: str) -> Iterator[tuple[str, bool]]:
    for match in re.finditer(r"\S+", line):
        yield match.group(), match.start() > 0


def _spans(node: nodes.Node) -> dict[str, str | None]:
    if not isinstance(node, nodes.entry):
        return {}
    return {"colspan": str(node.get("morecols", 0) + 1), "rowspan": str(node.get("morerows", 0) + 1)}
