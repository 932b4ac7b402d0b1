"""The folder a store lives in: tell a store from something else, and exchange one for a rebuilt one.

An exchange must survive being killed at any moment. The new folder is complete before the old one is renamed, so the
names that stand tell how far it got, and `recover` finishes or undoes it.
"""

from __future__ import annotations

import mmap
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import StoreError

_MARK = "CURRENT"  # every RocksDB folder has this file


def is_store(folder: Path) -> bool:
    """Whether the folder holds a store."""
    return (folder / _MARK).is_file()


def check(folder: Path) -> None:
    """Pass a store, an empty folder or a name still free; StoreError for anything else, before a file is written."""
    if folder.is_dir():
        if not is_store(folder) and any(folder.iterdir()):
            raise StoreError(f"{folder}: a folder with other files in it, not a graph; choose another name")
    elif folder.exists() or folder.is_symlink():
        raise StoreError(f"{folder}: a file, not a graph; choose another name")


def spare(folder: Path) -> Path:
    """Where the successor of a folder is built."""
    return folder.with_name(f".{folder.name}.new")


def retired(folder: Path) -> Path:
    """Where the predecessor waits to be removed."""
    return folder.with_name(f".{folder.name}.old")


def recover(folder: Path) -> None:
    """Finish an exchange that was cut short between its two renamings, when the name stands for nothing."""
    if folder.exists():
        return
    for candidate in (spare(folder), retired(folder)):
        if is_store(retired(folder)) and is_store(candidate):
            candidate.rename(folder)
            _sync(folder.parent)
            return


def clear(folder: Path) -> None:
    """Remove what an exchange left behind; only for who holds the lock of the store."""
    for leftover in (spare(folder), retired(folder)):
        shutil.rmtree(leftover, ignore_errors=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep every writer out, by the lock that the store itself would take; OSError if one is in.

    A store that is open while its folder is renamed would write into its successor, so the handle is closed first.
    """
    with (folder / "LOCK").open("a") as lock:
        if os.name == "posix":
            import fcntl

            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def exchange(folder: Path) -> None:
    """Put the finished spare folder in the place of the folder, and remove what stood there."""
    folder.rename(retired(folder))
    with suppress(FileNotFoundError):  # somebody opened the store in this very moment and recovered it
        spare(folder).rename(folder)
    _sync(folder.parent)
    clear(folder)


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Changes whenever somebody has written to the folder's store."""
    with os.scandir(folder) as entries:
        return tuple(sorted((e.name, s.st_size, s.st_mtime_ns) for e in entries if (s := _stat(e)) is not None))


def traces(folder: Path, texts: Iterable[str]) -> list[str]:
    """Those of the texts whose UTF-8 bytes stand in any file of the folder, sorted."""
    wanted = {text: text.encode() for text in texts}
    found: set[str] = set()
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # the store removes a file it needs no more
            if not path.is_file() or not path.stat().st_size:
                continue
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                found |= {text for text, needle in wanted.items() if content.find(needle) >= 0}
    return sorted(found)


def _stat(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat()
    except FileNotFoundError:  # removed between listing and looking: the next stamp will differ
        return None


def _sync(folder: Path) -> None:
    """Put the folder's own entries on the disk; not every system opens folders."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
