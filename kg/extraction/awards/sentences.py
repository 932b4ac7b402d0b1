"""Awards told in running text: "received the X Prize", "1st place at Y", an item that is one, a degree cum laude."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extraction.dates import find as find_dates
from kg.extraction.lexicon import load
from kg.extraction.listings import PLACEMENT
from kg.extraction.outline import Claim, Line, Outline, SectionKind, firsts
from kg.extraction.spelling import clean
from kg.extraction.words import Wording, fold, key, tokens
from kg.model import Award, BlockKind, PartialDate

_SILENT = frozenset(
    {
        SectionKind.AWARDS,
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
        SectionKind.STUDENTS,
        SectionKind.SERVICE,
        SectionKind.CONTACT,
        SectionKind.HOBBIES,
        SectionKind.CERTIFICATES,
    }
)
# What parts a line into things told side by side.
_PARTING = re.compile(r"[\n\t,;:|•·(){}\[\]\"“”]|\s[–—-]\s|[.!?](?:\s|$)|\s(?:including|as well as)\s")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})[.!?](?=\s|$)|\n")
_TOKEN = re.compile(r"[^\s,;:()\[\]{}|\"“”<>]+")
_RUN_ON = re.compile(r"(?:\s+(?:of|for|in|and|&|the|at|from))+\s+(?=[^\W\d_a-z])")
_GOES_ON = re.compile(r"\s\w")
_AND = re.compile(r"(?:\s+[Pp]rogram(?:me)?s?)?\s+(?:and|&)\s+")
_MOST_WORDS = 14
_LOOK_BACK = 110
_LONGEST_LINE = 1500


@dataclass(frozen=True, slots=True)
class Named:
    """An award named at `start` to `end` of a line."""

    start: int
    end: int


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(key(word) for word in load("awards")[name])


@cache
def _pattern(name: str) -> Wording:
    phrases = sorted(load("awards")[name], key=len, reverse=True)
    anyone = "|".join(re.escape(phrase) for phrase in phrases)
    return Wording(re.compile(rf"(?<!\w)(?:{anyone})(?!\w|-\w)", re.IGNORECASE), phrases)


def told_awards(outline: Outline) -> Iterator[Claim[Award]]:
    """A claim for each award that the running text, or an item outside the sections of awards, says was received."""
    for section in outline.sections:
        if section.kind in _SILENT or not _SILENT.isdisjoint(section.path):
            continue
        for line in firsts(section.lines):
            if line.block.kind in (BlockKind.HEADING, BlockKind.QUOTE):
                continue
            whole = line.to_block_end
            if len(whole.text) <= _LONGEST_LINE:
                yield from (_claim(outline, whole, one) for one in named_awards(whole.text))


def _claim(outline: Outline, line: Line, one: Named) -> Claim[Award]:
    span = line.span(one.start, one.end)
    name = clean(line.text[one.start : one.end])
    return Claim(Award(evidence=(outline.evidence(span),), name=name, date=_date(line.text, one)), "told", (span,))


def _date(text: str, one: Named) -> PartialDate | None:
    """The date right after an award, in brackets or after a comma."""
    near = text[one.end : one.end + 30]
    for match in find_dates(near):
        if not near[: match.start].strip(" ,(–—-inI"):
            return match.period.start or match.period.end
    return None


def named_awards(text: str) -> Iterator[Named]:
    """The awards that a text says were received, from the left, none overlapping another."""
    taken = 0
    found = [*_by_noun(text), *_by_place(text), *_by_title(text), *_fixed(text)]
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= taken:
            taken = one.end
            yield one


def _fixed(text: str) -> Iterator[Named]:
    """Honours that one name says in full: "summa cum laude", "Dean's List"."""
    yield from (Named(*match.span()) for match in _pattern("fixed").finditer(text))


def _by_noun(text: str) -> Iterator[Named]:
    """Names around a noun such as "Prize", where words before it say that it was received or it fills its part."""
    left = 0
    for match in _pattern("telling").finditer(text):
        if _GOES_ON.match(text, match.end()) and _pattern("telling").match(text, match.end() + 1):
            continue
        start = _begin(text, match.start(), left)
        left = match.end()
        name = text[start : match.end()]
        if not _is_named(name):
            continue
        if _is_received(text, start) or _fills_part(text, start, match.end()):
            yield Named(start, _end(text, match.end()))


def _by_title(text: str) -> Iterator[Named]:
    """What somebody is after winning: "Example Cup Winner", "selected as an Example Fellow"."""
    for match in _pattern("titles").finditer(text):
        start = _begin(text, match.start(), 0)
        name = text[start : match.start()].split()
        if not name or not _is_named(text[start : match.end()]):
            continue
        if match.group().lower() in load("awards")["doubtful_titles"]:
            chosen = _pattern("chosen").search(_sentence(text, start))
            good = bool(chosen) or (len(name[-1]) > 2 and name[-1].isupper() and _fills_part(text, start, match.end()))
        else:
            good = match.group()[0].isupper() and _fills_part(text, start, match.end())
        if good:
            yield Named(start, match.end())


def _begin(text: str, noun: int, left: int) -> int:
    """Where the name begins, after `left`, that ends in the noun at `noun`: capitals, words between, usual words."""
    left = max((match.end() for match in _PARTING.finditer(text, max(left, noun - _LOOK_BACK), noun)), default=left)
    if left and (joint := _AND.match(text, left)):
        left = joint.end()
    begin = noun
    for match in reversed(list(_TOKEN.finditer(text, left, noun))[-_MOST_WORDS:]):
        word = match.group()
        if key(word) in _set("openers"):
            break
        if word[0].isupper() or word[0].isdigit() or key(word) in _set("modifiers"):
            begin = match.start()
        elif key(word) not in _set("joining"):
            break
    return begin


def _is_named(name: str) -> bool:
    """Whether more than the noun and what goes with every award is said, one word of it a name's."""
    telling = [word for word in tokens(name)[:-1] if word.key not in _set("joining")]
    if not telling or any(word.key in _set("never") for word in telling):
        return False
    if len(telling) > 1 and any(word.key in _set("superlative") for word in telling):
        return True
    return any(word.text[0].isupper() and word.key not in _set("common") for word in telling)


