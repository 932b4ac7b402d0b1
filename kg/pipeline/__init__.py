"""The only room that knows the order of the rooms: documents in, one graph out, kept up to date."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.pipeline.erasure import forget
    from kg.pipeline.freshness import is_settled
    from kg.pipeline.intake import Input, Notice, add, explain, extract, profile, profiles
    from kg.pipeline.judging import judge, suggest, verdict, withdraw
    from kg.pipeline.report import Forgotten, Report
    from kg.pipeline.upkeep import Workshop, settle

# Names load their modules when they are first used: who only asks a graph does not load what reads documents.
_HOMES = {
    "erasure": ("forget",),
    "freshness": ("is_settled",),
    "intake": ("Input", "Notice", "add", "explain", "extract", "profile", "profiles"),
    "judging": ("judge", "suggest", "verdict", "withdraw"),
    "report": ("Forgotten", "Report"),
    "upkeep": ("Workshop", "settle"),
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Forgotten",
    "Input",
    "Notice",
    "Report",
    "Workshop",
    "add",
    "explain",
    "extract",
    "forget",
    "is_settled",
    "judge",
    "profile",
    "profiles",
    "settle",
    "suggest",
    "verdict",
    "withdraw",
]


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
