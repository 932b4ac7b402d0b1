"""TOML résumés: what a theme would show of them."""

from __future__ import annotations

from kg.errors import DocumentError
from kg.model import Document, Text
from kg.readers.layout.texts import sourced
from kg.readers.source.decoding import decode
from kg.readers.structured.json_tree import metadata
from kg.readers.structured.records import lay_out
from kg.readers.structured.toml_tree import parse
from kg.readers.structured.yaml_tree import comments


def read(document: Document) -> Text:
    """The blocks of a TOML document. Content is the source; comments are hidden."""
    source = decode(document)
    root = parse(source.content, document.source)
    if not root.entries:
        raise DocumentError(document.source, "the TOML holds nothing")
    shown, hidden = lay_out(root, source.content)
    said = metadata(root)
    return sourced(source, shown, [*hidden, *comments(source.content)], language=said.get("language"), metadata=said)
