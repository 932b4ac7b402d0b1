"""The time of a record: where its keys say that it begins, ends or goes on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.readers.structured import keys
from kg.readers.structured.tree import Mapping, Scalar

_YES = ("true", "yes", "1")


@dataclass(frozen=True, slots=True)
class Period:
    """When something began, and when it ended, each under its key; `fields` are all the keys that tell of it.

    An end that is left out stays open, which is what résumé formats mean by it; `current` if the record says so.
    """

    begin: tuple[str, Scalar]
    end: tuple[str, Scalar] | None
    current: bool
    fields: frozenset[str]


def period_of(record: Mapping) -> Period | None:
    """The period that a record states under keys for its two ends; None where it states none."""
    stated = [(name.text, value) for name, value in record.entries if isinstance(value, Scalar)]
    begin = next(((name, value) for name, value in stated if value.text and keys.BEGIN.fullmatch(name)), None)
    if begin is None:
        return None
    end = next(((name, value) for name, value in stated if keys.END.fullmatch(name)), None)
    flags = [(name, value) for name, value in stated if keys.CURRENT.fullmatch(name)]
    return Period(
        begin,
        end if end is not None and end[1].text.strip() else None,
        any(value.text.lower() in _YES for _, value in flags),
        frozenset((begin[0], *(name for name, _ in flags), *((end[0],) if end is not None else ()))),
    )
