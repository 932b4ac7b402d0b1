"""JSON résumés (JSON Resume, FRESH, anything else): what a theme would show of them."""

from __future__ import annotations

from kg.model import Document, Text
from kg.readers.layout.texts import sourced
from kg.readers.source.decoding import decode
from kg.readers.structured.json_tree import metadata, parse
from kg.readers.structured.records import lay_out


def read(document: Document) -> Text:
    """The blocks of a JSON document, also of one that is slightly broken. Content is the source."""
    source = decode(document)
    root = parse(source.content, document.source)
    shown, hidden = lay_out(root, source.content)
    said = metadata(root)
    return sourced(source, shown, hidden, language=said.get("language"), metadata=said)
