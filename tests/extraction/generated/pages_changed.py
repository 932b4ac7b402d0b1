"""Changes of a Markdown page that leave what it says: of its headings, its lists, its spaces and signs, its frame."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

Change = Callable[[str, random.Random], str]

_HEADING = re.compile(r"^(#{2,6}) +(.+?)$", re.MULTILINE)
_SECTION = re.compile(r"^## +(.+?)$", re.MULTILINE)
_ITEM = re.compile(r"^( *)- (?=\S)", re.MULTILINE)
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"]


def _sections(form: str) -> Change:
    """Write the headings of sections as `form` says: {0} is the heading, {n} its number, {r} that in Roman figures."""

    def change(content: str, _: random.Random) -> str:
        parts = _SECTION.split(content)
        for number, heading in enumerate(parts[1::2], start=1):
            parts[2 * number - 1] = form.format(
                heading, n=number, r=_ROMAN[number % 15 - 1], upper=heading.upper(), wide=" ".join(heading.upper())
            )
        return "".join(parts)

    return change


def _headings(pattern: str, change: str) -> Change:
    return lambda content, _: _HEADING.sub(lambda match: re.sub(pattern, change, match.group()), content)


def _bullets(sign: str) -> Change:
    return lambda content, _: _ITEM.sub(rf"\1{sign}", content)


def _signs(old: str, new: str) -> Change:
    return lambda content, _: re.sub(old, new, content)


def _between(line: str) -> Change:
    return lambda content, _: _SECTION.sub(lambda match: f"{line}\n\n{match.group()}", content)


def _shuffled(content: str, chance: random.Random) -> str:
    first, *rest = re.split(r"^(?=## )", content, flags=re.MULTILINE)
    chance.shuffle(rest)
    return "\n\n".join([first, *rest])


def _listed(content: str) -> str:
    """A table of contents above the first section."""
    links = [f"- [{heading}](#{heading.lower()})" for heading in _SECTION.findall(content)]
    return _SECTION.sub(lambda match: "\n".join([*links, "", match.group()]), content, count=1)


HEADINGS: dict[str, Change] = {
    "bold": _sections("**{0}**\n"),
    "bold-colon": _sections("**{0}:**\n"),
    "italic": _sections("*{0}*\n"),
    "capitals": _sections("{upper}\n"),
    "plain": _sections("{0}\n"),
    "colon": _sections("{0}:\n"),
    "underlined": _sections("{0}\n------"),
    "wide": _sections("## {wide}"),
    "emoji": _sections("## 🧭 {0}"),
    "shortcode": _sections("## :compass: {0}"),
    "numbered": _sections("## {n}. {0}"),
    "numbered-bold": _sections("**{n}. {0}**\n"),
    "roman": _sections("## {r}. {0}"),
    "framed": _sections("---\n\n## {0}\n\n---"),
    "no-space": _headings("^(#+) +", r"\1"),
    "other-space": _headings("^(#+) +", "\\1\u00a0"),
    "closed": _headings("^(#+) +(.*)$", r"\1 \2 \1"),
    "html": _sections('<h2 align="center">{0}</h2>\n'),
    "centred": _sections('<p align="center"><b>{0}</b></p>\n'),
    "summary": _sections("<details open>\n<summary>{0}</summary>\n\n</details>\n"),
    "cell": _sections("<table><tr><td><b>{0}</b></td></tr></table>\n"),
    "linked": _sections("## [{0}](#part{n})"),
    "permalink": _sections('## {0} [¶](#part{n} "Permalink")'),
    "attributes": _sections("## {0} {{#part{n} .unnumbered}}"),
    "quoted": _sections("> ## {0}"),
    "deeper": _headings("^#", "##"),
    "decorated": _sections("## ~ {0} ~"),
    "shuffled": _shuffled,
}
LISTS: dict[str, Change] = {
    "star": _bullets("* "),
    "dot": _bullets("• "),
    "square": _bullets("▪ "),
    "arrow": _bullets("➤ "),
    "circle": _bullets("◦"),
    "other-space": _bullets("-\u00a0"),
    "loose": lambda content, _: _ITEM.sub(r"\n\1- ", content),
}
SIGNS: dict[str, Change] = {
    "minus": _signs(" [-–—] ", " − "),
    "unbreakable": _signs("(?<=[a-z])-(?=[a-z])", "\u2011"),
    "ligatures": _signs("(?<=[a-z])fi", "ﬁ"),
    "apart": lambda content, _: unicodedata.normalize("NFD", content),
    "zero-width": _signs("(?<=[a-z]) (?=[a-z])", "\u200b "),
    "unbroken-space": _signs("(?<=[A-Za-z,]) (?=[A-Za-z])", "\u00a0"),
    "two-spaces": _signs("(?<=[a-z]) (?=[a-z])", "  "),
    "entities": _signs("–", "&ndash;"),
    "carriage": _signs("\n", "\r\n"),
    "trailing": _signs("(?<=[^\n])\n\n", "  \n\n"),
    "mark": lambda content, _: f"\ufeff{content}",
}
FRAMES: dict[str, Change] = {
    "division": lambda content, _: f'<div align="center">\n\n{content}\n\n</div>\n',
    "fenced": lambda content, _: f"::: {{.content}}\n\n{content}\n\n:::\n",
    "quote": lambda content, _: "\n".join(f"> {line}".rstrip() for line in content.split("\n")),
    "table": lambda content, _: f"<table><tr><td>\n\n{content}\n\n</td></tr></table>\n",
    "front": lambda content, _: content if content.startswith("---") else f"---\nlayout: page\n---\n\n{content}",
    "contents": lambda content, _: _listed(content),
    "rules": _between("---"),
    "pictures": _between("![banner](banner.png)"),
    "anchors": _between('<a name="part"></a>'),
    "comments": _between("<!-- the next part -->"),
    "to-the-top": _between('<p align="right">(<a href="#top">back to top</a>)</p>'),
}
KINDS = [HEADINGS, LISTS, SIGNS, FRAMES]
