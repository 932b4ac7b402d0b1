"""Whether a name that is also a common word, a company or a person means the technology where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.skills.automaton import Sighting, Strength
from kg.gazetteers import organizations

# What may stand between two neighbours of a list: "Go, Rust", "Go and Rust", "Go/Rust", "Go (Gin".
_JOINT = re.compile(
    r"\s*(?:[,;/|•·+&()、，・]|,?\s*(?:and|or|und|oder|et|ou|y|o|e|with|mit|avec)\s|\()+\s*(?:and|or)?\s*\(?", re.I
)
_LAST_WORDS = re.compile(r"(?:([\w@'’-]+)\s+)?([\w@'’-]+)[\s\"'“‘*_`(]*$")
_NEXT_WORD = re.compile(r"[\s\"'”’*_`]*(?:['’]s\s+)?(-?[\w&]+)")
_LOOK_BACK = 60
_FEW_TECHNOLOGIES = 1
_MANY_TECHNOLOGIES = 4
_LONG_NAME = 4


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("skills")[name])


def accepted(text: str, seen: Sequence[Sighting], technologies: int, *, listed: bool = False) -> list[Sighting]:
    """Those of the sightings in one line that mean technologies.

    `technologies` is the number of different ones that the document names beyond doubt. In an explicit list
    (`listed`) every name counts that stands beside another or alone between separators.
    """
    sure = [
        sighting.strength is Strength.STRONG or _decide(text, sighting, technologies, listed=listed)
        for sighting in seen
    ]
    sure = [a and not _is_employer(text, b) for a, b in zip(sure, seen, strict=True)]
    for order in (range(1, len(seen)), range(len(seen) - 2, -1, -1)):
        for index in order:
            neighbour = index - 1 if order.step > 0 else index + 1
            if not sure[index] and sure[neighbour] and _may_be_beside(text, seen[index], seen[neighbour]):
                sure[index] = True
    return [sighting for sighting, good in zip(seen, sure, strict=True) if good]


def _may_be_beside(text: str, one: Sighting, sure: Sighting) -> bool:
    """Whether two names stand side by side in a list, the sure one no mere field of work."""
    if sure.is_field or not (one.cased or one.strength is Strength.WEAK) or _is_employer(text, one):
        return False
    left, right = sorted((one, sure), key=lambda sighting: sighting.start)
    between = text[left.end : right.start]
    return bool(between) and len(between) < 12 and bool(_JOINT.fullmatch(between))


def _decide(text: str, one: Sighting, technologies: int, *, listed: bool) -> bool:
    if listed:
        return True
    if one.strength is Strength.WEAK:
        return technologies > _FEW_TECHNOLOGIES
    if not one.cased:
        return False
    return _has_cue(text, one, technologies)


def _has_cue(text: str, one: Sighting, technologies: int) -> bool:
    earlier, before = _before(text, one.start)
    match = _NEXT_WORD.match(text, one.end)
    after = match.group(1).lower() if match else ""
    if after.startswith("-"):
        return after[1:] in ("based", "powered", "driven", "style", "native")
    if before in _words("never_before") or after in _words("never_after") or after.isdigit():
        return False
    if f"{earlier} {before}" in _words("certain_before") or before in _words("certain_before"):
        return True
    if technologies < _FEW_TECHNOLOGIES:
        return False
    if after in _words("after") and not _is_capitalised(match):
        return True
    surface_is_long = one.end - one.start >= _LONG_NAME
    if before in _words("before") and not _is_capitalised(match):
        return surface_is_long or before in (
            "in",
            "using",
            "with",
            "idiomatic",
            "and",
            "or",
            "use",
            "of",
            "learn",
            "learned",
        )
    return technologies >= _MANY_TECHNOLOGIES and surface_is_long and _stands_alone(text, one, match)


def _before(text: str, start: int) -> tuple[str, str]:
    match = _LAST_WORDS.search(text[max(0, start - _LOOK_BACK) : start])
    return ((match.group(1) or "").lower(), match.group(2).lower()) if match else ("", "")


def _is_capitalised(match: re.Match[str] | None) -> bool:
    return bool(match) and match.group(1)[:1].isupper()  # type: ignore[union-attr]


def _stands_alone(text: str, one: Sighting, following: re.Match[str] | None) -> bool:
    """Whether the name is no part of a longer proper name and no sentence begins with it."""
    before = text[: one.start].rstrip()
    if not before or before[-1] in ".!?:•–—" or before.split()[-1][0].isupper():
        return False
    return not _is_capitalised(following)


@cache
def _is_organization(name: str) -> bool:
    return bool(organizations().find(name))


def _is_employer(text: str, one: Sighting) -> bool:
    """Whether "at" or "joined" stands before the name of something that is also an organization."""
    _, before = _before(text, one.start)
    if before not in _words("employer_before"):
        return False
    surface = text[one.start : one.end]
    return _is_organization(surface) or _is_organization(one.term.name) or before == "@"
