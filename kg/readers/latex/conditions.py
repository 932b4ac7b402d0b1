r"""Which branch of a condition is on paper, as far as it depends on arguments that were left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kg.readers.latex.spans import Span, argument_at, skip_spaces, words_of

# Conditions whose branches are arguments; the number is that of the arguments that make the test.
BRACED = {
    "ifthenelse": 1,
    "ifstrempty": 1,
    "ifblank": 1,
    "ifempty": 1,
    "notblank": 1,
    "notempty": 1,
    "ifstrequal": 2,
    "ifdefempty": 1,
    "ifdefvoid": 1,
    "iftoggle": 1,
    "ifdef": 1,
    "ifundef": 1,
    "IfNoValueTF": 1,
    "IfValueTF": 1,
    "IfBlankTF": 1,
    "IfBooleanTF": 1,
    "IfFileExists": 1,
    "@ifnextchar": 1,
    "@ifundefined": 1,
}
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
    for _ in range(BRACED[name]):
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


def is_condition(name: str) -> bool:
    r"""Whether a command begins a condition that ends with `\fi`."""
    return name.startswith("if") and name not in BRACED


def delimited(name: str, span: Span, index: int, switches: Collection[str]) -> Branches:
    r"""The branch that `\if… \else … \fi` shows; `switches` are those of `\newif` that are on."""
    if name in _TESTS:
        holds, index = _compared(span, index)
    elif name in _ALONE:
        holds = name != "iffalse"
        index = argument_at(span, index)[1] if name == "ifdefined" else index
    else:
        holds = name in switches
    other, end = _parts(span, index)
    if end is None:
        return Branches(None, index)  # nothing closes it: it is no condition
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


def _parts(span: Span, index: int) -> tuple[int | None, int | None]:
    r"""Where the `\else` and the `\fi` of a condition stand, None where there is none."""
    depth, other = 0, None
    while index < span.last:
        token = span.tokens.items[index]
        if token.kind == "command":
            if token.text == "fi":
                if depth == 0:
                    return other, index
                depth -= 1
            elif token.text == "else" and depth == 0 and other is None:
                other = index
            elif is_condition(token.text):
                depth += 1
        index += 1
    return None, None
