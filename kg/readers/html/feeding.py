"""HTML source → composer, tag by tag as they come: for what is only a part of a page, or too deep for a tree."""

from __future__ import annotations

from kg.readers.layout.composer import Composer
from kg.readers.layout.markup import Tag, Words, pieces, tokens


def feed(content: str, composer: Composer, start: int = 0, end: int | None = None) -> None:
    """Tell the composer the tags and words of `content[start:end]`."""
    for token in tokens(content, start, end):
        if isinstance(token, Words):
            for said, at, size in pieces(content, token):
                if size is None:
                    composer.text(said, at)
                else:
                    composer.symbol(said, at, size)
        elif isinstance(token, Tag):
            if token.closes:
                composer.close(token.name)
            else:
                composer.open(token.name, token.attributes)
