"""reStructuredText's marks inside a line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.readers.layout.composer import Composer
from kg.readers.layout.inline import picture, tell

_TOKEN = re.compile(
    r"``(?P<code>[^`\n]{1,500})``|"
    r"(?<![\w*])\*\*(?P<strong>[^\s*](?:[^*]{0,500}[^\s*])?)\*\*|"
    r"(?<![\w*])\*(?P<emphasis>[^\s*](?:[^*]{0,500}[^\s*])?)\*(?!\w)|"
    r"(?::[\w.+-]{1,30}:)?`(?P<label>[^`<]{0,500}?)\s{0,40}(?:<(?P<target>[^`<>\n]{1,2000})>)?`(?::[\w.+-]{1,30}:|_{0,2})|"
    r"(?P<note>\[[\w#*.-]{1,30}\]_)|(?<!\S)\|(?P<substituted>[^\s|](?:[^|\n]{0,80}[^\s|])?)\|_{0,2}|"
    r"\\(?P<escaped>.)|(?<=\w)(?P<reference>__?)(?=[\s.,:;!?)\]]|$)"
)


def write(composer: Composer, content: str, start: int, end: int, pictures: Mapping[str, tuple[str, str]]) -> None:
    """Tell the composer what `content[start:end]`, a paragraph or less, shows.

    `pictures` are the (what it says, address) of images by the names that stand for them.
    """
    position = start
    for token in _TOKEN.finditer(content, start, end):
        if token.start() > position:
            tell(composer, content, position, token.start())
        position = token.end()
        for group, tag in (("code", "code"), ("strong", "b"), ("emphasis", "i")):
            if token[group]:
                composer.open(tag)
                tell(composer, content, *token.span(group))
                composer.close(tag)
        if token["label"] or token["target"]:
            shown = "label" if token["label"] else "target"
            composer.open("a", {"href": token["target"]})
            tell(composer, content, *token.span(shown))
            composer.close("a")
        elif token["substituted"] in pictures:
            picture(composer, content, token.span(), *pictures[token["substituted"]])
        elif token["substituted"]:
            composer.text(token["substituted"], token.start("substituted"))
        elif token["escaped"] and not token["escaped"].isspace():
            composer.text(token["escaped"], token.start("escaped"))
    tell(composer, content, position, end)
