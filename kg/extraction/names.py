"""Names as written and as compared: brackets, markup and punctuation around them aside."""

from __future__ import annotations

import re

from kg.extraction.words import fold

_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|（[^（）]*）|\[[^\[\]]*\])")
_EDGES = " \t\n\u00a0,;:|·•–—-*_/~、，；："
_GAPS = re.compile(r"\s+")
_MARKS = re.compile(r"[^\w+#]+")


def clean(text: str) -> str:
    """The text without the separators at its edges, its white space single."""
    return _GAPS.sub(" ", text).strip(_EDGES)


def without_brackets(name: str) -> str:
    """The name without what stands in brackets after or inside it; the name itself where nothing else is left."""
    return clean(_BRACKETS.sub(" ", name)) or clean(name)


def comparable(name: str) -> str:
    """The name folded, punctuation and spacing evened out: the form under which two writings of it are one."""
    return " ".join(_MARKS.sub(" ", fold(name).replace("&", " and ").replace("'", "").replace("’", "")).split())
