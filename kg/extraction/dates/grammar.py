"""The grammar of dates and ranges over tokens: one descent without backtracking further than a few tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.extraction.dates.numbers import Part, begun, century, settle
from kg.extraction.dates.tokens import Kind, Token
from kg.model import PartialDate, Period


class DateKind(StrEnum):
    """How a date stands in its line.

    RANGE has both ends ("2018–2020", "May 2021 – present"), OPEN ends in an open dash or a sign, POINT is one date
    alone (start and end of the period are equal), SINCE goes on ("since 2019"), FROM tells the start only, UNTIL the
    end only, END is when studies end or ended ("Class of 2026", "expected May 2027").
    """

    RANGE = "range"
    OPEN = "open"
    POINT = "point"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"
    END = "end"


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date or range, `text[start:end]`, and what it means."""

    start: int
    end: int
    period: Period
    kind: DateKind


_DAY_FIRST = frozenset(("de", "fr", "es", "pt", "it", "nl", "tr"))
_CLOSERS = frozenset(")]}|*•·,;）】」")
_LONGEST_HEADER = 14
_LONGEST_STAY = 15  # years from a short year to the end of its range; any earlier number is a day
_OPENERS = frozenset((Kind.DATE, Kind.MONTH, Kind.NUMBER, Kind.SHORT_YEAR))


