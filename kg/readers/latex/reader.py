"""LaTeX résumés: their own macros are expanded, and what unknown ones are given is laid out by its shape."""

from __future__ import annotations

import re

from kg.model import Document, Text
from kg.readers.latex.interpreter import Interpreter
from kg.readers.latex.spans import Span
from kg.readers.latex.tokens import Token, tokenize
from kg.readers.layout.texts import sourced
from kg.readers.source.decoding import decode

_LANGUAGES = {
    "english": "en", "american": "en", "british": "en", "ukenglish": "en", "usenglish": "en", "german": "de",
    "ngerman": "de", "french": "fr", "spanish": "es", "portuguese": "pt", "brazilian": "pt", "italian": "it",
    "dutch": "nl", "turkish": "tr",
}  # fmt: skip
_BABEL = re.compile(r"\\usepackage\[([a-zA-Z, ]{2,60})\]\{babel\}")


def read(document: Document) -> Text:
    """The blocks of a LaTeX document. Content is the source; comments are hidden."""
    source = decode(document)
    tokens = tokenize(source.content)
    interpreter = Interpreter(document.source)
    start = next((i for i, token in enumerate(tokens.items) if _begins_document(tokens.items, i)), None)
    if start is not None:
        interpreter.preamble(Span(tokens, 0, start))
    interpreter.run(Span(tokens, start or 0, len(tokens.items)))
    interpreter.finish()
    babel = _BABEL.search(source.content)
    names = [name.strip().lower() for name in babel.group(1).split(",")] if babel else []
    language = next((_LANGUAGES[name] for name in reversed(names) if name in _LANGUAGES), None)
    composer = interpreter.composer
    return sourced(source, composer.drafts, [*composer.hidden, *interpreter.comments], language=language)


def _begins_document(items: list[Token], index: int) -> bool:
    return items[index].text == "begin" and "".join(t.text for t in items[index + 1 : index + 4]) == "{document}"
