"""What is mended in decoded text before anybody reads it: line ends, control characters, mojibake."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.readers.source.characters import Edit

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

# The shapes of UTF-8 read as Latin-1 or Windows-1252: a lead byte's letter, then a trail byte's sign.
_TRAILS = (
    "\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_SUSPICIOUS = re.compile(f"[\xc2-\xf4](?:[{_TRAILS}]| )")
_LINE = re.compile("[^\n]+")
_SEGMENT = re.compile(f"[\xc2-\xf4{_TRAILS}]+")
# ESC sequences of terminals go as one; everything else that cannot be seen becomes a space, so that words stay apart.
_CONTROL = re.compile(
    "\r\n|\r|\f|\v|\x85|\u2028|\u2029|\x1b\\[[0-9;]{0,20}[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = frozenset({"\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"})
# Hyphens, the sign for minus, letters joined for print, words set wide, accents and commas apart from what they belong
# to: the same words as people type them.
_TYPED = {
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-"),
    **dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
}
_WIDE = "[A-ZÀ-Þ](?<![^\\W_].)(?: {1,4}[A-ZÀ-Þ]){3,}(?![^\\W_])"
_ACCENTED = r"[^\W\d_][\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]{2,}"
_MENDED = re.compile(f"{_CONTROL.pattern}|[{''.join(_TYPED)}]|{_WIDE}|{_ACCENTED}|(?<=[^\\W_]) ,(?= )")
# One of these is in every text that has anything to mend.
_SIGNS = re.compile(
    "[\r\f\v\x1b\x00-\x08\x0e-\x1f\x7f-\x9f\u0300-\u036f\u1100-\u11ff\u2028\u2029\u3099\u309a\ufdd0-\ufdef\ufffe\uffff"
    f"\ud800-\udfff{''.join(_TYPED)}]|[A-ZÀ-Þ] {{1,4}}[A-ZÀ-Þ] {{1,4}}[A-ZÀ-Þ] | , "
)


def repairs(text: str) -> list[Edit]:
    """The edits that make `text` readable: mojibake undone, one kind of line end and hyphen, no control characters."""
    mended = list(_mojibake(text)) if _SUSPICIOUS.search(text) else []
    if not _SIGNS.search(text):
        return mended
    inside = iter([*mended, Edit(len(text) + 1, len(text) + 1, "")])
    guard = next(inside)
    result: list[Edit] = []
    for match in _MENDED.finditer(text):
        while guard.end <= match.start():
            result.append(guard)
            guard = next(inside)
        if match.end() <= guard.start:
            result.append(Edit(match.start(), match.end(), _typed(match.group())))
    return [*result, *(edit for edit in (guard, *inside) if edit.start <= len(text))]


def _typed(written: str) -> str:
    """What people type for it; words set wide have wider gaps between them."""
    if written in _LINE_ENDS:
        return "\n"
    if written == " ,":
        return ","
    if " " in written:
        return " ".join(word.replace(" ", "") for word in re.split(" {2,}", written))
    if len(written) > 1 and written[0].isalpha():
        return unicodedata.normalize("NFC", written)
    return _TYPED.get(written, " ")


def _mojibake(text: str) -> Iterator[Edit]:
    from ftfy.badness import is_bad

    for line in _LINE.finditer(text):
        written = line.group()
        if written.isascii() or not _SUSPICIOUS.search(written) or not is_bad(written):
            continue
        words = list(_words(written, line.start()))
        mended = _apply(written, words, line.start())
        fixed = _fix(written)
        if mended == fixed or not is_bad(mended):
            yield from words
        elif fixed != written:
            yield _difference(written, fixed, line.start())


def _words(written: str, at: int) -> Iterator[Edit]:
    """The stretches of foreign signs that become something else when mended one by one."""
    for match in _SEGMENT.finditer(written):
        mended = _fix(match.group())
        if mended != match.group():
            yield Edit(at + match.start(), at + match.end(), mended)


def _difference(written: str, fixed: str, at: int) -> Edit:
    most = min(len(written), len(fixed))
    head = next((i for i in range(most) if written[i] != fixed[i]), most)
    tail = next((i for i in range(most - head) if written[-1 - i] != fixed[-1 - i]), most - head)
    return Edit(at + head, at + len(written) - tail, fixed[head : len(fixed) - tail])


def _apply(text: str, edits: list[Edit], at: int) -> str:
    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start - at], edit.text]
        position = edit.end - at
    return "".join([*parts, text[position:]])


def _fix(text: str) -> str:
    from ftfy import fix_encoding

    # No control characters or line ends may come out: those are looked for in the text as written.
    return _CONTROL.sub(" ", fix_encoding(text, _config()))


@cache
def _config() -> TextFixerConfig:
    from ftfy import TextFixerConfig

    return TextFixerConfig(unescape_html=False, uncurl_quotes=False, normalization=None, explain=False)
