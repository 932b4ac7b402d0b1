"""Stretches of LaTeX tokens, and how commands find their arguments in them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.readers.latex import commands as known
from kg.readers.latex.tokens import Token, Tokens

_LONGEST_FIELD = 200
_MOST_WORDS = 20
_SENTENCE_WORDS = 8


_SIDES = frozenset(("height", "width", "depth"))


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `first` to `last`, with what stands for #1, #2 … in them and, in a macro's body, where it was called.

    `ends_line` unless something follows the macro's call in the same line.
    """

    tokens: Tokens
    first: int
    last: int
    arguments: tuple[Span, ...] = ()
    call: tuple[int, int] | None = None
    ends_line: bool = True

    @property
    def items(self) -> list[Token]:
        """The tokens."""
        return self.tokens.items[self.first : self.last]


def skip_spaces(span: Span, index: int) -> int:
    """The index after spaces and comments."""
    while index < span.last and span.tokens.items[index].kind in ("space", "comment"):
        index += 1
    return index


def option_at(span: Span, index: int) -> tuple[Span | None, int]:
    """The `[…]` that begins at `index` (after spaces), and where it ends."""
    at = skip_spaces(span, index)
    mate = span.tokens.mates.get(at)
    if at < span.last and span.tokens.items[at].text == "[" and mate is not None and mate < span.last:
        return Span(span.tokens, at + 1, mate, span.arguments, span.call), mate + 1
    return None, index


def options_at(span: Span, index: int) -> tuple[Span | None, int]:
    r"""The first of the `[…]` that begin at `index`, as of `\makebox[5cm][l]{…}`, and where the last of them ends."""
    first, index = option_at(span, index)
    more = first
    while more is not None:
        more, index = option_at(span, index)
    return first, index


def group_at(span: Span, index: int) -> tuple[Span | None, int]:
    """The `{…}` that begins at `index` (after spaces), and where it ends."""
    at = skip_spaces(span, index)
    mate = span.tokens.mates.get(at)
    if at < span.last and span.tokens.items[at].text == "{" and mate is not None and mate < span.last:
        return Span(span.tokens, at + 1, mate, span.arguments, span.call), mate + 1
    return None, index


def argument_at(span: Span, index: int) -> tuple[Span, int]:
    """The next argument: a group, or a single token."""
    group, after = group_at(span, index)
    if group is not None:
        return group, after
    at = min(skip_spaces(span, index), span.last)
    return Span(span.tokens, at, min(at + 1, span.last), span.arguments, span.call), min(at + 1, span.last)


def past_rule(span: Span, index: int) -> int:
    r"""The index after what says how thick and how long a rule of TeX's own is: `\hrule height 0.1cm`."""
    while True:
        at = skip_spaces(span, index)
        if at >= span.last or span.tokens.items[at].text not in _SIDES:
            return index
        index = argument_at(span, at + 1)[1]
        if index < span.last and span.tokens.items[index - 1].text[-1:].isdigit():  # "0.5\\textwidth"
            index += span.tokens.items[index].kind == "command"


def words_of(span: Span) -> str:
    """An argument as its author wrote it, without braces; parameters resolved."""
    parts = []
    for token in span.items:
        number = token.text[1:]
        if token.kind == "parameter" and number.isdigit() and 0 < int(number) <= len(span.arguments):
            parts.append(words_of(span.arguments[int(number) - 1]))
        elif token.kind == "sign":
            parts.append(token.text)
        elif token.kind == "command":
            parts.append(f"\\{token.text}")
        elif token.kind not in ("comment", "open", "close"):
            parts.append(token.text)
    return "".join(parts).strip()


def declares(group: Span) -> bool:
    """Whether a group begins with a command that changes its font: it is text, and no argument."""
    first = next((t for t in group.items if t.kind != "space"), None)
    return first is not None and first.kind == "command" and first.text in known.DECLARATIONS


def is_body(group: Span) -> bool:
    """Whether an argument is a body of text rather than a field."""
    items = group.items
    if items and items[-1].end - items[0].start > _LONGEST_FIELD and not all(t.kind == "parameter" for t in items):
        return True
    words = words_of(group).split()
    if len(words) > _MOST_WORDS or (len(words) >= _SENTENCE_WORDS and words[-1].endswith(".")):
        return True
    commands = [t.text for t in items if t.kind == "command"]
    if any(t.kind == "par" for t in items) or any(
        name in ("begin", "item") or known.HEADING_NAME.search(name) for name in commands
    ):
        return True
    numbers = [t.text[1:] for t in items if t.kind == "parameter" and t.text[1:].isdigit()]
    return any(0 < int(n) <= len(group.arguments) and is_body(group.arguments[int(n) - 1]) for n in numbers)


def stands_alone(span: Span, first: int, after: int) -> bool:
    """Whether the tokens from `first` to before `after` have their lines for themselves."""
    items = span.tokens.items
    if first == span.first and after >= span.last and not span.ends_line:
        return False  # all that a macro stands for, whose call others follow
    return (first == span.first or _ends_line(items[first - 1])) and (after >= span.last or _ends_line(items[after]))


def ends_line(span: Span, index: int) -> bool:
    """Whether nothing follows in the line of the source that the token before `index` is in."""
    items = span.tokens.items
    if index < span.last and items[index].kind == "space" and not _ends_line(items[index]):
        index += 1
    return _ends_line(items[index]) if index < span.last else span.ends_line


def _ends_line(token: Token) -> bool:
    return token.kind in ("par", "comment") or (token.kind == "space" and "\n" in token.text)
