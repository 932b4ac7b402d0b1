"""Markdown, with the HTML, the front matter and the templates people put into it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from kg.errors import DocumentError, LimitError
from kg.model import BlockKind, Document, Text
from kg.readers.html.feeding import feed
from kg.readers.layout import images
from kg.readers.layout.composer import Composer
from kg.readers.layout.draft import Draft
from kg.readers.layout.elements import VOID
from kg.readers.layout.markup import Comment, Words, pieces, tokens
from kg.readers.layout.texts import sourced
from kg.readers.markdown.indents import indented
from kg.readers.markdown.inline import parser
from kg.readers.markdown.mending import mended
from kg.readers.markdown.template import Working, expand
from kg.readers.source.characters import Source
from kg.readers.source.decoding import decode
from kg.readers.structured import fences, toml_tree, tree, yaml_tree
from kg.readers.structured.records import front_matter, lay_out
from kg.readers.structured.tree import Mapping, Scalar

_FRONT = re.compile(
    r"\A(?:---|\+\+\+)[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_LONGEST_SETEXT = 120


def read(document: Document) -> Text:
    """The blocks of a Markdown document. Content is the source; Markdown's soft line breaks are line breaks."""
    return from_source(decode(document))


def from_source(source: Source) -> Text:
    """The blocks of a decoded Markdown document."""
    content, name = source.content, source.document.source
    front = _FRONT.match(content) if content.startswith(("---", "+++")) else None
    page, metadata = _front_matter(front, name)
    working = expand(content, front.end() if front else 0, page, name)
    working = indented(mended(working))
    composer = Composer(columns=True)
    comments: list[Draft] = []
    _Writer(working, content, composer, comments).run()
    composer.finish()
    hidden = [*composer.hidden, *comments]
    drafts = composer.drafts
    if page is not None:
        shown, kept = front_matter(page, content, alone=not drafts)
        drafts, hidden = [*_subtitle(page, content), *drafts, *shown], [*kept, *hidden]
    language = metadata.get("lang") or metadata.get("language") or metadata.get("locale")
    tag = language if language and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?", language) else None
    return sourced(source, drafts, hidden, language=tag and tag.replace("_", "-"), metadata=metadata)


def _front_matter(front: re.Match[str] | None, name: str) -> tuple[Mapping | None, dict[str, str]]:
    if front is None:
        return None, {}
    parse = toml_tree.parse if front.group().startswith("+++") else yaml_tree.parse
    try:
        page = parse(front["body"], name, front.start("body"))
    except LimitError:
        raise
    except DocumentError:
        page = None  # front matter that does not parse is shown by nobody; the page below it is still a page
    if not isinstance(page, Mapping):
        return None, {}
    scalars = [(key.text.lower(), value.text) for key, value in page.entries if isinstance(value, Scalar)]
    author = page.get("author") or page.get("authors")
    if isinstance(author, tree.Sequence) and len(author.items) == 1:
        author = author.items[0]
    named = author.get("name") if isinstance(author, Mapping) else author
    if isinstance(named, Scalar):
        scalars.append(("author", named.text))
    return page, {key: " ".join(value.split())[:500] for key, value in scalars if key and value.strip()}


def _subtitle(page: Mapping, content: str) -> list[Draft]:
    """The line that themes print under a page's title."""
    value = page.get("subtitle")
    if not isinstance(value, Scalar) or not value.text.strip():
        return []
    start, end = value.start, value.end
    if content[start] in "\"'" and content[end - 1] == content[start]:
        start, end = start + 1, end - 1
    composer = Composer(columns=True)
    composer.open("p")
    feed(content, composer, start, end)
    composer.finish()
    return composer.drafts


