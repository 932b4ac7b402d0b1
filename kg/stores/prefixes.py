"""The prefixes every query may use without declaring them."""

from __future__ import annotations

from collections.abc import Mapping

from kg.rdf.iris import DEFAULT_BASE
from kg.terms import PREFIXES

__all__ = ["DEFAULT_BASE", "prefixes"]


def prefixes() -> Mapping[str, str]:
    """Prefix → namespace, without the colon."""
    return PREFIXES
