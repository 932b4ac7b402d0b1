"""Roles and units whose names go on with the whole they belong to: "Founder of Example", "Sales Team of Example"."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.extraction.clues import (
    is_area,
    is_known_organization,
    is_place,
    is_proper_name,
    is_school,
    is_unit,
    organization_score,
    title_score,
)
from kg.extraction.clues.lexica import word_set
from kg.extraction.words import key, tokens

_OF = re.compile(
    r"(?P<noun>[^\W\d_]+)\s+(?P<of>of|for|von|der|des|de|da|do|del|della|di|du|für)\s+(?P<the>the\s+|der\s+|la\s+|l['’])?"
    r"(?=[^\Wa-z_])"
)
_FOR = frozenset(("for", "für"))
# These are most often followed by a field: "Example Department of Botany".
_OF_FIELDS = frozenset(("department", "dept"))
_LONGEST_NAME = 7


def whole_after_role(text: str, links: Container[int]) -> tuple[int, int] | None:
    """Where a role ends that is always one of a whole, and where the name of that begins; None where none is told.

    `links` are the places in the text where links begin: what "Vice President of" leads to is a name, no field.
    """
    nouns = word_set("titles", "held_of") | word_set("titles", "held_for")
    if nouns.isdisjoint(word.key for word in tokens(text)[:-1]):
        return None
    for match in _OF.finditer(text):
        wanted = word_set("titles", "held_for" if match["of"] in _FOR else "held_of")
        before = tokens(text[: match.start()])
        vice = bool(before) and before[-1].key == "vice"  # "Vice President of Sales"
        sure = match["the"] or match.end() in links
        if key(match["noun"]) in wanted and (sure or not vice) and _is_whole(text[match.end() :]):
            return match.start("of"), match.end()
    return None


def whole_after_unit(text: str) -> tuple[int, int] | None:
    """Where the name of a unit ends, and where that of the whole it belongs to begins: "Sales Team of Example"."""
    units = word_set("organizations", "part_nouns")
    if units.isdisjoint(word.key for word in tokens(text)[1:-1]):
        return None
    for match in _OF.finditer(text):
        if match["of"] == "of" and key(match["noun"]) in units and _is_named(text[: match.start()]):
            whole = text[match.end() :]
            field = key(match["noun"]) in _OF_FIELDS and not _is_surely_whole(whole.split(",")[0])
            return (match.start("of"), match.end()) if _is_whole(whole) and not field else None
    return None


def _is_named(before: str) -> bool:
    """Whether words before a unit's noun are its name: "Sales" Team, not a firm's, and no other noun with "of"."""
    name = before.strip()
    return (
        bool(name)
        and "," not in name
        and not is_place(name)
        and is_proper_name(name)
        and " of" not in f" {name}"
        and not (is_school(name) or is_known_organization(name))
    )


def _is_surely_whole(name: str) -> bool:
    """Whether the words of a name tell an organization from a field such as "Energy"."""
    return " " in name and organization_score(name) >= 2.5


def _is_whole(name: str) -> bool:
    """Whether what follows "of" is the name of something people found, lead or belong to, and nothing else is."""
    head, *rest = name.split(",")
    sequence = tokens(head)
    if not sequence or len(sequence) > _LONGEST_NAME or not is_proper_name(head):
        return False
    if any(word.key in word_set("titles", "bodies") for word in sequence) or is_unit(head) or is_area(head):
        return False
    return not (is_place(head) or title_score(head) >= 3 or any(organization_score(part) >= 2.5 for part in rest))
