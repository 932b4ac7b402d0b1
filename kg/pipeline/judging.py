"""Hear what people say about who is who."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kg.errors import UnknownError, UsageError
from kg.model import Entity, Judgement, Verdict
from kg.pipeline.layers import RULES, Content
from kg.pipeline.upkeep import Workshop
from kg.resolution import Proposal, proposals, resolve
from kg.stores import Store


def judge(store: Store, judgement: Judgement) -> None:
    """Record a person's judgement about two mentions (ids) or organization names, and resolve everything anew.

    Judging the other way about the same two replaces what the same person said before. Raises UsageError if it
    contradicts other judgements, before anything is written.
    """
    if judgement.by in RULES:
        raise UsageError(f"{judgement.by!r} is the name of a rule; a judgement is made by a person")
    if judgement.left == judgement.right:
        raise UsageError("a thing is the same as itself; name two")
    workshop = Workshop.open(store)
    sides = {judgement.left, judgement.right}
    said = [
        other
        for other in Content.of(store, workshop.iris).judgements
        if {other.left, other.right} != sides or other.by != judgement.by
    ]
    workshop.rebuild([*said, judgement])
    store.flush()


def withdraw(store: Store, left: Set[str], right: Set[str]) -> None:
    """Take back every judgement of people about the two, each given by all its names; UnknownError if there is none."""
    workshop = Workshop.open(store)
    said = Content.of(store, workshop.iris).judgements
    kept = [judgement for judgement in said if not _about(judgement, left, right)]
    if len(kept) == len(said):
        raise UnknownError("nobody has judged these two")
    workshop.rebuild(kept)
    store.flush()


def suggest(store: Store) -> Iterator[Proposal]:
    """Pairs of entities that look alike and that nobody has judged, most alike first, for a person to judge."""
    content = Content.of(store, Workshop.open(store).iris)
    said = content.judgements
    for proposal in proposals(resolve(content.mentions(), said)):
        sides = _names(proposal.left), _names(proposal.right)
        if not any(_about(judgement, *sides) for judgement in said):
            yield proposal


def _names(entity: Entity) -> Set[str]:
    """Everything by which a judgement may name an entity."""
    return {*entity.mentions, entity.label, *entity.alternate_names}


def _about(judgement: Judgement, one: Set[str], other: Set[str]) -> bool:
    """Whether a judgement is about two things that have these names."""
    left, right = judgement.left, judgement.right
    return (left in one and right in other) or (left in other and right in one)


def verdict(word: str) -> Verdict:
    """The verdict of that name; UsageError for another word."""
    try:
        return Verdict(word)
    except ValueError:
        raise UsageError(f"a verdict is same or different, not {word!r}") from None
