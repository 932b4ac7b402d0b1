"""Plain text → lines in the order they are read: columns one after the other, without what only numbers its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_RULE = re.compile(r"([=\-~*_+#^─═━—–┄┈╌┅▬‾]|[┯┷┳┻╤╧┬┴┼╪╋])(?:\1|[┯┷┳┻╤╧┬┴┼╪╋+]| (?=\1))*|\+[-=+]+\+")
# "Page 2 of 3" at the end of a line, and the words before it.
_PAGE = re.compile(
    r"(?:^|[\s|·–-]{2})(?:page|seite|página|pagina|strana)\s{1,3}\d{1,3}(?:\s{0,3}(?:of|von|de|di|sur|/)\s{0,3}\d{1,3})?$",
    re.IGNORECASE,
)
_GUTTER = re.compile(r" {2,}(?=\S)")
_FEWEST_ROWS = 6
_LEFTMOST = 12


@dataclass(frozen=True)
class Line:
    """A line, or its part in a column: where it starts in the source, what it says, how far it is indented."""

    start: int
    text: str
    indent: int

    @property
    def rule(self) -> str | None:
        """The character a rule is drawn with, None for any other line."""
        match = _RULE.fullmatch(self.text) if len(self.text) >= 3 else None
        return (match.group(1) or "-") if match else None


def lines(content: str) -> list[Line]:
    """The lines of a text in reading order. Takes time linear in its length."""
    raw = _without_pages(list(_raw(content)))
    gutter = _gutter([text for _, text in raw])
    if gutter is None:
        return [_line(start, text) for start, text in raw]
    first, x = gutter
    left = [_line(start, text[:x]) for start, text in raw[first:]]
    right = [_line(start + min(x, len(text)), text[x:]) for start, text in raw[first:]]
    return [*(_line(start, text) for start, text in raw[:first]), *left, Line(len(content), "", 0), *right]


def _raw(content: str) -> Iterator[tuple[int, str]]:
    start = 0
    for text in content.split("\n"):
        yield start, text
        start += len(text) + 1


def _line(start: int, raw: str) -> Line:
    text = raw.strip()
    if len(text) > 2 and text[0] == text[-1] == "|" and "|" not in text[1:-1]:  # the walls of a box around it
        return _line(start + raw.index("|") + 1, text[1:-1])
    indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(4))
    return Line(start + raw.find(text[0]) if text else start, text, indent)


def _without_pages(raw: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines without page numbers in words, and without the running heads beside them that were read before."""
    heads: set[str] = set()
    result = []
    for start, text in raw:
        match = _PAGE.search(text.rstrip())
        if match is None:
            result.append((start, text))
            continue
        head = text[: match.start()].rstrip(" |·–-\t")
        if head.strip() and head.strip() not in heads:
            heads.add(head.strip())
            result.append((start, head))
    return result


def _gutter(texts: Sequence[str]) -> tuple[int, int] | None:
    """The first row of a page in two columns, and where the second column begins; None for any other page.

    Dates beside entries and tables are set side by side, too: columns have headings of their own on both sides.
    """
    begins = Counter(match.end() for text in texts for match in [*_GUTTER.finditer(text)][:1] if text[:1].strip())
    x, rows = max(begins.items(), key=lambda pair: (pair[1], -pair[0]), default=(0, 0))
    if rows < _FEWEST_ROWS or x < _LEFTMOST:
        return None
    first = next(place for place, text in enumerate(texts) if text[:1].strip() and _parts(text, x))
    below = texts[first:]
    crossed = [text for text in below if len(text) > x and text[x - 1] != " "]
    left = [text[:x].strip() for text in below]
    right = [text[x:].strip() for text in below]
    if crossed or sum(map(_is_heading, left)) < 2 or not any(map(_is_heading, right)):
        return None
    return first, x


def _parts(text: str, x: int) -> bool:
    """Whether a gap ends at `x`, and a word begins there."""
    return len(text) > x and text[x] != " " and text[x - 2 : x] == "  "


def _is_heading(text: str) -> bool:
    return text.isupper() and len(text) > 3 and len(text.split()) <= 3 and not any(char.isdigit() for char in text)
