"""The key under which a name is looked up: case, width, accents of spacing and punctuation do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_GAPS = re.compile(r"[\s\-_/–—‐‑]+")
_MARKS = re.compile(r"[^\w+#]+")
_LEGAL = re.compile(
    r"(?:^the\s+|\s+(?:inc|llc|ltd|limited|gmbh|corp|corporation|co|plc|ag|sa|sas|bv|pvt|pty|kg|oy|ab|spa|srl)(?=\s|$))"
)


def skill_key(name: str) -> str:
    """A technology's name without case, spaces, hyphens, slashes: "Next JS" is "next-js", "C" is not "C++"."""
    return _GAPS.sub("", (name if name.isascii() else unicodedata.normalize("NFKC", name)).casefold())


@lru_cache(maxsize=16384)
def organization_key(name: str) -> str:
    """An organization's name without case, accents, punctuation, "The" and legal form ("Example Inc." is "Example")."""
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).replace("’", "'")
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = plain.replace("&", " and ")
    plain = " ".join(_MARKS.sub(" ", plain.replace("'s", "s")).split())
    return _LEGAL.sub("", plain).strip() or plain
