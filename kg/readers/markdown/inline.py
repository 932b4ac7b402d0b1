"""A Markdown parser whose inline tokens know where they stand.

markdown-it gives places to blocks only, by line. Each inline rule is wrapped here: whatever tokens it makes get the
stretch of text it consumed, in `token.meta["at"]`, as (start, end) offsets into the text of the inline token.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_DEEPEST = 20
_STARTS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
_Rule = Callable[[StateInline, bool], bool]


@cache
def parser() -> MarkdownIt:
    """GitHub's Markdown, with HTML; indented code is off, for in profiles it is always an accident of layout."""
    markdown = MarkdownIt("js-default", {"html": True, "linkify": False, "typographer": False})
    markdown.disable(["code", "fragments_join", "text_join", "linkify", "replacements", "smartquotes"])
    inline = markdown.inline.ruler
    for name, rule in zip(inline.get_active_rules(), inline.getRules(""), strict=True):
        inline.at(name, _placing(_bracketed(rule) if name in ("link", "image") else rule, _STARTS.get(name)))
    return markdown


def _bracketed(rule: _Rule) -> _Rule:
    """The rule, tried only where a bracket opens that is closed, and not deep in others: it would look far ahead."""

    def tried(state: StateInline, silent: bool) -> bool:
        at = state.pos + (state.src[state.pos] == "!")
        return at < state.posMax and state.src[at] == "[" and at in _closed(state) and rule(state, silent)

    return tried


def _closed(state: StateInline) -> frozenset[int]:
    """Where the brackets open that are closed again."""
    found: frozenset[int] | None = getattr(state, "closed_brackets", None)
    if found is None:
        open_: list[int] = []
        closed = set()
        for match in _BRACKET.finditer(state.src):
            if match.group() == "[":
                open_.append(match.start())
            elif match.group() == "]" and open_:
                if len(open_) <= _DEEPEST:
                    closed.add(open_[-1])
                open_.pop()
        found = frozenset(closed)
        state.closed_brackets = found  # type: ignore[attr-defined]
    return found


def _placing(rule: _Rule, starts: str | None) -> _Rule:
    def placed(state: StateInline, silent: bool) -> bool:
        if starts is not None and state.src[state.pos] not in starts:
            return False  # the rule would say so as well, but later
        if silent:
            return rule(state, silent)
        start, limit = state.pos, state.posMax
        _flush(state, start)
        before = len(state.tokens)
        if not rule(state, silent):
            return False
        _flush(state, min(state.pos, limit))
        for token in state.tokens[before:]:
            token.meta.setdefault("at", (start, state.pos))
        return True

    return placed


def _flush(state: StateInline, end: int) -> None:
    """Make a token of the text that is waiting, which ends at `end`."""
    if state.pending:
        length = len(state.pending)
        state.pushPending().meta["at"] = (end - length, end)
