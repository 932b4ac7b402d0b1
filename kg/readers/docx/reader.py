"""DOCX: the paragraphs, lists and tables of a Word document, by its own XML. Nothing is unpacked to disk.

The document's parts are small XML files in a zip archive, read here with the standard library's parser: no part with a
document type declaration is accepted, and what is unpacked is counted.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kg.errors import DocumentError, LimitError
from kg.model import Document, Text
from kg.readers.archive import unpack
from kg.readers.docx.body import Body, Styles
from kg.readers.layout.composer import Composer
from kg.readers.layout.texts import composed
from kg.readers.limits import ARCHIVE_MEMBERS, ARCHIVE_RATIO, FILE_BYTES

_ENCODING = re.compile(rb"\s{0,9}(?:\xef\xbb\xbf)?<\?xml[^>]{0,80}encoding=[\"']([A-Za-z0-9_.-]{1,30})")
_MAIN = "word/document.xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}language": "language",
    "{http://purl.org/dc/terms/}modified": "modified",
}


def read(document: Document) -> Text:
    """The blocks of a Word document: its headers, then its body; footers are kept apart.

    Content is what is seen. Offsets lead to the compressed bytes of the document's main part as a whole.
    """
    parts = _Parts(document)
    body = parts.tree(_MAIN)
    if body is None:
        raise DocumentError(document.source, "this is no Word document")
    styles = Styles(parts.tree("word/styles.xml"), parts.tree("word/numbering.xml"), body)
    composer, aside = Composer(), Composer()
    for name in parts.names("word/header"):
        _write(parts, name, styles, composer)
    Body(document.source, composer, styles, parts.links(_MAIN)).write(body)
    for name in (*parts.names("word/footer"), "word/footnotes.xml"):
        _write(parts, name, styles, aside)
    composer.finish()
    aside.finish()
    metadata = parts.metadata()
    return composed(
        document,
        composer.drafts,
        [*composer.hidden, *aside.drafts],
        whole=parts.place(_MAIN),
        language=metadata.get("language") or styles.language,
        metadata=metadata,
    )


def _write(parts: _Parts, name: str, styles: Styles, composer: Composer) -> None:
    tree = parts.tree(name)
    if tree is not None:
        Body(parts.source, composer, styles, parts.links(name)).write(tree)


class _Parts:
    """The members of the archive, unpacked one by one within a budget for all of them."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self._document = document
        try:
            self._archive = zipfile.ZipFile(BytesIO(document.data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise DocumentError(document.source, _why(document.data)) from error
        entries = self._archive.infolist()
        if len(entries) > ARCHIVE_MEMBERS:
            raise LimitError(document.source, f"{len(entries):,} parts are more than the {ARCHIVE_MEMBERS:,} allowed")
        self._entries = {entry.filename: entry for entry in entries}
        self._budget = min(FILE_BYTES, max(len(document.data), 1 << 16) * ARCHIVE_RATIO)

    def names(self, prefix: str) -> list[str]:
        """The parts that begin with `prefix`, sorted."""
        return sorted(name for name in self._entries if name.startswith(prefix) and name.endswith(".xml"))

    def tree(self, name: str) -> Element | None:
        """A part's XML; None if there is no such part."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        data = unpack(self._document.source, self._archive, entry, self._budget)
        self._budget -= len(data)
        encoding = _ENCODING.match(data)
        foreign = b"\x00" in data[:200] or (
            encoding is not None and encoding.group(1).lower() not in (b"utf-8", b"ascii")
        )
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or foreign:
            raise DocumentError(
                self._document.source,
                "one of its parts declares what Word never writes: a document type, or an encoding",
            )
        try:
            return ElementTree.fromstring(data)  # noqa: S314 - nothing with a document type comes here
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise DocumentError(self._document.source, "the XML of the Word document is damaged") from error

    def links(self, name: str) -> dict[str, str]:
        """Relationship id → address, of a part's hyperlinks."""
        folder, _, file = name.rpartition("/")
        tree = self.tree(f"{folder}/_rels/{file}.rels")
        found = tree.iter(_RELATIONSHIP) if tree is not None else ()
        return {r.get("Id", ""): r.get("Target", "") for r in found if r.get("TargetMode") == "External"}

    def metadata(self) -> dict[str, str]:
        """Title, author and date of the last change, where the document states them."""
        tree = self.tree("docProps/core.xml")
        found = {_CORE[e.tag]: e.text.strip() for e in tree or () if e.tag in _CORE and e.text and e.text.strip()}
        return {key: value[:500] for key, value in found.items()}

    def place(self, name: str) -> tuple[int, int]:
        """The (start, end) of a part's compressed bytes in the file."""
        entry = self._entries[name]
        # A local header is 30 bytes long, and then come a name and an extra field whose lengths it states at 26.
        lengths = self._document.data[entry.header_offset + 26 : entry.header_offset + 30]
        start = entry.header_offset + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        end = min(start + entry.compress_size, len(self._document.data))
        return (start, end) if start < end else (0, len(self._document.data))


def _why(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "this Word document is encrypted, or in the old format; save it as .docx without a password"
    return "this is no Word document, or a damaged one"