class _Writer:
    """Turns Markdown's tokens into elements, and the HTML between them."""

    def __init__(self, working: Working, content: str, composer: Composer, comments: list[Draft]) -> None:
        self._working = working
        self._content = content
        self._text = working.text
        self._composer = composer
        self._comments = comments
        self._lines = [0]
        for match in re.finditer("\n", self._text):
            self._lines.append(match.end())
        self._cursor = 0

    def run(self) -> None:
        found = parser().parse(self._text)
        for index, token in enumerate(found):
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("html_block", "fence", "code_block"):
                self._raw(token)
            elif token.nesting == 1 and not token.hidden:
                self._composer.open(self._tag(token, found[index + 1]), {})
            elif token.nesting == -1 and not token.hidden:
                self._composer.close(self._tag(token, found[index - 1]))
            elif token.type == "hr":
                self._composer.open("hr")

    def _tag(self, token: Token, inner: Token) -> str:
        """A heading that is a whole paragraph with a rule right under it was meant as one."""
        paragraph = token.markup in ("=", "-") and token.tag in ("h1", "h2") and inner.type == "inline"
        if paragraph and ("\n" in inner.content.strip() or len(inner.content) > _LONGEST_SETEXT):
            return "p"
        return token.tag

    def _raw(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        start, end = self._lines[first], self._lines[last] if last < len(self._lines) else len(self._text)
        if token.type == "html_block":
            self._html(start, end)
            return
        start = self._lines[min(first + 1, len(self._lines) - 1)]
        end = (
            self._text.rfind("\n", start, max(end - 1, start))
            if self._text[start:end].rstrip().endswith(token.markup)
            else end
        )
        if token.type == "fence" and self._told_in_code(start, max(start, end), token.info.strip()):
            return
        if token.info.startswith("{"):
            return  # a program that writes a part of the page: `{r setup}`
        self._composer.open("pre")
        self._say(start, max(start, end))
        self._composer.close("pre")

    def _told_in_code(self, start: int, end: int, language: str) -> bool:
        """Whether a fence holds a profile written as program code or data; then it is laid out as data."""
        pieces = list(self._working.pieces(start, end))
        if len(pieces) != 1 or pieces[0][3] is not None:
            return False
        told = fences.parse(self._content, pieces[0][2], pieces[0][2] + end - start, language)
        if told is None:
            return False
        self._composer.place(*lay_out(told, self._content))
        return True

    # --- text inside blocks --------------------------------------------------------------------------------------

    def _inline(self, token: Token) -> None:
        starts, places = self._places(token)

        def place(offset: int) -> int:
            line = max(bisect_right(starts, offset) - 1, 0)
            return places[line] + offset - starts[line]

        self._children(token.children or [], place)

    def _places(self, token: Token) -> tuple[list[int], list[int]]:
        """Where each line of an inline token's text begins: (offsets in its text, places in ours)."""
        starts, places = [], []
        offset = 0
        first = token.map[0] if token.map else 0
        if self._cursor < self._lines[min(first, len(self._lines) - 1)]:
            self._cursor = self._lines[min(first, len(self._lines) - 1)]
        for number, line in enumerate(token.content.split("\n")):
            index = min(first + number, len(self._lines) - 1)
            begin = max(self._lines[index], self._cursor)
            stop = self._lines[index + 1] - 1 if index + 1 < len(self._lines) else len(self._text)
            words = line.strip()
            at = self._text.find(words, begin, stop) if words else begin
            at = max(at, begin) - (len(line) - len(line.lstrip()))
            starts.append(offset)
            places.append(max(at, 0))
            self._cursor = max(at, begin) + len(words)
            offset += len(line) + 1
        return starts, places

    def _children(self, children: Sequence[Token], place: Callable[[int], int]) -> None:
        composer = self._composer
        for token in children:
            start, end = (place(offset) for offset in token.meta.get("at", (0, 0)))
            if token.type in ("softbreak", "hardbreak"):
                composer.newline()
            elif token.type == "html_inline":
                self._html(start, end)
            elif token.type == "image":
                self._image(token, start, end)
            elif token.type == "code_inline":
                composer.open("code")
                self._words(token.content, start, end)
                composer.close("code")
            elif token.type in ("text", "text_special"):
                self._words(token.content, start, end)
            elif token.nesting == 1:
                composer.open(token.tag, {"href": str(token.attrs.get("href", ""))} if token.tag == "a" else {})
            elif token.nesting == -1:
                composer.close(token.tag)

    def _words(self, words: str, start: int, end: int) -> None:
        """Words that stand somewhere between `start` and `end`; as they are, or written another way."""
        at = self._text.find(words, start, end)
        if at >= 0:
            self._say(at, at + len(words))
            return
        for _, _, place, size in self._working.pieces(start, start + 1):
            self._composer.symbol(words, place, size or max(end - start, 1))

    def _say(self, start: int, end: int) -> None:
        for first, last, at, size in self._working.pieces(start, end):
            if size is None:
                self._composer.text(self._text[first:last], at)
            else:
                self._composer.symbol(self._text[first:last], at, size)

    def _image(self, token: Token, start: int, end: int) -> None:
        self._pictured(token.content, str(token.attrs.get("src", "")), None, start, end)

    def _pictured(self, alt: str, address: str, size: int | None, start: int, end: int) -> None:
        for name in images.names(alt, address, size):
            written = next((w for w in (name, name.replace(": ", "-")) if self._text.find(w, start, end) >= 0), None)
            first = start if written is None else self._text.find(written, start, end)
            for _, _, at, other in self._working.pieces(first, first + 1):
                length = other or (end - start if written is None else len(written))
                self._composer.image([(name, at)], address or None, length if written != name else None)

    # --- HTML ----------------------------------------------------------------------------------------------------

    def _html(self, start: int, end: int) -> None:
        for token in tokens(self._text, start, end):
            if isinstance(token, Comment):
                self._comment(token)
            elif isinstance(token, Words):
                self._html_words(token)
            elif token.closes:
                self._composer.close(token.name)
            elif token.name == "img":
                size = images.pixels(token.attributes.get("width"), token.attributes.get("height"))
                alt, address = token.attributes.get("alt") or "", token.attributes.get("src") or ""
                self._pictured(alt, address, size, token.start, token.end)
            else:
                self._composer.open(token.name, token.attributes)
                if token.name not in VOID and self._text[token.end - 2 : token.end] == "/>":
                    self._composer.close(token.name)

    def _html_words(self, words: Words) -> None:
        written = self._text[words.start : words.end]
        if any(mark in written for mark in ("](", "**", "__", "`")) and not words.raw:
            for token in parser().parseInline(written):
                self._children(token.children or [], lambda offset: words.start + offset)
            return
        for text, at, size in pieces(self._text, words):
            if size is not None:
                self._words(text, at, at + size)
                continue
            position = at
            for line in re.split("(?<=\n)", text):
                if position > at and line.strip():
                    self._composer.newline()
                self._say(position, position + len(line))
                position += len(line)

    def _comment(self, comment: Comment) -> None:
        draft = Draft(BlockKind.PARAGRAPH)
        for first, last, at, size in self._working.pieces(comment.start, comment.end):
            if size is None:
                draft.write(self._text[first:last], at)
        self._comments.append(draft)
