"""bytes → Source: byte order mark, UTF-8, the declared charset, and only then a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from kg.errors import DocumentError, LimitError
from kg.model import Document, Offset, OffsetMap
from kg.readers.limits import FILE_BYTES, TEXT_CHARACTERS
from kg.readers.source.characters import Source, edited, encoded_offsets, utf8_offsets
from kg.readers.source.repair import repairs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = re.compile(
    rb"%PDF-|PK\x03\x04|PK\x05\x06|\x89PNG|\xff\xd8\xff|GIF8[79]a|\x7fELF|\x1f\x8b\x08|\xd0\xcf\x11\xe0|BZh"
    rb"|7z\xbc\xaf|Rar!|\xca\xfe\xba\xbe|RIFF|OggS|\x00asm"
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_DECLARED = re.compile(rb"""(?:charset|encoding|coding)\s{0,5}[=:]\s{0,5}["']?([A-Za-z][A-Za-z0-9._-]{2,20})""")
_INPUTENC = re.compile(rb"\\usepackage\[([a-z0-9]{3,12})\]\{inputenc\}")
_LATEX_NAMES = {"latin1": "cp1252", "latin9": "iso8859-15", "ansinew": "cp1252", "applemac": "mac-roman"}
# Latin-1 and ASCII as the web reads them.
_AS_ON_THE_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
_EAST = "gb18030 gb2312 gbk big5 big5hkscs shift_jis cp932 euc_jp euc_jis_2004 iso2022_jp euc_kr cp949 johab"
_OTHER = "cp1251 koi8_r koi8_u iso8859_5 cp1253 iso8859_7 cp1255 iso8859_8 cp1256 iso8859_6 tis_620 cp874"
_SURE_GUESSES = frozenset(f"{_EAST} {_OTHER}".split())
_ENOUGH_TO_GUESS = 400
_STRAY = re.compile("[\udc80-\udcff]")


def decode(document: Document) -> Source:
    """The repaired characters of a text document.

    Raises DocumentError for binary and empty documents, LimitError for those that are too large.
    """
    data = document.data
    if len(data) > FILE_BYTES:
        raise LimitError(document.source, f"{len(data):,} bytes are more than the {FILE_BYTES:,} allowed")
    if not data.strip():
        raise DocumentError(document.source, "the file is empty")
    encoding, start = _marked(data)
    if encoding is None:
        encoding = _wide(data)
    if encoding is None:
        _refuse_binary(document)
    text, offsets, encoding = _decoded(data, start, encoding)
    if len(text) > TEXT_CHARACTERS:
        raise LimitError(
            document.source, f"{len(text):,} characters of text are more than the {TEXT_CHARACTERS:,} allowed"
        )
    content, mended = edited(text, offsets, repairs(text))
    if not content.strip():
        raise DocumentError(document.source, "the file holds no text")
    return Source(document, content, OffsetMap(mended), encoding)


def _marked(data: bytes) -> tuple[str | None, int]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return None, 0


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark shows by the zeros in every other byte of Latin text."""
    sample = data[:4000]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > 0.3 * len(sample) and even < 0.02 * len(sample):
        return "utf-16-le"
    if even > 0.3 * len(sample) and odd < 0.02 * len(sample):
        return "utf-16-be"
    return None


def _refuse_binary(document: Document) -> None:
    sample = document.data[:65536]
    zeros = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if _MAGIC.match(sample) or zeros > max(8, len(sample) // 1000) or controls > max(16, len(sample) // 20):
        raise DocumentError(document.source, "this is a binary file, not text")


def _decoded(data: bytes, start: int, encoding: str | None) -> tuple[str, Iterable[Offset], str]:
    """The text of `data[start:]`, where its characters come from, and the encoding it was read in."""
    if encoding in (None, "utf-8"):
        text = data[start:].decode("utf-8", "surrogateescape")
        strays = _STRAY.findall(text)
        if not strays:
            return text, utf8_offsets(text, start), "utf-8"
        declared = _declared(data)
        if declared in (None, "utf-8") and _mostly_utf8(text, len(strays)):
            return _STRAY.sub(_western, text), utf8_offsets(text, start), "utf-8"
        encoding = declared if declared and _decodes(data, declared) else _guess(data)
    text = data[start:].decode(encoding, "replace")
    return text, encoded_offsets(text, encoding, start, len(data)), encoding


def _mostly_utf8(text: str, strays: int) -> bool:
    """Whether a few stray bytes stand in UTF-8, or it is cut off inside a character."""
    good = sum(1 for character in text if not character.isascii()) - strays
    return good >= 3 * strays or (good >= strays and strays <= 3)


def _western(stray: re.Match[str]) -> str:
    return bytes([ord(stray.group()) - 0xDC00]).decode("cp1252", "replace")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    match = _INPUTENC.search(data[:20_000]) or _DECLARED.search(head)
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    try:
        found = codecs.lookup(_LATEX_NAMES.get(name, name)).name
    except LookupError:
        return None
    found = _AS_ON_THE_WEB.get(found, found)
    # A codec that is no charset (rot13, zip, …) or that could expand is none of a document's business.
    return (
        found
        if found.startswith(("cp", "iso", "koi", "mac", "gb", "big5", "euc", "shift", "utf", "tis", "johab"))
        else None
    )


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    name = best.encoding if best is not None else "cp1252"
    if name not in _SURE_GUESSES and (len(data) < _ENOUGH_TO_GUESS or not name.startswith(("cp125", "iso8859"))):
        # On short Western text the guess among many one-byte charsets is a coin toss; this one is by far the commonest.
        return "cp1252"
    return codecs.lookup(name).name
