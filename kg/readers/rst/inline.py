"""reStructuredText's marks inside a line."""

from __future__ import annotations

import re

from kg.readers.layout.composer import Composer

_TOKEN = re.compile(
    r"``(?P<code>[^`\n]{1,500})``|"
    r"(?<![\w*])\*\*(?P<strong>[^\s*](?:[^*\n]{0,500}[^\s*])?)\*\*|"
    r"(?<![\w*])\*(?P<emphasis>[^\s*](?:[^*\n]{0,500}[^\s*])?)\*(?!\w)|"
    r"(?::[\w.+-]{1,30}:)?`(?P<label>[^`<\n]{0,500}?)\s{0,3}(?:<(?P<target>[^`<>\n]{1,2000})>)?`(?::[\w.+-]{1,30}:|_{0,2})|"
    r"(?P<note>\[[\w#*.-]{1,30}\]_)|(?<!\S)\|(?P<substituted>[^\s|](?:[^|\n]{0,80}[^\s|])?)\|_{0,2}|"
    r"\\(?P<escaped>.)|(?<=\w)(?P<reference>__?)(?=[\s.,:;!?)\]]|$)"
)


def write(composer: Composer, content: str, start: int, end: int) -> None:
    """Tell the composer what `content[start:end]`, a line or less, shows."""
    position = start
    for token in _TOKEN.finditer(content, start, end):
        if token.start() > position:
            composer.text(content[position : token.start()], position)
        position = token.end()
        for group, tag in (("code", "code"), ("strong", "b"), ("emphasis", "i")):
            if token[group]:
                composer.open(tag)
                composer.text(token[group], token.start(group))
                composer.close(tag)
        if token["label"] or token["target"]:
            shown = "label" if token["label"] else "target"
            composer.open("a", {"href": token["target"]})
            composer.text(token[shown], token.start(shown))
            composer.close("a")
        elif token["substituted"]:
            composer.text(token["substituted"], token.start("substituted"))
        elif token["escaped"] and not token["escaped"].isspace():
            composer.text(token["escaped"], token.start("escaped"))
    if position < end:
        composer.text(content[position:end], position)
