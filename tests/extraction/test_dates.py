"""Dates and ranges: what is written comes out, at the precision it is written with, and nothing else."""

from __future__ import annotations

import calendar
import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.dates import DateKind, durations, find
from kg.model import PartialDate

WRITTEN = [
    ("05/2025 - 08/2025", "2025-05/2025-08"),
    ("[07/2021 - 10/2023]", "2021-07/2023-10"),
    ("May 19, 2025 – Dec 05, 2025", "2025-05-19/2025-12-05"),
    ("Jan 2026 – Present", "2026-01/.."),
    ("2018-2026", "2018/2026"),
    ("2026-Current", "2026/.."),
    ("Example University, 2016–.", "2016/.."),
    ("Febuary 2015 to December 2017", "2015-02/2017-12"),
    ("06.2014 - 09.2015", "2014-06/2015-09"),
    ("2020.9 – 2024.7", "2020-09/2024-07"),
    ("2015–17", "2015/2017"),
    ("'18–'20", "2018/2020"),
    ("Jul-21 - Aug-22", "2021-07/2022-08"),
    ("06/09 - 08/11", "2009-06/2011-08"),
    ("09|14 to 07|15", "2014-09/2015-07"),
    ("since 10|16", "2016-10/.."),
    ("10|2016 – 03|2018", "2016-10/2018-03"),
    ("Aug 17-Dec 2018", "2017-08/2018-12"),
    ("Sep 15 - Jun 2018", "2015-09/2018-06"),
    ("Aug 31 - Dec 2018", "2018-08-31/2018-12"),
    ("2016 ─ 2019", "2016/2019"),
    ("May – August 2021", "2021-05/2021-08"),
    ("Nov – Feb 2021", "2020-11/2021-02"),
    ("Oct 2020 - Dec", "2020-10/2020-12"),
    ("Aug 3–12, 2021", "2021-08-03/2021-08-12"),
    ("3-12 August 2021", "2021-08-03/2021-08-12"),
    ("Q1 2020 - Q3 2021", "2020/2021"),
    ("Fall 2013 to Spring 2015", "2013/2015"),
    ("Winter 2018/19", "2018/2019"),
    ("2018 – 25", "2018/2025"),
    ("3 - 4/2014", "2014-03/2014-04"),
    ("9-12/2002", "2002-09/2002-12"),
    ("07.19-12.19", "2019-07/2019-12"),
    ("6/19–8/21", "2019-06/2021-08"),
    ("(Oct 08 – Sep 10)", "2008-10/2010-09"),
    ("Mar 10 – present", "2010-03/.."),
    ("[99-01] Quandril, Engineer", "1999/2001"),
    ("(9/17-5/21)", "2017-09/2021-05"),
    ("6/19 – present", "2019-06/.."),
    ("06/2019 - 08/21", "2019-06/2021-08"),
    ("Sep. 2014–Aug. 19", "2014-09/2019-08"),
    ("22.03 ~ 23.05", "2022-03/2023-05"),
    ("19/06 – 21/08", "2019-06/2021-08"),
    ("01/03 – 30/09/2023", "2023-03-01/2023-09-30"),
    ("(03.18 – 07.19)", "2018-03/2019-07"),
    ("01.20-heute", "2020-01/.."),
    ("2019/20 – 2021/22", "2019/2022"),
    ("AY 2019/2020 - 2021/2022", "2019/2022"),
    ("2019/20 - present", "2019/.."),
    ("WS 2019/20 – SS 2021", "2019/2021"),
    ("between 2015 and 2018", "2015/2018"),
    ("1 Sept. 2019 till now", "2019-09-01/.."),
    ("December 2021 to date", "2021-12/.."),
    ("Present – 2019", "2019/.."),
    ("12/2022 – 08/2020", "2020-08/2022-12"),
    ("May 2020 – January 2018", "2018-01/2020-05"),
    ("2013 Sept – 2014 Oct", "2013-09/2014-10"),
    ("2017-09 ~ 2021-06", "2017-09/2021-06"),
    ("05/12/2020 - 13/12/2020", "2020-12-05/2020-12-13"),
    ("2019 – heute", "2019/.."),
    ("Mai 2019 bis heute", "2019-05/.."),
    ("de 2019 à 2021", "2019/2021"),
    ("desde marzo de 2019 hasta la fecha", "2019-03/.."),
    ("março de 2018 – atual", "2018-03/.."),
    ("Jul/2025 – Atual", "2025-07/.."),
    ("mai/2019 a abr/2021", "2019-05/2021-04"),
    ("started in 2015 and graduated in 2019", "2015/2019"),
    ("Began in 2011 and completed in 2015", "2011/2015"),
    ("Started on Oct, 2015 and completed on Nov, 2016", "2015-10/2016-11"),
    ("gennaio 2017 - oggi", "2017-01/.."),
    ("Ocak 2018 – halen", "2018-01/.."),
    ("2017 – En curso", "2017/.."),
    ("2021 - em andamento", "2021/.."),
    ("2015 à nos jours", "2015/.."),
    ("Sept. 2022 – auj.", "2022-09/.."),
    ("2018 bis dato", "2018/.."),
    ("2019 onwards", "2019/.."),
    ("Aug 2023 - Pursuing", "2023-08/.."),
    ("2019年4月 - 至今", "2019-04/.."),
    ("2019年4月至今", "2019-04/.."),
    ("2019年から2021年まで", "2019/2021"),
    ("2019년 3월 - 현재", "2019-03/.."),
    ("令和3年4月〜現在", "2021-04/.."),
]

