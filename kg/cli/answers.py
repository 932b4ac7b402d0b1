"""Print what a query or a question answers, in the format asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.cli.tables import print_table, without_empty, without_repeats
from kg.cli.terminal import put, say
from kg.errors import FormatError
from kg.exporters.answers import ROW_FORMATS, TRIPLE_FORMATS, answer
from kg.exporters.names import Names
from kg.stores.results import Results, Rows, Term, Triples

TABLE = "table"
_EVIDENCE = ("quote", "document", "quote_start", "quote_end")
_QUOTED = 90  # characters of a quote that a table shows


def print_answer(results: Results, format: str | None, base: str) -> None:  # noqa: A002 - the word everybody looks for
    """Print an answer; rows as a table and triples as Turtle unless another format is named."""
    if isinstance(results, Triples):
        chosen = "turtle" if format in (None, TABLE) else format
        _check(chosen, TRIPLE_FORMATS, "triples")
    else:
        chosen = format or TABLE
        _check(chosen, (TABLE, *ROW_FORMATS), "rows")
        if isinstance(results, Rows) and chosen == TABLE:
            _print_rows(results, base)
            return
    for piece in answer(results, chosen or TABLE, base):
        put(piece)


def _check(format: str | None, known: Sequence[str], what: str) -> None:  # noqa: A002
    if format not in known:
        raise FormatError(f"{what} cannot be printed as {format!r}; use one of {', '.join(known)}")


def _print_rows(rows: Rows, base: str) -> None:
    show = _shower(base)
    columns = list(rows.variables)
    cells = [[show(term) for term in row] for row in rows]
    leading = 0
    if columns[-len(_EVIDENCE) :] == list(_EVIDENCE):
        leading = len(columns) - len(_EVIDENCE)
        columns = [*columns[:leading], "evidence"]
        cells = [[*row[:leading], _evidence(*row[leading:])] for row in cells]
    if not cells:
        say("nothing found")
        return
    if leading:
        columns, cells = without_empty(columns, cells)
        cells = without_repeats(cells, len(columns) - 1)
    print_table(columns, cells)


def _evidence(quote: str, document: str, start: str, end: str) -> str:
    text = " ".join(quote.split())
    short = text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"
    return f"“{short}” ({document}, {start}–{end})"


def _shower(base: str) -> Callable[[Term | None], str]:
    from kg.exporters.tables import cell
    from kg.exporters.vocabulary import prefixes

    names = Names(prefixes(base))

    def show(term: Term | None) -> str:
        text = cell(term)
        token = str(term)
        return names.turtle(token).strip("<>") if token.startswith("<") else text

    return show
