"""What a command of some class nobody has here shows of its arguments: told by its name and by their shape.

No class's order of arguments is known: the short ones are the fields of one entry, in whatever order they come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.readers.latex import commands as known
from kg.readers.latex.spans import Span, is_body, words_of

_LETTER = re.compile(r"[^\w{}]")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_COMMAND = re.compile(r"\\[A-Za-z@]+\*?")
_MOST_TITLE_WORDS = 6
_LONGEST_DATE = 20
_LONGEST_PART = 9


class Shown(StrEnum):
    """How arguments are shown."""

    HEADING = "heading"
    ROW = "row"
    PAIR = "pair"
    ITEM = "item"
    TAG = "tag"
    LINE = "line"
    WORDS = "words"
    BODY = "body"
    DATE = "date"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Part:
    """Arguments that are shown together; `level` is a heading's."""

    shown: Shown
    groups: tuple[Span, ...]
    level: int = 0


def shape(name: str, option: Span | None, groups: Sequence[Span], *, alone: bool) -> list[Part]:
    """The parts that a command shows; `alone` if it has its lines of the source for itself."""
    if name == "icon":  # a sign, its size and what it stands before
        return [Part(Shown.WORDS, (group,)) for group in groups[1:][-1:]]
    seen = [group for group in groups if _says(group, lone=len(groups) == 1 and not alone)]
    label = option if option is not None and _is_label(option) and _is_said(name, option) else None
    if len(groups) == 1 or (len(seen) == 1 and known.HEADING_NAME.search(name)):
        return _single(name, label, seen, alone=alone)
    if known.HEADING_NAME.search(name) and len({_LETTER.sub("", words_of(group)) for group in seen[:2]}) == 1:
        return [Part(Shown.HEADING, tuple(seen[:1]), _level(name))]  # "\\Section{Work}{Work}{bookmark}"
    if (times := _times(name, groups)) is not None:
        return [Part(times, tuple(groups))]
    short, rest = _fields(seen)
    if known.NAME_COMMAND.fullmatch(name) and short:
        return [Part(Shown.HEADING, short[:2], 1), *_row(short[2:]), *rest]
    if known.ITEM_NAME.search(name):
        return [Part(Shown.ITEM, (group,)) for group in seen]
    if known.PAIR_NAME.search(name) and (pairs := _pairs(name, groups, seen)):
        return pairs
    if len(short) == 1 and rest and known.HEADING_NAME.search(name):
        return [Part(Shown.HEADING, short, _level(name)), *rest]
    return [*_row((label, *short) if label is not None else short), *rest]


def _times(name: str, groups: Sequence[Span]) -> Shown | None:
    """Whether arguments are the parts of one date, or the ends of a time; None if they are anything else."""
    words = [words_of(group).strip() for group in groups]
    if not any(char.isdigit() for char in words[0] + words[-1]):
        return None
    if len(words) == 2 and known.PERIOD_NAME.search(name) and all(len(said) <= _LONGEST_DATE for said in words):
        return Shown.PERIOD
    if known.DATE_NAME.search(name) and all(len(said) <= _LONGEST_PART and " " not in said for said in words):
        return Shown.DATE
    return None


def title_of(name: str, groups: Sequence[Span]) -> Part | None:
    r"""The heading that an environment begins with (`\begin{cvlist}{Education}`); None if its arguments are fields."""
    if len(groups) != 1 or is_body(groups[0]) or not _is_label(groups[0]):
        return None
    if len(words_of(groups[0]).split()) > _MOST_TITLE_WORDS:
        return None
    return Part(Shown.HEADING, tuple(groups), 2 if known.HEADING_NAME.search(name) else 3)


def _single(name: str, label: Span | None, seen: Sequence[Span], *, alone: bool) -> list[Part]:
    if not seen:
        return []
    group = seen[0]
    if known.HEADING_NAME.search(name) and not is_body(group):
        return [Part(Shown.HEADING, (group,), _level(name))]
    if known.NAME_COMMAND.fullmatch(name):
        return [Part(Shown.HEADING, (group,), 1)]
    if label is not None:
        return [Part(Shown.PAIR, (label, group))]
    if known.ITEM_NAME.search(name) and alone:
        return [Part(Shown.ITEM, (group,))]
    if known.TAG_NAME.search(name):
        return [Part(Shown.TAG, (group,))]
    alone = alone and not _is_open_end(name, words_of(group))
    return [Part(Shown.LINE if alone else Shown.WORDS, (group,))]


def _is_open_end(name: str, words: str) -> bool:
    """Whether a date is told by a single word that has no figure: "Present", after a dash."""
    return bool(known.DATE_NAME.search(name)) and words.strip().isalpha()


def _says(group: Span, *, lone: bool) -> bool:
    """Whether an argument is seen: no length, no rating, no icon; a number is, where it is all there is."""
    words = words_of(group)
    if known.LENGTH.fullmatch(words):
        return lone and words.strip().isdigit()
    return not known.ICON.fullmatch(words)


def _fields(seen: Sequence[Span]) -> tuple[tuple[Span, ...], list[Part]]:
    """The fields of an entry, and the bodies of text below them with what follows a body."""
    bodies = [place for place, group in enumerate(seen) if is_body(group)]
    last = bodies[0] if bodies and bodies[0] else len(seen)
    fields = tuple(group for place, group in enumerate(seen) if place < last and place not in bodies)
    return fields, [Part(Shown.BODY, (group,)) for group in seen if group not in fields]


def _pairs(name: str, groups: Sequence[Span], seen: Sequence[Span]) -> list[Part]:
    """A key and its value, or several; nothing where the key is a date or a place is taken by something else."""
    if len(seen) == 2:
        both = [(seen[0], seen[1])]
    elif len(groups) == 4 and known.DOUBLE_NAME.search(name):
        both = [(groups[0], groups[1]), (groups[2], groups[3])]
    else:
        return []
    if any(is_body(key) or any(c.isdigit() for c in words_of(key)) for key, _ in both):
        return []
    return [Part(Shown.PAIR, pair) for pair in both if words_of(pair[0]) or words_of(pair[1])]


def _row(groups: tuple[Span, ...]) -> list[Part]:
    return [Part(Shown.ROW, groups)] if groups else []


def _level(name: str) -> int:
    return 3 if "sub" in name.lower() else 2


def _is_said(name: str, option: Span) -> bool:
    """Whether an option is a label that is printed: a name for something, not a setting in small letters."""
    return words_of(option)[:1].isupper() or bool(known.PAIR_NAME.search(name))


def _is_label(group: Span) -> bool:
    """Whether an argument says something to a reader, and sets nothing."""
    words = words_of(group)
    return "=" not in words and bool(_LETTERS.search(_COMMAND.sub("", words))) and not known.LENGTH.fullmatch(words)