ALONE = [
    ("Fall 2013", DateKind.POINT, "2013", "2013"),
    ("Février 2014", DateKind.POINT, "2014-02", "2014-02"),
    ("2019年4月", DateKind.POINT, "2019-04", "2019-04"),
    ("2019/04", DateKind.POINT, "2019-04", "2019-04"),
    ("2010-10-05T10:00:00Z", DateKind.POINT, "2010-10-05", "2010-10-05"),
    ("20 de mayo de 2020", DateKind.POINT, "2020-05-20", "2020-05-20"),
    ("1er janvier 2020", DateKind.POINT, "2020-01-01", "2020-01-01"),
    ("since 2019", DateKind.SINCE, "2019", None),
    ("seit März 2019", DateKind.SINCE, "2019-03", None),
    ("2019'dan beri", DateKind.SINCE, "2019", None),
    ("from January 2025", DateKind.FROM, "2025-01", None),
    ("until 2020", DateKind.UNTIL, None, "2020"),
    ("Class of 2026", DateKind.END, None, "2026"),
    ("Class of '99", DateKind.END, None, "1999"),
    ("Finalizado 2007", DateKind.END, None, "2007"),
    ("Batch of 2021", DateKind.END, None, "2021"),
    ("2016, in progress elsewhere", DateKind.POINT, "2016", "2016"),
    ("en curso 2016", DateKind.POINT, "2016", "2016"),
    ("Expected May 2027", DateKind.END, None, "2027-05"),
    ("05/12/2020", DateKind.POINT, "2020", "2020"),  # nobody can tell the day from the month
]

NO_DATES = [
    "funded by a council, 2019/32/C/EX6/00421",
    "Ubuntu 12.04-12.10",
    "rose from 3/10 – 4/10 of all",
    "open Mar 10 - Apr 12 for all",
    "as told in [12-14] before",
    "ranked 5/75 - 6/80",
    "from 10.15 to 11.45",
    "grew 10.15-11.20 percent",
    "Call +1 202 555-2019",
    "ISSN 1234-5678",
    "arXiv:1905.12345",
    "arXiv 2019.04123",
    "version 3.9.2, Ubuntu 18.04, Unity 2019.4",
    "GPA 3.88 / 4.00",
    "raised $2000 and €2000",
    "over 2000 users",
    "2000 users a day",
    "a 2048-bit key",
    "ISO 27001:2013",
    "https://example.org/2019/04/notes",
    "example.org/2019",
    "in the 2010s",
    "Feb 30, 2020",
    "31/02/2020",
    "1,999 and 2,019 lines",
]


@pytest.mark.parametrize(("text", "edtf"), WRITTEN)
def test_a_range_is_read_as_written(text: str, edtf: str) -> None:
    assert [match.period.edtf for match in find(text)] == [edtf]


@pytest.mark.parametrize(("text", "kind", "start", "end"), ALONE)
def test_a_date_alone_keeps_its_role_and_precision(text: str, kind: DateKind, start: str, end: str) -> None:
    (match,) = find(text)
    assert match.kind is kind
    assert (match.period.start and str(match.period.start), match.period.end and str(match.period.end)) == (start, end)


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find(text) == []


def test_the_language_decides_between_day_and_month() -> None:
    assert str(find("05/12/2020", "de")[0].period.start) == "2020-12-05"
    assert str(find("05/12/2020", "fr-CA")[0].period.start) == "2020-12-05"


def test_a_word_that_is_also_a_month_counts_only_where_it_is_meant() -> None:
    assert str(find("Out 2019")[0].period.start) == "2019-10"
    assert str(find("it came out 2019")[0].period.start) == "2019"
    assert str(find("I may 2019")[0].period.start) == "2019"


@pytest.mark.parametrize("text", ["02/2025 - 🚀", "Sep 2020 — ", "[2021 – ]", "2024–…: M.Sc.", "2021- Example Inc."])
def test_an_open_dash_or_a_sign_goes_on(text: str) -> None:
    (match,) = find(text)
    assert match.kind is DateKind.OPEN
    assert match.period.current
    assert match.period.end is None


def test_an_open_dash_in_prose_or_before_a_name_means_nothing() -> None:
    prose = "It was a long story that nobody on the whole team wanted to hear again after the events of 2020 —"
    assert [match.kind for match in find(prose)] == [DateKind.POINT]
    assert [match.kind for match in find("2020 – Software Engineer")] == [DateKind.POINT]


def test_offsets_lead_to_the_words() -> None:
    text = "Engineer at Example Inc. (Sep 2012 - June 2014, Oct 2014 - now), then 2016"
    assert [text[match.start : match.end] for match in find(text)] == ["Sep 2012 - June 2014", "Oct 2014 - now", "2016"]


