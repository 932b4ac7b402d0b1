"""The fields of work and research that a document says its subject cares about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.skills.automaton import Sighting, is_word, lower
from kg.extraction.skills.page import Place, read
from kg.extraction.skills.zones import Mode
from kg.extraction.words import fold, has_asian
from kg.model import BlockKind, Topic

_SEPARATOR = re.compile(
    r"[,;|•·、。，・\n\t(){}\[\]:：]|\.(?:\s|$)|\s[-–—]\s|\s(?:and|or|as well as|und|et|y|e|&|＆)\s|\s?/\s"
)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n|。")
# A word holds a letter or digit; pictures and bullets are none.
_WORD = re.compile(r"\S*\w\S*")
_EXPLANATION = re.compile(r"\s[-–—]\s|[:：]\s")
_EDGES = " \t*_`\"'“”‘’.…!?-–—<>=「」"
_LABEL = re.compile(r"\s*([^:：]{2,42}?)\s*[:：]\s*")
_MOST_WORDS = 6
_LONGEST_TOLD = 260
_LONGEST_SIGN = 14
_SPEAKING = frozenset({SectionKind.ABOUT, SectionKind.INTERESTS, SectionKind.SKILLS, SectionKind.OTHER})
_SCHOOLED = frozenset({SectionKind.EDUCATION, SectionKind.TEACHING, SectionKind.CERTIFICATES, SectionKind.AWARDS})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("topics")[name])


@cache
def _cues() -> tuple[AhoCorasick, tuple[tuple[str, bool], ...]]:
    """The search for cues, and for each of them whether anything that follows is a topic ("interested in")."""
    lexicon = load("topics")
    cues = [(lower(cue), strong) for name, strong in (("strong", True), ("weak", False)) for cue in lexicon[name]]
    return AhoCorasick([cue for cue, _ in cues], store_patterns=False), tuple(cues)


def topics(outline: Outline) -> list[Claim[Topic]]:
    """Every field of work or research interest, each once a mention."""
    found: dict[tuple[int, int], Claim[Topic]] = {}
    taken: dict[int, list[tuple[int, int]]] = {}
    announced = False
    for place in read(outline).places:
        line = place.zone.line
        spans = taken.setdefault(line.index, [])
        if _announces(line.text):
            announced = True
            continue
        announced = announced and line.block.kind is BlockKind.ITEM
        for start, end, rule in _announced(line.text) if announced else _in_line(outline, place):
            if any(start < b and a < end for a, b in spans):
                continue
            spans.append((start, end))
            span = line.span(start, end)
            name = " ".join(line.text[start:end].split())
            found.setdefault(span, Claim(Topic(name=name, evidence=(outline.evidence(span),)), rule, (span,)))
    return [found[span] for span in sorted(found)]


def _in_line(outline: Outline, place: Place) -> Iterator[tuple[int, int, str]]:
    zone, text = place.zone, place.zone.line.text
    fields = [one for one in place.seen if one.is_field and not _is_school_subject(text, one)]
    if zone.section in _SCHOOLED:
        return
    label = _LABEL.match(text) if ":" in text or "：" in text else None
    if label and fold(label.group(1)) in _words("labels"):
        tools = [one for one in place.seen if not one.is_field and one.term.kind != "Technique"]
        for start, end in _phrases(text, label.end(), len(text)):
            if not any(start < one.end and one.start < end for one in tools):
                yield start, end, "label"
        return
    if zone.mode in (Mode.LIST, Mode.SERIES):
        yield from (
            (one.start, one.end, "list") for one in fields if not _is_label(text, one) and one.end - one.start > 2
        )
        return
    if zone.section is SectionKind.INTERESTS:
        yield from _interests(outline, place, fields)
    yield from _told(text, fields, strong_allowed=zone.section in _SPEAKING)
    if zone.section not in _SCHOOLED:
        yield from ((one.start, one.end, "about") for one in fields if not _is_generic(text, one))


def _announces(text: str) -> bool:
    """Whether a line announces a list of interests: "I'm passionate about:"."""
    bare = text.rstrip()
    if not bare.endswith((":", "：")):
        return False
    folded = lower(bare[:-1].rstrip())
    return folded.endswith(tuple(lower(cue) for cue in load("topics")["strong"]))


def _announced(text: str) -> Iterator[tuple[int, int, str]]:
    """The fields that an announced item names, what it says of them left out."""
    end = next((match.start() for match in _EXPLANATION.finditer(text)), len(text))
    yield from ((start, stop, "announced") for start, stop in _phrases(text, 0, end))


def _is_label(text: str, field: Sighting) -> bool:
    return text[field.end :].lstrip(_EDGES)[:1] in (":", "：")


def _is_generic(text: str, field: Sighting) -> bool:
    return fold(text[field.start : field.end]) in _words("generic")


def _is_school_subject(text: str, field: Sighting) -> bool:
    """Whether the name is of a degree's subject or a department: "M.S. in Physics", "Department of Physics"."""
    before = [fold(word.strip(_EDGES + ",()")) for word in text[max(0, field.start - 60) : field.start].split()][-4:]
    after = fold(text[field.end : field.end + 24].lstrip(_EDGES).split(" ")[0].strip(_EDGES + ",()"))
    return after in _words("school_after") or any(word in _words("school_before") for word in before)


