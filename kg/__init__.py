"""A knowledge graph of people, organizations and skills, read from their profile documents.

::

    import kg

    graph = kg.open("people.kg")
    graph.add("profiles/")
    for person in graph.people():
        for job in person.employments:
            print(person.label, job.title, job.organization, job.period, job.evidence[0].quote)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.graph import KnowledgeGraph, open  # noqa: A004
    from kg.model import Document, Profile
    from kg.pipeline import extract
    from kg.stores import Limits

# Names load their modules when they are first used: `import kg` alone costs next to nothing.
_HOMES = {
    "Document": "kg.model",
    "KgError": "kg.errors",
    "KnowledgeGraph": "kg.graph",
    "Limits": "kg.stores",
    "Profile": "kg.model",
    "extract": "kg.pipeline",
    "open": "kg.graph",
}

__all__ = ["Document", "KgError", "KnowledgeGraph", "Limits", "Profile", "extract", "open"]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