class Parser:
    """Reads the matches out of the tokens of one stretch of a line."""

    def __init__(self, text: str, tokens: Sequence[Token], language: str | None) -> None:
        self.text = text
        self.tokens = tokens
        self.day_first = True if language in _DAY_FIRST else None

    def matches(self) -> list[DateMatch]:
        """Every match, in order."""
        found: list[DateMatch] = []
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.kind in _OPENERS or (token.kind is Kind.WORD and (token.roles or token.number)):
                match, index = self._match(index)
                if match:
                    found.append(match)
            else:
                index += 1
        return found

    # -- tokens ---------------------------------------------------------------------------------------------------

    def _has(self, index: int, role: str) -> bool:
        return index < len(self.tokens) and role in self.tokens[index].roles

    def _is(self, index: int, kind: Kind) -> bool:
        return index < len(self.tokens) and self.tokens[index].kind is kind

    def _sign(self, index: int, signs: str) -> bool:
        return (
            index < len(self.tokens) and self.tokens[index].text in signs and self.tokens[index].kind is not Kind.WORD
        )

    def _skip(self, index: int, signs: str, role: str = "") -> int:
        """Past at most two tokens that carry nothing: signs such as commas, and words such as "of"."""
        for _ in range(2):
            if self._sign(index, signs) or (role and self._has(index, role)):
                index += 1
        return index

    def _year(self, index: int) -> tuple[int, int] | None:
        """(year, next index) of a full or apostrophe year at the index."""
        if self._is(index, Kind.DATE):
            part = self.tokens[index].part
            if part is not None and part.year and part.month is None:
                return part.year, index + 1
        if self._is(index, Kind.SHORT_YEAR):
            return self.tokens[index].number, index + 1
        return None

    # -- one date -------------------------------------------------------------------------------------------------

    def _part(self, index: int) -> tuple[Part, int] | None:
        if index >= len(self.tokens):
            return None
        token = self.tokens[index]
        if token.kind is Kind.DATE and token.part is not None:
            return self._after_number(token.part, index + 1)
        if token.kind is Kind.MONTH:
            return self._after_month(token.number, index + 1)
        if token.kind is Kind.NUMBER:
            return self._first_of_two(index) or self._after_day(token.number, index + 1)
        if token.kind is Kind.SHORT_YEAR:
            return Part(token.number, short=True), index + 1
        if token.number and token.kind is Kind.WORD:
            return self._after_era(token.number, index + 1)
        if "season" in token.roles or "quarter" in token.roles:
            return self._after_season(index + 1)
        return None

    def _after_number(self, part: Part, index: int) -> tuple[Part, int]:
        if part.month is not None or part.year is None:
            return part, index
        if self._has(index, "year"):
            return self._month_and_day(part.year, index + 1)
        if self._has(index, "quarter") or (self._has(index, "season") and not self._year(index + 1)):
            return part, index + 1
        after = self._skip(index, ",/-")
        if self._is(after, Kind.MONTH) and self.tokens[after].text[0].isupper():
            return self._year_first(part, index, after)
        return part, index

    def _year_first(self, part: Part, index: int, after: int) -> tuple[Part, int]:
        """The month after a year ("2019 May 3", "2019-May"); not the one in "2019 - May 2020"."""
        month = self.tokens[after].number
        glued = after == index or (after == index + 1 and self.tokens[after].start == self.tokens[index].end)
        rest = self._skip(after + 1, ",.-")
        if not glued or self._year(rest):
            return part, index
        if self._is(rest, Kind.NUMBER):
            if self._year(self._skip(rest + 1, ",.")):
                return part, index
            return replace(part, month=month, day=self.tokens[rest].number), rest + 1
        return replace(part, month=month), after + 1

    def _month_and_day(self, year: int, index: int) -> tuple[Part, int]:
        if not (self._is(index, Kind.NUMBER) and self._has(index + 1, "month")):
            return Part(year), index
        month = self.tokens[index].number
        index += 2
        if self._is(index, Kind.NUMBER) and self._has(index + 1, "day"):
            return Part(year, month, self.tokens[index].number), index + 2
        return Part(year, month), index

    def _after_era(self, base: int, index: int) -> tuple[Part, int] | None:
        if self._is(index, Kind.NUMBER) and self._has(index + 1, "year"):
            return self._month_and_day(base + self.tokens[index].number, index + 2)
        if self._sign(index, "元") and self._has(index + 1, "year"):
            return self._month_and_day(base + 1, index + 2)
        return None

    def _after_month(self, month: int, index: int) -> tuple[Part, int]:
        index = self._other_month(index)
        if self._is(index, Kind.NUMBER):
            day = self.tokens[index].number
            rest = index + 1 if not self._has(index + 1, "ordinal") else index + 2
            if year := self._year(self._skip(rest, ",", "filler")):
                return Part(year[0], month, day), year[1]
            if self._is(rest, Kind.NUMBER) or day == 0 or day > 31:
                return Part(month=month), index
            return Part(month=month, day=day), rest
        rest = self._skip(index, ",/-", "filler")
        if year := self._year(rest):
            return Part(year[0], month), year[1]
        if rest == index + 1 and self._is(rest, Kind.NUMBER) and self._glued_short_year(rest):
            return Part(century(self.tokens[rest].number), month), rest + 1
        return Part(month=month), index

    def _other_month(self, index: int) -> int:
        """Past the second of "May/June 2019": the first one is the start that is stated."""
        return index + 2 if self._sign(index, "/") and self._is(index + 1, Kind.MONTH) else index

    def _glued_short_year(self, index: int) -> bool:
        """Whether "21" closes "Jul-21"."""
        month, sign, token = self.tokens[index - 2 : index + 1]
        return sign.kind is Kind.DASH and len(token.text) == 2 and month.end == sign.start and sign.end == token.start

    def _after_day(self, day: int, index: int) -> tuple[Part, int] | None:
        if self._has(index, "ordinal"):
            index += 1
        index = self._skip(index, ".", "filler")
        if not self._is(index, Kind.MONTH):
            return None
        month = self.tokens[index].number
        if year := self._year(self._skip(index + 1, ",", "filler")):
            return Part(year[0], month, day), year[1]
        return Part(month=month, day=day), index + 1

    def _first_of_two(self, index: int) -> tuple[Part, int] | None:
        """The "3" of "3–12 August 2021", or of "3 – 12/2021"."""
        first = self.tokens[index].number
        if not self._is(index + 1, Kind.DASH):
            return None
        last = self.tokens[index + 2].part if self._is(index + 2, Kind.DATE) else None
        if last and last.year and last.month and not last.day and not last.short and 1 <= first <= 12:
            return Part(month=first), index + 1
        if not self._is(index + 2, Kind.NUMBER):
            return None
        day = self._after_day(self.tokens[index + 2].number, index + 3)
        return (Part(month=day[0].month, day=first), index + 1) if day else None

    def _after_season(self, index: int) -> tuple[Part, int] | None:
        index = self._skip(index, ",/-", "filler")
        if self._has(index, "season"):
            index = self._skip(index + 1, ",/-", "filler")
        if self._is(index, Kind.MONTH) or (self._is(index, Kind.DATE) and not self._year(index)):
            part = self._part(index)
            return part if part and part[0].year else None
        if year := self._year(index):
            return Part(year[0]), year[1]
        return None

    # -- a date or a range ----------------------------------------------------------------------------------------

    def _match(self, index: int) -> tuple[DateMatch | None, int]:
        """(the match that begins at the token, if any; the next index)."""
        begin = index
        prefix = self._prefix(index)
        if prefix:
            index = self._skip(index + 1, ":(", "filler")
        if "ongoing" in self._roles(begin) and (found := self._reversed(begin)):
            return found
        read = self._part(index)
        if read is None:
            return None, begin + 1
        first, after = read
        if found := self._range(begin, first, after, prefix):
            return found
        return self._alone(begin, first, after, prefix)

    def _roles(self, index: int) -> frozenset[str]:
        return self.tokens[index].roles

    def _prefix(self, index: int) -> str:
        roles = self._roles(index)
        return next((r for r in ("since", "expected", "class", "between", "until", "from") if r in roles), "")

    def _connector(self, index: int, prefix: str) -> int:
        """The index after a dash or a word for "to"; the index itself where none stands."""
        if self._is(index, Kind.DASH):
            index += 1
            if self._is(index, Kind.DASH) or self._sign(index, ">"):
                index += 1
            return index
        joined = self._has(index, "and") or self._sign(index, "&")
        if prefix == "from" and joined and self._has(index + 1, "ended"):  # "started in 2015 and graduated in 2019"
            return index + 2
        if self._has(index, "to") or (prefix == "between" and joined):
            return index + 1
        return index

    def _short_year(self, part: Part, end: int) -> Part:
        """What ends at the token, its day a short year where two digits follow a month: "Oct 08"."""
        last = self.tokens[end - 1]
        if part.year or not part.month or part.day is None or last.kind is not Kind.NUMBER or len(last.text) != 2:
            return part
        return Part(century(part.day), part.month, short=True)

    def _range(self, begin: int, first: Part, after: int, prefix: str) -> tuple[DateMatch | None, int] | None:
        to = self._connector(after, prefix)
        if to > after and self._has(to, "ongoing") and self._is_set_apart(begin):
            first = self._short_year(first, after)
        if first.short and first.weak and not self._is_set_apart(begin):
            return None
        if to == after:
            if first.year and self._has(after, "ongoing") and self._joins(self.tokens[after].text):
                return self._build(begin, after + 1, first, None, DateKind.RANGE, current=True)
            return None
        target = self._skip(to, ",", "filler") if not self._has(to, "ongoing") else to
        if self._has(target, "expected") or self._has(target, "class"):
            target = self._skip(target + 1, ":.", "filler")
        if self._has(target, "ongoing") and first.year:
            return self._build(begin, target + 1, first, None, DateKind.RANGE, current=True)
        read = self._part(target)
        if read is None:
            short = self._day_range(begin, first, target) or self._year_range(begin, first, target)
            return short or self._open(begin, first, after, to)
        second, end = read
        if self.tokens[after].text == "/" and (found := self._after_school_year(begin, first, end)):
            return found
        if first.year is None and second.year is None and self._closes(end) and self._is_set_apart(begin):
            first, second = self._short_year(first, after), self._short_year(second, end)
        first, second = _share(first, second, tail=self._closes(end))
        if first.year is None or second.year is None:
            return None
        told = begun(first, second)
        if told is None:
            return None
        first = told
        if self._has(end, "then"):
            end += 1
        return self._build(begin, end, first, second, DateKind.RANGE)

    def _after_school_year(self, begin: int, first: Part, end: int) -> tuple[DateMatch | None, int] | None:
        """The range that goes on after a school year: "2019/20 – 2021/22", "2019/20 – present"."""
        to = self._connector(end, "")
        if to == end:
            return None
        if self._has(to, "ongoing"):
            return self._build(begin, to + 1, first, None, DateKind.RANGE, current=True)
        last, stroke = self._part(to), to + 1
        if self._sign(stroke, "/") and self._year(stroke + 1):
            last = self._part(stroke + 1)
        return self._build(begin, last[1], first, last[0], DateKind.RANGE) if last and last[0].year else None

    @staticmethod
    def _joins(ongoing: str) -> bool:
        """Whether the words for "now" hold their own "to": "to date", "bis heute", "至今"."""
        return " " in ongoing or not ongoing.isascii()

    def _day_range(self, begin: int, first: Part, index: int) -> tuple[DateMatch | None, int] | None:
        """The second day of "Aug 3–12, 2021" shares month and year."""
        if first.day is None or not self._is(index, Kind.NUMBER):
            return None
        year = self._year(self._skip(index + 1, ",", "filler"))
        if first.year is not None or year is None:
            return None
        second = Part(year[0], first.month, self.tokens[index].number)
        return self._build(begin, year[1], replace(first, year=year[0]), second, DateKind.RANGE)

    def _year_range(self, begin: int, first: Part, index: int) -> tuple[DateMatch | None, int] | None:
        """The second year of "2016 – 21", where nothing follows."""
        token = self.tokens[index] if self._is(index, Kind.NUMBER) else None
        if token is None or len(token.text) != 2 or first.year is None or first.month or not self._closes(index + 1):
            return None
        last = first.year // 100 * 100 + token.number
        return self._build(begin, index + 1, first, Part(last), DateKind.RANGE) if last > first.year else None

    def _open(self, begin: int, first: Part, after: int, to: int) -> tuple[DateMatch | None, int] | None:
        """A dash with a sign or nothing after it means that the thing goes on; in running prose it means nothing."""
        if first.year is None or not self._is(after, Kind.DASH):
            return None
        dash, end = self.tokens[after], to
        while self._is(end, Kind.SYMBOL):
            end += 1
        signed = end > to
        bracket = self._sign(end, ")]}）】")
        leads = not self.text[: self.tokens[begin].start].strip(" -*•·[(")
        if self._closes(end) or ((signed or leads) and self._sign(end, ":：")):
            short = self.text.count(" ", 0, dash.start) <= _LONGEST_HEADER
            last = dash.start == self.tokens[after - 1].end and self._ends_line(end)
            if signed or bracket or short or last:
                return self._build(begin, end, first, None, DateKind.OPEN, current=True)
            return None
        glued = dash.start == self.tokens[after - 1].end and self.text[dash.end : dash.end + 1].isspace()
        if glued and not signed and not self.text[: self.tokens[begin].start].strip(" -*•·[("):
            return self._build(begin, to, first, None, DateKind.OPEN, current=True)
        return None

    def _closes(self, index: int) -> bool:
        """Whether nothing more of a phrase follows: the end of the line, or a bracket or separator."""
        return self._ends_line(index) or (index < len(self.tokens) and self.tokens[index].text in _CLOSERS)

    def _ends_line(self, index: int) -> bool:
        """Whether nothing but a full stop follows in the line."""
        last = self.tokens[index - 1].end if self.tokens else 0
        return self.text[last:].strip() in ("", ".")

    def _is_set_apart(self, begin: int) -> bool:
        """Whether a date begins its line, or what a bracket or separator opens: "07.19" elsewhere is a number."""
        before = self.text[: self.tokens[begin].start].rstrip(" *_")
        return not before or before[-1] in "([{|\t:–—-•·," or before.endswith(("\t", "  "))

    def _reversed(self, index: int) -> tuple[DateMatch | None, int] | None:
        """A range told backwards: "Present – 2019"."""
        to = self._connector(index + 1, "")
        read = self._part(to) if to > index + 1 and self._is(index + 1, Kind.DASH) else None
        if read is None or read[0].year is None or self._connector(read[1], "") > read[1]:
            return None
        return self._build(index, read[1], read[0], None, DateKind.RANGE, current=True)

    def _alone(self, begin: int, part: Part, after: int, prefix: str) -> tuple[DateMatch | None, int]:
        if prefix in ("since", "from") and self._sign(begin - 1, "(") and self._sign(after, ")"):
            part = self._short_year(part, after)  # "(since Mar 10)"
        if part.year is None or ((part.short or part.weak) and not prefix):
            return None, after
        if part.weak and not part.short and prefix in ("class", "expected"):
            part = Part(part.year)  # "completed in 2019.2", the second semester
        if part.short and part.weak and prefix != "since":
            return None, after  # "until 12.30"
        if self._has(after, "then"):
            return self._build(begin, after + 1, None, part, DateKind.UNTIL)
        if self._has(after, "to") and not self.tokens[after].text.isascii():  # "2019年から", "2019부터"
            return self._build(begin, after + 1, part, None, DateKind.FROM)
        if self._has(after, "since"):
            return self._build(begin, after + 1, part, None, DateKind.SINCE, current=True)
        bracket = self._skip(after, "(")
        if self._has(bracket, "expected"):
            closing = self._skip(bracket + 1, ")")
            return self._build(begin, closing, None, part, DateKind.END)
        if prefix == "since":
            return self._build(begin, after, part, None, DateKind.SINCE, current=True)
        if prefix == "from":
            return self._build(begin, after, part, None, DateKind.FROM)
        if prefix == "until":
            return self._build(begin, after, None, part, DateKind.UNTIL)
        if prefix in ("expected", "class"):
            return self._build(begin, after, None, part, DateKind.END)
        return self._build(begin, after, part, part, DateKind.POINT)

    # -- building -------------------------------------------------------------------------------------------------

    def _build(
        self, begin: int, end: int, first: Part | None, second: Part | None, kind: DateKind, *, current: bool = False
    ) -> tuple[DateMatch | None, int]:
        """The match over the tokens from `begin` to `end`; None where a date in it never was."""
        try:
            start = self._date(first, second)
            stop = self._date(second, first)
        except ValueError:
            return None, end
        if start and stop and stop.latest < start.earliest:
            if kind is not DateKind.RANGE or (first and first.short) or (second and second.short):
                return None, end
            start, stop = stop, start  # told backwards: "12/2022 – 08/2020"
        span = self.tokens[begin].start, self.tokens[end - 1].end
        return DateMatch(*span, Period(start, stop, current), kind), end

    def _date(self, part: Part | None, other: Part | None) -> PartialDate | None:
        if part is None or part.year is None:
            return None
        part = settle(part, other, day_first=self.day_first)
        return PartialDate(part.year or 0, part.month, part.day)


def _is_short_year(first: Part, second: Part) -> bool:
    """Whether the number beside a month is a year before the end of a range, which tells no day either."""
    ends = second.year or 0, second.month or 0
    year = century(first.day or 0)
    return (first.day or 0) > 9 and (year, first.month or 0) < ends and year + _LONGEST_STAY > ends[0]


def _share(first: Part, second: Part, *, tail: bool) -> tuple[Part, Part]:
    """Fill the year that one end of a range leaves to the other: "May – August 2021"."""
    if first.year is None and second.year is not None:
        if first.day and first.month and second.month and not second.day and _is_short_year(first, second):
            return replace(first, year=century(first.day), day=None), second  # "Aug 17 – Dec 2018"
        before = first.month is not None and second.month is not None and first.month > second.month
        return replace(first, year=second.year - before), second
    if second.year is None and first.year is not None and first.month and second.month and tail:
        short = century(second.day) if second.day else 0
        if first.day is None and (first.year, first.month) < (short, second.month):  # "Sep. 2014 – Aug. 19"
            return first, replace(second, year=short, day=None)
        return first, replace(second, year=first.year + (second.month < first.month))
    return first, second
