"""What people said about mentions, brought into the form of mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.errors import UsageError
from kg.gazetteers.names import organization_key
from kg.model import EntityKind, Judgement, Mention, Verdict
from kg.resolution.clusters import star

JUDGED = "judgement"


def expand(judgements: Iterable[Judgement], mentions: Mapping[str, Mention]) -> Iterator[Judgement]:
    """Judgements about two mentions each; those about mentions that are gone, with their document, are left out.

    A side that is no mention's id is an organization's name and speaks of every mention of that name. UsageError for
    a person who is said to be an organization.
    """
    for judgement in judgements:
        left, right = (_meant(side, mentions) for side in (judgement.left, judgement.right))
        if judgement.verdict is Verdict.SAME and left and right:
            _check(judgement, mentions, left + right)
            yield from star(left + right, JUDGED, f"{judgement.by} judged: {judgement.reason}")
        elif judgement.verdict is Verdict.DIFFERENT:
            for one in left:
                for other in right:
                    yield replace(judgement, left=one, right=other)


def _meant(side: str, mentions: Mapping[str, Mention]) -> list[str]:
    if side in mentions:
        return [side]
    key = organization_key(side)
    named = (m for m in mentions.values() if m.kind is not EntityKind.PERSON)
    return sorted(m.id for m in named if key in {organization_key(name) for name in (m.name or "", *m.aliases)})


def _check(judgement: Judgement, mentions: Mapping[str, Mention], sides: list[str]) -> None:
    if len({mentions[side].kind is EntityKind.PERSON for side in sides}) > 1:
        raise UsageError(f"a person is no organization: {judgement.left} and {judgement.right} cannot be the same")
