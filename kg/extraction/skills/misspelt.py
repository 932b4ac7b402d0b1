"""Names of technologies with a letter too few, too many, wrong or moved: "Kuberentes"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from rapidfuzz.distance import OSA

from kg.gazetteers import SkillTerm, skills
from kg.gazetteers.skills import FIELD

# A shorter name with one letter changed is as often another name.
_SHORTEST = 7
_LONG = 10


def meant(name: str) -> SkillTerm | None:
    """The only technology whose name is one slip away from a long word that names none; None for any other."""
    word = name.lower()
    if len(word) < _SHORTEST or not any(char.isalpha() for char in word[:1]) or any(char.isdigit() for char in word):
        return None
    near = {
        term.iri: term
        for length in (len(word) - 1, len(word), len(word) + 1)
        for known, term in _names().get((word[0], length), ())
        if OSA.distance(word, known, score_cutoff=1) <= 1 and _is_slip(word, known)
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _is_slip(word: str, known: str) -> bool:
    """Whether letters are left out, doubled or moved; another letter in the place of one may make another word."""
    parts, wanted = word.split(), known.split()
    if len(parts) == len(wanted) > 1:  # "Example CI" is not "Example CLI"
        word, known = next((pair for pair in zip(parts, wanted, strict=True) if pair[0] != pair[1]), (word, known))
        if min(len(word), len(known)) < _SHORTEST - 1:
            return False
    return len(word) != len(known) or len(word) >= _LONG or sorted(word) == sorted(known)


@cache
def _names() -> dict[tuple[str, int], list[tuple[str, SkillTerm]]]:
    """The long names that mean nothing else, by their first letter and length."""
    found: defaultdict[tuple[str, int], list[tuple[str, SkillTerm]]] = defaultdict(list)
    for term in skills().terms:
        if term.kind == FIELD:
            continue
        for name in {name.lower() for name in term.names if name not in term.contextual}:
            if len(name) >= _SHORTEST and not any(char.isdigit() for char in name):
                found[name[0], len(name)].append((name, term))
    return found
