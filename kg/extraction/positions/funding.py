"""Whether an entry tells of money given for research: a funder is no employer."""

from __future__ import annotations

import re

from kg.extraction.clues import main_noun, title_score
from kg.extraction.clues.lexica import word_set
from kg.extraction.entries import Entry
from kg.extraction.labelling import Fields
from kg.extraction.words import tokens

_NUMBER = re.compile(
    r"\b(?:no|nr|number|grant|award|project|contract|agreement)\b[.:]?\s?(?:id[.:]?\s?)?#?\(?[A-Z]{0,8}[-/]?\d[\w./-]{3,}|#\d{4,}",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|NOK|SEK|DKK|CHF|CNY|RMB|INR|CAD|AUD|KRW|JPY)\b)\s?\d|\d\s?(?:€|£|EUR\b|USD\b)"
)
_BODIES = frozenset(("board", "council", "staff", "advisory", "faculty", "executive", "committee", "jury"))


def is_funding(entry: Entry, fields: Fields) -> bool:
    """Whether an entry names a grant by its number, its amount or its funder, and no role but that of its holder."""
    if fields.title and title_score(fields.title.text) >= 3 and not _holds_grant(fields.title.text):
        return False
    if any(_NUMBER.search(row.line.text) or _AMOUNT.search(row.line.text) for row in entry.rows):
        return True
    funders = word_set("organizations", "funders")
    name = tokens(fields.organization.text) if fields.organization else ()
    of_students = any(word.key.startswith("student") for word in name)  # "Member, Student Council"
    return fields.title is not None and not of_students and any(word.key in funders for word in name)


def _holds_grant(title: str) -> bool:
    named = tokens(title)
    of_body = any(word.key in _BODIES for word in named)  # "board member" of a foundation is none of its grantees
    return main_noun(named).key in word_set("titles", "of_grants") and not of_body
