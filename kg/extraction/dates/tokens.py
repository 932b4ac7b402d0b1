"""Tokens of dates: the words, numbers and signs near a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from kg.extraction.dates.lexicon import NO_ROLES, Lexicon, fold, lexicon
from kg.extraction.dates.numbers import DASHES, Part, century, pair, single

# What looks like a year. The first character is one class, by which the search skips all other text.
_GATE = re.compile(
    r"[\d'’‘令平昭-](?:(?<=[1１])[9９]\d\d|(?<=[2２])[0０]\d\d|(?<=['’‘])\d\d(?!\d)|(?<=\d)[/|]\d\d|(?<=\d)\d\.\d\d"
    r"|(?<=[^\W\d_]-)\d\d(?!\d)|(?<=[^\W\d_][\s.]\d)\d(?=\)|\s?[–—-])|(?<=\[\d)\d[–-]\d\d\]|(?<=令)和|(?<=平)成|(?<=昭)和)"
)
_LEFT, _RIGHT = 48, 48
_LONGEST_YEAR = 8  # a year and the gap before it, in the line of the word that it would count something of
_DASHES = re.escape(DASHES)
_CJK = "\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SYMBOL = "\u2190\u2191\u2193-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff∞…\ufe0f"
_DAY_OF_NEXT = re.compile(rf"((?:19|20)\d\d)([{_DASHES}])(\d{{1,2}})")
_SHORT_YEARS = re.compile(rf"(\d\d)[{_DASHES}](\d\d)")
_LONGEST_STAY = 20  # years
_NEXT = re.compile(r"\.?\s{1,2}([^\W\d_]{3,12})")
_SUFFIX = re.compile(r"['’][^\W\d_]{1,4}\b")
_BEFORE = frozenset("$€£¥₹₩#@_=&%+^\\")
_AFTER = frozenset("$€£¥₹₩@_=%+")


class Kind(Enum):
    """What a token is."""

    DATE = auto()
    SHORT_YEAR = auto()
    NUMBER = auto()
    MONTH = auto()
    WORD = auto()
    DASH = auto()
    SYMBOL = auto()
    SIGN = auto()
    OTHER = auto()


@dataclass(slots=True)  # not frozen: setting frozen fields costs three times as much, and no token leaves this package
class Token:
    """A token, `text[start:end]`: `part` for a date, `number` for a month, day or short year, `roles` for a word."""

    kind: Kind
    text: str
    start: int
    end: int
    roles: frozenset[str] = NO_ROLES
    number: int = 0
    part: Part | None = None


@cache
def _token() -> re.Pattern[str]:
    """One pattern for all tokens; words of scripts without spaces are those the lexicon knows, longest first."""
    known = [word for word in (*lexicon().roles, *lexicon().eras) if re.match(f"[{_CJK}]", word)]
    words = "|".join(sorted(known, key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?P<url>(?:https?://|www\.)\S{{1,200}})"
        rf"|(?P<quarter>\b[Qq][1-4]\b)"
        rf"|(?P<number>\d\d\|(?:\d\d){{1,2}}(?!\d)|\d(?:[\d./{_DASHES}]{{0,24}}\d)?)"
        rf"|['’‘](?P<short>\d\d)(?!\d)"
        rf"|(?P<cjk>{words})"
        rf"|(?P<word>[^\W\d_{_CJK}]{{1,40}}(?:['’][^\W\d_{_CJK}]{{1,40}})?)"
        rf"|(?P<symbol>(?![{_DASHES}])[{_SYMBOL}])"
        rf"|(?P<sign>\S)"
    )


def windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text near something that looks like a year, in order, apart from each other."""
    start = end = -1
    for match in _GATE.finditer(text):
        a, b = max(match.start() - _LEFT, 0), min(match.end() + _RIGHT, len(text))
        if a <= end:
            end = b
            continue
        if end >= 0:
            yield _snap(text, start, end)
        start, end = a, b
    if end >= 0:
        yield _snap(text, start, end)


def _snap(text: str, start: int, end: int) -> tuple[int, int]:
    if start:
        space = text.find(" ", start, start + _LEFT)
        start = space if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", end - _RIGHT, end)
        end = space if space >= 0 else end
    return start, end


