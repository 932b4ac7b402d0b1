"""What stands on top of a LaTeX résumé, and over its parts: the name, headings, ways to reach the person."""

from __future__ import annotations

import re
from functools import partial

from kg.readers.latex import commands as known
from kg.readers.latex.environments import Page
from kg.readers.latex.showing import Showing
from kg.readers.latex.spans import Span, argument_at, group_at, option_at, words_of

# A class's own \subsection that takes so many arguments prints an entry with its fields, not a heading.
_FIELDS = 3
_LARGE = re.compile(r"\\(?:Huge|huge|LARGE|Large)(?!.*\\thepage)", re.DOTALL)


def is_entry(name: str, span: Span, index: int) -> bool:
    """Whether the command before `index` is no plain heading: it prints several fields, or names a bookmark."""
    groups: list[Span] = []
    while len(groups) < _FIELDS:
        group, index = group_at(span, index)
        if group is None:
            return False
        groups.append(group)
    level = known.HEADINGS[name]
    return level > known.HEADINGS["section"] or (level > 1 and words_of(groups[0]) == words_of(groups[1]))


class Heads:
    """Each method takes a span and the index after a command, and returns the index after its arguments."""

    def __init__(self, page: Page, showing: Showing) -> None:
        self._page = page
        self._showing = showing
        self._first_name: Span | None = None

    def heading(self, span: Span, index: int, name: str) -> int:
        """A heading, or the name of the person with what else its command prints."""
        level = known.HEADINGS[name]
        _, index = option_at(span, index)
        first, index = argument_at(span, index)
        more: list[Span] = []
        while level == 1:
            group, after = group_at(span, index)
            if group is None:
                break
            more, index = [*more, group], after
        if name == "name":  # \name{Ada}{Example}
            self._showing.heading([first, *more], level)
        else:
            self._showing.heading([first], level)
            if more:
                self._showing.row(more)
        return index

    def given_name(self, span: Span, index: int) -> int:
        """The first half of the name: it is shown with the second."""
        self._first_name, index = argument_at(span, index)
        return index

    def family_name(self, span: Span, index: int) -> int:
        """The second half of the name."""
        name, index = argument_at(span, index)
        self._showing.heading([name] if self._first_name is None else [self._first_name, name], 1)
        return index

    def running(self, span: Span, index: int) -> int:
        """What stands over every page: in letters as large as for a title it is the name."""
        _, index = option_at(span, index)
        shown, index = argument_at(span, index)
        if _LARGE.search(words_of(shown)):
            self._showing.heading([shown], 1)
        return index

    def contact(self, span: Span, index: int) -> int:
        """An address of some kind, under the name of its command, which stands at `index`, or its option."""
        token = span.tokens.items[index]
        option, after = option_at(span, index + 1)
        value, after = group_at(span, after)
        if value is None:
            return after
        if option is not None:
            self._showing.pair(partial(self._page.grouped, option), value)
        else:
            say = partial(self._page.say, span, token.text, token.start + 1, token.end, verbatim=True)
            self._showing.pair(say, value)
        return after
