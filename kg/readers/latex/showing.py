"""How arguments are put on the page: as headings, rows of fields, pairs, items."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.readers.latex.environments import Environments
from kg.readers.latex.shapes import Part, Shown
from kg.readers.latex.spans import Span, words_of
from kg.readers.layout.composer import Composer


class Showing:
    """Puts arguments on the page; `grouped` tells what one of them says."""

    def __init__(self, composer: Composer, environments: Environments, grouped: Callable[[Span], None]) -> None:
        self._composer = composer
        self._environments = environments
        self._grouped = grouped
        self.sectioned = False

    def show(self, parts: Sequence[Part]) -> None:
        """Show the arguments of a command, part by part."""
        for part in parts:
            self._part(part)

    def heading(self, groups: Sequence[Span], level: int) -> None:
        """A heading, of one or several groups."""
        self.sectioned = self.sectioned or level > 1
        with_ = f"h{level}"
        self._composer.open(with_)
        for group in groups:
            self._composer.text(" ")
            self._grouped(group)
        self._composer.close(with_)

    def row(self, groups: Sequence[Span]) -> None:
        """The fields of one entry."""
        self._composer.paragraph()
        self._open("table", "tr")
        for group in groups:
            self._composer.open("td")
            self._grouped(group)
            self._composer.close("td")
        self._composer.close("table")

    def pair(self, key: Callable[[], None], value: Span) -> None:
        """A key and its value."""
        self._composer.paragraph()
        self._open("dl", "dt")
        key()
        self._composer.close("dt")
        self._composer.open("dd")
        self._grouped(value)
        self._composer.close("dl")

    def _part(self, part: Part) -> None:
        first = part.groups[0]
        match part.shown:
            case Shown.HEADING:
                self.heading(part.groups, part.level)
            case Shown.ROW:
                self.row(part.groups)
            case Shown.PAIR:
                self.pair(lambda: self._grouped(first), part.groups[1])
            case Shown.ITEM:
                self._item(first)
            case Shown.BODY:
                self._composer.paragraph()
                self._grouped(first)
                self._composer.paragraph()
            case Shown.LINE:
                self._inline(first, self._composer.newline)
            case Shown.TAG:
                self._inline(first, self._composer.wide_gap)
            case Shown.DATE | Shown.PERIOD:
                self._time(part)
            case Shown.WORDS:
                self._grouped(first)

    def _time(self, part: Part) -> None:
        """A date whose parts stand as people write them, or both ends of a time."""
        numbers = all(words_of(group).strip().isdigit() for group in part.groups)
        for place, group in enumerate(part.groups):
            if place:
                self._composer.text(" – " if part.shown is Shown.PERIOD else "-" if numbers else " ")
            self._grouped(group)

    def _item(self, group: Span) -> None:
        if self._environments.in_list:
            self._environments.begin_item()
            self._grouped(group)
            return
        self._open("ul", "li")
        self._grouped(group)
        self._composer.close("ul")

    def _inline(self, group: Span, part: Callable[[], None]) -> None:
        part()
        self._grouped(group)
        part()

    def _open(self, *tags: str) -> None:
        for tag in tags:
            self._composer.open(tag)
