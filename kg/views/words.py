"""Words of documents, made fit to be shown in one line."""

from __future__ import annotations

import unicodedata

_CONTROLS = {"Cc", "Cf", "Cs", "Co"}


def plain(text: str) -> str:
    """The text in one line without signs that steer rather than show (controls, direction overrides)."""
    shown = (" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    return " ".join("".join(sign for sign in shown if unicodedata.category(sign) not in _CONTROLS).split())
