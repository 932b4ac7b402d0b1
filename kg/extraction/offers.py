"""Offers of a position that a document tells of: not positions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.outline import Claim, Line, Outline
from kg.extraction.skills.page import read
from kg.model import Offer

# "a return offer from A", "full-time offers from both A and B", "received an offer at A"; never "A offers courses".
_CUE = re.compile(
    r"\b(?:return|full[- ]time|job|internship|employment|postdoc|faculty|received|receiving|accepted|got|earned|"
    r"secured|declined|holds?|holding|extended|have|with)\b[^.;:\n]{0,40}?\b"
    r"offers?(?: letters?)?(?: for [^.;:,\n]{1,30})? (?:from|at|by) (?:both )?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w&'’-]*(?:\.\w+)?(?: (?:(?:of|for|de|the) ){0,2}[A-Z][\w&'’-]*(?:\.\w+)?){0,6}")
_JOINT = re.compile(r",? and |, | & |/")
_MOST = 8


def offers(outline: Outline) -> list[Claim[Offer]]:
    """Every offer, one a named organization."""
    return [
        claim
        for place in read(outline).places
        if "offer" in place.zone.line.text
        for claim in _in_line(outline, place.zone.line)
    ]


def _in_line(outline: Outline, line: Line) -> Iterator[Claim[Offer]]:
    for cue in _CUE.finditer(line.text):
        for start, end in _names(line.text, cue.end()):
            evidence = outline.evidence(line.span(cue.start(), end))
            yield Claim(
                Offer(organization=line.text[start:end], evidence=(evidence,)), "offer", (line.span(start, end),)
            )


def _names(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The (start, end) of the names that stand in a list from `begin` on."""
    for _ in range(_MOST):
        name = _NAME.match(text, begin)
        if not name:
            return
        yield name.start(), name.end()
        joint = _JOINT.match(text, name.end())
        if not joint:
            return
        begin = joint.end()
