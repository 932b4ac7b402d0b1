"""A document: bytes, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Document:
    """Bytes and the name they were read under.

    `source` is shown to people and names the file format by its suffix; `media_type` overrules the suffix.
    A document is identified by its bytes: the same bytes under two names are one document.
    """

    source: str
    data: bytes
    media_type: str | None = None

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, 64 hexadecimal digits."""
        return sha256(self.data).hexdigest()

    @property
    def name(self) -> str:
        """The last part of the source: what the file is called, without where it lies."""
        return PurePosixPath(self.source.replace("\\", "/")).name

    @property
    def suffix(self) -> str:
        """The lower-case suffix with its dot, "" where there is none."""
        return PurePosixPath(self.name).suffix.lower()
