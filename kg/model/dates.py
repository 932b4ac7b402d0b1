"""Dates as precise as a document states them, and no more."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day, exactly as stated: "2021", "2021-07" or "2021-07-24".

    Ordered by the earliest day it can mean, the coarser one first. Raises ValueError for a day that never was.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar holds."""
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "YYYY", "YYYY-MM" or "YYYY-MM-DD"; ValueError for anything else."""
        if not (match := _ISO.fullmatch(text)):
            raise ValueError(f"not an ISO date of year, month or day precision: {text!r}")
        return cls(*(int(part) for part in match.groups() if part))

    def __str__(self) -> str:
        return "-".join(
            part
            for part in (f"{self.year:04}", self.month and f"{self.month:02}", self.day and f"{self.day:02}")
            if part
        )

    def __lt__(self, other: PartialDate) -> bool:
        return (self.earliest, str(self)) < (other.earliest, str(other))

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate from an ISO string or an instance; serialize to the ISO string."""
        read: Callable[[Any], PartialDate] = lambda value: value if isinstance(value, cls) else cls.parse(value)  # noqa: E731
        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(str, when_used="always"),
            json_schema_input_schema=core_schema.str_schema(pattern=_ISO.pattern),
        )


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when, as stated; `current` says that the document calls it ongoing, so `end` is None."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False

    @property
    def stated(self) -> bool:
        """Whether the document says anything about the time."""
        return bool(self.start or self.end or self.current)

    @property
    def edtf(self) -> str:
        """The period as an EDTF level 1 interval: ".." is ongoing, an empty side is unknown; "" where nothing is."""
        if not self.stated:
            return ""
        return f"{self.start or ''}/{'..' if self.current else self.end or ''}"

    def __str__(self) -> str:
        if not self.stated:
            return ""
        if self.start and self.start == self.end:
            return str(self.start)
        return f"{self.start or '?'} – {'present' if self.current else self.end or '?'}"
