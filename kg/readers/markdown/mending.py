"""Markdown as people write it: marks that nobody sees go, and marks of their own become Markdown's."""

from __future__ import annotations

import re
from collections import Counter

from kg.readers.markdown.template import Working

# Signs that begin the items of lists elsewhere.
_BULLETS = "•‣⁃∙◦○●◉◆◇■□▪▫▶►▸▹➢➤➔➜⇒✓✔❖❯·\uf0a7\uf0b7\uf0d8\uf076"
_WIDE = "\u00a0\u2002\u2003\u200b\u3000"
_MARKS = re.compile(
    # Program code stays as it is.
    r"^ {0,3}(?P<fence>`{3,}|~{3,})(?s:.)*?(?:^ {0,3}(?P=fence)|\Z)|"
    # Pandoc's and Kramdown's spans and attributes, and footnotes.
    r"\[(?P<span>[^\[\]]{1,2000})\]\{[.#=][^{}\n]{0,300}\}|^:{3,}[^\n]{0,300}$|`[^`\n]{0,2000}`\{=\w{1,20}\}|\{:[^{}\n]{0,300}\}|"
    r"\{(?:[.#=]|[a-z-]{1,20}=)[^{}\n]{0,300}\}|^\[\^[^\]\n]{1,40}\]:[ \t]|\[\^[^\]\n]{1,40}\]|"
    # What Pandoc hands on to LaTeX: wide gaps, and other space.
    r"(?P<gap>[ \t]{0,9}\\(?:hfill|dotfill|hrulefill|qquad)(?![a-zA-Z])(?:\{\})?[ \t]{0,9})|"
    r"\\(?:newpage|pagebreak|noindent|(?:small|med|big)skip|[vh]space\*?\{[^{}\n]{1,20}\})(?![a-zA-Z])|"
    # A line broken as in LaTeX.
    r"(?P<end>\\\\(?=[ \t]{0,9}$))|"
    # GitHub's names of emoji.
    r"(?<![\w:/])(?P<emoji>:[a-z][a-z0-9_+-]{1,40}:)(?![\w:/])|"
    # Headings and items whose mark stands right at the word, or before a space that is none of Markdown's.
    rf"^ {{0,3}}(?P<heading>#{{1,6}}(?=[{_WIDE}])|#{{2,6}}(?=[^\s#!\d])|#(?=[A-Z][a-z]{{2,20}}$))|"
    rf"^[ \t]{{0,20}}(?P<item>[-*+](?=[{_WIDE}]))|"
    rf"^[ \t]{{0,20}}(?P<bullet>[{_BULLETS}])\ufe0f?[ \t{_WIDE}]?(?=[ \t{_WIDE}]{{0,9}}[^\s|])",
    re.MULTILINE,
)
_SIGN = "✨"
_GAP = " – "
_FEWEST_ITEMS = 2


def mended(working: Working) -> Working:
    """The text without marks that nobody sees, and with Markdown's own in the place of others that mean the same."""
    text = working.text
    result = Working()
    position = 0
    found = list(_MARKS.finditer(text))
    bullets = Counter(match["bullet"] for match in found)
    for match in found:
        kind = match.lastgroup
        if kind == "fence" or (kind == "bullet" and bullets[match["bullet"]] < _FEWEST_ITEMS):
            continue
        start, end = match.span(kind or 0)
        _copy(working, text, position, match.start() if kind == "span" else start, result)
        position = match.end()
        if kind in ("span", "heading", "item"):
            _copy(working, text, start, end, result)
        if kind is not None and kind != "span":
            _put(working, {"emoji": _SIGN, "bullet": "- ", "gap": _GAP, "end": "\\"}.get(kind, " "), start, end, result)
    _copy(working, text, position, len(text), result)
    return result


def _put(working: Working, mark: str, start: int, end: int, result: Working) -> None:
    """Write a mark in the place of `text[start:end]`."""
    _, _, at, size = next(working.pieces(start, end))
    result.add(mark, at, size or end - start)


def _copy(working: Working, text: str, start: int, end: int, result: Working) -> None:
    for first, last, at, size in working.pieces(start, end):
        result.add(text[first:last], at, size)