def tokens(text: str, start: int, end: int, language: str | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, offsets into the whole text."""
    words = lexicon()
    found: list[Token] = []
    position = start
    search = _token().search
    while match := search(text, position, end):
        position = match.end()
        kind = match.lastgroup
        if kind == "word":
            token_kind, roles, month = _meaning(match[0], language)
            found.append(Token(token_kind, match[0], match.start(), match.end(), roles, month))
        elif kind == "number":
            position = _number(words, text, match, found)
        elif kind == "sign":
            if match[0] != "." or not found or found[-1].end != match.start():
                found.append(Token(_sign(match[0]), match[0], match.start(), match.end()))
        elif kind == "cjk":
            roles = words.roles.get(match[0], NO_ROLES)
            found.append(Token(Kind.WORD, match[0], match.start(), match.end(), roles, words.eras.get(match[0], 0)))
        elif kind == "short":
            year = century(int(match["short"]))
            found.append(Token(Kind.SHORT_YEAR, match[0], match.start(), match.end(), number=year))
        elif kind == "quarter":
            found.append(Token(Kind.WORD, match[0], match.start(), match.end(), frozenset(("quarter",))))
        else:
            found.append(Token(Kind.SYMBOL if kind == "symbol" else Kind.OTHER, match[0], match.start(), match.end()))
    return _phrases(words, found)


def _sign(char: str) -> Kind:
    return Kind.DASH if char in DASHES or char in "~〜～→" else Kind.SIGN


@lru_cache(maxsize=8192)
def _meaning(word: str, language: str | None) -> tuple[Kind, frozenset[str], int]:
    words = lexicon()
    month = words.month(word, language)
    return (Kind.MONTH if month else Kind.WORD), words.roles.get(fold(word), NO_ROLES), month or 0


def _number(words: Lexicon, text: str, match: re.Match[str], found: list[Token]) -> int:
    """Append what a chain of numbers is; returns where to go on."""
    start, end = match.span()
    chain = match[0]
    previous = found[-1] if found else None
    other = Token(Kind.OTHER, chain, start, end)
    if not _follows_month(text, start, found) and _glued(text, start, end, previous):
        found.append(other)
        return end
    if chain.isdigit() and len(chain) <= 2:
        found.append(Token(Kind.NUMBER, chain, start, end, number=int(chain)))
        return end
    if (parts := _DAY_OF_NEXT.fullmatch(chain)) and _month_follows(words, text, end):
        found.append(Token(Kind.DATE, parts[1], start, start + 4, part=single(parts[1])))
        found.append(Token(Kind.DASH, parts[2], start + 4, start + 5))
        found.append(Token(Kind.NUMBER, parts[3], start + 5, end, number=int(parts[3])))
        return end
    if part := single(chain):
        if len(chain) == 4 and _quantity(words, text, end, previous):
            found.append(other)
            return end
        found.append(Token(Kind.DATE, chain, start, end, part=part))
        suffix = _SUFFIX.match(text, end)
        return suffix.end() if suffix else end
    if both := pair(chain) or _bracketed(text, match):
        cut, first, second = both
        found.append(Token(Kind.DATE, chain[:cut], start, start + cut, part=first))
        begin = cut + 1
        while chain[begin] in DASHES:
            begin += 1
        found.append(Token(Kind.DASH, chain[cut:begin], start + cut, start + begin))
        found.append(Token(Kind.DATE, chain[begin:], start + begin, end, part=second))
    elif days := _days(chain, start):
        found.extend(days)
    else:
        found.append(other)
    return end


def _bracketed(text: str, chain: re.Match[str]) -> tuple[int, Part, Part] | None:
    """Two short years in square brackets that begin a line: "[98-01] Example Works"."""
    years = _SHORT_YEARS.fullmatch(chain[0])
    if years is None or text[: chain.start()].strip() != "[" or text[chain.end() : chain.end() + 1] != "]":
        return None
    first, last = century(int(years[1])), century(int(years[2]))
    return (2, Part(first), Part(last)) if first < last <= first + _LONGEST_STAY else None


def _follows_month(text: str, start: int, found: list[Token]) -> bool:
    """Whether only a stroke parts a number from the month before it ("Jul/2025"), which no path goes before."""
    if len(found) < 2 or found[-1].text != "/" or found[-2].kind is not Kind.MONTH:
        return False
    month, stroke = found[-2], found[-1]
    touching = month.end == stroke.start and stroke.end == start
    return touching and text[month.start - 1 : month.start] != "/" and text[start + 4 : start + 5] != "/"


def _month_follows(words: Lexicon, text: str, end: int) -> bool:
    """Whether the last number of a chain is the day of a date that goes on: "1 May 2000–10 May 2000"."""
    following = _NEXT.match(text, end)
    return following is not None and fold(following[1]) in words.months


def _days(chain: str, start: int) -> list[Token]:
    """Two days with a dash between ("3-12"), or a day with its dot and nothing else."""
    for cut, char in enumerate(chain):
        if char in DASHES:
            left, right = chain[:cut], chain[cut + 1 :]
            if left.isdigit() and right.isdigit() and len(left) <= 2 and len(right) <= 2:
                return [
                    Token(Kind.NUMBER, left, start, start + cut, number=int(left)),
                    Token(Kind.DASH, char, start + cut, start + cut + 1),
                    Token(Kind.NUMBER, right, start + cut + 1, start + len(chain), number=int(right)),
                ]
    return []


def _glued(text: str, start: int, end: int, previous: Token | None) -> bool:
    """Whether the number is part of something else: a word, a price, a phone number, a path."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _BEFORE and before:
        return True
    touching = previous is not None and previous.end == start and previous.kind is Kind.WORD and not previous.roles
    if touching and before.isascii() and previous is not None and not previous.number:
        return True
    if before in ("/", "-", ":", ",", ".") and before:
        return _glued_by_sign(text, start, before, previous)
    if after and (after in _AFTER or (after.isalpha() and after < "\u3000")):
        rest = text[end : end + 3].casefold()
        ordinal = end - start <= 2 and rest[:2] in ("st", "nd", "rd", "th", "er", "te")
        return not ordinal and not (rest[:1] == "t" and rest[1:2].isdigit())
    if after in (",", ":") and text[end + 1 : end + 2].isdigit() and after:
        return after == ":" or (text[end + 1 : end + 4].isdigit() and not text[end + 1 : end + 5].isdigit())
    return after == "/" and text[end + 1 : end + 2].isalpha() and end - start > 2 and text[end + 1 : end + 2].islower()


def _glued_by_sign(text: str, start: int, sign: str, previous: Token | None) -> bool:
    far = text[start - 2 : start - 1]
    if sign in (",", "."):
        return (
            sign == ","
            and far.isdigit()
            and text[start : start + 3].isdigit()
            and not text[start : start + 4].isdigit()
        )
    if sign == ":":
        return far.isdigit()
    if far.isdigit():
        return previous is not None and previous.kind is Kind.OTHER
    if not far.isalpha():
        return sign == "/" and previous is not None and previous.kind is Kind.SIGN and far not in (" ", "")
    word = previous.text if previous is not None and previous.kind in (Kind.WORD, Kind.MONTH) else ""
    if previous is not None and len(text[:start]) >= 2 and previous.kind is Kind.SIGN:
        return sign == "/"
    roles = previous.roles if previous is not None else NO_ROLES
    return not (roles or (previous is not None and previous.kind is Kind.MONTH)) and (sign == "/" or word.isupper())


def _quantity(words: Lexicon, text: str, end: int, previous: Token | None) -> bool:
    """Whether a number that could be a year counts something."""
    near = previous is not None and end - previous.end < _LONGEST_YEAR
    if near and previous is not None and previous.kind is Kind.WORD and fold(previous.text) in words.not_years_after:
        return True
    following = _token().match(text, end + 1, end + 24) if text[end : end + 1] in (" ", "-") else None
    return following is not None and fold(following[0]) in words.not_years_before


def _phrases(words: Lexicon, found: list[Token]) -> list[Token]:
    """Join the words of phrases such as "to date" and "class of" into one token each."""
    starts = words.phrase_starts
    if not any(token.kind is Kind.WORD and token.text.casefold() in starts for token in found):
        return found
    joined: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        index += 1
        longest = words.phrase_starts.get(fold(token.text), 0) if token.kind is Kind.WORD else 0
        for size in range(longest, 1, -1):
            run = found[index - 1 : index - 1 + size]
            phrase = " ".join(fold(t.text) for t in run)
            if len(run) == size and phrase in words.roles:
                token = Token(Kind.WORD, phrase, token.start, run[-1].end, words.roles[phrase])
                index += size - 1
                break
        joined.append(token)
    return joined
