"""How names are spelled: cleaned of marks and brackets, and brought to a form for comparison."""

from __future__ import annotations

import re

from kg.extraction.words import fold, tokens

_EDGE = " \t\n,;:.–—―‒-|/·•*_~`'\"“”«»…→>"
_ABBREVIATED = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")
_CLOSING = frozenset(")]）")
_SHORT_DEGREE = re.compile(r"^((?:[A-Z][A-Za-z]{0,3}\.?){1,4}) [Dd]egree$")
_HONOUR = re.compile(r",?\s(?:(?:summa|magna|maxima|insigni)\s)?cum\slaude\b.*", re.IGNORECASE)
OPENING = {"»": "«", "”": "“", '"': '"'}  # the sign that a closing one belongs to
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")


def clean(text: str) -> str:
    """`text` in one line, without marks, quotation signs and separators at its edges."""
    bare = " ".join((_MARKS.sub("", text) if "*" in text or "_" in text or "`" in text else text).split())
    start, end = 0, len(bare)
    while start < end and (bare[start] in _EDGE or (not bare[start].isalnum() and ord(bare[start]) > 0x2000)):
        start += 1
    while end > start and (bare[end - 1] in _EDGE or (not bare[end - 1].isalnum() and ord(bare[end - 1]) > 0x2000)):
        if bare[end - 1] == "." and _is_abbreviation(bare[start:end]):
            break
        if OPENING.get(bare[end - 1], "\n") in bare[start : end - 1]:
            break
        end -= 1
    return bare[start:end]


def _is_abbreviation(text: str) -> bool:
    """Whether the full stop at the end belongs to the last word ("B.Sc.", "M.S.E.", "Inc.")."""
    last = text.rsplit(" ", 1)[-1]
    return "." in last[:-1] or last.casefold() in ("inc.", "ltd.", "co.", "corp.", "jr.", "sr.", "phd.", "univ.")


def without_brackets(name: str) -> str:
    """The name without a bracket at its end ("Example University (EU)")."""
    return (_ABBREVIATED.sub("", name) or name) if name.rstrip()[-1:] in _CLOSING else name


def without_noun(degree: str) -> str:
    """A degree's short form without the noun after it: "Ph.D. degree" says no more than "Ph.D."."""
    return _SHORT_DEGREE.sub(r"\1", degree)


def without_honour(field: str | None) -> str | None:
    """A field of study without how well it was done: "Botany magna cum laude"."""
    return _HONOUR.sub("", field) or None if field else None


def comparable(name: str) -> str:
    """A name's form for comparison: its words folded, "the" left out."""
    return " ".join(word.key for word in tokens(fold(name).replace("&", " and ")) if word.key != "the")
