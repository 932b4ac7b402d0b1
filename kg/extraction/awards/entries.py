"""Awards: prizes, scholarships, fellowships and honours, listed in a section or under a school."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extraction import headings
from kg.extraction.awards.sentences import named_awards
from kg.extraction.clues import is_sentence, title_score
from kg.extraction.entries import Entry, Region, Row
from kg.extraction.lexicon import load
from kg.extraction.listings import PLACEMENT, Listed, listed
from kg.extraction.outline import Claim, Outline, SectionKind
from kg.extraction.spelling import clean
from kg.extraction.words import fold, key, tokens
from kg.model import Award, BlockKind

_LONGEST_NAME = 18
_ENDS = re.compile(
    r"\s*[:：]\s|\s*[|│—;]|\s[–-]\s|\s*[(（\[]|,\s|\s{3,}|\t|\n|(?<=[^\W\d_A-Z]{3})\.(?:\s|$)"
    r"|\s(?:awarded by|given by|granted by|presented by|conducted by|organi[sz]ed by|funded by)\s"
    r"|(?<=ship)\sto\s|\s(?:for|in|during)\s(?:the\s)?(?:\d{4}|academic)"
    r"|\sand\s(?=\d)|\s(?:for my|for the|for an?|in support|supporting)\s"
)


def awards(outline: Outline, region: Region) -> Iterator[Claim[Award]]:
    """A claim for everything a section of awards names."""
    if region.kind is not SectionKind.AWARDS:
        return
    above = _heading_words(outline, region)
    contests, mixed = bool(above & _CONTESTS), bool(above & _set("mixed"))
    achieved = bool(above & _set("achieved")) and not above & _set("awarding")
    items = [item for item in map(_without_label, listed(region, _ENDS)) if not _is_other(item)]
    for item in map(_with_giver, map(_with_occasion, map(_from_sentence, _by_noun(items)))):
        if len(tokens(item.name)) > _LONGEST_NAME or not tokens(item.name) or "://" in item.name:
            continue
        if contests and not _tells_award(item):
            continue  # taking part is no award
        if (mixed and (_is_role(item) or _is_told(item))) or ((achieved or contests) and _tells_else(item)):
            continue
        spans = [item.span, *(item.row.line.span(match.start, match.end) for match in item.row.dates)]
        first = next(iter(item.row.dates), None)
        yield Claim(
            Award(
                evidence=(outline.evidence(*spans),),
                name=item.name,
                date=(first.period.start or first.period.end) if first else None,
            ),
            "listing",
            item.scope,
        )


def _without_label(item: Listed) -> Listed:
    """The thing after a label that says what kind of awards follow: "Hackathons: Finalist at …"."""
    text = item.row.line.text
    colon = _COLON.match(text, item.end)
    if colon is None or fold(item.name) not in load("awards")["labels"]:
        return item
    end = match.start() if (match := _ENDS.search(text, colon.end() + 1)) else len(text)
    return replace(item, start=colon.end(), end=end)


def _is_other(item: Listed) -> bool:
    """Whether a line says that nothing was won, or heads others in capitals."""
    text = item.row.line.text
    first = tokens(item.name)[:1]
    heads = text.isupper() and not item.row.dates and text.rstrip().endswith((":", "："))
    return heads or bool(first and first[0].key in _set("nothing_won"))


def _from_sentence(item: Listed) -> Listed:
    """The thing, by the award that its line tells of as a sentence does: "one of two to receive the X Prize"."""
    text = item.row.line.text
    if not _set("told").isdisjoint(word.key for word in tokens(item.name)[1:]):
        for one in named_awards(text):
            if one.start > item.start:
                return replace(item, start=one.start, end=one.end)
    return item


def _tells_award(item: Listed) -> bool:
    """Whether a line among contests or achievements says what was won: by a noun, a place, praise."""
    text = item.row.line.text
    words = tokens(text[item.start :])
    praised = bool(words) and words[0].key in _set("praise")
    return praised or any(word.key in _nouns() for word in words) or bool(_PLACED.search(text, item.start))


def _tells_else(item: Listed) -> bool:
    """Whether a line among achievements tells what was done or reached, and nothing of an award."""
    keys = [word.key for word in tokens(item.row.line.text[item.start :])]
    if not _set("ratings").isdisjoint(keys):
        return not (PLACEMENT.match(item.name) or _is_award(item.name))
    done = (keys[:1] and keys[0].endswith(("ed", "ing"))) or not _set("nothing_won").isdisjoint(keys)
    return bool(done) and not _tells_award(item)


def _is_told(item: Listed) -> bool:
    """Whether a line among achievements tells what was done, with no word of an award in it."""
    return is_sentence(item.name) and not (PLACEMENT.match(item.name) or _is_award(item.name))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(key(word) for word in load("awards")[name])


def _by_noun(items: list[Listed]) -> list[Listed]:
    """The things, by the second part of their lines where that and not the first is an award's name.

    Lists that give who honours before what for: "University of X, Y Prize" shows it for "Z Weekly, Pick of 2019".
    """
    named = [_is_award(item.name) or bool(PLACEMENT.match(item.name)) for item in items]
    moved = [item if sure else _with_noun(item) for item, sure in zip(items, named, strict=True)]
    if any(named) or moved == items:
        return moved
    return [_second(item) if item is old else item for item, old in zip(moved, items, strict=True)]


def _with_noun(item: Listed) -> Listed:
    """The thing, or the part after it that names an award by its noun."""
    text = item.row.line.text
    for part in _parts(item):
        # "Tide Initiative for Example Research (TIER) Grant" is one name.
        whole = replace(part, start=item.start) if _ASIDE.fullmatch(text, item.end, part.start) else part
        if _has_noun(whole.name):
            return whole
    return item


def _second(item: Listed) -> Listed:
    return next(_parts(item), item)


def _parts(item: Listed) -> Iterator[Listed]:
    """What stands in the line after a thing's name, part by part, dates left out."""
    text, dated = item.row.line.text, {date.start for date in item.row.dates}
    for match in _PART.finditer(text, item.end):
        if match.start() not in dated and not match.group()[0].isdigit():
            stop = min((date for date in dated if date > match.start()), default=len(text))
            stop = min(stop, match.end())
            end = cut.start() if (cut := _ENDS.search(text, match.start() + 1, stop)) else stop
            name = text[match.start() : end].rstrip(" (,*_")
            yield replace(item, start=match.start(), end=match.start() + len(name))


