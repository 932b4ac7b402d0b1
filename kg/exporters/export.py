"""Write a store to a file or a stream."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from kg.errors import UsageError
from kg.exporters import formats
from kg.exporters.files import replacing
from kg.exporters.formats import Format
from kg.exporters.tables import write_archive, write_folder
from kg.exporters.writers import WRITERS, Options
from kg.stores.store import Store


def export(
    store: Store,
    target: str | Path | BinaryIO,
    format: str | None = None,  # noqa: A002 - the word everybody looks for
    *,
    ontology: bool = False,
    people: Iterable[str] | None = None,
    table: str | None = None,
) -> None:
    """Write the graph to a path (wholly or not at all) or to a binary stream.

    The format is named, or else told by the suffix. Formats without named graphs hold each triple once; the ledger is
    never written, the ontology only on demand. `people` (IRIs) limits "jsonld-framed" to these persons; `table` is
    the table that "csv" writes. Raises FormatError for a format that does not exist, UsageError for what the format
    cannot do, OutputError where the file cannot be written.
    """
    path = Path(target) if isinstance(target, str | Path) else None
    chosen = formats.find(format, path)
    options = Options(ontology, None if people is None else frozenset(people), table)
    _check(chosen, options)
    if path is not None and chosen.name == "tables" and path.suffix.casefold() != ".zip":
        write_folder(store, path)
    elif isinstance(target, str | Path):
        with replacing(target) as stream:
            _write(store, chosen, options, stream)
    else:
        _write(store, chosen, options, target)


def _check(format: Format, options: Options) -> None:  # noqa: A002
    if options.people is not None and format.name != "jsonld-framed":
        raise UsageError(f"only the format jsonld-framed can be limited to people, not {format.name}")
    if options.table is not None and format.name != "csv":
        raise UsageError(f"only the format csv writes a single table, not {format.name}")


def _write(store: Store, format: Format, options: Options, stream: BinaryIO) -> None:  # noqa: A002
    if format.name == "tables":
        write_archive(store, stream)
    else:
        stream.writelines(piece.encode() for piece in WRITERS[format.name](store, options))
