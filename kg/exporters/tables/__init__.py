"""CSV tables: one row for each person, organization, engagement, skill in use, and piece of evidence.

Each table is a query in `tables/`; its variables are the columns.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import OutputError, UnknownError
from kg.exporters.files import replacing
from kg.stores.results import Rows, Term
from kg.stores.store import Store

TABLES: tuple[str, ...] = (
    "people",
    "organizations",
    "engagements",
    "engagement_skills",
    "skills",
    "claims",
    "evidence",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(store: Store, name: str) -> Iterator[str]:
    """One table as CSV (RFC 4180, UTF-8), header first, rows sorted; UnknownError if there is no such table."""
    if name not in TABLES:
        raise UnknownError(f"no table is called {name!r}; there are {', '.join(TABLES)}")
    query = resources.files(__package__).joinpath(f"{name}.rq").read_text("utf-8")
    rows = store.evaluate(query)
    if not isinstance(rows, Rows):
        raise TypeError(f"the query of the table {name} is no SELECT")
    yield _row(rows.variables)
    yield from sorted(_row(guarded(cell(term)) for term in row) for row in rows)


def cell(term: Term | None) -> str:
    """A term as a cell: the IRI, or the text of the literal, or nothing."""
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what might be one (OWASP)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def write_folder(store: Store, folder: str | Path) -> list[Path]:
    """Write every table into a folder, which is made if need be; the paths of the files. OutputError if it cannot."""
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made a folder: {error.strerror}") from error
    paths = []
    for name in TABLES:
        paths.append(target / f"{name}.csv")
        with replacing(paths[-1]) as stream:
            stream.writelines(line.encode() for line in table(store, name))
    return paths


def write_archive(store: Store, stream: BinaryIO) -> None:
    """Write every table into a zip archive, whose bytes depend on the tables alone."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in TABLES:
            # the oldest date a zip can say, instead of the clock's
            entry = zipfile.ZipInfo(f"{name}.csv", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, "".join(table(store, name)).encode())
