"""Org-mode's marks inside a line: emphasis, links, timestamps."""

from __future__ import annotations

import re

from kg.readers.html.feeding import feed
from kg.readers.layout.composer import Composer

_MARKS = {"*": "b", "/": "i", "_": "i", "=": "code", "~": "code", "+": "del"}
_TOKEN = re.compile(
    r"\[\[(?P<target>[^\[\]\n]{1,2000})\](?:\[(?P<label>[^\[\]\n]{1,500})\])?\]|"
    r"(?<![^\s\-({'\"|])(?P<mark>[*/_=~+])(?P<marked>[^\s](?:[^\n]{0,300}?[^\s])?)(?P=mark)(?=[\s\-.,:!?;'\")}\]|\\]|$)|"
    r"@@(?P<format>\w{1,20}):(?P<exported>(?:[^@\n]|@(?!@)){0,500})@@|"
    r"(?P<stamp>[<\[])(?P<date>\d{4}-\d{2}-\d{2})[^\n<>\[\]]{0,40}[>\]]|(?P<entity>\\(?:LaTeX|TeX|ndash|mdash|bull|nbsp)\b(?:\{\})?)|"
    r"(?P<end>\\\\$)|(?P<gap>\\(?:hfill|dotfill|quad|qquad)\b(?:\{\})?[ \t]*)"
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp)$", re.IGNORECASE)
_ENTITIES = {"LaTeX": "LaTeX", "TeX": "TeX", "ndash": "–", "mdash": "—", "bull": "•", "nbsp": " "}


def write(composer: Composer, content: str, start: int, end: int, *, depth: int = 0) -> None:
    """Tell the composer what `content[start:end]`, a line or less, shows."""
    position = start
    for token in _TOKEN.finditer(content, start, end):
        if token.start() > position:
            composer.text(content[position : token.start()], position)
        position = token.end()
        if token["format"]:
            if token["format"] == "html":  # what the page on the web shows
                composer.wide_gap()
                feed(content, composer, *token.span("exported"))
        elif token["target"] and not token["label"] and _PICTURE.search(token["target"]):
            continue
        elif token["target"]:
            composer.open("a", {"href": token["target"]})
            write_label = "label" if token["label"] else "target"
            composer.text(token[write_label], token.start(write_label))
            composer.close("a")
        elif token["mark"]:
            composer.open(_MARKS[token["mark"]])
            if depth < 3 and token["mark"] not in "=~":
                write(composer, content, token.start("marked"), token.end("marked"), depth=depth + 1)
            else:
                composer.text(token["marked"], token.start("marked"))
            composer.close(_MARKS[token["mark"]])
        elif token["gap"]:
            composer.wide_gap()
        elif token["date"]:
            composer.text(token["date"], token.start("date"))
        elif token["entity"]:
            name = token["entity"].strip("\\{}")
            composer.symbol(_ENTITIES[name], token.start(), token.end() - token.start())
    if position < end:
        composer.text(content[position:end], position)
