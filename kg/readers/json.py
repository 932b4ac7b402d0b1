"""JSON résumés (JSON Resume, FRESH, anything else): what a theme would show of them."""

from __future__ import annotations

from kg.model import Document, Text
from kg.readers import structured
from kg.readers.decoding import decode
from kg.readers.json_tree import metadata, parse
from kg.readers.layout import sourced


def read(document: Document) -> Text:
    """The blocks of a JSON document, also of one that is slightly broken. Content is the source."""
    source = decode(document)
    root = parse(source.content, document.source)
    shown, hidden = structured.lay_out(root, source.content)
    said = metadata(root)
    return sourced(source, shown, hidden, language=said.get("language"), metadata=said)
