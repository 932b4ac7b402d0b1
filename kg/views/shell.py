"""The frame every page shares: one template, one stylesheet, scripts whose hashes the page's own policy names.

Nothing a document says ever becomes markup: templates escape it, scripts get it as JSON and write it as text.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.errors import OutputError
from kg.views.palette import LOOKS
from kg.views.view import View

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def render(
    template: str,
    *,
    title: str,
    content: object,
    scripts: Iterable[str],
    styles: Iterable[str] = (),
    **words: object,
) -> View:
    """A page from one of our templates.

    `content` is what its scripts read (anything JSON can hold), `scripts` and `styles` the assets in their order.
    """
    css = "\n".join((_palette(), asset("base.css"), *(asset(name) for name in styles)))
    code = [script if "\n" in script else asset(script) for script in ("core.js", *scripts)]
    for piece in (*code, css):
        if "</script" in piece.lower() or "</style" in piece.lower():
            raise OutputError("a script or style that would end its own element cannot be put into a page")
    page = _environment().get_template(template)
    html = page.render(
        title=title,
        policy=_policy(code, css),
        css=Markup(css),  # noqa: S704
        scripts=[Markup(piece) for piece in code],  # noqa: S704
        content=Markup(encode(content)),  # noqa: S704
        **words,
    )
    return View(title, html)


def encode(content: object) -> str:
    """JSON that is safe inside a script element: sorted keys, no sign that HTML or an old parser would read."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for sign, escaped in _UNSAFE.items():
        text = text.replace(sign, escaped)
    # A lone surrogate has no UTF-8 form; what cannot be written is shown as the replacement character.
    return text.encode("utf-8", "replace").decode("utf-8")


@cache
def asset(name: str) -> str:
    """One of the stylesheets or scripts that ship with the package."""
    return (resources.files("kg.views") / "assets" / name).read_text("utf-8")


def has_asset(name: str) -> bool:
    """Whether an asset is there; those that are built may not be."""
    return (resources.files("kg.views") / "assets" / name).is_file()


def _policy(scripts: Iterable[str], css: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(_hash(script) for script in scripts)}",
            f"style-src {_hash(css)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


def _palette() -> str:
    tones = "".join(f".glyph.of-{kind}{{color:var(--{kind})}}.bar-{kind}{{--tone:var(--{kind})}}" for kind in LOOKS)
    light = "".join(f"--{kind}:{look.light};" for kind, look in LOOKS.items())
    dark = "".join(f"--{kind}:{look.dark};" for kind, look in LOOKS.items())
    return (
        f":root{{{light}}}"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f":root[data-theme=dark]{{{dark}}}"
        f"{tones}"
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kg.views", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
