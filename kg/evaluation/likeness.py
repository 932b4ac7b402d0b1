"""When a name that was read is the name that was annotated."""

from __future__ import annotations

import difflib
import html
import re
import unicodedata
from collections.abc import Iterable

_COMPANY_FORM = re.compile(r"\b(inc|llc|ltd|limited|gmbh|corp|corporation|co|plc|ag|sa|sas|bv|pvt|pty)\b\.?")
_HONORIFIC = re.compile(r"^(prof|professor|dr|mr|mrs|ms|phd|pd|ir|asst|assoc|assistant|associate)\b\.?\s*")
_NEARLY = 0.92
_LONG_ENOUGH = 6


def fold(name: str | None, kind: str = "") -> str:
    """A name without case, accents, punctuation, and what does not tell a `kind` ("org", "person", "skill") apart."""
    if not name:
        return ""
    decomposed = unicodedata.normalize("NFKD", html.unescape(name)).casefold()
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    plain = plain.replace("&", " and ").replace("’", "'")
    if kind == "skill":
        return re.sub(r"[\s\-_/]+", "", plain).removesuffix(".js") or plain
    plain = re.sub(r"[^\w+#]+", " ", re.sub(r"'s\b", "", plain)).strip()
    while kind == "person" and (shorter := _HONORIFIC.sub("", plain)) != plain:
        plain = shorter
    if kind == "org":
        plain = re.sub(r"^the\s+", "", _COMPANY_FORM.sub(" ", plain).strip())
    return re.sub(r"\s+", " ", plain).strip()


def same(found: str | None, accepted: Iterable[str], kind: str = "") -> bool:
    """Whether a found name is one of the accepted: equal when folded, in another word order, or but for a misprint."""
    left = fold(found, kind)
    return bool(left) and any(_alike(left, right, kind) for name in accepted if (right := fold(name, kind)))


def _alike(left: str, right: str, kind: str) -> bool:
    if left == right:
        return True
    if kind == "skill":
        return False
    if sorted(left.split()) == sorted(right.split()):
        return True
    return (
        kind != "person" and len(right) > _LONG_ENOUGH and difflib.SequenceMatcher(None, left, right).ratio() >= _NEARLY
    )
