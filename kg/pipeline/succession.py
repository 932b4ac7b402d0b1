"""What people judged about a document's mentions is judged of the same names in the version that takes its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import EntityKind, Judgement, Mention

_Role = tuple[EntityKind, str | None, object]


def inherited(said: Iterable[Judgement], before: Iterable[Mention], after: Iterable[Mention]) -> Iterator[Judgement]:
    """The judgements about mentions that are in `before`, as judgements about those that play their part in `after`.

    A part is the subject of the document, or a kind, a name, and the part of what it belongs to. A judgement about a
    mention that has no successor ends with it.
    """
    old, new = _roles(before), {role: mention for mention, role in _roles(after).items()}
    heirs = {mention: new[role] for mention, role in old.items() if role in new}
    for judgement in said:
        if old.keys() & {judgement.left, judgement.right}:
            sides = [heirs.get(side, side) for side in (judgement.left, judgement.right)]
            if not old.keys() & set(sides):
                yield replace(judgement, left=sides[0], right=sides[1])


def _roles(mentions: Iterable[Mention]) -> dict[str, _Role]:
    known = {mention.id: mention for mention in mentions}

    def role(mention: Mention) -> _Role:
        above = known.get(mention.parent or "")
        return mention.kind, None if mention.subject else mention.name, role(above) if above else mention.subject

    return {id_: role(mention) for id_, mention in known.items()}
