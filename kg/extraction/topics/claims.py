"""The fields of work and research that a document says its subject cares about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.extraction.lexicon import load
from kg.extraction.outline import Claim, Outline, Section, SectionKind, once
from kg.extraction.skills.automaton import Sighting, is_word, lower
from kg.extraction.skills.page import Place, read
from kg.extraction.skills.zones import Mode
from kg.extraction.topics.phrases import EDGES, Seen, has_head, is_generic, phrases, terms
from kg.extraction.words import fold
from kg.gazetteers import skills
from kg.gazetteers.skills import FIELD
from kg.model import BlockKind, Topic

_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n|。")
_EXPLANATION = re.compile(r"\s[-–—]\s|[:：]\s")
_LABEL = re.compile(r"(?:^|(?<=[\t\n|—–(])|(?<=[.;]\s))\s*([^:：.;\t\n|—–(]{2,42}?)\s*[:：]\s*")
_LONGEST_TOLD = 260
_SPEAKING = frozenset({SectionKind.ABOUT, SectionKind.INTERESTS, SectionKind.SKILLS, SectionKind.OTHER})
_SCHOOLED = frozenset({SectionKind.EDUCATION, SectionKind.TEACHING, SectionKind.CERTIFICATES, SectionKind.AWARDS})


_LONGEST_SERIES = 12
# So many fields side by side among interests are of work, however broad: music alone is a pastime.
_SEVERAL = 3
# A phrase of more words than this and one is more than a qualified name of a field.
_MOST_QUALIFIED = 4


class Cue(IntEnum):
    """What follows a cue is a topic if a known field, if at least its last word is one of fields, or whatever it is."""

    WEAK = 0
    MEDIUM = 1
    STRONG = 2


@cache
def _cues() -> tuple[AhoCorasick, tuple[tuple[str, Cue], ...]]:
    """The search for cues ("interested in"), and what each says of what follows it."""
    lexicon = load("topics")
    cues = [(lower(cue), strength) for strength in Cue for cue in lexicon[strength.name.lower()]]
    return AhoCorasick([cue for cue, _ in cues], store_patterns=False), tuple(cues)


def topics(outline: Outline) -> list[Claim[Topic]]:
    """Every field of work or research interest, each once a mention."""
    found: dict[tuple[int, int], Claim[Topic]] = {}
    taken: dict[int, list[tuple[int, int]]] = {}
    announced = False
    places = read(outline).places
    cued = _cued(places)
    for number, place in enumerate(places):
        line = place.zone.line
        spans = taken.setdefault(line.index, [])
        if _announces(line.text):
            announced = True
            continue
        announced = announced and line.block.kind is BlockKind.ITEM
        for start, end, rule in _announced(line.text) if announced else _in_line(outline, place, cued=number in cued):
            if any(start < b and a < end for a, b in spans):
                continue
            spans.append((start, end))
            span = line.span(start, end)
            name = " ".join(line.text[start:end].split())
            found.setdefault(span, Claim(Topic(name=name, evidence=(outline.evidence(span),)), rule, (span,)))
    return [found[span] for span in sorted(found)]


def _cued(places: Sequence[Place]) -> frozenset[int]:
    """The numbers of the places in whose lines the words of a cue stand: one search over all of them."""
    starts, at = [], 0
    for place in places:
        starts.append(at)
        at += len(place.zone.line.text) + 1
    whole = lower("\n".join([place.zone.line.text for place in places]))
    return frozenset(bisect_right(starts, hit[1]) - 1 for hit in _cues()[0].find_matches_as_indexes(whole))


def _in_line(outline: Outline, place: Place, *, cued: bool) -> Iterator[tuple[int, int, str]]:
    zone, text = place.zone, place.zone.line.text
    if zone.line.block.kind is BlockKind.QUOTE:
        return  # somebody else's words
    begin = _after_label(text)
    if begin is not None:
        yield from ((start, end, "label") for start, end in _free_of_tools(place, begin))
    if zone.section in _SCHOOLED or begin is not None:
        return
    fields = [one for one in place.seen if one.is_field and not _is_school_subject(text, one)]
    if zone.mode in (Mode.LIST, Mode.SERIES):
        if cued:
            yield from _told(text, Seen(fields), strong_allowed=True)
        yield from ((start, end, "list") for start, end in _in_list(place, fields))
        return
    if zone.section is SectionKind.INTERESTS and zone.group in _scholarly(outline):
        yield from ((start, end, "interests") for start, end in _free_of_tools(place, 0) if not _is_sentence(text))
    elif zone.section is SectionKind.INTERESTS:
        yield from _beside_fields(text, Seen(fields))
    if cued:
        yield from _told(text, Seen(fields), strong_allowed=zone.section in _SPEAKING)
    broad = zone.section is SectionKind.INTERESTS and len(fields) >= _SEVERAL
    for one in fields:
        name = text[one.start : one.end]
        professed = zone.section is SectionKind.ABOUT and fold(name) in terms("professed")
        if not is_generic(name) or professed or (broad and fold(name) not in terms("played")):
            yield one.start, one.end, "about"


def _after_label(text: str) -> int | None:
    """Where a list of fields begins after its label, at the beginning of the line or of a part of it."""
    if ":" not in text and "：" not in text:
        return None
    for label in _LABEL.finditer(text):
        if fold(label.group(1)).strip(" *_") in terms("labels"):
            return label.end()
    return None


def _free_of_tools(place: Place, begin: int) -> Iterator[tuple[int, int]]:
    """The phrases of a list of fields that name no technology."""
    text, whole = place.zone.line.text, Seen(one for one in place.seen if one.is_field)
    tools = Seen(one for one in place.seen if not one.is_field and one.term.kind != "Technique")
    for start, end in phrases(text, begin, len(text), whole):
        if not tools.touching(start, end) and not _repeats(text, start, end):
            yield start, end


def _repeats(text: str, start: int, end: int) -> bool:
    """Whether the letters in brackets only stand for the words before them: "Tide Data Exchange (TDE)"."""
    letters = text[start:end]
    if not letters.isupper() or text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    return "".join(word[0] for word in text[: start - 1].split()[-len(letters) :]).upper() == letters


def _in_list(place: Place, fields: list[Sighting]) -> Iterator[tuple[int, int]]:
    """The fields in a list of technologies: known ones with what qualifies them, others by their last word."""
    zone, text = place.zone, place.zone.line.text
    known = Seen(
        one for one in fields if one.start >= zone.begin and one.end - one.start > 2 and not _is_label(text, one)
    )
    technologies = Seen(one for one in place.seen if not one.is_field)
    told: set[int] = set()
    for start, end in _free_of_tools(place, zone.begin):
        inside = known.inside(start, end)
        if technologies.touching(start, end):
            continue
        if inside or (zone.mode is Mode.LIST and zone.section is SectionKind.SKILLS and has_head(text[start:end])):
            told.update(one.start for one in inside)
            yield from _whole(text, start, end, inside)
    yield from ((one.start, one.end) for one in known.names if one.start not in told)


def _whole(text: str, start: int, end: int, inside: list[Sighting]) -> Iterator[tuple[int, int]]:
    """A short phrase with what qualifies the known field it ends in; the known fields of any other."""
    ends = has_head(text[start:end]) or not inside
    if text.count(" ", start, end) < _MOST_QUALIFIED and (ends or inside[-1].start <= start or inside[-1].end == end):
        yield start, end if ends else inside[-1].end
    else:
        yield from ((one.start, one.end) for one in inside)


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
    yield from ((start, stop, "announced") for start, stop in phrases(text, 0, end))


def _is_label(text: str, field: Sighting) -> bool:
    return text[field.end :].lstrip(EDGES)[:1] in (":", "：")


def _is_school_subject(text: str, field: Sighting) -> bool:
    """Whether the name is of a subject, a department or a trade: "M.S. in Physics", "Department of Physics"."""
    if text.startswith(tuple(load("topics")["school_signs"]), field.end):
        return True
    before = [fold(word.strip(EDGES + ",()")) for word in text[max(0, field.start - 60) : field.start].split()][-4:]
    after = fold(text[field.end : field.end + 24].lstrip(EDGES).split(" ")[0].strip(EDGES + ",()"))
    return after in terms("school_after") or any(word in terms("school_before") for word in before)


@once
def _scholarly(outline: Outline) -> frozenset[int]:
    """The sections of interests, by their numbers, that are of work: by their heading, or because their items are."""
    return frozenset(
        number
        for number, section in enumerate(outline.sections)
        if section.kind is SectionKind.INTERESTS and _is_scholarly(section)
    )


def _is_scholarly(section: Section) -> bool:
    if section.heading and any(word in fold(section.heading.text) for word in load("topics")["scholarly"]):
        return True
    texts = [line.text for line in section.lines]
    items = [text[a:b] for text in texts if not _is_sentence(text) for a, b in phrases(text, 0, len(text))]
    known = sum(1 for item in items if has_head(item) or _is_known(item))
    return bool(items) and 2 * known >= len(items)


def _is_known(name: str) -> bool:
    term = skills().find(name)
    return term is not None and term.kind == FIELD


def _is_sentence(text: str) -> bool:
    """Whether a line is of many words with few separators between them."""
    count = len(text.split())
    return count > _LONGEST_SERIES and sum(text.count(mark) for mark in ",;|·•、/") < count / 8


def _beside_fields(text: str, fields: Seen) -> Iterator[tuple[int, int, str]]:
    """The items of a line of interests, which may be pastimes: all where half are known fields, else those."""
    if _is_sentence(text):
        return
    items = list(phrases(text, 0, len(text), fields))
    known = [item for item in items if fields.inside(*item)]
    yield from ((a, b, "interests") for a, b in (items if 2 * len(known) >= len(items) else known))


def _told(text: str, fields: Seen, *, strong_allowed: bool) -> Iterator[tuple[int, int, str]]:
    """The fields that follow a cue, up to the end of its sentence or of the list."""
    search, cues = _cues()
    folded = lower(text)
    for index, start, end in search.find_matches_as_indexes(folded, overlapping=True):
        if (start and is_word(folded[start - 1])) or (end < len(folded) and is_word(folded[end])):
            continue
        strength = cues[index][1] if strong_allowed else min(cues[index][1], Cue.MEDIUM)
        stop = _SENTENCE_END.search(text, end, end + _LONGEST_TOLD)
        for a, b in phrases(text, end, stop.start() if stop else min(len(text), end + _LONGEST_TOLD), fields):
            yield from ((left, right, "told") for left, right in _counted(text, a, b, fields, strength))


def _counted(text: str, start: int, end: int, fields: Seen, strength: Cue) -> Iterator[tuple[int, int]]:
    """What counts of a phrase after a cue: as a whole, or the known fields in it."""
    inside = fields.inside(start, end)
    if strength is not Cue.STRONG:
        inside = [one for one in inside if not is_generic(text[one.start : one.end])]
    if strength is Cue.WEAK:
        yield from ((one.start, one.end) for one in inside)
    elif inside or strength is Cue.STRONG or has_head(text[start:end]):
        yield from _whole(text, start, end, inside)
