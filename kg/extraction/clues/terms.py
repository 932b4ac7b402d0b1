"""Terms of employment, which are no titles."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extraction.lexicon import load
from kg.extraction.words import Phrases, has_asian


@cache
def _terms() -> Phrases[str]:
    return Phrases((phrase, kind) for kind, phrases in load("employment").items() for phrase in phrases)


@lru_cache(maxsize=4096)
def employment(text: str) -> str | None:
    """The terms of employment, where `text` says only those: "full-time", …, "internship", "volunteer", "mode"."""
    bare = text.strip(" ()[].,;")
    if has_asian(bare):
        return next((kind for kind, phrases in load("employment").items() if bare in phrases), None)
    return _terms().whole(bare)
