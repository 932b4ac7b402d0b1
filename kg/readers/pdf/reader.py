"""PDF: words with their places on the page, put back into columns, lines and blocks."""

from __future__ import annotations

from kg.errors import DocumentError
from kg.model import Document, Text
from kg.readers.layout.texts import composed
from kg.readers.pdf.blocks import blocks
from kg.readers.pdf.columns import Line, in_reading_order
from kg.readers.pdf.tables import Table, parted, tables
from kg.readers.pdf.words import Page, opened


def read(document: Document) -> Text:
    """The blocks of a PDF. Content is what is seen; offsets lead to the file as a whole.

    Raises DocumentError for encrypted and damaged files and for those without text (scans), LimitError for those with
    too many pages.
    """
    with opened(document) as file:
        pages = [_laid_out(page) for page in file.pages()]
        metadata = file.metadata()
        language = file.language()
    if not any(pages):
        raise DocumentError(document.source, "the PDF holds no text; it may be a scan")
    shown, hidden = blocks(pages)
    return composed(document, shown, hidden, language=language, metadata=metadata)


def _laid_out(page: Page) -> list[list[Line] | Table]:
    """The regions of a page in the order in which they are read: columns, as their lines, and tables."""
    found: list[list[Line] | Table] = []
    for part in parted(page.words, tables(page.words, page.across, page.down)):
        found += [part] if isinstance(part, Table) else in_reading_order(part)
    return found
