"""Components of a theme (`{{< job "…" "…" >}}`, `{% include job.html company="…" %}`, `<Job company="…" />`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.readers.structured import keys

_ARGUMENT = re.compile(
    r"""(?<![\w-])(?:(?P<key>[A-Za-z][\w:-]{0,40})\s{0,9}=\s{0,9}\{?)?(?P<quote>["'`])(?P<value>(?:(?!(?P=quote)).){0,400})(?P=quote)""",
    re.DOTALL,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 160
_FEWEST = 2
_HEADS = frozenset(("header", "subheader", "heading", "subheading", "badge"))  # of the items of a timeline
_SHOWN = re.compile(r"https?:|^[/#.]\S*$|^(?:true|false)$|^\S+\.(?:png|jpe?g|svg|webp|gif|pdf|html?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a component that a reader sees: its key, if it has one, and where key and value stand."""

    key: tuple[int, int] | None
    value: tuple[int, int]


def shown(content: str, start: int, end: int) -> list[Argument]:
    """What a component in `content[start:end]` shows of a job or a study; nothing for pictures, buttons and the like.

    Their layouts are the theme's, but two things that are each a field of an entry or part of an item's header, or two
    texts one of which is a time, can mean nothing else.
    """
    found = list(_arguments(content, start, end))
    named = [argument for argument in found if argument.key and keys.FIELDS.fullmatch(content[slice(*argument.key)])]
    headed = {content[slice(*argument.key)].lower() for argument in found if argument.key} & _HEADS
    timed = any(_YEAR.search(content, *argument.value) for argument in found)
    if (
        len(named) >= _FEWEST
        or len(headed) >= _FEWEST
        or (timed and len(found) >= _FEWEST and not any(a.key for a in found))
    ):
        return found
    return []


def _arguments(content: str, start: int, end: int) -> Iterator[Argument]:
    for match in _ARGUMENT.finditer(content, start, end):
        key, value = match["key"], match["value"].strip()
        if not value or len(value) > _LONGEST or _SHOWN.search(value):
            continue
        if key and any(hidden.fullmatch(key) for hidden in (keys.UNSEEN, keys.ADDRESS)):
            continue
        yield Argument(match.span("key") if key else None, match.span("value"))