def _has_noun(part: str) -> bool:
    """Whether a part of a line names an award: a few words, one of them a noun that says so."""
    sequence = tokens(part)
    return 1 < len(sequence) <= _LONGEST_NAME and any(word.key in _surest() for word in sequence)


@cache
def _surest() -> frozenset[str]:
    return frozenset(key(noun) for name in ("telling", "sure") for noun in load("awards")[name])


def _heading_words(outline: Outline, region: Region) -> frozenset[str]:
    """The words of the heading above a region: of contests people also only take part in, of mixtures."""
    if not region.rows:
        return frozenset()
    first = region.rows[0].line.index
    above = [section.heading for section in outline.sections if section.heading and section.heading.index < first]
    return frozenset(word.key for word in tokens(above[-1].text)) if above else frozenset()


def _is_role(item: Listed) -> bool:
    """Whether what a list of achievements names is an office held, not an honour: "Co-President of the Society"."""
    first = re.split(r"\s(?:of|for|at|in|\d{4})\s", item.name + " ")[0]
    keys = {word.key for word in tokens(first)}
    if PLACEMENT.match(item.name) or _has_noun(item.name) or not _set("praise").isdisjoint(keys):
        return False
    held = title_score(first) >= 3 or not keys.isdisjoint(load("awards")["never"])
    return held or any(date.period.current for date in item.row.dates)


