"""Zip archives: their members are read in memory, within limits, and never written anywhere."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from kg.errors import DocumentError, LimitError
from kg.readers.limits import ARCHIVE_MEMBERS, ARCHIVE_RATIO, FILE_BYTES

_CHUNK = 1 << 20


def members(source: str, data: bytes, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes | DocumentError]]:
    """The (name, bytes) of the members of a zip archive that are `wanted`, sorted by name.

    A damaged or encrypted member comes as its error, and the rest goes on. Raises DocumentError for what is no
    archive, and LimitError if it has too many members or if they are too large, alone or together: what is unpacked is
    counted while it is unpacked, whatever the archive's directory says.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise DocumentError(source, "this is no zip archive, or a damaged one") from error
    entries = archive.infolist()
    if len(entries) > ARCHIVE_MEMBERS:
        raise LimitError(source, f"{len(entries):,} members are more than the {ARCHIVE_MEMBERS:,} allowed")
    budget = min(FILE_BYTES, max(len(data), 1 << 16) * ARCHIVE_RATIO)
    for entry in sorted(entries, key=lambda entry: entry.filename):
        name = entry.filename.replace("\\", "/")
        hidden = any((part.startswith(".") and part.strip(".")) or part == "__MACOSX" for part in name.split("/"))
        if entry.is_dir() or hidden or not wanted(name):
            continue
        try:
            content = unpack(f"{source}!{name}", archive, entry, budget)
        except LimitError:
            raise
        except DocumentError as error:
            yield name, error
            continue
        budget -= len(content)
        yield name, content


def unpack(source: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: int) -> bytes:
    """The bytes of one member; LimitError if they are more than `budget`, DocumentError if they cannot be unpacked."""
    if entry.flag_bits & 1:
        raise DocumentError(source, "the archive is encrypted")
    if entry.file_size > budget:
        raise LimitError(source, "unpacked, the archive is larger than allowed")
    parts: list[bytes] = []
    size = 0
    try:
        with archive.open(entry) as member:
            while chunk := member.read(_CHUNK):
                size += len(chunk)
                if size > budget:
                    raise LimitError(source, "unpacked, the archive is larger than allowed")
                parts.append(chunk)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise DocumentError(source, "the archive is damaged here") from error
    return b"".join(parts)
