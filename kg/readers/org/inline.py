"""Org-mode's marks inside a line: emphasis, links, timestamps."""

from __future__ import annotations

import re

from kg.readers.html.feeding import feed
from kg.readers.layout import images
from kg.readers.layout.composer import Composer
from kg.readers.layout.inline import picture, tell

_MARKS = {"*": "b", "/": "i", "_": "i", "=": "code", "~": "code", "+": "del"}
_TOKEN = re.compile(
    r"\[\[(?P<target>[^\[\]\n]{1,2000})\](?:\[(?P<label>[^\[\]]{1,500}|\[\[(?P<image>[^\[\]\n]{1,2000})\]\])\])?\]|"
    r"(?<![^\s\-({'\"|])(?P<mark>[*/_=~+])(?P<marked>[^\s](?:[^\n]{0,300}?(?:\n[^\n]{0,300}?)?[^\s])?)(?P=mark)(?=[\s\-.,:!?;'\")}\]|\\]|$)|"
    r"@@(?P<format>\w{1,20}):(?P<exported>(?:[^@\n]|@(?!@)){0,500})@@|"
    r"(?P<stamp>[<\[])(?P<date>\d{4}-\d{2}-\d{2})[^\n<>\[\]]{0,40}[>\]]|(?P<entity>\\(?:LaTeX|TeX|ndash|mdash|bull|nbsp)\b(?:\{\})?)|"
    r"(?P<end>\\\\(?=[ \t]*(?:\n|$)))|(?P<gap>\\(?:hfill|dotfill|quad|qquad)\b(?:\{\})?[ \t]*)"
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp)$", re.IGNORECASE)
_ENTITIES = {"LaTeX": "LaTeX", "TeX": "TeX", "ndash": "–", "mdash": "—", "bull": "•", "nbsp": " "}


def write(composer: Composer, content: str, start: int, end: int, *, depth: int = 0) -> None:
    """Tell the composer what `content[start:end]`, a paragraph or less, shows."""
    position = start
    for token in _TOKEN.finditer(content, start, end):
        if token.start() > position:
            tell(composer, content, position, token.start())
        position = token.end()
        if token["format"]:
            if token["format"] == "html":  # what the page on the web shows
                composer.wide_gap()
                feed(content, composer, *token.span("exported"))
        elif (image := _image(token)) is not None:
            picture(composer, content, token.span(), "", image)
        elif token["target"]:
            composer.open("a", {"href": token["target"]})
            write_label = "label" if token["label"] else "target"
            tell(composer, content, *token.span(write_label))
            composer.close("a")
        elif token["mark"]:
            composer.open(_MARKS[token["mark"]])
            if depth < 3 and token["mark"] not in "=~":
                write(composer, content, token.start("marked"), token.end("marked"), depth=depth + 1)
            else:
                tell(composer, content, *token.span("marked"))
            composer.close(_MARKS[token["mark"]])
        elif token["gap"]:
            composer.wide_gap()
        elif token["date"]:
            composer.text(token["date"], token.start("date"))
        elif token["entity"]:
            name = token["entity"].strip("\\{}")
            composer.symbol(_ENTITIES[name], token.start(), token.end() - token.start())
    tell(composer, content, position, end)


def _image(token: re.Match[str]) -> str | None:
    """The address of an image: of one that is a link's label, or a link that has none and leads to a picture."""
    if token["image"] or token["label"] or not token["target"]:
        return token["image"]
    target = token["target"]
    return target if _PICTURE.search(target) or images.names("", target, None) else None
