"""Keys of entities: the local part of an IRI, a function of what makes the entity the one it is."""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from hashlib import blake2b


def digest(*parts: str, length: int) -> str:
    """The first `length` characters of a BLAKE2b hash in lower-case base32; the parts cannot run into each other."""
    raw = blake2b("\x00".join(parts).encode(), digest_size=16).digest()
    return b32encode(raw).decode().lower()[:length]


def person(smallest_mention: str) -> str:
    """An opaque key, for a person has a right not to be named by an address."""
    return "p" + digest("person", smallest_mention, length=16)


def organization(name: str, *parts: str) -> str:
    """A readable slug of the name, and a hash of what tells it from its namesakes."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].strip("-")
    slug = slug if slug[:1].isalpha() else f"o-{slug}".rstrip("-")
    return f"{slug}-{digest('organization', *parts, length=8)}"