def _end(text: str, end: int) -> int:
    """The end of the name, with what the award is for where that is a name too."""
    joint = _RUN_ON.match(text, end)
    if joint is None or not any(word in joint.group().split() for word in ("of", "for", "in")):
        return end
    last = end
    for match in _TOKEN.finditer(text, joint.end(), min(len(text), end + _LOOK_BACK)):
        if _PARTING.search(text, last, match.start()):
            break
        word = match.group()
        if word[0].isupper() or word[0].isdigit():
            last = match.end()
            if word.endswith((".", "!")):
                return last - 1
        elif key(word) not in _set("joining"):
            break
    return last


def _sentence(text: str, start: int) -> str:
    before = text[max(0, start - _LOOK_BACK) : start]
    return before[max((match.end() for match in _SENTENCE.finditer(before)), default=0) :]


def _is_received(text: str, start: int) -> bool:
    """Whether the words before a name, in its sentence, say that the subject got it."""
    before = _sentence(text, start)
    told = list(_pattern("received").finditer(before))
    if not told or _pattern("others").search(before):
        return False
    between = before[told[-1].end() :]
    return len(tokens(between)) <= _MOST_WORDS and not _pattern("parting").search(between)


def _fills_part(text: str, start: int, end: int) -> bool:
    """Whether nothing but marks stands between the name and the borders of its part of a line, or of its item."""
    if "fellowship" in fold(text[start:end]):
        return False  # also what a position is called
    before, after = text[:start].rstrip(" *_`"), text[end:].lstrip(" *_`")
    begins = not before or bool(_PARTING.search(text, max(0, start - 3), start))
    ends = not after or not after[0].isalnum() or bool(re.match(r"(?:at|for|from|of|in|by|\d)\b|\d{4}", after))
    return begins and ends


def _by_place(text: str) -> Iterator[Named]:
    """Placements with their contest: "2nd place in the Example Hackathon", "finalist at Example Cup"."""
    for match in _pattern("placements").finditer(text):
        occasion = re.compile(
            r"\s*(?:,|–|—|:|\s-)?\s+(?:(?:in|at|of|among|for)\s+)?(?:the\s+)?(?=[^\W\d_a-z]|\d)"
        ).match(text, match.end())
        if occasion is None or not PLACEMENT.match(match.group()):
            continue
        end = _run(text, occasion.end())
        if _pattern("contests").search(text, occasion.end(), end):
            yield Named(match.start(), end)


def _run(text: str, start: int) -> int:
    """The end of the capitalised words that begin at `start`."""
    last = start
    for match in _TOKEN.finditer(text, start, min(len(text), start + _LOOK_BACK)):
        if _PARTING.search(text, last, match.start()) and last > start:
            break
        word = match.group()
        if word[0].isupper() or word[0].isdigit() or fold(word.rstrip(".,")) in load("awards")["contests"]:
            last = match.end()
            if word.endswith((".", "!")):
                return last - 1
        elif key(word) not in _set("joining"):
            break
    return last
