"""What a page that shows nothing by itself, since a program draws it, declares of what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import DocumentError, LimitError
from kg.model import BlockKind
from kg.readers.layout.draft import Draft
from kg.readers.layout.markup import Tag, Words, tokens
from kg.readers.structured.json_tree import parse
from kg.readers.structured.records import lay_out

_SAID = ("author", "description", "og:title", "og:description", "twitter:title", "twitter:description")
_MOST_LINKED = 10


def declared(content: str) -> Iterator[Draft]:
    """The title, the descriptions for others and the linked data of a page, each thing said once."""
    said: set[str] = set()
    inside: Tag | None = None
    linked = 0
    for token in tokens(content):
        if isinstance(token, Tag):
            inside = None if token.closes else token
            name = (token.attributes.get("name") or token.attributes.get("property") or "").lower()
            if token.name == "meta" and name in _SAID and "content" in token.places:
                yield from _told(content, *token.places["content"], said)
        elif isinstance(token, Words) and inside is not None and inside.name == "title":
            yield from _told(content, token.start, token.end, said)
        elif isinstance(token, Words) and inside is not None and linked < _MOST_LINKED and _is_linked_data(inside):
            linked += 1
            yield from _linked(content, token)


def _is_linked_data(tag: Tag) -> bool:
    return tag.name == "script" and (tag.attributes.get("type") or "").lower() == "application/ld+json"


def _told(content: str, start: int, end: int, said: set[str]) -> Iterator[Draft]:
    draft = Draft(BlockKind.PARAGRAPH)
    draft.write(content[start:end], start)
    if draft.length and draft.text not in said:
        said.add(draft.text)
        yield draft


def _linked(content: str, words: Words) -> Iterator[Draft]:
    """What linked data tells, at its place in the page; nothing if it is no JSON."""
    try:
        root = parse(" " * words.start + content[words.start : words.end], "")
    except (DocumentError, LimitError):
        return
    yield from lay_out(root, content)[0]
