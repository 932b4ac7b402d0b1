"""The name of a role, without how long it took and what its holder did in it, and that of an employer."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.clues import title_score
from kg.extraction.lexicon import load
from kg.extraction.people.names import is_person
from kg.extraction.spelling import without_brackets

# What it led to stands elsewhere.
_OPEN_END = re.compile(
    r"\s(?:with|at|in|on|for|of|under|by|from|d[aeo]s?|del|della|du|von|bei|beim|chez|presso|no|na|em|en)$"
)
# Words that say when, not what.
_TIME = re.compile(r"^(?:Former(?:ly)?|Previous(?:ly)?|Past|Current(?:ly)?|Ex)(?:\s*[:–—-]\s*|\s+)(?=[A-Z])")
# Whom somebody works for, which no role is called by: "Research Assistant with Prof. Ada Roe".
_WHOSE = re.compile(r"\s(?:(?:with|under)\s(?=[A-Z])|(?:for|to)\s(?=(?:Prof|Dr|Professor)\b))")
# No part of the name that follows.
_FIRM = re.compile(r"^(?:Firma|Fa\.) (?=[A-Z])")


def firm_name(text: str) -> str:
    """The name of an employer without what brackets add and the word for firms: "Example" of "Firma Example (EX)"."""
    return _FIRM.sub("", without_brackets(text))


def role_name(text: str) -> str:
    """The name of a role: "internship" of "6-month internship", "Engineer" of "Engineer working on pumps"."""
    name = _TIME.sub("", _OPEN_END.sub("", text))
    if " " not in name:
        return name
    length = _length().match(name)
    name = name[length.end() :] if length else name
    name = _length_at_end().sub("", name)
    whose = _WHOSE.search(name)
    if whose and is_person(name[whose.end() :]):
        name = name[: whose.start()]
    told = next((match for match in _told().finditer(name) if title_score(name[: match.start()]) >= 4), None)
    return name[: told.start()] if told else name


@cache
def _numbers() -> str:
    return "|".join(load("titles")["numbers"])


@cache
def _length() -> re.Pattern[str]:
    """How long, before the name: "6-month ", "Three months' ", "Sechsmonatiges "."""
    units = "|".join(load("titles")["length_units"])
    return re.compile(rf"(?:\d{{1,2}}|{_numbers()})[ -]?(?:{units})['’]?[ -](?:long )?(?=\w)", re.IGNORECASE)


@cache
def _length_at_end() -> re.Pattern[str]:
    """How long, after the name: " de 6 mois", " of three months"."""
    units = "|".join(load("titles")["length_units"])
    return re.compile(rf"\s(?:de|di|of|von|über|van|for)\s(?:\d{{1,2}}|{_numbers()})\s(?:{units})$", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    """Where it begins to be told what somebody did: " working on", " in a broadcasting environment", " with 10+ "."""
    doing = "|".join(load("titles")["doing"])
    return re.compile(rf"\s(?:(?:in|within|for)\s(?:an?|several|various)\s(?=[a-z])|with\s\d|(?:{doing})\s(?=\S))")