def test_a_short_year_before_the_first_is_no_end() -> None:
    assert find("2019–17") == []


# -- generated dates ---------------------------------------------------------------------------------------------------

_DAYS = st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2049, 12, 31))
_FULL = list(calendar.month_name)[1:]
_GERMAN = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
_FORMATS = [
    ("{d.year}", 1),
    ("Fall {d.year}", 1),
    ("{d.year}年", 1),
    ("{en} {d.year}", 2),
    ("{en3}. {d.year}", 2),
    ("{en3}, {d.year}", 2),
    ("{en3} '{yy:02}", 2),
    ("{de} {d.year}", 2),
    ("{es} de {d.year}", 2),
    ("{d.month:02}/{d.year}", 2),
    ("{d.month:02}.{d.year}", 2),
    ("{d.year}-{d.month:02}", 2),
    ("{d.year}/{d.month:02}", 2),
    ("{d.year}年{d.month}月", 2),
    ("{d.year}년 {d.month}월", 2),
    ("{en} {d.day}, {d.year}", 3),
    ("{d.day} {en} {d.year}", 3),
    ("{d.day}. {de} {d.year}", 3),
    ("{d.year}-{d.month:02}-{d.day:02}", 3),
    ("{d.year}/{d.month:02}/{d.day:02}", 3),
    ("{d.day:02}.{d.month:02}.{d.year}", 3),
    ("{d.year}年{d.month}月{d.day}日", 3),
]
_JOINTS = [" - ", " – ", "–", " — ", " to ", " bis ", " until ", " ~ ", " → "]


def _write(day, layout: str) -> str:
    names = {"en": _FULL[day.month - 1], "de": _GERMAN[day.month - 1], "es": _SPANISH[day.month - 1]}
    return layout.format(d=day, yy=day.year % 100, en3=names["en"][:3], **names)


def _expected(day, precision: int) -> str:
    return "-".join((f"{day.year:04}", f"{day.month:02}", f"{day.day:02}")[:precision])


@given(day=_DAYS, layout=st.sampled_from(_FORMATS), before=st.sampled_from(["", "in ", "(", "Example Inc. | ", "• "]))
def test_a_written_date_is_read_back_no_more_precise_than_written(day, layout, before) -> None:
    (match,) = find(f"{before}{_write(day, layout[0])}")
    assert str(match.period.start or match.period.end) == _expected(day, layout[1])


@given(first=_DAYS, second=_DAYS, layout=st.sampled_from(_FORMATS), joint=st.sampled_from(_JOINTS))
def test_a_written_range_is_read_back(first, second, layout, joint) -> None:
    first, second = sorted((first, second))
    (match,) = find(f"{_write(first, layout[0])}{joint}{_write(second, layout[0])}")
    period = match.period
    assert (str(period.start), str(period.end)) == (_expected(first, layout[1]), _expected(second, layout[1]))


@given(
    day=_DAYS,
    layout=st.sampled_from(_FORMATS),
    word=st.sampled_from(["present", "Now", "current", "heute", "presente", "至今", "현재"]),
)
def test_a_written_range_that_goes_on_is_read_back(day, layout, word) -> None:
    (match,) = find(f"{_write(day, layout[0])} – {word}")
    assert (str(match.period.start), match.period.end, match.period.current) == (_expected(day, layout[1]), None, True)


@given(st.text(alphabet="0123456789 -–/.,'()年月MayJanto至", max_size=60))
def test_whatever_is_found_stands_there(text: str) -> None:
    last = 0
    for match in find(text):
        assert last <= match.start < match.end <= len(text)
        last = match.end
        for date in (match.period.start, match.period.end):
            assert date is None or isinstance(date, PartialDate)
        if match.period.start and match.period.end:
            assert match.period.start.earliest <= match.period.end.latest


_SHAPES = ["2019 - ", "1-", "May ", "2019/", "'18", "from 2019 to ", "2019年", "19", "(", "Aug 3–", "2019 – … "]


@pytest.mark.parametrize("shape", _SHAPES)
def test_time_grows_with_length_and_no_faster(shape: str) -> None:
    def seconds(size: int) -> float:
        text = (shape * (size // len(shape) + 1))[:size]
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            find(text)
            best = min(best, time.process_time() - begin)
        return best

    find("2019")
    assert seconds(100_000) < 20 * max(seconds(12_500), 0.01)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("University Lecturer 8 years 2 months", ["8 years 2 months"]),
        ("Team Lead (1 yr, 4 mos)", ["1 yr, 4 mos"]),
        ("Intern for 6 months", ["for 6 months"]),
        ("Analista · 2 anos e 3 meses", ["2 anos e 3 meses"]),
        ("a 24 month plan", []),
        ("Engineer with 8 years of experience", []),
    ],
)
def test_a_length_of_time_is_told_where_it_closes_a_stretch(text: str, told: list[str]) -> None:
    assert [text[start:end] for start, end in durations(text)] == told
