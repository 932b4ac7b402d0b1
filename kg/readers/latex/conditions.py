r"""Which branch of a condition is on paper, as far as it depends on arguments that were left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kg.readers.latex import commands as known
from kg.readers.latex.spans import Span, argument_at, skip_spaces, words_of

_WHEN_FILLED = frozenset({"notblank", "notempty", "IfValueTF", "iftoggle", "ifdef"})
_NEVER = frozenset({"IfBooleanTF", "IfFileExists", "@ifnextchar"})
_TESTS = frozenset({"if", "ifx", "ifcat"})
_ALONE = frozenset({"iftrue", "iffalse", "ifpdf", "ifxetex", "ifluatex", "ifdefined"})


@dataclass(frozen=True, slots=True)
class Branches:
    """What stands in the place of a condition, None for nothing, and the index after all of it."""

    shown: Span | None
    after: int


def braced(name: str, span: Span, index: int) -> Branches:
    r"""The branch that `\ifthenelse{…}{…}{…}` and its like show; `index` is the one after the command."""
    tests: list[str] = []
    for _ in range(known.BRACED[name]):
        test, index = argument_at(span, index)
        tests.append(words_of(test))
    first, index = argument_at(span, index)
    second, index = argument_at(span, index)
    return Branches(first if _holds(name, tests) else second, index)


def _holds(name: str, tests: list[str]) -> bool:
    if name == "ifstrequal":
        return tests[0] == tests[1]
    if name in _NEVER:
        return False
    test = tests[0]
    if name == "ifthenelse":
        inside = test.replace("\\isempty", "").replace("\\equal", "").strip()
        negated = inside.startswith("\\not")
        return (not inside) != negated
    return (name in _WHEN_FILLED) == bool(test)


def delimited(name: str, span: Span, index: int, switches: Collection[str]) -> Branches:
    r"""The branch that `\if… \else … \fi` shows; `switches` are those of `\newif` that are on."""
    other, end = span.tokens.branches.get(index - 1, (None, span.last))
    if end >= span.last:
        return Branches(None, index)  # nothing closes it: it is no condition
    if name in _TESTS:
        holds, index = _compared(span, index)
    elif name in _ALONE:
        holds = name != "iffalse"
        index = argument_at(span, index)[1] if name == "ifdefined" else index
    else:
        holds = name in switches
    branch = (index, other if other is not None else end) if holds else (other + 1 if other is not None else end, end)
    return Branches(Span(span.tokens, *branch, span.arguments, span.call), min(end + 1, span.last))


def _compared(span: Span, index: int) -> tuple[bool, int]:
    r"""Whether two tokens are the same: all that matters is the idiom `\ifx&#1&`, which asks whether #1 is empty."""
    at = skip_spaces(span, index)
    for place in range(at, min(at + 6, span.last)):
        token = span.tokens.items[place]
        number = token.text[1:]
        if token.kind == "parameter" and number.isdigit() and 0 < int(number) <= len(span.arguments):
            empty = not words_of(span.arguments[int(number) - 1])
            after = place + 1
            if after < span.last and span.tokens.items[after].text in ("}", "]"):
                after += 1
            return empty, min(after + 1, span.last)
    return False, min(at + 2, span.last)
