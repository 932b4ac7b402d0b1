"""What reaches the screen: results on stdout, messages on stderr, nothing that steers the terminal."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import IO

# format characters that scripts and emoji need: zero-width non-joiner and joiner
_HARMLESS = frozenset("\n\t\u200c\u200d")
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def harmless(text: str) -> str:
    """The text with escape codes, bidirectional overrides and lone surrogates made visible."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if _is_harmless(character) else _visible(character) for character in text)


def one_line(text: str) -> str:
    """The text as one harmless line: every run of white space is one blank."""
    return harmless(" ".join(text.split()))


def _is_harmless(character: str) -> bool:
    return character in _HARMLESS or unicodedata.category(character) not in _STEERING


def _visible(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def put(text: str) -> None:
    """Write a piece of a result to stdout; on a terminal it is made harmless first."""
    sys.stdout.write(harmless(text) if sys.stdout.isatty() else text)


def say(message: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(f"{one_line(message)}\n")


def lively(stream: IO[str]) -> bool:
    """Whether a stream is a terminal on which lines may move and change."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"
