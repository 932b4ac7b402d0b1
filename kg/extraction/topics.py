"""The fields of work and research that a document says its subject cares about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Line, Outline, SectionKind
from kg.extraction.skills.automaton import Sighting, sightings
from kg.extraction.skills.zones import Mode, Zone, zones
from kg.extraction.words import fold
from kg.model import Topic

_SEPARATOR = re.compile(
    r"[,;|•·、。，・\n\t(){}\[\]:：]|\.(?:\s|$)|\s[-–—]\s|\s(?:and|or|as well as|und|et|y|e|&)\s|\s/\s"
)
_EDGES = " \t*_`\"'“”‘’.…!?-–—<>="
_MOST_WORDS = 6
_LONGEST_LIST = 260
_SPEAKING = frozenset(
    {SectionKind.ABOUT, SectionKind.INTERESTS, SectionKind.RESEARCH, SectionKind.SKILLS, SectionKind.OTHER}
)


@cache
def _cues() -> re.Pattern[str]:
    lexicon = load("topics")
    strong = "|".join(sorted(map(re.escape, lexicon["strong"]), key=len, reverse=True))
    weak = "|".join(sorted(map(re.escape, lexicon["weak"]), key=len, reverse=True))
    return re.compile(rf"\b(?:(?P<strong>{strong})|(?P<weak>{weak}))\b\s*:?", re.IGNORECASE)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("topics")[name])


def topics(outline: Outline) -> list[Claim[Topic]]:
    """Every field of work or research interest, each once a mention."""
    found: dict[tuple[int, int], Claim[Topic]] = {}
    for zone in zones(outline):
        for start, end, rule in _in_line(zone):
            span = zone.line.span(start, end)
            name = " ".join(zone.line.text[start:end].split())
            found.setdefault(span, Claim(Topic(name=name, evidence=(outline.evidence(span),)), rule, (span,)))
    return [found[span] for span in sorted(found)]


def _in_line(zone: Zone) -> Iterator[tuple[int, int, str]]:
    text = zone.line.text
    fields = [sighting for sighting in sightings(text, listed=zone.mode is Mode.LIST) if sighting.is_field]
    if zone.section is SectionKind.INTERESTS and zone.line is not None:
        yield from ((start, end, "interests") for start, end in _listed(zone.line))
        return
    if zone.mode is Mode.LIST:
        yield from ((field.start, field.end, "list") for field in fields if not _is_label(text, field))
        return
    for match in _cues().finditer(text):
        strong = match.group("strong") is not None and zone.section in _SPEAKING
        for start, end in _told(text, match.end()):
            if strong or any(start <= field.start and field.end <= end for field in fields):
                yield start, end, "told"
    if zone.section is SectionKind.ABOUT:
        yield from ((field.start, field.end, "about") for field in fields)


def _is_label(text: str, field: Sighting) -> bool:
    return text[field.end :].lstrip(_EDGES)[:1] in (":", "：")


def _listed(line: Line) -> Iterator[tuple[int, int]]:
    """The items of a line in a section of interests."""
    text = line.text
    begin = 0
    if (match := _cues().search(text)) and match.start() < len(text) / 2:
        begin = match.end()
    if len(text) - begin > 90 and "," not in text[begin:] and ";" not in text[begin:]:
        yield from _told(text, begin)
        return
    yield from _phrases(text, begin, len(text))


def _told(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The fields that follow a cue, up to the end of its sentence or of the list."""
    end = re.search(r"[.!?](?:\s|$)|\n", text[begin : begin + _LONGEST_LIST])
    stop = begin + end.start() if end else min(len(text), begin + _LONGEST_LIST)
    yield from _phrases(text, begin, stop)


def _phrases(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    start = begin
    for match in (*_SEPARATOR.finditer(text, begin, end), None):
        stop = match.start() if match else end
        if phrase := _phrase(text, start, max(start, stop)):
            yield phrase[0], phrase[1]
            if phrase[2]:
                return
        start = match.end() if match else end


def _phrase(text: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """The (start, end) of the field named between two separators, and whether the list ends there; None if none is."""
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    while words and fold(text[words[0][0] : words[0][1]].strip(_EDGES)) in _words("lead"):
        words.pop(0)
    last = next((i for i, (a, b) in enumerate(words) if i and fold(text[a:b].strip(_EDGES)) in _words("ends")), None)
    cut = words if last is None else words[:last]
    if not 1 <= len(cut) <= _MOST_WORDS:
        return None
    a, b = cut[0][0], cut[-1][1]
    piece = text[a:b]
    left, right = a + len(piece) - len(piece.lstrip(_EDGES)), b - len(piece) + len(piece.rstrip(_EDGES))
    if not _is_field(text[left:right]):
        return None
    return left, right, last is not None


def _is_field(name: str) -> bool:
    parts = [fold(part.strip(_EDGES)) for part in name.split()]
    if len(name) < 3 or any(part in _words("never") for part in parts) or any(char.isdigit() for char in parts[0]):
        return False
    return not (len(parts) == 1 and len(name) < 4 and not name.isupper())
