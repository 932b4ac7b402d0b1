"""PDF → words: what is written where on each page, in which size, bold or not, linked to what."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from kg.errors import DocumentError, LimitError
from kg.model import Document
from kg.readers.limits import PAGES, TEXT_CHARACTERS
from kg.readers.pdf.shapes import Rule, Shape, rules, shapes

_LIGATURES = re.compile("[\ufb00-\ufb06\u0132\u0133]")
_LANGUAGE = re.compile(rb"/Lang\s{0,5}\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\)")
_META = {"Title": "title", "Author": "author", "Subject": "description", "Keywords": "keywords", "ModDate": "modified"}
_HYPHENS = {"\x02": "-", "\u00ad": "-"}
_LONGEST_ADDRESS = 4096


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its text, its left, right and base line in points (upwards), its size; `glued` to the one before it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    glued: bool = False
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page in the order of its content, and the horizontal and vertical rules drawn on it."""

    words: list[Word]
    across: list[Rule]
    down: list[Rule]


@contextmanager
def opened(document: Document) -> Iterator[File]:
    """The PDF, open as long as the block lasts."""
    try:
        pdf = pypdfium2.PdfDocument(document.data)
    except pypdfium2.PdfiumError as error:
        encrypted = "password" in str(error).lower() or b"/Encrypt" in document.data
        raise DocumentError(document.source, "the PDF is encrypted" if encrypted else "the PDF is damaged") from error
    try:
        yield File(document, pdf)
    finally:
        pdf.close()


class File:
    """An open PDF."""

    def __init__(self, document: Document, pdf: pypdfium2.PdfDocument) -> None:
        self._document = document
        self._pdf = pdf
        if len(pdf) > PAGES:
            raise LimitError(document.source, f"{len(pdf):,} pages are more than the {PAGES} allowed")

    def metadata(self) -> dict[str, str]:
        """Title, author and so on, where the file states them."""
        stated = self._pdf.get_metadata_dict(skip_empty=True)
        return {ours: " ".join(stated[theirs].split())[:500] for theirs, ours in _META.items() if stated.get(theirs)}

    def language(self) -> str | None:
        """The language the file declares for its text."""
        match = _LANGUAGE.search(self._document.data)
        return match.group(1).decode() if match else None

    def pages(self) -> Iterator[Page]:
        """What is on each page."""
        total = 0
        for number in range(len(self._pdf)):
            try:
                page = self._pdf[number]
                text = page.get_textpage()
            except pypdfium2.PdfiumError as error:
                raise DocumentError(self._document.source, f"page {number + 1} of the PDF is damaged") from error
            try:
                total += text.count_chars()
                if total > TEXT_CHARACTERS:
                    raise LimitError(self._document.source, f"its text is longer than the {TEXT_CHARACTERS:,} allowed")
                drawn = shapes(page)
                yield Page([*_words(text, _links(self._pdf, page)), *_bullets(drawn)], *rules(drawn))
            finally:
                text.close()
                page.close()


@dataclass(frozen=True, slots=True)
class _Link:
    left: float
    bottom: float
    right: float
    top: float
    target: str


def _words(text: pypdfium2.PdfTextPage, links: list[_Link]) -> list[Word]:
    words: list[Word] = []
    current = _Growing()
    handle = text.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        character = _HYPHENS.get(chr(code), chr(code)) if 0 < code < 0x110000 else ""
        if not character or character.isspace() or unicodedata.category(character) in ("Cc", "Cn", "Cs"):
            current.end(words, links)
            continue
        raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if current.far(left.value, y.value):
            current.end(words, links, apart=current.jumped(left.value, y.value))
        if not current.text:
            size = _size(handle, index)
            current.begin(left.value, y.value, size, _bold(handle, index))
        current.text += character
        current.right = max(current.right, right.value)
    current.end(words, links)
    return words


class _Growing:
    """The word that is being read."""

    def __init__(self) -> None:
        self.text = ""
        self.left = self.right = self.base = self.size = 0.0
        self.bold = self.glued = False

    def begin(self, left: float, base: float, size: float, bold: bool) -> None:
        self.left = self.right = left
        self.base, self.size, self.bold = base, size, bold

    def far(self, left: float, base: float) -> bool:
        return bool(self.text) and (
            abs(base - self.base) > 0.2 * self.size or not -0.5 * self.size < left - self.right < 0.3 * self.size
        )

    def jumped(self, left: float, base: float) -> bool:
        return abs(base - self.base) > 0.6 * self.size or not -0.5 * self.size < left - self.right < 0.15 * self.size

    def end(self, words: list[Word], links: list[_Link], *, apart: bool = True) -> None:
        if self.text:
            shown = _LIGATURES.sub(lambda m: unicodedata.normalize("NFKC", m.group()), self.text)
            middle = (self.left + self.right) / 2
            target = next(
                (
                    k.target
                    for k in links
                    if k.left <= middle <= k.right and k.bottom <= self.base + self.size / 4 <= k.top
                ),
                None,
            )
            words.append(Word(shown, self.left, self.right, self.base, self.size, self.bold, self.glued, target))
        self.glued = not apart and bool(self.text)
        self.text = ""


def _size(handle: raw.FPDF_TEXTPAGE, index: int) -> float:
    """The size a character is seen in: the font's, scaled as the page scales it."""
    size = abs(raw.FPDFText_GetFontSize(handle, index)) or 1.0
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(handle, index, matrix):
        size *= abs(matrix.d) or abs(matrix.b) or 1.0
    return min(max(size, 1.0), 1000.0)


def _bold(handle: raw.FPDF_TEXTPAGE, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(handle, index) >= 600:
        return True
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(handle, index, name, 128, ctypes.c_int())
    return b"bold" in name.value.lower() or b"cmbx" in name.value.lower() or b"black" in name.value.lower()


def _bullets(drawn: Iterable[Shape]) -> Iterator[Word]:
    """Bullets that are drawn rather than written."""
    for shape in drawn:
        if shape.dot:
            size = 2.8 * shape.width
            yield Word("•", shape.left, shape.right, (shape.bottom + shape.top) / 2 - 0.3 * size, size)


def _links(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[_Link]:
    found: list[_Link] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while len(found) < 1000 and raw.FPDFLink_Enumerate(page.raw, position, link):
        action = raw.FPDFLink_GetAction(link)
        rectangle = raw.FS_RECTF()
        if not action or not raw.FPDFLink_GetAnnotRect(link, rectangle):
            continue
        length = raw.FPDFAction_GetURIPath(pdf.raw, action, None, 0)
        if 1 < length <= _LONGEST_ADDRESS:
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(pdf.raw, action, buffer, length)
            target = buffer.value.decode("utf-8", "replace")
            found.append(_Link(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top, target))
    return found