def _interests(outline: Outline, place: Place, fields: list[Sighting]) -> Iterator[tuple[int, int, str]]:
    """The items of a line in a section of interests; of interests that may be pastimes, those beside a known field."""
    text = place.zone.line.text
    heading = next((s.heading for s in outline.sections if place.zone.line in s.lines and s.heading), None)
    scholarly = heading is not None and any(word in fold(heading.text) for word in load("topics")["scholarly"])
    separated = sum(text.count(mark) for mark in ",;|·•、")
    if len(text.split()) > 12 and separated < len(text.split()) / 8:
        return
    items = list(_phrases(text, 0, len(text)))
    known = [(a, b) for a, b in items if any(a <= one.start and one.end <= b for one in fields)]
    yield from ((a, b, "interests") for a, b in (items if scholarly or 2 * len(known) >= len(items) else known))


def _told(text: str, fields: list[Sighting], *, strong_allowed: bool) -> Iterator[tuple[int, int, str]]:
    """The fields that follow a cue, up to the end of its sentence or of the list."""
    search, cues = _cues()
    folded = lower(text)
    for index, start, end in search.find_matches_as_indexes(folded, overlapping=True):
        if (start and is_word(folded[start - 1])) or (end < len(folded) and is_word(folded[end])):
            continue
        stop = _SENTENCE_END.search(text, end, end + _LONGEST_TOLD)
        strong = cues[index][1] and strong_allowed
        for a, b in _phrases(text, end, stop.start() if stop else min(len(text), end + _LONGEST_TOLD)):
            inside = [one for one in fields if a <= one.start and one.end <= b]
            if inside and (not strong or text.count(" ", a, b) > 3):
                yield from ((one.start, one.end, "told") for one in inside if not _is_generic(text, one))
            elif strong:
                yield a, b, "told"


def _phrases(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    start = begin
    for match in (*_SEPARATOR.finditer(text, begin, end), None):
        stop = match.start() if match else end
        phrase = _phrase(text, start, max(start, stop))
        if phrase:
            if _is_field(text[phrase[0] : phrase[1]]):
                yield phrase[0], phrase[1]
            if phrase[2]:
                return
        start = match.end() if match else end


def _phrase(text: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """The (start, end) of what is named between two separators, and whether the list ends there; None if nothing is."""
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    while words and fold(text[words[0][0] : words[0][1]].strip(_EDGES)) in _words("lead"):
        words.pop(0)
    last = next((i for i, (a, b) in enumerate(words) if i and fold(text[a:b].strip(_EDGES)) in _words("ends")), None)
    cut = words if last is None else words[:last]
    if not 1 <= len(cut) <= _MOST_WORDS:
        return None
    a, b = cut[0][0], cut[-1][1]
    piece = text[a:b]
    left, right = a + len(piece) - len(piece.lstrip(_EDGES)), b - len(piece) + len(piece.rstrip(_EDGES))
    return (left, right, last is not None) if left < right else None


def _is_field(name: str) -> bool:
    """Whether the words may name a field of work: few, none of them about persons, tasks or pastimes."""
    if has_asian(name):
        return 1 < len(name) <= _LONGEST_SIGN and not name.endswith(("です", "ます", "ない", "だけ", "こと", "た"))
    parts = [fold(part.strip(_EDGES)) for part in name.split()]
    if len(name) < 3 or any(part in _words("never") for part in parts) or parts[0][:1].isdigit():
        return False
    return not (len(parts) == 1 and (parts[0] in _words("generic") or (len(name) < 4 and not name.isupper())))
