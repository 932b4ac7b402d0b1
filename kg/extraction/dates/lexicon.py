"""The words of dates, read once from lexicon/dates.toml."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_ACCENTS = re.compile("[\u0300-\u036f]+")
NO_ROLES: frozenset[str] = frozenset()


def fold(word: str) -> str:
    """The word without case, accents and the difference between apostrophes."""
    word = word.casefold().replace("’", "'").rstrip(".")
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.replace("ı", "i"))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", plain))


@dataclass(frozen=True)
class Lexicon:
    """What the words of dates mean: folded word → month, or roles in a date such as "to" and "ongoing"."""

    months: dict[str, int]
    guarded: dict[str, frozenset[str]]
    roles: dict[str, frozenset[str]]
    phrase_starts: dict[str, int]
    eras: dict[str, int]
    not_years_after: frozenset[str]
    not_years_before: frozenset[str]
    dated: frozenset[str]

    def month(self, word: str, language: str | None) -> int | None:
        """The month the word names, None where it names none or is more likely a common word."""
        key = fold(word)
        number = self.months.get(key)
        if number is None or key not in self.guarded or word[:1].isupper():
            return number
        return number if language in self.guarded[key] else None


@cache
def lexicon() -> Lexicon:
    """The shipped words, each folded."""
    table = tomllib.loads((files("kg.extraction") / "lexicon" / "dates.toml").read_text(encoding="utf-8"))
    roles: dict[str, set[str]] = {}
    for role, words in table["words"].items():
        for word in words:
            roles.setdefault(fold(word), set()).add(role)
    starts: dict[str, int] = {}
    for word in roles:
        parts = word.split()
        if len(parts) > 1:
            starts[parts[0]] = max(starts.get(parts[0], 0), len(parts))
    return Lexicon(
        months={fold(word): int(number) for number, words in table["months"].items() for word in words},
        guarded={fold(word): frozenset(languages) for word, languages in table["guarded"].items()},
        roles={word: frozenset(names) for word, names in roles.items()},
        phrase_starts=starts,
        eras=table["eras"],
        not_years_after=frozenset(table["quantity"]["before"]),
        not_years_before=frozenset(table["quantity"]["after"]),
        dated=frozenset(fold(word) for word in table["dated"]["words"]),
    )
