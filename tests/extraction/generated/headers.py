"""A random layout of an entry's header: the order of its fields, where its lines break, what stands between them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass

from generated import markup

SEPARATORS = (", ", " - ", " – ", " — ", " | ", " • ", " · ", ": ", " (")
FIRST = ("heading", "heading", "item", "paragraph", "paragraph", "bold")
REST = ("paragraph", "paragraph", "item", "break", "italic")
Allowed = Callable[[str, str, str], bool]


@dataclass(frozen=True, slots=True)
class Header:
    """One layout: fields by line, a separator between neighbours, a style a field, the setting of the lines."""

    lines: tuple[tuple[str, ...], ...]
    separators: tuple[str, ...]
    styles: dict[str, str]
    first: str
    rest: str

    def write(self, values: dict[str, str], below: list[str], prose: bool, suffix: str) -> str:
        """One entry in this layout, with sentences below it."""
        separators = iter(self.separators)
        lines = []
        for number, fields in enumerate(self.lines):
            whole = number == 0 and self.first in ("heading", "bold")
            shown = {name: markup.field(values[name], self._style(name, whole), suffix) for name in fields}
            line = shown[fields[0]]
            for name in fields[1:]:
                separator = next(separators)
                line += separator + shown[name] + (")" if separator == " (" else "")
            lines.append(line)
        return markup.entry(lines, self.first, self.rest, below, prose, suffix)

    def _style(self, name: str, whole: bool) -> str:
        """The style of a field; bold says nothing where all of the line is set apart."""
        return "" if whole and self.styles[name] in ("bold", "both") else self.styles[name]


def random_header(
    chance: random.Random, fields: tuple[str, ...], linked: str, words: tuple[str, ...], allowed: Allowed
) -> Header:
    """A layout of the fields; a place (`place`) follows the field it belongs to, `words` may join two fields, too."""
    order = chance.sample(fields, len(fields))
    if chance.random() < 0.4:
        before = chance.choice([linked, linked, "date"])
        order.insert(order.index(before if before in order else linked) + 1, "place")
    lines = [[order[0]]]
    for name in order[1:]:
        if chance.random() < 0.45:
            lines.append([name])
        else:
            lines[-1].append(name)
    separators = []
    for line in lines:
        for before, after in itertools.pairwise(line):
            separator = chance.choice(SEPARATORS + words)
            separators.append(separator if allowed(before, after, separator) else ", " if after == "place" else " | ")
    styles = {name: chance.choice(["", "", "bold", "bold", "italic", "both"]) for name in order}
    if chance.random() < 0.2:
        styles[linked] = "link"
    return Header(tuple(map(tuple, lines)), tuple(separators), styles, chance.choice(FIRST), chance.choice(REST))
