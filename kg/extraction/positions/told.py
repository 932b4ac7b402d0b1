"""The employer that the text below a header names, where the header tells only role and time."""

from __future__ import annotations

import re

from kg.extraction.clues import is_place, is_school, organization_score
from kg.extraction.entries import Entry
from kg.extraction.labelling import Fields, Value
from kg.extraction.outline import Line
from kg.extraction.pieces import first_sentence
from kg.extraction.prose.organizations import Place, organization_at
from kg.extraction.words import tokens
from kg.gazetteers import skills
from kg.model import InlineKind

_WHERE = re.compile(r"(?:^|\s)(?:at|for|with|@)\s(?:the\s)?(?=[A-Z@])")
_APPOSITION = re.compile(r",\s(?:an?|the|one of)\s")
_REACH = 90
_SURE = 2.5
_FEWEST_WORDS = 4


def heed_text(entry: Entry, fields: Fields) -> None:
    """Take a missing employer from the first sentence below a header: "Directed research at Example, a maker of …"."""
    if fields.organization or fields.title is None or entry.parent or not entry.dates or not entry.body:
        return
    line = entry.body[0].line
    if len(tokens(line.text)) < _FEWEST_WORDS or entry.body[0].told:
        return
    lead = first_sentence(line)
    links = [(one.start, one.end) for one in line.inlines if one.kind in (InlineKind.LINK, InlineKind.STRONG)]
    for where in _WHERE.finditer(lead, 0, _REACH):
        place = organization_at(line.text, where.end(), links)
        if place and _employs(line, place, links):
            spans = (line.span(place.start, place.end),)
            fields.organization = Value(place.name, spans)
            fields.unit = fields.unit or (Value(place.unit, spans) if place.unit else None)
            return


def _employs(line: Line, place: Place, links: list[tuple[int, int]]) -> bool:
    """Whether a name is an employer's by its words, as a link, or by what follows it: ", a maker of maps"."""
    if is_place(place.name) or is_school(place.name):
        return False
    if organization_score(place.name) >= _SURE:
        return True
    if not place.name[0].isupper():
        return False
    linked = any(start <= place.start < end for start, end in links)
    tool = skills().find(place.name.split()[0]) is not None
    return (linked and not tool) or _APPOSITION.match(line.text, place.end) is not None
