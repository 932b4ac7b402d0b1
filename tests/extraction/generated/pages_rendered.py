"""Markdown as web pages show it: in elements of many kinds, between bars and feet."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt

_HEADING = re.compile(r"<h([2-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_SECTION = re.compile(r"<h2[^>]*>(.*?)</h2>(.*?)(?=<h2|\Z)", re.DOTALL)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("js-default", {"html": True, "breaks": True})


def rendered(content: str) -> str:
    """The body of the web page that Markdown becomes."""
    return str(_parser().render(_FRONT.sub("", content.replace("\r\n", "\n"))))


def _headings(form: str) -> Callable[[str], str]:
    return lambda body: _HEADING.sub(lambda match: form.format(match[2], level=match[1]), body)


def _sections(form: str) -> Callable[[str], str]:
    return lambda body: _SECTION.sub(lambda match: form.format(match[1], match[2]), body)


def _divided(body: str) -> str:
    """Nothing but divisions: neither lists nor paragraphs."""
    return re.sub(r"</(?:ul|ol|li|p)>", "</div>", re.sub(r"<(ul|ol|li|p)[^>]*>", r'<div class="\1">', body))


FRAMES: dict[str, Callable[[str], str]] = {
    "as-it-is": str,
    "minified": lambda body: re.sub(r">\s+<", "><", body).replace("\n", " "),
    "divisions-for-headings": _headings('<div class="title{level}">{0}</div>'),
    "bold-for-headings": _headings("<p><b>{0}</b></p>"),
    "fonts-for-headings": _headings('<p><font size="5">{0}</font></p>'),
    "roles-for-headings": _headings('<div role="heading" aria-level="{level}">{0}</div>'),
    "divided": _divided,
    "sections": _sections('<section><h2>{0}</h2><div class="body">{1}</div></section>'),
    "accordion": _sections('<h2><button class="accordion-button">{0}</button></h2><div class="panel">{1}</div>'),
    "folded": _sections("<details><summary>{0}</summary>{1}</details>"),
    "fields": _sections("<fieldset><legend>{0}</legend>{1}</fieldset>"),
    "bars": _sections('<table width="100%"><tr><td><b>{0}</b></td></tr></table>{1}'),
    "permalinks": _headings('<h{level}>{0} <a class="anchor" href="#part">#</a></h{level}>'),
    "icons": _headings('<h{level}><i class="fa fa-star" aria-hidden="true"></i> {0}</h{level}>'),
    "between-bars": lambda body: (
        '<nav><a href="/">Home</a> <a href="/cv">CV</a></nav><main>' + body + "</main><footer>© 2024 Hugo</footer>"
    ),
}
