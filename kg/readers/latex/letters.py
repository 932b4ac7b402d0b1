"""Letters that LaTeX writes as commands: an accent and what it stands on."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kg.readers.latex import commands as known
from kg.readers.latex.spans import Span, argument_at
from kg.readers.latex.tokens import Token

_DOTLESS = {"ı": "i", "ȷ": "j"}


@dataclass(frozen=True, slots=True)
class Accented:
    r"""A letter that stands from `start` to `end`, and the characters of the word after it (`\'etat`), if any."""

    letter: str
    start: int
    end: int
    rest: Token | None


def accented(span: Span, index: int, mark: str) -> tuple[Accented | None, int]:
    """The letter that the accent at `index` makes, None if it stands on nothing; and the index after it."""
    token = span.tokens.items[index]
    argument, after = argument_at(span, index + 1)
    items = [t for t in argument.items if t.kind in ("text", "command")]
    if not items:
        return None, index + 1
    first = items[0]
    letter = known.SYMBOLS.get(first.text, "") if first.kind == "command" else first.text
    base = _DOTLESS.get(letter[:1], letter[:1])
    grouped = argument.last < len(span.tokens.items) and span.tokens.items[argument.last].text == "}"
    end = span.tokens.items[argument.last].end if grouped else first.start + 1
    rest = first if first.kind == "text" and len(letter) > 1 else None
    return Accented(unicodedata.normalize("NFC", base + mark), token.start, max(end, token.end), rest), after
