"""Every failure raised on purpose.

::

    KgError
    ├── UsageError            what was asked for makes no sense (exit code 2)
    │   ├── QueryError        a query that does not parse, is not allowed or misses a parameter
    │   ├── FormatError       a format nobody here writes or reads
    │   └── UnknownError      a source, entity, question or graph that is not there
    ├── DocumentError         one document could not be read; the others go on (exit code 1)
    │   └── LimitError        a document larger, deeper or slower than the limits allow
    ├── StoreError            the store is locked, damaged, unreachable or not a store (exit code 3)
    │   ├── BusyError         another process is writing to the store
    │   └── QueryLimitError   a query was stopped at its time or memory limit
    ├── MissingExtraError     an optional library is not installed (exit code 3)
    └── OutputError           a file could not be written (exit code 3)

Every message is one line that says what is wrong, where, and what to do.
"""

from __future__ import annotations

from typing import ClassVar


class KgError(Exception):
    """The root of every failure this package raises on purpose."""

    exit_code: ClassVar[int] = 3


class UsageError(KgError):
    """What was asked for makes no sense as asked."""

    exit_code = 2


class QueryError(UsageError):
    """A query that does not parse, is not allowed, or lacks a parameter.

    `line` and `column` count from 1 and are None where the place is not known.
    """

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class FormatError(UsageError):
    """A format that nothing here reads or writes."""


class UnknownError(UsageError):
    """A source, entity, question or graph that does not exist."""


class DocumentError(KgError):
    """One document could not be read; `source` names it and `reason` says why, without the document's words."""

    exit_code = 1

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        """Pickle by the two arguments, so that worker processes can hand the error back."""
        return type(self), (self.source, self.reason)


class LimitError(DocumentError):
    """A document larger, deeper or slower to read than the limits allow."""


class StoreError(KgError):
    """The store is locked, damaged, unreachable, or is not a store."""


class BusyError(StoreError):
    """Another process is writing to the store; it can be read meanwhile."""


class QueryLimitError(StoreError):
    """A query was stopped at its time or memory limit."""


class MissingExtraError(KgError):
    """An optional library is needed and not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(f"{purpose} needs an optional library; install it with: pip install 'people-kg[{extra}]'")
        self.extra = extra


class OutputError(KgError):
    """A file could not be written; whatever stood there before still stands."""
