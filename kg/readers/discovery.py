"""Paths → documents: files, folders and zip archives, in one order on every machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from kg.errors import DocumentError, LimitError
from kg.model import Document
from kg.readers.archive import members
from kg.readers.limits import FILE_BYTES
from kg.readers.registry import READERS

_ANNOTATION = ".gold.json"  # what a careful person read in the document it lies beside: an answer, no document


def find(paths: Iterable[str | Path]) -> Iterator[Document | DocumentError]:
    """The documents at `paths`, in the order given, those of a folder or an archive sorted by name.

    A file is taken whatever it is called; in folders and archives only files whose suffix a reader knows, none whose
    name begins with a dot, and no annotations (`.gold.json`) of the documents beside them. What cannot be opened comes
    as the error that says so, and the rest goes on.
    `source` is the path as given plus the way inside it, with forward slashes: `cvs/ada.md`, `all.zip!cvs/ada.md`.
    """
    for path in paths:
        root = Path(path)
        name = root.as_posix()
        try:
            mode = root.stat().st_mode
        except (OSError, ValueError) as error:
            yield DocumentError(name, _reason(error))
            continue
        if stat.S_ISDIR(mode):
            yield from _folder(root, name)
        elif stat.S_ISREG(mode):
            yield from _file(root, name)
        else:
            yield DocumentError(name, "neither a file nor a folder")


def _folder(root: Path, name: str) -> Iterator[Document | DocumentError]:
    found = False
    for folder, folders, files in os.walk(root, onerror=None):
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        for entry in sorted(files):
            path = Path(folder, entry)
            if entry.startswith(".") or not (_known(entry) or entry.lower().endswith(".zip")) or not path.is_file():
                continue
            found = True
            yield from _file(path, PurePosixPath(name, path.relative_to(root).as_posix()).as_posix())
    if not found:
        yield DocumentError(name, "no documents in this folder")


def _file(path: Path, name: str) -> Iterator[Document | DocumentError]:
    try:
        size = path.stat().st_size
        if size > FILE_BYTES:
            yield LimitError(name, f"{size:,} bytes are more than the {FILE_BYTES:,} allowed")
            return
        data = path.read_bytes()
    except OSError as error:
        yield DocumentError(name, _reason(error))
        return
    if path.suffix.lower() == ".zip":
        yield from _archive(name, data)
    else:
        yield Document(name, data)


def _archive(name: str, data: bytes) -> Iterator[Document | DocumentError]:
    try:
        for member, content in members(name, data, _known):
            yield content if isinstance(content, DocumentError) else Document(f"{name}!{member}", content)
    except DocumentError as error:
        yield error


def _known(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in READERS and not name.lower().endswith(_ANNOTATION)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or "it cannot be opened").lower() if isinstance(error, OSError) else "this is no path"