_COLON = re.compile(r"\s*[:：]\s*")
# A part of a line ends at a separator; a dash between words is one too.
_PART = re.compile(r"[^\s,;:|(){}\[\]–—-](?:[^,;:|(){}\[\]–—\t\n]|(?<=\S)[–—](?=\S))*")
_CONTESTS = frozenset(key(word) for word in ("hackathons", "hackathon", "competitions", "competition", "contests"))
_PLACED = re.compile(
    r"\b(?:(?:\d{1,3}(?:st|nd|rd|th)|first|second|third) (?:place|prize|rank|position)|rank(?:ed)? #?\d+|top \d+"
    r"|winners?|finalists?|champions?|runner[- ]?up)\b",
    re.IGNORECASE,
)
_GIVER = re.compile(r"\s(?:awarded|given|granted|presented|funded|offered) by\s(?:the\s)?(?=[^\W\d_a-z])")
_ASIDE = re.compile(r"\s*[(（][^()（）]{2,60}[)）]\s+")
_OCCASION = re.compile(r"\s*[–—:|-]\s*|,?\s+(?:in|at|of|among|amongst|out of)\s+(?:the\s+)?")
_COMMA = re.compile(r",\s+(?=[A-Z])")
_SERIES = re.compile(r"(?:, [A-Z]\w+)+,? (?:and|&) [A-Z]\w+")


def _with_occasion(item: Listed) -> Listed:
    """The thing, with what it was won in where its name is a place in a contest only; series of nouns stay whole."""
    text = item.row.line.text
    begin = PLACEMENT.match(text, item.start)
    series = _SERIES.match(text, item.end) if len(tokens(item.name)) == 1 else None
    start = series.end() if series else None
    if begin and begin.end() >= item.end and (occasion := _OCCASION.match(text, item.end) or _contest(text, item.end)):
        start = occasion.end()
    if start is None:
        return item
    dated = [date.start for date in item.row.dates if date.start > start]
    stop = min(dated, default=len(text))
    end = match.start() if (match := _ENDS.search(text, start + 1, stop)) else stop
    return replace(item, end=start + len(text[start:end].rstrip(" ([,.–—-")))


def _contest(text: str, end: int) -> re.Match[str] | None:
    """The comma after a place, where what it parts from it is a contest: "Silver medal, Example Olympiad"."""
    comma = _COMMA.match(text, end)
    part = _PART.match(text, comma.end()) if comma else None
    keys = {word.key for word in tokens(part.group())} if part else set()
    return comma if not keys.isdisjoint(_set("contests")) else None


def _with_giver(item: Listed) -> Listed:
    """The thing, with who gave it where its name is only the noun: "Scholarship awarded by the Example Trust"."""
    text = item.row.line.text
    giver = _GIVER.match(text, item.end) if len(tokens(item.name)) == 1 and _is_award(item.name) else None
    if giver is None:
        return item
    stops = [date.start for date in item.row.dates if date.start > giver.end()]
    end = match.start() if (match := _ENDS.search(text, giver.end() + 1)) else len(text)
    return replace(item, end=giver.end() + len(text[giver.end() : min((end, *stops))].rstrip(" ([,.–—-")))


def awards_under(outline: Outline, entry: Entry, organization: str | None) -> Iterator[Claim[Award]]:
    """The awards that a school's or an employer's entry lists under a label of their own ("Awards: …")."""
    opened = False
    for row in entry.body:
        label, start = _label(row)
        if label:
            opened = headings.exact_kind(label) is SectionKind.AWARDS
        if not opened or start >= len(row.line.text):
            continue
        if label or row.line.block.kind is BlockKind.ITEM:
            yield from _named(outline, row, start, organization)


def _label(row: Row) -> tuple[str, int]:
    """The label a row begins with or is, and where what it labels begins; "" and 0 where it has none."""
    head, colon, _ = row.line.text.partition(":")
    if colon and len(tokens(head)) <= 3:
        return head, len(head) + 1
    return "", 0


def _named(outline: Outline, row: Row, start: int, organization: str | None) -> Iterator[Claim[Award]]:
    text = row.line.text
    position = start
    for part in re.split(r"[,;]", text[start:]):
        name = clean(part)
        if name and len(tokens(name)) <= _LONGEST_NAME and (start == 0 or _is_award(name)):
            begin = text.index(name.split()[0], position)
            span = row.line.span(begin, position + len(part.rstrip()))
            yield Claim(
                Award(evidence=(outline.evidence(span),), name=name, organization=organization), "label", (span,)
            )
        position += len(part) + 1


@cache
def _nouns() -> frozenset[str]:
    return frozenset(key(noun) for noun in load("awards")["nouns"])


def _is_award(name: str) -> bool:
    return any(word.key in _nouns() for word in tokens(name))
