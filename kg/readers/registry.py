"""Which reader reads which format. Readers are loaded when a document asks for them, never before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast

from kg.errors import DocumentError, LimitError
from kg.model import Document, Text
from kg.readers.limits import FILE_BYTES

GROUP = "people_kg.readers"


class Reader(Protocol):
    """Makes a text of a document. Raises DocumentError or LimitError, and nothing else, whatever the bytes are."""

    def __call__(self, document: Document) -> Text:
        """The text of `document`."""
        ...


_OURS = {
    "plain.reader": (".txt", ".text", ".adoc", ".asciidoc", "text/plain"),
    "markdown.reader": (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd", "text/markdown"),
    "html.reader": (".html", ".htm", ".xhtml", ".shtml", "text/html", "application/xhtml+xml"),
    "pdf.reader": (".pdf", "application/pdf"),
    "docx.reader": (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "latex.reader": (".tex", ".ltx", ".latex", "application/x-tex", "text/x-tex"),
    "structured.json": (".json", ".jsonc", ".json5", "application/json"),
    "structured.yaml": (".yaml", ".yml", "application/yaml", "text/yaml"),
    "structured.toml": (".toml", "application/toml"),
    "org.reader": (".org", "text/org"),
    "rst.reader": (".rst", ".rest", "text/x-rst"),
}
_MODULES = {key: f"kg.readers.{module}" for module, keys in _OURS.items() for key in keys}
_TYPES = {key: next(name for name in keys if "/" in name) for keys in _OURS.values() for key in keys}
_ELSEWHERE = {
    ".doc": "the old Word format is not read; save it as .docx or PDF",
    ".odt": "OpenDocument is not read; save it as .docx or PDF",
    ".rtf": "RTF is not read; save it as .docx or PDF",
    ".pages": "Pages is not read; export it as .docx or PDF",
    ".zip": "an archive holds documents and is none; list what is in it with kg.readers.find",
}


class _Readers(Mapping[str, Reader]):
    """Suffix (with its dot) or media type → reader, ours first, then those of installed packages."""

    def __getitem__(self, key: str) -> Reader:
        if key in _MODULES:
            return cast("Reader", import_module(_MODULES[key]).read)
        return cast("Reader", _plugins()[key].load())

    def __iter__(self) -> Iterator[str]:
        yield from _MODULES
        yield from sorted(set(_plugins()) - set(_MODULES))

    def __len__(self) -> int:
        return len(set(_MODULES) | set(_plugins()))

    def __contains__(self, key: object) -> bool:
        return key in _MODULES or key in _plugins()


READERS: Mapping[str, Reader] = _Readers()


@cache
def _plugins() -> dict[str, EntryPoint]:
    """Entry points are named by what they read: ".rtf", or "application/rtf"."""
    return {point.name: point for point in entry_points(group=GROUP)}


def read(document: Document) -> Text:
    """What a careful person sees in a document.

    Raises DocumentError if it cannot be read or holds no text, LimitError if it is too large or too deep, and
    MissingExtraError if its format needs an optional library that is not installed.
    """
    if len(document.data) > FILE_BYTES:
        raise LimitError(document.source, f"{len(document.data):,} bytes are more than the {FILE_BYTES:,} allowed")
    if not document.data.strip():
        raise DocumentError(document.source, "the file is empty")
    media_type = (document.media_type or "").partition(";")[0].strip().lower()
    key = media_type if media_type in READERS else document.suffix
    if key in _ELSEWHERE and key not in READERS:
        raise DocumentError(document.source, _ELSEWHERE[key])
    # A name without a suffix, or with one nobody knows ("cv.final"), says nothing: text is the commonest by far.
    found = key if key in READERS else _sniffed(document.data)
    return READERS[found](document if media_type else replace(document, media_type=_TYPES.get(found)))


def _sniffed(data: bytes) -> str:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return ".pdf"
    if head.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if head.startswith(b"pk\x03\x04") and b"word/" in data[:10_000]:
        return ".docx"
    return ".txt"
