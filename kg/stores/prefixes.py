"""The prefixes every query may use without declaring them."""

from __future__ import annotations

from collections.abc import Mapping

from kg.terms import PREFIXES


def prefixes() -> Mapping[str, str]:
    """Prefix → namespace, without the colon."""
    return PREFIXES
