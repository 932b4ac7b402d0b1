"""Local parts of IRIs: opaque hashes, and slugs that a person can read."""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from hashlib import blake2b

_SLUG_LENGTH = 48


def digest(*parts: str, length: int = 16) -> str:
    """`length` characters of lower-case base32 of a BLAKE2b hash; the parts cannot run into each other."""
    data = b"".join(f"{len(part)}:{part}".encode("utf-8", "surrogatepass") for part in parts)
    return b32encode(blake2b(data, digest_size=10).digest()).decode().lower()[:length]


def slug(name: str) -> str:
    """A name in ASCII letters, digits and hyphens that begins with a letter; "x" where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG_LENGTH].strip("-")
    return words if words[:1].isalpha() else f"x-{words}".rstrip("-")


def readable(name: str, *parts: str) -> str:
    """A slug of the name and a hash of what tells it from its namesakes."""
    return f"{slug(name)}-{digest(*parts, length=8)}"


def folded(name: str) -> str:
    """A name without differences of case, width and spacing."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
