"""YAML résumés (rendercv, Hugo data, anything else): what a theme would show of them."""

from __future__ import annotations

from kg.errors import DocumentError
from kg.model import Document, Text
from kg.readers.layout.draft import Draft
from kg.readers.layout.texts import sourced
from kg.readers.source.decoding import decode
from kg.readers.structured.json_tree import metadata
from kg.readers.structured.records import lay_out
from kg.readers.structured.yaml_tree import comments, parse


def read(document: Document) -> Text:
    """The blocks of a YAML document. Content is the source; comments are hidden."""
    source = decode(document)
    root = parse(source.content, document.source)
    if root is None:
        raise DocumentError(document.source, "the YAML holds nothing")
    shown, hidden = lay_out(root, source.content)
    said = metadata(root)
    noted: list[Draft] = list(comments(source.content))
    return sourced(source, shown, [*hidden, *noted], language=said.get("language"), metadata=said)
