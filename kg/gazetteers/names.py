"""The key under which a name is looked up: case, width, accents of spacing and punctuation do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_GAPS = re.compile(r"[\s\-_/–—‐‑]+")
_MARKS = re.compile(r"[^\w+#\n]+")
_ASCII_MARKS = str.maketrans({mark: " " for mark in map(chr, range(128)) if mark != "\n" and _MARKS.match(mark)})
_SPACES = re.compile(r" {2,}")
_LEGAL = re.compile(
    r"^the +| (?:inc|llc|ltd|limited|gmbh|corp|corporation|co|plc|ag|sa|sas|bv|pvt|pty|kg|oy|ab|spa|srl)(?= |$)",
    re.MULTILINE,
)


def skill_key(name: str) -> str:
    """A technology's name without case, spaces, hyphens, slashes: "Next JS" is "next-js", "C" is not "C++"."""
    return _GAPS.sub("", (name if name.isascii() else unicodedata.normalize("NFKC", name)).casefold())


@lru_cache(maxsize=16384)
def organization_key(name: str) -> str:
    """An organization's name without case, accents, punctuation, "The" and legal form ("Example Inc." is "Example")."""
    plain = _plain(name.replace("\n", " "))
    return _LEGAL.sub("", plain).strip() or plain


def organization_keys(names: Iterable[str]) -> dict[str, str]:
    """Name → key for many names, none of which holds a line break: what `organization_key` says, in two passes."""
    given = list(names)
    keys: dict[str, str] = {}
    for group in ([name for name in given if name.isascii()], [name for name in given if not name.isascii()]):
        found = _trimmed(_LEGAL.sub("", _plain("\n".join(group)))).split("\n")
        keys.update((name, key or organization_key(name)) for name, key in zip(group, found, strict=False))
    return keys


def _plain(lines: str) -> str:
    """Every line without case, accents and punctuation."""
    plain = lines.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).replace("’", "'")
        plain = plain.translate(dict.fromkeys(ord(char) for char in set(plain) if unicodedata.combining(char)))
    plain = plain.replace("&", " and ").replace("'s", "s")
    return _trimmed(_SPACES.sub(" ", plain.translate(_ASCII_MARKS)) if plain.isascii() else _MARKS.sub(" ", plain))


def _trimmed(lines: str) -> str:
    """Every line without the space at its ends."""
    return lines.replace("\n ", "\n").replace(" \n", "\n").strip(" ")
