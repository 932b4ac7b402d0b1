"""All claims of a document → its facts: one fact told twice is one fact, with the most specific words of both."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kg.extraction.outline import Claim
from kg.extraction.sameness import Names, differ_in_field, same_position, same_study
from kg.extraction.words import fold
from kg.model import Abbreviation, Dated, Evidence, Fact, PartialDate, Position, PositionKind, Study

F = TypeVar("F", bound=Fact)
_MOST_EVIDENCE = 6
_MOST_COMPARED = 200


@dataclass
class Merged:
    """A fact under way: what is known of it so far, and the spans that tell of it."""

    fact: Any
    rule: str
    scope: list[tuple[int, int]] = field(default_factory=list)


def merge(
    claims: Iterable[Claim[F]],
    keys: Callable[[F], Iterable[Hashable]],
    same: Callable[[Merged, Claim[F]], bool],
    join: Callable[[F, F], F],
) -> list[Merged]:
    """One fact for all claims that are the same; the claims of lists come first and say most.

    Claims are compared only where they share one of their `keys`, so that time grows with their number.
    """
    found: list[Merged] = []
    index: dict[Hashable, list[int]] = {}
    for claim in sorted(claims, key=_rank):
        told = list(keys(claim.fact))
        near = sorted({number for key in told for number in index.get(key, ())[:_MOST_COMPARED]})
        number = next((number for number in near if same(found[number], claim)), None)
        if number is None:
            number = len(found)
            found.append(Merged(claim.fact, claim.rule, list(claim.scope)))
        else:
            found[number].fact = join(found[number].fact, claim.fact)
            found[number].scope.extend(claim.scope)
        for key in told:
            if number not in (numbers := index.setdefault(key, [])):
                numbers.append(number)
    return sorted(found, key=lambda item: (item.fact.evidence[0].start, item.fact.evidence[0].end))


def _rank(claim: Claim[Any]) -> tuple[bool, bool, int]:
    """Listed entries before prose, dated claims before undated ones, then the order of the document."""
    fact = claim.fact
    dated = isinstance(fact, Dated) and fact.period.stated
    return claim.rule != "entry", not dated, fact.evidence[0].start


def merge_positions(claims: Iterable[Claim[Position]], abbreviations: Sequence[Abbreviation]) -> list[Merged]:
    """The positions of a document."""
    names = Names(abbreviations)

    def same(known: Merged, told: Claim[Position]) -> bool:
        if known.rule == told.rule == "entry" and _are_single_dates(known.fact, told.fact):
            return False
        return same_position(known.fact, told.fact, names) or names.shortens(told.fact, known.fact)

    def keys(fact: Position) -> Iterable[Hashable]:
        first = {("begins", fold(name.split()[0])) for name in (fact.organization, fact.unit) if name}
        return names.keys(fact.organization, fact.unit) | first

    return merge(claims, keys, same, _join_positions)


def _are_single_dates(left: Position, right: Position) -> bool:
    """Whether two entries of lists each give one coarse date: two terms of one year are two roles."""
    return all(fact.start and not fact.end and not fact.current and fact.start.day is None for fact in (left, right))


def merge_studies(claims: Iterable[Claim[Study]], abbreviations: Sequence[Abbreviation]) -> list[Merged]:
    """The studies of a document."""
    names = Names(abbreviations)

    def same(known: Merged, told: Claim[Study]) -> bool:
        if known.rule == told.rule == "entry" and differ_in_field(known.fact, told.fact):
            return False
        shortened = told.rule != "entry" and names.shortens(told.fact, known.fact)
        return shortened or same_study(known.fact, told.fact, names)

    def keys(fact: Study) -> Iterable[Hashable]:
        first = {("begins", fold(fact.organization.split()[0]))} if fact.organization else set()
        return names.keys(fact.organization, fact.unit, (fact.organization or "").split(",")[0]) | first

    return merge(claims, keys, same, _join)


def merge_by(claims: Iterable[Claim[F]], key: Callable[[F], Hashable]) -> list[Merged]:
    """Facts that are one where `key` says the same of them."""
    return merge(claims, lambda fact: (key(fact),), lambda known, told: key(known.fact) == key(told.fact), _join)


def _join_positions(known: Position, told: Position) -> Position:
    joined = _join(known, told)
    if known.kind is PositionKind.JOB and known.title is None and told.kind is not PositionKind.JOB:
        joined = joined.model_copy(update={"kind": told.kind})
    return joined


def _join(known: F, told: F) -> F:
    """`known` with what only `told` says, the more precise dates of both, and the evidence of both."""
    update: dict[str, Any] = {"evidence": _evidence(known.evidence, told.evidence)}
    for name in type(known).model_fields:
        if name in ("evidence", "start", "end", "current"):
            continue
        if getattr(known, name) in (None, (), "") and getattr(told, name) not in (None, (), ""):
            update[name] = getattr(told, name)
    if isinstance(known, Dated) and isinstance(told, Dated):
        update |= _dates(known, told)
    return known.model_copy(update=update)


def _dates(known: Dated, told: Dated) -> dict[str, Any]:
    start = _more_precise(known.start, told.start)
    if known.period.stated and (known.end or known.current):
        end, current = (known.end if known.current else _more_precise(known.end, told.end)), known.current
    elif known.period.stated and known.start and not told.start:
        end, current = (None if told.current else told.end), told.current
    else:
        end, current = told.end, told.current
    return {"start": start, "end": None if current else end, "current": current}


def _more_precise(known: PartialDate | None, told: PartialDate | None) -> PartialDate | None:
    if known is None or told is None:
        return known or told
    return told if len(str(told)) > len(str(known)) and str(told).startswith(str(known)) else known


def _evidence(known: tuple[Evidence, ...], told: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    new = [item for item in told if item not in known]
    return (*known, *new)[:_MOST_EVIDENCE]
