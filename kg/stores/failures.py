"""What pyoxigraph and the system say when something fails, as errors of ours: one line, with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from kg.errors import BusyError, QueryError, StoreError
from kg.stores.prefixes import prefixes
from kg.stores.tokens import Token, TokenKind, place, tokens

_PLACE = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)


def syntax(query: str, error: SyntaxError) -> QueryError:
    """A parser's complaint with line, column and the text it stumbled over."""
    message = str(error)
    if undeclared := _undeclared(query):
        line, column = place(query, undeclared.start)
        prefix = undeclared.text.partition(":")[0]
        return QueryError(f"line {line}, column {column}: no prefix {prefix}: is declared", line=line, column=column)
    if not (match := _PLACE.match(message)):
        return QueryError(f"the query does not parse: {' '.join(message.split())}")
    line, column = int(match[1]), int(match[2])
    lines = query.split("\n")
    rest = lines[line - 1][column - 1 :].strip()[:30] if line <= len(lines) else ""
    near = f"near {rest!r}" if rest else "at its end"
    return QueryError(f"line {line}, column {column}: the query does not parse {near}", line=line, column=column)


def _undeclared(query: str) -> Token | None:
    """The first name whose prefix neither the query declares nor everybody knows."""
    names = [token for token in tokens(query) if token.kind in (TokenKind.NAME, TokenKind.WORD)]
    declared = {b.text.partition(":")[0] for a, b in pairwise(names) if a.text.casefold() == "prefix"}
    known = declared | prefixes().keys() | {"_"}
    return next((n for n in names if n.kind is TokenKind.NAME and n.text.partition(":")[0] not in known), None)


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Turn what pyoxigraph raises inside the block into one StoreError line."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        if _busy(error):
            reason = "somebody else is writing to it; try again when it has finished"
            raise BusyError(f"{address}: {reason}") from error
        raise StoreError(f"{address}: {explain(error)}") from error


def _busy(error: Exception) -> bool:
    message = str(error)
    return isinstance(error, BlockingIOError) or "While lock file" in message or "lock hold" in message


def explain(error: Exception) -> str:
    """Why a store could not be opened, read or written, and what to do."""
    message = " ".join(str(error).split())
    if "No space left" in message:
        return "no space left on the disk; what was acknowledged before is kept"
    if "Corruption" in message or "checksum" in message or "CURRENT" in message or "MANIFEST" in message:
        return f"the store is damaged; build it again from the documents ({message[:120]})"
    if "ermission denied" in message:
        return "no permission to read or write it"
    return message[:200]
