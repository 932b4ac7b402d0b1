"""Where a lab or group belongs: a unit named alone is given the organization that the document names with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kg.extraction.clues import is_known_organization, is_school, is_unit
from kg.extraction.outline import Claim
from kg.extraction.spelling import comparable
from kg.model import Advising, Position, PositionKind, Study

_WHOLE = re.compile(r"\b(?:cent(?:er|re)|institute|foundation|observatory)\b", re.IGNORECASE)
_MEMBER = ("member", "mitglied", "membre", "miembro", "membro", "üye")


def housed(made: Sequence[Claim[Any]]) -> list[Claim[Any]]:
    """The claims, with the organization of every unit that stands in the place of one, as far as it is told.

    It is told where another position or study names the unit with its organization, or where the words of a position
    or study at one organization are the ones that tell of the unit, too. Two candidates are none.
    """
    hosts = [claim for claim in made if isinstance(claim.fact, Position | Study) and not _is_alone(claim.fact)]
    units = _known_units(hosts)
    return [_housed(claim, units, hosts) if isinstance(claim.fact, Position | Advising) else claim for claim in made]


def _is_alone(fact: Position | Study | Advising) -> bool:
    """Whether a fact names a unit where its organization should be."""
    name = fact.organization
    return name is None or (fact.unit is None and is_unit(name) and not is_known_organization(name))


def _known_units(hosts: Sequence[Claim[Any]]) -> dict[str, str]:
    """Unit → its organization, for the units that the document ties to one organization."""
    found: dict[str, set[str]] = {}
    for claim in hosts:
        if claim.fact.unit:
            found.setdefault(_key(claim.fact.unit), set()).add(claim.fact.organization)
    return {unit: next(iter(names)) for unit, names in found.items() if len({comparable(name) for name in names}) == 1}


def _key(unit: str) -> str:
    """A unit's name without plurals: "Systems Group" and "System Group" are written of one group."""
    return " ".join(word.removesuffix("s") for word in comparable(unit).split())


def _housed(claim: Claim[Any], units: dict[str, str], hosts: Sequence[Claim[Any]]) -> Claim[Any]:
    fact = claim.fact
    if not _is_alone(fact):
        return _named_by_heading(claim, hosts) if isinstance(fact, Advising) else claim
    unit = fact.unit or fact.organization
    host = units.get(_key(unit)) if unit else None
    host = host or _told_together(claim, hosts)
    if host is None or (unit is None and not isinstance(fact, Advising)):
        return claim
    update: dict[str, Any] = {"organization": host, "unit": unit}
    if isinstance(fact, Position) and (fact.title is None or fact.title.casefold() in _MEMBER):
        update["kind"] = PositionKind.RESEARCH
    return replace(claim, fact=fact.model_copy(update=update))


def _named_by_heading(claim: Claim[Advising], hosts: Sequence[Claim[Any]]) -> Claim[Advising]:
    """The claim at the organization that its entry names, where the whole heading stands in the name's place."""
    name = claim.fact.organization or ""
    host = _told_together(claim, hosts) if "," in name or "(" in name else None
    if host is None or host == name or host not in name:
        return claim
    return replace(claim, fact=claim.fact.model_copy(update={"organization": host}))


def _told_together(claim: Claim[Any], hosts: Sequence[Claim[Any]]) -> str | None:
    """The one organization whose words hold the evidence of the claim: the shortest such stretch decides."""
    start, end = claim.fact.evidence[0].start, claim.fact.evidence[0].end
    around = [
        (last - first, host.fact.organization)
        for host in hosts
        for first, last in host.scope
        if first <= start and end <= last
    ]
    if not around or (_WHOLE.search(claim.fact.organization or "") and not any(is_school(name) for _, name in around)):
        return None  # a firm has no centres, nor a bank institutes
    nearest = min(length for length, _ in around)
    names = {comparable(name): name for length, name in around if length == nearest}
    return next(iter(names.values())) if len(names) == 1 else None
