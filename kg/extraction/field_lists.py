"""Fields of study named by a list: "Environmental Science, Policy, and Management"."""

from __future__ import annotations

import re

from kg.extraction.clues import degrees, is_known_organization, is_place, is_school, is_unit, organization_score

_WORDS = r"[A-Z][\w-]+(?:\s(?:of\s)?[A-Z][\w-]+){0,3}"
_REST = re.compile(rf"(?:,\s{_WORDS}){{0,4}},?\s(?:and|&)\s{_WORDS}(?=\s(?:from|at|in)\s|\s?[.,;:(|–—@\n]|\s-\s|\s*$)")
_JOINT = re.compile(r",?\s(?:and|&)\s|,\s")


def list_end(text: str, end: int) -> int:
    """Where the list of fields ends whose first item ends at `end`; `end` itself where no list goes on there."""
    rest = _REST.match(text, end)
    if rest is None or "," not in rest[0]:
        return end
    items = [item for item in _JOINT.split(rest[0]) if item]
    return rest.end() if all(map(_is_field, items)) else end


def _is_field(item: str) -> bool:
    """Whether an item names no place, school, unit, firm or degree."""
    named = is_place(item) or is_school(item) or is_unit(item) or is_known_organization(item) or degrees(item)
    return not named and organization_score(item) < 2.5
