"""HTML: lexbor builds the tree as a browser does; our walk over it keeps what a reader sees."""

from __future__ import annotations

import json
import re
from collections import defaultdict, deque
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from kg.errors import DocumentError
from kg.model import BlockKind, Document, Text
from kg.readers.html.declared import declared
from kg.readers.html.feeding import feed
from kg.readers.layout.composer import Composer
from kg.readers.layout.draft import Draft
from kg.readers.layout.elements import VOID
from kg.readers.layout.markup import Comment, Words, pieces, tokens
from kg.readers.layout.texts import composed
from kg.readers.source.decoding import decode

_Piece = tuple[str, int, int | None]
_META = {
    "author": "author",
    "description": "description",
    "keywords": "keywords",
    "og:title": "title",
    "og:description": "description",
    "article:modified_time": "modified",
    "last-modified": "modified",
    "date": "date",
}
_DEEPEST = 1000
_CLOSED_BY_OTHERS = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")


def read(document: Document) -> Text:
    """The blocks of a web page. Content is what is seen; offsets lead to where the words stand in the file."""
    source = decode(document)
    written, comments, depth = _written(source.content)
    composer = Composer()
    language, metadata = None, {}
    if depth > _DEEPEST:
        # lexbor takes seconds for elements nested ten thousand deep
        feed(source.content, composer)
    else:
        tree = _parsed(source.content, document)
        _walk(tree.root, composer, written)
        language, metadata = _language(tree.root), _metadata(tree)
    composer.finish()
    return composed(
        document,
        composer.drafts or list(declared(source.content)),
        [*composer.hidden, *comments],
        origin=source.offsets,
        encoding=source.encoding,
        language=language,
        metadata=metadata,
    )


def _parsed(content: str, document: Document) -> LexborHTMLParser:
    try:
        tree = LexborHTMLParser(content)
    except (SelectolaxError, ValueError, RuntimeError) as error:
        raise DocumentError(document.source, "this is no HTML that can be parsed") from error
    if tree.root is None:
        raise DocumentError(document.source, "this is no HTML that can be parsed")
    return tree


def _written(content: str) -> tuple[dict[str, deque[list[_Piece]]], list[Draft], int]:
    """Where texts stand in the source, by what they say; the comments; and how deep elements are nested at most."""
    depth = deepest = 0
    places: dict[str, deque[list[_Piece]]] = defaultdict(deque)
    comments = []
    for token in tokens(content):
        if isinstance(token, Words):
            found = list(pieces(content, token))
            said = "".join(text for text, _, _ in found)
            if not said.isspace():
                places[said].append(found)
        elif isinstance(token, Comment):
            draft = Draft(BlockKind.PARAGRAPH)
            draft.write(content[token.start : token.end], token.start)
            comments.append(draft)
        elif token.name not in VOID and token.name not in _CLOSED_BY_OTHERS:
            depth = max(depth + (-1 if token.closes else 1), 0)
            deepest = max(deepest, depth)
    return places, comments, deepest


def _walk(root: LexborNode | None, composer: Composer, written: dict[str, deque[list[_Piece]]]) -> None:
    """Go through the tree without recursion: it may be as deep as its author, or an attacker, liked."""
    if root is None:
        return
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        if node.is_text_node:
            _say(node.text_content or "", composer, written)
        elif node.is_element_node:
            composer.open(tag, node.attributes)
            if node.child is not None and tag not in VOID:
                node = node.child
                continue
            if tag not in VOID:
                composer.close(tag)
        while node is not None and node.next is None:
            node = node.parent if node.mem_id != root.mem_id else None
            if node is not None and node.is_element_node:
                composer.close(node.tag or "")
            if node is not None and node.mem_id == root.mem_id:
                return
        node = node.next if node is not None else None


def _say(text: str, composer: Composer, written: dict[str, deque[list[_Piece]]]) -> None:
    places = written.get(text)
    if not places:
        composer.text(text)
        return
    for said, at, size in places.popleft():
        if size is None:
            composer.text(said, at)
        else:
            composer.symbol(said, at, size)


def _language(root: LexborNode | None) -> str | None:
    if root is None:
        return None
    declared = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "").strip()
    return declared if _LANGUAGE.fullmatch(declared) else None


def _metadata(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    title = tree.css_first("title")
    if title is not None and (words := " ".join(title.text().split())):
        found["title"] = words[:500]
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
        value = " ".join((node.attributes.get("content") or "").split())
        if name in _META and value:
            found.setdefault(_META[name], value[:2000])
    for number, described in enumerate(_linked_data(tree)):
        found["json-ld" if number == 0 else f"json-ld-{number + 1}"] = described
    return found


def _linked_data(tree: LexborHTMLParser) -> Iterator[str]:
    """The page's embedded JSON-LD, as written, where it is JSON."""
    for node in tree.css('script[type="application/ld+json"]')[:10]:
        written = node.text() or ""
        try:
            json.loads(written)
        except (ValueError, RecursionError):
            continue
        yield written.strip()[:100_000]
