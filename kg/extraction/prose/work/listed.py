"""Employers listed below a line that says so: "In the past I have worked at:" and an item for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.clues import is_place, is_school, title_score
from kg.extraction.outline import Outline, once
from kg.extraction.prose.organizations import organization_at
from kg.extraction.prose.sentences import Sentence
from kg.extraction.prose.times import Tense
from kg.extraction.prose.work.complements import Told, is_employer, role_after
from kg.gazetteers import skills
from kg.model import BlockKind, PositionKind

_AT = r"(?:at|for|with)(?:\sthe\sfollowing\s[\w ]{3,30})?"
_LEADS = re.compile(
    rf"(?:\bI|['’]ve)\s(?:[\w-]+\s){{0,4}}?(?:worked|(?P<intern>interned)|been employed)\s{_AT}[^.:]{{0,40}}:\W{{0,3}}$"
    rf"|\b(?:companies|employers|firms|places|organi[sz]ations|start-?ups)\s(?:that\s|where\s)?I(?:\shave|['’]ve)?\s"
    rf"(?:worked|(?P<interned>interned))\b[^.:]{{0,40}}:\W{{0,3}}$"
)
_WORTH_A_LOOK = ("worked", "interned", "employed")
_MOST_BEFORE = 3  # "[", "the"


def listed(sentence: Sentence) -> Iterator[Told]:
    """The employer that an item begins with, where the line above the items says that they are employers."""
    kind = _items(sentence.outline).get(sentence.line.index) if sentence.first else None
    if kind is None:
        return
    place = organization_at(sentence.text, 0, sentence.links)
    if place is None or place.start > _MOST_BEFORE or not is_employer(place, sentence) or is_place(place.name):
        return
    if is_school(place.name) or title_score(place.name) >= 3 or skills().find(place.name) is not None:
        return
    role = role_after(sentence, place.end)
    yield Told((place,), role, Tense.PAST, place.start, role.end if role else place.end, kind)


@once
def _items(outline: Outline) -> dict[int, PositionKind]:
    """The lines of items below such a line, each with what was done at the employers."""
    found: dict[int, PositionKind] = {}
    kind: PositionKind | None = None
    for line in outline.lines:
        if line.block.kind is BlockKind.ITEM and kind:
            if line.block.level == 1 and not line.start:
                found[line.index] = kind
            continue
        told = _LEADS.search(line.text) if any(word in line.text for word in _WORTH_A_LOOK) else None
        kind = None
        if told:
            kind = PositionKind.INTERNSHIP if told["intern"] or told["interned"] else PositionKind.JOB
    return found
