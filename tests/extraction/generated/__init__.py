"""Pages made at random from a seed, and what they state: every feature of a layout is chosen by itself.

A generator is a function `page(seed, suffix)`. A form that fails is a class of forms, never one page; a form that
a careful person could not read either is left out where it is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

Fact = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its file name, its text, and the facts it states (each begins with the name of its kind)."""

    name: str
    content: str
    expected: frozenset[Fact]
